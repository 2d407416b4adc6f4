import { StoreBusy } from "./store.ts";

/** SQLite's word for what another process, or another connection, is doing to the file: it was rolled back. */
export async function busyWhenLocked<Value>(use: () => Promise<Value>): Promise<Value> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof Error && /database (table )?is locked/.test(error.message)) {
      throw new StoreBusy(error);
    }
    throw error;
  }
}
