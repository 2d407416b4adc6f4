/** A ticket is solved while an event that pauses is on its way. */
import { assertEquals } from "@std/assert";
import { counts, createPausingApp, notify, OTHER_TICKET, pause, pauseShown } from "./pausing.ts";
import { MINUTE, passTime } from "./resuming.ts";
import { type Place, type TestApp } from "../app_fixture.ts";

type Meanwhile = { app?: TestApp; solves: number | null; refuses: readonly string[] };

/** An Agillic that is too busy for some events, and while it says so of the first, a ticket is solved. */
function createBusyAgillic() {
  const meanwhile: Meanwhile = { solves: null, refuses: [] };
  const intercept = async ({ pathname }: URL) => {
    const isPause = pathname.includes("/pause_communication/");
    const refused = meanwhile.refuses.find((event) => pathname.includes(`/${event}/`));
    const { app, solves } = meanwhile;
    if (app !== undefined && isPause && solves !== null) {
      meanwhile.solves = null;
      await notify(app, {}, solves);
    }
    return refused === undefined ? undefined : new Response(null, { status: 429 });
  };
  return { meanwhile, intercept };
}

/** Pauses while ticket 101 is solved, and what becomes of it once nothing is refused any more. */
async function pausedWhileSolved(
  app: TestApp,
  meanwhile: Meanwhile,
  { place = {}, refuses }: { place?: Place; refuses: readonly string[] },
) {
  Object.assign(meanwhile, { app, solves: 101, refuses });
  await pause(app, place);
  assertEquals(meanwhile.solves, null);
  meanwhile.refuses = [];
  await passTime(app, 5 * MINUTE);
  return [...counts(app), await pauseShown(app, place)];
}

async function pausedTwice(place: Place, refuses: readonly string[]) {
  const { meanwhile, intercept } = createBusyAgillic();
  using app = await createPausingApp({ intercept });
  await pause(app);
  await passTime(app, 2 * MINUTE);
  return await pausedWhileSolved(app, meanwhile, { place, refuses });
}

Deno.test("what could not be paused while its ticket was solved is not resumed", async () => {
  const { meanwhile, intercept } = createBusyAgillic();
  using app = await createPausingApp({ intercept });
  const refuses = ["pause_communication"];
  assertEquals(await pausedWhileSolved(app, meanwhile, { refuses }), [0, 0, ""]);
});

Deno.test("what is being resumed still is, when its ticket could not pause it again before it was solved", async () => {
  const { meanwhile, intercept } = createBusyAgillic();
  using app = await createPausingApp({ intercept });
  await pause(app);
  meanwhile.refuses = ["resume_communication"];
  await notify(app);
  await passTime(app, 2 * MINUTE);
  const refuses = ["pause_communication"];
  assertEquals(await pausedWhileSolved(app, meanwhile, { refuses }), [1, 1, ""]);
});

Deno.test("what another ticket could not pause again is resumed", async () => {
  assertEquals(await pausedTwice(OTHER_TICKET, ["pause_communication"]), [1, 1, ""]);
});

Deno.test("what its own ticket could not pause again is resumed, also when that takes a while", async () => {
  const both = ["pause_communication", "resume_communication"];
  assertEquals(await pausedTwice({}, both), [1, 1, ""]);
});

Deno.test("what another ticket has paused again is not resumed", async () => {
  assertEquals(await pausedTwice(OTHER_TICKET, []), [2, 0, "Paused until this ticket is solved"]);
});

Deno.test("what is paused only after its ticket was solved is resumed then, and not before", async () => {
  const events: string[] = [];
  const { meanwhile, intercept } = createBusyAgillic();
  let isBusy = true;
  using app = await createPausingApp({
    intercept: async (url) => {
      const event = /\/(pause|resume)_communication\//.exec(url.pathname)?.[1];
      if (event === "pause" && isBusy) {
        await intercept(url);
        isBusy = false;
        return new Response(null, { status: 429 });
      }
      if (event !== undefined) events.push(event);
      return undefined;
    },
  });
  Object.assign(meanwhile, { app, solves: 101 });
  await pause(app);
  await passTime(app, 3 * MINUTE);
  assertEquals(events, ["pause", "resume"]);
});
