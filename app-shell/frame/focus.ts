// A part's heading, the first of further rows, or the way out of a problem.
const NEXT = '[tabindex="-1"], button';

/** Where the focus goes when what had it is taken away. */
export type FocusKeeper = {
  /** Before `place`, or what is in it, is replaced. */
  before(place: Element): void;
  /** When `next` has come in the place of `place`. */
  after(next: Element, place?: Element): void;
};

/** Leads a lost focus on to what came; while the agent is elsewhere in Zendesk it is not ours to take. */
export function createFocusKeeper(): FocusKeeper {
  // By place: another part that comes meanwhile must not take the focus that this one lost.
  const lost = new WeakSet<Element>();
  return {
    before(place) {
      const focused = document.activeElement;
      // Some browsers remember it for a frame that is left; putting it back would take it from the reply.
      if (!document.hasFocus() && focused instanceof HTMLElement) focused.blur();
      else if (focused !== document.body && place.contains(focused)) lost.add(place);
    },
    after(next, place = next) {
      const had = lost.delete(place);
      const isLost = document.activeElement === document.body;
      const heir = next.matches(NEXT) ? next : isLost && next.querySelector(NEXT);
      if (had && document.hasFocus() && heir instanceof HTMLElement) heir.focus();
    },
  };
}
