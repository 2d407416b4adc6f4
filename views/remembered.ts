/** `keyOf`: what tells one from another, the given itself by default; `most`: how many are kept, 1,000 by default. */
export type RememberedOptions<Given> = { keyOf?: (given: Given) => unknown; most?: number };

/**
 * Makes a thing once for each key, where making it takes longer than looking it up. Keys come from us, from
 * the settings or from how the agent reads, and are never about a person.
 */
export function remembered<Given, Made>(
  make: (given: Given) => Made,
  { keyOf = (given) => given, most = 1_000 }: RememberedOptions<Given> = {},
): (given: Given) => Made {
  const known = new Map<unknown, Made>();
  return (given) => {
    const key = keyOf(given);
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    if (known.size >= most) known.clear();
    const made = make(given);
    known.set(key, made);
    return made;
  };
}

/** Makes a thing when it is first asked for: those of Intl are slow to make, and no request needs all of them. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => made ??= make();
}
