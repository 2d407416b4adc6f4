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
