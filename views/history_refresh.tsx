import type { JSX } from "hono/jsx/jsx-runtime";
import { paths } from "../contract/paths.ts";
import { refreshAttributes } from "./refresh.ts";

/** Loads the history again, whose verdict came from what another part has just seen otherwise. */
export function HistoryRefresh(): JSX.Element {
  return (
    <span
      hx-trigger="load"
      {...refreshAttributes("communications", paths.communications())}
    />
  );
}
