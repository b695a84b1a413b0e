// When to follow up, how often, and why: S5, S6 and S7 as numbers.
import type { FollowUpKind } from "../vocabulary.ts";

/** Days from the last held step to the first follow-up: one to two weeks (S5). */
export const FIRST_WAIT_DAYS = { least: 7, most: 14, usual: 7 } as const;
/** Days from the first follow-up to the second, final one (S6). */
export const SECOND_WAIT_DAYS = 7;
/** Days from the last word to moving on (S7). */
export const MOVE_ON_WAIT_DAYS = 7;
/** Business days after an invitation without a time before asking for it. */
export const ASK_WHEN_WAIT_DAYS = 3;
/** Business days after which thanks would come late. */
export const THANK_YOU_DAYS = 2;
/** Business days before a deadline at which it becomes a follow-up. */
export const DEADLINE_NOTICE_DAYS = 2;
/** Days after a deadline during which it is still worth a line. */
export const DEADLINE_KEPT_DAYS = 7;
/** Said instead of the reason once a deadline has passed. */
export const DEADLINE_PASSED =
  "If you handed it in, say “done”; if not, a short honest line often still helps.";

export const FOLLOW_UPS: Readonly<
  Record<FollowUpKind, { readonly source: string; readonly title: string; readonly why: string }>
> = {
  "confirm-details": {
    source: "S4",
    title: "Confirm the details",
    why: "A short reply that confirms what is known and asks only what is missing shows care and saves surprises.",
  },
  "ask-when": {
    source: "S4",
    title: "Ask when it is",
    why: "They invited you without a time. Asking once is expected.",
  },
  "thank-you": {
    source: "S4",
    title: "Thank the interviewers",
    why: "A line of thanks the morning after keeps the conversation warm.",
  },
  "first-follow-up": {
    source: "S5",
    title: "First follow-up",
    why: "One friendly question shows interest, not impatience.",
  },
  "second-follow-up": {
    source: "S6",
    title: "Second and final follow-up",
    why: "Your first one had no answer. This is the last one: more than two can look pressing.",
  },
  "move-on": {
    source: "S7",
    title: "Move on",
    why: "Two friendly questions are enough. Put your energy into the others; if they write after all, this one reopens by itself.",
  },
  deadline: {
    source: "S1",
    title: "Mind the deadline",
    why: "They asked for something by a date. Two business days ahead leaves room for surprises.",
  },
};
