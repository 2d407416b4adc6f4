/**
 * A program: what one would write by hand to show the same parts. It asks for the same JSON and
 * answers HTML; it checks nobody and nothing, retries nothing, and logs nothing.
 */
const [port, upstream] = Deno.args;
const FIELDS = (Deno.args[2] ?? "").split(",");
const PAGE_SIZE = 25;
const THREE_MONTHS_MS = 92 * 86_400_000;

type Row = {
  communicationId: string;
  communicationType: string;
  executionTimestamp: string;
  additionalFields?: Record<string, string | boolean>;
};

const headers = {
  accept: "application/json",
  authorization: `Basic ${btoa("agillic-key:agillic-secret")}`,
};

async function showRecipient(path: string): Promise<string> {
  const { personData } = await (await fetch(path, { headers })).json();
  const rows = FIELDS.map((name) =>
    `<div><dt>${escape(name)}</dt><dd>${escape(personData[name] ?? "-")}</dd></div>`
  );
  return `<section><h2>Recipient</h2><dl>${rows.join("")}</dl></section>`;
}

async function showCommunications(path: string): Promise<string> {
  const period = new URLSearchParams({
    dateStart: new Date(Date.now() - THREE_MONTHS_MS).toISOString(),
    dateEnd: new Date().toISOString(),
  });
  const url = `${path}/:listCommunicationHistory?${period}`;
  const rows: Row[] = await (await fetch(url, { method: "POST", headers })).json();
  const items = rows.reverse().slice(0, PAGE_SIZE).map((row) => {
    const fields = row.additionalFields ?? {};
    const activity = fields.bounced === true
      ? "Hard Bounced"
      : fields.clickedTimeStamp
      ? "Clicked"
      : fields.openedTimestamp
      ? "Opened"
      : "Not Opened";
    return `<li><b>${escape(row.communicationType)}</b> ${escape(row.communicationId)} ` +
      `<time>${escape(row.executionTimestamp)}</time> ${activity}</li>`;
  });
  return `<section><h2>Communications</h2><ol>${items.join("")}</ol></section>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const pages: Record<string, (path: string) => Promise<string>> = {
  "/recipient": showRecipient,
  "/communications": showCommunications,
  "/sidebar": async (path) =>
    (await Promise.all([showRecipient(path), showCommunications(path)])).join(""),
};

Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen() {} }, async (request) => {
  const show = pages[new URL(request.url).pathname];
  if (show === undefined) return new Response(null, { status: 404 });
  const email = decodeURIComponent(request.headers.get("requester-email") ?? "");
  return new Response(await show(`${upstream}/recipients/EMAIL=${encodeURIComponent(email)}`), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
});
