// Brings every day and time of a sentence, in any of our languages, to one plain English form ("19 november 2026", "thursday next week",
// "15:00"), which chrono-node resolves. The words are in the playbook; nothing here knows what a date is for.
import { addDays } from "../../calendar.ts";
import type { Day } from "../../calendar.ts";
import type { Language } from "../../playbook/languages.ts";
import { HOUR_PARTS, TIME_WORDS } from "../../playbook/time-words.ts";

/** How a mail writes its dates. */
export type DateHabits = {
  readonly language: Language;
  /** `11/3` is November third. */
  readonly monthFirst: boolean;
  /** The day on which it was written: "the 20th" is the next one from here. */
  readonly written: Day;
};

/** A day, a time, or both side by side, in plain English; `before` and `after`: the words around it, lower case without accents. */
export type PlainTime = { readonly said: string; readonly before: string; readonly after: string };

/** The days and times of one sentence, in order. */
export function plainTimesIn(sentence: string, habits: DateHabits): PlainTime[] {
  const text = plainLetters(sentence);
  const patterns = patternsOf(habits.language);
  if (!patterns.worthReading.test(text)) return [];
  return runsIn(plainTimes(plainDates(text, habits, patterns), habits.language, patterns));
}

const PLAIN = new RegExp(
  "\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d(?: - \\d\\d:\\d\\d)?|\\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{4})?" +
    "|(?:next |following )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: week(?![\\p{L}]))?|next week|day after tomorrow|tomorrow|today|same time",
  "gu",
);
/** Words between a day and its time that do not part them. */
const JOINERS =
  /^[\s,.()@-]*(?:(?:at|on|of|the|um|am|dem|den|der|ab|von|le|la|el|las|los|a|il|alle|ore|op|om|de|del|della|da|do|di|em|no|na|as|ao|dia|uhr|uur|time|hora|heure|zeit|date|is|,|:|\(|\)|ore|from|gmt|utc|[ecmp][sd]?t|bst|cest|mez|mesz|ist|a[ew][ds]?t|nz[ds]t|sast|sgt|jst)[\s,:()-]*){0,4}$/;

/** The runs of days and times in a sentence, with the words that part each from the one before. */
function runsIn(text: string): PlainTime[] {
  const runs: { said: string; before: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(PLAIN)) {
    const before = text.slice(end, match.index);
    const last = runs.at(-1);
    if (last && JOINERS.test(before)) last.said += ` ${match[0]}`;
    else runs.push({ said: match[0], before: before.trim() });
    end = match.index + match[0].length;
  }
  return runs.map((run, index) => ({
    ...run,
    after: runs[index + 1]?.before ?? text.slice(end).trim(),
  }));
}

/** Lower case, no accents, straight apostrophes, spaces that are spaces. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Stands in for "at" before an hour that follows a weekday. */
const OCLOCK_MARK = "@ ";
const MONTHS = TIME_WORDS.en.months.map(([name]) => name ?? "");

type Patterns = {
  readonly worthReading: RegExp;
  readonly weekdayOf: ReadonlyMap<string, number>;
  readonly monthOf: ReadonlyMap<string, number>;
  readonly hourOf: ReadonlyMap<string, number>;
  readonly weekday: string;
  /** The short names too: only beside a number. */
  readonly anyWeekday: string;
  readonly dayMonth: RegExp;
  readonly dayAndPart: RegExp;
  readonly dashed: RegExp;
  readonly monthDay: RegExp;
  readonly weekdayDay: RegExp;
  readonly weekdayName: RegExp;
  readonly coming: RegExp;
  readonly relative: readonly (readonly [RegExp, string])[];
  readonly hourParts: readonly (readonly [RegExp, number])[];
  readonly clock: RegExp;
  readonly bareHour: RegExp;
  readonly wordHour: RegExp;
  readonly noon: RegExp;
  readonly morning: RegExp;
  readonly afternoon: RegExp;
};

const cache = new Map<Language, Patterns>();

