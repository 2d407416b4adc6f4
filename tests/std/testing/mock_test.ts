import { assertEquals, assertThrows } from "@std/assert";
import { assertSpyCalls, spy, stub } from "@std/testing/mock";

Deno.test("spy() remembers what it was called with", () => {
  const nothing = spy();
  assertSpyCalls(nothing, 0);
  nothing(1, "a");
  assertSpyCalls(nothing, 1);
  assertEquals(nothing.calls[0]?.args, [1, "a"]);
});

Deno.test("spy(func) calls the function and remembers its answers and errors", () => {
  const half = spy((n: number) => {
    if (n % 2) throw new RangeError("odd");
    return n / 2;
  });
  assertEquals(half(4), 2);
  assertThrows(() => half(3), RangeError, "odd");
  assertEquals(half.calls.map((call) => call.returned ?? call.error?.message), [2, "odd"]);
});

Deno.test("spy(self, property) watches a method until it is restored", () => {
  const account = {
    balance: 1,
    add(n: number): number {
      return this.balance += n;
    },
  };
  const { add } = account;
  {
    using added = spy(account, "add");
    assertEquals(account.add(2), 3);
    assertEquals(added.calls[0]?.self, account);
    assertEquals(added.restored, false);
  }
  assertEquals(account.add, add);
});

Deno.test("stub() replaces a method until it is restored", () => {
  const dice = { roll: () => 6 };
  const rolled = stub(dice, "roll", () => 1);
  assertEquals(dice.roll(), 1);
  assertSpyCalls(rolled, 1);
  rolled.restore();
  assertEquals(rolled.restored, true);
  assertEquals(dice.roll(), 6);
  assertThrows(() => assertSpyCalls(rolled, 2), Error, "Expected 2 calls but there were 1.");
});
