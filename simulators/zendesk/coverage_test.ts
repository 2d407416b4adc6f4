import { assertEquals } from "@std/assert";
import { readdir, readFile } from "node:fs/promises";
import { createRoutes } from "./app.ts";
import { COVERAGE } from "./coverage.ts";
import { deskData } from "./desk_data.ts";
import { INVOKES, SETS } from "./host/zaf_calls.js";
import { listPaths, requesterEvents } from "./host/zaf_paths.js";
import { LOCATIONS } from "./installation.ts";
import { createSimulation } from "./simulation.ts";
import { testOptions } from "./options_fixture.ts";

Deno.test("the coverage table lists every route there is, and no other", () => {
  const routes = createRoutes(createSimulation(testOptions())).routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  assertEquals([...new Set(routes)].sort(), Object.keys(COVERAGE.routes).sort());
});

Deno.test("the coverage table lists every path that can be read in each location", () => {
  const simulation = createSimulation(testOptions());
  const { currentUser, requesters, tickets, subdomain } = deskData(
    simulation,
    simulation.account.defaultAgent,
    null,
  );
  for (const location of LOCATIONS) {
    const paths = listPaths({
      location,
      ticket: tickets[0] ?? null,
      requester: requesters[0] ?? null,
      currentUser,
      subdomain,
      colorScheme: "light",
    });
    const leaves = paths.filter((path) => !paths.some((each) => each.startsWith(`${path}.`)));
    const listed = { ...COVERAGE.paths.everywhere, ...COVERAGE.paths[location] };
    assertEquals(leaves.sort(), Object.keys(listed).sort());
  }
});

Deno.test("the coverage table lists what apps may set and invoke", () => {
  assertEquals(Object.keys(SETS).sort(), Object.keys(COVERAGE.sets).sort());
  assertEquals(Object.keys(INVOKES).sort(), Object.keys(COVERAGE.invokes).sort());
});

Deno.test("the coverage table lists every event the page sends", async () => {
  const folder = new URL("host/", import.meta.url);
  const files = (await readdir(folder)).filter((file) => /^[a-z_]+\.js$/.test(file));
  const source = (await Promise.all(files.map((file) => readFile(new URL(file, folder), "utf8"))))
    .join("\n");
  const named = [...source.matchAll(/host\.(?:emit|ask)\("([^"]+)"/g)].map(([, name]) => name);
  const person = { id: 1, name: "A", email: "a@b.dk", locale: "da", otherEmails: [] };
  const changed = (["ticket.requester", "user"] as const)
    .flatMap((prefix) => requesterEvents(null, person, prefix)).map(([name]) => name);
  const sent = [...new Set([...named, ...changed])];
  assertEquals(sent.sort(), Object.keys(COVERAGE.events).sort());
});
