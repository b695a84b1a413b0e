// One numbered thing to do, with its why and its draft: the same in a digest and in a receipt.
import { daysBetween, sayDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { roundsOf } from "../opportunity/follow-ups.ts";
import type { FollowUp, Round } from "../opportunity/follow-ups.ts";
import { writtenDay } from "../opportunity/opportunity.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { DEADLINE_PASSED, FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { writeDraft } from "./draft.ts";
import type { Draft, DraftContext } from "./draft.ts";
import { mailtoLink } from "./mailto.ts";
import type { Block } from "./render.ts";

export type ItemContext = DraftContext & {
  readonly today: Day;
  /** Copied in secret on a one-tap link, so that we learn that the person wrote. */
  readonly inbox: string | null;
  /** The same for the draft under a number: sending it marks that follow-up as sent. */
  readonly copyTo: (number: number) => string;
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
  if (!draft) return [heading];
  return [
    heading,
    ...draftBlocks(draft, { copyTo: context.copyTo(number) }),
    ...askGoodThing(number, followUp, opportunity, draft),
  ];
}

/** A counted follow-up lives from one good thing that only the person knows (S5). */
function askGoodThing(number: number, followUp: FollowUp, opportunity: Opportunity, draft: Draft): Block[] {
  const step = roundsOf(opportunity)[followUp.round - 1];
  if (
    followUp.ordinal === null ||
    step?.kind !== "interview" ||
    opportunity.goodThings.has(writtenDay(step.start))
  )
    return [];
  const text =
    draft.needs === "one-good-thing"
      ? `Or reply “good ${number}: …” with one thing that you liked, and we put it in.`
      : `Better in your own words: reply “good ${number}: …” with one thing that you liked that day.`;
  return [{ is: "small", text }];
}

/** One that is not shown in full: its text comes on demand. */
export function shortItem(number: number, followUp: FollowUp, opportunity: Opportunity): Block {
  const { title } = FOLLOW_UPS[followUp.kind];
  return {
    is: "item",
    number,
    title: `${title}: ${nameOf(opportunity)}`,
    why: `Reply “why ${number}” for the reason and the text to send.`,
  };
}

/** A draft with its one-tap link, and what only the person can add to it. */
export function draftBlocks(draft: Draft, { copyTo }: { readonly copyTo: string | null }): Block[] {
  const shown: Block = {
    is: "draft",
    to: draft.to,
    subject: draft.subject,
    body: draft.body,
    link: mailtoLink(draft, { bcc: copyTo }),
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
