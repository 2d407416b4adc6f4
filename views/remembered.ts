const MOST = 1_000;

/**
 * Makes a thing once for each key, where making it takes longer than looking it up. Keys come from us or
 * from the settings, and are never about a person.
 */
export function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new Map<Key, Made>();
  return (key) => {
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    if (known.size >= MOST) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