function patternsOf(language: Language): Patterns {
  const known = cache.get(language);
  if (known) return known;
  const words = TIME_WORDS[language];
  const weekdayOf = numbered(words.weekdays);
  const monthOf = numbered(words.months);
  // English dates stand in mails of every language: systems write them.
  if (language !== "en")
    for (const [name, number] of numbered(TIME_WORDS.en.months))
      if (!monthOf.has(name)) monthOf.set(name, number);
  const hourOf = numbered(words.hours);
  for (const noon of words.noon) hourOf.set(noon, 11);
  // "Una hora" is how long, not when.
  const spokenHours = either([...hourOf.keys()].filter((name) => !/^(?:una|uma|une|een|eine)$/.test(name)));
  const long = words.weekdays.flatMap((names) =>
    names.filter((name) => name.length > 3 || language === "en"),
  );
  const weekday = either([...long, ...WEEKDAYS]);
  const anyWeekday = either([...weekdayOf.keys(), ...WEEKDAYS]);
  const months = either([...monthOf.keys()]);
  const hours = either([...hourOf.keys()]);
  const morning = either(words.morning);
  const afternoon = either(words.afternoon);
  const part = `(?:,? ?(?:(?<morning>${morning})|(?<afternoon>${afternoon}))(?![\\p{L}]))?`;
  const oClock = either(words.oClock);
  const ordinal = "(?:st|nd|rd|th|er|º|ª|o|e|\\.)?";
  const of = words.of.length > 0 ? `(?:(?:${either(words.of)}) )?` : "";
  const article = "(?:the|den|dem|der|le|el|il|dia|op|de|l'|on|am|o|em)";
  const patterns: Patterns = {
    worthReading: new RegExp(
      `\\d|${START}(?:${[weekday, hours, either([...words.today, ...words.tomorrow, ...words.noon, ...words.nextWeek, ...words.sameTime])].join("|")})${END}`,
      "u",
    ),
    weekdayOf,
    monthOf,
    hourOf,
    weekday,
    anyWeekday,
    dayMonth: new RegExp(
      `(?:${START}(?:${anyWeekday})\\.?[, ]{0,3})?(?:\\(?${START}${article} )?(?<![\\d:.,/-])(\\d{1,2})${ordinal} ?(?:of )?${of}(${months})${END}\\.?(?:,? ?(?:de |del )?(\\d{4})(?!\\d))?`,
      "gu",
    ),
    dayAndPart: new RegExp(
      `${START}(${weekday})(morgen|ochtend|middag|namiddag|avond|fruh|vormittag|mittag|nachmittag|abend)${END}`,
      "gu",
    ),
    dashed: new RegExp(`(?<!\\d)(\\d{1,2})-(${months})\\.?-(\\d{4}|\\d\\d)(?!\\d)`, "gu"),
    monthDay: new RegExp(
      `(?:${START}(?:${anyWeekday})\\.?[, ]{0,3})?${START}(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d)(?:,? (\\d{4})(?!\\d))?`,
      "gu",
    ),
    weekdayDay: new RegExp(
      `${START}(${anyWeekday})\\.?[, ]{0,2} ?\\(?(?:${article} )?(\\d{1,2})(?:st|nd|rd|th|er|e|\\.)?\\)?(?!\\d|[:.,]\\d| ?[hu] ?\\d| ?(?:${oClock}|am|pm|a\\.m|p\\.m|${months})${END}| ?[/-] ?\\d)`,
      "gu",
    ),
    weekdayName: new RegExp(`${START}(${weekday})${END}`, "gu"),
    coming: new RegExp(
      `${START}(?:${either(words.coming)}) (?=(?:${weekday})${END})|(?<=${START}(?:${weekday})) (?:${either(words.coming)})${END}`,
      "gu",
    ),
    relative: [
      [each(words.sameTime), "same time"],
      [each(words.dayAfterTomorrow), "day after tomorrow"],
      [each(words.tomorrow), "tomorrow"],
      [each(words.today), "today"],
      [each(words.nextWeek), "next week"],
    ],
    hourParts: HOUR_PARTS[language].map(([said, minutes]) => [
      new RegExp(`${START}${said.replace("H", `(?<hour>${hours}|1[0-2]|[1-9])`)}${END}${part}`, "gu"),
      minutes,
    ]),
    clock: new RegExp(
      `(?<![\\d.,:/$€£-])(?<hour>[01]?\\d|2[0-4])(?: ?(?<mark>[:.hu]) ?(?<minute>[0-5]\\d))?(?![\\d/]|[.,]\\d|:\\d\\d\\d)(?: ?(?<oclock>${oClock})${END}\\.?)?${part}`,
      "gu",
    ),
    bareHour: new RegExp(
      `(?:${START}(?:${either(words.at)})|@) ?(?<hour>${hours}|[01]?\\d|2[0-3])(?![\\d:%/]|[.,]\\d|st|nd|rd|th)${END}(?! (?:${UNITS}))(?: (?<oclock>${oClock})${END})?${part}`,
      "gu",
    ),
    wordHour: new RegExp(
      `${START}(?<hour>${spokenHours}) (?:(?<oclock>${oClock})${END}${part}|(?:(?<morning2>${morning})|(?<afternoon2>${afternoon}))${END})`,
      "gu",
    ),
    noon: new RegExp(`${START}(?:${either(words.noon)})${END}`, "gu"),
    morning: each(words.morning),
    afternoon: each(words.afternoon),
  };
  cache.set(language, patterns);
  return patterns;
}

