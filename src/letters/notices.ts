// The short letters: the answer to an instruction, a problem, a welcome.
import { sayDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Verification } from "../mail/verification.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { whatFollows } from "./digest.ts";
import type { NumberedLetter } from "./digest.ts";
import { nameOf } from "./item.ts";
import { understood } from "./receipt.ts";
import type { UnderstoodContent } from "./receipt.ts";
import { renderLetter } from "./render.ts";
import type { Block, Letter } from "./render.ts";

/** What one understood instruction did. */
export type Obeyed = {
  readonly did: "done" | "skipped" | "snoozed" | "nothing";
  readonly followUp: FollowUp;
  readonly opportunity: Opportunity;
};

export type AnswerContent = {
  readonly subject: string;
  readonly today: Day;
  readonly obeyed: readonly Obeyed[];
  /** The follow-ups as they stand now. */
  readonly followUps: readonly FollowUp[];
  /** The items of the letter that was answered: its numbers stay good. */
  readonly items: readonly string[];
  /** Opportunities that are one now. */
  readonly merged: readonly { readonly into: Opportunity; readonly others: readonly Opportunity[] }[];
  /** What became of the mails that were answered about. */
  readonly understood: UnderstoodContent;
  /** Lines that were not understood, and numbers that the letter did not have. */
  readonly unclear: readonly string[];
  /** "done" alone with several items: the open ones to choose from, with their numbers. */
  readonly choices: readonly {
    readonly number: number;
    readonly followUp: FollowUp;
    readonly opportunity: Opportunity;
  }[];
};

/** The answer to a reply: what happened, and what was not understood with what would have worked. */
export async function composeAnswer(content: AnswerContent): Promise<NumberedLetter> {
  const { blocks: read, items } = understood(content.understood, { before: content.items });
  const happened = [
    ...content.obeyed.map((one) => sayObeyed(one, content)),
    ...content.merged.map(
      ({ into, others }) => `${[into, ...others].map(nameOf).join(" and ")}: one opportunity now.`,
    ),
  ];
  const blocks: Block[] = [
    ...read,
    ...(happened.length > 0 ? [{ is: "list", items: happened } as const] : []),
    ...choiceBlocks(content),
    ...unclearBlocks(content),
  ];
  return { letter: await renderLetter(`Re: ${content.subject.replace(/^re:\s*/i, "")}`, blocks), items };
}

function sayObeyed({ did, followUp, opportunity }: Obeyed, { followUps, today }: AnswerContent): string {
  const what = `${FOLLOW_UPS[followUp.kind].title} to ${nameOf(opportunity)}`;
  switch (did) {
    case "done":
      return `${what}: marked as sent. ${whatFollows(followUp, followUps, today)}`.trim();
    case "skipped":
      return `${what}: skipped.`;
    case "snoozed":
      return `${what}: comes back on ${sayDay(followUps.find(({ id }) => id === followUp.id)?.dueOn ?? followUp.dueOn)}.`;
    case "nothing":
      return `${what}: was finished already; nothing changed.`;
    default:
      return did satisfies never;
  }
}

function choiceBlocks({ choices }: AnswerContent): Block[] {
  if (choices.length === 0) return [];
  return [
    { is: "text", text: 'Which one is done? Reply with its number, for example "done 1", or "all done".' },
    {
      is: "list",
      items: choices.map(
        ({ number, followUp, opportunity }) =>
          `${number}: ${FOLLOW_UPS[followUp.kind].title}, ${nameOf(opportunity)}`,
      ),
    },
  ];
}

function unclearBlocks({ unclear }: AnswerContent): Block[] {
  if (unclear.length === 0) return [];
  return [
    { is: "text", text: "This we did not understand:" },
    { is: "list", items: unclear },
    { is: "small", text: 'What works: "done", "done 1 and 3", "all done", "skip 2", "snooze 1 a week".' },
  ];
}

/** An order came from an address, or in a way, that does not prove who sent it. */
export function composeUnproven(subject: string): Promise<Letter> {
  return renderLetter(`Re: ${subject.replace(/^re:\s*/i, "")}`, [
    {
      is: "text",
      text: "A reply to this letter reached us, but we could not verify that it came from you, so nothing was changed.",
    },
    {
      is: "text",
      text: "If it was you, please reply from the address this letter was sent to, with your usual mail program.",
    },
  ]);
}

/** A mail of the person could not be read. */
export function composeProblem(subject: string | null): Promise<Letter> {
  return renderLetter("One of your mails could not be read", [
    {
      is: "text",
      text: `A mail${subject ? ` (“${subject.slice(0, 100)}”)` : ""} arrived, but we failed to read it. It is kept for 30 days, so that it can be read again once the fault is found.`,
    },
    {
      is: "text",
      text: "Nothing else is affected. If it is urgent, please forward it once more, as an attachment if your mail program can.",
    },
  ]);
}

const PROVIDER_NAMES: Readonly<Record<string, string>> = { gmail: "Gmail" };

/** A mail provider asks whether it may forward to the inbox: its code and link, and what to do with them. */
export function composeVerification({ provider, account, code, link }: Verification): Promise<Letter> {
  const name = PROVIDER_NAMES[provider] ?? provider;
  return renderLetter(`${name} asks whether it may forward to Callback`, [
    {
      is: "text",
      text: `${name} wants to forward mail${account ? ` of ${account}` : ""} to your Callback address. If you set this up, confirm it; if not, do nothing.`,
    },
    ...(code === null ? [] : [{ is: "text", text: `The code: ${code}` } as const]),
    ...(link === null ? [] : [{ is: "text", text: `Or open this link: ${link}` } as const]),
  ]);
}

/** Somebody signed up, or was added by the operator: their secret address and what to do with it. */
export function composeWelcome(inbox: string): Promise<Letter> {
  return renderLetter("Your Callback address", [
    { is: "text", text: "Forward the emails that recruiters and employers send you to this address:" },
    { is: "text", text: inbox },
    {
      is: "text",
      text: "It is yours alone; please keep it to yourself. Each mail is answered with what was understood, and once a week you get one letter with what to do next and the text to send.",
    },
    {
      is: "small",
      text: "Callback never reads your inbox and never writes to an employer. If you did not ask for this, do nothing: nothing happens until something is forwarded.",
    },
  ]);
}
