/** A peer: Fastify and Eta. */
import { createRequire } from "node:module";
import { ask } from "./asking.js";
import { createSidebar, port, templates } from "./sidebar.js";
import { renderersOf } from "./template_source.js";

// Not imported: the product's own checks would look for what only the benchmark installs.
const require = createRequire(import.meta.url);
const Fastify = require("fastify");
const { Eta } = require("eta");

const eta = new Eta({ autoTrim: false });
const render = renderersOf(templates, (source) => {
  const template = eta.compile(source);
  return (values) => eta.render(template, values);
});
const { begin, find, finish, finishInPieces } = createSidebar(ask);
const app = Fastify();

for (const part of ["recipient", "communications"]) {
  app.get(`/${part}`, async ({ headers }, reply) => {
    const visit = await begin((name) => headers[name], `/${part}`);
    const values = await find(part, visit);
    const answer = finish(visit, render[part]({ values }));
    return reply.headers(answer.headers).send(answer.body);
  });
}

app.get("/sidebar", async ({ headers }, reply) => {
  const visit = await begin((name) => headers[name], "/sidebar");
  const history = find("communications", visit);
  const first = render.sidebar({ values: await find("sidebar", visit) });
  const second = history.then((values) => render.communications({ values }));
  const answer = finishInPieces(visit, first, second);
  return reply.headers(answer.headers).send(answer.stream);
});

await app.listen({ port, host: "127.0.0.1" });
