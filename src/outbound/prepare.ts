// One person's letters by the clock: the digest, composed for their local day with its numbers frozen, the short ones between digests, and
// the receipt that many forwards share. Every letter leaves once; the next time always moves on.
import { addSeconds, dayOf, nextDigestAt } from "../calendar.ts";
import { clockLetters, dueAt, nextAfter } from "../letters/clock-letters.ts";
import type { ClockLetter } from "../letters/clock-letters.ts";
import { composeDigest, composeEmptyDigest } from "../letters/digest.ts";
import type { NumberedLetter } from "../letters/numbered.ts";
import { composeDeadline, composeEvening, composeMorning } from "../letters/reminders.ts";
import type { ReminderContext } from "../letters/reminders.ts";
import { composeSharedReceipt } from "../letters/shared-receipt.ts";
import { copyAddresses } from "../mail/address.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { asItStands, replayAll } from "../opportunity/opportunity.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { isDigestThere } from "../store/conflicts.ts";
import { loadDigestMaterial } from "../store/digests.ts";
import type { DigestMaterial } from "../store/digests.ts";
import { OVERDUE_SECONDS } from "../store/health.ts";
import { MOST_WAIT_FOR_MAILS_SECONDS, endSharedReceipt } from "../store/inbound.ts";
import { enqueueLetters, insertDigest, letterTo } from "../store/outbox.ts";
import type { NewLetter } from "../store/outbox.ts";
import { NEVER, planFor, setNextDigest, setNextWake, stoppedAddressOf, writerOf } from "../store/people.ts";
import { queueJobs } from "../world.ts";
import type { JobOutcome, World } from "../world.ts";

/** A person's state on this day. */
type Desk = {
  readonly world: World;
  readonly material: DigestMaterial;
  readonly today: string;
  readonly opportunities: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  readonly clock: readonly ClockLetter[];
};

/** Prepares what is due. A digest missed by an outage leaves once, when we are back; a reminder that is too late does not. */
export async function prepare(world: World, userId: string): Promise<JobOutcome> {
  const { db, now } = world;
  const material = await loadDigestMaterial(db, userId);
  if (!material) return { result: "person gone" };
  const { person } = material;
  if (person.nextWakeAt > now) return { result: "not due" };
  if (material.unread && !isResting(person) && isDigestYoung(person, now))
    return { result: "waits for mails", retryAfterSeconds: UNREAD_WAIT_SECONDS };
  const desk = openDesk(world, material);
  const rests = isResting(person);
  const digest = !rests && person.nextDigestAt <= now ? await prepareDigest(desk) : null;
  const reminders = rests ? [] : await Promise.all(dueAt(desk.clock, now).map((one) => remind(one, desk)));
  const shared = await sharedReceipt(desk);
  const letters = [...reminders, ...(shared === null ? [] : [shared])];
  const receipts = material.receipts.filter(({ dueAt: at }) => at <= now).map(({ inboundId }) => inboundId);
  const { digestAt, wakeAt } = nextTimes(desk);
  await db.batch([
    ...enqueueLetters(db, userId, letters, now),
    ...(receipts.length === 0 ? [] : [endSharedReceipt(db, userId, receipts)]),
    setNextDigest(db, person, digestAt),
    setNextWake(db, person, wakeAt, {
      revision: material.history.at(-1)?.seq ?? 0,
      receipts: material.receipts.length - receipts.length,
    }),
  ]);
  await queueJobs(
    world,
    [...letters.map(({ id }) => id), ...(digest?.letterId ?? [])].map((letterId) => ({
      verb: "deliver",
      letterId,
    })),
  );
  return { result: [digest?.result ?? "no digest", ...letters.map(({ kind }) => kind)].join(", ") };
}

/** The person paused letters by the clock, or letters come back from their address. */
function isResting(person: DigestMaterial["person"]): boolean {
  return person.pausedAt !== null || stoppedAddressOf(person) !== null;
}

/** A digest that is due says what has arrived, not what was read by chance: after an outage mails come first. */
function isDigestYoung({ nextDigestAt: slot }: DigestMaterial["person"], now: string): boolean {
  return slot <= now && now < addSeconds(slot, MOST_WAIT_FOR_MAILS_SECONDS);
}

const UNREAD_WAIT_SECONDS = 30;

function openDesk(world: World, material: DigestMaterial): Desk {
  const { person } = material;
  const history = asItStands(material.history);
  const today = dayOf(world.now, person.zone);
  const plan = planFor(person, today);
  const opportunities = replayAll(history, person.zone);
  const followUps = opportunities.flatMap((one) => planFollowUps(one, plan));
  return {
    world,
    material,
    today,
    opportunities,
    followUps,
    clock: clockLetters(opportunities, followUps, person),
  };
}

