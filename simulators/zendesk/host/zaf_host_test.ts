import { assertEquals, assertStringIncludes } from "@std/assert";
import { createZafHost } from "./zaf_host.js";

type Message = {
  id?: number;
  key?: string;
  message?: unknown;
  needsReply?: boolean;
  result?: Record<string, unknown> & { errors: Record<string, { message: string; path: string }> };
};

const REGISTRATION = { metadata: { appId: 1 }, context: { location: "ticket_sidebar" } };

/** A host whose app has shaken hands, and what it has posted since. */
async function setUp() {
  const posted: Message[] = [];
  const host = createZafHost({
    post: (message) => posted.push(message),
    registration: () => REGISTRATION,
    get: (path) => {
      if (path === "ticket.nope") throw new Error("No such Api");
      return path === "ticket.id" ? 101 : undefined;
    },
    set: (path, value) => `${path}=${value}`,
    invoke: (path, args) => [path, ...args],
    request: (options) =>
      Promise.resolve({ done: !("fail" in options), args: [options, "status"] }),
  });
  const receive = (message: object) =>
    host.receive(JSON.stringify({ appGuid: "guid", instanceGuid: "guid", ...message }));
  await receive({ key: "iframe.handshake", message: { version: "2.0.9" } });
  return { host, receive, posted };
}

Deno.test("a handshake is answered with metadata and context", async () => {
  const { posted } = await setUp();
  assertEquals(posted, [{ key: "zaf.app.registered", message: REGISTRATION }]);
});

Deno.test("get answers each path, null for a value there is not, and errors per path", async () => {
  const { receive, posted } = await setUp();
  await receive({
    id: 7,
    request: "get",
    params: ["ticket.id", "ticket.requester", "ticket.nope"],
  });
  const answer = posted.at(-1);
  assertEquals(answer?.id, 7);
  assertEquals(answer?.result?.["ticket.id"], 101);
  assertEquals(answer?.result?.["ticket.requester"], null);
  assertEquals(answer?.result?.errors["ticket.nope"]?.message, "No such Api");
  assertEquals(answer?.result?.errors["ticket.nope"]?.path, "ticket.nope");
});

Deno.test("set and invoke answer under their path", async () => {
  const { receive, posted } = await setUp();
  await receive({ id: 1, request: "set", params: { "ticket.subject": "Hi" } });
  assertEquals(posted.at(-1)?.result?.["ticket.subject"], "ticket.subject=Hi");
  await receive({ id: 2, request: "invoke", params: { notify: ["Hi", "error"] } });
  assertEquals(posted.at(-1)?.result?.notify, ["notify", "Hi", "error"]);
});

Deno.test("a request is answered done or fail with its arguments", async () => {
  const { receive, posted } = await setUp();
  await receive({ key: "request:1", message: { url: "/x" } });
  assertEquals(posted.at(-1)?.key, "zaf.request:1.done");
  await receive({ key: "request:2", message: { url: "/x", fail: true } });
  assertEquals(posted.at(-1)?.key, "zaf.request:2.fail");
  assertEquals(posted.at(-1)?.message, { responseArgs: [{ url: "/x", fail: true }, "status"] });
});

Deno.test("an event reaches only an app that listens, until it stops", async () => {
  const { host, receive, posted } = await setUp();
  assertEquals(host.emit("colorScheme.changed", "dark"), false);
  await receive({ key: "iframe.on:colorScheme.changed", message: { subscriberCount: 1 } });
  assertEquals(host.emit("colorScheme.changed", "dark"), true);
  assertEquals(posted.at(-1)?.message, "dark");
  await receive({ key: "iframe.off:colorScheme.changed", message: { subscriberCount: 0 } });
  assertEquals(host.emit("colorScheme.changed", "light"), false);
});

Deno.test("a new handshake forgets what the page before listened for", async () => {
  const { host, receive } = await setUp();
  await receive({ key: "iframe.on:app.activated", message: { subscriberCount: 1 } });
  await receive({ key: "iframe.handshake", message: { version: "2.0.9" } });
  assertEquals(host.emit("app.activated", {}), false);
});

Deno.test("a hook passes when the app agrees or does not listen, and gives its reason when it objects", async () => {
  const { host, receive, posted } = await setUp();
  assertEquals(await host.ask("ticket.save"), null);
  await receive({ key: "iframe.on:ticket.save", message: { subscriberCount: 1 } });
  const agreed = host.ask("ticket.save");
  assertEquals(posted.at(-1)?.needsReply, true);
  await host.receive({ key: "iframe.reply:ticket.save", appGuid: "guid" });
  assertEquals(await agreed, null);
  const refused = host.ask("ticket.save");
  await host.receive({ key: "iframe.reply:ticket.save", error: { msg: "not now" } });
  assertEquals(await refused, "not now");
});

Deno.test("noise on the channel is ignored, and the log holds no values", async () => {
  const lines: string[] = [];
  const host = createZafHost({
    post: () => {},
    registration: () => REGISTRATION,
    get: () => "secret",
    set: () => null,
    invoke: () => null,
    request: () => Promise.resolve({ done: true, args: [] }),
    log: (kind, what) => lines.push(`${kind} ${what}`),
  });
  for (const noise of ["not json", "3", "null", null, { some: "thing" }]) await host.receive(noise);
  await host.receive({ key: "request:1", message: { url: "/a?email=a@b.dk", type: "GET" } });
  assertEquals(lines, ["request GET /a"]);
  assertStringIncludes(lines[0] ?? "", "/a");
});
