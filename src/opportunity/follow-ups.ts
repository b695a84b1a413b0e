// Which follow-ups an opportunity calls for, from its history alone (PRODUCT section 5).
// Never more than two counted ones per round: the second exists only when the first was sent, a third has no name.
import { addBusinessDays, addDays, dayOf, toBusinessDay, toInstant } from "../calendar.ts";
import type { Day, Holidays, Instant, Zone } from "../calendar.ts";
import {
  ASK_WHEN_WAIT_DAYS,
  DEADLINE_KEPT_DAYS,
  DEADLINE_NOTICE_DAYS,
  MOVE_ON_WAIT_DAYS,
  SECOND_WAIT_DAYS,
  THANK_YOU_DAYS,
} from "../playbook/follow-ups.ts";
import type { FollowUpKind, FollowUpState } from "../vocabulary.ts";
import { keyOf, writtenDay } from "./opportunity.ts";
import type { HandedIn, Heard, Opportunity, Step } from "./opportunity.ts";
import type { Interview } from "./reading.ts";
import { remembered } from "./remembered.ts";

export type FollowUp = {
  /** `opportunity/kind/day`: the day of the step or mail that it follows, else of the deadline. Late mail may renumber rounds, and a move to another zone local days; neither changes it. */
  readonly id: string;
  readonly opportunityId: string;
  readonly kind: FollowUpKind;
  /** 0 before the first held step. */
  readonly round: number;
  /** 1 or 2 for the counted ones, null for the others. */
  readonly ordinal: 1 | 2 | null;
  readonly dueOn: Day;
  readonly state: FollowUpState;
  readonly endedAt: Instant | null;
};

export type PlanContext = {
  readonly today: Day;
  readonly zone: Zone;
  /** Days from a held step to the first follow-up, 7 to 14. */
  readonly waitDays: number;
  /** Public holidays to keep; none unless the person wants them. */
  readonly holidays?: Holidays;
  /** Whether to offer a line of thanks the morning after an interview. */
  readonly thankYou?: boolean;
};

/** Every follow-up of the opportunity, open or ended, in order of their due days. */
export function planFollowUps(opportunity: Opportunity, context: PlanContext): FollowUp[] {
  const planned = [
    ...countedFollowUps(opportunity, context),
    ...thankYous(opportunity, context),
    ...detailFollowUps(opportunity, context),
    ...deadlineFollowUps(opportunity, context),
  ];
  return planned
    .filter(({ id }, at) => planned.findIndex((other) => other.id === id) === at)
    .map((followUp) => withPersonsWord(followUp, opportunity, context))
    .filter((followUp) => followUp.state !== "open" || opportunity.stage !== "closed")
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
}

/** First, second and move-on of every round. Only the last round can still be open. */
function countedFollowUps(opportunity: Opportunity, context: PlanContext): FollowUp[] {
  return roundsOf(opportunity).flatMap((step, at) => roundFollowUps(opportunity, step, at + 1, context));
}

/** A step after which the clock runs: an interview, or what was handed in. */
export type Round = {
  readonly kind: "interview" | HandedIn["of"];
  readonly start: string;
  readonly heldOn: Day;
  readonly interview: Interview | null;
};

/** The rounds by the last step of each: what happened on one day is one round. */
export const roundsOf = remembered((opportunity: Opportunity): readonly Round[] => {
  const { steps, handedIn } = opportunity;
  const all: Round[] = [
    ...steps.map((step) => ({ kind: "interview" as const, ...step })),
    ...handedIn.map(({ of, at, on }) => ({ kind: of, start: at, heldOn: on, interview: null })),
  ].toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return all.filter(({ heldOn }, at) => all[at + 1]?.heldOn !== heldOn);
});

/** How many rounds had been held by then. */
function heldBefore(opportunity: Opportunity, at: Instant): number {
  return roundsOf(opportunity).filter(({ start }) => Date.parse(start) < Date.parse(at)).length;
}

/** The rounds of interviews alone. */
export function interviewRoundsOf({ steps }: Opportunity): readonly Step[] {
  return steps.filter(({ heldOn }, at) => steps[at + 1]?.heldOn !== heldOn);
}

