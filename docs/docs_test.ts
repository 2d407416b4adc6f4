import { assertArrayIncludes, assertEquals, assertThrows } from "@std/assert";
import denoJson from "../deno.json" with { type: "json" };
import translation from "../app-shell/package/translations/en.json" with { type: "json" };
import { ConfigError, parseConfig } from "../server/config.ts";
import { problems } from "../views/words/en/problems.ts";

const ROOT = new URL("../", import.meta.url);
const read = (path: string) => Deno.readTextFile(new URL(path, ROOT));

async function listDocuments(): Promise<string[]> {
  const paths = ["README.md"];
  for (const folder of ["docs", "docs/decisions"]) {
    for await (const { name } of Deno.readDir(new URL(folder, ROOT))) {
      if (name.endsWith(".md")) paths.push(`${folder}/${name}`);
    }
  }
  return paths;
}

/** The anchors that GitHub makes of a document's headings. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading.toLowerCase().replace(/[^\p{L}\p{N}\- ]/gu, "").replaceAll(" ", "-")
    ),
  );
}

Deno.test("every link and picture of the documents leads somewhere", async () => {
  const lost: string[] = [];
  for (const path of await listDocuments()) {
    const text = await read(path);
    for (const [, link, source] of text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)) {
      const target = new URL(link ?? source ?? "", new URL(path, ROOT));
      if (target.protocol !== "file:") continue;
      const anchor = decodeURIComponent(target.hash.slice(1));
      target.hash = "";
      const found = await Deno.stat(target).then(() => true, () => false);
      const isThere = found && (anchor === "" ||
        anchorsOf(await Deno.readTextFile(target)).has(anchor));
      if (!isThere) lost.push(`${path}: ${link ?? source}`);
    }
  }
  assertEquals(lost, []);
});

Deno.test("no cell of a table ends inside of code", async () => {
  const cut: string[] = [];
  for (const path of await listDocuments()) {
    const rows = (await read(path)).split("\n").filter((line) => line.trim().startsWith("|"));
    const cells = rows.flatMap((row) => row.split(/(?<!\\)\|/));
    cut.push(
      ...cells.filter((cell) => cell.split("`").length % 2 === 0).map((cell) => path + cell),
    );
  }
  assertEquals(cut, []);
});

Deno.test("every picture is in a document", async () => {
  const texts = (await Promise.all((await listDocuments()).map(read))).join("\n");
  const pictures = [...Deno.readDirSync(new URL("docs/pictures", ROOT))].map(({ name }) => name);
  assertEquals(listMissing(texts, pictures.map((name) => `pictures/${name}`)), []);
});

Deno.test("operations.md and .env.example have the variables that the server reads", async () => {
  const names = listVariables();
  assertArrayIncludes(names, ["PUBLIC_URL", "PORT"]);
  const operations = await read("docs/operations.md");
  const table = operations.slice(operations.indexOf("## Environment"));
  const documented = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name = ""]) => name);
  assertEquals(documented.toSorted(), names.toSorted());
  // Development only, where nobody copies an example.
  const examples = names.filter((name) => name !== "ZENDESK_ORIGIN").map((name) => `${name}=`);
  assertEquals(listMissing(await read(".env.example"), examples), []);
});

/** The variables that reading the environment asks for. */
function listVariables(): string[] {
  const names = new Set<string>();
  const environment = new Proxy<Record<string, string>>({}, {
    get: (_, name) => {
      // Every one of them may come as a file; the platform's own are not for people to set.
      if (!/_FILE$|^DENO_/.test(String(name))) names.add(String(name));
    },
  });
  assertThrows(() => parseConfig(environment), ConfigError);
  return [...names];
}

Deno.test("the README has every task", async () => {
  const tasks = Object.keys(denoJson.tasks).map((task) => `\`${task}\``);
  assertEquals(listMissing(await read("README.md"), tasks), []);
});

Deno.test("the installation guide names every setting and every problem as the app does", async () => {
  const labels = Object.values(translation.app.parameters).map(({ label }) => label)
    // Said of the first alone.
    .filter((label) => !/^Event [23]/.test(label));
  const titles = Object.entries(problems).flatMap(([key, words]) =>
    key.endsWith(".title") ? [words] : []
  );
  assertEquals(listMissing(await read("docs/install.md"), [...labels, ...titles]), []);
});

Deno.test("documents and English words are in the English of today", async () => {
  const old = /\b(mend\w*|stays so|can not|be had|is had|otherwise than|anew|whomever|shall)\b/i;
  const english = ["copy", "findings", "problems", "setting_faults"]
    .map((name) => `views/words/en/${name}.ts`);
  const paths = [
    ...await listDocuments(),
    ...["CONTRIBUTING.md", "SECURITY.md", "app-shell/package/translations/en.json", ...english],
  ];
  const found = await Promise.all(paths.map(async (path) => {
    const [word] = old.exec(await read(path)) ?? [];
    return word === undefined ? [] : [`${path}: ${word}`];
  }));
  assertEquals(found.flat(), []);
});

/** What is not in a text, wherever its lines end and whichever its apostrophes are. */
function listMissing(text: string, wanted: readonly string[]): string[] {
  const plain = (some: string) => some.replace(/\s+/g, " ").replaceAll("’", "'");
  return wanted.filter((one) => !plain(text).includes(plain(one)));
}
