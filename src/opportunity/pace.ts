// How fast and how orderly they move (S10): what a process tells about the organisation behind it.
import { daysBetween } from "../calendar.ts";
import { interviewRoundsOf } from "./follow-ups.ts";
import type { Opportunity } from "./opportunity.ts";
import { remembered } from "./remembered.ts";

export type Pace = {
  readonly rounds: number;
  /** Days between one round and the next; null before the second. */
  readonly betweenRounds: number | null;
  /** Days until they answer: the middle one, and of how many. */
  readonly reply: { readonly days: number; readonly n: number } | null;
  /** Times that they moved an interview. */
  readonly moves: number;
};

/** The pace of one opportunity. */
export function paceOf(opportunity: Opportunity): Pace {
  const rounds = interviewRoundsOf(opportunity);
  const gaps = rounds.slice(1).map(({ heldOn }, at) => daysBetween(rounds[at]?.heldOn ?? heldOn, heldOn));
  const waits = waitsIn(opportunity);
  const days = median(waits);
  return {
    rounds: rounds.length,
    betweenRounds: median(gaps),
    reply: days === null ? null : { days, n: waits.length },
    moves: opportunity.moves.filter(({ byThem }) => byThem).length,
  };
}

/** How an employer's answers compare with the person's other opportunities; null when there is too little to compare. */
export function compareReply(
  opportunity: Opportunity,
  all: readonly Opportunity[],
): "faster" | "slower" | "as fast" | null {
  const mine = paceOf(opportunity).reply;
  const others = all.filter(({ id }) => id !== opportunity.id).flatMap(waitsIn);
  const usual = median(others);
  if (mine === null || usual === null || others.length < 3) return null;
  if (mine.days <= usual * 0.6) return "faster";
  return mine.days >= usual * 1.6 + 1 ? "slower" : "as fast";
}

/** Days from each held round, or each mail of the person, to their next word. */
export const waitsIn = remembered((opportunity: Opportunity): readonly number[] => {
  const { heard, wrote } = opportunity;
  const asked = [
    ...interviewRoundsOf(opportunity).map(({ heldOn }) => heldOn),
    ...wrote.map(({ on }) => on),
  ].toSorted();
  return asked.flatMap((day, at) => {
    const answer = heard.find(({ on }) => on > day);
    const next = asked[at + 1];
    if (!answer || (next !== undefined && next <= answer.on)) return [];
    return [daysBetween(day, answer.on)];
  });
});

/** The middle of some numbers; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
