import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { parsePort, serve } from "./main.ts";

const headers = { Authorization: `Basic ${btoa("agillic-key:agillic-secret")}` };
const path = "/recipients/EMAIL=s%C3%B8ren%2Bnyhed%40example.dk";
const achieve = `${path}/events/welcome_event/:achieveEvent`;

Deno.test("over HTTP it answers, creates, and shows its page", async () => {
  const { origin, close, simulator } = await serve(0);
  try {
    const read = await fetch(`${origin}${path}`, { headers });
    assertEquals((await read.json()).personData.FIRSTNAME, "Søren");
    const created = await fetch(`${origin}/recipients`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json; charset=utf-8" },
      body: JSON.stringify({ personData: { EMAIL: "ny@example.dk", FIRSTNAME: "Åse" } }),
    });
    assertEquals([created.status, await created.text()], [201, ""]);
    assertEquals(simulator.calls.map(({ path }) => path), [path, "/recipients"]);
    const page = await fetch(origin);
    assertEquals((await page.text()).includes("ny@example.dk"), true);
  } finally {
    await close();
  }
});

Deno.test("over HTTP a broken connection is closed, before or after the write, or in the body", async () => {
  const { origin, close, simulator } = await serve(0);
  try {
    simulator.set({ dropNext: 1 });
    await assertRejects(() => fetch(`${origin}${path}`, { headers }), TypeError);
    simulator.set({ dropAfterDoingNext: 1 });
    await assertRejects(() => fetch(`${origin}${achieve}`, { method: "POST", headers }), TypeError);
    assertEquals(simulator.achieved("søren+nyhed@example.dk", "welcome_event"), 1);
    simulator.set({ brokenBodyNext: 1 });
    const broken = await fetch(`${origin}${path}`, { headers });
    assertEquals(broken.status, 200);
    await assertRejects(() => broken.text(), TypeError);
  } finally {
    await close();
  }
});

Deno.test("over HTTP a caller who gives up ends the hanging call", async () => {
  const { origin, close, simulator } = await serve(0);
  try {
    simulator.set({ hangNext: 1 });
    const controller = new AbortController();
    const answer = fetch(`${origin}${path}`, { headers, signal: controller.signal });
    const rejected = assertRejects(() => answer, DOMException);
    while (simulator.calls.length === 0) await fetch(`${origin}/_simulator/switches`).then(drain);
    controller.abort();
    await rejected;
    while (simulator.calls[0]?.outcome === "waiting") {
      await fetch(`${origin}/_simulator/switches`).then(drain);
    }
    assertEquals(simulator.calls[0]?.outcome, "broken");
  } finally {
    await close();
  }
});

Deno.test("--port takes a port number, and other arguments are refused", () => {
  assertEquals(parsePort([]), 8001);
  assertEquals(parsePort(["--port", "9001"]), 9001);
  for (const port of ["", "x", "-1", "65536", "1.5"]) {
    assertThrows(() => parsePort([`--port=${port}`]), RangeError, "--port must be a port number");
  }
  assertThrows(() => parsePort(["--prot", "9001"]), TypeError);
});

function drain(answer: Response): Promise<void> | undefined {
  return answer.body?.cancel();
}
