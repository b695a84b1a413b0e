// What stages and outcomes are called in letters and on the website.
import type { Outcome, Stage } from "../vocabulary.ts";

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  lead: "Leads",
  applied: "Applied",
  talking: "Talking",
  interviewing: "Interviewing",
  offer: "Offers",
  closed: "Closed",
};

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  accepted: "accepted",
  declined: "declined",
  rejected: "rejected",
  withdrawn: "withdrawn",
  gone_quiet: "gone quiet",
};
