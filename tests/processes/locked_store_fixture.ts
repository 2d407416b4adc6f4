/** Preloaded into a server: a store that is locked for the first `LOCKED_ATTEMPTS` attempts to open it. */
const open = Deno.openKv;
const lockedAttempts = Number(Deno.env.get("LOCKED_ATTEMPTS"));
let attempts = 0;

Object.defineProperty(Deno, "openKv", {
  value(path?: string) {
    attempts++;
    console.log(JSON.stringify({ type: "open_attempt" }));
    return attempts <= lockedAttempts
      ? Promise.reject(new TypeError("database is locked"))
      : open(path);
  },
});
