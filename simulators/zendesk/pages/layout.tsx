import { html } from "hono/html";
import type { Child, FC } from "hono/jsx";

/** The document around every page of the simulator. */
export const Layout: FC<{ title: string; script?: string; children?: Child }> = (props) =>
  html`<!DOCTYPE html>${<Page {...props} />}`;

const Page: typeof Layout = ({ title, script, children }) => (
  <html lang="en" data-color-scheme="light">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title} · Zendesk simulator</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/host/desk.css" />
      {script === undefined ? null : <script type="module" src={script} />}
    </head>
    <body>{children}</body>
  </html>
);
