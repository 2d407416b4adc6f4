import { assertEquals } from "@std/assert";
import { remembered } from "./remembered.ts";

Deno.test("a thing is made once for each key", () => {
  const made: string[] = [];
  const shout = remembered((word: string) => {
    made.push(word);
    return word.toUpperCase();
  });
  assertEquals([shout("yes"), shout("no"), shout("yes")], ["YES", "NO", "YES"]);
  assertEquals(made, ["yes", "no"]);
});

Deno.test("no more than a thousand are kept", () => {
  let made = 0;
  const double = remembered((number: number) => {
    made++;
    return number * 2;
  });
  for (let number = 0; number <= 1_000; number++) double(number);
  assertEquals([double(1_000), made], [2_000, 1_001]);
  assertEquals([double(0), made], [0, 1_002]);
});

Deno.test("what has the same key is the same thing, and as many are kept as were asked for", () => {
  const made: string[] = [];
  const greet = remembered((person: { name: string }) => {
    made.push(person.name);
    return `Hello ${person.name}`;
  }, { keyOf: ({ name }) => name, most: 1 });
  assertEquals([greet({ name: "Mette" }), greet({ name: "Mette" })], [
    "Hello Mette",
    "Hello Mette",
  ]);
  assertEquals(made, ["Mette"]);
  greet({ name: "Otto" });
  greet({ name: "Mette" });
  assertEquals(made, ["Mette", "Otto", "Mette"]);
});
