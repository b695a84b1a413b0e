// Where an opportunity stands, by what a mail says.
import type { Stage } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";

/** How far each stage is. */
export const STAGE_RANK: Readonly<Record<Stage, number>> = {
  lead: 0,
  applied: 1,
  talking: 2,
  interviewing: 3,
  offer: 4,
  closed: 5,
};

/** The stage that a mail speaks of; null when it speaks of none. */
export function stageOf({ kind, subkind }: Reading): Stage | null {
  switch (kind) {
    case "outreach":
      return "lead";
    case "acknowledgement":
    case "delay":
      return "applied";
    case "interview":
      return subkind === "phone-screen" || subkind === "informal" ? "talking" : "interviewing";
    case "reschedule":
    case "assessment":
    case "references":
      return "interviewing";
    case "offer":
      return "offer";
    case "rejection":
      return "closed";
    case "other-job":
    case "not-job":
      return null;
    default:
      return kind satisfies never;
  }
}
