import { Hono } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import * as languages from "../../views/words/languages.ts";
import { type Reader, READERS, settingOf } from "./state.ts";
import { type Look, pageOf, states } from "./states.tsx";

const views = new URL("../../views/", import.meta.url);
const stylePath = "/style.css";

/** Pages that need nothing but the stylesheet show that nothing is inline. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'";

/** Serves every view in every state; `/STATE?language=da&scheme=dark&width=270`. */
export function createGallery(): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("Content-Security-Policy", policy);
  });
  app.get("/", (c) => c.html(<Index {...lookOf(c.req.query())} />));
  app.get("/all.css", (c) => c.body(allStyle, 200, { "Content-Type": "text/css" }));
  // Not bundled: the browser follows the stylesheet's imports.
  app.get("/:name{[a-z_]+\\.css}", async (c) => {
    const text = await Deno.readTextFile(new URL(c.req.param("name"), views));
    return c.body(text, 200, { "Content-Type": "text/css" });
  });
  app.get("/all", (c) => c.html(<All {...lookOf(c.req.query())} />));
  app.get("/:state", (c) => {
    const state = states[c.req.param("state")];
    if (!state) return c.notFound();
    const { width, ...look } = c.req.query();
    return width === undefined
      ? c.html(pageOf(state, lookOf(look)))
      : c.html(<Frame path={`${c.req.path}?${new URLSearchParams(look)}`} width={width} />);
  });
  return app;
}

function lookOf({ language, scheme }: Record<string, string>): Look {
  return {
    language: READERS.find((reader) => reader === language) ?? "en",
    colorScheme: scheme === "dark" ? "dark" : "light",
    stylePath,
  };
}

/** As wide as the narrowest tray, with the padding that the page has there. */
const allStyle = `
  body { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; padding: 12px; }
  [data-state-name] { width: 270px; padding: 0 12px 12px; overflow: auto; }
`;

/** All states beside each other: what is said of one id is said many times here. */
function All({ language, colorScheme }: Look): JSX.Element {
  const setting = settingOf(language);
  return (
    <html lang={setting.language} data-color-scheme={colorScheme}>
      <head>
        <title>All states</title>
        <link rel="stylesheet" href={stylePath} />
        <link rel="stylesheet" href="/all.css" />
      </head>
      <body>
        {Object.entries(states).map(([name, state]) => (
          <div data-state-name={name}>{state.render(setting)}</div>
        ))}
      </body>
    </html>
  );
}

function Frame({ path, width }: { path: string; width: string }): JSX.Element {
  return (
    <html lang="en">
      <head>
        <title>{path}</title>
      </head>
      <body>
        <iframe src={path} title={path} width={width} height="1600" />
      </body>
    </html>
  );
}

function Index({ language, colorScheme }: Look): JSX.Element {
  const query = (width: number) => `?language=${language}&scheme=${colorScheme}&width=${width}`;
  return (
    <html lang="en" data-color-scheme={colorScheme}>
      <head>
        <title>Gallery</title>
        <link rel="stylesheet" href={stylePath} />
      </head>
      <body>
        <h1>Gallery</h1>
        <p>
          {READERS.map((other) => (
            <>
              <a href={`/?language=${other}&scheme=${colorScheme}`}>{nameOf(other)}</a>
              {" "}
            </>
          ))}
          <a href={`/?language=${language}&scheme=light`}>light</a>{" "}
          <a href={`/?language=${language}&scheme=dark`}>dark</a>
        </p>
        <p>
          <a href={`/all?language=${language}&scheme=${colorScheme}`}>All at once</a>
        </p>
        <ul>
          {Object.keys(states).map((name) => (
            <li>
              {name} {[270, 340, 400, 700].map((width) => (
                <>
                  <a href={`/${name}${query(width)}`}>{width}</a>
                  {" "}
                </>
              ))}
            </li>
          ))}
        </ul>
      </body>
    </html>
  );
}

function nameOf(reader: Reader): string {
  return reader === "fr" ? "Français (no words)" : languages[reader].name;
}