/** The next digest, and the earliest of it, the next short letter and the next shared receipt. */
function nextTimes({ world: { now }, material, clock }: Desk) {
  const { person, receipts } = material;
  const digestAt = person.nextDigestAt <= now ? nextDigestAt(person.schedule, now) : person.nextDigestAt;
  const resting = isResting(person);
  const times = [
    ...(resting ? [] : [digestAt, nextAfter(clock, now) ?? digestAt]),
    ...receipts.filter(({ dueAt: at }) => at > now).map(({ dueAt: at }) => at),
  ];
  return { digestAt, wakeAt: times.toSorted()[0] ?? NEVER };
}

async function contextFor(letterId: string, { world, material, today }: Desk): Promise<ReminderContext> {
  const { settings, now } = world;
  const revision = material.history.at(-1)?.seq ?? 0;
  const copyTo = await copyAddresses(letterId, settings.mailDomain, settings.signingSecret);
  return {
    ...writerOf(material.person),
    today,
    now,
    mailDomain: settings.mailDomain,
    person: material.person.id,
    revision,
    copyTo,
  };
}

/** The digest of the local day, in a batch of its own: whoever comes second finds it there. */
async function prepareDigest(desk: Desk): Promise<{ readonly result: string; readonly letterId?: [string] }> {
  const { world, material, today, opportunities, followUps } = desk;
  const { db, now } = world;
  const { person, since, unplaced, ignored } = material;
  const letterId = world.newId();
  const composed = await composeDigest({
    ...(await contextFor(letterId, desk)),
    nextDigestOn: dayOf(nextDigestAt(person.schedule, now), person.zone),
    since,
    opportunities,
    followUps,
    plan: planFor(person, today),
    unplaced,
    ignored,
  });
  const digest: NumberedLetter | null =
    composed ?? (person.emptyDigest ? { letter: await composeEmptyDigest(desk), items: [] } : null);
  if (!digest) return { result: "nothing to say" };
  const letter = letterTo(person, { id: letterId, key: `digest/${today}`, kind: "digest" }, digest);
  try {
    await db.batch([
      insertDigest(db, { userId: person.id, coversOn: today, letterId, isLate: isOverdue(person, now), now }),
      // With it, so that whatever fails behind it cannot make another one tomorrow.
      setNextDigest(db, person, nextTimes(desk).digestAt),
      ...enqueueLetters(db, person.id, [letter], now),
    ]);
  } catch (error) {
    if (!isDigestThere(error)) throw error;
    return { result: "prepared already" };
  }
  const late = isOverdue(person, now) ? ", late" : "";
  return { result: `${digest.items.length} to do${late}`, letterId: [letterId] };
}

/** It should have left more than two hours ago: it leaves now, once, and is counted. */
function isOverdue({ nextDigestAt: slot }: DigestMaterial["person"], now: string): boolean {
  return addSeconds(slot, OVERDUE_SECONDS) < now;
}

/** One of the short letters. */
async function remind(due: ClockLetter, desk: Desk): Promise<NewLetter> {
  const id = desk.world.newId();
  const context = await contextFor(id, desk);
  const { key, kind } = due;
  return letterTo(desk.material.person, { id, key, kind }, await compose(due, desk, context));
}

function compose(due: ClockLetter, { followUps, today }: Desk, context: ReminderContext) {
  const { opportunity } = due;
  switch (due.kind) {
    case "evening":
      return composeEvening(opportunity, due.step, context);
    case "morning": {
      const thanks = followUps.find(
        (one) =>
          one.kind === "thank-you" &&
          one.opportunityId === opportunity.id &&
          one.state === "open" &&
          one.dueOn <= today,
      );
      return composeMorning(opportunity, due.step, thanks ?? null, context);
    }
    case "deadline":
      return composeDeadline(opportunity, due.followUp, due.deadline, context);
    default:
      return due satisfies never;
  }
}

/** What became of the forwards that came faster than receipts should. */
async function sharedReceipt(desk: Desk): Promise<NewLetter | null> {
  const { world, material, opportunities, followUps } = desk;
  const due = material.receipts.filter(({ dueAt: at }) => at <= world.now);
  const [first] = due;
  if (!first) return null;
  const id = world.newId();
  const composed = await composeSharedReceipt({
    ...(await contextFor(id, desk)),
    mails: due,
    opportunities,
    followUps,
    touchpoints: asItStands(material.history),
  });
  return letterTo(material.person, { id, key: `receipts/${first.inboundId}`, kind: "receipt" }, composed);
}
