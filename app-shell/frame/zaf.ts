/** The part of the ZAF client that the shell uses; the SDK in the bundle and Zendesk's own build both have it. */
export type ZafClient = {
  context(): Promise<ZafContext>;
  metadata(): Promise<{ installationId: number | string }>;
  get(paths: string[]): Promise<Record<string, unknown>>;
  invoke(name: string, ...parameters: unknown[]): Promise<unknown>;
  request(options: Record<string, unknown> | string): Promise<unknown>;
  on(name: string, handler: (data: unknown) => void): void;
};

/** Zendesk could not say who the place is about, or what addresses they have. */
export class RequesterError extends Error {}

/** The SDK itself; `init` is false when the page was not opened by Zendesk. */
export type ZafSdk = { init(): ZafClient | false };

/** Where in Zendesk the app was opened. */
export type ZafContext = { location: string };

/** What Zendesk has verified of somebody: addresses besides the primary one, and phone numbers. */
export type Identities = readonly [emails?: readonly string[], phones?: readonly string[]];

/** Who the place is about and who looks at it, as Zendesk says. */
export type Place = {
  /** Zendesk's word for where it is, such as `user_sidebar`. */
  location: string;
  requester: { id: string; email: string; locale: string; name: string };
  ticket: { id: string; createdAt: string };
  agent: { name: string; locale: string; timeZone: string; role: string };
};

// More than the server looks up, so that it can say where it stopped.
const MAX_IDENTITIES = 8;
const IDENTITIES_TIMEOUT_MS = 5_000;

/** Rejects when the answer takes too long: neither the SDK nor Zendesk's proxy ends a request by itself. */
export function withTimeout<Value>(answer: Promise<Value>, timeoutMs = 15_000): Promise<Value> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("Zendesk does not answer")), timeoutMs);
  });
  return Promise.race([answer, timeout]);
}

/** What a value of Zendesk's has by that name; undefined where it has nothing. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The text or number there as a text; "" where there is none. */
export function textAt(value: unknown, ...path: string[]): string {
  const found = path.reduce(memberOf, value);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

/**
 * Makes what reads who the place is about; it rejects when Zendesk does not answer, or cannot read them. Before it asks
 * for the first time it has `changed` called whenever the place may be about somebody else.
 */
export function createPlaceReader(client: ZafClient, changed: () => void): () => Promise<Place> {
  let isWatched = false;

  return async () => {
    const { location } = await withTimeout(client.context());
    const isUser = location === "user_sidebar";
    const person = isUser ? "user" : "ticket.requester";
    if (!isWatched) {
      isWatched = true;
      for (const what of ["id", "email"]) client.on(`${person}.${what}.changed`, changed);
    }
    // A path that the place has not (a new ticket has no id) is absent in a bulk answer and rejects alone.
    const answer = await client.get(
      isUser
        ? ["user", "currentUser"]
        : ["ticket.requester", "ticket.id", "ticket.createdAt", "currentUser"],
    );
    // Not somebody without an address: it is not known who it is.
    if (memberOf(answer.errors, person)) {
      throw new RequesterError("Zendesk does not say who");
    }
    const agent = answer.currentUser;
    return {
      location,
      requester: {
        id: textAt(answer[person], "id"),
        email: textAt(answer[person], "email"),
        locale: textAt(answer[person], "locale"),
        name: textAt(answer[person], "name"),
      },
      ticket: { id: textAt(answer["ticket.id"]), createdAt: textAt(answer["ticket.createdAt"]) },
      agent: {
        name: textAt(agent, "name"),
        locale: textAt(agent, "locale"),
        timeZone: textAt(agent, "timeZone", "ianaName"),
        role: textAt(agent, "role"),
      },
    };
  };
}

/**
 * The requester's other verified addresses, and what else is verified of this type, such as `phone_number`; asked of
 * Zendesk as the agent. When it does not say: none, or RequesterError for who would then be said to have no address.
 */
export async function listIdentities(
  client: ZafClient,
  { id, email }: Place["requester"],
  type: string,
): Promise<Identities> {
  try {
    const answer = await withTimeout(
      client.request(`/api/v2/users/${encodeURIComponent(id)}/identities.json`),
      IDENTITIES_TIMEOUT_MS,
    );
    const identities = memberOf(answer, "identities");
    if (!Array.isArray(identities)) throw new TypeError("Zendesk does not say");
    const listVerified = (type: string) =>
      identities
        // Anybody can add an address to a profile: only a verified one is the requester's own.
        .filter((one) => textAt(one, "type") === type && memberOf(one, "verified") === true)
        .map((one) => textAt(one, "value"))
        .filter((value) => value !== email)
        .slice(0, MAX_IDENTITIES);
    return [listVerified("email"), listVerified(type)];
  } catch (cause) {
    if (email === "") throw new RequesterError("Zendesk says no address", { cause });
    return [];
  }
}
