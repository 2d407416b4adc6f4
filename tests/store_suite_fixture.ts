/** What every adapter of the store has to do, as tests. */
import { assertEquals, assertRejects } from "@std/assert";
import { activityOf, keepOpened, START } from "../server/actions/once_fixture.ts";
import { createAges } from "../server/actions/ages.ts";
import type { KeptStore } from "../server/actions/kept_store.ts";
import { runOnce } from "../server/actions/once.ts";
import type { ClaimAnswer, LastRecord, Store } from "../server/actions/store.ts";
import { DONE, FAILED, order, recordOf, settlement } from "./kept_actions_fixture.ts";

/** An empty store, to be used by two processes at once; disposed of with all that it kept. */
export type OpenedStores = AsyncDisposable & { first: Store; second: Store };

type UsedStores = { first: KeptStore; second: KeptStore; close: () => void };

function kindsOf(answers: readonly ClaimAnswer[]): string[] {
  return answers.map(({ kind }) => kind).toSorted();
}

/** Registers the tests for one adapter; ignored where what it needs is missing. */
export function testStore(
  name: string,
  open: () => Promise<OpenedStores>,
  { ignore = false } = {},
): void {
  function test(what: string, run: (stores: UsedStores) => Promise<void>): void {
    Deno.test({
      name: `${name} ${what}`,
      ignore,
      async fn() {
        await using opened = await open();
        // An adapter may say at any time that it is busy, and is always used by what then tries again.
        const [first, second] = [keepOpened(opened.first), keepOpened(opened.second)];
        await run({ first, second, close: () => opened.first.close() });
      },
    });
  }

  test("keeps a claim and its record, and knows both by the next process", async (stores) => {
    const { first, second } = stores;
    const answer = await first.claim(order("nonce"));

    assertEquals(answer, { kind: "claimed", record: recordOf("nonce"), records: [] });
    assertEquals(await second.findClaim("nonce"), { at: START, outcome: null });
    assertEquals(await second.findClaim("other"), null);
    assertEquals(await second.listLast(["other", "place"]), [null, recordOf("nonce")]);
  });

  test("answers a known nonce with what is kept of it, without asking to decide", async (stores) => {
    const { first, second } = stores;
    await first.claim(order("nonce"));
    const decide = () => {
      throw new Error("Nobody has to decide");
    };
    const under = await second.claim(order("nonce", { decide }));
    await first.settle(settlement("nonce"));

    assertEquals(under, { kind: "repeated", claim: { at: START, outcome: null } });
    assertEquals(await second.claim(order("nonce", { decide })), {
      kind: "repeated",
      claim: { at: DONE.at, outcome: DONE },
    });
  });

  test("shows the records of every place, and writes nothing that is refused", async (stores) => {
    const { first, second } = stores;
    await first.claim(order("old", { places: ["old place"] }));
    await first.claim(order("new"));
    const places = ["place", "empty place", "old place"];

    const answer = await second.claim(order("nonce", { places, decide: () => null }));

    assertEquals(answer, { kind: "refused", records: [recordOf("new"), recordOf("old")] });
    assertEquals(await second.findClaim("nonce"), null);
    assertEquals(await second.listLast(["empty place"]), [null]);
  });

  test("lets one of twenty claims of one nonce through, from two processes", async ({ first, second }) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? first : second).claim(order("nonce"))),
    );

    assertEquals(kindsOf(answers), ["claimed", ...Array(19).fill("repeated")]);
  });

  test("lets one of twenty nonces claim an empty place, from two processes", async ({ first, second }) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const nonce = `nonce ${index}`;
        const decide = (records: readonly LastRecord[]) =>
          records.length === 0 ? recordOf(nonce) : null;
        return (index % 2 ? first : second).claim(order(nonce, { decide }));
      }),
    );

    assertEquals(kindsOf(answers), ["claimed", ...Array(19).fill("refused")]);
  });

  test("lets one of twenty agents act who saw the same, from two processes, with no cool-down", async (stores) => {
    const sent: string[] = [];
    const now = () => START;
    const processes = [stores.first, stores.second].map((store) => ({
      store,
      ages: createAges({ now, elapsed: now }),
    }));
    const act = (index: number) => {
      const process = processes[index % 2];
      if (process === undefined) throw new Error("There are two processes");
      return runOnce({
        ...process,
        nonce: `nonce ${index}`,
        places: ["place"],
        coolDownMs: 0,
        shownLast: null,
        record: { ticketId: "101", agent: "sealed name" },
        activityOf,
        perform: () => Promise.resolve(sent.push(`nonce ${index}`)).then(() => "triggered"),
        explain: () => ({ status: "unknown", code: "outcome_unknown" }),
        now,
        elapsed: now,
        delay: () => Promise.resolve(),
      });
    };

    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => act(index)));

    const refused = results.filter((result) => "doneMeanwhile" in result);
    assertEquals([sent.length, refused.length], [1, 19]);
  });

  test("lets every claim of a place of its own through at once", async ({ first, second }) => {
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        (_, index) =>
          (index % 2 ? first : second).claim(
            order(`nonce ${index}`, { places: [`place ${index}`] }),
          ),
      ),
    );

    assertEquals(kindsOf(answers), Array(20).fill("claimed"));
  });

  test("settles with the outcome and the record, twice with the same", async ({ first, second }) => {
    await first.claim(order("nonce"));
    for (const store of [first, second]) await store.settle(settlement("nonce"));

    assertEquals(await second.findClaim("nonce"), { at: DONE.at, outcome: DONE });
    assertEquals(await first.listLast(["place"]), [settlement("nonce").record]);
  });

  test("keeps the digest of an action's values from its claim to its outcome", async (stores) => {
    const { first, second } = stores;
    const record = { ...recordOf("nonce"), values: "digest" };
    await first.claim(order("nonce", { decide: () => record }));
    const claim = { at: START, outcome: null, values: "digest" };
    assertEquals(await second.claim(order("nonce")), { kind: "repeated", claim });

    const ended = { ...settlement("nonce").record, values: "digest" };
    await first.settle(settlement("nonce", { record: ended }));
    assertEquals(await second.findClaim("nonce"), { ...claim, at: DONE.at, outcome: DONE });
    assertEquals(await second.listLast(["place"]), [ended]);
  });

  test("settles a failure with the record that was there before, or none", async ({ first }) => {
    await first.claim(order("nonce"));
    await first.settle(settlement("nonce", { outcome: FAILED }));
    assertEquals(await first.listLast(["place"]), [null]);

    const previous = { ...recordOf("before"), outcome: "done" as const };
    await first.claim(order("second"));
    await first.settle(settlement("second", { outcome: FAILED, previous }));
    assertEquals(await first.listLast(["place"]), [previous]);
    assertEquals(await first.findClaim("second"), { at: FAILED.at, outcome: FAILED });
  });

  test("leaves a record that a later action has claimed", async ({ first, second }) => {
    await first.claim(order("nonce"));
    await second.claim(order("later"));
    await first.settle(settlement("nonce"));

    assertEquals(await first.listLast(["place"]), [recordOf("later")]);
    assertEquals((await first.findClaim("nonce"))?.outcome, DONE);
    const previous = recordOf("nonce");
    await second.settle(settlement("later", { outcome: FAILED, previous }));
    assertEquals(await first.listLast(["place"]), [{
      ...previous,
      at: DONE.at,
      outcome: "done",
    }]);
  });

  test("lists more places than one read may have", async ({ first }) => {
    const places = Array.from({ length: 25 }, (_, index) => `place ${index}`);
    await first.claim(order("nonce", { places: ["place 24"] }));

    const records = await first.listLast(places);
    assertEquals([records.length, records[24]], [25, recordOf("nonce")]);
    assertEquals(await first.listLast([]), []);
  });

  test("can be tried by writing, and keeps nothing of that", async ({ first, second }) => {
    await first.probe("id");
    await second.probe("id");
    assertEquals(await first.findClaim("id"), null);
  });

  test("rejects every use once it is closed", async ({ first, close }) => {
    close();
    await assertRejects(() => first.claim(order("nonce")));
    await assertRejects(() => first.probe("id"));
  });
}
