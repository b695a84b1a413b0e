// Orders that change the history: each one becomes a command, the same as the website's buttons give.
import type { Happened } from "../letters/happened.ts";
import { nameOf } from "../letters/item.ts";
import { cut } from "../mail/text.ts";
import type { Command } from "../opportunity/decide.ts";
import { interviewRoundsOf, roundsOf } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import type { Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { languageOf } from "../opportunity/language.ts";
import { writtenDay } from "../opportunity/opportunity.ts";
import { isAhead } from "../opportunity/steps.ts";
import { lastOrders } from "../opportunity/undo.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { CANCELLED_WORDS, GOOD_THING_LEADS } from "../playbook/order-words.ts";
import { SMALL_WORDS } from "../playbook/languages.ts";
import type { Outcome, Verb } from "../vocabulary.ts";
import { followUpBehind, noSuchNumber, openItems, opportunitiesMeant, opportunityBehind } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { carryOut } from "./recording.ts";
import type { AnswerContent } from "../letters/answer.ts";

/** What an order came to. */
export type Told = Pick<AnswerContent, "happened" | "unclear" | "asks" | "choices">;
export const NOTHING_TOLD: Told = { happened: [], unclear: [], asks: [], choices: [] };

/** Carries out one order; null when it is none that changes the history. */
export function obey(instruction: Instruction, desk: Desk): Told | null {
  return ORDERS[instruction.verb]?.(instruction, desk) ?? null;
}

const ORDERS: Readonly<Partial<Record<Verb, (instruction: Instruction, desk: Desk) => Told>>> = {
  done: onFollowUps,
  skip: onFollowUps,
  snooze: onFollowUps,
  undo,
  merge,
  add,
  close: onOpportunities,
  withdraw: onOpportunities,
  rejected: onOpportunities,
  accepted: onOpportunities,
  declined: onOpportunities,
  reopen: onOpportunities,
  replied: onOpportunities,
  "no-show": onOpportunities,
  note: onOpportunities,
  good: onOpportunities,
  interview: onOpportunities,
  company: onOpportunities,
  role: onOpportunities,
};

/** "done" alone is the only item that is open; with several it is a question; without any there is nothing to be done. */
function onFollowUps(instruction: Instruction, desk: Desk): Told {
  const { verb, items, all } = instruction;
  const numbered = desk.letter.items.flatMap((item, at) =>
    followUpBehind(item, desk.history) ? [at + 1] : [],
  );
  const open = openItems(desk);
  const only = open.length === 1 ? open.map(({ number }) => number) : numbered.length === 1 ? numbered : [];
  const meant = items.length > 0 ? items : all ? open.map(({ number }) => number) : only;
  if (meant.length === 0)
    return open.length === 0
      ? { ...NOTHING_TOLD, unclear: [`${verb}: this letter has nothing to mark`] }
      : { ...NOTHING_TOLD, choices: [{ verb, among: open }] };
  const outcomes = meant.map((number) => onFollowUp(instruction, number, desk));
  return {
    ...NOTHING_TOLD,
    happened: outcomes.flatMap(({ happened }) => happened),
    unclear: outcomes.flatMap(({ unclear }) => unclear),
  };
}

const DID = { MarkDone: "done", Skip: "skipped", Snooze: "snoozed" } as const;

function onFollowUp(instruction: Instruction, number: number, desk: Desk): Told {
  const item = desk.letter.items[number - 1];
  const followUp = followUpBehind(item, desk.history) ?? onlyDueOf(item, desk);
  const opportunity = desk.history.opportunities().find(({ id }) => id === followUp?.opportunityId);
  const command = followUp && commandOf(instruction, followUp);
  if (!followUp || !opportunity || !command)
    return { ...NOTHING_TOLD, unclear: [noSuchNumber(instruction.verb, number)] };
  const events = carryOut(command, opportunity.id, desk.history, desk.author);
  const happened: Happened =
    events.length === 0
      ? { did: "nothing", what: `${FOLLOW_UPS[followUp.kind].title}, ${nameOf(opportunity)}` }
      : { did: DID[command.order], followUp, opportunity };
  return { ...NOTHING_TOLD, happened: [happened] };
}

/** Behind a number that stands for an opportunity: what is due there, if it is one thing. */
function onlyDueOf(item: string | undefined, { history }: Desk): FollowUp | undefined {
  const opportunity = opportunityBehind(item, history);
  const due = history
    .followUps()
    .filter(
      ({ opportunityId, state, dueOn }) =>
        opportunityId === opportunity?.id && state === "open" && dueOn <= history.today,
    );
  return due.length === 1 ? due[0] : undefined;
}

function commandOf(
  { verb, until }: Instruction,
  followUp: FollowUp,
): Extract<Command, { followUp: FollowUp }> | null {
  if (verb === "done") return { order: "MarkDone", followUp };
  if (verb === "skip") return { order: "Skip", followUp };
  return verb === "snooze" && until !== undefined ? { order: "Snooze", followUp, until } : null;
}

/** Takes back the orders that the answered letter confirmed, or, said to another letter, the last ones; with a number the last about that one. */
function undo({ items }: Instruction, desk: Desk): Told {
  const { history, author, letter } = desk;
  const touchpoints = history.touchpoints();
  const { saidAt } = author;
  const confirmed = /^answer\/(.+)$/.exec(letter.key)?.[1];
  const [number] = items;
  const about = number === undefined ? null : opportunityBehind(letter.items[number - 1], history);
  if (number !== undefined && !about) return { ...NOTHING_TOLD, unclear: [noSuchNumber("undo", number)] };
  const only = about ? { opportunityId: about.id } : confirmed === undefined ? {} : { inboundId: confirmed };
  const orders = lastOrders(touchpoints, saidAt, only);
  const [first] = orders;
  if (!first)
    return {
      ...NOTHING_TOLD,
      unclear: [
        confirmed === undefined
          ? "undo: nothing was changed in the last seven days"
          : "undo: this letter says nothing that can still be taken back",
      ],
    };
  return takeBack(orders, desk);
}

/** Takes these orders back, and tells of which opportunities: one that was added by them is gone now. */
export function takeBack(orders: readonly Touchpoint[], { history, author }: Desk): Told {
  const [first] = orders;
  if (!first) return NOTHING_TOLD;
  const before = history.opportunities();
  carryOut({ order: "Undo", touchpoints: orders }, first.opportunityId, history, author);
  const ids = new Set(orders.map(({ opportunityId }) => opportunityId));
  const after = history.opportunities();
  const opportunities = [...ids].flatMap(
    (id) => after.find((one) => one.id === id) ?? before.find((one) => one.id === id) ?? [],
  );
  return { ...NOTHING_TOLD, happened: [{ did: "undone", opportunities, count: orders.length }] };
}

/** "merge 2 and 3": the opportunities behind these numbers are one; it lives on in the one that began first. */
function merge({ items: numbers }: Instruction, { letter, history, author }: Desk): Told {
  const meant = numbers.map((number) => opportunityBehind(letter.items[number - 1], history)?.id ?? null);
  const [into, ...others] = history.opportunities().filter(({ id }) => meant.includes(id));
  if (!into || others.length === 0 || meant.includes(null))
    return {
      ...NOTHING_TOLD,
      unclear: [`merge ${numbers.join(" and ")}: these numbers are not two opportunities`],
    };
  for (const opportunity of others)
    carryOut({ order: "Merge", opportunity, into }, opportunity.id, history, author);
  return { ...NOTHING_TOLD, happened: [{ did: "merged", into, others }] };
}

/** `Acme, Staff Engineer`, `Staff Engineer at Acme`, `Acme`. */
function add({ value = "" }: Instruction, { history, author }: Desk): Told {
  const [, roleAt, companyAt] =
    /^([^,]{1,150}) (?:at|@|bei|chez|bij|presso) ([^,]{1,100})$/i.exec(value) ?? [];
  const [first = "", ...others] = value.split(/, ?| [-–/|] /);
  const company = cut((companyAt ?? first).trim(), 100);
  const role = cut((roleAt ?? others.join(", ")).trim(), 150) || null;
  const known = history
    .opportunities()
    .find(
      (one) =>
        one.company?.toLowerCase() === company.toLowerCase() &&
        (one.role ?? "").toLowerCase() === (role ?? "").toLowerCase(),
    );
  if (known) return { ...NOTHING_TOLD, happened: [{ did: "nothing", what: nameOf(known) }] };
  const id = author.world.newId();
  carryOut({ order: "Add", company, role }, id, history, author);
  return {
    ...NOTHING_TOLD,
    happened: happenedTo(id, history, (opportunity) => ({ did: "added", opportunity })),
  };
}

function happenedTo(
  id: string,
  history: Desk["history"],
  make: (opportunity: Opportunity) => Happened,
): Happened[] {
  const opportunity = history.opportunities().find((one) => one.id === id);
  return opportunity ? [make(opportunity)] : [];
}

function onOpportunities(instruction: Instruction, desk: Desk): Told {
  const meant = opportunitiesMeant(instruction, desk);
  if (meant.is === "unclear") return { ...NOTHING_TOLD, unclear: [meant.says] };
  if (meant.is === "ambiguous")
    return { ...NOTHING_TOLD, choices: [{ verb: instruction.verb, among: meant.among }] };
  const outcomes = meant.opportunities.map((one) => onOpportunity(instruction, one, desk));
  return {
    ...NOTHING_TOLD,
    happened: outcomes.flatMap(({ happened }) => happened),
    unclear: outcomes.flatMap(({ unclear }) => unclear),
    asks: outcomes.flatMap(({ asks }) => asks),
  };
}

const OUTCOMES: Readonly<Partial<Record<Verb, Outcome>>> = {
  close: "gone_quiet",
  withdraw: "withdrawn",
  rejected: "rejected",
  accepted: "accepted",
  declined: "declined",
};

function onOpportunity(instruction: Instruction, opportunity: Opportunity, desk: Desk): Told {
  const { verb, value = "" } = instruction;
  const outcome = OUTCOMES[verb];
  const did: Do = (command, make) => {
    const events = carryOut(command, opportunity.id, desk.history, desk.author);
    return {
      ...NOTHING_TOLD,
      happened:
        events.length === 0
          ? [{ did: "nothing", what: nameOf(opportunity) }]
          : happenedTo(opportunity.id, desk.history, make),
    };
  };
  if (outcome !== undefined)
    return did({ order: "Close", opportunity, outcome }, (after) => ({
      did: "closed",
      opportunity: after,
      outcome,
    }));
  if (verb === "company" || verb === "role")
    return did({ order: "SayFact", opportunity, fact: verb, value }, (after) => ({
      did: "fact",
      opportunity: after,
    }));
  if (verb === "reopen")
    return did({ order: "Reopen", opportunity }, (after) => ({ did: "reopened", opportunity: after }));
  if (verb === "replied")
    return did({ order: "NoteReply", opportunity }, (after) => ({ did: "replied", opportunity: after }));
  if (verb === "note")
    return did({ order: "Note", opportunity, text: value }, (after) => ({
      did: "noted",
      opportunity: after,
    }));
  if (verb === "no-show") return noShow(opportunity, desk, did);
  if (verb === "good")
    return nameGoodThing(value, heldOnOf(instruction, opportunity, desk), opportunity, did);
  return sayInterview(instruction, opportunity, desk, did);
}

type Do = (command: Command, make: (after: Opportunity) => Happened) => Told;

/** The last interview that should have been held by now; said twice it is the same one. */
function noShow(opportunity: Opportunity, { author }: Desk, did: Do): Told {
  const past = [...opportunity.steps, ...opportunity.noShows]
    .filter(({ start }) => Date.parse(start) <= Date.parse(author.saidAt))
    .toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const step = past.at(-1);
  if (step && opportunity.noShows.includes(step))
    return { ...NOTHING_TOLD, happened: [{ did: "nothing", what: nameOf(opportunity) }] };
  if (!step)
    return { ...NOTHING_TOLD, unclear: [`no show: no interview at ${nameOf(opportunity)} has been yet`] };
  return did({ order: "NoteNoShow", opportunity, step }, (after) => ({
    did: "no-show",
    opportunity: after,
    step,
  }));
}

/** The day of the interview that a good thing is about: of the follow-up behind the number, else of the last that was held. */
function heldOnOf(
  { items }: Instruction,
  opportunity: Opportunity,
  { letter, history }: Desk,
): string | null {
  const followUp = followUpBehind(letter.items[(items[0] ?? 0) - 1], history);
  const round = followUp ? roundsOf(opportunity)[followUp.round - 1] : undefined;
  const held = interviewRoundsOf(opportunity).findLast(({ heldOn }) => heldOn <= history.today);
  const start = (round?.kind === "interview" ? round : held)?.start ?? null;
  return start === null ? null : writtenDay(start);
}

function nameGoodThing(value: string, heldOn: string | null, opportunity: Opportunity, did: Do): Told {
  if (heldOn === null)
    return { ...NOTHING_TOLD, unclear: [`good: no interview at ${nameOf(opportunity)} has been yet`] };
  const text = asPartOfSentence(value);
  return did({ order: "NameGoodThing", opportunity, heldOn, text }, (after) => ({
    did: "good-thing",
    opportunity: after,
    text: after.goodThings.get(heldOn) ?? text,
    heldOn,
  }));
}

/** "I liked the tour." → "the tour": it goes on a sentence of the draft. */
function asPartOfSentence(value: string): string {
  const lower = value.toLowerCase();
  const lead = GOOD_THING_LEADS.find((words) => lower.startsWith(`${words} `));
  const rest = (lead === undefined ? value : value.slice(lead.length + 1)).replace(/[.!…\s]+$/, "");
  const [first = ""] = rest.split(" ");
  const language = languageOf(rest);
  const isSmall =
    first !== "I" &&
    (SMALL_WORDS[language].includes(first.toLowerCase()) ||
      (language === "en" && /^(?:\p{Lu}\p{Ll}+ing|How|Why|Where|Their|His|Her)$/u.test(first)));
  return isSmall ? `${first.toLowerCase()}${rest.slice(first.length)}` : rest;
}

/** What a person answers to the morning's question is the good thing itself. */
export function answerMorning(text: string, desk: Desk): Told {
  const [, heldOn = null] = /^morning\/[^/]+\/(.+)$/.exec(desk.letter.key) ?? [];
  const opportunity = opportunityBehind(desk.letter.items[0], desk.history);
  if (!opportunity) return { ...NOTHING_TOLD, unclear: [text] };
  return nameGoodThing(text, heldOn, opportunity, (command, make) => {
    const events = carryOut(command, opportunity.id, desk.history, desk.author);
    const happened = events.length === 0 ? [] : happenedTo(opportunity.id, desk.history, make);
    return { ...NOTHING_TOLD, happened };
  });
}

function sayInterview(
  { value = "", start }: Instruction,
  opportunity: Opportunity,
  { author }: Desk,
  did: Do,
): Told {
  // "At their office" calls nothing off.
  const said = value.toLowerCase().split(/[^\p{L}]+/u);
  const isOff = start === undefined && said.some((word) => CANCELLED_WORDS.includes(word));
  if (start === undefined && !isOff)
    return { ...NOTHING_TOLD, asks: [`“${value}”: when is it? For example “interview: Thu 3 Dec 15:00”.`] };
  const before = new Set(opportunity.calledOff);
  return did(
    { order: "SayInterview", opportunity, start: isOff ? null : (start ?? null), now: author.saidAt },
    (after) => ({
      did: "interview",
      opportunity: after,
      step: isOff ? null : (after.steps.find((step) => step.start === start) ?? null),
      calledOff: after.calledOff.find((step) => !before.has(step) && isAhead(step, author.saidAt)) ?? null,
    }),
  );
}
