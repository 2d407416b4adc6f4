import { assert, assertEquals, assertLess } from "@std/assert";
import { makeImage } from "../../tools/image/main.ts";
import { openAccount } from "./account.ts";
import { awaitStart } from "./server_process.ts";

const NOBODY = 65_534;
const MOST_BYTES = 40_000_000;

const dockerfile = await Deno.readTextFile(new URL("../../Dockerfile", import.meta.url));

/** The files below a folder, by their paths in it. */
async function* walk(folder: string, under = ""): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(`${folder}/${under}`)) {
    if (isDirectory) yield* walk(folder, `${under}${name}/`);
    else yield `${under}${name}`;
  }
}

/** A folder that other users can enter; its copy of Deno, which may lie where they cannot. */
async function openFolder(): Promise<AsyncDisposable & { path: string; deno: string }> {
  const path = await Deno.makeTempDir();
  await Deno.chmod(path, 0o755);
  const deno = `${path}/deno`;
  await Deno.link(Deno.execPath(), deno).catch(() => Deno.copyFile(Deno.execPath(), deno));
  return {
    path,
    deno,
    async [Symbol.asyncDispose]() {
      for await (const name of walk(path)) {
        await Deno.chmod(`${path}/${name.slice(0, name.lastIndexOf("/") + 1)}`, 0o755);
      }
      await Deno.remove(path, { recursive: true });
    },
  };
}

/** What the container runs. */
function commandOf(name: "CMD" | "HEALTHCHECK"): string[] {
  const line = dockerfile.split("\n").map((one) => one.trim()).filter((one) =>
    one.startsWith("CMD")
  );
  const text = line.find((one) => one.includes("server/main.ts") === (name === "CMD")) ?? "";
  const [, ...args]: string[] = JSON.parse(text.replace(/^CMD /, ""));
  return args;
}

Deno.test({
  name: "the image has what a server needs and no more, and serves from a tree that is read-only",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using account = await openAccount();
    await using folder = await openFolder();
    const app = `${folder.path}/app`;
    await makeImage(app);

    const names = await Array.fromAsync(walk(app));
    const sizes = await Promise.all(
      names.map(async (name) => (await Deno.stat(`${app}/${name}`)).size),
    );
    const unwanted =
      /playwright|chromium|axe-core|fast-check|esbuild|_test\.tsx?$|_fixture\.ts$|(^|\/)\.env/;
    assertEquals(names.filter((name) => unwanted.test(name)), []);
    assertLess(sizes.reduce((sum, size) => sum + size), MOST_BYTES);
    assert(names.includes("app-shell/dist/assets.json"));

    const data = `${folder.path}/data`;
    await Deno.mkdir(data);
    const isRoot = Deno.uid() === 0;
    if (isRoot) await Deno.chown(data, NOBODY, NOBODY);
    else console.log("Not root: the server runs as this user, not as another without rights.");
    const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    const place = {
      cwd: app,
      clearEnv: true,
      stdin: "null",
      stderr: "piped",
      ...user,
    } as const;
    const startedAt = performance.now();
    await using child = new Deno.Command(folder.deno, {
      ...place,
      args: commandOf("CMD"),
      stdout: "piped",
      env: {
        ...account.env,
        DENO_DIR: `${app}/.deno`,
        DENO_NO_UPDATE_CHECK: "1",
        NO_COLOR: "1",
        HOST: "127.0.0.1",
        PORT: "0",
        KV_PATH: `${data}/store.sqlite3`,
      },
    }).spawn();
    const server = await awaitStart(child);
    const ask = (path: string) => fetch(`${server.origin}${path}`);

    assertEquals(await (await ask("/healthz")).text(), "ok");
    console.log(`started and answered in ${Math.round(performance.now() - startedAt)} ms`);
    const ready = await ask("/readyz");
    assertEquals(await ready.json(), {
      ready: true,
      unusable: [],
      actions: { ready: true, unusable: [] },
    });
    const check = (env: Record<string, string>) =>
      new Deno.Command(folder.deno, {
        ...place,
        args: commandOf("HEALTHCHECK"),
        stdout: "null",
        env: { DENO_DIR: `${app}/.deno`, ...env },
      }).output();
    const [well, ill] = await Promise.all([
      check({ PORT: new URL(server.origin).port }),
      check({ PORT: "1" }),
    ]);
    assertEquals([well.code, ill.code], [0, 1]);

    assertEquals(await server.stop(), { code: 0, errors: "" });
  },
});
