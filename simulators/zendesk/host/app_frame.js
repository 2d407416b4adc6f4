// @ts-check
import { createZafHost } from "./zaf_host.js";

/** Sandbox of an app's iframe: no modals, no top navigation. */
const SANDBOX = [
  "allow-scripts",
  "allow-same-origin",
  "allow-forms",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-downloads",
].join(" ");

/** Height of an app that has not asked for one. */
const INITIAL_HEIGHT = "80px";

/**
 * Puts an app's iframe into the tray and loads it the way of a signed location: a form posted into it.
 *
 * @typedef {ReturnType<typeof createAppFrame>} AppFrame
 *
 * @param {object} options
 * @param {HTMLElement} options.tray
 * @param {import("../desk_data.ts").DeskData} options.desk The page's data.
 * @param {string} options.location
 * @param {string} options.place Such as `ticket:101`, for tests to find the frame by.
 * @param {() => string} options.colorScheme
 * @param {(appGuid: string) => Omit<Parameters<typeof createZafHost>[0], "post">} options.handlers
 */
export function createAppFrame({ tray, desk, location, place, colorScheme, handlers }) {
  const appGuid = crypto.randomUUID();
  const frame = document.createElement("iframe");
  frame.name = `app_${desk.registration.name.replaceAll(/\W/g, "_")}_${appGuid}`;
  frame.title = desk.title;
  frame.setAttribute("sandbox", SANDBOX);
  if (desk.clipboardWrite) frame.allow = "clipboard-write";
  Object.assign(frame.dataset, { appFrame: "", location, place });
  frame.style.height = INITIAL_HEIGHT;
  tray.append(frame);

  const host = createZafHost({
    post: (message) => frame.contentWindow?.postMessage(JSON.stringify(message), desk.backend),
    ...handlers(appGuid),
  });
  /** @param {MessageEvent} event */
  const listen = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== desk.backend) return;
    frame.dataset.registered = "true";
    host.receive(event.data);
  };
  addEventListener("message", listen);

  async function load() {
    frame.dataset.loads = String(Number(frame.dataset.loads ?? 0) + 1);
    const response = await fetch(`/agent/app_frame?location=${location}`);
    const { url, signed, token } = await response.json();
    const address = new URL(url);
    address.searchParams.set("origin", desk.origin);
    address.searchParams.set("app_guid", appGuid);
    address.searchParams.set("colorScheme", colorScheme());
    if (signed) postInto(frame.name, address.href, token);
    else frame.src = address.href;
  }
  load();

  return {
    host,
    load,
    /** @param {boolean} shown */
    show(shown) {
      frame.hidden = !shown;
      frame.dataset.active = String(shown);
    },
    /** @param {unknown} asked Such as 240, "240px" or "100%". */
    resize(asked) {
      const height = /^\d+(\.\d+)?$/.test(String(asked)) ? `${asked}px` : String(asked);
      frame.style.height = height;
      frame.dataset.resizedHeight = height;
    },
    remove() {
      removeEventListener("message", listen);
      frame.remove();
    },
  };
}

/** @param {string} target @param {string} action @param {string | null} token */
function postInto(target, action, token) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action, target, hidden: true });
  if (token !== null) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "token", value: token });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
