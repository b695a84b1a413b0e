// What the person typed above the one mail that they forwarded: answers about that mail, and orders about its opportunity. Nothing else is
// obeyed there: a comment has no numbers, and names nobody else's opportunity.
import type { Happened } from "../letters/happened.ts";
import { opportunityItem } from "../letters/numbered.ts";
import type { Recorded } from "../letters/receipt.ts";
import { readInstructions } from "../opportunity/instructions.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { replay } from "../opportunity/opportunity.ts";
import type { Verb } from "../vocabulary.ts";
import { wordOf } from "./answers.ts";
import type { Desk } from "../desk/desk.ts";
import type { History } from "../desk/history.ts";
import { obey } from "../desk/orders.ts";
import { NO_WORD } from "../desk/recording.ts";
import type { Word } from "../desk/recording.ts";
import type { Inbound } from "./settled.ts";

const COMMENT_VERBS: readonly Verb[] = [
  "note",
  "good",
  "interview",
  "no-show",
  "close",
  "withdraw",
  "rejected",
  "accepted",
  "declined",
  "reopen",
];

/** The orders above a forward; above several mails each would be a guess, and from nobody proven none is one. */
export function commentOrders(
  { owner, arrived, claim }: Inbound,
  history: History,
): { readonly orders: readonly Instruction[]; readonly asks: readonly string[] } {
  if (owner === null || arrived.comment === null || arrived.originals.length !== 1)
    return { orders: [], asks: [] };
  const { person } = claim;
  const { instructions, asks } = readInstructions(arrived.comment, {
    today: history.today,
    zone: person.zone,
    me: person.name,
  });
  const orders = instructions.filter(({ items, target }) => items.length === 0 && target === undefined);
  return { orders, asks };
}

/** What they say about the mail itself. */
export function commentWord(orders: readonly Instruction[]): Word {
  return orders.length === 0 ? NO_WORD : wordOf(orders);
}

/** Carries out those about its opportunity, once it is recorded; the records as they stand then. */
export function obeyComment(
  orders: readonly Instruction[],
  records: readonly Recorded[],
  history: History,
  inbound: Inbound,
): { readonly happened: readonly Happened[]; readonly records: readonly Recorded[] } {
  const [record] = records;
  const wanted = orders.filter(({ verb }) => COMMENT_VERBS.includes(verb));
  if (!record?.opportunity || wanted.length === 0) return { happened: [], records };
  const { id } = record.opportunity;
  const items = [opportunityItem(id)];
  const letter = { id: "", key: "", subject: "", items, receiptOf: null };
  const desk: Desk = { author: inbound.author, history, letter, items: [...items] };
  const happened = wanted.flatMap((order) => obey(order, desk)?.happened ?? []);
  const opportunity = replay(id, history.touchpoints(), inbound.claim.person.zone);
  return { happened, records: [{ ...record, opportunity }] };
}
