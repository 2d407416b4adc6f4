import { assertFault, manifestWith, placeWith } from "./package_fixture.ts";

const TICKET = "manifest.json: location.support.ticket_sidebar";

Deno.test("a manifest that names no place is refused", async () => {
  await assertFault(
    manifestWith({ location: { support: {} } }),
    'manifest.json: "location" names no place in "support": add ticket_sidebar.',
  );
});

Deno.test("a place that Zendesk does not know is refused", async () => {
  await assertFault(
    placeWith("tickets_sidebar", { url: "https://agillic.example.com/shell", signed: true }),
    "manifest.json: location.support.tickets_sidebar: Zendesk Support has no such place: correct its name.",
  );
});

for (
  const url of ["http://agillic.example.com/shell", "http://127.0.0.1/shell", "assets/iframe.html"]
) {
  Deno.test(`a place at ${url} is refused`, async () => {
    await assertFault(
      placeWith("ticket_sidebar", { url }),
      `${TICKET}: the url "${url}" is not allowed: give https://…, http://localhost…, or a file of assets/.`,
    );
  });
}

Deno.test("a place that is not signed is refused", async () => {
  await assertFault(
    placeWith("ticket_sidebar", { signed: undefined }),
    `${TICKET}: is not signed: write "signed": true.`,
  );
});

Deno.test("flexible that is no boolean is refused", async () => {
  await assertFault(
    placeWith("ticket_sidebar", { flexible: "yes" }),
    `${TICKET}: "flexible" is "yes": write true or false.`,
  );
});

for (
  const host of ["https://agillic.example.com", "*.example.com", "example.com:8443", "example.com/"]
) {
  Deno.test(`the host ${host} in the whitelist is refused`, async () => {
    await assertFault(
      manifestWith({ domainWhitelist: ["agillic.example.com", host] }),
      `manifest.json: "domainWhitelist" holds "${host}": write the bare host, without scheme, port, path or wildcard.`,
    );
  });
}

Deno.test("a whitelist that is no list is refused", async () => {
  await assertFault(
    manifestWith({ domainWhitelist: "agillic.example.com" }),
    'manifest.json: "domainWhitelist" is no list: write ["agillic.example.com"].',
  );
});

Deno.test("secure settings without a whitelist are refused", async () => {
  await assertFault(
    manifestWith({ domainWhitelist: undefined }),
    'manifest.json: "domainWhitelist" is empty: secure settings need it, name the backend.',
  );
});

Deno.test("a place on a host that is not in the whitelist is refused", async () => {
  await assertFault(
    placeWith("ticket_sidebar", { url: "https://other.example.com/shell" }),
    `${TICKET}: its host other.example.com is not in "domainWhitelist": add it.`,
  );
});
