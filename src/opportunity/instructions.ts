// Orders in what a person typed: "done", "done 1 and 3", "snooze 2 a week". Whoever calls this has proven who wrote it.
// What is not understood is returned too: it is said back, and everything understood still happens.
import { addDays } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import {
  ANSWER_ARTICLES,
  ANSWER_LEADS,
  DURATION_DAYS,
  FACT_WORDS,
  JOINING_WORDS,
  KIND_ANSWERS,
  NEW_WORDS,
  VERB_WORDS,
} from "../playbook/instructions.ts";
import { KINDS } from "../vocabulary.ts";
import type { Verb } from "../vocabulary.ts";

export type Instruction = {
  readonly verb: Verb;
  /** Numbers of the letter that is answered; none when none was said. */
  readonly items: readonly number[];
  readonly all?: true;
  readonly until?: Day;
  /** Of `kind`, `company`, `role`: what the person said. Of `place`: `new`, or none when a number was chosen. */
  readonly value?: string;
};

export type Instructions = {
  readonly instructions: readonly Instruction[];
  readonly unclear: readonly string[];
};

const MAX_LINES = 50;
const MAX_ITEM = 99;

/** Reads the orders in `text`, one or more per line. */
export function readInstructions(text: string, { today }: { readonly today: Day }): Instructions {
  const instructions: Instruction[] = [];
  const unclear: string[] = [];
  const lines = text
    .split("\n")
    // Lists put a bullet in front, bold an asterisk around.
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^[*•–-] (?=\p{L})/u, "")
        .replace(/^\*{1,2}(.{1,290}?)\*{1,2}$/, "$1"),
    )
    .filter((line) => line !== "");
  for (const line of lines.slice(0, MAX_LINES)) {
    const instruction = readAnswer(line.slice(0, 300)) ?? readOrder(line.slice(0, 300), today);
    if (instruction) instructions.push(instruction);
    else unclear.push(line.slice(0, 300));
  }
  return { instructions, unclear };
}

/** An answer to a question of ours: `interview`, `2: company: Acme`, `2` alone, `new`. */
function readAnswer(line: string): Instruction | null {
  const [, number, said = ""] = /^(?:#?(\d{1,2})\s?[.):,-]?(?=\s|$))?\s*(.*)$/.exec(line) ?? [];
  const items = number === undefined ? [] : [Number(number)];
  if (said === "") return items.length > 0 ? { verb: "place", items } : null;
  const [, name, itemAfter, value] =
    /^(\p{L}{2,15})(?: #?(\d{1,2}))?\s?[:=]\s?(\S.{0,199})$/u.exec(said) ?? [];
  const fact = FACT_WORDS[name?.toLowerCase() ?? ""];
  if (fact && value !== undefined)
    return { verb: fact, items: itemAfter === undefined ? items : [Number(itemAfter)], value: value.trim() };
  const answer = withoutLead(said.toLowerCase().replace(/[.!]+$/, ""));
  if (NEW_WORDS.includes(answer)) return { verb: "place", items, value: "new" };
  const kind = KINDS.find((one) => KIND_ANSWERS[one].includes(answer));
  return kind ? { verb: "kind", items, value: kind } : null;
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

function readOrder(numbered: string, today: Day): Instruction | null {
  // Lists put a number in front.
  const line = numbered.replace(/^\d{1,2}[.)] (?=\p{L})/u, "");
  const text = line.toLowerCase().replace(/[.!]+$/, "");
  const order = VERB_WORDS.find(([words]) => text === words || text.startsWith(`${words} `));
  if (!order) return null;
  const [words, verb] = order;
  const rest = text.slice(words.length).trim();
  if (verb === "snooze") return readSnooze(rest, today);
  const items = readItems(verb === "merge" ? rest.replace(/\b(?:with|into)\b/g, "and") : rest);
  if (!items || (verb === "merge" && items.length < 2)) return null;
  return words.startsWith("all ") ? { verb, items, all: true } : { verb, items };
}

/** `1`, `1 and 3`, `1, 2`; null when anything else stands there. */
function readItems(rest: string): number[] | null {
  const pieces = rest
    .replace(/([,&+])/g, " $1 ")
    .split(" ")
    .filter((piece) => piece !== "" && !JOINING_WORDS.includes(piece));
  const items = pieces.map((piece) =>
    /^#?\d{1,2}$/.test(piece) ? Number(piece.replace("#", "")) : Number.NaN,
  );
  return items.every((item) => item >= 1 && item <= MAX_ITEM) ? items : null;
}

/** `2 a week`, `1 3d`, `for 3 days`: a number alone is the item, the last number before a unit is the duration. */
function readSnooze(rest: string, today: Day): Instruction | null {
  const match =
    /^((?:\d{1,2}(?: and |, ?| )){0,10})(?:for )?(?:(a|an|one|\d{1,2}) ?)(d|days?|w|weeks?)$/.exec(rest);
  const items = match ? readItems((match[1] ?? "").trim()) : null;
  if (!match || !items) return null;
  const count = /^\d/.test(match[2] ?? "") ? Number(match[2]) : 1;
  return { verb: "snooze", items, until: addDays(today, count * (DURATION_DAYS[match[3] ?? ""] ?? 1)) };
}
