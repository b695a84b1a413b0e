// Orders in what a person typed: "done", "done 1 and 3", "snooze 2 until Friday", several a mail, several a line.
// Whoever calls this has proven who wrote it. What is not understood is returned too: it is said back, and everything understood still happens.
import { addDays, isZone } from "../calendar.ts";
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
  COUNT_WORDS,
  DURATION_DAYS,
  FILLERS,
  ITEM_WORDS,
  JOINING_WORDS,
  NEXT_WEEK_WORDS,
  ORDERS,
  PLEASANTRIES,
  SALUTATIONS,
  UNTIL_WORDS,
} from "../playbook/order-words.ts";
import type { OrderShape } from "../playbook/order-words.ts";
import { KINDS } from "../vocabulary.ts";
import type { Verb } from "../vocabulary.ts";
import { momentSaid } from "./extract/moments.ts";

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

export type Instructions = {
  readonly instructions: readonly Instruction[];
  /** Lines that were not understood. */
  readonly unclear: readonly string[];
  /** Questions about lines that were understood but cannot be true. */
  readonly asks: readonly string[];
};

export type InstructionContext = {
  readonly today: Day;
  readonly zone: Zone;
  /** How the person signs: a line with nothing but their name says nothing. */
  readonly me?: string | null;
};

const MAX_LINES = 50;
const MAX_LINE_CHARACTERS = 300;
const MAX_ITEM = 99;
const MAX_TARGET_WORDS = 6;

/**
 * Whether a text is a letter to somebody else: a salutation to a name on a line of its own, sentences under it, and no order. People answer
 * our letters where they meant to answer the recruiter.
 */
export function readsLikeLetter(text: string, context: InstructionContext): boolean {
  const [salutation = "", ...others] = linesOf(text);
  const greeted = SALUTATIONS.find((words) => salutation.toLowerCase().startsWith(`${words} `));
  const name = greeted === undefined ? "" : salutation.slice(greeted.length + 1).replace(/[,!:.]+$/, "");
  const isGreeting = name !== "" && name.split(" ").length <= 4 && !/callback/i.test(name);
  const words = others.join(" ").split(" ").length;
  return isGreeting && words >= MIN_LETTER_WORDS && !others.some((line) => readClause(line, context));
}

const MIN_LETTER_WORDS = 12;

/** Reads the orders in `text`. */
export function readInstructions(text: string, context: InstructionContext): Instructions {
  const read = linesOf(text).map((line) => readLine(line, context));
  return {
    instructions: read.flatMap(({ instructions }) => instructions),
    unclear: read.flatMap(({ unclear }) => unclear),
    asks: read.flatMap(({ asks }) => asks),
  };
}

