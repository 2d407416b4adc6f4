import { assertEquals } from "@std/assert";
import { listWithDollar, parseEnvFile } from "./env_file.ts";

Deno.test("an env file is read as shells and Deno read it", () => {
  const text = `# NOT=this
PLAIN=a value # and why
ESCAPED="a \\"b\\" c" # and why
  export EXPORTED = "with \\n a line"
SINGLE='# not a comment, \\n not a line'
BACK=\`"both" 'kinds'\`
EMPTY=
UNCLOSED='text
JSON={"acme":{"appId":"1"}}
PEM="-----BEGIN
MIIB=
-----END"
LAST=1\r
no variable`;
  assertEquals(parseEnvFile(text), {
    PLAIN: "a value",
    ESCAPED: 'a \\"b\\" c',
    EXPORTED: "with \n a line",
    SINGLE: "# not a comment, \\n not a line",
    BACK: `"both" 'kinds'`,
    EMPTY: "",
    UNCLOSED: "'text",
    JSON: `{"acme":{"appId":"1"}}`,
    PEM: "-----BEGIN\nMIIB=\n-----END",
    LAST: "1",
  });
  assertEquals(parseEnvFile("hush"), {});
});

Deno.test("the values with a $ are those in which Deno puts another variable", () => {
  const text = `PLAIN=pa$word\nDOUBLE="a\n$b"\nSINGLE='pa$word'\nBACK=\`pa$word\`\nNONE=a # $b\n`;
  assertEquals(listWithDollar(text), ["PLAIN", "DOUBLE"]);
});
