// The receipt: within seconds, what was understood from what was forwarded, what is still missing, and the next step.
import { sayDay, sayTime } from "../calendar.ts";
import { spokenName } from "../opportunity/extract/sender.ts";
import type { Original } from "../mail/original.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import type { Interview, Reading } from "../opportunity/reading.ts";
import { MISSING_WORDS, STANDING } from "../playbook/next-steps.ts";
import type { Kind } from "../vocabulary.ts";
import type { NumberedLetter } from "./digest.ts";
import { itemBlocks, nameOf } from "./item.ts";
import type { ItemContext } from "./item.ts";
import { renderLetter } from "./render.ts";
import type { Block } from "./render.ts";

/** What became of one original of the mail. */
export type Recorded = {
  readonly original: Original;
  readonly reading: Reading;
  /** `recorded`: in the history. `known`: it was there already. `unsure`, `unclear`: kept, and the person is asked. `aside`: not about an opportunity. */
  readonly became: "recorded" | "known" | "unsure" | "unclear" | "aside";
  readonly opportunity: Opportunity | null;
};

export type ReceiptContent = ItemContext & {
  /** The subject of the person's own mail, in whose thread the receipt answers; null: it starts its own. */
  readonly subject: string | null;
  readonly records: readonly Recorded[];
  /** Open follow-ups of the opportunities concerned that are due. */
  readonly due: readonly FollowUp[];
  readonly opportunities: readonly Opportunity[];
  /** Somebody who is not known as the person forwarded this. */
  readonly strangerAddress: string | null;
};

/** Composes the receipt for one inbound message. */
export async function composeReceipt(content: ReceiptContent): Promise<NumberedLetter> {
  const blocks: Block[] = [
    ...content.records.flatMap((record) => recordBlocks(record, content)),
    ...(content.records.length === 0 ? [NOTHING_FOUND] : []),
    ...nextSteps(content),
    ...strangerBlocks(content),
  ];
  return { letter: await renderLetter(subjectOf(content), blocks), items: content.due.map(({ id }) => id) };
}

function subjectOf({ subject, records }: ReceiptContent): string {
  if (subject !== null) return `Re: ${subject}`;
  const [first] = records;
  return first?.opportunity ? `Read: ${nameOf(first.opportunity)}` : "Read: one of your mails";
}

const NOTHING_FOUND: Block = {
  is: "text",
  text: "Your mail arrived and is kept, but there was no recruiter's message in it that we could read. Please forward the message itself, or attach it.",
};

/** What a kind is called in a letter. */
const KIND_WORDS: Readonly<Record<Kind, string>> = {
  interview: "an interview invitation",
  reschedule: "a change to an interview",
  assessment: "a test or task",
  references: "a request for references",
  offer: "an offer",
  rejection: "an answer that closes this one",
  acknowledgement: "a confirmation that your application arrived",
  delay: "news that the answer takes longer",
  outreach: "a recruiter's first word about a role",
  "other-job": "about jobs, but not about one of your opportunities",
  "not-job": "not about a job",
};

function recordBlocks(
  { original, reading, became, opportunity }: Recorded,
  context: ReceiptContent,
): Block[] {
  const name = nameOf(opportunity ?? reading);
  const from = spokenName(original.from?.name ?? null) ?? original.from?.address ?? "an unnamed sender";
  switch (became) {
    case "recorded":
      return [
        { is: "heading", text: name },
        { is: "list", items: facts(reading, from, context) },
        ...standing(reading),
        ...why(reading),
      ];
    case "known":
      return [
        { is: "heading", text: name },
        { is: "text", text: "We had this one already; nothing changed." },
      ];
    case "unsure":
      return [
        { is: "heading", text: "Not sure about this one" },
        {
          is: "text",
          text: `The mail from ${from} may be ${KIND_WORDS[reading.kind]}, but we are not sure enough to change anything. It is kept and listed in your next digest.`,
        },
      ];
    case "unclear":
      return [
        { is: "heading", text: "Which opportunity is this?" },
        {
          is: "text",
          text: `The mail from ${from} reads like ${KIND_WORDS[reading.kind]}, but not which opportunity it belongs to. It is kept and listed in your next digest.`,
        },
      ];
    case "aside":
      return [{ is: "text", text: `The mail from ${from} is ${KIND_WORDS[reading.kind]}; it is set aside.` }];
    default:
      return became satisfies never;
  }
}

function facts(reading: Reading, from: string, { zone }: ReceiptContent): string[] {
  const { interview, missing } = reading;
  return [
    `From ${from}: ${KIND_WORDS[reading.kind]}${reading.certainty < 0.9 ? " (fairly sure)" : ""}.`,
    ...(interview ? whenAndWhere(interview, zone) : []),
    ...(reading.deadline ? [`Due by ${sayDay(reading.deadline)}.`] : []),
    ...(reading.promisedBy ? [`They said you will hear by ${sayDay(reading.promisedBy)}.`] : []),
    ...(missing.length > 0 ? [`Not said yet: ${missing.map((one) => MISSING_WORDS[one]).join(", ")}.`] : []),
  ];
}

function whenAndWhere({ status, start, options, link, place }: Interview, zone: string): string[] {
  if (status === "cancelled") return ["The interview is called off."];
  const say = (one: string) =>
    one.length <= 10
      ? sayDay(one)
      : `${sayDay(one.slice(0, 10))}, ${sayTime(new Date(one).toISOString(), zone)} your time`;
  return [
    ...(start === null ? [] : [`When: ${say(start)}.`]),
    ...(options.length === 0
      ? []
      : [`Times offered: ${options.map((option) => say(option.start)).join("; ")}.`]),
    ...(link === null ? [] : [`Link: ${link}`]),
    ...(place === null ? [] : [`Place: ${place}`]),
  ];
}

function standing({ kind, callback }: Reading): Block[] {
  const says = callback ? STANDING[kind]?.says : undefined;
  return says ? [{ is: "text", text: says }] : [];
}

/** One line why: the phrases that counted, else the sentence that says it, else the words that weighed most. */
function why({ kind, signals }: Reading): Block[] {
  const ours = signals.filter((signal) => signal.kind === kind);
  const said = ours.filter(({ rule }) => !rule.startsWith("model/"));
  const sentence = ours.filter(({ rule }) => rule === "model/sentence");
  const phrases = (said.length > 0 ? said : sentence.length > 0 ? sentence : ours).slice(0, 2);
  return phrases.length === 0
    ? []
    : [{ is: "small", text: `Why: it says ${phrases.map(({ phrase }) => `“${phrase}”`).join(" and ")}.` }];
}

function nextSteps(content: ReceiptContent): Block[] {
  const items = content.due.flatMap((followUp, at) => {
    const opportunity = content.opportunities.find(({ id }) => id === followUp.opportunityId);
    return opportunity ? itemBlocks(at + 1, followUp, opportunity, content) : [];
  });
  if (items.length === 0) return [];
  const answer = content.due.length === 1 ? 'reply "done"' : 'reply "done 1"';
  return [
    { is: "heading", text: "Next step" },
    ...items,
    { is: "small", text: `When you have sent it, ${answer}.` },
  ];
}

function strangerBlocks({ strangerAddress }: ReceiptContent): Block[] {
  return strangerAddress === null
    ? []
    : [
        {
          is: "text",
          text: `This was sent from ${strangerAddress}, which is not one of your addresses here. Was it you? The mail is recorded; nothing written above it is obeyed.`,
        },
      ];
}
