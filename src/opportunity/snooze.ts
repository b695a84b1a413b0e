// Until when: "2 a week", "1 3d", "for 10 days", "2 and 3 until Friday", "until 4 December: 2". Nothing else may stand there, else it is prose.
import { addDays } from "../calendar.ts";
import type { Day, Zone } from "../calendar.ts";
import {
  ALL_WORDS,
  COUNT_WORDS,
  DURATION_DAYS,
  NEXT_WEEK_WORDS,
  UNTIL_WORDS,
} from "../playbook/order-words.ts";
import { momentSaid } from "./extract/moments.ts";
import { folded } from "./folded.ts";
import { itemsIn } from "./item-numbers.ts";

export type Snooze =
  | { readonly items: readonly number[]; readonly all?: true; readonly until: Day }
  /** It names a day that cannot be. */
  | { readonly ask: string };

/** What stands behind "snooze"; null when it names no time, or says more than that. */
export function readSnooze(
  rest: string,
  context: { readonly today: Day; readonly zone: Zone },
): Snooze | null {
  return readDuration(folded(rest), context.today) ?? readUntil(rest, context);
}

const WEEK_WORDS = NEXT_WEEK_WORDS.map(folded);
const COUNTS = foldedKeys(COUNT_WORDS);
const DAYS = foldedKeys(DURATION_DAYS);

/** A number alone is the item, the last number before a unit is the duration. */
function readDuration(rest: string, today: Day): Snooze | null {
  const week = WEEK_WORDS.find((words) => rest === words || rest.endsWith(` ${words}`));
  if (week !== undefined) return during(rest.slice(0, -week.length), addDays(today, 7));
  const [, before = "", digits, word, unit = ""] =
    /^((?:.* )?)(?:(\d{1,2}) ?|(?:a |another )?(\p{L}{1,7}) )(?:more )?(\p{L}{1,9})$/u.exec(
      rest.replace(/\b(?:a )?couple of /, "2 ").replace(/\banother /, "1 "),
    ) ?? [];
  const count = digits === undefined ? COUNTS[word ?? ""] : Number(digits);
  const days = DAYS[unit];
  return count === undefined || days === undefined || count === 0
    ? null
    : during(before, addDays(today, count * days));
}

function during(before: string, until: Day): Snooze | null {
  const words = leftOver(before);
  if (ALL_WORDS.includes(words)) return { items: [], all: true, until };
  const items = itemsIn(words);
  return items && { items, until };
}

/** What is left of a text without the words around a day. */
function leftOver(text: string): string {
  return folded(text)
    .split(/[^\p{L}\p{N}#'&+-]+/u)
    .filter((word) => word !== "" && !AROUND.has(word))
    .join(" ");
}

const AROUND = new Set(UNTIL_WORDS.flatMap((words) => folded(words).split(" ")));

/** A day: "until Friday" on a Friday is the next one. */
function readUntil(rest: string, context: { readonly today: Day; readonly zone: Zone }): Snooze | null {
  const moment = momentSaid(rest, context);
  if (!moment) return null;
  const words = leftOver(moment.around);
  const items = ALL_WORDS.includes(words) ? [] : itemsIn(words);
  if (!items) return null;
  if (moment.isContradiction)
    return { ask: `“${rest}”: that weekday is not on that date. Which of the two is right?` };
  const until =
    moment.day === context.today && namesWeekday(rest, moment.day, context)
      ? addDays(moment.day, 7)
      : moment.day;
  if (until <= context.today) return { ask: `“${rest}”: that day has passed. Until which day?` };
  return ALL_WORDS.includes(words) ? { items, all: true, until } : { items, until };
}

/** "Friday", not "27 Nov" and not "today": the same day without any number. */
function namesWeekday(
  rest: string,
  day: Day,
  context: { readonly today: Day; readonly zone: Zone },
): boolean {
  const named = momentSaid(rest.replace(/\d+/g, " "), context);
  return named?.day === day && !TODAY.test(folded(rest));
}

const TODAY = /\b(?:today|tonight|heute|aujourd|hoy|hoje|oggi|vandaag)/;

function foldedKeys(table: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(table).map(([word, value]) => [folded(word), value]));
}
