/** A program, and the floor: no framework and no template engine, texts put together by hand, on Deno. */
import { Readable } from "node:stream";
import { askByFetch } from "./asking.js";
import { createSidebar, port, templates } from "./sidebar.js";

const { begin, find, finish, finishInPieces } = createSidebar(askByFetch);
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function render(part, values) {
  const { markup } = templates[part];
  let text = markup[0];
  for (let index = 0; index < values.length; index++) {
    text += escape(values[index]) + markup[index + 1];
  }
  return text;
}

function escape(text) {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (each) => ENTITIES[each]) : text;
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  const part = pathname.slice(1);
  if (!(part in templates)) return new Response(null, { status: 404 });
  const visit = await begin((name) => request.headers.get(name) ?? undefined, pathname);
  if (part === "sidebar") return await answerSidebar(visit);
  const { headers, body } = finish(visit, render(part, await find(part, visit)));
  return new Response(body, { headers });
}

async function answerSidebar(visit) {
  const history = find("communications", visit);
  const first = render("sidebar", await find("sidebar", visit));
  const second = history.then((values) => render("communications", values));
  const { headers, stream } = finishInPieces(visit, first, second);
  return new Response(Readable.toWeb(stream), { headers });
}

const onError = (error) => new Response(null, { status: error.status ?? 500 });

Deno.serve(
  { hostname: "127.0.0.1", port, onListen() {}, onError },
  answer,
);
