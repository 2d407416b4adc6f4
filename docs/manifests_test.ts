import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { parseConfig } from "../server/config.ts";

const read = (path: string) => Deno.readTextFile(new URL(path, import.meta.url));
const unit = await read("agillic-sidebar.service");
const dockerfile = await read("../Dockerfile");

// Every object is strict: a key that Kubernetes does not know there would be left out silently.
const labels = z.record(z.string(), z.string());
const metadata = z.strictObject({ name: z.string(), labels: labels.optional() });
const quantities = z.strictObject({
  cpu: z.string().optional(),
  memory: z.string().optional(),
  storage: z.string().optional(),
});
const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string(), port: z.string() }),
  periodSeconds: z.number(),
  timeoutSeconds: z.number(),
  failureThreshold: z.number(),
});
const container = z.strictObject({
  name: z.string(),
  image: z.string(),
  ports: z.array(z.strictObject({ name: z.string(), containerPort: z.number() })),
  env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  livenessProbe: probe,
  readinessProbe: probe,
  lifecycle: z.strictObject({
    preStop: z.strictObject({ exec: z.strictObject({ command: z.array(z.string()) }) }),
  }),
  resources: z.strictObject({ requests: quantities, limits: quantities }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal("ALL")]) }),
  }),
  volumeMounts: z.array(z.strictObject({
    name: z.string(),
    mountPath: z.string(),
    readOnly: z.boolean().optional(),
  })),
});
const pod = z.strictObject({
  automountServiceAccountToken: z.literal(false),
  enableServiceLinks: z.literal(false),
  terminationGracePeriodSeconds: z.number(),
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    runAsUser: z.number(),
    runAsGroup: z.number(),
    fsGroup: z.number(),
    seccompProfile: z.strictObject({ type: z.literal("RuntimeDefault") }),
  }),
  containers: z.tuple([container]),
  volumes: z.array(z.strictObject({
    name: z.string(),
    persistentVolumeClaim: z.strictObject({ claimName: z.string() }).optional(),
    emptyDir: z.strictObject({}).optional(),
    secret: z.strictObject({ secretName: z.string(), defaultMode: z.number() }).optional(),
  })),
});
const manifest = z.tuple([
  z.strictObject({
    apiVersion: z.literal("v1"),
    kind: z.literal("PersistentVolumeClaim"),
    metadata,
    spec: z.strictObject({
      accessModes: z.array(z.enum(["ReadWriteOnce", "ReadWriteOncePod"])),
      resources: z.strictObject({ requests: quantities }),
    }),
  }),
  z.strictObject({
    apiVersion: z.literal("apps/v1"),
    kind: z.literal("Deployment"),
    metadata,
    spec: z.strictObject({
      replicas: z.literal(1),
      strategy: z.strictObject({ type: z.literal("Recreate") }),
      selector: z.strictObject({ matchLabels: labels }),
      template: z.strictObject({ metadata: z.strictObject({ labels }), spec: pod }),
    }),
  }),
  z.strictObject({
    apiVersion: z.literal("v1"),
    kind: z.literal("Service"),
    metadata,
    spec: z.strictObject({
      selector: labels,
      ports: z.array(z.strictObject({
        name: z.string(),
        port: z.number(),
        targetPort: z.string(),
      })),
    }),
  }),
]);

async function readManifest(): Promise<z.infer<typeof manifest>> {
  const documents = parseAllDocuments(await read("kubernetes.yaml"), { strict: true });
  return manifest.parse(documents.map((document) => document.toJS()));
}

/** The variables that the server does not read; throws when it would not start with them. */
function listUnread(env: Record<string, string>): string[] {
  const asked = new Set<string>();
  const watched = new Proxy(env, {
    get: (target, name) => {
      asked.add(String(name));
      return target[String(name)];
    },
  });
  const key = btoa("k".repeat(32)).replaceAll("=", "");
  parseConfig(watched, (path) => /session_keys$/i.test(path) ? key : "s".repeat(32));
  return Object.keys(env).filter((name) => !asked.has(name));
}

Deno.test("the Kubernetes manifest is valid, and its parts fit together", async () => {
  const [claim, deployment, service] = await readManifest();
  const { selector, template } = deployment.spec;
  const [server] = template.spec.containers;
  assertEquals(template.metadata.labels, selector.matchLabels);
  assertEquals(service.spec.selector, selector.matchLabels);
  const ports = server.ports.map(({ name }) => name);
  assertEquals(service.spec.ports.map(({ targetPort }) => targetPort), ports);
  assertEquals([server.livenessProbe.httpGet.path, server.readinessProbe.httpGet.path], [
    "/healthz",
    "/readyz",
  ]);
  const { volumes } = template.spec;
  assertEquals(server.volumeMounts.map(({ name }) => name), volumes.map(({ name }) => name));
  assertEquals(volumes[0]?.persistentVolumeClaim?.claimName, claim.metadata.name);
  assertEquals(
    listUnread(Object.fromEntries(server.env.map(({ name, value }) => [name, value]))),
    [],
  );
});

Deno.test("Kubernetes waits longer than the server takes to stop", async () => {
  const [, { spec: { template } }] = await readManifest();
  const [server] = template.spec.containers;
  const stop = Number(server.env.find(({ name }) => name === "STOP_SECONDS")?.value);
  const pause = Number(server.lifecycle.preStop.exec.command.at(-1));
  assertGreater(template.spec.terminationGracePeriodSeconds, pause + stop);
});

/** The values of a key in the unit, in order. */
const valuesOf = (key: string) =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);

Deno.test("the systemd unit starts what the container starts, and waits until it has stopped", () => {
  const [, json = "[]"] = /^CMD (\["deno", "run".*)$/m.exec(dockerfile) ?? [];
  const [, ...args]: string[] = JSON.parse(json);
  assertEquals(valuesOf("ExecStart"), [["/usr/local/bin/deno-server", ...args].join(" ")]);
  const environment = Object.fromEntries(
    valuesOf("Environment").map((one) => one.split("=")).filter(([name]) =>
      !/^(DENO_|NO_COLOR)/.test(name ?? "")
    ),
  );
  const said = {
    PUBLIC_URL: "https://agillic.example.com",
    ZENDESK_SUBDOMAINS: "acme",
    ZENDESK_APP_ID: "123456",
  };
  assertEquals(listUnread({ ...said, ...environment }), []);
  assertGreater(Number(valuesOf("TimeoutStopSec")), Number(environment.STOP_SECONDS));
  for (const line of ["DynamicUser=yes", "ProtectSystem=strict", "Restart=on-failure"]) {
    assert(unit.includes(`\n${line}\n`), line);
  }
});

Deno.test("systemd finds no fault in the unit", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/agillic-sidebar.service`;
    // It checks that the program is there.
    await Deno.writeTextFile(path, unit.replaceAll("/usr/local/bin/deno-server", Deno.execPath()));
    const command = new Deno.Command("systemd-analyze", { args: ["verify", path] });
    const { code, stderr } = await command.output();
    assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.log("systemd-analyze is not installed: every line is checked for its form alone.");
    for (const line of unit.split("\n")) assertMatch(line, /^(#.*|\[\w+\]|\w+=.*|)$/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
