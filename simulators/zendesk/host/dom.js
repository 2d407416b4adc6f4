// @ts-check

/**
 * The element with this id; throws when the page has none of that kind.
 * @template {HTMLElement} T
 * @overload @param {string} id @param {new () => T} type @returns {T}
 */
/**
 * @overload @param {string} id @returns {HTMLElement}
 */
/**
 * @param {string} id @param {new () => HTMLElement} [type]
 */
export function element(id, type = HTMLElement) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`Cannot find #${id} on the agent page`);
  return found;
}

/**
 * Fills a list anew. @template T @param {HTMLElement} list @param {T[]} entries
 * @param {(entry: T) => Node[]} build
 */
export function fillList(list, entries, build) {
  list.replaceChildren(...entries.flatMap(build));
}
