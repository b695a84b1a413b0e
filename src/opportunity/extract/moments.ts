// Days and times in prose: "Tuesday at 3pm ET", "am 22. Oktober um halb neun", "jueves 5 a las 17:30". What the words mean is brought to
// plain English by plain-times.ts and resolved by chrono-node, against the message's own date.
import { en } from "chrono-node";
import type { ParsedComponents } from "chrono-node";
import { addDays, dayOf, offsetMinutesAt, toInstant, withOffset, zonedInstant } from "../../calendar.ts";
import type { Day, Instant, Zone } from "../../calendar.ts";
import type { Certainty } from "../../vocabulary.ts";
import { sentencesOf } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { LANGUAGES } from "../../playbook/languages.ts";
import { TIME_WORDS } from "../../playbook/time-words.ts";
import { plainLetters, plainTimesIn } from "./plain-times.ts";
import type { DateHabits, PlainTime } from "./plain-times.ts";

/** A moment that the text names. */
export type Moment = {
  readonly day: Day;
  /** ISO 8601 with offset; null when only the day is said. */
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: Zone | null;
  /** `certain` when the text names a zone, else the person's own is assumed. */
  readonly zoneCertainty: Certainty;
  /** The day stands beside the time; false where it was said earlier ("… and at 11 you meet Tom"). */
  readonly saysDay: boolean;
  readonly quote: string;
  /** The words between the moment before and this one, and those behind the last one: lower case, without accents. */
  readonly before: string;
  readonly after: string;
};

/** Zone names of everyday mail that mean a place, not an offset: "ET" is New York in July and in January. */
const ZONE_NAMES: Readonly<Record<string, Zone>> = {
  et: "America/New_York",
  est: "America/New_York",
  edt: "America/New_York",
  ct: "America/Chicago",
  cst: "America/Chicago",
  cdt: "America/Chicago",
  mt: "America/Denver",
  mst: "America/Denver",
  mdt: "America/Denver",
  pt: "America/Los_Angeles",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  gmt: "Etc/GMT",
  utc: "Etc/UTC",
  bst: "Europe/London",
  cet: "Europe/Berlin",
  cest: "Europe/Berlin",
  mez: "Europe/Berlin",
  mesz: "Europe/Berlin",
  ist: "Asia/Kolkata",
  sgt: "Asia/Singapore",
  hkt: "Asia/Hong_Kong",
  jst: "Asia/Tokyo",
  pht: "Asia/Manila",
  pkt: "Asia/Karachi",
  aest: "Australia/Sydney",
  aedt: "Australia/Sydney",
  awst: "Australia/Perth",
  nzst: "Pacific/Auckland",
  nzdt: "Pacific/Auckland",
  sast: "Africa/Johannesburg",
  eat: "Africa/Nairobi",
  wat: "Africa/Lagos",
  brt: "America/Sao_Paulo",
};

/** Zones as people name them in words. */
const ZONE_PLACES: readonly (readonly [RegExp, Zone])[] = [
  [/\bEastern\b/, "America/New_York"],
  [/\bCentral (?:time|European)/i, "America/Chicago"],
  [/\bMountain time/i, "America/Denver"],
  [/\bPacific\b/, "America/Los_Angeles"],
  [/\b(?:UK|London|British|United Kingdom)\b(?: local)? ?(?:time)?/, "Europe/London"],
  [/\b(?:Irish|Dublin) time/, "Europe/Dublin"],
  [/\b(?:Berlin|German|Hamburg|München|Munich) time|\b(?:deutscher|Berliner) Zeit/, "Europe/Berlin"],
  [/\b(?:Paris|French) time|heure de Paris/, "Europe/Paris"],
  [/\bMadrid time|hora (?:peninsular|de Madrid|española)/, "Europe/Madrid"],
  [/\bhora (?:de )?canaria|hora de Canarias/, "Atlantic/Canary"],
  [/\b(?:Lisbon time|hora de Lisboa)/, "Europe/Lisbon"],
  [/\b(?:Rome time|ora (?:italiana|di Roma))/, "Europe/Rome"],
  [/\b(?:Amsterdam time|Nederlandse tijd)/, "Europe/Amsterdam"],
  [/\b(?:Brasília|Brasilia time|horário de Brasília)/, "America/Sao_Paulo"],
  [
    /\bBuenos Aires\b(?= ?\)| time)|hora (?:de )?(?:la )?(?:Buenos Aires|argentina)/i,
    "America/Argentina/Buenos_Aires",
  ],
  [/\bhora (?:de )?(?:Bogotá|Colombia|colombiana)|Bogotá time/, "America/Bogota"],
  [/\bhora (?:de )?(?:Lima|Perú|peruana)/, "America/Lima"],
  [/\bhora (?:de )?(?:Chile|Santiago|chilena)/, "America/Santiago"],
  [
    /\bhora (?:de(?:l)? )?(?:México|Ciudad de México|centro de México|CDMX)|Mexico City time/,
    "America/Mexico_City",
  ],
  [/\bManila\b(?: time)?/, "Asia/Manila"],
  [/\b(?:Singapore|SG) time/, "Asia/Singapore"],
  [/\b(?:Indian|India) (?:standard )?time/i, "Asia/Kolkata"],
  [/\b(?:Tokyo|Japan) time/, "Asia/Tokyo"],
  [/\b(?:Dubai|Gulf|UAE) (?:standard )?time/, "Asia/Dubai"],
  [/\b(?:Nairobi|East Africa) time/, "Africa/Nairobi"],
  [/\b(?:Lagos|Nigerian?) time/, "Africa/Lagos"],
  [/\b(?:Johannesburg|South African?) time/, "Africa/Johannesburg"],
  [/\b(?:Sydney|Melbourne) time/, "Australia/Sydney"],
  [/\bPerth time/, "Australia/Perth"],
  [/\b(?:Auckland|NZ|New Zealand) time/, "Pacific/Auckland"],
];

