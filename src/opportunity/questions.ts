// Questions to the person about one mail, as they stand behind a letter's numbers until they are answered.
import type { Said } from "./corrections.ts";

/** One original of one inbound message. */
export type MailRef = {
  readonly inboundId: string;
  /** Its place among the originals of that message, from 0; null: the only one. */
  readonly at: number | null;
};

export type Question = MailRef & {
  /** The opportunity that this number stands for; `new`: none of those there are; null: the question is what the mail is. */
  readonly place: string | null;
  /** What the person said about it already. */
  readonly said: Said;
};

/** A question as an item of a letter, beside the ids of follow-ups. */
export function questionItem(question: Question): string {
  return JSON.stringify(question);
}

/** The question behind an item; null for a follow-up. */
export function questionOf(item: string): Question | null {
  if (!item.startsWith("{")) return null;
  const question: Question = JSON.parse(item);
  return question;
}
