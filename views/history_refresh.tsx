import type { JSX } from "hono/jsx/jsx-runtime";
import { paths } from "../contract/paths.ts";
import { refreshAttributes } from "./refresh.ts";

/** Looks at the history once more, when Agillic should have sent what was triggered. */
export function HistoryRefresh(): JSX.Element {
  return (
    <span
      hx-trigger="load delay:6s"
      {...refreshAttributes("communications", paths.communications())}
    />
  );
}
