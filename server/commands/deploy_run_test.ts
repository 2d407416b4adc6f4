import { assertEquals } from "@std/assert";
import { run } from "./deploy.ts";
import { withoutSecrets } from "./deploy_run.ts";

const PRINT = ["deno", "eval", "console.log(Deno.env.get('DENO_DEPLOY_TOKEN'))"];

Deno.test("a program has the secrets of the deployment only when it is trusted", async () => {
  const before = Deno.env.get("DENO_DEPLOY_TOKEN");
  Deno.env.set("DENO_DEPLOY_TOKEN", "ddp_test");
  try {
    assertEquals((await run(PRINT)).stdout, "undefined\n");
    assertEquals((await run(PRINT, { trusted: true })).stdout, "ddp_test\n");
  } finally {
    if (before === undefined) Deno.env.delete("DENO_DEPLOY_TOKEN");
    else Deno.env.set("DENO_DEPLOY_TOKEN", before);
  }
});

Deno.test("what is secret is told by its name, and everything else stays", () => {
  const kept = { PATH: "/bin", HOME: "/home", DENO_DIR: "/cache", CHROME_PATH: "/chrome", CI: "1" };
  const secret = {
    DENO_DEPLOY_TOKEN: "1",
    SETTINGS_SECRETS: "2",
    SESSION_KEYS: "3",
    GITHUB_TOKEN: "4",
    ACTIONS_RUNTIME_TOKEN: "5",
    AWS_SECRET_ACCESS_KEY: "6",
    PGPASSWORD: "7",
    ACCOUNTS: "8",
    DATABASE_URL: "9",
  };
  assertEquals(withoutSecrets({ ...kept, ...secret }), kept);
});
