import { assertEquals } from "@std/assert";
import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

const hostile = `"><script>alert('1')</script>&amp;`;
const escaped = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;";

function Titled({ title, children }: { title: string; children?: Child }): JSX.Element {
  return <p title={title}>{children}</p>;
}

function Passing({ children }: { children?: Child }): JSX.Element {
  return <>{children}</>;
}

Deno.test("a hostile attribute is escaped once, on an element and through a component", () => {
  assertEquals(String(<p title={hostile}></p>), `<p title="${escaped}"></p>`);
  assertEquals(String(<p {...{ title: hostile }}></p>), `<p title="${escaped}"></p>`);
  assertEquals(String(<Titled title={hostile} />), `<p title="${escaped}"></p>`);
  assertEquals(String(<Titled {...{ title: hostile }} />), `<p title="${escaped}"></p>`);
});

Deno.test("a hostile child is escaped once, through elements, components and lists", () => {
  assertEquals(String(<b>{hostile}</b>), `<b>${escaped}</b>`);
  assertEquals(String(<Passing>{hostile}</Passing>), escaped);
  assertEquals(String(<Titled title="">a {hostile}</Titled>), `<p title="">a ${escaped}</p>`);
  assertEquals(
    String(
      <Passing>
        <Titled title={hostile}>
          <Passing>{hostile}</Passing>
          {[hostile, <b>{hostile}</b>]}
        </Titled>
      </Passing>,
    ),
    `<p title="${escaped}">${escaped}${escaped}<b>${escaped}</b></p>`,
  );
});

Deno.test("text that is written in the source is escaped once", () => {
  const text = "a &amp; b &lt;i&gt;";
  assertEquals(
    String(<b title="a & b <i>">a &amp; b &lt;i&gt;</b>),
    `<b title="${text}">${text}</b>`,
  );
  assertEquals(String(<Passing>a &amp; b &lt;i&gt;</Passing>), text);
  assertEquals(String(<Passing>{"a & b <i>"}</Passing>), text);
  assertEquals(String(<Titled title="a & b <i>" />), `<p title="${text}"></p>`);
});

const nothing = [null, undefined, false, true, ""];

Deno.test("what is not there is not written, and a zero is", () => {
  assertEquals(String(<b>{nothing}{0}</b>), "<b>0</b>");
  assertEquals(String(<Passing>{nothing}{0}</Passing>), "0");
  assertEquals(
    String(<input value={undefined} disabled={false} readonly aria-busy={false} tabindex={0} />),
    '<input  readonly aria-busy="false" tabindex="0">',
  );
});
