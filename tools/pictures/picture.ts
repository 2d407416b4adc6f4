import type { Locator } from "playwright-core";
import type { DeskLook, PictureDesk } from "./desk.ts";

/** One picture: its file's name in docs/pictures, how the desk looks, and what is done before it is taken. */
export type Picture = {
  name: string;
  look?: DeskLook;
  /** Settings that differ from the simulator's; null takes a setting away. */
  settings?: Record<string, string | boolean | null>;
  /** Answers what is in the picture; null for the whole page. */
  pose(desk: PictureDesk): Promise<Locator | null>;
};

/** For what is in the sidebar: so high that it is there whole, and sharp. Whole pages are too large for that. */
export const TRAY: DeskLook = { width: 1000, height: 1600, scale: 2 };
