/** An answer taken apart: `markup` has one piece more than `texts`, which stand between them, unescaped. */
export type Template = { markup: string[]; texts: string[] };

// What a view fills in: the texts, and the attributes that say what an element is about.
const FILLED =
  /(?<=>)[^<>]+(?=<)|(?<= (?:id|title|href|datetime|value|aria-label|hx-get|data-[a-z-]+)=")[^"]*(?=")/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Takes the HTML of an answer apart into a template and what it was filled with. */
export function takeApart(html: string): Template {
  return {
    markup: html.split(FILLED),
    texts: (html.match(FILLED) ?? []).map((text) =>
      text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    ),
  };
}
