// @ts-check
/**
 * The host's side of the app framework's wire protocol, for one iframe. It knows neither the page nor
 * what the paths mean: those come in as functions.
 *
 * @typedef {object} Host
 * @property {(data: unknown) => Promise<void>} receive Takes one message of the app.
 * @property {(name: string, message?: unknown) => boolean} emit Sends an event, if the app listens for it.
 * @property {(name: string) => Promise<string | null>} ask Runs a hook; the app's reason when it refuses.
 *
 * @param {object} options
 * @param {(message: object) => void} options.post Sends to the app.
 * @param {() => { metadata: object, context: object }} options.registration
 * @param {(path: string) => unknown} options.get Throws for a path it does not know.
 * @param {(path: string, value: unknown) => unknown} options.set
 * @param {(path: string, args: unknown[]) => unknown} options.invoke
 * @param {(options: object) => Promise<{ done: boolean, args: unknown[] }>} options.request
 * @param {(kind: string, what: string) => void} [options.log] Told of each message, never of a value.
 * @param {(name: string) => void} [options.subscribed] Told when the app begins to listen for an event.
 * @returns {Host}
 */
export function createZafHost(options) {
  const { post, log = () => {}, subscribed = () => {} } = options;
  /** @type {Set<string>} */
  const subscriptions = new Set();
  /** @type {Map<string, (reason: string | null) => void>} */
  const hooks = new Map();
  let appGuid = "";
  let instanceGuid = "";
  let registered = false;

  /** @param {any} message */
  async function answer(message) {
    const kind = message.request;
    const entries = kind === "get"
      ? message.params.map((/** @type {string} */ path) => [path, undefined])
      : Object.entries(message.params);
    /** @type {Record<string, unknown>} */
    const result = { errors: {} };
    /** @type {Record<string, object>} */
    const errors = {};
    for (const [path, value] of entries) {
      log(kind, path);
      try {
        result[path] = (kind === "get"
          ? await options.get(path)
          : kind === "set"
          ? await options.set(path, value)
          : await options.invoke(path, value)) ?? null;
      } catch (error) {
        errors[path] = describe(error, path);
      }
    }
    result.errors = errors;
    post({ id: message.id, result, appGuid, instanceGuid });
  }

  /** @param {string} key @param {any} message */
  async function request(key, message) {
    log(
      "request",
      `${message.type ?? message.method ?? "GET"} ${String(message.url).split("?")[0]}`,
    );
    const { done, args } = await options.request(message);
    // Sent whether or not the subscription came first: the SDK subscribes before it asks.
    post({ key: `zaf.${key}.${done ? "done" : "fail"}`, message: { responseArgs: args } });
  }

  return {
    async receive(data) {
      const message = parse(data);
      if (message === null) return;
      if (message.request !== undefined) return await answer(message);
      const key = String(message.key);
      if (key === "iframe.handshake") {
        appGuid = message.appGuid;
        instanceGuid = message.instanceGuid ?? message.appGuid;
        subscriptions.clear();
        registered = true;
        log("handshake", `SDK ${message.message?.version}`);
        post({ key: "zaf.app.registered", message: options.registration() });
      } else if (key.startsWith("iframe.on:")) {
        subscriptions.add(key.slice("iframe.on:".length));
        subscribed(key.slice("iframe.on:".length));
      } else if (key.startsWith("iframe.off:")) {
        if (!message.message?.subscriberCount) {
          subscriptions.delete(key.slice("iframe.off:".length));
        }
      } else if (key.startsWith("iframe.reply:")) {
        const name = key.slice("iframe.reply:".length);
        hooks.get(name)?.(message.error === undefined ? null : String(message.error.msg));
      } else if (/^request:\d+$/.test(key)) {
        await request(key, message.message);
      }
    },
    emit(name, message) {
      if (!registered || !subscriptions.has(name)) return false;
      log("event", name);
      post({ key: `zaf.${name}`, message, appGuid, instanceGuid });
      return true;
    },
    async ask(name) {
      if (!registered || !subscriptions.has(name)) return null;
      log("hook", name);
      const reply = new Promise((/** @type {(reason: string | null) => void} */ resolve) => {
        hooks.set(name, resolve);
      });
      post({ key: `zaf.${name}`, needsReply: true, appGuid, instanceGuid });
      const reason = await reply;
      hooks.delete(name);
      return reason;
    },
  };
}

/** @param {unknown} data @returns {any} */
function parse(data) {
  if (typeof data === "object") return data;
  try {
    const message = JSON.parse(String(data));
    return typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}

/** @param {unknown} error @param {string} path */
function describe(error, path) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, path, stack };
}
