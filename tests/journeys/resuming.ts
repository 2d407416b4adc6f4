/** What journeys of resuming by itself are made of. */
import type { TestApp } from "../app_fixture.ts";

/** What the row says in the ticket that holds the recipient. */
export const UNTIL_THIS = "Paused until this ticket is solved";

/** What the row says while it is tried. */
export const DUE = "The ticket is solved: being resumed";

/** A minute in ms. */
export const MINUTE = 60_000;

/** An Agillic that cannot be reached while `isAway`: nothing is sent then. */
export function createReach() {
  const reach = {
    isAway: false,
    tried: 0,
    intercept(url: URL) {
      if (!reach.isAway || !url.pathname.includes("resume_communication")) return undefined;
      reach.tried++;
      throw new TypeError("error sending request", {
        cause: new Error("client error (Connect): connection refused"),
      });
    },
  };
  return reach;
}

/** Goes on minute by minute, as the server does by itself. */
export async function passTime(app: TestApp, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += MINUTE) {
    app.clock.now += MINUTE;
    await app.resumeDue();
  }
}
