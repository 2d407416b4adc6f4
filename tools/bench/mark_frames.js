// Runs in each frame before its own scripts, with `selectors` in front of it: notes in
// `globalThis.marks` when what is waited for has been painted.
if (globalThis !== globalThis.top) {
  const marks = globalThis.marks = {};
  const seen = new Set();
  const look = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (seen.has(name) || document.querySelector(selector) === null) continue;
      seen.add(name);
      // After the frame in which it is drawn, and before whatever the page has planned for then.
      requestAnimationFrame(() =>
        scheduler.postTask(() => marks[name] = performance.now(), { priority: "user-blocking" })
      );
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
}
