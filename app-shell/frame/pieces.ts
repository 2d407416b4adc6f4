import { HISTORY_MARK } from "../../contract/page.ts";

const STATUS_LENGTH = 3;

/** What the history's own request would have been answered. */
export type Behind = { status: number; html: string };

/** The sidebar without its history, and what comes later in the same answer; null where nothing does. */
export type Pieces = { first: string; behind: Promise<Behind> | null };

/** Reads an answer up to the history's mark; what follows is read meanwhile. */
export async function readPieces(answer: Response): Promise<Pieces> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";

  async function readUntil(found: () => boolean): Promise<void> {
    while (reader && !found()) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  }

  async function readBehind(): Promise<Behind> {
    await readUntil(() => false);
    if (text.length < STATUS_LENGTH) throw new Error("The answer was broken off");
    return { status: Number(text.slice(0, STATUS_LENGTH)), html: text.slice(STATUS_LENGTH) };
  }

  await readUntil(() => text.includes(HISTORY_MARK));
  const [first = "", ...rest] = text.split(HISTORY_MARK);
  text = rest.join("");
  const behind = rest.length === 0 ? null : readBehind();
  // It is awaited when its place in the page asks for it.
  behind?.catch(() => {});
  return { first, behind };
}
