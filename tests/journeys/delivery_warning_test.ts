/** What speaks against delivery, in every part alike. */
import { assertEquals, assertMatch } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { eventsWarningOf, linksOf } from "./answers.ts";
import { ADDRESS, offered, post } from "./creation.ts";

Deno.test("nothing stands in the panels of the events of somebody whom mail reaches", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/sidebar")).text();
  assertMatch(html, /<div id="event-1-delivery" class="delivery renewed"><\/div>/);
});

Deno.test("a confirmed opt-in changes the recipient, the events' warning and the history alike", async () => {
  using app = await createTestApp();
  await post(app, await offered(app));
  const place = { "Requester-Email": ADDRESS, "Requester-Id": "510", "Ticket-Id": "110" };
  const refresh = async (state: string) => {
    const answer = await app.get("/recipient", place, { "Recipient-State": state });
    const html = await answer.text();
    return {
      state: answer.headers.get("Recipient-State"),
      warning: eventsWarningOf(html),
      loadsHistory: linksOf(html).includes("/communications"),
    };
  };

  const waiting = await refresh("awaiting");
  app.agillic.clickDoubleOptIn(ADDRESS);
  const confirmed = await refresh("awaiting");
  const again = await refresh("none");
  const unseen = await refresh("");

  assertEquals(waiting.loadsHistory, false);
  assertMatch(waiting.warning, /^Awaiting confirmation/);
  const known = { state: "none", warning: "" };
  assertEquals(confirmed, { ...known, loadsHistory: true });
  for (const same of [again, unseen]) assertEquals(same, { ...known, loadsHistory: false });
});
