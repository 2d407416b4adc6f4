import { assert, assertEquals } from "@std/assert";
import { failureOf, isExchange, issuing, oauth, welcome } from "./bearer_fixture.ts";
import { answer, broken, hang, type Step } from "./scripted_agillic_fixture.ts";

const notRepeated: Record<string, [Step, string]> = {
  "a broken connection": [broken(), "outcome_unknown"],
  "500": [answer(500), "outcome_unknown"],
  "a refused connection": [broken("client error (Connect): refused"), "agillic_unavailable"],
  "400": [answer(400), "email_field_not_unique"],
};
for (const [how, [step, code]] of Object.entries(notRepeated)) {
  Deno.test(`an event is not sent again with a bearer token after ${how}`, async () => {
    const { agillic, client } = oauth(issuing(), step);
    assertEquals((await failureOf(agillic, welcome(client))).code, code);
    assertEquals(agillic.sent.length, 2);
  });
  Deno.test(`an event that was refused and sent again is not sent a third time after ${how}`, async () => {
    const { agillic, client } = oauth(issuing(), answer(401), step);
    assertEquals((await failureOf(agillic, welcome(client))).code, code);
    assertEquals(agillic.sent.length, 4);
  });
}

const refusedExchanges: Record<string, [Step, string]> = {
  "400 invalid_client": [
    () => Response.json({ error: "invalid_client" }, { status: 400 }),
    "token_invalid",
  ],
  "400 without words": [answer(400), "token_invalid"],
  "400 unsupported_grant_type": [
    () => Response.json({ error: "unsupported_grant_type" }, { status: 400 }),
    "agillic_answer_unknown",
  ],
  "401": [answer(401), "token_invalid"],
  "403": [answer(403, "<html>"), "token_invalid"],
  "404": [answer(404), "agillic_answer_unknown"],
  "500": [answer(500), "agillic_unavailable"],
  "503 that lasts": [answer(503), "agillic_unavailable"],
  "429 that lasts": [answer(429), "rate_limited"],
  "a broken connection": [broken(), "agillic_unavailable"],
  "no answer": [hang, "agillic_timeout"],
  "a web page": [answer(200, "<html>"), "agillic_answer_unknown"],
  "no token": [() => Response.json({ token_type: "Bearer" }), "agillic_answer_unknown"],
  "another type": [issuing({ token_type: "mac" }), "agillic_answer_unknown"],
  "a token that no header can carry": [
    issuing({ access_token: "a\nb" }),
    "agillic_answer_unknown",
  ],
};
for (const [how, [step, code]] of Object.entries(refusedExchanges)) {
  Deno.test(`an exchange that is answered with ${how} sends nothing of an event`, async () => {
    const { agillic, client } = oauth(step);
    assertEquals((await failureOf(agillic, welcome(client))).code, code);
    assert(agillic.sent.every(isExchange));
    assert(agillic.elapsedMs <= 5_000);
  });
}
