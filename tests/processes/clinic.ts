/** `deno task doctor` as a process, with an Agillic simulator that listens: what its tests are made of. */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { createKeys } from "../../server/commands/key_rotation.ts";
import { serve, type ServedSimulator } from "../../simulators/agillic/main.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createAppKeys } from "../../simulators/zendesk/keys.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const KEYS = createKeys((length) => crypto.getRandomValues(new Uint8Array(length)));

const { publicKeyPem } = createAppKeys();

/** The app's id in every account of the clinic's Zendesk. */
export const APP_ID = "1";
/** Limits within which the simulator's settings are. */
export const LIMITS = {
  ALLOWED_EVENTS: "welcome_event,double_opt_in,pause_communication",
  ALLOWED_PERSON_DATA: String(DEFAULT_SETTINGS.person_data_field_list),
};
/** Somebody who is in Agillic. */
export const TEST_RECIPIENT = "mette@example.dk";
/** The secret that signs the settings. */
export const SECRET: string = KEYS.settingsSecrets[0] ?? "";
/** The key that seals. */
export const SESSION_KEY: string = KEYS.sessionKeys[0] ?? "";

/** A folder of its own, a simulator that listens, and the command as a process between them. */
export type Clinic = AsyncDisposable & {
  folder: string;
  simulator: ServedSimulator["simulator"];
  env: Record<string, string>;
  /** Writes a file into the folder and answers its path. */
  write(name: string, content: unknown): Promise<string>;
  run(...args: string[]): Promise<Result>;
};
/** How it ended, and what it wrote. */
export type Result = { code: number; output: string; error: string };

/** Opens one, in which everything is good. */
export async function open(env: Record<string, string> = {}): Promise<Clinic> {
  const { simulator, origin, close } = await serve(0);
  // It knows one app, and answers nothing else.
  const zendesk = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const isKnown = new URL(request.url).pathname === `/api/v2/apps/${APP_ID}/public_key.pem`;
    return isKnown ? new Response(publicKeyPem) : new Response("Not found", { status: 404 });
  });
  const folder = await Deno.makeTempDir();
  const clinic: Clinic = {
    folder,
    simulator,
    env: {
      AGILLIC_BASE_URL: origin,
      PUBLIC_URL: "https://agillic.example.com",
      ZENDESK_SUBDOMAINS: "acme",
      ZENDESK_APP_ID: APP_ID,
      ZENDESK_ORIGIN: `http://127.0.0.1:${zendesk.addr.port}`,
      SETTINGS_SECRETS: KEYS.settingsSecrets.join(),
      SESSION_KEYS: KEYS.sessionKeys.join(),
      KV_PATH: `${folder}/agillic.sqlite`,
      ...env,
    },
    async write(name, content) {
      const path = `${folder}/${name}`;
      await Deno.writeTextFile(
        path,
        typeof content === "string" ? content : JSON.stringify(content),
      );
      return path;
    },
    async run(...args) {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "server/commands/doctor.ts", ...args],
        cwd: ROOT,
        env: { ...INHERITED, ...clinic.env, NO_COLOR: "1" },
        clearEnv: true,
        stdin: "null",
      }).output();
      const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return { code, output: decode(stdout), error: decode(stderr) };
    },
    async [Symbol.asyncDispose]() {
      await zendesk.shutdown();
      await close();
      await Deno.remove(folder, { recursive: true });
    },
  };
  return clinic;
}

// What Deno itself needs to find its cache; nothing that the command would take for a setting.
const INHERITED = Object.fromEntries(
  ["PATH", "HOME", "DENO_DIR", "TMPDIR", "LOCALAPPDATA", "SystemRoot"].flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }),
);

/** The marks and titles of the rows. */
export function rowsOf(output: string): string[] {
  return [...output.matchAll(/^([✓✗?]) ([^:]+): /gm)].map(([, mark, title]) => `${mark} ${title}`);
}

/** Agillic was read only. */
export function assertNothingChanged({ simulator }: Clinic): void {
  assertEquals(simulator.calls.filter(({ method }) => method !== "GET"), []);
}
