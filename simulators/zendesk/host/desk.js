// @ts-check
import { element, fillList } from "./dom.js";
import { applyColorScheme, rememberedColorScheme } from "./color_scheme.js";
import { createTab } from "./tab.js";
import { makeResizable } from "./tray.js";
import { showPlace } from "./place_panel.js";
import { showToast } from "./toast.js";

/** @typedef {import("./tab.js").Tab} Tab */

/** @type {import("../desk_data.ts").DeskData} */
const desk = JSON.parse(element("desk").dataset.desk ?? "{}");
/** @type {Map<string, Tab>} */
const tabs = new Map();
/** @type {Tab | null} */
let active = null;
let colorScheme = rememberedColorScheme();
let newTickets = 0;

/** What tabs may do to the page around them. */
const workspace = {
  desk,
  colorScheme: () => colorScheme,
  open,
  close,
  changed: render,
  tabs: () => [...tabs.values()],
  isActive: (/** @type {Tab} */ tab) => tab === active,
};

/** @param {import("./tab.js").Place} place */
function open(place) {
  const key = `${place.kind}:${place.id}`;
  const tab = tabs.get(key) ?? createTab(workspace, key, place);
  tabs.set(key, tab);
  activate(tab);
}

/** @param {Tab} tab */
function close(tab) {
  tabs.delete(tab.key);
  tab.destroy();
  if (tab === active) activate([...tabs.values()].at(-1) ?? null);
  else render();
}

/** @param {Tab | null} tab */
function activate(tab) {
  if (tab !== active) {
    active?.deactivate();
    active = tab;
    tab?.activate();
    show(tab === null ? "/agent/views" : tab.path());
  }
  render();
}

/** @param {string} path */
function show(path) {
  if (location.pathname === "/" || location.pathname === path) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
}

function render() {
  renderTabs();
  showPlace(active);
  element("app-title").textContent = desk.title;
  const returnTo = element("sign-in").querySelector("input[name=return_to]");
  returnTo?.setAttribute("value", active === null ? "/agent/views" : active.path());
}

function renderTabs() {
  fillList(element("tabs"), [...tabs.values()], (tab) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = `tab-${tab.key.replace(":", "-")}`;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", String(tab === active));
    button.textContent = tab.title();
    button.addEventListener("click", () => activate(tab));
    const closing = document.createElement("button");
    closing.type = "button";
    closing.className = "close";
    closing.textContent = "×";
    closing.setAttribute("aria-label", `Close ${tab.title()}`);
    closing.addEventListener("click", () => close(tab));
    return [button, closing];
  });
}

/** @param {"ticket" | "user"} kind @param {number} id @param {string} label */
function placeLink(kind, id, label) {
  const link = document.createElement("a");
  link.href = kind === "ticket" ? `/agent/tickets/${id}` : `/agent/users/${id}`;
  link.id = `${kind}-${id}`;
  link.textContent = label;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    open({ kind, id });
  });
  const item = document.createElement("li");
  item.append(link);
  return [item];
}

element("dark-mode").addEventListener("click", () => {
  colorScheme = colorScheme === "dark" ? "light" : "dark";
  applyColorScheme(colorScheme);
  for (const tab of tabs.values()) tab.frame?.host.emit("colorScheme.changed", colorScheme);
});
element("agent").addEventListener("change", () => element("sign-in", HTMLFormElement).submit());
element("views").addEventListener("click", () => activate(null));
element("new-ticket").addEventListener("click", (event) => {
  event.preventDefault();
  open({ kind: "new_ticket", id: ++newTickets });
});
element("reload-app").addEventListener("click", () => active?.frame?.load());
addEventListener("popstate", () => location.reload());
addEventListener("error", (event) => showToast(`The simulator failed: ${event.message}`, "error"));

fillList(
  element("ticket-list"),
  desk.tickets,
  ({ id, subject }) => placeLink("ticket", id, `#${id} ${subject}`),
);
fillList(element("user-list"), desk.requesters, ({ id, name }) => placeLink("user", id, name));
applyColorScheme(colorScheme);
makeResizable(element("tray"), element("tray-edge"));
if (desk.open?.kind === "new_ticket") newTickets = desk.open.id;
if (desk.open) open(desk.open);
else render();
