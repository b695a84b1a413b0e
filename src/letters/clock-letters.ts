// The letters that leave by the clock between digests: the evening before an interview, the morning after, and a deadline's own day.
// Pure: which of them there are, from when they are due, and until when they make sense.
import { addDays, addSeconds, dayOf, instantAt, nextDigestAt } from "../calendar.ts";
import type { Day, DigestSchedule, Instant, Zone } from "../calendar.ts";
import { instantOf } from "../opportunity/extract/moments.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { interviewRoundsOf } from "../opportunity/follow-ups.ts";
import { writtenDay } from "../opportunity/opportunity.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";

const EVENING_HOUR = 17;
const MORNING_HOUR = 9;
const DEADLINE_HOUR = 8;
/** A digest that leaves by then shows the day's deadlines itself. */
const DIGEST_BY_HOUR = 12;

export type ClockLetter = {
  /** Once per letter, also when opportunities become one and when older mail comes in: `evening/<number of the touchpoint that first told of it>/<start>`. */
  readonly key: string;
  /** Due from here on … */
  readonly at: Instant;
  /** … and too late from here on: after an outage nobody wants yesterday's reminder. */
  readonly until: Instant;
  readonly opportunity: Opportunity;
} & (
  | { readonly kind: "evening"; readonly step: Step }
  | { readonly kind: "morning"; readonly step: Step }
  | { readonly kind: "deadline"; readonly followUp: FollowUp; readonly deadline: Day }
);

/** What a person chose of them. */
export type ClockChoice = { readonly schedule: DigestSchedule; readonly evening: boolean };

/** Every letter by the clock that these opportunities call for, past and to come, earliest first. */
export function clockLetters(
  opportunities: readonly Opportunity[],
  followUps: readonly FollowUp[],
  { schedule, evening: wantsEvening }: ClockChoice,
): ClockLetter[] {
  const { zone } = schedule;
  return opportunities
    .filter(({ stage }) => stage !== "closed")
    .flatMap((opportunity) => [
      ...(wantsEvening ? opportunity.steps.flatMap((step) => evening(opportunity, step, zone)) : []),
      ...interviewRoundsOf(opportunity).flatMap((step) => morning(opportunity, step, zone)),
      ...followUps
        .filter(({ opportunityId }) => opportunityId === opportunity.id)
        .flatMap((followUp) => deadline(opportunity, followUp, schedule)),
    ])
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key));
}

/** Those of `letters` that are due at `now`. */
export function dueAt(letters: readonly ClockLetter[], now: Instant): ClockLetter[] {
  return letters.filter(({ at, until }) => at <= now && now < until);
}

/** When the next of `letters` after `now` is due; null when none is. */
export function nextAfter(letters: readonly ClockLetter[], now: Instant): Instant | null {
  return letters.find(({ at }) => at > now)?.at ?? null;
}

function evening(opportunity: Opportunity, step: Step, zone: Zone): ClockLetter[] {
  const at = instantAt(addDays(step.heldOn, -1), EVENING_HOUR, zone);
  const until = step.start.length > 10 ? instantOf(step.start) : instantAt(step.heldOn, MORNING_HOUR, zone);
  const key = `evening/${step.firstSeq}/${step.start}`;
  // Told after that hour, by a receipt that says it all.
  return step.toldAt > at ? [] : [{ kind: "evening", key, at, until, opportunity, step }];
}

/** Only while the next word is theirs and the person has not named a good thing yet. */
function morning(opportunity: Opportunity, step: Step, zone: Zone): ClockLetter[] {
  const { heard, replies, goodThings } = opportunity;
  const at = instantAt(addDays(step.heldOn, 1), MORNING_HOUR, zone);
  const until = addSeconds(at, 24 * 3600);
  const isAnswered = [...heard, ...replies].some((one) => Date.parse(one.at) > Date.parse(step.start));
  const key = `morning/${step.firstSeq}/${writtenDay(step.start)}`;
  return isAnswered || goodThings.has(writtenDay(step.start)) || step.toldAt > at
    ? []
    : [{ kind: "morning", key, at, until, opportunity, step }];
}

function deadline(opportunity: Opportunity, followUp: FollowUp, schedule: DigestSchedule): ClockLetter[] {
  if (followUp.kind !== "deadline" || followUp.state !== "open") return [];
  const day = followUp.id.slice(-10);
  const at = instantAt(day, DEADLINE_HOUR, schedule.zone);
  const until = instantAt(addDays(day, 1), 0, schedule.zone);
  const told = opportunity.heard.find(({ reading }) => reading.deadline === day)?.toldAt ?? "";
  if (told > at || isShownByDigest(day, schedule)) return [];
  const key = `deadline/${followUp.id}`;
  return [{ kind: "deadline", key, at, until, opportunity, followUp, deadline: day }];
}

function isShownByDigest(day: Day, schedule: DigestSchedule): boolean {
  const slot = nextDigestAt(schedule, addSeconds(instantAt(day, 0, schedule.zone), -1));
  return dayOf(slot, schedule.zone) === day && schedule.hour < DIGEST_BY_HOUR;
}