/** Lines with words in them, on one line each, without the bullets of lists and the asterisks of bold. */
function linesOf(text: string): string[] {
  return text
    .split("\n", 4 * MAX_LINES)
    .map((line) =>
      line
        .slice(0, MAX_LINE_CHARACTERS)
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^[*•–-] (?=[\p{L}\d#])/u, "")
        .replace(/^\*{1,2}(.{1,290}?)\*{1,2}$/, "$1"),
    )
    .filter((line) => line !== "")
    .slice(0, MAX_LINES);
}

/** One order, or several: "done 1, skip 2 and snooze 3 a week". A line that only is polite says nothing. */
function readLine(line: string, context: InstructionContext): Instructions {
  const whole = readClause(line, context);
  if (whole) return asInstructions(whole);
  if (isPleasantry(line) || isSignature(line, context.me ?? null)) return NOTHING;
  const clauses = line.split(CLAUSE_ENDS).filter((clause) => clause.trim() !== "");
  const read = clauses.map((clause) => ({
    clause: clause.trim(),
    order: readClause(clause.trim(), context),
  }));
  // Behind other words only an order with a number is one: "we are done, and they will write" is a sentence.
  const begins = read.findIndex(({ clause }) => !isPleasantry(clause));
  const isSentence = begins >= 0 && !read[begins]?.order;
  const all = read.map(({ clause, order }) =>
    order && (!isSentence || hasNumbers(order))
      ? asInstructions(order)
      : isPleasantry(clause)
        ? NOTHING
        : { ...NOTHING, unclear: [clause] },
  );
  if (!all.some(({ instructions, asks }) => instructions.length + asks.length > 0))
    return { ...NOTHING, unclear: [line] };
  return {
    instructions: all.flatMap(({ instructions }) => instructions),
    unclear: all.flatMap(({ unclear }) => unclear),
    asks: all.flatMap(({ asks }) => asks),
  };
}

/** Between two orders on one line: a full stop, a semicolon, or a comma or "and" before another word. */
const CLAUSE_ENDS =
  /[.!;] +|; ?|, ?(?:and |then |und |dann |et |puis |y |e |en |dan )?(?=[\p{L}])| (?:and|then|und|dann|et|puis|y|e|en|dan) (?=[\p{L}])/u;

const NOTHING: Instructions = { instructions: [], unclear: [], asks: [] };

/** An order, or a question of ours about one. */
type Clause = Instruction | { readonly ask: string };

function hasNumbers(order: Clause): boolean {
  return !("ask" in order) && order.items.length > 0;
}

function asInstructions(clause: Clause): Instructions {
  return "ask" in clause ? { ...NOTHING, asks: [clause.ask] } : { ...NOTHING, instructions: [clause] };
}

function readClause(clause: string, context: InstructionContext): Clause | null {
  return readAnswer(clause, context) ?? readOrder(clause, context);
}

function isPleasantry(line: string): boolean {
  const words = line
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .filter((word) => word !== "");
  return words.length > 0 && words.length <= 8 && words.every((word) => PLEASANTRIES.includes(word));
}

/** `Ada`, `- Ada Byron` */
function isSignature(line: string, me: string | null): boolean {
  const name = line
    .replace(/^[-–— ]{1,3}/, "")
    .replace(/[.,!]+$/, "")
    .toLowerCase();
  const own = me?.toLowerCase() ?? "";
  return own !== "" && (name === own || name === own.split(" ")[0]);
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
  if (verb === "zone") return isZone(value) ? { verb, items, value } : { ask: askZone(value) };
  if (verb !== "interview") return { verb, items, value };
  const moment = momentSaid(value, context);
  if (moment?.isContradiction) return { ask: askWhich(value) };
  return moment ? { verb, items, value, start: moment.start ?? moment.day } : { verb, items, value };
}

function askWhich(value: string): string {
  return `“${value}”: that weekday is not on that date. Which of the two is right?`;
}

function askZone(value: string): string {
  return `“${value}” is not a time zone that we know. Please give it by name, like Europe/Berlin.`;
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

/** An order with its numbers in front or behind: `done 2`, `2 done`, `2. done`. */
function readOrder(line: string, context: InstructionContext): Clause | null {
  if (line.endsWith("?") && !/^\p{L}+( \d+)?\?$/u.test(line)) return null;
  const text = line.replace(/[.!?,;]+$/, "");
  const [, front = "", rest = ""] = NUMBERS_IN_FRONT.exec(text) ?? [];
  if (rest === "") return orderIn(text, context);
  const order = orderIn(rest, context);
  if (!order || "ask" in order || order.all) return order;
  // "1. done 2": lists number their lines.
  if (order.items.length > 0) return /^\d{1,2}[.)] /.test(text) ? order : null;
  const items = itemsIn(front);
  return items && { ...order, items };
}

const NUMBERS_IN_FRONT =
  /^(#?\d{1,2}(?: ?(?:,|and|&|\+|und|et|y|e|en) ?#?\d{1,2}){0,20})[.):,-]? (?:(?:is|are|ist|sind|est|sont|es|é|è|sono) )?(\p{L}.*)$/u;

/** The order that a text begins with, after the words that people put around orders. */
function orderIn(text: string, context: InstructionContext): Clause | null {
  const bare = text.replace(POLITE_ENDING, "");
  for (let rest = bare, count = 0; rest !== "" && count < 4; count += 1) {
    const lower = rest.toLowerCase();
    const order = allOf(lower) ?? longestOrder(rest, lower, context);
    if (order) return order;
    const filler = FILLERS.find((words) => lower.startsWith(`${words} `) || lower.startsWith(`${words}, `));
    if (filler === undefined) return null;
    rest = rest.slice(filler.length).replace(/^[ ,]+/, "");
  }
  return null;
}

const POLITE_ENDING =
  /,? (?:please|thanks|thank you|thx|bitte|danke|merci|svp|stp|gracias|por favor|grazie|per favore|obrigado|obrigada|bedankt|alsjeblieft|now|already)$/i;

/** `all done`, `everything skipped`. */
function allOf(lower: string): Instruction | null {
  const all = ALL_WORDS.find((words) => lower.startsWith(`${words} `));
  const rest = lower.slice((all?.length ?? 0) + 1).replace(/^(?:is|are|ist|sind|est|é|è) /, "");
  const order =
    all === undefined
      ? undefined
      : ORDERS.find(({ shape, words }) => shape === "items" && words.includes(rest));
  return order ? { verb: order.verb, items: [], all: true } : null;
}

function longestOrder(text: string, lower: string, context: InstructionContext): Clause | null {
  const fitting = ORDERS.flatMap(({ verb, shape, words }) =>
    words
      .filter((one) => lower === one || (lower.startsWith(one) && /^[\s:#,.-]/.test(lower.slice(one.length))))
      .map((one) => ({ verb, shape, one })),
  ).toSorted((a, b) => b.one.length - a.one.length);
  for (const { verb, shape, one } of fitting) {
    // Lower case is as long, but for a few letters that no order has.
    const rest = text.slice(one.length).trim();
    const order = readRest(verb, shape, rest, context);
    if (order) return order;
  }
  return null;
}

function readRest(verb: Verb, shape: OrderShape, rest: string, context: InstructionContext): Clause | null {
  const behind = rest.replace(/^[:,-]\s?/, "");
  switch (shape) {
    case "items": {
      if (ALL_WORDS.includes(behind.toLowerCase())) return { verb, items: [], all: true };
      const items = itemsIn(behind);
      return items && { verb, items };
    }
    case "target":
      return readTarget(verb, behind);
    case "until":
      return readSnooze(behind, context);
    case "pair": {
      const items = itemsIn(behind.replace(/\b(?:with|into|mit|avec|con|com|met)\b/gi, "and"));
      return items && items.length >= 2 ? { verb, items } : null;
    }
    case "words":
      return readWords(verb, behind);
    case "alone":
      return behind === "" ? { verb, items: [] } : null;
    default:
      return shape satisfies never;
  }
}

/** `2`, `Acme`, `“Acme”`, `by Acme`, or nothing. */
function readTarget(verb: Verb, rest: string): Instruction | null {
  const items = itemsIn(rest);
  if (items) return { verb, items };
  const target = rest
    .replace(/^(?:by|from|at|with|the (?:offer|role|job) (?:from|at)|von|bei|chez|da|di|door|bij|:) /i, "")
    .replace(/^["“«„']|["”»“']$/g, "")
    .trim();
  const [, ...others] = target.split(CLAUSE_ENDS);
  if (target === "" || target.split(" ").length > MAX_TARGET_WORDS || others.some(beginsOrder)) return null;
  return { verb, items: [], target };
}

/** "close Acme and reopen Globex": two orders, not one name. */
function beginsOrder(text: string): boolean {
  const lower = text.toLowerCase();
  return ORDERS.some(({ words }) => words.some((one) => lower === one || lower.startsWith(`${one} `)));
}

/** `2: they use Rust`, `Acme, Staff Engineer`; a number in front only of a note. */
function readWords(verb: Verb, rest: string): Instruction | null {
  const [, number, words = ""] =
    verb === "note" ? (/^(?:#?(\d{1,2})(?: ?[:.,)-]| ))? ?(.*)$/.exec(rest) ?? []) : [null, undefined, rest];
  const value = words.trim();
  return value === "" ? null : { verb, items: number === undefined ? [] : [Number(number)], value };
}

/** `1`, `1 and 3`, `1, 2`, `item 2`; none when nothing stands there; null when anything else does. */
function itemsIn(rest: string): number[] | null {
  const pieces = rest
    .toLowerCase()
    .replace(/([,&+])/g, " $1 ")
    .split(" ")
    .filter((piece) => piece !== "" && !JOINING_WORDS.includes(piece) && !ITEM_WORDS.includes(piece));
  const items = pieces.map((piece) =>
    /^#?\d{1,2}$/.test(piece) ? Number(piece.replace("#", "")) : Number.NaN,
  );
  return items.every((item) => item >= 1 && item <= MAX_ITEM) ? items : null;
}

/** `2 a week`, `1 3d`, `for 3 days`, `2 until Friday`, `1 and 2 until 4 December`. */
function readSnooze(rest: string, context: InstructionContext): Clause | null {
  return readDuration(rest.toLowerCase(), context) ?? readUntil(rest, context);
}

/** A number alone is the item, the last number before a unit is the duration. */
function readDuration(rest: string, { today }: InstructionContext): Instruction | null {
  const week = NEXT_WEEK_WORDS.find((words) => rest === words || rest.endsWith(` ${words}`));
  if (week !== undefined) return snoozed(rest.slice(0, -week.length), addDays(today, 7));
  const [, before = "", digits, word, unit = ""] =
    /^((?:.* )?)(?:(\d{1,2}) ?|(\p{L}{1,6}) )(\p{L}{1,9})$/u.exec(rest) ?? [];
  const count = digits === undefined ? COUNT_WORDS[word ?? ""] : Number(digits);
  const days = DURATION_DAYS[unit];
  return count === undefined || days === undefined ? null : snoozed(before, addDays(today, count * days));
}

function snoozed(before: string, until: Day): Instruction | null {
  const items = itemsIn(withoutUntil(before.trim()));
  return items && { verb: "snooze", items, until };
}

function withoutUntil(text: string): string {
  const word = UNTIL_WORDS.find((words) => text === words || text.endsWith(` ${words}`));
  return word === undefined ? text : text.slice(0, -word.length).trim();
}

/** A day: "until Friday" on a Friday is the next one. */
function readUntil(rest: string, context: InstructionContext): Clause | null {
  const [front = ""] = /^#?\d{1,2}(?: ?(?:,|and|&|\+|und|et|y|e|en) ?#?\d{1,2}){0,20}(?= )/.exec(rest) ?? [];
  const behind = momentSaid(rest.slice(front.length), context);
  const moment = behind ?? momentSaid(rest, context);
  const items = behind ? itemsIn(front) : [];
  if (!moment || !items) return null;
  if (moment.isContradiction) return { ask: askWhich(rest) };
  if (moment.day > context.today) return { verb: "snooze", items, until: moment.day };
  return /\d/.test(rest.slice(front.length))
    ? { ask: `“${rest}”: that day has passed. Until which day?` }
    : { verb: "snooze", items, until: addDays(moment.day, 7) };
}
