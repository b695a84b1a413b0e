// The receipt: within seconds, what was understood from what was forwarded, what is still missing, and the next step.
import { dayOf, sayDay, sayTime } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import { spokenName } from "../opportunity/extract/sender.ts";
import type { Original } from "../mail/original.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";
import type { Said } from "../opportunity/corrections.ts";
import { questionItem } from "../opportunity/questions.ts";
import type { MailRef, Question } from "../opportunity/questions.ts";
import type { Interview, Reading } from "../opportunity/reading.ts";
import { standingOf } from "../opportunity/next-steps.ts";
import { KIND_WORDS } from "../playbook/kind-names.ts";
import { MISSING_WORDS } from "../playbook/next-steps.ts";
import { calendarAttachment } from "./calendar-file.ts";
import type { CalendarContext } from "./calendar-file.ts";
import type { NumberedLetter } from "./numbered.ts";
import { sayNextSteps } from "./advice.ts";
import { writeDraft } from "./draft.ts";
import { draftBlocks, itemBlocks, nameOf } from "./item.ts";
import type { ItemContext } from "./item.ts";
import { calendarsOfHappened, happenedBlocks } from "./happened.ts";
import type { HappenedContent } from "./happened.ts";
import { renderLetter } from "./render.ts";
import { writeReply } from "./reply.ts";
import type { Block, Words } from "./render.ts";

/** What became of one original of the mail. */
export type Recorded = {
  /** Null when the mail is forgotten by now and only what was recorded of it was corrected. */
  readonly original: Original | null;
  readonly reading: Reading;
  /** `recorded`: in the history. `known`: it was there already. `unsure`, `unclear`: kept, and the person is asked. `aside`: not about an opportunity. */
  readonly became: "recorded" | "known" | "unsure" | "unclear" | "aside";
  readonly opportunity: Opportunity | null;
  readonly mail: MailRef;
  /** What the person said about it. */
  readonly said: Said;
  /** Where it may belong, when that is the question. */
  readonly choices: readonly Opportunity[];
};

export type ReceiptContent = ItemContext &
  CalendarContext & {
    /** The subject of the person's own mail, in whose thread the receipt answers; null: it starts its own. */
    readonly subject: string | null;
    readonly records: readonly Recorded[];
    /** Open follow-ups of the opportunities concerned that are due. */
    readonly due: readonly FollowUp[];
    readonly opportunities: readonly Opportunity[];
    /** What the orders above the forward did. */
    readonly happened: HappenedContent["happened"];
    /** Our questions about what stands above the forward. */
    readonly asks: readonly string[];
    /** All of them, as they stand now. */
    readonly followUps: readonly FollowUp[];
    /** Somebody who is not known as the person forwarded this. */
    readonly strangerAddress: string | null;
    /** The mail in which nothing could be read. */
    readonly unplaced: MailRef | null;
  };

/** Composes the receipt for one inbound message. */
export async function composeReceipt(content: ReceiptContent): Promise<NumberedLetter> {
  const { blocks, items } = understood(content, { before: [] });
  const all: Block[] = [
    ...(content.records.length === 0 ? [NOTHING_FOUND] : []),
    ...blocks,
    ...happenedBlocks({ ...content, items }),
    ...content.asks.map((text): Block => ({ is: "text", text })),
    ...howToCorrect(content),
    ...strangerBlocks(content),
  ];
  const kept = content.unplaced ? [questionItem({ ...content.unplaced, place: null, said: {} })] : [];
  return {
    letter: await renderLetter(subjectOf(content), all),
    items: [...items, ...kept],
    attachments: [
      ...content.records.flatMap((record) => calendarsOf(record, content)),
      ...calendarsOfHappened({ ...content, items }),
    ],
  };
}

/** The interview that a mail speaks of, for the calendar; out of it again when it was called off. */
function calendarsOf({ became, opportunity, reading }: Recorded, context: CalendarContext) {
  if (became !== "recorded" || !opportunity || !reading.interview) return [];
  const isAhead = ({ start }: Step) => Date.parse(start) > Date.parse(context.now);
  const step = opportunity.steps.find(({ start }) => start === reading.interview?.start);
  const calledOff = opportunity.calledOff.findLast(isAhead);
  if (step && isAhead(step)) return [calendarAttachment([{ opportunity, step }], "PUBLISH", context)];
  const isGone = reading.kind === "reschedule" || reading.interview.status === "cancelled";
  return isGone && calledOff
    ? [calendarAttachment([{ opportunity, step: calledOff }], "CANCEL", context)]
    : [];
}

