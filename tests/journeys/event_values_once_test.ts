/** Events that are sent with values happen once, with one set of them. */
import { assertEquals, assertMatch } from "@std/assert";
import { auditOf, firstAction, until } from "./actions.ts";
import { textOf } from "./answers.ts";
import { ACHIEVE, achieved, fieldsOf, post, start, VALUES } from "./event_values.ts";

Deno.test("after 429 the same values are sent again", async () => {
  using app = await start();
  app.agillic.set({ rateLimitNext: 2 });
  assertEquals((await post(app, await firstAction(app), VALUES)).status, 200);
  assertEquals(app.sent.length, 3);
  assertEquals(new Set(app.sent.map((body) => JSON.stringify(body))).size, 1);
  assertEquals(achieved(app), 1);
});

Deno.test("a repetition with the same values answers the same, with others it is refused", async () => {
  using app = await start({ settings: { cool_down_seconds: "0" } });
  const action = await firstAction(app);
  await post(app, action, VALUES);
  app.clock.now += 5_000;

  const same = await post(app, action, VALUES);
  assertEquals([same.status, auditOf(app).at(-1)?.repeated], [200, true]);
  const others: Record<string, string>[] = [
    { ...VALUES, ORDER_ID: "78" },
    { ...VALUES, DAYS: "" },
    { ...VALUES, ORDER_ID: VALUES.REASON, REASON: "Late" },
    { ORDER_ID: VALUES.ORDER_ID },
  ];
  for (const values of others) {
    const { status, html, problem } = await post(app, action, values);
    assertEquals([status, problem], [409, "done_meanwhile"]);
    assertMatch(textOf(html), /Mette Agent started this 5 sec ago.*Nothing was sent again\./);
    assertEquals(fieldsOf(html).ORDER_ID, values.ORDER_ID);
    assertEquals(auditOf(app).at(-1)?.outcome, "refused");
  }
  assertEquals([achieved(app), app.agillic.counts.get(ACHIEVE)], [1, 1]);
});

Deno.test("a repetition with other values is refused while the first is under way, too", async () => {
  const answers: PromiseWithResolvers<undefined>[] = [];
  using app = await start({
    intercept: ({ pathname }) => {
      if (!pathname.endsWith("/:achieveWithContext")) return undefined;
      const answer = Promise.withResolvers<undefined>();
      answers.push(answer);
      return answer.promise;
    },
  });
  const action = await firstAction(app);
  const first = post(app, action, VALUES);
  await until(() => answers.length === 1);

  const other = await post(app, action, { ...VALUES, ORDER_ID: "78" });
  answers[0]?.resolve(undefined);

  assertEquals([other.problem, (await first).status, achieved(app)], ["done_meanwhile", 200, 1]);
});

Deno.test("of twenty posts of one action at one moment with two sets of values, one is sent", async () => {
  using app = await start({ settings: { cool_down_seconds: "0" } });
  const action = await firstAction(app);

  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, index) => await post(app, action, { ...VALUES, ORDER_ID: String(index % 2) }),
    ),
  );

  assertEquals([achieved(app), app.agillic.counts.get(ACHIEVE)], [1, 1]);
  assertEquals(answers.filter(({ status }) => status === 200).length, 10);
  assertEquals(answers.filter(({ problem }) => problem === "done_meanwhile").length, 10);
});

Deno.test("of twenty agents with values of their own one sends the event within the cool-down", async () => {
  using app = await start();
  const actions = await Promise.all(Array.from({ length: 20 }, () => firstAction(app)));

  const answers = await Promise.all(
    actions.map((action, index) => post(app, action, { ...VALUES, ORDER_ID: String(index) })),
  );

  assertEquals([achieved(app), app.sent.length], [1, 1]);
  assertEquals(answers.filter(({ problem }) => problem === "cooling_down").length, 19);
});
