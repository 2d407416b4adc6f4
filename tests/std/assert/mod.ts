/**
 * Stands in for JSR's `@std/assert` where JSR is out of reach: std's names and signatures over Node's
 * assertions. It goes away when its line is removed from `links` in deno.json.
 */
import { AssertionError, deepStrictEqual, notDeepStrictEqual } from "node:assert/strict";
import strict, { rejects, strictEqual, throws } from "node:assert/strict";

// `never[]` where std has `any[]`: every constructor is assignable to it.
type Constructor<T> = abstract new (...args: never[]) => T;
type Falsy = false | 0 | 0n | "" | null | undefined;

/** Never returns: throws an AssertionError. */
export function fail(msg?: string): never {
  throw new AssertionError({ message: msg ?? "Failed assertion." });
}

/** Holds when `expr` is truthy, and narrows it. */
export function assert(expr: unknown, msg = "Expected a truthy value."): asserts expr {
  if (!expr) fail(msg);
}

/** Holds when `expr` is falsy, and narrows it. */
export function assertFalse(expr: unknown, msg?: string): asserts expr is Falsy {
  if (expr) fail(msg ?? "Expected a falsy value.");
}

/** Holds when both are deeply equal, prototypes included. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  deepStrictEqual(actual, expected, msg);
}

/** Holds when both differ somewhere. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  notDeepStrictEqual(actual, expected, msg);
}

/** Holds when both are the same by `Object.is`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  strictEqual(actual, expected, msg);
}

/** Holds when `actual` is neither null nor undefined, and narrows it. */
export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T> {
  if (actual === null || actual === undefined) fail(msg ?? `Expected a value but it is ${actual}.`);
}

/** Holds when `actual` was made by `expectedType` or by what extends it, and narrows it. */
export function assertInstanceOf<T>(
  actual: unknown,
  expectedType: Constructor<T>,
  msg?: string,
): asserts actual is T {
  if (actual instanceof expectedType) return;
  const kind = typeof actual === "object" ? actual?.constructor?.name ?? "null" : typeof actual;
  fail(msg ?? `Expected an instance of ${expectedType.name} but it is ${kind}.`);
}

/** Holds when the text matches. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  if (!expected.test(actual)) fail(msg ?? `Expected ${show(actual)} to match ${expected}.`);
}

/** Holds when the text does not match. */
export function assertNotMatch(actual: string, expected: RegExp, msg?: string): void {
  if (expected.test(actual)) fail(msg ?? `Expected ${show(actual)} not to match ${expected}.`);
}

/** Holds when the text contains the other. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (!actual.includes(expected)) {
    fail(msg ?? `Expected ${show(actual)} to include ${show(expected)}.`);
  }
}

/** Holds when every expected item equals one of the actual items, in any order. */
export function assertArrayIncludes<T>(
  actual: ArrayLike<T>,
  expected: ArrayLike<T>,
  msg?: string,
): void {
  const missing = Array.from(expected).filter((wanted) =>
    !Array.from(actual).some((item) => equal(item, wanted))
  );
  if (missing.length > 0) fail(msg ?? `Expected ${show(actual)} to include ${show(missing)}.`);
}

/** Holds when what is in `expected` is in `actual` too, at every depth. */
export function assertObjectMatch(
  actual: object,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  // Deno 2.5 does not export it yet.
  strict.partialDeepStrictEqual(actual, expected, msg);
}

/** Holds when `actual > expected`. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual > expected)) fail(msg ?? `Expected ${show(actual)} > ${show(expected)}.`);
}

/** Holds when `actual >= expected`. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual >= expected)) fail(msg ?? `Expected ${show(actual)} >= ${show(expected)}.`);
}

/** Holds when `actual < expected`. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual < expected)) fail(msg ?? `Expected ${show(actual)} < ${show(expected)}.`);
}

/** Holds when `actual <= expected`. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual <= expected)) fail(msg ?? `Expected ${show(actual)} <= ${show(expected)}.`);
}

/** Holds when `fn` throws, and answers what it threw. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** Holds when `fn` throws an `ErrorClass` whose message includes `msgIncludes`, and answers it. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: Constructor<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  errorClassOrMsg?: Constructor<Error> | string,
  msgIncludes?: string,
  msg?: string,
): unknown {
  let thrown: unknown;
  throws(
    fn,
    (error) => (thrown = error, true),
    typeof errorClassOrMsg === "string" ? errorClassOrMsg : msg,
  );
  return expectError(thrown, errorClassOrMsg, msgIncludes, msg);
}

/** Resolves when what `fn` answers is rejected, to what it was rejected with. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
/** Resolves when it is rejected with an `ErrorClass` whose message includes `msgIncludes`, to that. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: Constructor<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  errorClassOrMsg?: Constructor<Error> | string,
  msgIncludes?: string,
  msg?: string,
): Promise<unknown> {
  let thrown: unknown;
  const text = typeof errorClassOrMsg === "string" ? errorClassOrMsg : msg;
  // Not an async wrapper: as in std, an error thrown before there is a promise is not a rejection.
  await rejects(Promise.resolve(fn()), (error: unknown) => (thrown = error, true), text);
  return expectError(thrown, errorClassOrMsg, msgIncludes, msg);
}

function expectError(
  thrown: unknown,
  errorClassOrMsg: Constructor<Error> | string | undefined,
  msgIncludes: string | undefined,
  msg: string | undefined,
): unknown {
  if (typeof errorClassOrMsg !== "function") return thrown;
  assertInstanceOf(thrown, errorClassOrMsg, msg);
  if (msgIncludes !== undefined) assertStringIncludes(thrown.message, msgIncludes, msg);
  return thrown;
}

function equal(a: unknown, b: unknown): boolean {
  try {
    deepStrictEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Deno.inspect(value);
}
