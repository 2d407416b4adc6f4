/** Everything that an agent, or a stranger, can post about events with values, pauses and masked values, as tests. */
import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { DEVELOPMENT_WEBHOOK_SECRET } from "../../simulators/zendesk/settings.ts";
import type { WebhookOverrides } from "../../simulators/zendesk/webhooks.ts";
import { actionIn } from "../journeys/answers.ts";
import {
  type Account,
  ACHIEVE,
  type Agent,
  METTE,
  type Post,
  signIn,
  WITH_CONTEXT,
} from "./account.ts";
import { until } from "./server_process.ts";
import { openTwo, type StoreEnv, type Two } from "./shared_store_fixture.ts";

// By hand: POSTS=10000.
const POSTS = Number(Deno.env.get("POSTS") ?? 1);
const ROUNDS = 4;
const PHASES = 3;
const AT_ONCE = 20;
// In one go, and one more a minute.
const MOST_REVEALS = 60;

const SETTINGS = {
  event_1_name: "order_late",
  event_1_context: "order: ORDER_ID=Order number (required)",
  event_3_resume_event: "resume_communication",
  masked_person_data: "MSISDN, BIRTHDATE",
  cool_down_seconds: "0",
};
const OTHER_REQUESTER = {
  "Requester-Email": encodeURIComponent("unsubscribed@example.dk"),
  "Requester-Id": "503",
};
const FORGED = { Authorization: "Bearer forged" };
const OTHER_TICKET = { "Ticket-Id": "102" };
const REFUSED = [400, 401, 404, 409, 410];
const MASKED = { MSISDN: "4520123456", BIRTHDATE: "Mar 14, 1987" };

/** A post or a webhook, and the statuses that may answer it. */
type Attempt = {
  name: string;
  statuses: readonly number[];
  send(origin: string): Promise<Response>;
};

/** The sealed actions that an agent is shown: of two events, and of what the second has paused. */
type Shown = { late: string; pause: string; resume: string };

/** Registers the test for one kind of store; `findStore` answers the variables that name an empty one. */
export function testHostilePosts(
  name: string,
  findStore: () => Promise<StoreEnv>,
  { ignore = false } = {},
): void {
  Deno.test({
    name: `${name}: of hostile posts to two processes nothing comes twice, or unasked`,
    ignore,
    async fn() {
      const store = await findStore();
      await using two = await openTwo(store, { WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET });
      two.account.zendesk.configure(SETTINGS);
      const agent = await signIn(two.account, two.first.origin);
      await attack(two, agent);
    },
  });
}

async function attack(two: Two, agent: Agent): Promise<void> {
  const { account, first, second } = two;
  const startedAt = performance.now();
  const revealed: string[] = [];
  const spent: Attempt[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const { pause } = await findShown(agent, first.origin);
    const pausing = { path: "/events/3", form: { action: pause } };
    const { status, body } = await agent.send(first.origin, pausing);
    await body?.cancel();
    assertEquals(status, 200);
    const shown = await findShown(agent, first.origin);
    const asked = await listAsked(account, agent, shown, round);
    const unasked = [...spent, ...await listUnasked(account, agent, shown)];
    spent.push(attempt(agent, [200], pausing));

    await attemptAll(two, unasked, revealed);
    assertEquals(happened(account), [round, round - 1, round - 1], "only what was asked for");
    await attemptAll(two, [...asked, ...unasked, ...spent], revealed);
    await until(() => happened(account)[1] === round);
    await attemptAll(two, [...asked, ...unasked, ...spent], revealed);
    assertEquals(happened(account), [round, round, round], "each once");

    // In the next round they ask for what is done.
    spent.push(...asked);
  }

  const posts = [...account.agillic.counts].filter(([route]) => !route.startsWith("GET "));
  assertEquals(new Map(posts), new Map([[ACHIEVE, 2 * ROUNDS], [WITH_CONTEXT, ROUNDS]]));
  const lines = [...first.lines, ...second.lines];
  assertEquals(lines.filter(({ type }) => type === "fault"), []);
  const fields = lines.filter(({ type }) => type === "reveal").map(({ field }) => field);
  assertEquals(revealed.toSorted(), fields.toSorted());
  const minutes = (performance.now() - startedAt) / 60_000;
  assertLessOrEqual(revealed.length, MOST_REVEALS + minutes);
}

async function findShown(agent: Agent, origin: string): Promise<Shown> {
  const html = await (await agent.get(origin, "/events")).text();
  const resume = /action="\/events\/3\/resume".*?name="action" value="([^"]*)"/s.exec(html);
  return {
    late: actionIn(html, "event-1"),
    pause: actionIn(html, "event-3"),
    resume: resume?.[1] ?? "",
  };
}

/** How often it was paused, resumed, and told that an order is late. */
function happened({ agillic }: Account): number[] {
  return ["pause_communication", "resume_communication", "order_late"]
    .map((event) => agillic.achieved(METTE, event));
}

