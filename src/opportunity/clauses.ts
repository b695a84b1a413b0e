// One clause of what a person typed: an answer to a question of ours, or an order with its numbers, its name or its day.
import { isZone } from "../calendar.ts";
import type { Day, Zone } from "../calendar.ts";
import {
  ANSWER_ARTICLES,
  ANSWER_LEADS,
  FACT_WORDS,
  KIND_ANSWERS,
  NEW_WORDS,
} from "../playbook/instructions.ts";
import {
  ALL_WORDS,
  FILLERS,
  FIRST_PERSON,
  NEXT_WEEK_WORDS,
  ORDERS,
  PRONOUNS,
  THEY_DID,
  UNTIL_WORDS,
} from "../playbook/order-words.ts";
import type { OrderShape } from "../playbook/order-words.ts";
import { KINDS } from "../vocabulary.ts";
import type { Verb } from "../vocabulary.ts";
import { momentSaid } from "./extract/moments.ts";
import { folded } from "./folded.ts";
import { itemsIn } from "./item-numbers.ts";
import { readSnooze } from "./snooze.ts";

export type Instruction = {
  readonly verb: Verb;
  /** Numbers of the letter that is answered; none when none was said. */
  readonly items: readonly number[];
  readonly all?: true;
  readonly until?: Day;
  /** In the person's own words: of a fact, a note, what is added. Of `place`: `new`, or none when a number was chosen. */
  readonly value?: string;
  /** Of `close Acme` and its like: the name. */
  readonly target?: string;
  /** Of `interview`: the moment that its value names, ISO 8601 with offset, or a day; absent when it names none. */
  readonly start?: string;
};

export type InstructionContext = {
  readonly today: Day;
  readonly zone: Zone;
  /** How the person signs: a line with nothing but their name says nothing. */
  readonly me?: string | null;
};

/** An order, or a question of ours about one. */
export type Clause = Instruction | { readonly ask: string };

const MAX_TARGET_WORDS = 6;

/** Reads a clause; null when it is none of ours. */
export function readClause(clause: string, context: InstructionContext): Clause | null {
  return readAnswer(clause, context) ?? readOrder(clause, context);
}

/** Whether a text begins with an order's words. */
export function beginsOrder(text: string): boolean {
  const plain = folded(text);
  return FOLDED_ORDERS.some(({ words }) => plain === words || plain.startsWith(`${words} `));
}

/** Every phrase with what it orders, the longest first. */
const FOLDED_ORDERS = ORDERS.flatMap(({ verb, shape, words }) =>
  words.map((one) => ({ verb, shape, words: folded(one) })),
).toSorted((a, b) => b.words.length - a.words.length);

const FOLDED_ALL = byLength(ALL_WORDS);
const FOLDED_FILLERS = byLength([...FILLERS, ...FIRST_PERSON]);
const FOLDED_FIRST_PERSON = FIRST_PERSON.map(folded);
const FOLDED_PRONOUNS = new Set(PRONOUNS.map(folded));
const FOLDED_THEY_DID = THEY_DID.map(([words, verb]) => [folded(words), verb] as const).toSorted(
  ([a], [b]) => b.length - a.length,
);

function byLength(words: readonly string[]): string[] {
  return words.map(folded).toSorted((a, b) => b.length - a.length);
}

