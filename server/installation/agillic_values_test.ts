import { assertEquals } from "@std/assert";
import { findTokenFault } from "./agillic_values.ts";

const TOKENS = {
  "a2V5OnNl\nY3JldA==": "token_line_break",
  "a2V5OnNl\r\nY3JldA==": "token_line_break",
  "a2V5 OnNlY3JldA==": "token_space",
  "a2V5\tOnNlY3JldA==": "token_space",
  '"a2V5OnNlY3JldA=="': "token_quotes",
  "'a2V5OnNlY3JldA=='": "token_quotes",
  "“a2V5OnNlY3JldA==”": "token_quotes",
  "Basic": "token_with_scheme",
  "Bearer a2V5OnNlY3JldA==": "token_with_scheme",
  "Authorization: Basic a2V5OnNlY3JldA==": "token_with_scheme",
  "Basic a2V5OnNlY3JldA==": "token_with_scheme",
  "key:secret": "not_base64",
  "a2V5OnNlY3JldA=!": "not_base64",
  "a2V5-nNlY3JldA": "not_base64",
  "{setting.base64_encoded_token}": "not_base64",
  // A key that was not encoded.
  "0a1b2c3d4e5f60718293a4b5c6d7e8f9": "not_base64",
  [btoa("keywithoutsecret")]: "token_no_colon",
  [btoa("key secret\n")]: "token_no_colon",
  [btoa(":secret")]: "token_half",
  [btoa("key:")]: "token_half",
  [btoa("key:secret\n")]: "token_line_break_inside",
  [btoa('"key:secret"')]: "token_quotes_inside",
  [btoa("key: secret")]: "token_space_inside",
  [btoa("key:secret ")]: "token_space_inside",
};

Deno.test("a token that is not key and secret in Base64 is called what it is", () => {
  for (const [token, code] of Object.entries(TOKENS)) {
    assertEquals(findTokenFault(token), code, JSON.stringify(token));
  }
});

Deno.test("a secret may have spaces, quotes and colons between its ends", () => {
  for (const credential of ["key:a b", 'key:a"b', "key:a:b"]) {
    assertEquals(findTokenFault(btoa(credential)), null, credential);
  }
});
