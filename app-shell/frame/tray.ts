import * as attributes from "../../contract/attributes.ts";
import type { ZafClient } from "./zaf.ts";

/** Keeps the iframe as high as its content, also after it was hidden. */
export function followHeight(client: ZafClient): void {
  let height = 0;
  const resize = () => {
    const next = Math.ceil(document.body.getBoundingClientRect().height);
    if (next === 0 || next === height) return;
    height = next;
    // A tray that is closing no longer answers.
    client.invoke("resize", { width: "100%", height: `${height}px` }).catch(() => {});
  };
  new ResizeObserver(resize).observe(document.body);
  client.on("app.activated", () => {
    height = 0;
    resize();
  });
}

/** Follows Zendesk's light and dark; the first paint has it from the page itself. */
export function followColorScheme(client: ZafClient): void {
  client.on("colorScheme.changed", (scheme) => {
    const name = scheme === "dark" ? "dark" : "light";
    document.documentElement.setAttribute(attributes.colorScheme, name);
    document.querySelector("meta[name=color-scheme]")?.setAttribute("content", name);
  });
}
