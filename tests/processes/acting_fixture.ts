/** A process that runs actions on a Deno KV file at a steady pace, and prints a line for whatever happens to them. */
import { createAges } from "../../server/actions/ages.ts";
import { keepStore } from "../../server/actions/kept_store.ts";
import { openKvStore } from "../../server/actions/kv_store.ts";
import { activityOf } from "../../server/actions/once_fixture.ts";
import { runOnce } from "../../server/actions/once.ts";
import { delay } from "../../server/delay.ts";

/** What it is to do: so many at once, every so often. */
export type Acting = {
  path: string;
  count: number;
  atOnce: number;
  everyMs: number;
  /** How far its clock is ahead. */
  aheadMs: number;
};

/** One thing that happened. */
export type Happened = {
  type: "sent" | "ended" | "refused" | "outcome_not_stored" | "store_away" | "store_back";
  nonce?: string;
  status?: string;
  repeated?: boolean;
};

const CALL_MS = 20;

function print(line: Happened): void {
  console.log(JSON.stringify(line));
}

async function act({ path, count, atOnce, everyMs, aheadMs }: Acting): Promise<void> {
  const now = () => Date.now() + aheadMs;
  const elapsed = () => performance.now();
  const store = keepStore({
    open: () => openKvStore(() => Deno.openKv(path)),
    now,
    elapsed,
    delay,
    random: Math.random,
    randomId: () => crypto.randomUUID(),
    log: ({ type }) => print({ type: type === "store_back" ? type : "store_away" }),
  });
  const ages = createAges({ now, elapsed });

  async function run(nonce: string): Promise<void> {
    try {
      const result = await runOnce({
        store,
        ages,
        nonce,
        places: [`place of ${nonce}`],
        coolDownMs: 60_000,
        record: { ticketId: "101", agent: "" },
        activityOf,
        perform: async () => {
          print({ type: "sent", nonce });
          await delay(CALL_MS);
          return "triggered";
        },
        explain: () => ({ status: "unknown", code: "outcome_unknown" }),
        now,
        elapsed,
        delay,
        onStoreError: () => print({ type: "outcome_not_stored", nonce }),
      });
      if (!("outcome" in result)) return print({ type: "refused", nonce, status: "cooling_down" });
      const { outcome: { status }, repeated } = result;
      print({ type: "ended", nonce, status, repeated });
    } catch (error) {
      print({ type: "refused", nonce, status: String(error) });
    }
  }

  const running: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    running.push(run(`nonce ${index}`));
    if (index % atOnce === atOnce - 1) await delay(everyMs);
  }
  await Promise.all(running);
}

if (import.meta.main) {
  await act(JSON.parse(Deno.args[0] ?? ""));
  Deno.exit(0);
}
