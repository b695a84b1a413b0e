// Dates as mail clients write them above a forward, in any language and order: "Tue, Nov 3, 2026 at 2:02 PM",
// "3. November 2026 um 14:02:11 MEZ", "2026年11月3日(火) 14:02", "03/11/2026 14:02". The shape decides, the names are data.
import { offsetMinutesAt, toInstant } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import { AFTERNOON_WORDS, CROATIAN_MONTHS, MONTH_NAMES, MORNING_WORDS, ZONE_OFFSETS } from "./month-names.ts";

export type ClientDate = { readonly instant: Instant; readonly offsetMinutes: number };

type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };
type Rest = { readonly day: CalendarDay; readonly rest: string };

/** The clock that a client converts dates to: of the person who forwards. */
export type ForwarderClock = {
  /** Minutes east of UTC in the raw Date header. */
  readonly offsetMinutes: number | null;
  /** Where the person lives, as far as it is known. */
  readonly zone: Zone;
};

/**
 * The instant of a date line. A zone that the line names counts; without one, it is the forwarder's clock: the offset
 * of the raw Date header, but the person's own zone where that says +0000, which Exchange writes wherever it stands.
 * Null when the line names no day.
 */
export function readClientDate(
  line: string | null,
  clock: ForwarderClock,
  language = "en",
): ClientDate | null {
  if (!line) return null;
  const text = normalise(line.slice(0, 200));
  const zoned = takeZone(text);
  const found = takeDay(zoned.rest, language);
  if (!found) return null;
  const { hours, minutes, seconds } = timeIn(found.rest);
  const { year, month, day } = found.day;
  const local = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  if (Number.isNaN(local)) return null;
  const own = clock.offsetMinutes || offsetMinutesAt(toInstant(local), clock.zone);
  const offsetMinutes = zoned.offsetMinutes ?? own;
  return { instant: toInstant(local - offsetMinutes * 60_000), offsetMinutes };
}

/** Lower case, European digits, single blanks, no marks of direction; "a. m." is "am". */
function normalise(line: string): string {
  return (
    line
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
      .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
      // Thai writes its short months with dots inside: "พ.ย."
      .replace(/([\u0e01-\u0e5b])\.(?=[\u0e01-\u0e5b ]|$)/g, "$1")
      .replace(/غرينتش/g, "gmt")
      .replace(/(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)z\b/g, "$1 utc")
      .replace(/\b([ap])\.? ?m\b\.?/g, "$1m")
      .replace(/([πμ])\. ?μ\.?/g, "$1μ")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** `gmt+1`, `utc-03:00`, `+0100`, `cet`; taken out, so that its digits are not read as a time. */
function takeZone(text: string): { readonly offsetMinutes: number | null; readonly rest: string } {
  const numeric = /(?:\b(?:gmt|utc) ?|[ (])([+−-])(\d{1,2})(?::?(\d{2}))?(?=\)|\s|$|[^\d:.-])/.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes <= 14 * 60)
      return { offsetMinutes: numeric[1] === "+" ? minutes : -minutes, rest: text.replace(numeric[0], " ") };
  }
  const named = [...text.matchAll(/\b[a-z]{1,4}\b/g)].findLast(
    ([word]) => Object.hasOwn(ZONE_OFFSETS, word) && word.length > 2,
  );
  return { offsetMinutes: named ? (ZONE_OFFSETS[named[0]] ?? null) : null, rest: text };
}

function takeDay(text: string, language: string): Rest | null {
  return (
    cjkDay(text) ??
    yearFirstDay(text) ??
    numericDay(text, language) ??
    vietnameseDay(text) ??
    namedDay(text, language)
  );
}

/** `2026年11月3日`, `2026년 11월 3일` */
function cjkDay(text: string): Rest | null {
  const match = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/.exec(text);
  return match && validDay(match, Number(match[1]), Number(match[2]), Number(match[3]), text);
}

/** `2026-11-03`, `2026/11/3`, `2026. 11. 3.` */
function yearFirstDay(text: string): Rest | null {
  const match = /(?<!\d)(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})(?!\d)\.?/.exec(text);
  return match && validDay(match, Number(match[1]), Number(match[2]), Number(match[3]), text);
}

/** `03/11/2026`, `3.11.26`: the day first, but the month first where Americans write (a slash, and AM or PM) or where it must be. */
function numericDay(text: string, language: string): Rest | null {
  const match = /(?<![\d:])(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d:])/.exec(text);
  // "3. november 2026 kl. 14.02.11": with a year of four digits in the line, two digits are seconds.
  if (!match || (match[4]?.length === 2 && /(?<!\d)(?:19|20|25)\d{2}(?!\d)/.test(text))) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  // Korea and Japan write the year first, also with two digits.
  if (match[4]?.length === 2 && (language === "ko" || language === "ja" || language === "zh"))
    return validDay(match, first, second, Number(match[4]), text);
  const american = language === "en" && match[2] === "/" && /\d ?[ap]m\b/.test(text);
  const monthFirst = second > 12 || (american && first <= 12);
  return validDay(match, Number(match[4]), monthFirst ? first : second, monthFirst ? second : first, text);
}

