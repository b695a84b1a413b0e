// The reply that their last mail calls for where no follow-up has one: to a moved interview, a request for references, a late word, a task
// without an end, a deadline of a day.
import { flagsInMails } from "../opportunity/flags.ts";
import type { Heard, Opportunity } from "../opportunity/opportunity.ts";
import { roundsOf } from "../opportunity/follow-ups.ts";
import type { DraftKind } from "../playbook/draft-texts.ts";
import { FLAGS } from "../playbook/red-flags.ts";
import { writeDraftOf } from "./draft.ts";
import type { Draft, DraftContext } from "./draft.ts";

/** Null when their last mail calls for none, the person has written since, or a fact is missing. */
export function writeReply(opportunity: Opportunity, context: DraftContext): Draft | null {
  const last = opportunity.heard.at(-1);
  if (!last || opportunity.stage === "closed" || opportunity.wrote.some(({ at }) => at > last.at))
    return null;
  const kind = replyKind(opportunity, last);
  return kind && writeDraftOf(kind, opportunity, roundsOf(opportunity).at(-1) ?? null, context);
}

function replyKind(opportunity: Opportunity, last: Heard): DraftKind | null {
  if (last.kind === "references") return "references-list";
  if (last.kind === "reschedule") {
    const isAhead = opportunity.steps.some(({ start }) => Date.parse(start) > Date.parse(last.at));
    return isAhead ? "reschedule-reply" : null;
  }
  return cameBack(opportunity, last) ? "later-reply" : answerToFlag(opportunity, last);
}

/** What helps with a task without an end or a deadline of a day. */
function answerToFlag(opportunity: Opportunity, last: Heard): DraftKind | null {
  const raised = flagsInMails({ ...opportunity, heard: [last] });
  return raised.map(({ kind }) => FLAGS[kind].draft).find((draft) => draft !== null) ?? null;
}

/** The person had moved on, and this is the first that they write since (S7). */
function cameBack({ done, heard }: Opportunity, last: Heard): boolean {
  const movedOn = [...done].findLast(([key]) => key.startsWith("move-on/"))?.[1];
  return movedOn !== undefined && movedOn < last.at && heard.filter(({ at }) => at > movedOn).length === 1;
}
