// @ts-check

const MIN_WIDTH = 270;
const MAX_WIDTH = 700;
const STEP = 10;

/** Makes the tray's edge movable by pointer and by arrow keys. @param {HTMLElement} tray @param {HTMLElement} edge */
export function makeResizable(tray, edge) {
  /** @param {number} width */
  const resize = (width) => {
    const bounded = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
    tray.style.width = `${bounded}px`;
    edge.setAttribute("aria-valuenow", String(bounded));
  };
  edge.addEventListener("pointerdown", (event) => {
    edge.setPointerCapture(event.pointerId);
    // Otherwise the app's iframe swallows the pointer as soon as it is over it.
    document.body.classList.add("resizing");
    event.preventDefault();
    edge.focus();
  });
  edge.addEventListener("pointermove", (event) => {
    if (!edge.hasPointerCapture(event.pointerId)) return;
    resize(tray.getBoundingClientRect().right - event.clientX);
  });
  edge.addEventListener("lostpointercapture", () => document.body.classList.remove("resizing"));
  edge.addEventListener("keydown", (event) => {
    const width = tray.getBoundingClientRect().width;
    const wanted = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: MIN_WIDTH,
      End: MAX_WIDTH,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  });
}
