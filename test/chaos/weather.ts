// What goes wrong: every call of an invocation to D1, R2, the queue or the mailer is one step, and any of them may be refused, done without
// an answer, late, or the last thing that its invocation ever does.
import type { Dice } from "./dice.ts";
import type { Timeline } from "./timeline.ts";

export const PARTS = ["d1", "r2", "queue", "mailer"] as const;
export type Part = (typeof PARTS)[number];

/** How often a step goes wrong in which way, and when a part is away altogether (milliseconds since 1970). */
export type Weather = {
  readonly refused: number;
  readonly unanswered: number;
  readonly late: number;
  readonly dies: number;
  readonly outages: readonly { readonly part: Part; readonly from: number; readonly until: number }[];
};

export const CALM: Weather = { refused: 0, unanswered: 0, late: 0, dies: 0, outages: [] };

/** The weather of a week: mostly some drizzle, sometimes a storm; an outage or two of minutes or hours. */
export function weatherOf(dice: Dice, begin: number, end: number): Weather {
  const strength = dice.pick([0.005, 0.02, 0.05, 0.1]);
  const outages = Array.from({ length: dice.between(0, 3) }, () => {
    const from = dice.between(begin, end);
    const minutes = dice.pick([5, 20, 60, 240, 600]);
    return { part: dice.pick(PARTS), from, until: from + minutes * 60_000 };
  });
  return { refused: strength, unanswered: strength, late: strength / 2, dies: strength / 2, outages };
}

/** One run of a handler: it may die, and then nothing that it still tries happens. */
export type Invocation = {
  readonly isDead: () => boolean;
  readonly step: <T>(part: Part, effect: () => Promise<T>) => Promise<T>;
};

export type Fault = "refused" | "unanswered" | "late" | "died";

/** An invocation in this weather; `note` counts what went wrong. */
export function invocation(
  time: Timeline,
  dice: Dice,
  weather: Weather,
  note: (fault: Fault, part: Part) => void,
): Invocation {
  let dead = false;
  const die = () => {
    dead = true;
    return new Error("this invocation is dead");
  };
  const happens = (probability: number, fault: Fault, part: Part) => {
    const does = dice.chance(probability);
    if (does) note(fault, part);
    return does;
  };
  return {
    isDead: () => dead,
    step: async (part, effect) => {
      if (dead) throw die();
      const now = time.now();
      if (weather.outages.some((one) => one.part === part && one.from <= now && now < one.until)) {
        note("refused", part);
        throw lost(part);
      }
      if (happens(weather.refused, "refused", part)) throw lost(part);
      if (happens(weather.dies / 2, "died", part)) throw die();
      if (happens(weather.late / 2, "late", part)) await time.sleep(dice.pick(LATE_SECONDS));
      if (dead) throw die();
      const answer = await effect();
      if (happens(weather.dies / 2, "died", part)) throw die();
      if (happens(weather.late / 2, "late", part)) await time.sleep(dice.pick(LATE_SECONDS));
      if (happens(weather.unanswered, "unanswered", part)) throw lost(part);
      return answer;
    },
  };
}

/** Some are longer than a lease. */
const LATE_SECONDS = [1, 5, 30, 100, 130, 400] as const;

function lost(part: Part): Error {
  return new Error(part === "d1" ? "D1_ERROR: Network connection lost." : `${part} is away`);
}
