// The days that bind somebody: a deadline for the candidate, and the day by which they promised to answer.
import { addBusinessDays, addDays } from "../../calendar.ts";
import type { Day } from "../../calendar.ts";
import {
  COUNT_WORDS,
  LIMIT_WORDS,
  PROMISE_WORDS,
  REQUEST_WORDS,
  STRETCH_WORDS,
  TELL_WORDS,
} from "../../playbook/due-words.ts";
import { TIME_WORDS } from "../../playbook/time-words.ts";
import type { Kind } from "../../vocabulary.ts";
import { found } from "../reading.ts";
import type { Found } from "../reading.ts";
import { sentencesOf } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { momentsIn, writtenDay } from "./moments.ts";
import type { Moment } from "./moments.ts";
import { plainLetters } from "./plain-times.ts";

const START = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";

const LIMIT_BEFORE = new RegExp(
  `${START}(?:${either(LIMIT_WORDS)})[\\s:-]*(?:${START}(?:the|le|el|il|o|a|am|den|dem|noon|midnight|mezzogiorno|midi|mediodia|meio-dia|close of play on|close of business on|close of play|close of business|end of play|cob|eod|end of day|end of|la|l'|op|on|de|del|and|fin de|fine|giorno|dia|las|alle|this|next|um|este|esta|diesen|dieses|ce|cette|questo|questa|deze|zum|ins)${END}[\\s:,]*){0,3}$`,
  "u",
);
/** "Friday 18 July como muy tarde": the limit stands behind its day. */
const LATEST_AFTER =
  /^[\s,)]*(?:(?:at the )?latest|spatestens|au plus tard|a mas tardar|como (?:muy )?tarde|al piu tardi|no maximo|o mais tardar|uiterlijk|deadline|is fine|is soon enough)(?![\p{L}])/u;
const REQUEST = wordsOf(REQUEST_WORDS);
const PROMISE = wordsOf(PROMISE_WORDS);
const TELL = wordsOf(TELL_WORDS);
const SAYS = wordsOf([...PROMISE_WORDS, ...TELL_WORDS]);

/** Kinds that wait for the candidate; in the others a day is theirs, unless the sentence asks for something by it. */
const ASKING: readonly Kind[] = ["assessment", "references", "offer"];
const WAITING: readonly Kind[] = ["acknowledgement", "delay"];

/** The last day to hand in a test, send references, answer an offer or say which time suits. */
export function extractDeadline(context: ExtractContext): Found<Day> {
  const { kind } = context;
  if (kind === "rejection" || kind === "not-job" || WAITING.includes(kind)) return null;
  const dues = duesIn(context).filter(
    ({ bound, asks, promises, tells }) =>
      !tells &&
      ((asks && bound >= Bound.stretch) ||
        ((kind === "other-job" || kind === "outreach") && bound === Bound.limit) ||
        (ASKING.includes(kind) && !promises && (bound >= Bound.stretch || (asks && bound !== Bound.week)))),
  );
  return strongest(dues, ({ bound, asks }) => bound * 2 + (asks ? 1 : 0), "deadline/said");
}

/** The day by which they said they would answer; of a window its last day. */
export function extractPromise(context: ExtractContext): Found<Day> {
  const { kind } = context;
  if (kind === "rejection" || kind === "not-job" || kind === "other-job") return null;
  const waits = WAITING.includes(kind);
  const dues = duesIn(context).filter(
    ({ bound, asks, promises, tells, hasTime, sentence }) =>
      !IF_SILENT.test(plainLetters(sentence)) &&
      ((tells && (waits || bound >= Bound.stretch || !hasTime)) ||
        (promises && (waits || (!asks && bound >= Bound.stretch)))),
  );
  return strongest(dues, ({ bound, tells }) => bound + (tells ? 2 : 0), "promise/said");
}

/** "If you have heard nothing by then": what silence means, no promise. */
const IF_SILENT =
  /(?<!\p{L})(?:if you (?:do not|don't|have not|haven't|hear nothing|hear no)|if we (?:do not|don't|have not|haven't)|falls sie [^.]{0,40}(?:nicht|nichts|keine)|sollten sie [^.]{0,40}(?:nicht|nichts|keine)|sans (?:reponse|nouvelles?|retour)|si (?:en|no|pasad[oa]s|transcurrid[oa]s)|caso nao|se nao|se non|als (?:u|je) [^.]{0,40}(?:niets|niet|geen))(?!\p{L})/u;

/** How firmly a sentence binds its day. */
const Bound = {
  /** A day that is merely named. */
  named: 0,
  /** "Next week", "this week". */
  week: 1,
  /** "Within two weeks", "by the end of next week". */
  stretch: 2,
  /** "By Friday". */
  limit: 3,
} as const;

