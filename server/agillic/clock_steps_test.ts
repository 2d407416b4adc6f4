import { assert, assertEquals, assertRejects } from "@std/assert";
import { AgillicError } from "./errors.ts";
import { answer, found, hang, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const key = { field: "EMAIL", value: "a@b.dk" };
const HOUR_MS = 3_600_000;
const STEPS: Record<string, number> = {
  "an hour back": -HOUR_MS,
  "an hour forward": HOUR_MS,
  "a day back": -24 * HOUR_MS,
  "a day forward": 24 * HOUR_MS,
};

for (const [name, stepMs] of Object.entries(STEPS)) {
  Deno.test(`a clock that is set ${name} leaves a call its ten seconds`, async () => {
    const calls: ((agillic: ScriptedAgillic) => Promise<unknown>)[] = [
      ({ client }) => client.findRecipient(key),
      ({ client }) => client.achieveEvent(key, "welcome_event"),
    ];
    for (const start of calls) {
      const agillic = new ScriptedAgillic(hang);
      const call = start(agillic);
      // Handled before it fails.
      const failed = assertRejects(() => call, AgillicError);
      await agillic.clock.advance(2_000);
      agillic.clock.step(stepMs);
      await agillic.clock.until(failed);
      assert(agillic.elapsedMs > 9_000 && agillic.elapsedMs <= 10_000, `${agillic.elapsedMs} ms`);
      assertEquals(agillic.clock.timers, 0);
    }
  });

  Deno.test(`a clock that is set ${name} changes no pause between attempts`, async () => {
    const agillic = new ScriptedAgillic(answer(503, "", { "Retry-After": "2" }), found());
    const call = agillic.client.findRecipient(key);
    await agillic.clock.advance(1_000);
    agillic.clock.step(stepMs);
    assert(await agillic.clock.until(call) !== null);
    assertEquals(agillic.times, [0, 2_100]);
  });

  Deno.test(`a clock that is set ${name} keeps nobody waiting for a place`, async () => {
    const agillic = new ScriptedAgillic(hang);
    const calls = Array.from({ length: 17 }, (_, number) =>
      assertRejects(
        () => agillic.client.achieveEvent({ ...key, value: `${number}@b.dk` }, "welcome_event"),
        AgillicError,
      ));
    await agillic.clock.advance(1_000);
    agillic.clock.step(stepMs);
    await agillic.clock.until(Promise.all(calls));
    assert(agillic.elapsedMs <= 10_000, `${agillic.elapsedMs} ms`);
  });
}
