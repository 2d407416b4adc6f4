import { assert, assertEquals } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createSealing, type Sealing } from "../sealing.ts";
import { createSessions, type Session } from "./session.ts";
import { parseFilledIn } from "./settings_fixture.ts";

const NOW = Date.UTC(2026, 1, 10, 9);
const MINUTE_MS = 60_000;
const AGENT = {
  subdomain: "acme",
  installationId: "5678",
  userId: "9001",
  location: "ticket_sidebar",
};
const FAULTY: Session = {
  agent: AGENT,
  settings: null,
  faults: [{ parameter: "base64_encoded_token", code: "missing", position: null }],
};

function create(cacheSize?: number) {
  const clock = { now: NOW };
  const now = () => clock.now;
  const real = createSealing({ keys: [new Uint8Array(32)], now });
  let opened = 0;
  const sealing: Sealing = {
    ...real,
    open: (kind, token) => {
      opened++;
      return real.open(kind, token);
    },
  };
  const sessions = createSessions({ sealing, now, ...(cacheSize !== undefined && { cacheSize }) });
  return { clock, sealing, sessions, opened: () => opened };
}

Deno.test("a pass names its agent for twelve hours", async () => {
  const { clock, sessions } = create();
  const pass = await sessions.sealPass(AGENT);
  assertEquals(await sessions.openPass(pass), { ok: true, value: AGENT });
  clock.now += 12 * 60 * MINUTE_MS - 1;
  assert((await sessions.openPass(pass)).ok);
  clock.now += 1;
  assertEquals(await sessions.openPass(pass), { ok: false, reason: "sealed_expired" });
});

Deno.test("a pass is refused when it is missing, a session, or holds something else", async () => {
  const { sealing, sessions } = create();
  const { session } = await sessions.sealSession(FAULTY);
  const other = await sealing.seal("agent-pass", { subdomain: "acme" }, 60);
  const reasons = await Promise.all(
    [null, "", session, other].map(async (token) => {
      const opened = await sessions.openPass(token);
      return opened.ok ? "" : opened.reason;
    }),
  );
  assertEquals(reasons, [
    "agent_pass_missing",
    "agent_pass_missing",
    "sealed_altered",
    "payload_malformed",
  ]);
});

Deno.test("a session holds agent, settings and faults, and says when it ends: in fifteen minutes", async () => {
  const { clock, sessions } = create();
  const { settings } = parseFilledIn(DEFAULT_SETTINGS);
  const value = { ...FAULTY, settings };
  const { session, expiresAt } = await sessions.sealSession(value);
  assertEquals(expiresAt, "2026-02-10T09:15:00.000Z");
  assertEquals(await sessions.openSession(`Bearer ${session}`), { ok: true, value });
  clock.now += 15 * MINUTE_MS - 1;
  assert((await sessions.openSession(`Bearer ${session}`)).ok);
  clock.now += 1;
  assertEquals(await sessions.openSession(`Bearer ${session}`), {
    ok: false,
    reason: "sealed_expired",
  });
});

Deno.test("a session with which nothing can be shown lasts a minute, and expires unopened, too", async () => {
  const { clock, sessions } = create();
  const { session, expiresAt } = await sessions.sealSession(FAULTY);
  assertEquals(expiresAt, "2026-02-10T09:01:00.000Z");
  clock.now += MINUTE_MS;
  const opened = await sessions.openSession(`Bearer ${session}`);
  assertEquals(opened, { ok: false, reason: "sealed_expired" });
});

Deno.test("only a Bearer header brings a session", async () => {
  const { sessions } = create();
  const { session } = await sessions.sealSession(FAULTY);
  for (
    const header of [undefined, "", session, `Basic ${session}`, "Bearer ", `Bearer ${session} x`]
  ) {
    const opened = await sessions.openSession(header);
    assertEquals(opened, { ok: false, reason: "session_missing" }, header);
  }
});

Deno.test("a session is opened once and then remembered, but not beyond the limit", async () => {
  const { sessions, opened } = create(2);
  const bearers = [];
  for (let number = 0; number < 3; number++) {
    bearers.push(`Bearer ${(await sessions.sealSession(FAULTY)).session}`);
  }
  const [first, second, third] = bearers;
  await sessions.openSession(first);
  await sessions.openSession(first);
  assertEquals(opened(), 1);
  await sessions.openSession(second);
  await sessions.openSession(third);
  assertEquals(opened(), 3);
  await sessions.openSession(third);
  assertEquals(opened(), 3);
  await sessions.openSession(first);
  assertEquals(opened(), 4);
});

Deno.test("a sealed token of another shape or version is no session", async () => {
  const { sealing, sessions } = create();
  const payloads = {
    payload_malformed: { version: 3, agent: { subdomain: "acme" }, settings: null },
    session_other_version: { ...FAULTY, version: 2 },
  };
  for (const [reason, payload] of Object.entries(payloads)) {
    const token = await sealing.seal("session", payload, 60);
    const opened = await sessions.openSession(`Bearer ${token}`);
    assertEquals(opened.ok ? "" : opened.reason, reason);
  }
});

Deno.test("a session of this version holds these values: for others, raise SESSION_VERSION", async () => {
  const { sealing, sessions } = create();
  const { settings } = parseFilledIn({
    ...DEFAULT_SETTINGS,
    target_groups: "Loyal customers",
    tables: "ORDERS: TOTAL",
  });
  const { session } = await sessions.sealSession({ ...FAULTY, settings });
  const opened = await sealing.open("session", session);
  assertEquals(opened.ok && [opened.value.version, ...listNames(opened.value)], [
    3,
    ...["agent", "agent.installationId", "agent.location", "agent.subdomain", "agent.userId"],
    ...["aud", "exp", "faults"],
    ...["faults.0", "faults.0.code", "faults.0.parameter", "faults.0.position"],
    ...["settings", "settings.coolDownSeconds", "settings.domainBasedUnsubscribe"],
    ...[
      "settings.doubleOptInEvent",
      "settings.emailField",
      "settings.environment",
      "settings.events",
    ],
    ...["settings.events.0", "settings.events.0.context", "settings.events.0.description"],
    ...["settings.events.0.label", "settings.events.0.name", "settings.events.0.resumeEvent"],
    ...["settings.events.0.slot", "settings.labels"],
    ...["settings.maskedFields", "settings.noteOnTicket", "settings.oauth"],
    ...["settings.personDataFields", "settings.personDataFields.0", "settings.phoneField"],
    ...["settings.tables", "settings.tables.0", "settings.tables.0.columns"],
    ...["settings.tables.0.columns.0", "settings.tables.0.name", "settings.tables.0.title"],
    ...["settings.targetGroups", "settings.targetGroups.0"],
    ...["settings.ticketTag", "settings.token"],
    ...["settings.views", "settings.views.communications", "settings.views.creation"],
    ...["settings.views.events", "settings.views.recipient", "version"],
  ]);
});

/** Names of members, at any depth; of a list's or a table's entries the first stands for all. */
function listNames(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const all = Object.entries(value).toSorted();
  const entries = Array.isArray(value) ? all.slice(0, 1) : path === "settings.labels." ? [] : all;
  return entries.flatMap(([name, inner]) => [path + name, ...listNames(inner, `${path}${name}.`)]);
}
