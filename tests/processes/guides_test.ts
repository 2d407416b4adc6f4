import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { deployIn, plain, secret } from "../../server/commands/deploy_fixture.ts";
import { parseEnvFile } from "../../server/commands/env_file.ts";
import { type CopiedTree, copy, SHELL_SOURCES } from "../copied_tree_fixture.ts";
import { awaitStart } from "./server_process.ts";

const GUIDE = await Deno.readTextFile(new URL("../../docs/operations.md", import.meta.url));
const PARTS = [...SHELL_SOURCES, "docs", "Dockerfile", "tools/image", ".dockerignore"];
/** Programs that are not here, or would change this machine: they are only written down. */
const STAND_INS = ["docker", "kubectl", "systemctl", "git"];

/** The commands of a section, all its `sh` blocks one after the other. */
function commandsOf(heading: string): string {
  const [, section = ""] = GUIDE.split(`\n${heading}\n`);
  const [own = ""] = section.split(/\n#{1,3} /);
  return [...own.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, block]) => block).join("\n");
}

type Journey = AsyncDisposable & {
  tree: CopiedTree;
  /** Where the guide's absolute paths are. */
  root: string;
  /** Runs the commands in the tree and answers what was asked of the stand-ins, in order. */
  run(commands: string): Promise<string[][]>;
};