/** A day in a sentence, and what the sentence does with it. */
type Due = {
  readonly day: Day;
  readonly sentence: string;
  readonly bound: number;
  /** It stands beside a time of day: an appointment more likely than a promise. */
  readonly hasTime: boolean;
  /** The candidate is asked to do something. */
  readonly asks: boolean;
  /** They speak of an answer or a decision. */
  readonly promises: boolean;
  /** They say that they will tell: "you'll hear from us". */
  readonly tells: boolean;
};

/** The first of the strongest. */
function strongest(dues: readonly Due[], weightOf: (due: Due) => number, rule: string): Found<Day> {
  const top = Math.max(...dues.map(weightOf));
  const best = dues.find((due) => weightOf(due) === top);
  return best
    ? found(best.day, best.sentence, best.bound >= Bound.stretch ? "certain" : "implied", rule)
    : null;
}

function duesIn(context: ExtractContext): Due[] {
  const sentences = sentencesOf(context.text);
  const moments = Map.groupBy(momentsIn(context.text, context), ({ quote }) => quote);
  return sentences.flatMap((sentence, index) => {
    const plain = plainLetters(sentence);
    // "Sunday 18th is fine." and "By Friday?" belong to what stands before them.
    const before = sentence.length < 60 ? plainLetters(sentences[index - 1] ?? "") : "";
    return daysIn(plain, moments.get(sentence) ?? [], context).map(({ words, ...day }) => {
      const says = SAYS.test(words);
      return {
        ...day,
        sentence,
        asks: REQUEST.test(words) || (!says && REQUEST.test(before)),
        promises: PROMISE.test(words) || (!REQUEST.test(words) && PROMISE.test(before)),
        tells: TELL.test(words),
      };
    });
  });
}

type SaidDay = Pick<Due, "day" | "bound" | "hasTime"> & {
  /** The words that say what happens on it: with several days in a sentence, those around this one. */
  readonly words: string;
};

/** Every day that a sentence binds or names. */
function daysIn(plain: string, moments: readonly Moment[], context: ExtractContext): SaidDay[] {
  const monthEnd = monthEndIn(plain, context);
  const stretch = monthEnd
    ? { day: monthEnd, bound: LIMIT_OF_MONTH.test(plain) ? Bound.limit : Bound.stretch }
    : stretchIn(plain, context);
  const named = moments.map(({ day, start, before, after }): SaidDay => {
    const inWeek = WEEK_OF.test(before);
    const closes = LIMIT_BEFORE.test(before) || LATEST_AFTER.test(after) || BY_THEN.test(plain);
    return {
      day: inWeek ? fridayOf(day) : day,
      bound: closes ? Bound.limit : inWeek ? Bound.stretch : Bound.named,
      hasTime: start !== null,
      words: moments.length === 1 ? plain : `${before} ${after.split(CLAUSE_END)[0] ?? ""}`,
    };
  });
  const weak = stretch !== null && stretch.bound <= Bound.week && moments.length > 0;
  return stretch === null || weak ? named : [{ ...stretch, hasTime: false, words: plain }, ...named];
}

/** "In the week of the 9th": its Friday. */
const WEEK_OF =
  /(?:week (?:of|beginning|commencing|starting)|w\/c|woche (?:vom|ab|um den)|semaine du|semana del?|semana de|semana do|settimana del|week van)[\s:]*(?:the |den |dem |el |o |il |monday )?$/u;
