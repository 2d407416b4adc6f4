/** The part of Deno KV that actions use; `null` in its place means that there is no store. */
export type Kv = Pick<Deno.Kv, "get" | "getMany" | "atomic" | "set">;

/** Deno KV's name of an entry. */
export type KvKey = readonly string[];

/** The store cannot be used; nothing was sent to Agillic because of it. */
export class StoreError extends Error {
  override name = "StoreError";
  constructor(action: string, cause?: unknown) {
    super(`Cannot ${action}: the store is unavailable`, { cause });
  }
}

/** Runs one use of the store; throws StoreError when there is none or it fails. */
export async function useStore<Value>(
  kv: Kv | null,
  action: string,
  use: (kv: Kv) => Promise<Value>,
): Promise<Value> {
  if (kv === null) throw new StoreError(action);
  try {
    return await use(kv);
  } catch (cause) {
    throw new StoreError(action, cause);
  }
}
