// Runs in each frame before its own scripts, and notes in the app's frames, in `globalThis.seen`, what
// was in the sidebar at any moment (`markup`), what was read aloud (`announced`), and what moved (`shifts`).
if (location.pathname === "/shell") {
  const seen = globalThis.seen = { markup: [], announced: [], shifts: [] };
  const isIn = (node, selector) => (node.closest ? node : node.parentElement)?.closest(selector);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (!isIn(target, "#sidebar, #announcer")) continue;
      const nodes = type === "childList" ? [...addedNodes] : [target];
      seen.markup.push(...nodes.map((node) => node.outerHTML ?? node.textContent));
      if (!isIn(target, "#announcer")) continue;
      seen.announced.push(...nodes.map((node) => node.textContent).filter(Boolean));
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => node?.id || node?.nodeName);
      seen.shifts.push({ value, at: Math.round(startTime), moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}
