import { assert, assertEquals, assertFalse, assertThrows } from "@std/assert";
import {
  achieveEventPath,
  communicationsPath,
  eventPath,
  isEventName,
  matchingRecipientsPath,
  recipientPath,
} from "./paths.ts";

Deno.test("recipientPath leaves = raw and encodes the value", () => {
  const path = (value: string) => recipientPath({ field: "EMAIL", value }) as string;
  assertEquals(path("a@b.dk"), "/recipients/EMAIL=a%40b.dk");
  assertEquals(path("a+b@c.dk"), "/recipients/EMAIL=a%2Bb%40c.dk");
  assertEquals(path("søren@b.dk"), "/recipients/EMAIL=s%C3%B8ren%40b.dk");
  assertEquals(path("o'b/c?d#e=f@g.ie"), "/recipients/EMAIL=o'b%2Fc%3Fd%23e%3Df%40g.ie");
});

Deno.test("recipientPath keeps a field name from naming another route", () => {
  const path: string = recipientPath({ field: "../discovery", value: "x" });
  assertEquals(path, "/recipients/..%2Fdiscovery=x");
});

Deno.test("recipientPath takes a lone surrogate for a replacement character", () => {
  const path: string = recipientPath({ field: "EMAIL", value: "a\ud800" });
  assertEquals(path, "/recipients/EMAIL=a%EF%BF%BD");
});

Deno.test("event paths encode the event name", () => {
  const key = { field: "AGILLIC_ID", value: ".EbrB" };
  assertEquals<string>(
    eventPath(key, "welcome event"),
    "/recipients/AGILLIC_ID=.EbrB/events/welcome%20event",
  );
  assertEquals<string>(
    achieveEventPath(key, "a/b:c"),
    "/recipients/AGILLIC_ID=.EbrB/events/a%2Fb%3Ac/:achieveEvent",
  );
});

Deno.test("isEventName refuses what a URL would drop from the path", () => {
  for (const name of ["", " ", ".", ".."]) assertFalse(isEventName(name), name);
  for (const name of ["welcome", "a b", "...", "../x"]) assert(isEventName(name), name);
});

Deno.test("an event path stays the event's when a URL is made of it", () => {
  const path = achieveEventPath({ field: "EMAIL", value: "a@b.dk" }, "../../x");
  const { pathname } = new URL(path, "https://agillic.example");
  assertEquals(pathname, "/recipients/EMAIL=a%40b.dk/events/..%2F..%2Fx/:achieveEvent");
});

Deno.test("communicationsPath names the period in ISO", () => {
  const period = { from: new Date(Date.UTC(2026, 7, 22)), to: new Date(Date.UTC(2026, 10, 22)) };
  assertEquals<string>(
    communicationsPath({ field: "EMAIL", value: "a@b.dk" }, period),
    "/recipients/EMAIL=a%40b.dk/:listCommunicationHistory" +
      "?dateStart=2026-08-22T00%3A00%3A00.000Z&dateEnd=2026-11-22T00%3A00%3A00.000Z",
  );
});

Deno.test("matchingRecipientsPath quotes what RSQL reserves, and only that", () => {
  const filter = (value: string) => {
    const path = matchingRecipientsPath({ field: "EMAIL", value });
    return new URL(path, "https://agillic.example").searchParams.get("filter");
  };
  assertEquals(filter("a.b+c_d-e@f.dk"), "EMAIL==a.b+c_d-e@f.dk");
  assertEquals(filter("søren@f.dk"), "EMAIL==søren@f.dk");
  assertEquals(filter("o'brien@f.ie"), `EMAIL=="o'brien@f.ie"`);
  assertEquals(filter(`x",EMAIL==*`), String.raw`EMAIL=="x\",EMAIL==*"`);
  assertEquals(filter(`x\\";a==b`), String.raw`EMAIL=="x\\\";a==b"`);
  assertEquals(filter(""), `EMAIL==""`);
});

Deno.test("matchingRecipientsPath refuses a field name that would add a condition", () => {
  for (const field of ["A==1,B", "", "A B", "A;B"]) {
    assertThrows(() => matchingRecipientsPath({ field, value: "x" }), TypeError);
  }
});
