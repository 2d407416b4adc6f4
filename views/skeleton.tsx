import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./copy.ts";

/** The sidebar before anything is known, as high as it usually becomes. */
export function Skeleton({ language }: { language: Language }): JSX.Element {
  return (
    <>
      <p class="visually-hidden">{say(language, "loading")}</p>
      <SkeletonRows rows={6} />
      <SkeletonRows rows={3} />
      <SkeletonRows rows={5} />
    </>
  );
}

/** Bars in place of a part's heading and rows. */
export function SkeletonRows({ rows }: { rows: number }): JSX.Element {
  return (
    <div class="skeleton" aria-hidden="true">
      <span />
      {Array.from({ length: rows }, (_, row) => <i key={row} />)}
    </div>
  );
}
