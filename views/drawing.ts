import { jsxTemplate } from "hono/jsx/jsx-runtime";
import type { JSX } from "hono/jsx/jsx-runtime";

/** Markup as it is written in the source, made once: hono renders SVG slowly, and nothing changes. */
export function drawing(source: TemplateStringsArray): JSX.Element {
  return jsxTemplate(source);
}
