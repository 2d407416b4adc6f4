const LIMIT_MS = 10_000;
const STEP_MS = 10;

/** Waits until a state outside of the browser is reached; `what` names it in the error. */
export async function until(
  what: string,
  reached: () => boolean | Promise<boolean>,
): Promise<void> {
  const giveUpAt = Date.now() + LIMIT_MS;
  while (!await reached()) {
    if (Date.now() > giveUpAt) throw new Error(`Cannot wait any longer until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
