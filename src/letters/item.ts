// One numbered thing to do, with its why and its draft: the same in a digest and in a receipt.
import { daysBetween, sayDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { roundsOf } from "../opportunity/follow-ups.ts";
import type { FollowUp, Round } from "../opportunity/follow-ups.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { DEADLINE_PASSED, FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { writeDraft } from "./draft.ts";
import type { Draft, DraftContext } from "./draft.ts";
import { mailtoLink } from "./mailto.ts";
import type { Block } from "./render.ts";

export type ItemContext = DraftContext & {
  readonly today: Day;
  /** Copied in secret on the one-tap link, so that sending marks the follow-up done. */
  readonly inbox: string | null;
};

/** The blocks of one follow-up under `number`. */
export function itemBlocks(
  number: number,
  followUp: FollowUp,
  opportunity: Opportunity,
  context: ItemContext,
): Block[] {
  const { title } = FOLLOW_UPS[followUp.kind];
  const draft = writeDraft(followUp, opportunity, context);
  const heading: Block = {
    is: "item",
    number,
    title: `${title}: ${nameOf(opportunity)}`,
    why: whyNow(followUp, opportunity, context.today),
  };
  return draft ? [heading, ...draftBlocks(draft, context)] : [heading];
}

/** A draft with its one-tap link, and what only the person can add to it. */
export function draftBlocks(draft: Draft, { inbox }: Pick<ItemContext, "inbox">): Block[] {
  const shown: Block = {
    is: "draft",
    to: draft.to,
    subject: draft.subject,
    body: draft.body,
    link: mailtoLink(draft, { bcc: inbox }),
  };
  const ask: Block = {
    is: "text",
    text: "This draft needs one line from you: replace the words in brackets with your own.",
  };
  return draft.needs === null ? [shown] : [shown, ask];
}

/** `Staff Engineer at Acme` */
export function nameOf({ role, company }: Pick<Opportunity, "role" | "company">): string {
  if (role !== null && company !== null) return `${role} at ${company}`;
  return company ?? role ?? "an opportunity without a name yet";
}

/** Why it is due: what happened, and the article's reason. */
export function whyNow(followUp: FollowUp, opportunity: Opportunity, today: Day): string {
  const { kind, id } = followUp;
  if (kind === "deadline") return whyDeadline(id.slice(-10), today);
  return `${whySince(followUp, opportunity, today)}${FOLLOW_UPS[kind].why}`;
}

const HAPPENED: Readonly<Record<Round["kind"], string>> = {
  interview: "You spoke",
  assessment: "You handed in the test",
  references: "You sent the references",
};

function whySince({ ordinal, round }: FollowUp, opportunity: Opportunity, today: Day): string {
  const step = roundsOf(opportunity)[round - 1];
  if (ordinal !== null && step) {
    const days = daysBetween(step.heldOn, today);
    const later = opportunity.heard.findLast(({ at }) => Date.parse(at) > Date.parse(step.start));
    const since = later ? `they last wrote on ${sayDay(later.on)}` : "no answer has come since";
    return `${HAPPENED[step.kind]} on ${sayDay(step.heldOn)}, ${days} days ago, and ${since}. `;
  }
  return "";
}

/** The day at the end of its id is the one that it is about. */
function whyDeadline(deadline: Day, today: Day): string {
  return deadline < today
    ? `It was due by ${sayDay(deadline)}. ${DEADLINE_PASSED}`
    : `Due by ${sayDay(deadline)}. ${FOLLOW_UPS.deadline.why}`;
}
