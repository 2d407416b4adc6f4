import * as attributes from "../../contract/attributes.ts";

const STEP_MS = 1_000;
// In the steps of views/format.ts, but for days: what is older does not change while anybody looks.
const SECOND = ["second", 1] as const;
const UNITS = [["hour", 3_600], ["minute", 60], SECOND] as const;

/** Lets times that are told from now go by while the page is seen; what it returns is called when new ones have come. */
export function createPassingTime(): () => void {
  const moments = new WeakMap<Element, number>();
  const pass = () => {
    const now = Date.now();
    for (const element of document.querySelectorAll(`[${attributes.seconds}]`)) {
      const given = Number(element.getAttribute(attributes.seconds));
      const moment = moments.get(element) ?? now + given * 1000;
      moments.set(element, moment);
      if (document.hidden) continue;
      const left = (moment - now) / 1000;
      // What was waited for stays due until it is taken away.
      const text = fromNow(given > 0 ? Math.max(left, 0) : left);
      if (element.textContent !== text) element.textContent = text;
    }
  };
  setInterval(pass, STEP_MS);
  return pass;
}

// Making one takes longer than all that is written with it in a second.
let kept: { lang: string; format: Intl.RelativeTimeFormat } | undefined;

function fromNow(seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? SECOND;
  const { lang } = document.documentElement;
  if (kept?.lang !== lang) {
    const format = new Intl.RelativeTimeFormat(lang === "en" ? "en-GB" : lang, {
      style: "short",
      numeric: "auto",
    });
    kept = { lang, format };
  }
  return kept.format.format(Math.ceil(seconds / size), unit);
}
