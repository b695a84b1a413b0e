// Words that people use to tell us what to do. Plain words; a line may hold several orders.
import type { Verb } from "../vocabulary.ts";

/** The first word or words of an order, lower case; the longest that fits wins. */
export const VERB_WORDS: readonly (readonly [string, Verb])[] = [
  ["all done", "done"],
  ["done", "done"],
  ["sent", "done"],
  ["snooze", "snooze"],
  ["skip", "skip"],
  ["help", "help"],
];

/** Words that join two numbers: "done 1 and 3". */
export const JOINING_WORDS: readonly string[] = ["and", "&", "+", ","];

/** Units of a snooze, in days. */
export const DURATION_DAYS: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  days: 1,
  w: 7,
  week: 7,
  weeks: 7,
};
