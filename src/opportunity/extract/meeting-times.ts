// Which of the times in a mail is the interview's: every one is weighed by the words around it, as mails also name opening hours, old
// times, trains and deadlines.
import {
  AFTER_WORDS,
  ASIDE_WORDS,
  CALLED_OFF_WORDS,
  FROM_WORDS,
  LIMIT_WORDS,
  MEETING_WORDS,
  NEW_WORDS,
  OLD_WORDS,
  PASSED_WORDS,
} from "../../playbook/meeting-words.ts";
import type { InterviewStatus } from "../../vocabulary.ts";
import type { Moment } from "./moments.ts";

/** The one time that is meant, or the several that are offered. */
export type Times = { readonly single?: Moment | undefined; readonly options: readonly Moment[] };

/** Chooses among all moments of a mail; those without a time only tell which days it speaks of. */
export function chooseTimes(all: readonly Moment[], status: InterviewStatus): Times {
  const days = new Set(all.map(({ day }) => day)).size;
  const weighed = all
    .filter(({ start }) => start !== null)
    .map((moment) => ({ moment, weight: weightOf(moment, status, days) }))
    .filter(({ weight }) => weight > NEVER);
  // A time beside words of something else is the interview's only where there is no other.
  const likely = weighed.length > 1 ? weighed.filter(({ weight }) => weight > 0) : weighed;
  const best = Math.max(...likely.map(({ weight }) => weight));
  const within = (spread: number) =>
    likely.filter(({ weight }) => weight >= best - spread).map(({ moment }) => moment);
  const choices = within(CHOICE_SPREAD);
  if (choices.slice(1).some(({ before }) => CHOICE.test(before))) return { options: choices };
  const meant = within(SPREAD);
  if (status === "moved") {
    const fresh = meant.findLast(({ before }) => NEW.test(before));
    return { single: fresh ?? meant.findLast(({ saysDay }) => saysDay) ?? meant.at(-1), options: [] };
  }
  const dayed = meant.filter(({ saysDay }) => saysDay);
  if (new Set(dayed.map(({ start }) => start)).size > 1) return { options: meant };
  return { single: dayed[0] ?? meant[0], options: [] };
}

/** Weights this close together are both meant; where one is offered beside another, closer ones are. */
const SPREAD = 1;
const CHOICE_SPREAD = 2;
/** The weight of a time that cannot be the interview's: an old one, a limit, one that is called off. */
const NEVER = -10;

/** How likely the interview is at this time. */
function weightOf(
  { before, after, end, saysDay, quote }: Moment,
  status: InterviewStatus,
  days: number,
): number {
  const clause = `${lastClause(before)} # ${firstClause(after)}`;
  if (PASSED.test(before) || LIMIT.test(before)) return NEVER;
  if (end === null && !saysDay && (AFTER.test(before) || (days > 1 && FROM.test(before)))) return NEVER;
  const isNew = NEW.test(before);
  if (!isNew && CALLED_OFF.test(clause)) return NEVER;
  const moved = status === "moved";
  return (
    1.5 +
    (saysDay ? 1.5 : 0) +
    (MEETING.test(clause) ? 1.5 : 0) +
    (moved && isNew ? 1.5 : 0) -
    (moved && !isNew && OLD.test(clause) ? 2 : 0) +
    (/\?/.test(quote) ? 0.5 : 0) -
    (ASIDE.test(clause) ? 3 : 0)
  );
}

function lastClause(before: string): string {
  return (
    before
      .slice(-90)
      .split(/[.;!?](?=\s|$)|,\s(?:and|und|et|y|e|en|but|aber|mais|pero|mas|ma|maar|so)\s/)
      .at(-1) ?? ""
  );
}

function firstClause(after: string): string {
  return after.slice(0, 60).split(/[.,;!?](?=\s|$)/)[0] ?? "";
}

/** At the end of the words before a time; small words may follow. */
const atEnd = (words: string) =>
  new RegExp(
    `(?:^|[^\\p{L}])(?:${words})[\\s:,]*(?:(?:the|slot|date|time|date/time|termin|fecha|data|datum|den|dem|am|vom|el|las?|le|il|op|on|at|alle|at the|o|a|um)[\\s:,]*){0,3}$`,
    "u",
  );
const inside = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, "u");

const PASSED = atEnd(PASSED_WORDS);
const LIMIT = atEnd(LIMIT_WORDS);
const NEW = atEnd(NEW_WORDS);
const AFTER = atEnd(AFTER_WORDS);
const FROM = atEnd(FROM_WORDS);
const CALLED_OFF = inside(CALLED_OFF_WORDS);
const ASIDE = inside(ASIDE_WORDS);
const OLD = inside(OLD_WORDS);
const MEETING = inside(MEETING_WORDS);
const CHOICE =
  /(?:^|[^\p{L}])(?:or|oder|ou|o|u|oppure|of|either)(?: (?:else|on|at|am|um|le|a|el|alle|op|om|at|the|maybe|even|wahlweise|bien|alternatively|sino|anche|anders))*\s*$/u;
