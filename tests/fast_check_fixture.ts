/** The same inputs at each run, so that a gate that is green stays green; another FC_SEED finds others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(Deno.env.get("FC_SEED") ?? 20_261_126) });
