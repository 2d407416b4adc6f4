/** What `deno info --json` says of a package and what it needs. */
export type ScriptInfo = {
  modules: { npmPackage?: string }[];
  npmPackages: Record<string, ScriptPackage>;
};

type ScriptPackage = {
  name: string;
  version: string;
  dependencies: string[];
  registryUrl: string;
  /** Deno 2.5 does not say it. */
  localPath?: string;
};

/** A package, and where Deno's cache has it. */
export type CachedPackage = { name: string; localPath: string };

type PackageJson = {
  name: string;
  version: string;
  license?: string;
  /** As old packages write it. */
  licenses?: { type: string }[];
  author?: string | { name: string };
};

// Not the place that a licence's text leaves for it, as in "Copyright [yyyy]".
const COPYRIGHT = /^.*\bCopyright\b.*\b\d{4}\b.*$/im;

/** A package with what it depends on; `npmCache` is Deno's folder of packages. */
export function listPackages(
  { modules, npmPackages }: ScriptInfo,
  npmCache: string,
): CachedPackage[] {
  const ids = new Set(modules.flatMap(({ npmPackage }) => npmPackage ?? []));
  // A set's loop also goes through what is added meanwhile.
  for (const id of ids) npmPackages[id]?.dependencies.forEach((needed) => ids.add(needed));
  return [...ids].sort().flatMap((id) => npmPackages[id] ?? []).map(
    ({ name, version, registryUrl, localPath }) => ({
      name,
      localPath: localPath ?? `${npmCache}/${new URL(registryUrl).host}/${name}/${version}`,
    }),
  );
}

/** Their notices, as a comment to stand at the script's beginning. */
export async function writeNotices(packages: readonly CachedPackage[]): Promise<string> {
  const notices = await Promise.all(packages.map(({ localPath }) => noticeOf(localPath)));
  return `/*!\n${notices.map((notice) => ` * ${notice}\n`).join("")} */\n`;
}

async function noticeOf(folder: string): Promise<string> {
  const about: PackageJson = JSON.parse(await Deno.readTextFile(`${folder}/package.json`));
  const { name, version, author } = about;
  const license = about.license ?? about.licenses?.[0]?.type;
  if (license === undefined) throw new Error(`Cannot bundle ${name}: it names no licence`);
  const texts = await Promise.all(
    ["LICENSE", "README.md"].map((file) => Deno.readTextFile(`${folder}/${file}`).catch(() => "")),
  );
  const holder = COPYRIGHT.exec(texts.join("\n"))?.[0].trim() ??
    (typeof author === "string" ? author : author?.name);
  return [`${name} ${version}`, license, holder].filter(Boolean).join(" | ");
}