/**
 * What was understood, what is asked and what is to do, with the items behind the numbers. `before`: items that the letter has already;
 * numbers go on from there.
 */
export function understood(
  content: UnderstoodContent,
  { before }: { readonly before: readonly string[] },
): { readonly blocks: Block[]; readonly items: readonly string[] } {
  const dueItems = content.due.map(({ id }) => id);
  const questions = content.records.flatMap(questionsOf);
  const items = [...before, ...dueItems, ...questions.map(questionItem)];
  const numberOf = (question: Question) => items.indexOf(questionItem(question)) + 1;
  return {
    items,
    blocks: [
      ...content.records.flatMap((record) =>
        recordBlocks(record, { ...content, isOnly: items.length === 1, numberOf }),
      ),
      ...nextSteps(content, before.length),
    ],
  };
}

export type UnderstoodContent = Pick<
  ReceiptContent,
  "records" | "due" | "opportunities" | "me" | "tone" | "zone" | "today" | "inbox" | "copyTo"
>;

/** What a record asks: what the mail is, or to which of the opportunities it belongs. */
function questionsOf({ became, mail, said, choices }: Recorded): Question[] {
  if (became === "unsure") return [{ ...mail, place: null, said }];
  if (became !== "unclear") return [];
  return [...choices.map(({ id }) => id), "new"].map((place) => ({ ...mail, place, said }));
}

function subjectOf({ subject, records }: ReceiptContent): string {
  if (subject !== null) return `Re: ${subject}`;
  const [first] = records;
  return first?.opportunity ? `Read: ${nameOf(first.opportunity)}` : "Read: one of your mails";
}

const NOTHING_FOUND: Block = {
  is: "text",
  text: "Your mail arrived and is kept, but there was no recruiter's message in it that we could read. Please forward the message itself, or attach it; or reply with “company: …” and what it is, for example “interview”.",
};

type RecordContext = Pick<ReceiptContent, "zone" | "today" | "me" | "tone" | "inbox" | "copyTo" | "due"> & {
  /** The letter has one number only, which then need not be said. */
  readonly isOnly: boolean;
  readonly numberOf: (question: Question) => number;
};

function recordBlocks(record: Recorded, context: RecordContext): Block[] {
  const { original, reading, became, opportunity } = record;
  const name = nameOf(opportunity ?? reading);
  const from = original?.from
    ? (spokenName(original.from.name) ?? original.from.address)
    : "an unnamed sender";
  switch (became) {
    case "recorded":
      return [
        { is: "heading", text: name },
        { is: "list", items: facts(reading, from, context) },
        ...standing(record),
        ...openStepsOf(record, context),
        ...replyBlocks(record, context),
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
          text: `The mail from ${from} may be ${KIND_WORDS[reading.kind]}, but we are not sure enough to change anything. It is kept for 30 days, until you say what it is.`,
        },
        ...askKind(record, context),
      ];
    case "unclear":
      return [
        { is: "heading", text: "Which opportunity is this?" },
        {
          is: "text",
          text: `The mail from ${from} reads like ${KIND_WORDS[reading.kind]}, but does not tell which opportunity it belongs to. It is kept for 30 days, until you say.`,
        },
        ...askPlace(record, context),
      ];
    case "aside":
      return [{ is: "text", text: `The mail from ${from} is ${KIND_WORDS[reading.kind]}; it is set aside.` }];
    default:
      return became satisfies never;
  }
}

/** The words that answer "what is it?", as a person would say them. */
const KIND_CHOICES =
  "interview, reschedule, test, references, offer, rejection, received, waiting, recruiter, alert, or “not a job”";

function askKind(record: Recorded, { isOnly, numberOf }: RecordContext): Block[] {
  return questionsOf(record).map((question) => {
    const number = isOnly ? "" : `${numberOf(question)} `;
    return {
      is: "small",
      text: `What is it? Reply with one of: ${KIND_CHOICES}. For example “${number}${record.reading.kind === "interview" ? "interview" : "rejection"}”.`,
    };
  });
}

function askPlace(record: Recorded, { numberOf }: RecordContext): Block[] {
  const lines = questionsOf(record).map((question) => {
    const choice = record.choices.find(({ id }) => id === question.place);
    return `${numberOf(question)}: ${choice ? nameOf(choice) : "a new opportunity"}`;
  });
  return [
    { is: "list", items: lines },
    { is: "small", text: "Reply with its number, or with “company: …” and “role: …”." },
  ];
}

