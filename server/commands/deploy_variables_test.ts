import { assertEquals, assertStringIncludes } from "@std/assert";
import { deployIn, type ListedVariable, plain, secret, VARIABLES } from "./deploy_fixture.ts";

function without(...keys: string[]): ListedVariable[] {
  return VARIABLES.filter(({ key }) => !keys.includes(key));
}

async function rehearse(variables: ListedVariable[]) {
  const { code, printed } = await deployIn({ args: ["--dry-run"], variables });
  return { code, printed };
}

Deno.test("every variable that the server needs is asked for, with the command that sets it", async () => {
  const { code, printed } = await rehearse([]);
  assertEquals(code, 1);
  for (const name of ["PUBLIC_URL", "ZENDESK_SUBDOMAINS", "ZENDESK_APP_ID"]) {
    assertStringIncludes(printed, `${name} is missing`);
    assertStringIncludes(
      printed,
      `deno deploy env add ${name} VALUE --org acme-org --app agillic\n`,
    );
  }
  for (const name of ["SETTINGS_SECRETS", "SESSION_KEYS"]) {
    assertStringIncludes(printed, `deno deploy env add --secret ${name} "$${name}" --org`);
  }
  assertEquals(printed.split("deno task keys > keys.env && . ./keys.env").length, 2);
});

Deno.test("a variable of another context does not count", async () => {
  const variables = [
    ...without("PUBLIC_URL"),
    plain("PUBLIC_URL", "https://preview.example.com", ["Development"]),
  ];
  const { code, printed } = await rehearse(variables);
  assertEquals(code, 1);
  assertStringIncludes(printed, "PUBLIC_URL is missing");
});

Deno.test("a variable of the production context counts", async () => {
  const variables = [
    ...without("PUBLIC_URL"),
    plain("PUBLIC_URL", "https://agillic.example.com", ["Production"]),
  ];
  assertEquals((await rehearse(variables)).code, 0);
});

Deno.test("the public key may take the place of the app's id", async () => {
  const { code } = await rehearse([...without("ZENDESK_APP_ID"), secret("ZENDESK_APP_PUBLIC_KEY")]);
  assertEquals(code, 0);
});

Deno.test("a value that the server would refuse is named, with the command that changes it", async () => {
  const { code, printed } = await rehearse([
    ...without("PUBLIC_URL"),
    plain("PUBLIC_URL", "https://agillic.example.com/shell"),
  ]);
  assertEquals(code, 1);
  assertStringIncludes(printed, "PUBLIC_URL is not an https origin");
  assertStringIncludes(printed, "deno deploy env update-value PUBLIC_URL VALUE");
});

Deno.test("a secret that is stored readable is refused, and not repeated", async () => {
  const value = "hush".repeat(10);
  const { code, printed } = await rehearse([
    ...without("SETTINGS_SECRETS"),
    plain("SETTINGS_SECRETS", value),
  ]);
  assertEquals(code, 1);
  assertStringIncludes(printed, "SETTINGS_SECRETS is stored readable: store it as a secret.");
  assertStringIncludes(printed, "deno task keys --rotate --env FILE > keys.env && . ./keys.env");
  assertStringIncludes(printed, "deno deploy env delete SETTINGS_SECRETS");
  assertEquals(printed.includes(value), false);
});

for (const [key, value] of [["ZENDESK_ORIGIN", "http://localhost:8002"], ["KV_PATH", "/tmp/kv"]]) {
  Deno.test(`${key} is not for the platform`, async () => {
    const { code, printed } = await rehearse([...VARIABLES, plain(key ?? "", value ?? "")]);
    assertEquals(code, 1);
    assertStringIncludes(printed, `${key} is set: remove it`);
    assertStringIncludes(printed, `deno deploy env delete ${key} --org acme-org --app agillic`);
  });
}

Deno.test("a target with DATABASE_URL needs no Deno KV database", async () => {
  const { code, printed } = await deployIn({
    args: ["--dry-run"],
    variables: [...VARIABLES, secret("DATABASE_URL")],
    databases: [],
  });
  assertEquals(code, 0);
  assertEquals(/Deno KV/.test(printed), false);
});

Deno.test("DATABASE_URL that is stored readable is refused, and not repeated", async () => {
  const url = "postgres://user:hush@db.example/name";
  const { code, printed } = await rehearse([...VARIABLES, plain("DATABASE_URL", url)]);
  assertEquals(code, 1);
  assertStringIncludes(printed, "DATABASE_URL is stored readable: store it as a secret.");
  assertEquals(printed.includes("hush"), false);
});

Deno.test("a token that is not accepted is said to be so", async () => {
  const stderr = JSON.stringify({
    error: { code: "AUTH_INVALID_TOKEN", message: "It is expired." },
  });
  const { code, error } = await deployIn({ answers: { "deno deploy": { code: 3, stderr } } });
  assertEquals(code, 1);
  assertStringIncludes(error, "DENO_DEPLOY_TOKEN is not accepted: It is expired.");
});

Deno.test("an app that is not there comes with the command that creates it", async () => {
  const { code, error } = await deployIn({
    answers: { "deno deploy": { code: 4, stderr: "error: not found" } },
  });
  assertEquals(code, 1);
  assertStringIncludes(error, "there is no app agillic in the organization acme-org: not found");
  assertStringIncludes(error, "deno deploy create --org acme-org --app agillic --source local");
});

Deno.test("a list that is not understood stops a deployment", async () => {
  const { code, error } = await deployIn({
    answers: { "deno deploy env": { stdout: "KEY VALUE" } },
  });
  assertEquals(code, 1);
  assertStringIncludes(error, "listed them in an unknown way");
});

Deno.test("databases that are not understood do not stop a deployment", async () => {
  const { code, printed } = await deployIn({
    answers: { "deno deploy database": { stdout: "x" } },
  });
  assertEquals(code, 0);
  assertStringIncludes(printed, "? the database could not be checked");
});

Deno.test("accounts may take the place of their short form, and are a secret", async () => {
  const short = ["ZENDESK_SUBDOMAINS", "ZENDESK_APP_ID", "SETTINGS_SECRETS"];
  assertEquals((await rehearse([...without(...short), secret("ACCOUNTS")])).code, 0);
  const accounts = JSON.stringify({ acme: { appId: "1", settingsSecrets: ["-".repeat(32)] } });
  const { code, printed } = await rehearse([...without(...short), plain("ACCOUNTS", accounts)]);
  assertEquals(code, 1);
  assertStringIncludes(printed, "ACCOUNTS is stored readable");
  assertStringIncludes(printed, 'deno deploy env add --secret ACCOUNTS "$ACCOUNTS" --org');
  assertEquals(printed.includes("deno task keys"), false);
});