const START = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";
/** What is counted is no hour: "at 3 sites", "um 10 Prozent". */
const UNITS =
  "min|minut|hour|hrs|week|day|month|year|people|person|site|percent|prozent|stund|tag|woch|monat|jahr|jour|semaine|mois|ans|an |dia|mes|ano|giorn|settiman|anni|dag|wek|maand|jaar|eur|stop|place|of |x ";

function numbered(rows: readonly (readonly string[])[]): Map<string, number> {
  return new Map(rows.flatMap((names, index) => names.map((name) => [name, index] as const)));
}

function either(words: readonly string[]): string {
  return [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

function each(words: readonly string[]): RegExp {
  return new RegExp(`${START}(?:${either(words)})${END}`, "gu");
}

function plainDates(said: string, { language, monthFirst, written }: DateHabits, patterns: Patterns): string {
  const { weekdayOf, monthOf } = patterns;
  const weekdayNumber = (name: string) => weekdayOf.get(name) ?? WEEKDAYS.indexOf(name);
  const numeric = (all: string, first: string, second: string, year?: string) => {
    const [a, b] = [Number(first), Number(second)];
    const swap = (monthFirst && a <= 12) || b > 12;
    return (swap ? plainDay(b, a - 1, year) : plainDay(a, b - 1, year)) ?? all;
  };
  // "Zaterdagmorgen", "Freitagnachmittag": a day and a part of it in one word.
  const text = said.replace(patterns.dayAndPart, "$1 $2");
  const dayPrefix = `(?:${patterns.anyWeekday}|on|am|den|dem|le|du|el|al|del|dia|il|op|em|by|than|until|before|bis|zum|vom|au|ate|tot|voor|entro)`;
  return text
    .replace(
      patterns.dashed,
      (all: string, day: string, month: string, year: string) =>
        plainDay(Number(day), monthOf.get(month) ?? -1, year) ?? all,
    )
    .replace(/(?<!\d)(\d{4})[/.](\d\d)[/.](\d\d)(?!\d)/g, "$1-$2-$3")
    .replace(/(?<![\d-])(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(20\d\d|\d\d)(?![\d:])/g, numeric)
    .replace(
      new RegExp(
        `(?<=${START}${dayPrefix}[,.]? (?:den |dem |le |the |o )?)(\\d{1,2})/(\\d{1,2})(?![\\d/])`,
        "gu",
      ),
      (all: string, first: string, second: string) => numeric(all, first, second),
    )
    .replace(
      language === "de" ? /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?!\d)/g : /(?!)/g,
      (all: string, first: string, second: string) => plainDay(Number(first), Number(second) - 1) ?? all,
    )
    .replace(
      patterns.dayMonth,
      (all: string, day: string, month: string, year?: string) =>
        plainDay(Number(day), monthOf.get(month) ?? -1, year) ?? all,
    )
    .replace(
      patterns.monthDay,
      (all: string, month: string, day: string, year?: string) =>
        plainDay(Number(day), monthOf.get(month) ?? -1, year) ?? all,
    )
    .replace(patterns.weekdayDay, (all: string, name: string, day: string) => {
      const date = nextWithDay(Number(day), weekdayNumber(name), written);
      // "Tuesday 8" is an hour when no Tuesday is the 8th.
      if (date === null && Number(day) <= 12 && !/[(]/.test(all)) return `${name} ${OCLOCK_MARK}${day} `;
      return date === null
        ? all
        : ` ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)} `;
    })
    .replace(DAY_ALONE[language], (all: string, day: string) => {
      const date = nextWithDay(Number(day), null, written);
      return date === null
        ? all
        : ` ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)} `;
    })
    .replace(patterns.coming, "")
    .replace(patterns.weekdayName, (name) => WEEKDAYS[weekdayNumber(name)] ?? name)
    .replace(
      FOLLOWING,
      (_, before: string | undefined, behind: string | undefined) => `following ${before ?? behind}`,
    )
    .replace(
      WEEK_AFTER,
      (_, before: string | undefined, behind: string | undefined) => `${before ?? behind} week`,
    );
}

/** The next one from the day that was spoken of: "am Freitag danach", "le lundi suivant". */
const FOLLOWING = new RegExp(
  `(${WEEKDAYS.join("|")}) (?:danach|darauf|suivant|siguiente|seguinte|successivo|seguente|daarop|daarna|after that|after)(?![\\p{L}])|the following (${WEEKDAYS.join("|")})`,
  "gu",
);
/** The one after the coming one: "Mittwoch in einer Woche", "a week on Monday". */
const WEEK_AFTER = new RegExp(
  `(${WEEKDAYS.join("|")}),? (?:in einer woche|in a week|en huit|over een week|in una settimana|de aqui a uma semana|de hoy en ocho|a week later)|a week on (${WEEKDAYS.join("|")})`,
  "gu",
);

/** A day in plain English, or null when there is none. */
function plainDay(day: number, month: number, year?: string): string | null {
  return day >= 1 && day <= 31 && month >= 0 && month < 12
    ? ` ${day} ${MONTHS[month]}${year === undefined ? "" : ` ${year.length === 2 ? `20${year}` : year}`} `
    : null;
}

/** A day of the month by itself: "the 22nd", "bis zum 18.", "até dia 11"; what is counted or numbered otherwise is none. */
const DAY_ALONE: Readonly<Record<Language, RegExp>> = {
  en: /(?<=[(, ])(?:the )?(\d{1,2})(?:st|nd|rd|th)(?! (?:[a-z]+ )?(?:floor|street|century|avenue|birthday|edition|anniversary|round|place|grade|year|attempt))(?![a-z])/g,
  de: /(?<=(?:bis|am|zum|vom|den|dem|der|fur den) )(\d{1,2})\.(?= [a-z]|[,;)]|$| *$)(?! ?(?:\d|uhr|monat|stock|klasse|semester|runde))/g,
  fr: /(?<=(?:le|au|du) )(\d{1,2})(?=[,.;)?!]|$| a (?:\d|midi)| dans | au plus | et | ou | en | pour | nous | vous | je )/g,
  es: /(?<=(?:el|al|del|hasta el|dia) )(\d{1,2})(?=[,.;)?!]|$| (?:a|como|por|en|no|te|le|me|nos|y|o|para|con|tengo|tenemos|hay|les|os|se|es|viene|que|ya|si) )(?! por (?:cien|ciento))/g,
  pt: /(?<=dia )(\d{1,2})(?=[,.;)?!]|$| \p{L})(?! ?h(?![\p{L}]))/gu,
  it: /(?<=(?:il|al|del|giorno) )(\d{1,2})(?=[,.;)?!]|$| (?:alle|in|per|le|ti|vi|mi|e|o|si|a|dalle|non|ci) )(?! per cento)/g,
  nl: /(?<=(?:de|op|tot|voor|uiterlijk) )(\d{1,2})e(?![a-z])/g,
};

