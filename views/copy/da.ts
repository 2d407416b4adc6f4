import { type Copy, en } from "./en.ts";

/** All words. */
export const da: Copy = en;
