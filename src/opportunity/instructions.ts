// Orders in what a person typed: "done", "done 1 and 3", "snooze 2 until Friday", several a mail, several a line.
// Whoever calls this has proven who wrote it. What is not understood is returned too: it is said back, and everything understood still happens.
import { FACT_WORDS } from "../playbook/instructions.ts";
import { EXCEPTIONS, GENERIC_NAMES, PLEASANTRIES, SALUTATIONS } from "../playbook/order-words.ts";
import type { Verb } from "../vocabulary.ts";
import { readClause } from "./clauses.ts";
import type { Clause, Instruction, InstructionContext } from "./clauses.ts";
import { folded } from "./folded.ts";

export type { Instruction, InstructionContext } from "./clauses.ts";

export type Instructions = {
  readonly instructions: readonly Instruction[];
  /** Lines that were not understood. */
  readonly unclear: readonly string[];
  /** Questions about lines that were understood but cannot be true. */
  readonly asks: readonly string[];
};

const MAX_LINES = 50;
const MAX_LINE_CHARACTERS = 300;
const MAX_CLAUSES = 12;

/** Reads the orders in `text`. */
export function readInstructions(text: string, context: InstructionContext): Instructions {
  return together(linesOf(text).map((line) => readLine(line, context)));
}

/**
 * Whether a text is a letter to somebody else: a salutation to a name on a line of its own, sentences under it, and no order with a number.
 * People answer our letters where they meant to answer the recruiter.
 */
export function readsLikeLetter(text: string, context: InstructionContext): boolean {
  const [salutation = "", ...others] = linesOf(text);
  const plain = folded(salutation);
  const greeted = FOLDED_SALUTATIONS.find((words) => plain.startsWith(`${words} `));
  const name = greeted === undefined ? "" : plain.slice(greeted.length + 1).replace(/[,!:.]+$/, "");
  const isGreeting = name !== "" && name.split(" ").length <= 4 && !FOLDED_GENERIC.has(name);
  const words = others.join(" ").split(" ").length;
  if (!isGreeting || others.length === 0 || words < MIN_LETTER_WORDS) return false;
  return !together(others.map((line) => readLine(line, context))).instructions.some(hasNumbers);
}

const MIN_LETTER_WORDS = 3;
const FOLDED_SALUTATIONS = SALUTATIONS.map(folded).toSorted((a, b) => b.length - a.length);
const FOLDED_GENERIC = new Set(GENERIC_NAMES.map(folded));
const FOLDED_PLEASANTRIES = new Set(PLEASANTRIES.map(folded));
const FOLDED_EXCEPTIONS = EXCEPTIONS.map(folded);

function together(read: readonly Instructions[]): Instructions {
  return {
    instructions: read.flatMap(({ instructions }) => instructions),
    unclear: read.flatMap(({ unclear }) => unclear),
    asks: read.flatMap(({ asks }) => asks),
  };
}

