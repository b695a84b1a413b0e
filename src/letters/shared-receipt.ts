// One receipt for many forwards: a line for each mail, what waits for the person's word, and what to do first.
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { isAside } from "../opportunity/opportunity.ts";
import type { Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { questionItem } from "../opportunity/questions.ts";
import { KIND_WORDS } from "../playbook/kind-names.ts";
import { itemBlocks, nameOf, shortItem } from "./item.ts";
import type { ItemContext } from "./item.ts";
import type { NumberedLetter } from "./numbered.ts";
import { renderLetter } from "./render.ts";
import type { Block } from "./render.ts";

export type SharedReceiptContent = ItemContext & {
  readonly mails: readonly {
    readonly inboundId: string;
    readonly subject: string;
    readonly reason: string | null;
  }[];
  readonly opportunities: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  /** As they stand. */
  readonly touchpoints: readonly Touchpoint[];
};

/** Shown with their text; the others by name. */
const MOST_IN_FULL = 3;

/** Composes the receipt of all these mails. */
export async function composeSharedReceipt(content: SharedReceiptContent): Promise<NumberedLetter> {
  const { mails, touchpoints, opportunities, followUps, today } = content;
  const read = touchpoints.filter(({ inboundId }) => mails.some((mail) => mail.inboundId === inboundId));
  const asked = mails.filter(({ reason }) => reason !== null);
  const concerned = new Set(read.map(({ opportunityId }) => opportunityId));
  const due = followUps.filter(
    ({ state, dueOn, opportunityId }) => state === "open" && dueOn <= today && concerned.has(opportunityId),
  );
  const lines = mails.flatMap((mail) => sayMail(mail, read, opportunities));
  const items = due.flatMap((followUp, at) => {
    const opportunity = opportunities.find(({ id }) => id === followUp.opportunityId);
    if (!opportunity) return [];
    return at < MOST_IN_FULL
      ? itemBlocks(at + 1, followUp, opportunity, content)
      : [shortItem(at + 1, followUp, opportunity)];
  });
  const first = due.length + 1;
  const questions = asked.map(({ subject }, at) => `${first + at}: “${subject || "(no subject)"}”`);
  const blocks: Block[] = [
    { is: "text", text: `${mails.length} more mails were read; they share this receipt.` },
    ...(lines.length === 0 ? [] : [{ is: "list", items: lines } as const]),
    ...(questions.length === 0
      ? []
      : [
          { is: "heading", text: "What are these?" } as const,
          { is: "list", items: questions } as const,
          {
            is: "small",
            text: `Reply with what each is, for example “${first} interview”, “${first} company: …” or “${first} not a job”.`,
          } as const,
        ]),
    ...(items.length === 0 ? [] : [{ is: "heading", text: "Next steps" } as const, ...items]),
    { is: "small", text: "Something wrong? Reply “list” for everything with its number, or “help”." },
  ];
  return {
    letter: await renderLetter(`Read: ${mails.length} of your mails`, blocks),
    items: [
      ...due.map(({ id }) => id),
      ...asked.map(({ inboundId }) => questionItem({ inboundId, at: null, place: null, said: {} })),
    ],
  };
}

function sayMail(
  { inboundId, subject, reason }: SharedReceiptContent["mails"][number],
  read: readonly Touchpoint[],
  opportunities: readonly Opportunity[],
): string[] {
  if (reason !== null) return [];
  const here = read.flatMap(({ inboundId: id, event, opportunityId }) =>
    id === inboundId && event.kind === "message-read" && !isAside(event.reading)
      ? [{ kind: event.reading.kind, opportunityId }]
      : [],
  );
  if (here.length === 0) return [`“${subject || "(no subject)"}”: had already, or not about an opportunity.`];
  return here.map(({ kind, opportunityId }) => {
    const opportunity = opportunities.find(({ id }) => id === opportunityId);
    return `${opportunity ? nameOf(opportunity) : "An opportunity"}: ${KIND_WORDS[kind]}.`;
  });
}
