import { Refusal } from "./refusal.ts";

/** One comparison of a filter. */
export type Comparison = { field: string; equal: boolean; value: string };

/** A filter as alternatives (`,`) of comparisons that hold together (`;`). */
export type Filter = readonly (readonly Comparison[])[];

// RSQL reserves quotes, brackets, ; , = ! ~ < > and blanks: a value with one of them is quoted.
const comparison =
  /([\w.-]+)(==|!=)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"'();,=!~<>\s]+)([;,]|$)/y;

/** Reads RSQL as far as Agillic's examples go: `FIELD==value`, `!=`, `;` (and), `,` (or). */
export function parseFilter(rsql: string): Filter {
  const alternatives: Comparison[][] = [[]];
  let at = 0;
  do {
    comparison.lastIndex = at;
    const [all = "", field = "", operator, value = "", joint] = comparison.exec(rsql) ?? [];
    if (all === "" || (joint !== "" && at + all.length === rsql.length)) throw malformed(rsql, at);
    alternatives.at(-1)?.push({ field, equal: operator === "==", value: unquote(value) });
    if (joint === ",") alternatives.push([]);
    at += all.length;
  } while (at < rsql.length);
  return alternatives;
}

function unquote(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1).replaceAll(/\\(.)/g, "$1") : value;
}

function malformed(rsql: string, at: number): Refusal {
  const rest = rsql.slice(at, at + 40);
  return new Refusal(400, "MALFORMED_FILTER", `The filter is not RSQL at ${at}: ${rest}`);
}
