const FIRST_CONTROL = "input:not([type=hidden]), select, textarea, button";

/** The panels in which events are triggered: by keyboard alone, and never by the press that opened one. */
export function guardPanels(sidebar: HTMLElement): void {
  sidebar.addEventListener("click", (event) => {
    // The second click of two would hit whatever the first one moved below the pointer.
    if (event.detail < 2 || formOf(event) === null) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  sidebar.addEventListener("keydown", (event) => {
    const form = formOf(event);
    if (event.key === "Escape") form?.reset();
    // A key that is held down has opened a panel, and does no more.
    if (event.key === "Enter" && event.repeat && form !== null) event.preventDefault();
  });
  // It does not bubble.
  sidebar.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open || target.name === "") return;
    // Only from the row: an answer that comes open must not take the focus from elsewhere.
    if (document.activeElement !== target.firstElementChild) return;
    target.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
  }, true);
  sidebar.addEventListener("reset", (event) => {
    const panel = formOf(event)?.querySelector("details");
    if (!panel) return;
    panel.open = false;
    panel.querySelector("summary")?.focus();
  });
}

function formOf({ target }: Event): HTMLFormElement | null {
  return target instanceof Element ? target.closest("form") : null;
}
