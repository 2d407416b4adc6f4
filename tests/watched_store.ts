/** The same store, with each use in `uses` until it has ended. */
export function watched<Part extends object>(part: Part, uses: Set<Promise<unknown>>): Part {
  const watching = Object.entries(part).map(([name, member]) => {
    if (typeof member !== "function") return [name, watched(member, uses)];
    const use = (...values: unknown[]) => {
      const answer = member(...values);
      if (answer instanceof Promise) {
        uses.add(answer);
        answer.catch(() => {}).finally(() => uses.delete(answer));
      }
      return answer;
    };
    return [name, use];
  });
  return Object.fromEntries(watching);
}