/** The next day from `written` on with this day of the month, and on this weekday if one is said; within ten weeks. */
function nextWithDay(dayOfMonth: number, weekday: number | null, written: Day): Day | null {
  for (let ahead = 0; ahead < 70; ahead++) {
    const day = addDays(written, ahead);
    if (Number(day.slice(8)) !== dayOfMonth) continue;
    if (weekday === null || (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7 === weekday) return day;
  }
  return null;
}

function plainTimes(text: string, language: Language, patterns: Patterns): string {
  const rest = text.replace(/good (?:morning|afternoon|evening)|guten morgen|goedemorgen/g, " ");
  const [saysMorning, saysAfternoon] = [patterns.morning, patterns.afternoon].map(
    (words) => rest.search(words) >= 0,
  );
  const spoken = (hour: number, groups: Groups, isWord: boolean) => {
    const morning =
      groups.morning !== undefined || (groups.afternoon === undefined && saysMorning && !saysAfternoon);
    const afternoon =
      groups.afternoon !== undefined || (groups.morning === undefined && saysAfternoon && !saysMorning);
    if (afternoon && hour < 12) return hour + 12;
    if (morning) return hour === 12 && groups.morning !== undefined ? 0 : hour;
    // Nobody is asked to come at three in the night without a word about it.
    return isWord && hour >= 1 && hour <= 6 ? hour + 12 : hour;
  };
  let out = text;
  for (const [pattern, minutes] of patterns.hourParts)
    out = replaceEach(out, pattern, ([all], groups) => {
      const hour = hourNumber(groups["hour"], patterns);
      return hour === null ? all : ` ${clock(spoken(hour, groups, true) * 60 + minutes)} `;
    });
  out = out.replace(patterns.noon, " 12:00 ").replace(FOUR_DIGITS, "$1:$2");
  out = replaceEach(out, patterns.wordHour, ([all], groups) => {
    const parts = {
      morning: groups["morning"] ?? groups["morning2"],
      afternoon: groups["afternoon"] ?? groups["afternoon2"],
    };
    const hour = hourNumber(groups["hour"], patterns);
    return hour === null ? all : ` ${clock(spoken(hour, parts, true) * 60)} `;
  });
  out = replaceEach(out, patterns.clock, (match, groups) => {
    const [all] = match;
    const { hour = "", minute, mark, oclock, morning, afternoon } = groups;
    const marked = oclock !== undefined || morning !== undefined || afternoon !== undefined;
    if (minute === undefined && !marked) return all;
    // "1.50" is money or a number unless something says that it is a time.
    const early = Number(hour) < 6 && !TIME_BEFORE.test(match.input.slice(0, match.index));
    if (mark === "." && !marked && (Number(minute) % 5 !== 0 || early)) return all;
    if (oclock === "hours" && morning === undefined && Number(hour) < 6) return all;
    const sure24 = language !== "en" && language !== "es" && language !== "nl";
    const as24 = hour.startsWith("0") || (sure24 && (minute !== undefined || Number(hour) > 4));
    return ` ${clock(spoken(Number(hour), groups, !as24) * 60 + Number(minute ?? 0))} `;
  });
  out = replaceEach(out, patterns.bareHour, ([all], groups) => {
    const hour = hourNumber(groups["hour"], patterns);
    return hour === null ? all : ` ${clock(spoken(hour, groups, true) * 60)} `;
  });
  // "De la mañana" is no "mañana": parts of the day go before relative days are read.
  out = out.replace(RANGE, "$1 - ").replace(patterns.morning, " ").replace(patterns.afternoon, " ");
  return patterns.relative.reduce((said, [pattern, plain]) => said.replace(pattern, plain), out);
}

/** "0930", "1900 hrs": after a comma or an "at", and no year. */
const FOUR_DIGITS =
  /(?<=(?:, |at |@ |um |om |day |tomorrow |today |till |to )|^)(?!(?:19|20)\d\d(?! ?(?:h|hrs|hours)(?!\p{L})))([01]\d|2[0-3])([0-5][05])(?= ?(?:h|hrs|hours)?(?:[,.;)]| |$))(?! ?(?:20|19)\d\d)/gu;
/** What stands before a number that is a time and no price. */
const TIME_BEFORE = /(?:at|from|to|till|between|day|thurs|weds|tues|fri|,) ?$/;
const RANGE = /(\d\d:\d\d) {1,3}(?:-|to|bis|tot|until|till|a|as|alle|a las|ate as|h a) {1,3}(?=\d\d:\d\d)/g;

/** Every match of a global pattern replaced by what `say` makes of it and its named groups. */
function replaceEach(
  text: string,
  pattern: RegExp,
  say: (match: RegExpExecArray, groups: Groups) => string,
): string {
  let out = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    out += text.slice(end, match.index) + say(match, match.groups ?? {});
    end = match.index + match[0].length;
  }
  return out + text.slice(end);
}

type Groups = Readonly<Record<string, string | undefined>>;

function hourNumber(said: string | undefined, { hourOf }: Patterns): number | null {
  if (said === undefined) return null;
  const word = hourOf.get(said);
  return word === undefined ? (/^\d+$/.test(said) ? Number(said) : null) : word + 1;
}

function clock(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}
