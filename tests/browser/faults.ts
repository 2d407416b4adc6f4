import type { Page } from "playwright-core";

/** What went wrong in a page: errors, refusals of its policy, and requests that leave the app's origin. */
export type Faults = {
  /** Faults that the test provokes. */
  expect(...patterns: RegExp[]): void;
  /** Throws when there were others. */
  check(): void;
};

/** Collects the faults of a page and its frames from now on. */
export function createFaults(page: Page, appOrigin: string): Faults {
  const faults: string[] = [];
  const expected: RegExp[] = [];
  page.on("pageerror", (error) => faults.push(`Uncaught: ${error.stack ?? error.message}`));
  // A breach of the content security policy is an error in the console, too.
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error") faults.push(`${message.text()} (${url})`);
  });
  page.on("crash", () => faults.push("The page crashed"));
  page.on("request", (request) => {
    if (!request.frame().url().startsWith(appOrigin)) return;
    const { origin, protocol } = new URL(request.url());
    if (origin !== appOrigin && protocol !== "data:") {
      faults.push(`The app asked another origin: ${request.url()}`);
    }
  });
  return {
    expect: (...patterns) => {
      expected.push(...patterns);
    },
    check() {
      const others = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      if (others.length > 0) throw new Error(`Unexpected in the browser:\n${others.join("\n")}`);
    },
  };
}
