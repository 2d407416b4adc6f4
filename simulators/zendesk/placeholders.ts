import type { Simulation } from "./simulation.ts";

/** Where in a request a setting is put; the names are those of a parameter's `scopes`. */
export type Scope = "header" | "body" | "url" | "jwt_secret_key" | "jwt_claim";

type Source = Pick<Simulation, "installation" | "settings" | "switches">;

const PLACEHOLDER = /\{\{\s*setting\.([\w-]+)\s*\}\}/g;
const ONLY_A_PLACEHOLDER = /^\{\{\s*setting\.([\w-]+)\s*\}\}$/;

/** Puts settings into a text. One that may not stand there stays a placeholder; one not filled in goes as the switch says. */
export function fillText(source: Source, scope: Scope, text: string): string {
  return text.replaceAll(PLACEHOLDER, (placeholder, name: string) => {
    const setting = findSetting(source, scope, name);
    if (setting === "forbidden") return placeholder;
    if (setting !== null) return String(setting);
    return source.switches.unsetPlaceholder === "literal" ? placeholder : "";
  });
}

/** Puts settings into a claim, however deep; undefined when the claim is to be left out. */
export function fillClaim(source: Source, claim: unknown): unknown {
  if (typeof claim === "string") return fillClaimText(source, claim);
  if (Array.isArray(claim)) return claim.map((value) => fillClaim(source, value));
  if (typeof claim === "object" && claim !== null) {
    return Object.fromEntries(
      Object.entries(claim)
        .map(([name, value]) => [name, fillClaim(source, value)] as const)
        .filter(([, value]) => value !== undefined),
    );
  }
  return claim;
}

function fillClaimText(source: Source, claim: string): unknown {
  const name = ONLY_A_PLACEHOLDER.exec(claim)?.[1];
  if (name === undefined) return fillText(source, "jwt_claim", claim);
  const setting = findSetting(source, "jwt_claim", name);
  if (setting === null && source.switches.unsetPlaceholder === "absent") return undefined;
  if (typeof setting === "boolean" && source.switches.checkboxAs === "boolean") return setting;
  return fillText(source, "jwt_claim", claim);
}

function findSetting(
  { installation, settings }: Source,
  scope: Scope,
  name: string,
): string | boolean | "forbidden" | null {
  const parameter = installation.parameters.find((each) => each.name === name);
  if (parameter === undefined) return null;
  if (parameter.secure && parameter.scopes !== null && !parameter.scopes.includes(scope)) {
    return "forbidden";
  }
  const value = settings[name];
  return value === undefined || value === "" ? null : value;
}
