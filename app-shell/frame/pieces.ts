import { HISTORY_MARK } from "../../contract/page.ts";

const STATUS_LENGTH = 3;

/** The sidebar without its history, and the history's own answer, which comes later in the same; null where it has none. */
export type Pieces = { first: Response; behind: Promise<Response> | null };

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

  async function readBehind(): Promise<Response> {
    await readUntil(() => false);
    // Without a status it was broken off, and there is no such answer.
    return new Response(text.slice(STATUS_LENGTH), {
      status: Number(text.slice(0, STATUS_LENGTH)),
    });
  }

  await readUntil(() => text.includes(HISTORY_MARK));
  const [first, ...rest] = text.split(HISTORY_MARK);
  text = rest.join("");
  const behind = rest.length === 0 ? null : readBehind();
  // It is awaited when its place in the page asks for it.
  behind?.catch(() => {});
  return { first: new Response(first, answer), behind };
}
