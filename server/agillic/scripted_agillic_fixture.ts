import { createAgillic } from "./client.ts";
import type { AgillicClient } from "./client.ts";
import { ManualClock } from "./manual_clock_fixture.ts";

/** One request as it was sent, and the milliseconds since the beginning. */
export type SentRequest = {
  readonly url: string;
  readonly init: RequestInit;
  readonly atMs: number;
};

/** Answers one request; a promise that never settles is a service that hangs. */
export type Step = (request: SentRequest) => Response | Promise<Response>;

/** For tests of exact timing: a client whose Agillic does step after step, the last for ever. */
export class ScriptedAgillic {
  readonly clock = new ManualClock();
  readonly sent: SentRequest[] = [];
  /** The routes of calls that found no place in time. */
  readonly notSent: string[] = [];
  readonly #startedMs = this.clock.elapsed();
  readonly #steps: readonly Step[];
  readonly #agillic = createAgillic({
    baseUrl: "https://agillic.example",
    fetch: (url, init) => this.#answer({ url, init, atMs: this.elapsedMs }),
    now: this.clock.now,
    elapsed: this.clock.elapsed,
    delay: this.clock.delay,
    random: () => 0,
    callsAtOnce: 16,
    watch: { sent() {}, ended() {}, notSent: ({ route }) => this.notSent.push(route) },
  });

  constructor(...steps: Step[]) {
    this.#steps = steps;
  }

  get elapsedMs(): number {
    return this.clock.elapsed() - this.#startedMs;
  }

  get client(): AgillicClient {
    return this.clientOf("token");
  }

  clientOf(token: string, options?: { oauth: boolean }): AgillicClient {
    return this.#agillic.client(token, options);
  }

  /** When each request was sent, in milliseconds since the beginning. */
  get times(): number[] {
    return this.sent.map(({ atMs }) => atMs);
  }

  async #answer(request: SentRequest): Promise<Response> {
    const step = this.#steps[Math.min(this.sent.length, this.#steps.length - 1)];
    this.sent.push(request);
    if (step === undefined) throw new Error("Answering failed: the script has no steps");
    return await step(request);
  }
}

/** Answers with a status and a body. */
export function answer(status: number, body = "", headers: Record<string, string> = {}): Step {
  return () => new Response(body, { status, headers });
}

/** Answers with a recipient. */
export function found(personData: Record<string, unknown> = { EMAIL: "a@b.dk" }): Step {
  return () => Response.json({ personData });
}

/** Breaks the connection as Deno tells it, in words that hold the address. */
export function broken(detail = "connection reset by peer"): Step {
  return ({ url }) => {
    const cause = new Error(`error sending request for url (${url}): ${detail}`);
    throw new TypeError("fetch failed", { cause });
  };
}

/** Never answers, and does not heed the signal either. */
export function hang(): Promise<never> {
  return new Promise(() => {});
}
