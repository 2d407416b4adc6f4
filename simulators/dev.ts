/** Runs the server with both simulators, each reloading on change; needs no environment. */
import { fileURLToPath } from "node:url";
import { DEVELOPMENT_SETTINGS_SECRET, DEVELOPMENT_WEBHOOK_SECRET } from "./zendesk/settings.ts";

const root = new URL("../", import.meta.url);
const SERVER = "http://localhost:8000";
const AGILLIC = "http://localhost:8001";
const ZENDESK = "http://localhost:8002";
const READY_MS = 30_000;

type Part = { name: string; url: string; args: string[]; env?: Record<string, string> };

const realAgillic = Deno.env.get("AGILLIC_BASE_URL");

const server: Part = {
  name: "server",
  url: `${SERVER}/healthz`,
  args: ["--watch=app-shell/dist/assets.json", "-A", "server/main.ts"],
  env: {
    PUBLIC_URL: SERVER,
    HOST: "127.0.0.1",
    PORT: "8000",
    ZENDESK_SUBDOMAINS: "acme",
    ZENDESK_APP_ID: "1234",
    ZENDESK_ORIGIN: ZENDESK,
    SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
    WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET,
    SESSION_KEYS: randomKey(),
    AGILLIC_BASE_URL: realAgillic ?? AGILLIC,
    KV_PATH: Deno.env.get("KV_PATH") ?? (Deno.env.get("DATABASE_URL") ? "" : ":memory:"),
  },
};
const zendesk: Part = {
  name: "Zendesk simulator",
  url: ZENDESK,
  args: [
    "--watch=app-shell/package/manifest.json",
    "-A",
    "simulators/zendesk/main.ts",
    "--backend",
    SERVER,
  ],
};
const agillic: Part = {
  name: "Agillic simulator",
  url: AGILLIC,
  args: ["--watch", "-A", "simulators/agillic/main.ts"],
};

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(
    /=+$/,
    "",
  );
}

async function buildShell(): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "app-shell/build.ts"],
    cwd: root,
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  return success;
}

/** The server reloads when the built names change. */
async function rebuildOnChange(): Promise<void> {
  let building = Promise.resolve(true);
  const sources = ["app-shell/frame", "contract", "views"]
    .map((source) => fileURLToPath(new URL(source, root)));
  for await (const { kind, paths } of Deno.watchFs(sources)) {
    if (kind === "access" || !paths.some((path) => /\.(ts|css)$/.test(path))) continue;
    building = building.then(buildShell);
  }
}

function start({ args, env = {} }: Part): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-clear-screen", ...args],
    cwd: root,
    env,
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
}

async function isReady({ name, url }: Part): Promise<void> {
  const giveUpAt = Date.now() + READY_MS;
  while (Date.now() < giveUpAt) {
    try {
      const response = await fetch(url);
      await response.body?.cancel();
      if (response.status < 500) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Cannot start: the ${name} does not answer at ${url}`);
}

function assertFree(): void {
  for (const port of [8000, ...(realAgillic ? [] : [8001]), 8002]) {
    try {
      Deno.listen({ port }).close();
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
      console.error(
        `Cannot start: port ${port} is in use. Stop what listens there and try again.`,
      );
      Deno.exit(1);
    }
  }
}

function tellWhereToLook(): void {
  console.log(`
  Open        ${ZENDESK}  (tickets with the sidebar beside them)
  Settings    ${ZENDESK}/admin/apps/settings
  Server      ${SERVER}
  Agillic     ${realAgillic ?? `${AGILLIC}  (recipients, calls, faults to switch on)`}
${realAgillic ? "\n  A real Agillic: put its Base64 token into the settings first.\n" : ""}`);
}

if (import.meta.main) {
  assertFree();
  if (!await buildShell()) Deno.exit(1);
  const parts = realAgillic ? [server, zendesk] : [agillic, server, zendesk];
  const running = new Set(parts.map(start));
  const ends = [...running].map(async (child) => {
    await child.status;
    running.delete(child);
  });
  const stop = () => {
    // Not SIGTERM: what watches would see its program end, and wait for a change.
    for (const child of running) child.kill("SIGINT");
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  rebuildOnChange();
  await Promise.all(parts.map(isReady));
  tellWhereToLook();
  await Promise.race(ends);
  stop();
}
