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

/** Installs what the peers on Node need beside a copy of them in `folder`; answers its Node, or null where npm is not. */
export async function installPeers(folder: string): Promise<string | null> {
  const settings = { private: true, type: "module", dependencies: DEPENDENCIES };
  await Deno.writeTextFile(`${folder}/package.json`, JSON.stringify(settings));
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = new Deno.Command("npm", { args, cwd: folder });
  const installing = npm.output().catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  const installed = await installing;
  if (installed === null) return null;
  if (!installed.success) {
    throw new Error(`Cannot install the peers: ${new TextDecoder().decode(installed.stderr)}`);
  }
  for await (const { name } of Deno.readDir(SOURCES)) {
    await Deno.copyFile(new URL(name, SOURCES), `${folder}/${name}`);
  }
  return `${folder}/node_modules/${NODE}/bin/node`;
}