/** An answer to a question of ours: `interview`, `2: company: Acme`, `2` alone, `new`. */
function readAnswer(line: string, context: InstructionContext): Clause | null {
  const [, number, said = ""] = /^(?:#?(\d{1,2})\s?[.):,-]?(?=\s|$))?\s*(.*)$/.exec(line) ?? [];
  const items = number === undefined ? [] : [Number(number)];
  if (said === "") return items.length > 0 ? { verb: "place", items } : null;
  const [, name, itemAfter, value] =
    /^(\p{L}{2,25})(?: #?(\d{1,2}))?\s?[:=]\s?(\S.{0,199})$/u.exec(said) ?? [];
  const fact = FACT_WORDS[name?.toLowerCase() ?? ""];
  if (fact && value !== undefined)
    return readFact(fact, itemAfter === undefined ? items : [Number(itemAfter)], value.trim(), context);
  const when = /^(?:interview|vorstellungsgespräch|entretien|entrevista|colloquio|gesprek) (.{4,80})$/iu.exec(
    said,
  )?.[1];
  const moment = when === undefined ? null : momentSaid(when, context);
  if (when !== undefined && moment?.start && moment.around === "")
    return readFact("interview", items, when, context);
  const answer = withoutLead(said.toLowerCase().replace(/[.!]+$/, ""));
  if (NEW_WORDS.includes(answer)) return { verb: "place", items, value: "new" };
  const kind = KINDS.find((one) => KIND_ANSWERS[one].includes(answer));
  return kind ? { verb: "kind", items, value: kind } : null;
}

/** `company: Acme`; of an interview also when it is. */
function readFact(
  verb: Instruction["verb"],
  items: readonly number[],
  value: string,
  context: InstructionContext,
): Clause | null {
  if (verb === "zone")
    return isZone(value) && /^[A-Za-z]/.test(value)
      ? { verb, items, value }
      : { ask: `“${value}” is not a time zone that we know. Please give it by name, like Europe/Berlin.` };
  if (verb !== "interview") return { verb, items, value };
  const moment = momentSaid(value, context);
  if (moment?.isContradiction)
    return { ask: `“${value}”: that weekday is not on that date. Which of the two is right?` };
  return moment ? { verb, items, value, start: moment.start ?? moment.day } : { verb, items, value };
}

/** `it is an interview` → `interview` */
function withoutLead(said: string): string {
  const lead = ANSWER_LEADS.find((words) => said.startsWith(`${words} `));
  const rest = lead === undefined ? said : said.slice(lead.length + 1);
  const article = ANSWER_ARTICLES.find((word) => rest.startsWith(`${word} `));
  const bare = article === undefined ? rest : rest.slice(article.length + 1);
  // "a no" is an answer of its own.
  return NEW_WORDS.includes(rest) || KINDS.some((kind) => KIND_ANSWERS[kind].includes(rest)) ? rest : bare;
}

/** Verbs that are questions themselves. */
const ASKING: readonly Verb[] = ["why", "list", "help"];

/** An order; what ends in a question mark asks, unless it asks us to do something. */
function readOrder(line: string, context: InstructionContext): Clause | null {
  const text = withoutTails(line);
  const order = orderIn(text, context, 0);
  if (!order || "ask" in order || !line.trimEnd().endsWith("?")) return order;
  const isRequest = /^(?:please |could |can |would )/.test(folded(line));
  return isRequest || ASKING.includes(order.verb) ? order : null;
}

/** Thanks and times that people put behind an order. */
const TAILS =
  /(?:[\s,.!?;-]+(?:please|pls|plz|thanks|thank you|thank you so much|thanks a lot|thx|ty|cheers|bitte|danke|merci|svp|stp|gracias|por favor|grazie|per favore|obrigado|obrigada|bedankt|alsjeblieft|now|already|yesterday|today|this morning|just now|heute|gestern|hier|aujourd'hui|ayer|hoy|ontem|hoje|ieri|oggi|gisteren|vandaag)|[!?,;\s]+|(?<!\d)\.+|-+)$/i;

function withoutTails(line: string): string {
  let text = line.trim();
  for (let count = 0; count < 4; count += 1) text = text.replace(TAILS, "");
  return text;
}

const MAX_FILLERS = 4;

/** The order that a text begins with, after the words that people put around orders; numbers and names may stand in front. */
function orderIn(text: string, context: InstructionContext, fillers: number, mine = false): Clause | null {
  const plain = folded(text);
  const order =
    numbered(text, context) ??
    snoozedByNumber(text, context) ??
    allOf(plain) ??
    longestOrder(text, plain, context, mine) ??
    theyDid(text, plain);
  if (order || fillers >= MAX_FILLERS) return order;
  const filler = FOLDED_FILLERS.find(
    (words) => plain.startsWith(`${words} `) || plain.startsWith(`${words}, `),
  );
  if (filler === undefined) return null;
  const rest = text.slice(filler.length).replace(/^[ ,]+/, "");
  return orderIn(rest, context, fillers + 1, mine || FOLDED_FIRST_PERSON.includes(filler));
}

/** `2 done`, `number 2 is done`, `1-3 done`, `1. done 2`. */
function numbered(text: string, context: InstructionContext): Clause | null {
  const [, front = "", rest = ""] = NUMBERS_IN_FRONT.exec(text) ?? [];
  if (rest === "") return null;
  const [theirs, verb] = FOLDED_THEY_DID.find(([words]) => folded(rest) === words) ?? [];
  const order =
    theirs === undefined || verb === undefined
      ? orderIn(rest, context, MAX_FILLERS - 1)
      : { verb, items: [] };
  if (!order || "ask" in order || order.all || order.target !== undefined) return null;
  // "1. done 2": lists number their lines.
  if (order.items.length > 0) return /^\d{1,2}[.)] /.test(text) ? order : null;
  const items = itemsIn(front);
  return items && items.length > 0 ? { ...order, items } : null;
}

/** `2 until Friday`, `2 bis nächste Woche`: only with a number, as the rest is a farewell, too; and never a list ("1. Thursday"). */
function snoozedByNumber(text: string, context: InstructionContext): Clause | null {
  const [, next = ""] = /^#?\d{1,2} (\p{L}[\p{L}']*)/u.exec(folded(text)) ?? [];
  if (!UNTIL_BEGINS.has(next)) return null;
  const snooze = readSnooze(text, context);
  return snooze && !("ask" in snooze) && snooze.items.length > 0 ? { verb: "snooze", ...snooze } : null;
}

const UNTIL_BEGINS = new Set(
  [...UNTIL_WORDS, ...NEXT_WEEK_WORDS, "tomorrow"].map((words) => folded(words).split(" ")[0] ?? ""),
);

const NUMBERS_IN_FRONT =
  /^((?:(?:no|nr|number|nummer|item|num[eé]ro|n[uú]mero|le|la|el|il|point|punkt)\.? )?[#(]?\d{1,2}\)?(?: ?(?:,|and|&|\+|-|, and|und|et|y|e|en) ?#?\d{1,2}){0,20})(?:[.):,-]| -)? (?:(?:is|are|as|ist|sind|est|sont|est[aá]|es|é|è|sono) )?(\p{L}.*)$/iu;

/** `all done`, `everything's done`. */
function allOf(plain: string): Instruction | null {
  const all = FOLDED_ALL.find((words) => plain.startsWith(`${words} `) || plain.startsWith(`${words}'s `));
  if (all === undefined) return null;
  const rest = plain.slice(all.length).replace(/^(?:'s)? (?:is |are |ist |sind |est |sont |esta |e )?/, "");
  const order = FOLDED_ORDERS.find(({ shape, words }) => shape === "items" && words === rest);
  return order ? { verb: order.verb, items: [], all: true } : null;
}

function longestOrder(
  text: string,
  plain: string,
  context: InstructionContext,
  mine: boolean,
): Clause | null {
  for (const { verb, shape, words } of FOLDED_ORDERS) {
    if (!plain.startsWith(words) || !/^(?:$|[\s:#,.()\d-])/.test(plain.slice(words.length))) continue;
    const isTold = words.startsWith("was ") || words.startsWith("got ");
    const meant = mine && !isTold ? mineOf(verb) : verb;
    const order = meant && readRest(meant, shape, text.slice(words.length).trim(), context);
    if (order) return order;
  }
  return null;
}

/** "I replied" is no answer of theirs, and what I turned down I declined. */
function mineOf(verb: Verb): Verb | null {
  if (verb === "replied" || verb === "no-show") return null;
  return verb === "rejected" ? "declined" : verb;
}

/** `Acme replied`, `Acme rejected me`. */
function theyDid(text: string, plain: string): Instruction | null {
  const found = FOLDED_THEY_DID.find(([words]) => plain.endsWith(` ${words}`));
  if (!found) return null;
  const [words, verb] = found;
  const target = text.slice(0, -words.length).trim();
  return isName(target) ? { verb, items: [], target } : null;
}

function readRest(verb: Verb, shape: OrderShape, rest: string, context: InstructionContext): Clause | null {
  const behind = rest.replace(/^[:,-]\s?/, "");
  switch (shape) {
    case "items": {
      if (FOLDED_ALL.includes(folded(behind))) return { verb, items: [], all: true };
      const items = itemsIn(behind, { inWords: true });
      return items && { verb, items };
    }
    case "target":
      return readTarget(verb, behind);
    case "until": {
      const snooze = readSnooze(behind, context);
      return snooze && ("ask" in snooze ? snooze : { verb, ...snooze });
    }
    case "pair": {
      const items = itemsIn(behind.replace(/\b(?:with|into|mit|avec|con|com|met)\b/gi, "and"));
      return items && items.length >= 2 ? { verb, items } : null;
    }
    case "words":
      return verb === "note" ? readNote(behind) : readAdded(behind);
    case "alone":
      return behind === "" ? { verb, items: [] } : null;
    default:
      return shape satisfies never;
  }
}

/** `2`, `Acme`, `“Acme”`, `by Acme`, `from 2`, or nothing. */
function readTarget(verb: Verb, rest: string): Instruction | null {
  const bare = rest
    .replace(
      /^(?:my|meine|ma|mi|a minha|la mia|mijn) (?:application|bewerbung|candidature|candidatura|solicitud|sollicitatie)(?: |$)/i,
      "",
    )
    .replace(/^(?:by|from|at|to|on|with|von|bei|chez|da|di|door|bij|:) /i, "")
    .replace(
      /^(?:the |an |their |this |das |die |l'|la |el |o |il |het )?(?:offer|angebot|offre|oferta|offerta|aanbod)(?: (?:from|at|of|by|von|bei|de|da|di|van))?(?: |$)/i,
      "",
    )
    .replace(/^["“«„']|["”»“']$/g, "")
    .trim();
  const items = itemsIn(bare);
  // Forgetting needs a name: "forget it" is what people say.
  if (items) return verb === "forget" && items.length === 0 ? null : { verb, items };
  return isName(bare) ? { verb, items: [], target: bare } : null;
}

/** A few words that may be a name: no pronoun, no sentence behind it, no other order. */
function isName(text: string): boolean {
  const words = text.split(" ");
  const parts = text.split(/ (?:and|und|et|y|e|en) /);
  return (
    text !== "" &&
    words.length <= MAX_TARGET_WORDS &&
    !/[,;!?]|\. |^\d+$/.test(text) &&
    !FOLDED_PRONOUNS.has(folded(text)) &&
    !FOLDED_PRONOUNS.has(folded(words[0] ?? "")) &&
    !parts.slice(1).some(beginsOrder)
  );
}

/** `2: they use Rust`, `call Rae`. */
function readNote(rest: string): Instruction | null {
  const [, number, words = ""] = /^(?:#?(\d{1,2})(?: ?[:.,)-]| |$))? ?(.*)$/.exec(rest) ?? [];
  const value = words.trim();
  return value === "" ? null : { verb: "note", items: number === undefined ? [] : [Number(number)], value };
}

/** `Acme, Staff Engineer`, `Staff Engineer at Acme`, `Acme`. */
function readAdded(value: string): Instruction | null {
  const [first = ""] = value.split(/[ ,]/);
  const isSentence = FOLDED_PRONOUNS.has(folded(first)) || /^(?:to|on|in|for|zu|auf) /i.test(value);
  return value === "" || /^\d+$/.test(value) || isSentence ? null : { verb: "add", items: [], value };
}
