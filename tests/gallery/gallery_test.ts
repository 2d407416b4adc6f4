import { assert, assertEquals } from "@std/assert";
import { tagsOf, valuesOf } from "./markup.ts";
import { type Reader, READERS } from "./state.ts";
import { pageOf, states } from "./states.tsx";

const knownPath = new RegExp(
  "^/(sidebar|recipient(/values/[A-Z_]+)?|groups|tables/ORDERS|events(/([1-9]|1[0-2])(/resume)?)?|setup|activity(\\?.*)?|communications(\\?.*|/list|/picture|/since/\\d+/[1-4])?)$",
);

for (const language of READERS) {
  Deno.test(`gallery in ${language}: ids are unique and every reference finds its element`, () => {
    eachState(language, (name, html) => {
      const tags = tagsOf(html);
      const ids = valuesOf(tags, "id");
      assertEquals(ids.filter((id, index) => ids.indexOf(id) !== index), [], `${name}: ids twice`);
      const references = [
        ...["aria-labelledby", "aria-describedby", "for", "data-copy-from"]
          .flatMap((key) => valuesOf(tags, key)).flatMap((value) => value.split(" ")),
        ...valuesOf(tags, "href").filter((href) => href.startsWith("#")).map(withoutHash),
      ];
      assertEquals(references.filter((id) => !ids.includes(id)), [], `${name}: ids not there`);
    });
  });

  Deno.test(`gallery in ${language}: every swap has a path of ours and a target`, () => {
    eachState(language, (name, html) => {
      const tags = tagsOf(html);
      const ids = valuesOf(tags, "id");
      const targets = [...valuesOf(tags, "hx-target"), ...statusTargets(html)]
        .filter((target) => target !== "this" && target !== "closest [data-field]")
        .map(withoutHash);
      assertEquals(targets.filter((id) => !ids.includes(id)), [], `${name}: targets not there`);
      const asked = [...valuesOf(tags, "hx-get"), ...valuesOf(tags, "hx-post")];
      assertEquals(asked.filter((path) => !knownPath.test(path)), [], `${name}: unknown paths`);
      for (const { attributes } of tags) {
        if (!attributes.has("hx-get") && !attributes.has("hx-post")) continue;
        assert(attributes.has("hx-target") && attributes.has("hx-swap"), `${name}: inherits`);
      }
    });
  });
}

Deno.test("gallery: every control has an id, and every button says what kind it is", () => {
  eachState("en", (name, html) => {
    for (const { name: element, attributes } of tagsOf(html)) {
      const control = ["button", "a", "summary", "textarea"].includes(element) ||
        element === "input" && attributes.get("type") !== "hidden";
      if (control) assert(attributes.get("id"), `${name}: ${element} without id`);
      if (element === "button") assert(attributes.get("type"), `${name}: button without type`);
    }
  });
});

Deno.test("gallery: nothing is inline, so that the strict policy holds", () => {
  eachState("en", (name, html) => {
    for (const { name: element, attributes } of tagsOf(html)) {
      assert(element !== "style", name);
      assert(element !== "script" || attributes.has("src"), name);
      for (const key of attributes.keys()) assert(!/^(style|on.*|hx-on.*)$/.test(key), name);
    }
  });
});

Deno.test("gallery: no element has a key, which a server writes as an attribute", () => {
  eachState("en", (name, html) => assertEquals(valuesOf(tagsOf(html), "key"), [], name));
});

Deno.test("gallery: who reads a language without words of ours reads every state in English, dates included", () => {
  const look = { colorScheme: "light", stylePath: "/style.css" } as const;
  for (const [name, state] of Object.entries(states)) {
    const [french, english] = (["fr", "en"] as const)
      .map((language) => pageOf(state, { language, ...look }));
    assertEquals(french, english, name);
  }
});

Deno.test("gallery: what a customer's data says is shown as text", () => {
  const state = states["recipient-hostile"];
  assert(state);
  const html = pageOf(state, { language: "en", colorScheme: "light", stylePath: "/style.css" });
  assert(html.includes("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
  assert(!html.includes("<script>alert"));
  assertEquals(valuesOf(tagsOf(html), "href"), ["/style.css"]);
});

Deno.test("gallery: a fragment has one thing to announce at most", () => {
  for (const [name, state] of Object.entries(states)) {
    // The whole sidebar is several fragments.
    if (name === "sidebar") continue;
    const html = pageOf(state, { language: "en", colorScheme: "light", stylePath: "/style.css" });
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"))
      .replace(/<template.*?<\/template>/gs, "");
    const announced = valuesOf(tagsOf(main), "data-announce");
    // Came later, into a part that was there.
    const hasNotice = [
      "recipient-refresh-failed",
      "communications-insert-refused",
      "communications-tools-failed",
    ].includes(name);
    assert(announced.length <= (hasNotice ? 2 : 1), `${name}: ${announced.join(" | ")}`);
  }
});

Deno.test("gallery: a page of a 10,000-row history is at most 30 kB in every language", () => {
  const state = states["communications-10000"];
  assert(state);
  for (const language of READERS) {
    const html = pageOf(state, { language, colorScheme: "light", stylePath: "/style.css" });
    const bytes = new TextEncoder().encode(
      html.slice(html.indexOf("<main"), html.indexOf("</main>")),
    );
    assert(bytes.length <= 30_000, `${language}: ${bytes.length} bytes`);
  }
});

function eachState(
  language: Reader,
  check: (name: string, html: string) => void,
): void {
  for (const [name, state] of Object.entries(states)) {
    check(name, pageOf(state, { language, colorScheme: "dark", stylePath: "/style.css" }));
  }
}

function statusTargets(html: string): string[] {
  return [...html.matchAll(/hx-status:[^"]+="target:(\S+) /g)].flatMap(([, target]) =>
    target ?? []
  );
}

function withoutHash(id: string): string {
  return id.replace(/^#/, "");
}