/** Lines with words in them, without what phones and lists put around them: bullets, bold, quotes, smileys, invisible characters. */
function linesOf(text: string): string[] {
  return text
    .split("\n", 4 * MAX_LINES)
    .map((line) =>
      line
        .slice(0, MAX_LINE_CHARACTERS)
        .normalize("NFC")
        .replace(/[\u2018\u2019\u02bc`´]/g, "'")
        .replace(
          /[\u200b-\u200f\u2060\ufeff]|\p{Variation_Selector}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[¡¿*]/gu,
          "",
        )
        .replace(/(?:^|\s)[:;]-?[()DPp](?=\s|$)/g, " ")
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^["“„«']+|["”“»']+$/g, "")
        .replace(/^[•–-] (?=[\p{L}\d#])/u, "")
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(0, MAX_LINES);
}

const NOTHING: Instructions = { instructions: [], unclear: [], asks: [] };

/** One order, or several: "done 1, skip 2 and snooze 3 a week". A line that only is polite says nothing. */
function readLine(line: string, context: InstructionContext): Instructions {
  if (isPleasantry(line) || isSignature(line, context.me ?? null)) return NOTHING;
  const facts = line.split(BEFORE_FACT);
  if (facts.length > 1 && isFact(facts[0] ?? ""))
    return together(facts.map((fact) => readLine(fact, context)));
  const clauses = line
    .split(CLAUSE_ENDS, MAX_CLAUSES)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const whole = readClause(line, context);
  if (whole && !swallows(whole, clauses, context)) return asInstructions(whole);
  if (clauses.some(isException)) return { ...NOTHING, unclear: [line] };
  return readClauses(line, clauses, context);
}

/** Before another fact on the same line: "company: Acme, role: Engineer". */
const BEFORE_FACT = new RegExp(`[,;] ?(?=(?:${Object.keys(FACT_WORDS).join("|")})(?: #?\\d{1,2})? ?:)`, "iu");

function isFact(line: string): boolean {
  const [name = ""] = line.split(/[ :]/);
  return name.toLowerCase() in FACT_WORDS && line.includes(":");
}

/** "Company: Acme, done 2": a value does not reach over an order with a number. */
function swallows(whole: Clause, clauses: readonly string[], context: InstructionContext): boolean {
  if ("ask" in whole || whole.value === undefined || whole.verb === "note" || whole.verb === "good")
    return false;
  return clauses.slice(1).some((clause) => {
    const order = readClause(clause, context);
    return order !== null && hasNumbers(order) && !("value" in order);
  });
}

function readClauses(line: string, clauses: readonly string[], context: InstructionContext): Instructions {
  const read = clauses.map((clause) => ({
    clause,
    order: clauses.length > 1 ? readClause(clause, context) : null,
  }));
  // Behind other words only an order with a number is one: "we are done, and they will write" is a sentence.
  const begins = read.findIndex(({ clause }) => !isPleasantry(clause));
  const isSentence = begins >= 0 && !read[begins]?.order;
  const isClean = read.every(({ clause, order }) => order !== null || isPleasantry(clause));
  const hasNamed = read.some(({ order }) => order !== null && (hasNumbers(order) || isNamed(order)));
  const all = read.map(({ clause, order }) => {
    if (order && isObeyed(order, { isSentence, isClean, hasNamed })) return asInstructions(order);
    return isPleasantry(clause) ? NOTHING : { ...NOTHING, unclear: [clause] };
  });
  const { instructions, unclear, asks } = together(all);
  return instructions.length + asks.length === 0
    ? { ...NOTHING, unclear: [line] }
    : { instructions, unclear, asks };
}

/** Verbs whose bare word stands in ordinary sentences, too: without number or name they count only on a line of orders alone. */
const WEAK: readonly Verb[] = [
  "snooze",
  "rejected",
  "accepted",
  "declined",
  "replied",
  "withdraw",
  "close",
  "no-show",
  "kind",
  "place",
];

function isObeyed(
  order: Clause,
  line: { readonly isSentence: boolean; readonly isClean: boolean; readonly hasNamed: boolean },
): boolean {
  if ("ask" in order) return true;
  // "… is at no. 5": a number that stands alone answers nothing in a sentence.
  if (order.verb === "place" && order.value === undefined) return false;
  if (hasNumbers(order)) return true;
  if (line.isSentence) return false;
  const isWeak = WEAK.includes(order.verb) && !isNamed(order) && order.all === undefined;
  return !isWeak || (line.isClean && !line.hasNamed);
}

/** Between two orders on one line: a full stop, a semicolon, or a comma or "and" before another word or number. */
const CLAUSE_ENDS =
  /[.!;] +(?=[\p{L}#])|; ?|, ?(?:and |then |und |dann |et |puis |y |e |en |dan )?(?=\p{L}|#?\d{1,2} (?:is|are|ist|sind|est|es|é|è|done|sent|skip|snooze|close|replied|erledigt|fait|hecho|feito|fatto|gedaan|interview|rejection|offer|until|bis)\b)| (?:and|then|und|dann|et|puis|y|e|en|dan) (?=\p{L}|#?\d{1,2} (?:is|are|ist|sind|est|done|sent|skip|erledigt|fait|hecho|until|bis)\b)| [&+/] (?=\p{L})/u;

/** "Except 2", "if they call". */
function isException(clause: string): boolean {
  const plain = folded(clause).replace(/^#?\d{1,2} (?=\p{L})/u, "");
  return FOLDED_EXCEPTIONS.some((words) => plain.startsWith(`${words} `) || plain === words);
}

function hasNumbers(order: Clause): boolean {
  return !("ask" in order) && order.items.length > 0;
}

function isNamed(order: Clause): boolean {
  return !("ask" in order) && (order.target !== undefined || order.value !== undefined);
}

function asInstructions(clause: Clause): Instructions {
  return "ask" in clause ? { ...NOTHING, asks: [clause.ask] } : { ...NOTHING, instructions: [clause] };
}

function isPleasantry(line: string): boolean {
  const words = folded(line)
    .split(/[^\p{L}']+/u)
    .filter((word) => word !== "");
  return (
    words.length > 0 &&
    words.length <= 8 &&
    !/\d/.test(line) &&
    words.every((word) => FOLDED_PLEASANTRIES.has(word))
  );
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
