// What a mailbox decides about one inbound message: nothing is written until all of it is written at once.
import type { Author } from "../desk/author.ts";
import type { Arrived } from "../mail/arrival.ts";
import type { Message } from "../mail/message.ts";
import type { Claim } from "../store/inbound.ts";
import type { AnsweredMail } from "../store/waiting.ts";
import type { Correction } from "../opportunity/corrections.ts";
import { NO_CHANGES } from "../store/opportunities.ts";
import type { Changes } from "../store/opportunities.ts";
import type { Report } from "../store/deliveries.ts";
import type { NewLetter } from "../store/outbox.ts";
import type { SettingsChange } from "../store/people.ts";
import type { LinkToken } from "../store/tokens.ts";
import type { Instant } from "../calendar.ts";

export type Settled = {
  readonly state: "delivered" | "ignored";
  /** Why it was ignored, or what it still needs (`unplaced`, `unsure`, `unclear`). */
  readonly reason: string | null;
  readonly changes: Changes;
  readonly letters: readonly NewLetter[];
  /** What the person taught about senders. */
  readonly lessons: readonly Correction[];
  /** What the person set by mail. */
  readonly settings: SettingsChange;
  /** What links in the letters let somebody do. */
  readonly tokens: readonly LinkToken[];
  /** When the receipt leaves that this message shares with others; null: it has its own, or none. */
  readonly receiptDueAt: Instant | null;
  /** Letters that came back by mail. */
  readonly reports: readonly Report[];
  /** Earlier messages whose question is answered, and what they still need: null, or the next question. */
  readonly answered: readonly AnsweredMail[];
};

export const NOTHING_SETTLED: Omit<Settled, "state"> = {
  reason: null,
  changes: NO_CHANGES,
  letters: [],
  lessons: [],
  settings: {},
  tokens: [],
  receiptDueAt: null,
  reports: [],
  answered: [],
};

/** One sort of inbound message. */
export type Mailbox = (inbound: Inbound) => Promise<Settled>;

export type Inbound = {
  /** Whose word it is, for changes of the history. */
  readonly author: Author;
  readonly world: Author["world"];
  readonly claim: Claim;
  readonly message: Message;
  readonly arrived: Arrived;
  /** Who provably sent the message; null when nobody proved it. */
  readonly sender: string | null;
  /** The address of the person that provably sent the message; null when nobody proved it. */
  readonly owner: string | null;
  /** It came to a signed reply address, or the person confirmed it on a page: what a reply says may be obeyed. */
  readonly isSigned: boolean;
  /** The number of the draft whose secret copy it is; null when it is none. */
  readonly draftNumber: number | null;
};

export function ignored(reason: string): Settled {
  return { ...NOTHING_SETTLED, state: "ignored", reason };
}
