// What a job's verb means, in one table, for the Worker's queue and for the tests that stand in for it.
import { bury } from "./inbound/give-up.ts";
import { process } from "./inbound/process.ts";
import { deliver } from "./outbound/deliver.ts";
import { prepare } from "./outbound/prepare.ts";
import { wakeDue } from "./outbound/wake.ts";
import type { Job, JobOutcome, World } from "./world.ts";

/** A job that breaks is tried again after a while that grows fourfold, up to this. */
const FIRST_WAIT_SECONDS = 5;
const MOST_WAIT_SECONDS = 900;

/**
 * Does what a job says, for the nth time; `retryAfterSeconds` in the outcome asks for another try. Never throws: whatever breaks (D1 is
 * away, a fault of ours) is tried again, until the queue gives it to the dead letters.
 */
export async function perform(world: World, job: Job, attempts = 1): Promise<JobOutcome> {
  try {
    return await carryOut(world, job);
  } catch (error) {
    // The sort of the error without its words, which may quote mail.
    const result = `error: ${error instanceof Error ? error.name : "unknown"}`;
    return {
      result,
      retryAfterSeconds: Math.min(MOST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 4 ** (attempts - 1)),
    };
  }
}

function carryOut(world: World, job: Job): Promise<JobOutcome> {
  switch (job.verb) {
    case "process":
      return process(world, job.inboundId);
    case "prepare":
      return prepare(world, job.userId);
    case "deliver":
      return deliver(world, job.letterId);
    case "wake":
      return wakeDue(world, job.after).then((due) => ({ result: `due ${due}` }));
    default:
      return job satisfies never;
  }
}

/** For a job that failed too often. Digests and letters are found again by the sweep. */
export function performDead(world: World, job: Job): Promise<JobOutcome> {
  return job.verb === "process"
    ? bury(world, job.inboundId)
    : Promise.resolve({ result: "left to the sweep" });
}
