import type { AppPackage, Rule } from "./app.ts";
import { isJsonObject, type JsonObject, textAt } from "./json.ts";

/** Zendesk's rules for the app's settings. */
export const PARAMETER_RULES: readonly Rule[] = [
  parameterList,
  parameterNames,
  parameterTypes,
  parameterFlags,
  hiddenRequired,
  concealedDefault,
  secretNotSecure,
  secureScopes,
  oauthParameter,
];

const TYPES = ["text", "checkbox", "url", "number", "multiline", "hidden", "oauth"];
const SCOPES = [
  "header",
  "body",
  "url",
  "jwt_secret_key",
  "jwt_claim",
  "basic_auth_username",
  "basic_auth_password",
];
const SECRET_NAME = /token|key|pwd|password|secret/i;

function parameters({ manifest }: AppPackage): JsonObject[] {
  return Array.isArray(manifest.parameters) ? manifest.parameters.filter(isJsonObject) : [];
}

function typeOf(parameter: JsonObject): unknown {
  return parameter.type ?? "text";
}

/** One message for each parameter that is wrong. */
function each(
  app: AppPackage,
  isWrong: (parameter: JsonObject) => boolean,
  message: (parameter: JsonObject) => string,
): string[] {
  return parameters(app).filter(isWrong)
    .map((p) => `manifest.json: parameter "${textAt(p, "name")}": ${message(p)}`);
}

function parameterList({ manifest }: AppPackage): string[] {
  const list = manifest.parameters;
  if (list === undefined) return [];
  if (!Array.isArray(list)) return ['manifest.json: "parameters" is no list: write [ … ].'];
  return list.filter((parameter) => !isJsonObject(parameter) || textAt(parameter, "name") === "")
    .map((parameter) =>
      `manifest.json: parameter ${JSON.stringify(parameter)} has no name: give it one.`
    );
}

function parameterNames(app: AppPackage): string[] {
  const names = parameters(app).map((parameter) => textAt(parameter, "name"));
  const twice = new Set(names.filter((name, i) => name !== "" && names.indexOf(name) !== i));
  return [
    ...[...twice].map((name) =>
      `manifest.json: parameter "${name}": is there twice: rename or remove one.`
    ),
    ...each(app, (p) => p.name === "name", () => "Zendesk uses this name itself: rename it."),
  ];
}

function parameterTypes(app: AppPackage): string[] {
  return each(
    app,
    (p) => !TYPES.some((type) => type === typeOf(p)),
    (p) => `type ${JSON.stringify(p.type)} is not one of Zendesk's: use ${TYPES.join(", ")}.`,
  );
}

function parameterFlags(app: AppPackage): string[] {
  return ["required", "secure"].flatMap((flag) =>
    each(
      app,
      (p) => typeof (p[flag] ?? false) !== "boolean",
      (p) => `"${flag}" is ${JSON.stringify(p[flag])}: write true or false.`,
    )
  );
}

function hiddenRequired(app: AppPackage): string[] {
  return each(
    app,
    (p) => p.type === "hidden" && p.required === true,
    () => "is hidden and required, so nobody could fill it in: drop one of the two.",
  );
}

function concealedDefault(app: AppPackage): string[] {
  return each(
    app,
    (p) => "default" in p && (p.secure === true || p.type === "hidden"),
    () => "is secure or hidden and has a default, which everybody could read: remove the default.",
  );
}

function secretNotSecure(app: AppPackage): string[] {
  return each(
    app,
    (p) => typeOf(p) === "text" && p.secure !== true && SECRET_NAME.test(textAt(p, "name")),
    () => 'is named like a secret but would be readable by agents: add "secure": true, or rename.',
  );
}

function secureScopes(app: AppPackage): string[] {
  return [
    ...each(
      app,
      (p) => p.secure === true && !(Array.isArray(p.scopes) && p.scopes.length > 0),
      () => `is secure but has no "scopes": say where it is used, from ${SCOPES.join(", ")}.`,
    ),
    ...each(
      app,
      (p) => Array.isArray(p.scopes) && p.scopes.some((scope) => !SCOPES.includes(scope)),
      (p) => `scopes ${JSON.stringify(p.scopes)} are not all Zendesk's: use ${SCOPES.join(", ")}.`,
    ),
  ];
}

function oauthParameter(app: AppPackage): string[] {
  const count = parameters(app).filter((p) => p.type === "oauth").length;
  return [
    ...(count > 1 ? ["manifest.json: more than one parameter is oauth: keep one."] : []),
    ...each(
      app,
      (p) => p.type === "oauth" && p.secure === true,
      () => 'is oauth, which is secure by itself: remove "secure".',
    ),
  ];
}
