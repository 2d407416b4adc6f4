import { type Copy, en } from "./en.ts";

/** All words. */
export const sv: Copy = en;