/** "… on the 26th; let me know by then." */
const BY_THEN =
  /(?<!\p{L})(?:by then|before then|before that|bis dahin|vorher|d'ici la|avant cela|para entonces|antes de eso|ate la|antes disso|entro allora|prima di allora|voor die tijd|voor dan)(?!\p{L})/u;
const CLAUSE_END = /[,;]|(?<!\p{L})(?:and|und|et|y|e|en|but|aber|mais|pero|mas|ma|maar)(?!\p{L})/u;

const COUNT = `(?<count>\\d{1,3}|${either(Object.keys(COUNT_WORDS))})`;
const MORE = `(?: ?(?:-|to|bis|a|ou|o|or|oder|tot|of|a) ?(?<upper>\\d{1,3}|${either(Object.keys(COUNT_WORDS))}))?`;
const WITHIN =
  "(?:within|in|in the next|within the next|over the next|in about|binnen|innerhalb von|innert|in den nachsten|in|sous|dans|dans les|d'ici|en|dentro de|en un plazo de|en los proximos|em|dentro de|nos proximos|em ate|entro|nei prossimi|tra|fra|binnen|over|have|haben sie|je hebt|u heeft|tiene|avete|tem|plazo de|delai de|no prazo de|entro i prossimi|takes|take)";
const COUNTED = new RegExp(
  `${START}${WITHIN} (?:the |les |los |os |i |le |las |de |next |coming )?${COUNT}${MORE}(?: of| -)? (?<unit>${either(
    [...STRETCH_WORDS.businessDays, ...STRETCH_WORDS.weeks, ...STRETCH_WORDS.days, ...STRETCH_WORDS.hours],
  )})${END}`,
  "u",
);
/** "7 days from now", "valido 7 giorni da oggi". */
const FROM_NOW = new RegExp(
  `${START}${COUNT}${MORE} (?<unit>${either([
    ...STRETCH_WORDS.businessDays,
    ...STRETCH_WORDS.weeks,
    ...STRETCH_WORDS.days,
    ...STRETCH_WORDS.hours,
  ])}) (?:from now|from today|of this (?:e-?mail|letter|message)|of receipt|ab heute|ab jetzt|nach erhalt|a partir d'aujourd'hui|des reception|desde hoy|a partir de hoje|da oggi|dalla ricezione|vanaf vandaag|na ontvangst)${END}`,
  "u",
);
const FORTNIGHT = new RegExp(
  `${START}(?:within|in) (?:a|the next) fortnight${END}|${START}sous quinzaine${END}`,
  "u",
);
const ENDS: readonly (readonly [RegExp, (written: Day) => Day])[] = [
  [wordsOf(STRETCH_WORDS.endOfMonth), (written) => addDays(`${nextMonth(written)}-01`, -1)],
  [wordsOf(STRETCH_WORDS.nextWeek), (written) => fridayOf(addDays(written, 7))],
  [wordsOf(STRETCH_WORDS.endOfThisWeek), (written) => fridayOf(written)],
  [wordsOf(STRETCH_WORDS.comingDays), (written) => addDays(written, 7)],
];

/** "By the end of next week" is a limit, "next week" only a time. */
const WEEK_LIMIT = new RegExp(
  `${START}(?:end|ende|fin|final|finales|fim|fine|eind|einde|month end|monatsende|later|${either(LIMIT_WORDS)})${END}`,
  "u",
);

/** `within two weeks`, `in 3-5 Werktagen`, `d'ici la fin de la semaine prochaine`: the last day of it. */
function stretchIn(plain: string, context: ExtractContext): { day: Day; bound: number } | null {
  const written = writtenDay(context);
  if (written === null) return null;
  const counted = (COUNTED.exec(plain) ?? FROM_NOW.exec(plain))?.groups;
  if (counted) {
    const said = counted["upper"] ?? counted["count"] ?? "";
    const count = COUNT_WORDS[said] ?? Number(said);
    const unit = counted["unit"] ?? "";
    const is = (units: readonly string[]) => units.includes(unit);
    if (is(STRETCH_WORDS.businessDays)) return { day: addBusinessDays(written, count), bound: Bound.stretch };
    if (is(STRETCH_WORDS.weeks)) return { day: addDays(written, 7 * count), bound: Bound.stretch };
    if (is(STRETCH_WORDS.days)) return { day: addDays(written, count), bound: Bound.stretch };
    // "In 2 hours" is how long; from a day on it is a limit.
    return count >= 24 ? { day: addDays(written, Math.ceil(count / 24)), bound: Bound.stretch } : null;
  }
  if (FORTNIGHT.test(plain)) return { day: addDays(written, 14), bound: Bound.stretch };
  const end = ENDS.find(([words]) => words.test(plain));
  if (!end) return null;
  return { day: end[1](written), bound: WEEK_LIMIT.test(plain) ? Bound.stretch : Bound.week };
}

/** Names of months in all our languages, the full ones: the short ones are words of other languages. */
const MONTHS_NAMED: ReadonlyMap<string, number> = new Map(
  Object.values(TIME_WORDS).flatMap(({ months }) =>
    months.map(([name = ""], index) => [name, index] as const),
  ),
);
const END_OF_MONTH = new RegExp(
  `${START}(?:${either(STRETCH_WORDS.endOf)}) (?:of |de |di |van )?(${either([...MONTHS_NAMED.keys()])})${END}`,
  "u",
);
const LIMIT_OF_MONTH = new RegExp(
  `${START}(?:${either(LIMIT_WORDS)}) (?:the |la |le |el |o |a )?(?:${either(STRETCH_WORDS.endOf)}) `,
  "u",
);

/** "By the end of June", "für Ende Januar": its last day. */
function monthEndIn(plain: string, context: ExtractContext): Day | null {
  const month = MONTHS_NAMED.get(END_OF_MONTH.exec(plain)?.[1] ?? "");
  const written = writtenDay(context);
  if (month === undefined || written === null) return null;
  const year = Number(written.slice(0, 4)) + (month + 1 < Number(written.slice(5, 7)) ? 1 : 0);
  return addDays(`${nextMonth(`${year}-${String(month + 1).padStart(2, "0")}-01`)}-01`, -1);
}

function fridayOf(day: Day): Day {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, 4 - weekday);
}

function nextMonth(day: Day): string {
  return addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7);
}

function wordsOf(words: readonly string[]): RegExp {
  return new RegExp(`${START}(?:${either(words)})${END}`, "u");
}

/** Longest first; a star is the rest of a word. */
function either(words: readonly string[]): string {
  return [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("*", "\\p{L}{0,12}"))
    .join("|");
}
