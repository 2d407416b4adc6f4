import { assertEquals } from "@std/assert";
import { csvOf } from "./csv.ts";

Deno.test("csvOf quotes what holds a separator, a quotation mark or a line break", () => {
  assertEquals(
    csvOf([["When", "Who"], ["2026", 'Jens "JJ" Jensen'], ["a,b", "c\nd"], ["", "plain text"]]),
    'When,Who\n2026,"Jens ""JJ"" Jensen"\n"a,b","c\nd"\n,plain text\n',
  );
});

Deno.test("csvOf makes no formula of what begins like one", () => {
  for (const first of ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]) {
    assertEquals(csvOf([[`${first}1+1`]]), `"'${first}1+1"\n`);
  }
  assertEquals(csvOf([['=HYPERLINK("https://x")']]), `"'=HYPERLINK(""https://x"")"\n`);
  assertEquals(csvOf([["a=b", "a-b", "x@y"]]), "a=b,a-b,x@y\n");
});

Deno.test("csvOf makes no formula of what begins a cell for a spreadsheet with other separators", () => {
  assertEquals(csvOf([["Mette;=1+1"]]), `"Mette;'=1+1"\n`);
  assertEquals(csvOf([["Mette\t@SUM(1)"]]), `"Mette\t'@SUM(1)"\n`);
  assertEquals(csvOf([['Mette"=1']]), `"Mette""'=1"\n`);
});