/** `3 tháng 11, 2026`, `3 thg 11 2026` */
function vietnameseDay(text: string): Rest | null {
  const match = /(\d{1,2}) (?:tháng|thg) (\d{1,2}),? (?:năm )?(\d{4})/.exec(text);
  return match && validDay(match, Number(match[3]), Number(match[2]), Number(match[1]), text);
}

/** A month by its name, the day beside it, and a year of four digits (or two after the month). */
function namedDay(text: string, language: string): Rest | null {
  // The last one that has a day beside it: "mar. 3 nov." is a Tuesday (mardi) in November.
  let last: Rest | null = null;
  for (const word of text.matchAll(/\p{L}[\p{L}\p{M}׳'’॰]*(?: (?:الثاني|الأول|الآخر))?/gu)) {
    const month = monthOf(word[0], language);
    if (month === null) continue;
    const before = text.slice(0, word.index);
    const after = text.slice(word.index + word[0].length);
    const dayBefore = /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?,? ?(?:de |d'|of |ימי |ב)?[-/]?$/.exec(
      before,
    );
    const dayAfter = /^\.?,?[- /]?(?:den )?(\d{1,2})(?!\d|:)/.exec(after);
    const year =
      /(?<!\d)(\d{4})(?!\d)/.exec(after) ??
      /(?<!\d)(\d{4})(?!\d)/.exec(before) ??
      /^\.?[-/ ]'?(\d{2})(?![\d:])/.exec(after);
    const chosen = dayBefore ?? dayAfter;
    if (!chosen || !year) continue;
    const rest = dayBefore
      ? `${before.slice(0, dayBefore.index)} ${after.replace(year[0], " ")}`
      : `${before.replace(year[0], " ")} ${after.slice(dayAfter?.[0].length ?? 0).replace(year[0], " ")}`;
    const day = toDay(Number(year[1]), month, Number(chosen[1]));
    if (day) last = { day, rest };
  }
  return last;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

function monthOf(word: string, language: string): number | null {
  if ((language === "hr" || language === "sr") && Object.hasOwn(CROATIAN_MONTHS, word))
    return CROATIAN_MONTHS[word] ?? null;
  // Hebrew and Thai set a letter or nothing in front; cases of a name begin with its short form.
  const exact = MONTHS.get(word) ?? MONTHS.get(word.replace(/^ב/, ""));
  return exact ?? monthByBeginning(word);
}

/** Short forms differ by version ("marras.", "marrask."): five letters or more that begin the names of one month only. */
function monthByBeginning(word: string): number | null {
  if (word.length < 5) return null;
  const months = MONTH_NAMES.flatMap((names, at) =>
    names.some((name) => name.startsWith(word)) ? [at + 1] : [],
  );
  return months.length === 1 ? (months[0] ?? null) : null;
}

function validDay(
  match: RegExpExecArray,
  year: number,
  month: number,
  day: number,
  text: string,
): Rest | null {
  const valid = toDay(year, month, day);
  return valid && { day: valid, rest: text.replace(match[0], " ") };
}

/** Two digits are of this century; Thai years count from the Buddha. */
function toDay(year: number, month: number, day: number): CalendarDay | null {
  const full = year < 100 ? 2000 + year : year > 2400 ? year - 543 : year;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31 && full >= 1970 && full < 2200;
  return isDay ? { year: full, month, day } : null;
}

/** `14:02`, `2:02:11 pm`, `14.02`, `14h02`, `오후 2:02`, `9 am`; midnight when no time is said. */
function timeIn(text: string): { hours: number; minutes: number; seconds: number } {
  const match =
    /(?<![\d.])(\d{1,2})(?::| ?[時时点點시] ?)(\d{2})(?:(?::| ?[分분] ?)(\d{2}))?(?!\d)/.exec(text) ??
    /(?<!\d)(\d{1,2})(?:\.| ?h ?)(\d{2})(?:\.(\d{2}))?(?!\d)/.exec(text) ??
    /(?<!\d)(\d{1,2})()() ?(?=[ap]m\b)/.exec(text);
  if (!match) return { hours: 0, minutes: 0, seconds: 0 };
  const hours = Number(match[1]);
  const half = halfOfDay(
    text.slice(Math.max(0, match.index - 6), match.index),
    text.slice(match.index + match[0].length),
  );
  const shifted =
    half === "afternoon" && hours < 12 ? hours + 12 : half === "morning" && hours === 12 ? 0 : hours;
  return { hours: shifted, minutes: Number(match[2] || 0), seconds: Number(match[3] || 0) };
}

/** The word directly before or after the time. */
function halfOfDay(before: string, after: string): "morning" | "afternoon" | null {
  const beside = [
    /([\p{L}\p{M}]+)\.? ?$/u.exec(before)?.[1],
    /^ ?([\p{L}\p{M}]+(?:\.[\p{L}]+)?)/u.exec(after)?.[1]?.replace(".", ""),
  ];
  if (beside.some((word) => word !== undefined && AFTERNOON_WORDS.includes(word))) return "afternoon";
  return beside.some((word) => word !== undefined && MORNING_WORDS.includes(word)) ? "morning" : null;
}
