/** The recorded markup as the source of a template in the notation that EJS and Eta share, with `it.values` to fill in. */
function sourceOf({ markup }) {
  return markup.reduce((source, piece, index) => `${source}<%= it.values[${index - 1}] %>${piece}`);
}

/** One function a part, by what compiles a template. */
export function renderersOf(templates, compile) {
  return Object.fromEntries(
    Object.entries(templates).map(([part, template]) => [part, compile(sourceOf(template))]),
  );
}