/** Sentences after which a day is no longer meant by a time that stands alone. */
const CARRY_SENTENCES = 4;

/** What days and times are read by: who wrote them, when, on which clock. */
export type DateContext = Pick<ExtractContext, "language" | "zone"> & {
  readonly original: Pick<ExtractContext["original"], "date" | "offsetMinutes">;
};

/** Every day or time that `text` names, in order. Days long before the message or far after it are left out. */
export function momentsIn(text: string, context: DateContext): Moment[] {
  const { original, zone } = context;
  const written = original.date ?? NO_DATE;
  const offset = offsetOf(context);
  const habits: DateHabits = {
    language: context.language,
    monthFirst: context.language === "en" && offset <= -180,
    written: writtenDay(context) ?? localDay(written, offset),
  };
  const moments: Moment[] = [];
  let carried: { day: Day; sentence: number } | null = null;
  let clock: string | null = null;
  for (const [index, sentence] of sentencesOf(text).entries()) {
    const runs = withNextWeek(plainTimesIn(sentence, habits)).map((run) => ({
      ...run,
      ...resolve(run.said, written, offset),
    }));
    for (const [position, plain] of runs.entries()) {
      // "The following Friday" counts from the day that was spoken of.
      const after: Day | null = carried !== null && plain.said.includes("following ") ? carried.day : null;
      const said: Run = after === null ? plain : { ...plain, day: followingDay(plain.said, after) };
      // "Friday, same time": the time that was said before.
      const run: Run = said.time === null && said.said.includes(SAME_TIME) ? { ...said, time: clock } : said;
      if (run.time !== null) clock = run.time;
      // "Next week" by itself is no day.
      if ((run.day === null && run.time === null) || run.said === NEXT_WEEK) continue;
      const near: Day | null =
        carried && index - carried.sentence <= CARRY_SENTENCES
          ? carried.day
          : (runs.slice(position + 1).find(({ day }) => day !== null)?.day ?? null);
      const day: Day | null = run.day ?? near;
      if (day === null || !isNear(day, written)) continue;
      // What happened today is news, not the day that is talked about.
      const isNews = run.said === "today" && carried !== null;
      if (run.day !== null && !isNews) carried = { day, sentence: index };
      moments.push({ ...momentAt(day, run, sentence, zone), before: run.before, after: run.after });
    }
  }
  return moments;
}

/** A day or time in a person's own line. */
export type SaidMoment = Pick<Moment, "day" | "start"> & {
  /** The weekday in it is another than its date has. */
  readonly isContradiction: boolean;
  /** The words that are no part of it: lower case, without accents. */
  readonly around: string;
};

/** Longer ones are prose. */
const MAX_SAID_CHARACTERS = 80;

