import { assertEquals } from "@std/assert";
import {
  assertFault,
  faultsAfter,
  manifestWith,
  parameterAdded,
  parameterWith,
} from "./package_fixture.ts";

const SCOPES =
  "header, body, url, jwt_secret_key, jwt_claim, basic_auth_username, basic_auth_password";

Deno.test("parameters that are no list are refused", async () => {
  await assertFault(
    manifestWith({ parameters: {} }),
    'manifest.json: "parameters" is no list: write [ … ].',
  );
});

Deno.test("a parameter without a name is refused", async () => {
  await assertFault(
    parameterAdded({ type: "text" }),
    'manifest.json: parameter {"type":"text"} has no name: give it one.',
  );
});

Deno.test("two parameters of one name are refused", async () => {
  await assertFault(
    parameterAdded({ name: "event_1_name", type: "text" }),
    'manifest.json: parameter "event_1_name": is there twice: rename or remove one.',
  );
});

Deno.test("a parameter called name is refused", async () => {
  await assertFault(
    parameterAdded({ name: "name", type: "text" }),
    'manifest.json: parameter "name": Zendesk uses this name itself: rename it.',
  );
});

for (const type of ["dropdown", "textarea", "password"]) {
  Deno.test(`a parameter of the type ${type} is refused`, async () => {
    await assertFault(
      parameterWith("agillic_environment", { type }),
      `manifest.json: parameter "agillic_environment": type "${type}" is not one of Zendesk's: use text, checkbox, url, number, multiline, hidden, oauth.`,
    );
  });
}

for (const flag of ["required", "secure"]) {
  Deno.test(`${flag} that is a string is refused`, async () => {
    await assertFault(
      parameterWith("event_1_name", { [flag]: "true" }),
      `manifest.json: parameter "event_1_name": "${flag}" is "true": write true or false.`,
    );
  });
}

Deno.test("a hidden parameter that is required is refused", async () => {
  await assertFault(
    parameterWith("event_1_name", { type: "hidden", required: true }),
    'manifest.json: parameter "event_1_name": is hidden and required, so nobody could fill it in: drop one of the two.',
  );
});

for (const members of [{ type: "hidden" }, { secure: true, scopes: ["body"] }]) {
  Deno.test(`a default of a parameter with ${Object.keys(members)} is refused`, async () => {
    await assertFault(
      parameterWith("event_1_name", { ...members, default: "welcome_event" }),
      'manifest.json: parameter "event_1_name": is secure or hidden and has a default, which everybody could read: remove the default.',
    );
  });
}

for (const name of ["api_token", "ApiKey", "pwd", "password_2", "shared_secret"]) {
  Deno.test(`the text parameter ${name} that is not secure is refused`, async () => {
    await assertFault(
      parameterAdded({ name }),
      `manifest.json: parameter "${name}": is named like a secret but would be readable by agents: add "secure": true, or rename.`,
    );
  });
}

for (const scopes of [undefined, []]) {
  Deno.test(`a secure parameter with the scopes ${scopes} is refused`, async () => {
    await assertFault(
      parameterWith("settings_secret", { scopes }),
      `manifest.json: parameter "settings_secret": is secure but has no "scopes": say where it is used, from ${SCOPES}.`,
    );
  });
}

Deno.test("a scope that Zendesk does not know is refused", async () => {
  await assertFault(
    parameterWith("settings_secret", { scopes: ["jwt_secret"] }),
    `manifest.json: parameter "settings_secret": scopes ["jwt_secret"] are not all Zendesk's: use ${SCOPES}.`,
  );
});

Deno.test("a second oauth parameter, and a secure one, are refused", async () => {
  const faults = await faultsAfter((files) =>
    parameterWith("event_1_name", { type: "oauth", secure: true, scopes: ["body"] })(
      parameterWith("event_2_name", { type: "oauth" })(files),
    )
  );
  assertEquals(faults, [
    "manifest.json: more than one parameter is oauth: keep one.",
    'manifest.json: parameter "event_1_name": is oauth, which is secure by itself: remove "secure".',
  ]);
});
