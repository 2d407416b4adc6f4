import { assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { ConnectionBroken } from "./connection.ts";
import { call, createTestSimulator, historyPath } from "./client_fixture.ts";

const mette = "/recipients/EMAIL=mette%40example.dk";
const achieve = `POST ${mette}/events/welcome_event/:achieveEvent`;

Deno.test("down breaks every call until it is up again", async () => {
  const simulator = createTestSimulator();
  simulator.set({ down: true });
  const error = await assertRejects(() => call(simulator, `GET ${mette}`), TypeError);
  assertInstanceOf(error, ConnectionBroken);
  await assertRejects(() => call(simulator, achieve), TypeError);
  simulator.set({ down: false });
  assertEquals((await call(simulator, `GET ${mette}`)).status, 200);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
});

Deno.test("dropNext breaks as many calls as it says, before anything is done", async () => {
  const simulator = createTestSimulator();
  simulator.set({ dropNext: 2 });
  await assertRejects(() => call(simulator, achieve), TypeError);
  await assertRejects(() => call(simulator, achieve), TypeError);
  assertEquals(simulator.switches.dropNext, 0);
  assertEquals((await call(simulator, achieve)).status, 200);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("dropAfterDoingNext performs the write and then breaks; reads do not use it up", async () => {
  const simulator = createTestSimulator();
  simulator.set({ dropAfterDoingNext: 1 });
  assertEquals((await call(simulator, `GET ${mette}`)).status, 200);
  assertEquals((await call(simulator, `POST ${historyPath("mette@example.dk")}`)).status, 200);
  await assertRejects(() => call(simulator, achieve), TypeError);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
  assertEquals(simulator.calls.at(-1)?.outcome, "broken");
});

Deno.test("stallAfterDoingNext performs the write and answers only the caller's giving up", async () => {
  const simulator = createTestSimulator();
  simulator.set({ stallAfterDoingNext: 1 });
  const { signal, ...giving } = createGivingUp();
  const answer = call(simulator, achieve, { signal });
  giving.up();
  await assertRejects(() => answer, DOMException, "gave up");
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("hangNext does nothing and answers only the caller's giving up", async () => {
  const simulator = createTestSimulator();
  simulator.set({ hangNext: 1 });
  const { signal, ...giving } = createGivingUp();
  const answer = call(simulator, achieve, { signal });
  giving.up();
  await assertRejects(() => answer, DOMException, "gave up");
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
});

Deno.test("a call that was given up before it began does nothing and is not noted", async () => {
  const simulator = createTestSimulator();
  await assertRejects(() => call(simulator, achieve, { signal: AbortSignal.abort() }));
  assertEquals(simulator.calls.length, 0);
});

Deno.test("rateLimitNext answers 429 with Retry-After or without, and does nothing", async () => {
  const simulator = createTestSimulator();
  simulator.set({ rateLimitNext: 2, retryAfter: "3" });
  const limited = await call(simulator, achieve);
  assertEquals([limited.status, limited.headers.get("Retry-After")], [429, "3"]);
  simulator.set({ retryAfter: null });
  assertEquals((await call(simulator, achieve)).headers.get("Retry-After"), null);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
  assertEquals((await call(simulator, achieve)).status, 200);
});

Deno.test("failNext answers the chosen 5xx and does nothing", async () => {
  const simulator = createTestSimulator();
  simulator.set({ failNext: 1, failStatus: 502 });
  const failed = await call(simulator, achieve);
  assertEquals(failed.status, 502);
  assertEquals((await failed.json()).status, "502");
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
});

Deno.test("onlyRoutes keeps faults to the routes named", async () => {
  const simulator = createTestSimulator();
  simulator.set({ down: true, onlyRoutes: ["POST /recipients/:id/:listCommunicationHistory"] });
  assertEquals((await call(simulator, `GET ${mette}`)).status, 200);
  await assertRejects(() => call(simulator, `POST ${historyPath("mette@example.dk")}`), TypeError);
});

Deno.test("the answer's body is halved, broken, emptied, of another shape, or a page", async () => {
  const simulator = createTestSimulator();
  const read = () => call(simulator, `GET ${mette}`);
  const whole = await (await read()).text();
  simulator.set({ halfBodyNext: 1 });
  assertEquals(await (await read()).text(), whole.slice(0, Math.floor(whole.length / 2)));
  simulator.set({ brokenBodyNext: 1 });
  const broken = await read();
  assertEquals(broken.status, 200);
  await assertRejects(() => broken.text(), TypeError);
  simulator.set({ emptyBodyNext: 1 });
  assertEquals(await (await read()).text(), "");
  simulator.set({ unexpectedShapeNext: 1 });
  assertEquals((await (await read()).json()).personData, "unexpected");
  simulator.set({ htmlBodyNext: 1 });
  const page = await read();
  assertEquals(page.status, 200);
  assertEquals(page.headers.get("Content-Type"), "text/html; charset=utf-8");
  assertEquals(await (await read()).text(), whole);
});

Deno.test("latency is the recipient's, else the route's, else everybody's", async () => {
  const waited: number[] = [];
  const simulator = createTestSimulator({
    delay(ms) {
      waited.push(ms);
      return Promise.resolve();
    },
  });
  simulator.set({
    latencyMs: 10,
    latencyByRoute: { "GET /recipients/:id": 20 },
    latencyByRecipient: { "mette@example.dk": 30 },
  });
  await call(simulator, `GET ${mette}`);
  await call(simulator, "GET /recipients/EMAIL=empty%40example.dk");
  await call(simulator, "GET /discovery/persondata");
  assertEquals(waited, [30, 20, 10]);
});

Deno.test("a call given up while it waits is never performed", async () => {
  const simulator = createTestSimulator();
  simulator.set({ latencyMs: 60_000 });
  const { signal, ...giving } = createGivingUp();
  const answer = call(simulator, achieve, { signal });
  giving.up();
  await assertRejects(() => answer, DOMException, "gave up");
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
});

Deno.test("the call above the limit at the same time is answered 429", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const simulator = createTestSimulator({ delay: () => promise });
  simulator.set({ latencyMs: 1, concurrentCalls: 2 });
  const held = [call(simulator, `GET ${mette}`), call(simulator, `GET ${mette}`)];
  simulator.set({ latencyMs: 0 });
  assertEquals((await call(simulator, `GET ${mette}`)).status, 429);
  resolve();
  assertEquals((await Promise.all(held)).map(({ status }) => status), [200, 200]);
  assertEquals((await call(simulator, `GET ${mette}`)).status, 200);
});

Deno.test("the calls above the day's limit are answered 429 until the next day", async () => {
  const simulator = createTestSimulator();
  simulator.set({ callsPerDay: 1 });
  const read = async () => (await call(simulator, `GET ${mette}`)).status;
  assertEquals([await read(), await read()], [200, 429]);
  simulator.clock.now += 86_400_000;
  assertEquals(await read(), 200);
});

Deno.test("the latest thousand calls are kept, and all are counted", async () => {
  const simulator = createTestSimulator();
  for (let i = 0; i < 1001; i++) await call(simulator, `GET ${mette}`);
  await call(simulator, "GET /nowhere");
  assertEquals(simulator.calls.length, 1000);
  assertEquals(simulator.counts.get("GET /recipients/:id"), 1001);
  assertEquals(simulator.calls.at(-2)?.path, mette);
  assertEquals(simulator.calls.at(-1), {
    method: "GET",
    route: "*",
    path: "/nowhere",
    at: simulator.clock.now,
    outcome: 404,
  });
});

function createGivingUp(): { signal: AbortSignal; up(): void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    up: () => controller.abort(new DOMException("gave up", "TimeoutError")),
  };
}