/** What an agent may ask for, by every way, and more than once. */
async function listAsked(
  account: Account,
  agent: Agent,
  { late, resume }: Shown,
  round: number,
): Promise<Attempt[]> {
  const copies = [1, 2].map((copy) => notify(account, [204], { body: { round, copy } }));
  const masked = ["MSISDN", "BIRTHDATE"].map((field) => `/recipient/values/${field}`);
  const values = ["1", "2"].map((ORDER_ID) => ({ action: late, ORDER_ID }));
  return [
    ...await Promise.all(copies),
    ...masked.map((path) => attempt(agent, [200, 429], { path })),
    ...values.map((form) => attempt(agent, [200, 409], { path: "/events/1", form })),
    attempt(agent, [200, 409], { path: "/events/3/resume", form: { action: resume } }),
  ];
}

/** What nobody may have. */
async function listUnasked(
  account: Account,
  agent: Agent,
  { late, pause, resume }: Shown,
): Promise<Attempt[]> {
  const form = { action: late, ORDER_ID: "1" };
  const posts: Post[] = [
    ...[FORGED, OTHER_REQUESTER, OTHER_TICKET].flatMap((headers) => [
      { path: "/events/1", form, headers },
      { path: "/events/3", form: { action: pause }, headers },
      { path: "/events/3/resume", form: { action: resume }, headers },
    ]),
    ...[late, pause, resume].flatMap((action) =>
      ["", altered(action), action.slice(1), `${action}=`].flatMap((action) => [
        { path: "/events/1", form: { ...form, action } },
        { path: "/events/3", form: { action } },
        { path: "/events/3/resume", form: { action } },
      ])
    ),
    ...[pause, resume].map((action) => ({ path: "/events/1", form: { ...form, action } })),
    ...[late, resume].map((action) => ({ path: "/events/3", form: { action } })),
    ...[late, pause].map((action) => ({ path: "/events/3/resume", form: { action } })),
    { path: "/events/1/resume", form: { action: resume } },
    ...["2", "4", "13", "1%2F..%2F3"].map((slot) => ({ path: `/events/${slot}`, form })),
    ...["", " ", "1".repeat(10_000)]
      .map((ORDER_ID) => ({ path: "/events/1", form: { ...form, ORDER_ID } })),
    ...["EMAIL", "CUSTOMER_ID", "msisdn", "NONE"]
      .map((field) => ({ path: `/recipient/values/${field}` })),
    { path: "/recipient/values/MSISDN", headers: FORGED },
    { path: "/recipient/values/MSISDN", headers: { Recipient: late } },
  ];
  const webhooks: WebhookOverrides[] = [
    { unsigned: true },
    { secret: "webhook-secret-of-other-0123456789abcdef" },
    { signedSecondsAgo: 301 },
    { body: { subdomain: "other" } },
  ];
  const elsewhere = [
    { body: { status: "open" } },
    { body: { installation_id: "777" } },
    { body: { ticket_id: "102" } },
  ];
  return [
    ...posts.map((post) => attempt(agent, REFUSED, post)),
    ...await Promise.all(webhooks.map((overrides) => notify(account, [401], overrides))),
    ...await Promise.all(elsewhere.map((overrides) => notify(account, [204], overrides))),
  ];
}

/** The same with one letter of its content changed. */
function altered(action: string): string {
  const middle = action.length >> 1;
  const letter = action[middle] === "A" ? "B" : "A";
  return action.slice(0, middle) + letter + action.slice(middle + 1);
}

function attempt(agent: Agent, statuses: readonly number[], post: Post): Attempt {
  return {
    name: [post.path, ...Object.keys({ ...post.form, ...post.headers })].join(" "),
    statuses,
    send: (origin) => agent.send(origin, post),
  };
}

/** A webhook of Zendesk's about the ticket, signed once and sent as often as one likes. */
async function notify(
  { zendesk }: Account,
  statuses: readonly number[],
  { body, ...overrides }: WebhookOverrides,
): Promise<Attempt> {
  const signed = { ...overrides, body: { status: "solved", ...body } };
  const webhook = await zendesk.signWebhook(101, signed);
  const sent = await webhook.text();
  return {
    name: JSON.stringify(signed),
    statuses,
    send: (origin) =>
      fetch(`${origin}/hooks/zendesk`, { method: "POST", headers: webhook.headers, body: sent }),
  };
}

/** Sends each in any order to either server, and again until there were enough; adds to `revealed` the fields told. */
async function attemptAll(
  { first, second }: Two,
  attempts: readonly Attempt[],
  revealed: string[],
): Promise<void> {
  let sent = 0;
  do {
    const waiting = attempts.toSorted(() => Math.random() - 0.5);
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { origin } = sent++ % 2 === 0 ? first : second;
        const response = await next.send(origin);
        const html = await response.text();
        const { status } = response;
        assert(next.statuses.includes(status), `${next.name} was answered ${status}`);
        for (const [field, value] of Object.entries(MASKED)) {
          if (html.includes(value)) revealed.push(field);
        }
      }
    }));
  } while (sent < POSTS / ROUNDS / PHASES);
}
