const CONTROLS = "[name], button";

/** Leads through the panels in which events are triggered: no press that opens one triggers anything, too. */
export function guardPanels(sidebar: HTMLElement): void {
  function on<Name extends "click" | "keydown" | "toggle" | "reset">(
    name: Name,
    handle: (event: HTMLElementEventMap[Name], form: HTMLFormElement, target: Element) => void,
  ): void {
    // Before all others; and what is toggled does not bubble.
    sidebar.addEventListener(name, (event) => {
      const { target } = event;
      const form = target instanceof Element && target.closest("form");
      if (form) handle(event, form, target);
    }, true);
  }

  on("click", (event) => {
    // The second click of two would hit whatever the first one moved below the pointer.
    if (event.detail < 2) return;
    event.preventDefault();
    event.stopPropagation();
  });
  on("keydown", (event, form, target) => {
    if (event.key === "Escape") form.reset();
    if (event.key !== "Enter" || event.isComposing) return;
    // A key that is held down has opened a panel, and does no more.
    if (event.repeat) event.preventDefault();
    else if (target.matches("textarea")) {
      event.preventDefault();
      form.querySelector<HTMLElement>("[type=submit]")?.click();
    }
  });
  on("toggle", (_, __, target) => {
    // Only from its row: an answer that comes open must not take the focus from elsewhere.
    if (target.matches("[name][open]:has(> summary:focus)")) {
      target.querySelector<HTMLElement>(CONTROLS)?.focus();
    }
  });
  on("reset", (_, form) => {
    form.querySelector("details")?.removeAttribute("open");
    form.querySelector("summary")?.focus();
  });
}
