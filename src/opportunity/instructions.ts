// Orders in what a person typed: "done", "done 1 and 3", "snooze 2 a week". Whoever calls this has proven who wrote it.
// What is not understood is returned too: it is said back, and everything understood still happens.
import { addDays } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { DURATION_DAYS, JOINING_WORDS, VERB_WORDS } from "../playbook/instructions.ts";
import type { Verb } from "../vocabulary.ts";

export type Instruction = {
  readonly verb: Verb;
  /** Numbers of the letter that is answered; none when none was said. */
  readonly items: readonly number[];
  readonly all?: true;
  readonly until?: Day;
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
    // Lists put a bullet or a number in front, bold an asterisk around.
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^(?:[*•–-]|\d{1,2}[.)]) (?=\p{L})/u, "")
        .replace(/^\*{1,2}(.{1,290}?)\*{1,2}$/, "$1"),
    )
    .filter((line) => line !== "");
  for (const line of lines.slice(0, MAX_LINES)) {
    const instruction = readLine(line.slice(0, 300), today);
    if (instruction) instructions.push(instruction);
    else unclear.push(line.slice(0, 300));
  }
  return { instructions, unclear };
}

function readLine(line: string, today: Day): Instruction | null {
  const text = line.toLowerCase().replace(/[.!]+$/, "");
  const order = VERB_WORDS.find(([words]) => text === words || text.startsWith(`${words} `));
  if (!order) return null;
  const [words, verb] = order;
  const rest = text.slice(words.length).trim();
  if (verb === "snooze") return readSnooze(rest, today);
  const items = readItems(rest);
  if (!items) return null;
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
