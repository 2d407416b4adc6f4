/** The panels in which events are triggered: of those with a name only one is open. */
const PANEL = "details[name]";
const CONTROLS = "[name], button";

/** Leads through the panels in which events are triggered: no press that opens one triggers anything, too. */
export function guardPanels(sidebar: HTMLElement): void {
  function on<Name extends "click" | "keydown" | "toggle">(
    name: Name,
    handle: (event: HTMLElementEventMap[Name], panel: HTMLDetailsElement, target: Element) => void,
  ): void {
    // Before all others; and what is toggled does not bubble.
    sidebar.addEventListener(name, (event) => {
      const { target } = event;
      const panel = target instanceof Element && target.closest<HTMLDetailsElement>(PANEL);
      if (panel) handle(event, panel, target);
    }, true);
  }
  const press = (panel: Element, type: "submit" | "reset") =>
    panel.querySelector<HTMLElement>(`[type=${type}]`)?.click();

  on("click", (event, panel, target) => {
    if (event.detail > 1) {
      // The second click of two would hit whatever the first one moved below the pointer.
      event.preventDefault();
      event.stopPropagation();
    } else if (target.matches("[type=reset]")) {
      panel.open = false;
      panel.querySelector("summary")?.focus();
    }
  });
  on("keydown", (event, panel, target) => {
    if (event.key === "Escape") press(panel, "reset");
    if (event.key !== "Enter" || event.isComposing) return;
    // A key that is held down has opened a panel, and does no more.
    if (event.repeat) event.preventDefault();
    else if (target.matches("textarea")) {
      event.preventDefault();
      press(panel, "submit");
    }
  });
  on("toggle", (_, panel) => {
    // Only from its row: an answer that comes open must not take the focus from elsewhere.
    if (panel.matches("[open]:has(> summary:focus)")) {
      panel.querySelector<HTMLElement>(CONTROLS)?.focus();
    }
  });
}
