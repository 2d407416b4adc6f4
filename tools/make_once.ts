/**
 * Makes `folder/name` unless it is there, whoever else does so at the same time: one makes it under a lock, and only a
 * complete one gets the final name. `fill` is given the partial folder, and the final path. Answers that path.
 */
export async function makeOnce(
  folder: string,
  name: string,
  fill: (partial: string, complete: string) => Promise<void>,
): Promise<string> {
  const complete = `${folder}/${name}`;
  using lock = await Deno.open(`${folder}/lock`, { create: true, write: true });
  await lock.lock(true);
  if (await exists(complete)) return complete;
  const partial = `${complete}.partial`;
  if (await exists(partial)) await Deno.remove(partial, { recursive: true });
  await Deno.mkdir(partial);
  await fill(partial, complete);
  await Deno.rename(partial, complete);
  return complete;
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
