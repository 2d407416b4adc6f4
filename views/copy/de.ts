import { type Copy, en } from "./en.ts";

/** All words. */
export const de: Copy = en;
