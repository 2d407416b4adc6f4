import { assertEquals } from "@std/assert";
import { replySentence } from "./reply_sentence.ts";

Deno.test("replySentence() tells what can be told, in the requester's language", () => {
  const told = { name: "Nyhedsbrev", date: "12. okt. 2026" };
  assertEquals(
    replySentence("da", { ...told, channel: "EMAIL" }),
    "Den 12. okt. 2026 sendte vi dig “Nyhedsbrev” pr. e-mail.",
  );
  assertEquals(
    replySentence("en", { ...told, channel: "INBOUND_SMS" }),
    "On 12. okt. 2026 you sent us a text message.",
  );
  assertEquals(
    replySentence("en", { name: "מבצע!", date: "12 Oct 2026", channel: "SMS" }),
    "On 12 Oct 2026 we sent you “\u2068מבצע!\u2069” by text message.",
  );
  for (const channel of ["FACEBOOK_CA", "GOOGLE_CM", "CARRIER_PIGEON", "constructor"]) {
    assertEquals(replySentence("en", { ...told, channel }), null);
  }
});
