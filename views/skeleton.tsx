import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";

/** The sidebar before anything is known, as high as it usually becomes. */
export function Skeleton({ language }: { language: Language }): JSX.Element {
  return (
    <>
      <p class="visually-hidden">{say(language, "loading")}</p>
      <SkeletonSection of="summary" rows={4} />
      <SkeletonSection of="events" rows={3} />
      <SkeletonSection of="recipient" rows={8} />
      <SkeletonSection of="communications" rows={5} />
    </>
  );
}

/** A kind of row decides how high its bar is. */
type SkeletonProps = { of: "summary" | "recipient" | "events" | "communications"; rows: number };

function SkeletonSection(props: SkeletonProps): JSX.Element {
  return (
    <section aria-hidden="true">
      <header>
        <i />
      </header>
      <SkeletonRows {...props} />
    </section>
  );
}

/** Bars in place of a part's rows. */
export function SkeletonRows({ of, rows }: SkeletonProps): JSX.Element {
  return (
    <div class="skeleton" data-of={of} aria-hidden="true">
      {Array.from({ length: rows }, () => <i />)}
    </div>
  );
}
