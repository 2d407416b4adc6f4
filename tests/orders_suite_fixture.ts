/** What every adapter of the store has to do with orders, as tests. */
import { assertEquals } from "@std/assert";
import { keepOpened, START } from "../server/actions/once_fixture.ts";
import type { KeptStore } from "../server/actions/kept_store.ts";
import type { Order } from "../server/actions/orders.ts";
import type { OpenedStores } from "./store_suite_fixture.ts";

type Orders = KeptStore["orders"];

function order(id: string, changes: Partial<Order> = {}): Order {
  const given = { id, ticket: "ticket", sealed: "sealed", at: START, attempt: 1, due: null };
  return { ...given, state: "open", ...changes };
}

function due(id: string, next: number, changes: Partial<Order> = {}): Order {
  return order(id, { state: "due", due: { since: START, next }, ...changes });
}

/** Registers the tests for one adapter; ignored where what it needs is missing. */
export function testOrders(
  name: string,
  open: () => Promise<OpenedStores>,
  { ignore = false } = {},
): void {
  function test(what: string, run: (first: Orders, second: Orders) => Promise<void>): void {
    Deno.test({
      name: `${name} ${what}`,
      ignore,
      async fn() {
        await using opened = await open();
        await run(keepOpened(opened.first).orders, keepOpened(opened.second).orders);
      },
    });
  }

  test(
    "keeps orders, and finds them by place and by ticket in the next process",
    async (first, second) => {
      await first.change(["place"], () => [order("a"), order("b", { ticket: "other" })]);
      await first.change(["elsewhere"], () => [order("c")]);

      assertEquals(await second.list(["nowhere", "place"]), [
        [],
        [order("a"), order("b", { ticket: "other" })],
      ]);
      assertEquals((await second.findPlaces(["ticket"])).toSorted(), ["elsewhere", "place"]);
      assertEquals((await second.findPlaces(["other", "ticket"])).length, 2);
      assertEquals(await second.findPlaces(["no ticket"]), []);
    },
  );

  test(
    "shows the orders of every place to whoever decides, and keeps them at the first",
    async (first, second) => {
      await first.change(["old"], () => [order("a")]);
      await first.change(["new"], () => [order("b")]);
      let seen: string[] = [];
      await second.change(["new", "empty", "old"], (orders) => {
        seen = orders.map(({ id }) => id).toSorted();
        return orders;
      });

      assertEquals(seen, ["a", "b"]);
      const kept = await first.list(["new", "empty", "old"]);
      assertEquals(kept.map((orders) => orders.map(({ id }) => id).toSorted()), [
        ["a", "b"],
        [],
        [],
      ]);
      assertEquals(await first.findPlaces(["ticket"]), ["new"]);
    },
  );

  test("changes nothing when nothing is decided", async (first) => {
    await first.change(["place"], () => [order("a")]);
    await first.change(["place"], () => null);

    assertEquals(await first.list(["place"]), [[order("a")]]);
  });

  test("forgets every trace of orders that are gone", async (first, second) => {
    await first.change(["place"], () => [order("a"), due("b", START)]);
    await second.change(["place"], () => []);

    assertEquals(await first.list(["place"]), [[]]);
    assertEquals(await first.findPlaces(["ticket"]), []);
    assertEquals(await first.listDue(START, 10), []);
  });

  test(
    "lists what is due by then, the longest waiting first, and so many at the most",
    async (first, second) => {
      await first.change(["late"], () => [due("a", START + 2)]);
      await first.change(["early"], () => [due("b", START), order("c")]);
      await first.change(["open"], () => [order("d")]);
      await first.change(["later"], () => [due("e", START + 1)]);

      assertEquals(await second.listDue(START - 1, 10), []);
      assertEquals(await second.listDue(START, 10), ["early"]);
      assertEquals(await second.listDue(START + 2, 10), ["early", "later", "late"]);
      assertEquals(await second.listDue(START + 2, 2), ["early", "later"]);
      await first.change(["early"], ([b]) => b === undefined ? null : [due("b", START + 3)]);
      assertEquals(await second.listDue(START + 2, 10), ["later", "late"]);
    },
  );

  test("lets one of twenty take what is there, from two processes", async (first, second) => {
    await first.change(["place"], () => [due("a", START)]);
    const taken = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        let took = false;
        await (index % 2 ? first : second).change(["place"], ([order]) => {
          took = order?.due?.next === START;
          return took ? [due("a", START + 1)] : null;
        });
        return took;
      }),
    );

    assertEquals(taken.filter(Boolean).length, 1);
  });

  test(
    "loses none of twenty orders that are given at once, from two processes",
    async (first, second) => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? first : second).change(
            ["place"],
            (orders) => [...orders, order(`order ${index}`)],
          )),
      );

      assertEquals((await first.list(["place"])).flat().length, 20);
    },
  );

  test("remembers the delivery of a webhook, once and twice", async (first, second) => {
    assertEquals(await first.hasDelivery("id"), false);
    await first.keepDelivery("id");
    await second.keepDelivery("id");

    assertEquals([await second.hasDelivery("id"), await second.hasDelivery("other")], [
      true,
      false,
    ]);
  });
}
