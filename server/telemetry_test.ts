import { assertMatch, assertThrows } from "@std/assert";
import { ConfigError } from "./config.ts";
import { refuseTraces } from "./telemetry.ts";

Deno.test("refuseTraces refuses to export what holds addresses, and says what to set", () => {
  for (const OTEL_DENO of ["true", "TRUE"]) {
    for (const OTEL_TRACES_SAMPLER of [undefined, "", "always_on", "parentbased_always_off"]) {
      const env = { OTEL_DENO, OTEL_TRACES_SAMPLER };
      const { message } = assertThrows(() => refuseTraces(env), ConfigError);
      assertMatch(message, /Set OTEL_TRACES_SAMPLER=always_off\./);
    }
  }
});

Deno.test("refuseTraces lets through what exports no traces", () => {
  refuseTraces({});
  refuseTraces({ OTEL_DENO: "false" });
  // Deno takes no other word.
  refuseTraces({ OTEL_DENO: "1" });
  refuseTraces({ OTEL_DENO: "true", OTEL_TRACES_SAMPLER: "always_off" });
});

Deno.test("refuseTraces lets Deno Deploy start, where nobody can set the sampler", () => {
  refuseTraces({ OTEL_DENO: "true", DENO_DEPLOY: "true" });
});
