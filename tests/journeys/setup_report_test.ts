import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import {
  DEFAULT_SETTINGS,
  DEVELOPMENT_SETTINGS_SECRET,
} from "../../simulators/zendesk/settings.ts";
import { SESSION_KEY } from "../app_fixture.ts";
import { check, METTE, read, shownIn, start } from "./setup_check.ts";

Deno.test("POST /setup reports what was found, when, and by which version, in English", async () => {
  using app = await start({ settings: { event_1_name: "dwelcome_event" } });
  const { report, html } = await check(app, METTE, { "Agent-Locale": "da" });
  assertStringIncludes(html, 'data-announce="1 ting skal rettes.');
  assertStringIncludes(shownIn(html, "Event 1"), "er ikke gyldigt i denne Agillic-instans");
  assertStringIncludes(shownIn(html, "Event 1"), "Navn på event 1");
  const [versions, when] = report.split("\n");
  assertMatch(
    versions ?? "",
    /^Agillic sidebar \d+\.\d+\.\d+, Deno\/\S+, \/assets\/shell-test\.js$/,
  );
  assertMatch(when ?? "", /^Configuration check of 2026-02-10 09:12:05 UTC, request id-\d+$/);
  assertStringIncludes(
    report,
    `✗ Event 1: The event “dwelcome_event” is not valid in this Agillic instance. (Error Response Code: 404) [event_not_valid 404]
  → Correct the Agillic event name in “Event 1 Name” in the app’s settings.`,
  );
  assertStringIncludes(
    report,
    "✓ Base64 Encoded Token: Agillic accepts the token. It is sent with each call (Basic). [token_good]",
  );
});

Deno.test("POST /setup puts no personal data and no secret into report, rows or log", async () => {
  const token = String(DEFAULT_SETTINGS.base64_encoded_token);
  using app = await start({
    settings: {
      // What administrators paste into the wrong field.
      event_2_name: "kent@example.ie",
      event_3_name: "o'brien/kent@example.ie",
    },
  });
  const { report, html } = await check(app, METTE, { "Requester-Email": METTE });

  for (
    const secret of [
      token,
      "agillic-secret",
      DEVELOPMENT_SETTINGS_SECRET,
      SESSION_KEY,
      "@example",
      // Mette's Person Data.
      "Mette",
      "Odense",
    ]
  ) {
    assertFalse(report.includes(secret), secret);
  }
  assertEquals(report.match(/^✗ Event \d: .*“…”/gm)?.length, 2);
  assertFalse(html.includes("agillic-secret"));
  const log = JSON.stringify(app.log);
  for (const secret of [token, METTE, "brien", "Mette"]) assertFalse(log.includes(secret), secret);
  assertStringIncludes(log, '"route":"/setup"');
});

Deno.test("GET /setup keeps what a faulty setting holds out of the report", async () => {
  const token = String(DEFAULT_SETTINGS.base64_encoded_token);
  using app = await start({ settings: { email_person_data_field: token } });
  const { report } = await read(await app.get("/setup"));
  assertStringIncludes(
    report,
    "✗ Settings Email Person Data Field: It contains something that looks like",
  );
  assertFalse(report.includes(token));
});
