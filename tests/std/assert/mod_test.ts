import {
  assert,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotMatch,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  fail,
} from "@std/assert";
import { AssertionError } from "node:assert/strict";

const one = { a: 1 };

const holding: Record<string, () => void> = {
  assert: () => assert("x"),
  assertFalse: () => assertFalse(""),
  assertEquals: () => assertEquals({ a: [1, { b: new Date(0) }] }, { a: [1, { b: new Date(0) }] }),
  assertNotEquals: () => assertNotEquals([1], [2]),
  assertStrictEquals: () => assertStrictEquals(one, one),
  assertExists: () => assertExists(0),
  assertInstanceOf: () => assertInstanceOf(new TypeError("x"), Error),
  assertMatch: () => assertMatch("abc", /b/),
  assertNotMatch: () => assertNotMatch("abc", /d/),
  assertStringIncludes: () => assertStringIncludes("abc", "bc"),
  assertArrayIncludes: () => assertArrayIncludes([{ a: 1 }, { a: 2 }], [{ a: 2 }]),
  assertObjectMatch: () => assertObjectMatch({ a: { b: 1, c: 2 } }, { a: { c: 2 } }),
  assertGreater: () => assertGreater(2, 1),
  assertGreaterOrEqual: () => assertGreaterOrEqual(2, 2),
  assertLess: () => assertLess(1, 2),
  assertLessOrEqual: () => assertLessOrEqual(2, 2),
};

const failing: Record<string, () => unknown> = {
  fail: () => fail("x"),
  assert: () => assert(0),
  assertFalse: () => assertFalse(1),
  assertEquals: () => assertEquals<unknown>({ a: 1 }, { a: "1" }),
  assertNotEquals: () => assertNotEquals([1], [1]),
  assertStrictEquals: () => assertStrictEquals({ a: 1 }, one),
  assertExists: () => assertExists(null),
  assertInstanceOf: () => assertInstanceOf({}, Error),
  assertMatch: () => assertMatch("abc", /d/),
  assertNotMatch: () => assertNotMatch("abc", /b/),
  assertStringIncludes: () => assertStringIncludes("abc", "x"),
  assertArrayIncludes: () => assertArrayIncludes([1], [1, 2]),
  assertObjectMatch: () => assertObjectMatch({ a: { b: 1 } }, { a: { b: 2 } }),
  assertGreater: () => assertGreater(1, 1),
  assertGreaterOrEqual: () => assertGreaterOrEqual(1, 2),
  assertLess: () => assertLess(1, 1),
  assertLessOrEqual: () => assertLessOrEqual(2, 1),
  "assertThrows without an error": () => assertThrows(() => 1),
  "assertThrows with another class": () => assertThrows(() => fail("x"), TypeError),
  "assertThrows with another message": () => assertThrows(() => fail("x"), Error, "y"),
};

for (const [name, holds] of Object.entries(holding)) {
  Deno.test(`${name} accepts what holds`, holds);
}

for (const [name, fails] of Object.entries(failing)) {
  Deno.test(`${name} rejects what does not hold`, () => {
    assertInstanceOf(assertThrows(fails), AssertionError);
  });
}

Deno.test("assertThrows answers the error it was given", () => {
  const error = assertThrows(() => decodeURIComponent("%"), URIError, "malformed");
  assertEquals(error.name, "URIError");
});

Deno.test("assertRejects answers the error and rejects everything else", async () => {
  const gone = new TypeError("it is gone");
  assertStrictEquals(await assertRejects(() => Promise.reject(gone), TypeError, "gone"), gone);
  assertStrictEquals(await assertRejects(() => Promise.reject(gone)), gone);
  await assertRejects(() => assertRejects(() => Promise.resolve(1)), AssertionError);
  await assertRejects(() => assertRejects(() => Promise.reject(gone), RangeError), AssertionError);
});

Deno.test("a given message is the one shown", () => {
  assertThrows(() => assertEquals(1, 2, "one is two"), AssertionError, "one is two");
  assertThrows(() => assertThrows(() => 1, "it must throw"), AssertionError, "it must throw");
});