function roundFollowUps(
  opportunity: Opportunity,
  step: Round,
  round: number,
  { zone, waitDays, holidays }: PlanContext,
): FollowUp[] {
  const since = opportunity.heard.filter(({ at }) => Date.parse(at) > Date.parse(step.start));
  // "Still deciding" moves the clock; anything else they wrote is the answer.
  const answer = earliest([
    since.find((one) => !keepsWaiting(one))?.at,
    repliedAfter(opportunity, step.start),
  ]);
  const later = roundsOf(opportunity)[round];
  const answeredAt = answer ?? (later ? toInstant(Date.parse(later.start)) : null);
  const make = (kind: FollowUpKind, ordinal: 1 | 2 | null, dueOn: Day): FollowUp => ({
    id: `${opportunity.id}/${kind}/${writtenDay(step.start)}`,
    opportunityId: opportunity.id,
    kind,
    round,
    ordinal,
    dueOn,
    state: answeredAt === null ? "open" : "answered",
    endedAt: answeredAt,
  });
  const moveOn = (ended: Instant) =>
    make("move-on", null, toBusinessDay(addDays(dayOf(ended, zone), MOVE_ON_WAIT_DAYS), holidays));
  const waited = toBusinessDay(addDays(step.heldOn, waitDays), holidays);
  const first = make("first-follow-up", 1, latest(waited, ...waitsOf(opportunity, step, since, holidays)));
  const sent = opportunity.done.get(keyOf(first));
  const skipped = opportunity.skipped.get(keyOf(first));
  if (sent === undefined) {
    if (skipped === undefined) return [first];
    return [first, moveOn(skipped)];
  }
  const sinceFirst = since.filter(({ at }) => at > sent);
  const afterFirst = toBusinessDay(addDays(dayOf(sent, zone), SECOND_WAIT_DAYS), holidays);
  const second = make(
    "second-follow-up",
    2,
    latest(afterFirst, waited, ...waitsOf(opportunity, step, sinceFirst, holidays)),
  );
  const ended = opportunity.done.get(keyOf(second)) ?? opportunity.skipped.get(keyOf(second));
  if (ended === undefined) return [first, second];
  return [first, second, moveOn(ended)];
}

/** When they answered by another way, after this moment; null when the person told of none. */
function repliedAfter({ replies }: Opportunity, moment: string): Instant | null {
  return replies.find(({ at }) => Date.parse(at) > Date.parse(moment))?.at ?? null;
}

function earliest(instants: readonly (Instant | null | undefined)[]): Instant | null {
  return instants.flatMap((one) => one ?? []).toSorted()[0] ?? null;
}

/** Days before which a follow-up would be too early: after a promised day, and a week after a "still deciding". */
function waitsOf(
  { heard }: Opportunity,
  step: Round,
  since: readonly Heard[],
  holidays: Holidays | undefined,
): Day[] {
  const promise = heard.findLast(({ reading }) => reading.promisedBy !== null)?.reading.promisedBy;
  const afterPromise =
    promise && promise >= step.heldOn ? [toBusinessDay(addDays(promise, 1), holidays)] : [];
  const afterDelays = since
    .filter(keepsWaiting)
    .map(({ on }) => toBusinessDay(addDays(on, SECOND_WAIT_DAYS), holidays));
  return [...afterPromise, ...afterDelays];
}

/** "Still deciding" and "received" are no answer: the silence begins anew. */
function keepsWaiting({ kind }: Heard): boolean {
  return kind === "delay" || kind === "acknowledgement";
}

/** A line of thanks the morning after; stale after two business days, or once they wrote. */
function thankYous(opportunity: Opportunity, { today, thankYou, holidays }: PlanContext): FollowUp[] {
  const rounds = roundsOf(opportunity);
  const last = rounds.findLast(({ kind, heldOn }) => kind === "interview" && heldOn < today);
  if (!thankYou || !last) return [];
  const dueOn = toBusinessDay(addDays(last.heldOn, 1), holidays);
  const id = `${opportunity.id}/thank-you/${writtenDay(last.start)}`;
  const answer =
    opportunity.heard.some(({ at }) => Date.parse(at) > Date.parse(last.start)) ||
    repliedAfter(opportunity, last.start) !== null;
  const isStale = today > addBusinessDays(dueOn, THANK_YOU_DAYS, holidays);
  if ((answer || isStale) && !opportunity.done.has(keyOf({ id }))) return [];
  return [
    {
      id,
      opportunityId: opportunity.id,
      kind: "thank-you",
      round: rounds.indexOf(last) + 1,
      ordinal: null,
      dueOn,
      state: "open",
      endedAt: null,
    },
  ];
}