/** The one moment in a few words that a person typed on `today`, in whichever of our languages explains most of them; null when there is none. */
export function momentSaid(
  line: string,
  { today, zone }: { readonly today: Day; readonly zone: Zone },
): SaidMoment | null {
  // "3.12. 15 Uhr" would be the third of December of year 15.
  const words = line.replace(/(\d{1,2}\.\d{1,2}\.),? (?=\d{1,2}(?::\d\d)? ?(?:uhr|h)\b)/i, "$1 um ");
  const said = plainLetters(words);
  if (said.length > MAX_SAID_CHARACTERS || !mayNameDay(said)) return null;
  const original = { date: zonedInstant(`${today}T00:00:00`, zone), offsetMinutes: null };
  const found = LANGUAGES.flatMap((language): SaidMoment[] => {
    const [plain, ...others] = plainTimesIn(words, { language, monthFirst: false, written: today });
    if (!plain || others.length > 0) return [];
    const [moment] = momentsIn(words, { language, zone, original });
    if (!moment) return [];
    const { day, start } = moment;
    const around = `${plain.before} ${plain.after}`.replace(/[^\p{L}\p{N}#'-]+/gu, " ").trim();
    return [{ day, start, isContradiction: contradicts(words, day), around: withoutWeekdays(around) }];
  });
  // More of it read is better read; a time besides the day, too.
  return (
    found.toSorted(
      (one, other) =>
        one.around.length - other.around.length || Number(one.start === null) - Number(other.start === null),
    )[0] ?? null
  );
}

/** "Fri 4 Dec": the date says it all. */
function withoutWeekdays(around: string): string {
  return around
    .split(" ")
    .filter((word) => !WEEKDAYS_BY_WORD.has(word))
    .join(" ");
}

/** A word of time, or numbers as dates have them; a number alone is one of the letter. */
function mayNameDay(said: string): boolean {
  const isDated = /\d ?[.:/-] ?\d|\d(?:st|nd|rd|th)\b|\d\.(?: |$)/.test(said);
  return isDated || said.split(/[^\p{L}]+/u).some((word) => TIME_TOKENS.has(word));
}

/** "Friday 3 December", where the third is a Thursday. */
function contradicts(line: string, day: Day): boolean {
  if (!/\d/.test(line.replace(/\d{1,2}:\d\d/g, ""))) return false;
  const named = plainLetters(line)
    .split(/[^\p{L}-]+/u)
    .flatMap((word) => WEEKDAYS_BY_WORD.get(word) ?? []);
  return named.length > 0 && !named.includes((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7);
}

/** The weekdays (Monday is 0) that a word names in any of our languages; "mar" is a month, too, and then tells nothing. */
const WEEKDAYS_BY_WORD = new Map<string, number[]>();
for (const { weekdays } of Object.values(TIME_WORDS))
  for (const [weekday, words] of weekdays.entries())
    for (const word of words) WEEKDAYS_BY_WORD.set(word, [...(WEEKDAYS_BY_WORD.get(word) ?? []), weekday]);
for (const { months } of Object.values(TIME_WORDS))
  for (const word of months.flat()) WEEKDAYS_BY_WORD.delete(word);

/** Words without which nobody names a day. */
const TIME_TOKENS = new Set(
  Object.values(TIME_WORDS).flatMap(({ weekdays, months, today, tomorrow, dayAfterTomorrow }) =>
    [...weekdays.flat(), ...months.flat(), ...today, ...tomorrow, ...dayAfterTomorrow].flatMap((name) =>
      name.split(" "),
    ),
  ),
);

const NEXT_WEEK = "next week";
const SAME_TIME = "same time";

/** "Next week, by Friday": the weekday behind it is one of that week. */
function withNextWeek(runs: readonly PlainTime[]): PlainTime[] {
  return runs.map((run, index) =>
    runs[index - 1]?.said === NEXT_WEEK && WEEKDAY_NAMES.some((name) => run.said.startsWith(name))
      ? { ...run, said: `${NEXT_WEEK} ${run.said}` }
      : run,
  );
}

type Run = PlainTime & Resolved;
type Resolved = { readonly day: Day | null; readonly time: string | null; readonly endTime: string | null };

/** chrono-node's answer for one plain run. */
function resolve(said: string, written: Instant, offset: number): Resolved {
  const reference = { instant: new Date(written), timezone: offset };
  const week = /(?<!next) week(?: |$)/.test(said);
  const today = localDay(written, offset);
  const dated = DATED.test(said);
  const plain = (week ? said.replace(/ week(?= |$)/, "") : dated ? said.replace(NEXT_WEEK, "") : said)
    .replace("day after tomorrow", addDays(today, 2))
    .replace(NEXT_WEEKDAY, (_, behind: string | undefined, before: string | undefined) =>
      dayOfNextWeek(before ?? behind ?? "", today),
    );
  const results = en.casual.parse(plain, reference, { forwardDate: true });
  const dayResult = results.find(({ start }) => start.isCertain("day") || start.isCertain("weekday"));
  const timeResult = results.find(({ start }) => start.isCertain("hour") && /\d\d:\d\d/.test(said));
  const day = dayResult ? wallClock(dayResult.start).slice(0, 10) : null;
  const end = timeResult?.end;
  return {
    day: day !== null && week ? addDays(day, 7) : day,
    time: timeResult ? wallClock(timeResult.start).slice(11) : null,
    endTime: end?.isCertain("hour") ? wallClock(end).slice(11) : null,
  };
}

const WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** A weekday of next week, the week said before or behind it. */
const NEXT_WEEKDAY = new RegExp(
  `next week,? (${WEEKDAY_NAMES.join("|")})|(${WEEKDAY_NAMES.join("|")}),? next week`,
);

/** The weekday that `said` names, after `day`. */
function followingDay(said: string, day: Day): Day {
  const weekday = WEEKDAY_NAMES.findIndex((name) => said.includes(name));
  const from = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, ((weekday - from + 6) % 7) + 1);
}

/** A day with its month needs no week. */
const DATED = /\d (?:january|february|march|april|may|june|july|august|september|october|november|december)/;

/** That weekday of the week after the one in which the mail was written. */
function dayOfNextWeek(name: string, written: Day): Day {
  const today = (new Date(`${written}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(written, 7 - today + WEEKDAY_NAMES.indexOf(name));
}

function momentAt(
  day: Day,
  { time, endTime, day: said }: Resolved,
  sentence: string,
  personZone: Zone,
): Omit<Moment, "before" | "after"> {
  const named = time === null ? null : zoneIn(sentence);
  const zone = named ?? personZone;
  const at = (clock: string) => withOffset(zonedInstant(`${day}T${clock}`, zone), zone);
  return {
    day,
    start: time === null ? null : at(time),
    end: endTime === null ? null : at(endTime),
    zone: time === null ? null : zone,
    zoneCertainty: named === null ? "implied" : "certain",
    saysDay: said !== null,
    quote: sentence,
  };
}

/** The zone that a sentence names: its letters, or its place. */
function zoneIn(sentence: string): Zone | null {
  const place = ZONE_PLACES.find(([words]) => words.test(sentence))?.[1];
  if (place !== undefined) return place;
  const offset = /\b(?:UTC|GMT) ?([+-])(\d{1,2})(?!\d)/.exec(sentence);
  // The names of these zones count west of Greenwich.
  if (offset) return `Etc/GMT${offset[1] === "+" ? "-" : "+"}${Number(offset[2])}`;
  for (const [name] of sentence.matchAll(/(?<![\p{L}])[A-Z]{2,4}(?![\p{L}])/gu)) {
    const zone = ZONE_NAMES[name.toLowerCase()];
    if (zone !== undefined) return zone;
  }
  return null;
}

function wallClock(components: ParsedComponents): string {
  const part = (name: "month" | "day" | "hour" | "minute") => twoDigits(components.get(name) ?? 0);
  const year = String(components.get("year")).padStart(4, "0");
  return `${year}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** The day on which a mail was written, by its writer's own clock. */
export function writtenDay(context: DateContext): Day | null {
  const { date } = context.original;
  return date === null ? null : localDay(date, offsetOf(context));
}

/** Minutes east of UTC of the writer's clock, else of the person's. */
function offsetOf({ original, zone }: DateContext): number {
  return original.offsetMinutes ?? offsetMinutesAt(original.date ?? NO_DATE, zone);
}

const NO_DATE = "2000-01-01T00:00:00Z";

function localDay(instant: Instant, offsetMinutes: number): Day {
  return dayOf(toInstant(Date.parse(instant) + offsetMinutes * 60_000), "UTC");
}

function isNear(day: Day, written: Instant): boolean {
  const days = (Date.parse(`${day}T12:00:00Z`) - Date.parse(written)) / 86_400_000;
  return days > -3 && days < 200;
}

/** The instant of a start as stored and compared. */
export function instantOf(start: string): Instant {
  return toInstant(Date.parse(start));
}
