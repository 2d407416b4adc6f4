/**
 * A program: serves a React page, its files as well compressed as ours, and Agillic's JSON as it comes, compressed, too.
 * Arguments: port, upstream, the folder of the bundle, the fields, and whether the page has our stylesheet.
 */
import { brotliCompressSync } from "node:zlib";

const [port, upstream, folder, fields, looks] = Deno.args;
const DIST = new URL("../../app-shell/dist/", import.meta.url);
const { style } = JSON.parse(await Deno.readTextFile(new URL("assets.json", DIST)));
const files = new Map([
  ["/app.js", await readFile(`${folder}/app.js`, "text/javascript; charset=utf-8")],
  ["/app.css", await readFile(new URL(style, DIST), "text/css; charset=utf-8")],
]);
const THREE_MONTHS_MS = 92 * 86_400_000;

const page = `<!doctype html>
<html lang="en" data-color-scheme="light">
<meta charset="utf-8">
<title>React</title>
${looks === "ours" ? '<link rel="stylesheet" href="/app.css">' : ""}
<body data-fields="${fields}">
<div id="root"></div>
<script type="module" src="/app.js"></script>
</body>
</html>`;

const headers = {
  accept: "application/json",
  authorization: `Basic ${btoa("agillic-key:agillic-secret")}`,
};

async function readFile(path: string | URL, type: string): Promise<() => Response> {
  const bytes = new Uint8Array(brotliCompressSync(await Deno.readFile(path)));
  const headers = {
    "content-type": type,
    "content-encoding": "br",
    "cache-control": "public, max-age=31536000, immutable",
  };
  return () => new Response(bytes, { headers });
}

async function passOn(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(`${upstream}${path}`, init);
  return new Response(await answer.text(), {
    status: answer.status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

const options = {
  hostname: "127.0.0.1",
  port: Number(port),
  automaticCompression: true,
  onListen() {},
};

Deno.serve(options, async (request) => {
  const email = decodeURIComponent(request.headers.get("requester-email") ?? "");
  const recipient = `/recipients/EMAIL=${encodeURIComponent(email)}`;
  const { pathname } = new URL(request.url);
  switch (pathname) {
    case "/shell":
      return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
    case "/recipient.json":
      return await passOn(recipient, { headers });
    case "/communications.json": {
      const period = new URLSearchParams({
        dateStart: new Date(Date.now() - THREE_MONTHS_MS).toISOString(),
        dateEnd: new Date().toISOString(),
      });
      const path = `${recipient}/:listCommunicationHistory?${period}`;
      return await passOn(path, { method: "POST", headers });
    }
    default:
      return files.get(pathname)?.() ?? new Response(null, { status: 404 });
  }
});
