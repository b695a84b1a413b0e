// What a job's verb means, in one table, for the Worker's queue and for the tests that stand in for it.
import { bury } from "./inbound/give-up.ts";
import { process } from "./inbound/process.ts";
import { deliver } from "./outbound/deliver.ts";
import { prepare } from "./outbound/prepare.ts";
import type { Job, JobOutcome, World } from "./world.ts";

/** Does what a job says; `retryAfterSeconds` in the outcome asks for another try. */
export function perform(world: World, job: Job): Promise<JobOutcome> {
  switch (job.verb) {
    case "process":
      return process(world, job.inboundId);
    case "prepare":
      return prepare(world, job.userId);
    case "deliver":
      return deliver(world, job.letterId);
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
