// The end of a message that cannot be read: `failed` with a short reason, its raw kept, and the person told. Once.
import { composeProblem } from "../letters/notices.ts";
import { isLostLease } from "../store/conflicts.ts";
import { MAX_ATTEMPTS, failInbound, failingInbound } from "../store/inbound.ts";
import { enqueueLetters } from "../store/outbox.ts";
import { queueJobs } from "../world.ts";
import type { JobOutcome, World } from "../world.ts";

/** A job that failed too often: its message is given up when it was really tried; one that never got that far is left to the sweep. */
export function bury(world: World, inboundId: string): Promise<JobOutcome> {
  return giveUp(world, { id: inboundId, lease: null }, "failed too often", { afterAttempts: MAX_ATTEMPTS });
}

/** Fails a message that is not finished yet; does nothing to one that is, or that somebody else works on (`lease` null: nobody does). */
export async function giveUp(
  world: World,
  { id: inboundId, lease }: { readonly id: string; readonly lease: string | null },
  reason: string,
  { afterAttempts } = { afterAttempts: 0 },
): Promise<JobOutcome> {
  const failing = await failingInbound(world.db, inboundId, { afterAttempts });
  if (!failing) return { result: "nothing to give up" };
  const letterId = world.newId();
  const letter = await composeProblem(failing.subject);
  // One problem letter per person and day: a broken mail program must not fill an inbox.
  const key = `problem/${world.now.slice(0, 10)}`;
  const statements = [
    failInbound(world.db, { id: inboundId, lease }, reason, world.now),
    ...enqueueLetters(
      world.db,
      failing.userId,
      [
        {
          id: letterId,
          key,
          kind: "problem",
          to: failing.address,
          ...letter,
          attachments: [],
          inReplyTo: null,
          items: [],
        },
      ],
      world.now,
    ),
  ];
  try {
    await world.db.batch(statements);
  } catch (error) {
    if (isLostLease(error)) return { result: "nothing to give up" };
    throw error;
  }
  await queueJobs(world, [{ verb: "deliver", letterId }]);
  return { result: `failed: ${reason}` };
}
