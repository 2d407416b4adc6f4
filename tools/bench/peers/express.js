/** A peer: Express and EJS. */
import { createRequire } from "node:module";
import { ask } from "./asking.js";
import { createSidebar, port, templates } from "./sidebar.js";
import { renderersOf } from "./template_source.js";

// Not imported: the product's own checks would look for what only the benchmark installs.
const require = createRequire(import.meta.url);
const express = require("express");
const ejs = require("ejs");

const render = renderersOf(
  templates,
  (source) => ejs.compile(source, { localsName: "it", _with: false }),
);
const { begin, find, finish, finishInPieces } = createSidebar(ask);
const app = express().disable("x-powered-by").disable("etag");

for (const part of ["recipient", "communications"]) {
  app.get(`/${part}`, async ({ headers }, response) => {
    const visit = await begin((name) => headers[name], `/${part}`);
    const values = await find(part, visit);
    const answer = finish(visit, render[part]({ values }));
    response.set(answer.headers).send(answer.body);
  });
}

app.get("/sidebar", async ({ headers }, response) => {
  const visit = await begin((name) => headers[name], "/sidebar");
  const history = find("communications", visit);
  const first = render.sidebar({ values: await find("sidebar", visit) });
  const second = history.then((values) => render.communications({ values }));
  const answer = finishInPieces(visit, first, second);
  answer.stream.pipe(response.set(answer.headers));
});

// Express knows it by its four parameters.
app.use((error, _request, response, _next) => response.sendStatus(error.status ?? 500));

app.listen(port, "127.0.0.1");
