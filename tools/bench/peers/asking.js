/** How a peer on Node asks Agillic: by the `fetch` that Node has, or by undici, which is under it, without the rest. */
import { createRequire } from "node:module";
import process from "node:process";

const HOW = process.argv[5];

/** Answers an address with its JSON. */
export const ask = HOW === "undici" ? askByUndici() : askByFetch;

/** By `fetch`, which every runtime has. */
export async function askByFetch(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`Agillic answered ${response.status}`);
  return await response.json();
}

function askByUndici() {
  const { request } = createRequire(import.meta.url)("undici");
  return async (url, init) => {
    const { statusCode, body } = await request(url, init);
    if (statusCode !== 200) throw new Error(`Agillic answered ${statusCode}`);
    return await body.json();
  };
}
