// The days that bind somebody: a deadline for the candidate, and the day by which they promised to answer.
import { addBusinessDays, addDays, dayOf } from "../../calendar.ts";
import type { Day } from "../../calendar.ts";
import { found } from "../reading.ts";
import type { Found } from "../reading.ts";
import { sentencesOf } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { momentsIn } from "./moments.ts";

const DEADLINE_WORDS =
  /\b(?:by|before|deadline|due|no later than|until|expires?|valid until|within|complete (?:it|this|the \w+) (?:by|within))\b/i;
const PROMISE_WORDS =
  /\b(?:hear (?:back )?from us|get back to you|be in touch|in touch with you|update you|let you know|come back to you|follow up with you|reach out|share (?:our|a|the) decision|make (?:a|our|the) decision|final decision|contact you|respond to you|have (?:a decision|an update|news))\b/i;
const WINDOW =
  /\b(?:with)?in (?:the next |the coming )?(?:(\d{1,2}|a|one|two|three|four|five|six|seven|ten|couple of|few)(?: to (\d{1,2}|two|three|four|five))?(?:-\d{1,2})? )?((?:business |working )?days?|weeks?|hours?)\b/i;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  "couple of": 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};

/** The last day to hand in a test, send references or answer an offer. */
export function extractDeadline(context: ExtractContext): Found<Day> {
  if (!["assessment", "references", "offer"].includes(context.kind)) return null;
  return dayInSentences(context, DEADLINE_WORDS, "deadline/said");
}

/** The day by which they said they would answer; of a window its last day. */
export function extractPromise(context: ExtractContext): Found<Day> {
  if (context.kind === "rejection" || context.kind === "not-job" || context.kind === "other-job") return null;
  return dayInSentences(context, PROMISE_WORDS, "promise/said");
}

function dayInSentences(context: ExtractContext, words: RegExp, rule: string): Found<Day> {
  for (const sentence of sentencesOf(context.text)) {
    if (!words.test(sentence)) continue;
    const day =
      windowIn(sentence, context) ??
      momentsIn(sentence, context).at(-1)?.day ??
      nextWeekIn(sentence, context);
    if (day) return found(day, sentence, "certain", rule);
  }
  return null;
}

/** `within two weeks`, `in the next 3-5 business days`, `in the coming days` (read as a week). */
function windowIn(sentence: string, { original, zone }: ExtractContext): Day | null {
  const match = WINDOW.exec(sentence);
  if (!match || !original.date) return null;
  const written = dayOf(original.date, zone);
  const upper = match[0].match(/\d{1,2}(?= (?:business |working )?(?:days?|weeks?|hours?))/)?.[0];
  const said = upper ?? match[2] ?? match[1];
  const count = said === undefined ? null : (NUMBERS[said.toLowerCase()] ?? Number(said));
  const unit = (match[3] ?? "").toLowerCase();
  if (unit.startsWith("hour")) return addDays(written, Math.ceil((count ?? 24) / 24));
  if (unit.startsWith("week")) return addDays(written, 7 * (count ?? 2));
  if (count === null) return addDays(written, 7);
  return /business|working/.test(unit) ? addBusinessDays(written, count) : addDays(written, count);
}

/** `next week`, `early next week`: the Friday of it. */
function nextWeekIn(sentence: string, { original, zone }: ExtractContext): Day | null {
  const match = /\b(this|next) week\b/i.exec(sentence);
  if (!match || !original.date) return null;
  const written = dayOf(original.date, zone);
  const weekday = (new Date(`${written}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(written, 4 - weekday + (match[1]?.toLowerCase() === "next" ? 7 : 0));
}
