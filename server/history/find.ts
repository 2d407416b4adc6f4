/** Those whose name has the text in it, whatever the case and the accents of either. */
export function findByName<Named extends { readonly name: string }>(
  communications: readonly Named[],
  text: string,
): readonly Named[] {
  const wanted = folded(text);
  return communications.filter(({ name }) => folded(name).includes(wanted));
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
