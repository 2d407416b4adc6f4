import type { Child } from "hono/jsx";
import { type JSX, jsxTemplate } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";

/** A page with the stylesheet; `head` is what it has besides. */
export type DocumentProps = {
  language: Language;
  stylePath: string;
  colorScheme?: "light" | "dark";
  head?: Child;
  children?: Child;
};

/** The one template: JSX has no way to write a doctype. */
const doctype = jsxTemplate`<!DOCTYPE html>`;

/** A whole document, from the doctype on. */
export function Document(
  { language, stylePath, colorScheme, head, children }: DocumentProps,
): JSX.Element {
  return (
    <>
      {doctype}
      <html lang={language} data-color-scheme={colorScheme}>
        <head>
          <meta charset="utf-8" />
          <title>{say(language, "app")}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="stylesheet" href={stylePath} />
          {head}
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
