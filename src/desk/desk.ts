// What the orders of one reply work on: the person's history, the letter that is answered and its numbers, which stay good in the answer.
import { nameOf } from "../letters/item.ts";
import type { Choice } from "../letters/answer.ts";
import { opportunityItem, opportunityOfItem } from "../letters/numbered.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { keyOf } from "../opportunity/opportunity.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { questionOf } from "../opportunity/questions.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import type { AnsweredLetter } from "../store/inbound.ts";
import type { Author } from "./author.ts";
import type { History } from "./history.ts";

export type Desk = {
  readonly author: Author;
  readonly history: History;
  readonly letter: AnsweredLetter;
  /** Behind the numbers of the answer: those of the letter first. */
  readonly items: string[];
};

/** Which opportunities an order is about, or why that cannot be told. */
export type Meant =
  | { readonly is: "found"; readonly opportunities: readonly Opportunity[] }
  | { readonly is: "unclear"; readonly says: string }
  | { readonly is: "ambiguous"; readonly among: readonly Choice[] };

/** By its numbers, by a name, or as the only one that the letter is about. */
export function opportunitiesMeant({ verb, items, target }: Instruction, desk: Desk): Meant {
  if (items.length > 0) {
    const found = items.map((number) => opportunityBehind(desk.letter.items[number - 1], desk.history));
    const missing = items[found.indexOf(null)];
    return missing === undefined
      ? { is: "found", opportunities: found.flatMap((one) => one ?? []) }
      : { is: "unclear", says: noSuchNumber(verb, missing) };
  }
  if (target !== undefined) return byName(verb, target, desk);
  const concerned = opportunitiesOf(desk);
  const open = desk.history.opportunities().filter(({ stage }) => stage !== "closed");
  const candidates = concerned.length > 0 ? concerned : open;
  if (candidates.length === 1) return { is: "found", opportunities: candidates };
  return candidates.length === 0
    ? { is: "unclear", says: `${verb}: there is no opportunity yet` }
    : { is: "ambiguous", among: candidates.slice(0, MOST_CHOICES).map((one) => choiceOf(one, desk)) };
}

const MOST_CHOICES = 20;

export function noSuchNumber(verb: Instruction["verb"], number: number): string {
  return `${verb} ${number}: this letter has no number ${number}`;
}

/** Those that the letter speaks of: behind its numbers, or in the mail whose receipt it is. */
function opportunitiesOf({ letter, history }: Desk): Opportunity[] {
  const numbered = letter.items.flatMap((item) => opportunityBehind(item, history) ?? []);
  const read = history
    .touchpoints()
    .filter(({ inboundId, event }) => inboundId === letter.receiptOf && event.kind === "message-read")
    .map(({ opportunityId }) => opportunityId);
  const ids = new Set([...numbered.map(({ id }) => id), ...(letter.receiptOf === null ? [] : read)]);
  return history.opportunities().filter(({ id }) => ids.has(id));
}

/** By name; "Acme and Globex" are two, unless one is called so. */
function byName(verb: Instruction["verb"], target: string, desk: Desk): Meant {
  const whole = byOneName(verb, target, desk);
  const names = target.split(/ (?:and|und|et|y|e|en|&) /);
  if (whole.is !== "unclear" || names.length < 2) return whole;
  const parts = names.map((name) => byOneName(verb, name, desk));
  const missing = parts.find(({ is }) => is !== "found");
  return (
    missing ?? {
      is: "found",
      opportunities: parts.flatMap((one) => (one.is === "found" ? one.opportunities : [])),
    }
  );
}

/** `Acme`, `acme`, `Staff Engineer at Acme`: the whole name before its beginning, and that before a word in it; open ones before closed ones. */
function byOneName(verb: Instruction["verb"], target: string, desk: Desk): Meant {
  const wanted = folded(target);
  const wantsClosed = verb === "reopen";
  const all = desk.history.opportunities();
  const names = (one: Opportunity) =>
    [one.company, one.role, one.agency, nameOf(one)].flatMap((name) => name ?? []).map(folded);
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => name === wanted,
    (name) => name.startsWith(`${wanted} `),
    (name) => wanted.length >= MIN_PART_CHARACTERS && ` ${name} `.includes(` ${wanted} `),
  ];
  for (const test of tests) {
    const found = wanted === "" ? [] : all.filter((one) => names(one).some(test));
    const fitting = found.filter(({ stage }) => (stage === "closed") === wantsClosed);
    const meant = fitting.length > 0 ? fitting : found;
    if (meant.length === 1) return { is: "found", opportunities: meant };
    if (meant.length > 1)
      return { is: "ambiguous", among: meant.slice(0, MOST_CHOICES).map((one) => choiceOf(one, desk)) };
  }
  return { is: "unclear", says: `${verb} ${target}: no opportunity has that name; “list” shows all of them` };
}

const MIN_PART_CHARACTERS = 5;

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function choiceOf(one: Opportunity, desk: Desk): Choice {
  return { number: numberOf(opportunityItem(one.id), desk), says: nameOf(one) };
}

/** The number of an item in the answer; a new one goes to the end. */
export function numberOf(item: string, { items }: Desk): number {
  if (!items.includes(item)) items.push(item);
  return items.indexOf(item) + 1;
}

/** The opportunity that a number of the letter stands for. */
export function opportunityBehind(item: string | undefined, history: History): Opportunity | null {
  if (item === undefined) return null;
  const named = opportunityOfItem(item);
  const merged = named === null ? null : history.mergedInto(named);
  const id = merged ?? named ?? questionOf(item)?.place ?? followUpBehind(item, history)?.opportunityId;
  return history.opportunities().find((one) => one.id === id) ?? null;
}

/** The follow-up of a number, also when its opportunity was merged into another since the letter left. */
export function followUpBehind(item: string | undefined, history: History): FollowUp | undefined {
  if (item === undefined) return undefined;
  const followUps = history.followUps();
  const into = history.mergedInto(item.slice(0, item.indexOf("/")));
  return followUps.find(
    (one) => one.id === item || (one.opportunityId === into && keyOf(one) === keyOf({ id: item })),
  );
}

/** The open follow-ups behind the letter's numbers, to choose from. */
export function openItems({ letter, history }: Desk): Choice[] {
  const opportunities = history.opportunities();
  return letter.items.flatMap((item, at) => {
    const followUp = followUpBehind(item, history);
    const opportunity = opportunities.find((one) => one.id === followUp?.opportunityId);
    return followUp?.state === "open" && opportunity
      ? [{ number: at + 1, says: `${FOLLOW_UPS[followUp.kind].title}, ${nameOf(opportunity)}` }]
      : [];
  });
}
