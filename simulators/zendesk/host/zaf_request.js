// @ts-check
/**
 * `client.request` as the framework carries it out: relative addresses go to Zendesk as the agent,
 * others through the proxy, or with `cors: true` straight from this page. The options are jQuery's.
 *
 * @typedef {object} RequestOptions
 * @property {string} url
 * @property {string} [type]
 * @property {string} [method]
 * @property {string | Record<string, unknown>} [data]
 * @property {Record<string, string>} [headers]
 * @property {string | false} [contentType]
 * @property {string} [dataType]
 * @property {string} [accepts]
 * @property {boolean} [secure]
 * @property {boolean} [cors]
 * @property {object} [jwt]
 * @property {boolean} [httpCompleteResponse]
 *
 * @param {RequestOptions} options
 * @param {{ fetch: (input: string, init?: RequestInit) => Promise<Response>, origin: string, proxyPath: string }} zendesk
 * @returns {Promise<{ done: boolean, args: unknown[] }>}
 */
export async function performRequest(options, zendesk) {
  let response;
  let responseText;
  try {
    response = await send(options, zendesk);
    responseText = await response.text();
  } catch {
    return failed({ status: 0, statusText: "error", responseText: "" });
  }
  const { status, statusText } = response;
  const responseJSON = readJson(responseText, response.headers.get("content-type") ?? "", options);
  const answer = { status, statusText, responseText, responseJSON };
  if (!(response.ok || status === 304)) return failed(answer);
  if (options.dataType === "json" && responseJSON === undefined && responseText !== "") {
    return failed({ ...answer, statusText: "parsererror" });
  }
  if (options.httpCompleteResponse) {
    return { done: true, args: [{ ...answer, responseHeaders: headersOf(response) }] };
  }
  return { done: true, args: [responseJSON ?? responseText, "success", answer] };
}

/** @param {RequestOptions} options @param {Parameters<typeof performRequest>[1]} zendesk */
async function send(options, { fetch, origin, proxyPath }) {
  const method = (options.type ?? options.method ?? "GET").toUpperCase();
  const withBody = method !== "GET" && method !== "HEAD";
  const data = typeof options.data === "object" ? formEncode(options.data) : options.data;
  const url = !withBody && data
    ? options.url + (options.url.includes("?") ? "&" : "?") + data
    : options.url;
  const body = withBody && data !== undefined ? data : null;
  /** @type {Record<string, string>} */
  const headers = { Accept: accepted(options), ...options.headers };
  if (body !== null && options.contentType !== false) {
    headers["Content-Type"] = options.contentType ??
      "application/x-www-form-urlencoded; charset=UTF-8";
  }
  if (isZendesk(url, origin)) {
    return await fetch(url, { method, headers, body, credentials: "same-origin" });
  }
  if (options.cors) return await fetch(url, { method, headers, body, credentials: "omit" });
  const { secure = false, jwt = null } = options;
  return await fetch(proxyPath, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ url, method, headers, body, secure, jwt }),
    credentials: "same-origin",
  });
}

/** An address that begins with a placeholder is another host's. @param {string} url @param {string} origin */
function isZendesk(url, origin) {
  return url.startsWith(`${origin}/`) || !/^(https?:|\/\/|\{\{)/.test(url);
}

/** @param {RequestOptions} options */
function accepted({ dataType, accepts }) {
  return accepts ??
    (dataType === "json" ? "application/json, text/javascript, */*; q=0.01" : "*/*");
}

/** @param {Record<string, unknown>} data */
function formEncode(data) {
  return new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)]))
    .toString();
}

/** @param {string} text @param {string} type @param {RequestOptions} options */
function readJson(text, type, { dataType }) {
  if (text === "" || !(dataType === "json" || /[/+]json\b/.test(type))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Response} response */
function headersOf(response) {
  return Object.fromEntries(response.headers);
}

/** @param {{ status: number, statusText: string, responseText: string, responseJSON?: unknown }} answer */
function failed(answer) {
  return { done: false, args: [answer, "error", answer.statusText] };
}