/** A fresh clone, and a machine on which nothing can be broken. */
async function setOut(): Promise<Journey> {
  const tree = await copy({ more: PARTS });
  const root = await Deno.makeTempDir();
  const asked = `${root}/asked`;
  const write = async (name: string, lines: string) => {
    await Deno.mkdir(`${root}/bin`, { recursive: true });
    await Deno.writeTextFile(`${root}/bin/${name}`, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  };
  const note = (name: string) => `printf '%s\\0' ${name} "$@" >> '${asked}'; echo >> '${asked}'`;
  for (const name of STAND_INS) await write(name, note(name));
  await write(
    "deno",
    `case "$1 $2" in "deploy "*|"task deploy") ${
      note("deno")
    } ;; *) exec '${Deno.execPath()}' "$@" ;; esac`,
  );
  // Its global folder has the Deno that runs this.
  await write("npm", `${note("npm")}; [ "$1" != root ] || echo '${root}/npm'`);
  await Deno.mkdir(`${root}/npm/deno`, { recursive: true });
  await Deno.symlink(Deno.execPath(), `${root}/npm/deno/deno`);
  for (const folder of ["opt", "etc/systemd/system", "usr/local/bin"]) {
    await Deno.mkdir(`${root}/${folder}`, { recursive: true });
  }

  return {
    tree,
    root,
    async run(commands) {
      const { code, stderr } = await new Deno.Command("sh", {
        args: ["-euc", commands.replaceAll(/(?<=\s)\/(?=(?:opt|etc|usr)\/)/g, `${root}/`)],
        cwd: tree.folder,
        env: { PATH: `${root}/bin:${Deno.env.get("PATH")}` },
        stdin: "null",
        stdout: "null",
        stderr: "piped",
      }).output();
      assertEquals([code, code === 0 ? "" : new TextDecoder().decode(stderr)], [0, ""]);
      const lines = (await Deno.readTextFile(asked)).split("\0\n").filter(Boolean);
      return lines.map((line) => line.split("\0"));
    },
    async [Symbol.asyncDispose]() {
      await tree[Symbol.asyncDispose]();
      await Deno.remove(root, { recursive: true });
    },
  };
}

function valueAfter(words: readonly string[], flag: string): string {
  return words[words.indexOf(flag) + 1] ?? "";
}

const guide = (name: string, fn: () => Promise<void>) =>
  Deno.test({ name, fn, ignore: Deno.build.os === "windows" });

guide(
  "the commands for Deno Deploy run as written, and make an app that can be deployed",
  async () => {
    await using journey = await setOut();
    const asked = await journey.run(commandsOf("## Deno Deploy"));

    const deploy = asked.filter(([program, command]) => program === "deno" && command === "deploy");
    const [create, ...others] = deploy.map((words) => words.slice(2));
    assertEquals([create?.[0], valueAfter(create ?? [], "--entrypoint")], [
      "create",
      "server/main.ts",
    ]);
    const { deploy: { install } } = JSON.parse(
      await Deno.readTextFile(`${journey.tree.folder}/deno.json`),
    );
    assertEquals(valueAfter(create ?? [], "--install-command"), install);
    const [app, org] = [valueAfter(create ?? [], "--app"), valueAfter(create ?? [], "--org")];
    for (const words of others) {
      assertEquals(valueAfter(words, "--org"), org);
    }
    const database = others.find(([, command]) => command === "assign")?.[2] ?? "";
    const variables = others.filter(([command]) => command === "env").map((words) => {
      const isSecret = words.includes("--secret");
      const [name = "", value = ""] = words.slice(2).filter((word) => word !== "--secret");
      return isSecret ? secret(name) : plain(name, value);
    });

    const last = asked.filter(([, command]) => command === "task").map((words) => words.slice(3));
    assertEquals(last.length, 2);
    for (const args of last) {
      const done = await deployIn({
        args,
        variables,
        databases: [{ name: database, engine: "denokv", assignments: [app] }],
      });
      assertEquals([done.code, done.error], [0, ""]);
    }
  },
);

guide(
  "the commands for a container run as written, and leave what the server starts with",
  async () => {
    await using journey = await setOut();
    const asked = await journey.run(commandsOf("## A container"));

    const [build, run] = asked.filter(([program]) => program === "docker");
    assertEquals(build?.at(-1), ".");
    assertEquals(run?.at(-1), valueAfter(build ?? [], "--tag"));
    const file = `${journey.tree.folder}/${valueAfter(run ?? [], "--env-file")}`;
    const env = parseEnvFile(await Deno.readTextFile(file));
    assertEquals(Object.keys(env), [
      "SETTINGS_SECRETS",
      "SESSION_KEYS",
      "PUBLIC_URL",
      "ZENDESK_SUBDOMAINS",
      "ZENDESK_APP_ID",
    ]);
  },
);

guide("the commands for Kubernetes run as written", async () => {
  await using journey = await setOut();
  const asked = await journey.run(commandsOf("### Kubernetes"));
  const [create, apply] = asked.filter(([program]) => program === "kubectl");
  const env = parseEnvFile(
    await Deno.readTextFile(
      `${journey.tree.folder}/${create?.at(-1)?.replace("--from-env-file=", "")}`,
    ),
  );
  assertEquals(Object.keys(env), ["SETTINGS_SECRETS", "SESSION_KEYS"]);
  assertStringIncludes(await Deno.readTextFile(`${journey.tree.folder}/${apply?.at(-1)}`), "kind:");
});

/** What the unit would start, with its paths below `root`. */
async function commandOf(unit: string, root: string): Promise<Deno.Command> {
  const valuesOf = (key: string) =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);
  const [file = "", folder = "", start = ""] = ["EnvironmentFile", "WorkingDirectory", "ExecStart"]
    .map((key) => `${root}${valuesOf(key)[0]}`);
  const [program = "", ...args] = start.split(" ");
  const credentials = new Map(
    valuesOf("LoadCredential").map((line) => {
      const [name = "", path = ""] = line.split(":");
      return [`%d/${name}`, path];
    }),
  );
  const environment = valuesOf("Environment").map((line) => {
    const [name = "", value = ""] = line.split("=");
    const path = (credentials.get(value) ?? value).replace("%S", "/state");
    return [name, path.replace(/^\//, `${root}/`)];
  });
  return new Deno.Command(program, {
    args,
    cwd: folder,
    clearEnv: true,
    env: {
      ...parseEnvFile(await Deno.readTextFile(file)),
      ...Object.fromEntries(environment),
      PORT: "0",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

guide("the commands for systemd run as written, and the unit starts the server", async () => {
  await using journey = await setOut();
  const asked = await journey.run(commandsOf("## A machine with systemd"));
  assertEquals(asked.at(-1), ["systemctl", "enable", "--now", "agillic-sidebar"]);

  const unit = await Deno.readTextFile(
    `${journey.root}/etc/systemd/system/agillic-sidebar.service`,
  );
  await Deno.mkdir(`${journey.root}/state/agillic-sidebar`, { recursive: true });
  await using child = (await commandOf(unit, journey.root)).spawn();
  const server = await awaitStart(child);
  assertEquals(await (await fetch(`${server.origin}/healthz`)).text(), "ok");
  const ready = await (await fetch(`${server.origin}/readyz/actions`)).json();
  assertFalse(ready.unusable.includes("store"));
  assertEquals((await server.stop()).code, 0);
});
