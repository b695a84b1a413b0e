// One person's digest: composed for their local day, once, with its numbers frozen. The next time always moves on.
import { dayOf, nextDigestAt } from "../calendar.ts";
import { composeDigest } from "../letters/digest.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import { opportunityIds, replay } from "../opportunity/opportunity.ts";
import { isDigestThere } from "../store/conflicts.ts";
import { loadDigestMaterial } from "../store/digests.ts";
import type { DigestMaterial } from "../store/digests.ts";
import { enqueueLetters, insertDigest } from "../store/outbox.ts";
import { planFor, setNextWake } from "../store/people.ts";
import { queueJobs } from "../world.ts";
import type { JobOutcome, World } from "../world.ts";

/** Prepares the digest that is due. A digest missed by an outage leaves once, when we are back. */
export async function prepare(world: World, userId: string): Promise<JobOutcome> {
  const { db, now } = world;
  const material = await loadDigestMaterial(db, userId);
  if (!material) return { result: "person gone" };
  const { person } = material;
  if (person.nextWakeAt > now) return { result: "not due" };
  const moveOn = setNextWake(db, userId, nextDigestAt(person.schedule, now));
  const digest = await compose(material, world);
  if (!digest) {
    await moveOn.run();
    return { result: "nothing to say" };
  }
  const letterId = world.newId();
  const coversOn = dayOf(now, person.zone);
  const letter = {
    id: letterId,
    key: `digest/${coversOn}`,
    kind: "digest" as const,
    to: addressOf(material),
    ...digest.letter,
    inReplyTo: null,
    items: digest.items,
  };
  try {
    await db.batch([
      insertDigest(db, { userId, coversOn, letterId, now }),
      ...enqueueLetters(db, userId, [letter], now),
      moveOn,
    ]);
  } catch (error) {
    if (!isDigestThere(error)) throw error;
    await moveOn.run();
    return { result: "prepared already" };
  }
  await queueJobs(world, [{ verb: "deliver", letterId }]);
  return { result: `${digest.items.length} to do` };
}

function compose({ person, history, since, unplaced, ignored }: DigestMaterial, { now }: World) {
  const { zone, name, inbox, tone } = person;
  const today = dayOf(now, zone);
  const plan = planFor(person, today);
  const opportunities = opportunityIds(history).map((id) => replay(id, history, zone));
  const followUps = opportunities.flatMap((one) => planFollowUps(one, plan));
  return composeDigest({
    now,
    today,
    zone,
    since,
    opportunities,
    followUps,
    plan,
    unplaced,
    ignored,
    me: name,
    tone,
    inbox,
  });
}

function addressOf({ person }: DigestMaterial): string {
  return (person.senders.find(({ verifiedAt }) => verifiedAt !== null) ?? person.senders[0])?.address ?? "";
}
