// Cron, every 15 minutes: who has a letter due, what got stuck, and what must be forgotten. Everything here can run twice.
import { addSeconds } from "../calendar.ts";
import { forgetEndedInboxes } from "../store/addresses.ts";
import { forgetSeen } from "../store/tries.ts";
import { forgetRaw, rawToIncinerate, stuckInboundIds } from "../store/inbound.ts";
import { forgetBodies, stuckLetterIds } from "../store/outbox.ts";
import { endErasing, erasedPeople } from "../store/forget.ts";
import { duePeople } from "../store/people.ts";
import type { Due } from "../store/people.ts";
import { deleteRawOf, sweepStrays } from "../store/raw.ts";
import { forgetTokens } from "../store/tokens.ts";
import { queueJobs } from "../world.ts";
import type { JobOutcome, World } from "../world.ts";

/** So many at a time (the free plan allows 50 calls to others per invocation); whoever is due behind them is woken by a job of their own. */
const MOST_PER_RUN = 1_000;
const MOST_INCINERATED_PER_RUN = 500;
/** A row that is pending this long lost its job. */
const PENDING_SECONDS = 5 * 60;
const DAY_SECONDS = 24 * 3600;
const RAW_DAYS = { ended: 7, failed: 30 } as const;
const BODY_DAYS = 7;

/** Wakes everybody who is due, rescues what got stuck, and incinerates. */
export async function wake(world: World): Promise<JobOutcome> {
  const { db, now } = world;
  const due = await wakeDue(world, null);
  const inbound = await stuckInboundIds(db, now, addSeconds(now, -PENDING_SECONDS), MOST_PER_RUN);
  const letters = await stuckLetterIds(db, now, MOST_PER_RUN);
  await queueJobs(world, [
    ...inbound.map((inboundId) => ({ verb: "process", inboundId }) as const),
    ...letters.map((letterId) => ({ verb: "deliver", letterId }) as const),
  ]);
  const burnt = await incinerate(world);
  await sweepErased(world);
  const strays = await sweepStrays(db, world.raw, now);
  await forgetTokens(db, now);
  await db.batch([forgetSeen(db, now), forgetEndedInboxes(db, now)]);
  return {
    result: `due ${due}, stuck mails ${inbound.length}, waiting letters ${letters.length}, incinerated ${burnt}, objects without a row ${strays.objects}, rows without an object ${strays.rows}`,
  };
}

/** Wakes a page of those who are due, and leaves a job for the page behind it: on a Monday morning a whole zone is due at once. */
export async function wakeDue(world: World, after: Due | null): Promise<number> {
  const due = await duePeople(world.db, world.now, after, MOST_PER_RUN);
  const last = due.length === MOST_PER_RUN ? due.at(-1) : undefined;
  await queueJobs(world, [
    ...due.map(({ id }) => ({ verb: "prepare", userId: id }) as const),
    ...(last ? [{ verb: "wake", after: last } as const] : []),
  ]);
  return due.length;
}

/** Whoever is gone may have had a mail on its way: their raw mail is swept again until an hour later. */
async function sweepErased({ db, raw, now }: World): Promise<void> {
  for (const { userId, until } of await erasedPeople(db)) {
    await deleteRawOf(raw, userId);
    if (until <= now) await endErasing(db, userId).run();
  }
}

/** Deletes raw mail and the words of letters whose time is up. Objects go first: a row without one is found again, an object without a row is not. */
async function incinerate({ db, raw, now }: World): Promise<number> {
  const old = await rawToIncinerate(
    db,
    addSeconds(now, -RAW_DAYS.ended * DAY_SECONDS),
    addSeconds(now, -RAW_DAYS.failed * DAY_SECONDS),
    MOST_INCINERATED_PER_RUN,
  );
  if (old.length > 0) {
    await raw.delete(old.map(({ rawKey }) => rawKey));
    await forgetRaw(
      db,
      old.map(({ id }) => id),
    ).run();
  }
  await forgetBodies(db, addSeconds(now, -BODY_DAYS * DAY_SECONDS));
  return old.length;
}
