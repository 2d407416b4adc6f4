/** Stands in for JSR's `@std/testing/mock`: std's names and signatures over Node's mocks. */
import { strictEqual } from "node:assert/strict";
import { type Mock, mock } from "node:test";

/** One call of a spy: with `returned`, or with `error` when it threw. */
export interface SpyCall<Args extends unknown[] = unknown[], Return = unknown> {
  args: Args;
  returned?: Return;
  error?: Error;
  self?: unknown;
}

/** A function that remembers its calls. */
export interface Spy<Args extends unknown[] = unknown[], Return = unknown> {
  (...args: Args): Return;
  readonly calls: SpyCall<Args, Return>[];
  readonly restored: boolean;
  /** Puts the replaced method back; a spy on no method has none. */
  restore(): void;
  [Symbol.dispose](): void;
}

/** A spy in the place of a method, with other behaviour. */
export type Stub<Args extends unknown[] = unknown[], Return = unknown> = Spy<Args, Return>;

type Callable<Args extends unknown[], Return> = (...args: Args) => Return;
type Arguments<T> = T extends Callable<infer Args extends never[], unknown> ? Args : never;
type Returned<T> = T extends Callable<never[], infer Return> ? Return : never;

/** A spy that does nothing. */
export function spy(): Spy<unknown[], undefined>;
/** A spy that calls `func`. */
export function spy<Args extends unknown[], Return>(
  func: Callable<Args, Return>,
): Spy<Args, Return>;
/** A spy in the place of `self[property]`, which it calls. */
export function spy<Self extends object, Key extends keyof Self>(
  self: Self,
  property: Key,
): Spy<Arguments<Self[Key]>, Returned<Self[Key]>>;
export function spy(target: object = () => undefined, property?: PropertyKey): unknown {
  return property === undefined
    ? watched(mock.fn(target as Callable<unknown[], unknown>))
    : watched(mock.method(target, property as never));
}

/** Puts `func`, or a function that does nothing, in the place of `self[property]`. */
export function stub<Self extends object, Key extends keyof Self>(
  self: Self,
  property: Key,
  func?: Self[Key],
): Stub<Arguments<Self[Key]>, Returned<Self[Key]>>;
export function stub(
  self: object,
  property: PropertyKey,
  func: unknown = () => undefined,
): unknown {
  return watched(mock.method(self, property as never, func as never));
}

/** Holds when the spy was called exactly so often. */
export function assertSpyCalls<Args extends unknown[], Return>(
  spy: Spy<Args, Return>,
  expectedCalls: number,
): void {
  const { length } = spy.calls;
  strictEqual(length, expectedCalls, `Expected ${expectedCalls} calls but there were ${length}.`);
}

function watched(mocked: Mock<Callable<unknown[], unknown>>): Spy {
  let restored = false;
  const restore = () => {
    mocked.mock.restore();
    restored = true;
  };
  return Object.defineProperties(mocked, {
    calls: { get: () => mocked.mock.calls.map(toSpyCall) },
    restored: { get: () => restored },
    restore: { value: restore },
    [Symbol.dispose]: { value: restore },
  }) as unknown as Spy;
}

function toSpyCall(
  call: { arguments: unknown[]; error?: unknown; result?: unknown; this?: unknown },
): SpyCall {
  const { error, result: returned, this: self } = call;
  return { args: call.arguments, self, ...(error instanceof Error ? { error } : { returned }) };
}
