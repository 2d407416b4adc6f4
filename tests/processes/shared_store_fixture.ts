/** What two servers have to do with a store that they share, as tests. */
import { assertEquals } from "@std/assert";
import { actionIn } from "../journeys/answers.ts";
import { ACHIEVE, METTE, openAccount, signIn, WITH_CONTEXT } from "./account.ts";
import { startServer, until } from "./server_process.ts";

// By hand: POSTS=10000.
const POSTS = Number(Deno.env.get("POSTS") ?? 100);
const AT_ONCE = 100;

/** The variables that name a store; undefined for the account's own file. */
export type StoreEnv = Record<string, string> | undefined;

/** Two servers of an account, and an agent who has signed in at the first. */
export type Two = Awaited<ReturnType<typeof openTwo>>;

/** Starts two servers that share a store; `more` is laid over their environment. */
export async function openTwo(store: StoreEnv, more: Record<string, string> = {}) {
  const account = await openAccount(store);
  const env = { ...account.env, ...more };
  const [first, second] = await Promise.all([startServer(env), startServer(env)]);
  return {
    account,
    first,
    second,
    agent: await signIn(account, first.origin),
    async [Symbol.asyncDispose]() {
      for (const one of [first, second, account]) await one[Symbol.asyncDispose]();
    },
  };
}

/** An answer's status and what it says of the action. */
async function outcomeOf(response: Promise<Response>): Promise<[status: number, words: string]> {
  const html = await (await response).text();
  const problem = /class="problem" data-problem="(\w+)"/.exec(html)?.[1];
  return [
    (await response).status,
    problem ?? /class="done".*?<strong>(.*?)</.exec(html)?.[1] ?? "",
  ];
}

/** Registers the tests for one kind of store; `findStore` answers the variables that name an empty one. */
export function testSharedStore(
  name: string,
  findStore: () => Promise<StoreEnv>,
  { ignore = false } = {},
): void {
  function test(what: string, run: (two: Two) => Promise<void>) {
    Deno.test({
      name: `${name}: ${what}`,
      ignore,
      async fn() {
        await using two = await openTwo(await findStore());
        await run(two);
      },
    });
  }

  test(`${POSTS} posts of one action to two processes trigger once, and all answer alike`, async (two) => {
    const { account: { agillic }, agent, first, second } = two;
    const action = actionIn(await (await agent.get(first.origin, "/events")).text());
    agillic.set({ latencyByRoute: { [ACHIEVE]: 300 } });

    const answers = new Set<string>();
    for (let posted = 0; posted < POSTS; posted += AT_ONCE) {
      const outcomes = await Promise.all(
        Array.from(
          { length: AT_ONCE },
          (_, index) =>
            outcomeOf(agent.post((index % 2 === 0 ? first : second).origin, "/events/1", action)),
        ),
      );
      outcomes.forEach((outcome) => answers.add(String(outcome)));
    }

    assertEquals([...answers], ["200,Event triggered"]);
    assertEquals([agillic.achieved(METTE, "welcome_event"), agillic.counts.get(ACHIEVE)], [1, 1]);
    const audit = [first, second].map(({ lines }) => lines.filter(({ type }) => type === "action"));
    assertEquals(audit.map(({ length }) => length), [POSTS / 2, POSTS / 2]);
    assertEquals(audit.flat().filter(({ repeated }) => repeated === false).length, 1);
  });

  test("posts of one action with two sets of values to two processes trigger once, with one of them", async (two) => {
    const { account, first, second } = two;
    account.zendesk.configure({
      event_1_name: "order_late",
      event_1_context: "order: ORDER_ID=Order number",
      cool_down_seconds: "0",
    });
    const agent = await signIn(account, first.origin);
    const action = actionIn(await (await agent.get(first.origin, "/events")).text());

    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => {
        const { origin } = index % 2 === 0 ? first : second;
        const values = { ORDER_ID: index % 3 === 0 ? "1" : "2" };
        return outcomeOf(agent.post(origin, "/events/1", action, values));
      }),
    );

    assertEquals(
      new Set(outcomes.map(String)),
      new Set(["200,Event triggered", "409,done_meanwhile"]),
    );
    const { agillic } = account;
    assertEquals([agillic.achieved(METTE, "order_late"), agillic.counts.get(WITH_CONTEXT)], [1, 1]);
    const sent = agillic.contextOf(METTE, "order_late")?.ORDER_ID;
    const same = outcomes.filter((_, index) => (index % 3 === 0 ? "1" : "2") === sent);
    assertEquals(new Set(same.map(String)), new Set(["200,Event triggered"]));
  });

  test("a process killed between claim and answer leaves an unknown outcome to the others, never a second trigger", async (two) => {
    const { account: { agillic }, agent, first, second } = two;
    const action = actionIn(await (await agent.get(first.origin, "/events")).text());
    agillic.set({ stallAfterDoingNext: 1, onlyRoutes: [ACHIEVE] });

    const broken = agent.post(first.origin, "/events/1", action).then(() => false, () => true);
    await until(() => agillic.achieved(METTE, "welcome_event") === 1);
    first.kill("SIGKILL");
    const waited = await Promise.all(
      [1, 2, 3].map(() => outcomeOf(agent.post(second.origin, "/events/1", action))),
    );
    const again = await outcomeOf(agent.post(second.origin, "/events/1", action));
    const forms = await (await agent.get(second.origin, "/events")).text();
    const fresh = await outcomeOf(agent.post(second.origin, "/events/1", actionIn(forms)));

    assertEquals(await broken, true);
    // Its last word is what it was about to do.
    assertEquals(first.lines.at(-1)?.type, "action_started");
    for (const outcome of [...waited, again]) assertEquals(outcome, [504, "outcome_unknown"]);
    assertEquals(fresh, [429, "cooling_down"]);
    assertEquals([agillic.achieved(METTE, "welcome_event"), agillic.counts.get(ACHIEVE)], [1, 1]);
  });
}
