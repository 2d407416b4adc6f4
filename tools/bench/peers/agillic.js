/** What a peer reads in Agillic's answers, and how it says so: the texts that our server shows, one after the other. */

const ROWS = 25;
const dayAndTime = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
const WAYS = {
  EMAIL: "e-mail",
  TRANSACTIONAL_EMAIL: "e-mail",
  PUSH_NOTIFICATION: "push notification",
  SMS: "text message",
};

// Making one is slow, so one a locale and kind is kept. Agillic's times are Danish, which is also how the agent of the
// benchmark reads them: a peer need not know about zones.
const formatters = new Map();

function formatterOf(locale, options) {
  const name = locale + JSON.stringify(options);
  let formatter = formatters.get(name);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    formatters.set(name, formatter);
  }
  return formatter;
}

/** Where a recipient is, and what history they have of three months. */
export function pathsOf(email) {
  const recipient = `/recipients/EMAIL=${encodeURIComponent(email)}`;
  const from = new Date();
  from.setUTCMonth(from.getUTCMonth() - 3);
  const period = new URLSearchParams({
    dateStart: from.toISOString(),
    dateEnd: new Date().toISOString(),
  });
  return { recipient, history: `${recipient}/:listCommunicationHistory?${period}` };
}

/** The Person Data that is wanted: each as it came, and as it is read. */
export function showPersonData({ personData }, fields, locale) {
  return fields.flatMap((name) => {
    const text = String(personData[name] ?? "");
    return [text, showValue(text, locale)];
  });
}

function showValue(text, locale) {
  if (text === "TRUE") return "Yes";
  if (text === "FALSE") return "No";
  const at = parseTime(text);
  if (at === null) return text || "-";
  const date = { year: "numeric", day: "numeric", month: "short" };
  const options = text.includes(":") ? { ...date, ...dayAndTime } : date;
  return formatterOf(locale, options).format(at);
}

/** The newest communications, newest first: each with when it was sent, what became of it, and the sentence. */
export function showHistory(communications, locale) {
  const dated = communications.map((row) => ({ row, at: parseTime(row.executionTimestamp) ?? 0 }));
  const newest = dated.sort((one, other) => other.at - one.at).slice(0, ROWS);
  return newest.flatMap(({ row, at }) => {
    const { communicationId, communicationType, additionalFields = {} } = row;
    const moment = formatterOf(locale, dayAndTime);
    const date = formatterOf(locale, { year: "numeric", day: "numeric", month: "short" }).format(
      at,
    );
    const way = WAYS[communicationType] ?? communicationType;
    return [
      communicationId,
      communicationType,
      moment.format(at),
      additionalFields.storedEmailURL ?? "",
      showActivity(communicationType, additionalFields, moment),
      `On ${date} we sent you “${communicationId}” by ${way}.`,
    ];
  });
}

function showActivity(type, { bounced, clickedTimeStamp, openedTimestamp }, moment) {
  if (!type.endsWith("EMAIL")) return "";
  if (bounced) return "Hard Bounced";
  if (clickedTimeStamp) return `Clicked ${moment.format(parseTime(clickedTimeStamp))}`;
  return openedTimestamp ? `Opened ${moment.format(parseTime(openedTimestamp))}` : "Not Opened";
}

/** `24.11.2026 21:51:38` or `24.11.2026`, as if it were UTC; null for anything else. */
function parseTime(text) {
  const parts = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d):(\d\d):(\d\d))?$/.exec(text);
  if (parts === null) return null;
  const [day, month, year, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0);
}
