/** What every adapter of the store has to do with the activity, as tests. */
import { assertEquals } from "@std/assert";
import { keepOpened, START } from "../server/actions/once_fixture.ts";
import type { KeptStore } from "../server/actions/kept_store.ts";
import type { Outcome } from "../server/actions/store.ts";
import { entry, FAILED, order, OWNER, settlement } from "./kept_actions_fixture.ts";
import type { OpenedStores } from "./store_suite_fixture.ts";

/** Registers the tests for one adapter; ignored where what it needs is missing. */
export function testActivity(
  name: string,
  open: () => Promise<OpenedStores>,
  { ignore = false } = {},
): void {
  function test(what: string, run: (first: KeptStore, second: KeptStore) => Promise<void>): void {
    Deno.test({
      name: `${name} ${what}`,
      ignore,
      async fn() {
        await using opened = await open();
        await run(keepOpened(opened.first), keepOpened(opened.second));
      },
    });
  }

  test(
    "lists the activity of one installation, newest first, once an action",
    async (first, second) => {
      const entries = [
        entry(START, "first"),
        entry(START + 3, "last"),
        entry(START + 1, "second"),
        entry(START + 2, "another installation's", { installationId: "7" }),
        entry(START + 2, "another account's", { subdomain: "acm" }),
        entry(START - 1, "too old"),
      ];
      for (const activity of entries) {
        const settled = settlement(activity.sealed, { place: activity.sealed, activity });
        for (const store of [first, second]) await store.settle(settled);
      }

      const listed = await second.listActivity({ ...OWNER, since: START, most: 100 });
      assertEquals(listed, ["last", "second", "first"]);
      assertEquals(await first.listActivity({ ...OWNER, since: START, most: 2 }), [
        "last",
        "second",
      ]);
      assertEquals(await first.listActivity({ ...OWNER, since: START + 4, most: 2 }), []);
    },
  );

  test("lists more activity than one read has", async (first) => {
    const nonces = Array.from({ length: 510 }, (_, index) => `nonce ${index}`);
    for (let start = 0; start < nonces.length; start += 15) {
      await Promise.all(
        nonces.slice(start, start + 15).map((nonce, index) =>
          first.settle(settlement(nonce, {
            place: nonce,
            activity: entry(START + start + index, nonce),
          }))
        ),
      );
    }

    const listed = await first.listActivity({ ...OWNER, since: START, most: 505 });
    assertEquals(listed, nonces.toReversed().slice(0, 505));
  });

  test("keeps the activity of actions that failed or are unknown, too", async (first) => {
    const unknown: Outcome = { status: "unknown", code: "outcome_unknown", at: START + 500 };
    for (const outcome of [FAILED, unknown]) {
      await first.claim(order(outcome.status));
      await first.settle(settlement(outcome.status, { outcome }));
    }

    const listed = await first.listActivity({ ...OWNER, since: START, most: 100 });
    assertEquals(listed.toSorted(), ["failed", "unknown"]);
  });
}
