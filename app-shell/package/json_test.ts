import { assertEquals } from "@std/assert";
import { findDuplicateKeys } from "./json.ts";

Deno.test("findDuplicateKeys finds none where equal keys belong to different objects", () => {
  assertEquals(findDuplicateKeys('{"a":{"x":1},"b":{"x":[{"x":"x"},{"x":2}]},"x":null}'), []);
});

Deno.test("findDuplicateKeys names the repeated key by its path", () => {
  assertEquals(findDuplicateKeys('{"a":{"x":1,"y":2,"x":3},"a":1}'), ["a.x", "a"]);
});

Deno.test("findDuplicateKeys is not misled by strings that look like JSON", () => {
  assertEquals(findDuplicateKeys('{"a":"{\\"b\\":1,\\"b\\":2}","b":"\\\\","c":["b","b","c"]}'), []);
});

Deno.test("findDuplicateKeys sees through escapes in keys", () => {
  assertEquals(findDuplicateKeys('{"a":1,"\\u0061":2}'), ["a"]);
});