/** One mail was read: how to put it right. */
function howToCorrect({ records }: ReceiptContent): Block[] {
  const [only, ...others] = records;
  const isRead = only && others.length === 0 && (only.became === "recorded" || only.became === "aside");
  if (!isRead) return [];
  const text =
    only.became === "aside"
      ? `Wrong? Reply with what it is: ${KIND_CHOICES}.`
      : "Wrong? Reply with what is right: “rejection”, “company: …”, “role: …”, or “new” if it belongs to another opportunity.";
  return [{ is: "small", text }];
}

function facts(reading: Reading, from: string, { zone }: RecordContext): Words[] {
  const { interview, missing } = reading;
  return [
    `From ${from}: ${KIND_WORDS[reading.kind]}${reading.certainty < 0.9 ? " (fairly sure)" : ""}.`,
    ...(interview ? whenAndWhere(interview, zone) : []),
    ...(reading.deadline ? [`Due by ${sayDay(reading.deadline)}.`] : []),
    ...(reading.promisedBy ? [`They said you will hear by ${sayDay(reading.promisedBy)}.`] : []),
    ...(missing.length > 0 ? [`Not said yet: ${missing.map((one) => MISSING_WORDS[one]).join(", ")}.`] : []),
  ];
}

function whenAndWhere({ status, start, options, link, place }: Interview, zone: string): Words[] {
  if (status === "cancelled") return ["The interview is called off."];
  const say = (one: string) =>
    one.length <= 10 ? sayDay(one) : sayMoment(new Date(one).toISOString(), zone);
  return [
    ...(start === null ? [] : [`When: ${say(start)}.`]),
    ...(options.length === 0
      ? []
      : [`Times offered: ${options.map((option) => say(option.start)).join("; ")}.`]),
    ...(link === null ? [] : [["Link: ", { words: link, href: link }]]),
    ...(place === null ? [] : [`Place: ${place}`]),
  ];
}

/** Day and time on the person's clock: late in New York is the next day in Berlin. */
function sayMoment(at: Instant, zone: Zone): string {
  return `${sayDay(dayOf(at, zone))}, ${sayTime(at, zone)} your time`;
}

function standing({ opportunity, original, reading }: Recorded): Block[] {
  const heard = opportunity?.heard.findLast(
    ({ kind, subject }) => kind === reading.kind && subject === (original?.subject ?? null),
  );
  const says = opportunity && heard ? standingOf(opportunity, heard) : null;
  return says === null ? [] : [{ is: "text", text: says }];
}

/** What is still open after this callback (S4). */
function openStepsOf({ opportunity, reading }: Recorded, { today }: RecordContext): Block[] {
  if (!opportunity || !(reading.callback || reading.kind === "reschedule")) return [];
  const steps = sayNextSteps(opportunity, today);
  return steps.length === 0
    ? []
    : [
        { is: "text", text: "Before then:" },
        { is: "list", items: steps },
      ];
}

/** A reply to this very mail, where no numbered item brings one. */
function replyBlocks({ opportunity, reading }: Recorded, context: RecordContext): Block[] {
  if (!opportunity || opportunity.heard.at(-1)?.reading !== reading) return [];
  const items = context.due.filter(({ opportunityId }) => opportunityId === opportunity.id);
  if (items.some((item) => writeDraft(item, opportunity, context))) return [];
  const draft = writeReply(opportunity, context);
  return draft === null
    ? []
    : [{ is: "text", text: "A reply, if it fits:" }, ...draftBlocks(draft, { copyTo: context.inbox })];
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

function nextSteps(content: UnderstoodContent, numbered: number): Block[] {
  const items = content.due.flatMap((followUp, at) => {
    const opportunity = content.opportunities.find(({ id }) => id === followUp.opportunityId);
    return opportunity ? itemBlocks(numbered + at + 1, followUp, opportunity, content) : [];
  });
  if (items.length === 0) return [];
  const isOnly = content.due.length === 1 && numbered === 0;
  const reply = isOnly ? "“done”" : `“done ${numbered + 1}”`;
  const isMail = content.due.some(({ kind }) => kind !== "deadline");
  const text = isMail
    ? `What you send by the button is marked as sent by itself; otherwise reply ${reply}.`
    : `When that is done, reply ${reply}.`;
  return [{ is: "heading", text: "Next step" }, ...items, { is: "small", text }];
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
