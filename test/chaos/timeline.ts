// Time that only moves when the play says so. Things happen one after the other; what falls asleep lets others go on, and
// wakes at its moment: two consumers really meet in the middle of each other's work, and the same seed makes them meet again.

export type Timeline = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets something begin at a moment (or now, when that has passed). */
  readonly at: (moment: number, run: () => Promise<void>) => void;
  /** Only within something that `at` began: the others go on meanwhile. */
  readonly sleep: (seconds: number) => Promise<void>;
  /** Plays everything up to a moment. */
  readonly playUntil: (end: number) => Promise<void>;
};

export function timeline(begin: number): Timeline {
  let now = begin;
  let awake = 0;
  let order = 0;
  let onQuiet: () => void = () => {};
  const coming: { readonly at: number; readonly order: number; readonly start: () => void }[] = [];
  const schedule = (at: number, start: () => void) => {
    order += 1;
    coming.push({ at: Math.max(at, now), order, start });
  };
  const rest = () => {
    awake -= 1;
    if (awake === 0) onQuiet();
  };
  const quiet = () => new Promise<void>((resolve) => (awake === 0 ? resolve() : (onQuiet = resolve)));
  const takeNext = (end: number) => {
    const next = coming.reduce<(typeof coming)[number] | null>(
      (first, one) =>
        first && (first.at < one.at || (first.at === one.at && first.order < one.order)) ? first : one,
      null,
    );
    if (!next || next.at > end) return null;
    coming.splice(coming.indexOf(next), 1);
    return next;
  };
  return {
    now: () => now,
    at: (moment, run) =>
      schedule(moment, () => {
        awake += 1;
        void run().finally(rest);
      }),
    sleep: (seconds) =>
      new Promise((resolve) => {
        schedule(now + seconds * 1000, () => {
          awake += 1;
          resolve();
        });
        rest();
      }),
    playUntil: async (end) => {
      for (let next = takeNext(end); next; next = takeNext(end)) {
        now = next.at;
        next.start();
        await quiet();
      }
      now = Math.max(now, end);
    },
  };
}
