/** What journeys read in fragments. */
import { assertEquals } from "@std/assert";

/** The parts, by their `data-view`, in order. */
export function partsOf(html: string): string[] {
  return [...html.matchAll(/ data-view="(\w+)"/g)].map(([, part]) => part ?? "");
}

/** The codes of the problems that are shown, in order: not of those that stand by in a template. */
export function problemsOf(html: string): string[] {
  return [...withoutTemplates(html).matchAll(/ data-problem="(\w+)"/g)].map(([, code]) =>
    code ?? ""
  );
}

/** What is shown: not what stands by. */
export function withoutTemplates(html: string): string {
  return html.replace(/<template.*?<\/template>/gs, "");
}

/** What stands between the tags, as it is read. */
export function textOf(html: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html.replace(/<wbr\/?>/g, "").replace(/<[^>]*>/g, " ")
    .replace(/&(#?\w+);/g, (entity, name) => entities[name] ?? entity)
    .replace(/\s+/g, " ").trim();
}

/** What stands in the panels of the events against delivery; "" where there is nothing. */
export function eventsWarningOf(html: string): string {
  return textOf(/<div [^>]*(?:-delivery"|hx-swap-oob=)[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? "");
}

/** The shown values of Person Data by field, in the order in which they stand. */
export function personDataOf(html: string): [field: string, value: string][] {
  return [...html.matchAll(/<div data-field="([^"]+)">.*?<dd><span[^>]*>(.*?)<\/span>/gs)]
    .map(([, field = "", value = ""]) => [field, textOf(value)]);
}

/** The faulty settings of a problem: label and how to correct it. */
export function faultsOf(html: string): [label: string, words: string][] {
  return [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)]
    .map(([, label = "", words = ""]) => [textOf(label), textOf(words)]);
}

/** Every address of ours that an answer leads to. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/ (?:hx-\w+|href|src|action)="(\/[^"]*)"/g)]
    .map(([, link]) => textOf(link ?? ""));
}

/** A communication as it is shown. */
export type ShownCommunication = {
  name: string;
  channel: string;
  activity: string;
  text: string;
  html: string;
};

/** The communications, in order. */
export function communicationsOf(html: string): ShownCommunication[] {
  const row = /<li data-communication="" data-channel="([^"]*)" data-activity="(\w*)".*?<\/li>/gs;
  return [...html.matchAll(row)].map(([html, channel = "", activity = ""]) => ({
    name: textOf(/<strong[^>]*>(.*?)<\/strong>/s.exec(html)?.[1] ?? ""),
    channel: textOf(channel),
    activity,
    text: textOf(html),
    html,
  }));
}

/** The value of the hidden field `action` in the form of a slot, or of the creation; "" where there is none. */
export function actionIn(html: string, form = "event-1"): string {
  const start = html.indexOf(`<form id="${form}"`);
  if (start === -1) return "";
  const part = html.slice(start, html.indexOf("</form>", start));
  return /name="action" value="([^"]*)"/.exec(part)?.[1] ?? "";
}

/** None of the words is in a text. */
export function assertWithout(text: string, words: readonly string[], where: string): void {
  assertEquals(words.filter((word) => text.includes(word)), [], where);
}
