import { assertEquals } from "@std/assert";
import { checkEnvironment } from "./doctor_environment.ts";

const GOOD = {
  PUBLIC_URL: "https://agillic.example.com",
  ZENDESK_SUBDOMAINS: "acme",
  ZENDESK_APP_ID: "1",
};

Deno.test("checkEnvironment finds every variable that the server would not start with", () => {
  assertEquals(checkEnvironment(GOOD).map(({ code }) => code), ["environment_good"]);
  const wrong = {
    HOST: "a b",
    PORT: "x",
    METRICS_TOKEN: "short",
    LOG_LEVEL: "all",
    STOP_SECONDS: "x",
  };
  for (const [name, value] of Object.entries(wrong)) {
    const rows = checkEnvironment({ ...GOOD, [name]: value });
    assertEquals(rows.map(({ code }) => code), ["environment_faulty"], name);
  }
});
