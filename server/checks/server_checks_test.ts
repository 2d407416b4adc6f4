import { assertEquals } from "@std/assert";
import { createKvStore } from "../actions/kv_store.ts";
import { createSealing } from "../sealing.ts";
import { checkKeys, checkStore } from "./server_checks.ts";
import { checkReadOnly, checkSettings } from "./settings_check.ts";
import { parseTestRecipient } from "./recipient_to_check.ts";
import type { Settings } from "../installation/settings.ts";
import { parseFilledIn } from "../installation/settings_fixture.ts";

Deno.test("checkStore writes, reads and deletes an entry of its own", async () => {
  using kv = await Deno.openKv(":memory:");
  assertEquals((await checkStore(createKvStore(kv), "id-1")).code, "store_good");
  assertEquals((await Array.fromAsync(kv.list({ prefix: [] }))).length, 0);
});

Deno.test("checkStore finds a store that fails or forgets", async () => {
  using kv = await Deno.openKv(":memory:");
  const failing = Object.assign(Object.create(kv), { set: () => Promise.reject(new Error("no")) });
  assertEquals((await checkStore(createKvStore(failing), "id-1")).code, "store_unusable");
  using other = await Deno.openKv(":memory:");
  const forgetful = createKvStore({
    set: kv.set.bind(kv),
    get: other.get.bind(other),
    getMany: kv.getMany.bind(kv),
    list: kv.list.bind(kv),
    atomic: kv.atomic.bind(kv),
    close: () => {},
  });
  assertEquals((await checkStore(forgetful, "id-1")).code, "store_unusable");
});

Deno.test("checkKeys finds keys that open what they seal, and counts them", async () => {
  const sealing = createSealing({ keys: [new Uint8Array(32)], now: Date.now });
  assertEquals(await checkKeys({ sealing, keys: 1, secrets: 2 }), {
    check: "keys",
    state: "green",
    code: "keys_good",
    params: { keys: "1", secrets: "2" },
  });
});

Deno.test("checkKeys finds keys that seal nothing, or what they cannot open", async () => {
  const none = createSealing({ keys: [], now: Date.now });
  assertEquals((await checkKeys({ sealing: none, keys: 0, secrets: 1 })).code, "keys_unusable");
  let at = Date.now();
  const late = createSealing({ keys: [new Uint8Array(32)], now: () => at += 3_600_000 });
  assertEquals((await checkKeys({ sealing: late, keys: 1, secrets: 1 })).code, "keys_unusable");
});

Deno.test("checkReadOnly finds actions that are shown but switched off", () => {
  const settings = (views: Partial<Settings["views"]>) =>
    ({
      views: { recipient: true, events: false, communications: true, creation: false, ...views },
    }) as Settings;
  assertEquals(checkReadOnly(false, settings({ events: true })).code, "read_only_off");
  assertEquals(checkReadOnly(true, settings({ events: true })).code, "read_only_on");
  assertEquals(checkReadOnly(true, settings({ creation: true })).code, "read_only_on");
  assertEquals(checkReadOnly(true, settings({})).code, "read_only_unneeded");
  assertEquals(checkReadOnly(true, null).code, "read_only_on");
});

Deno.test("checkSettings has a finding for each fault", () => {
  const { faults } = parseFilledIn({ event_1_label: "Welcome", enable_recipient_view: "yes" });
  assertEquals(checkSettings(faults).map(({ state, parameter }) => [state, parameter]), [
    ["red", "base64_encoded_token"],
    ["red", "enable_recipient_view"],
    ["red", "email_person_data_field"],
    ["red", "person_data_field_list"],
    ["red", "event_1_label"],
  ]);
  assertEquals(checkSettings([]).map(({ code }) => code), ["settings_good"]);
});

Deno.test("parseTestRecipient reads an address, and says what else it got", () => {
  assertEquals(parseTestRecipient(" søren+nyhed@example.dk "), {
    ok: true,
    value: "søren+nyhed@example.dk",
  });
  for (const none of ["", "  ", null, undefined, new File([], "a@b.dk")]) {
    assertEquals(parseTestRecipient(none), { ok: false, reason: "test_recipient_missing" });
  }
  for (const wrong of ["mette", "a b@c.dk", "@", "a@b@c.dk", `${"a".repeat(254)}@b.dk`]) {
    assertEquals(parseTestRecipient(wrong), { ok: false, reason: "test_recipient_malformed" });
  }
});
