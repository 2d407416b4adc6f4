const NODE = `node-${Deno.build.os}-${Deno.build.arch === "x86_64" ? "x64" : "arm64"}`;
const SOURCES = new URL("peers/", import.meta.url);

// Only for the comparison, so not among the imports of the product. Node, too: each machine has another.
const DEPENDENCIES = {
  [NODE]: "24.21.0",
  "@hono/node-server": "2.1.9",
  ejs: "7.0.2",
  eta: "4.6.0",
  express: "5.3.0",
  fastify: "5.12.8",
  hono: "4.13.19",
  jose: "6.2.17",
  undici: "8.13.1",
};

/** The Node that runs the peers, or why there is none. */
export type Installed = { node: string; missing: null } | { node: null; missing: string };

/** Installs what the peers on Node need, beside a copy of them in `folder`. */
export async function installPeers(folder: string): Promise<Installed> {
  const settings = { private: true, type: "module", dependencies: DEPENDENCIES };
  await Deno.writeTextFile(`${folder}/package.json`, JSON.stringify(settings));
  for await (const { name } of Deno.readDir(SOURCES)) {
    await Deno.copyFile(new URL(name, SOURCES), `${folder}/${name}`);
  }
  const missing = await runNpm(folder);
  return missing === null
    ? { node: `${folder}/node_modules/${NODE}/bin/node`, missing }
    : { node: null, missing };
}

/** Null when all is installed. */
async function runNpm(folder: string): Promise<string | null> {
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  try {
    const { success, stderr } = await new Deno.Command("npm", { args, cwd: folder }).output();
    return success ? null : `npm install failed: ${new TextDecoder().decode(stderr).trim()}`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "npm is missing";
    throw error;
  }
}
