import { assertEquals } from "@std/assert";
import { takeApart } from "./template.ts";

Deno.test("takeApart leaves the markup, and the texts and telling attributes unescaped", () => {
  const html = '<dl class="plain"><dt id="a" data-field="NAME">Name</dt><dd title="">Rye &amp; ' +
    "&lt;butter&gt;<br>&quot;good&quot;</dd></dl>";
  assertEquals(takeApart(html), {
    markup: [
      '<dl class="plain"><dt id="',
      '" data-field="',
      '">',
      '</dt><dd title="',
      '">',
      "<br>",
      "</dd></dl>",
    ],
    texts: ["a", "NAME", "Name", "", "Rye & <butter>", '"good"'],
  });
});