/** Confirm the details of an invitation, or ask for its time: about the last invitation only. */
function detailFollowUps(opportunity: Opportunity, { today, holidays }: PlanContext): FollowUp[] {
  const invitation = opportunity.heard.findLast(({ kind }) => kind === "interview" || kind === "reschedule");
  const interview = invitation?.reading.interview;
  if (!invitation || !interview || interview.status === "cancelled") return [];
  const answeredAt = earliest([
    opportunity.heard.find(({ at }) => at > invitation.at)?.at,
    repliedAfter(opportunity, invitation.at),
  ]);
  const make = (kind: "confirm-details" | "ask-when", dueOn: Day): FollowUp => ({
    id: `${opportunity.id}/${kind}/${writtenDay(invitation.at)}`,
    opportunityId: opportunity.id,
    kind,
    round: heldBefore(opportunity, invitation.at),
    ordinal: null,
    dueOn,
    state: answeredAt === null ? "open" : "answered",
    endedAt: answeredAt,
  });
  const timeUnknown = interview.start === null && interview.options.length === 0;
  if (timeUnknown && invitation.reading.schedulingLink === null)
    return [make("ask-when", addBusinessDays(invitation.on, ASK_WHEN_WAIT_DAYS, holidays))];
  const step = opportunity.steps.at(-1);
  const heldOn = interview.start === null ? null : (step?.heldOn ?? interview.start.slice(0, 10));
  const held = heldOn !== null && heldOn < today;
  if (held || invitation.reading.missing.length === 0) return [];
  return [make("confirm-details", invitation.on)];
}

/** What they asked for by a date: two business days ahead, or at once when there is less time; dropped a week after it has passed. */
function deadlineFollowUps(opportunity: Opportunity, { today, holidays }: PlanContext): FollowUp[] {
  const { heard, said } = opportunity;
  const asked: Asked[] = heard.flatMap((one) =>
    one.reading.deadline !== null && one.reading.callback
      ? [{ deadline: one.reading.deadline, at: one.at, on: one.on, kind: one.kind }]
      : [],
  );
  // The person knows of something that no mail asked for.
  if (said.deadline?.of === null && said.deadline.deadline !== null)
    asked.push({ ...said.deadline, deadline: said.deadline.deadline, kind: null });
  return asked.flatMap((one) => {
    const { deadline, on, at } = one;
    const dueOn = latest(on, addBusinessDays(deadline, -DEADLINE_NOTICE_DAYS, holidays));
    const id = `${opportunity.id}/deadline/${deadline}`;
    const isSaid = opportunity.done.has(keyOf({ id })) || opportunity.skipped.has(keyOf({ id }));
    if (today > addDays(deadline, DEADLINE_KEPT_DAYS) && !isSaid) return [];
    const answer = heard.find((later) => later.at > at && endsDeadline(later, one));
    return {
      id,
      opportunityId: opportunity.id,
      kind: "deadline" as const,
      round: heldBefore(opportunity, at),
      ordinal: null,
      dueOn,
      state: answer ? ("answered" as const) : ("open" as const),
      endedAt: answer?.at ?? null,
    };
  });
}

/** Something wanted by a day; `kind`: what asked for it, null: the person said so. */
type Asked = {
  readonly deadline: Day;
  readonly at: Instant;
  readonly on: Day;
  readonly kind: Heard["kind"] | null;
};

/** They went on after the day had come, or named another day for the same thing. */
function endsDeadline(later: Heard, { deadline, kind }: Asked): boolean {
  if (keepsWaiting(later)) return false;
  return later.on > deadline || (later.kind === kind && (later.reading.deadline ?? deadline) !== deadline);
}

/** What the person said outranks everything: done, skipped, or later. */
function withPersonsWord(
  followUp: FollowUp,
  { done, skipped, snoozed }: Opportunity,
  { holidays }: PlanContext,
): FollowUp {
  const doneAt = done.get(keyOf(followUp));
  const skippedAt = skipped.get(keyOf(followUp));
  const until = snoozed.get(keyOf(followUp));
  if (doneAt !== undefined) return { ...followUp, state: "done", endedAt: doneAt };
  if (skippedAt !== undefined) return { ...followUp, state: "skipped", endedAt: skippedAt };
  return until !== undefined && until > followUp.dueOn
    ? { ...followUp, dueOn: toBusinessDay(until, holidays) }
    : followUp;
}

function latest(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((a, b) => (a > b ? a : b), first);
}
