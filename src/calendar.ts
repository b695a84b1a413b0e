// Local days, business days and the next digest time. Everything a clock could say comes in as an argument.
// Temporal is not in workerd yet; temporal-polyfill is, and knows DST.
import { Temporal } from "temporal-polyfill";

/** UTC ISO 8601, as stored and compared: `2026-11-03T14:02:00Z`. */
export type Instant = string;
/** A calendar day without a zone: `2026-11-03`. */
export type Day = string;
/** An IANA time zone name: `Europe/Berlin`. */
export type Zone = string;

/** When a person wants the digest: a local hour, every week on `weekday` (1 = Monday … 7 = Sunday) or every day. */
export type DigestSchedule = {
  readonly every: "week" | "day";
  readonly weekday: number;
  readonly hour: number;
  readonly zone: Zone;
};

/** The local day on which `instant` falls in `zone`. */
export function dayOf(instant: Instant, zone: Zone): Day {
  const at = Date.parse(instant);
  return dayAt(Math.floor((at + offsetAt(at, zone)) / DAY_MILLISECONDS));
}

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** The day with this number, counted from 1970-01-01. A history is about few days, and names them thousands of times. */
function dayAt(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 10);
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  days.set(number, day);
  return day;
}

/** The number of a day. */
function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Math.floor(noonOf(day).getTime() / DAY_MILLISECONDS);
  if (numbers.size >= MOST_DAYS_KEPT) numbers.clear();
  numbers.set(day, number);
  return number;
}

const MOST_DAYS_KEPT = 10_000;
const days = new Map<number, Day>();
const numbers = new Map<Day, number>();

/** What a clock in `zone` shows: `2026-11-03T15:02:00Z`, the Z meaning nothing. */
function clockIn(instant: Instant, zone: Zone): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, zone)).toISOString();
}

/** The offset of `zone`, in milliseconds east of UTC. It holds between two transitions; asking the library every time takes fifty times as long. */
function offsetAt(epochMilliseconds: number, zone: Zone): number {
  const known = (periods.get(zone) ?? []).find(
    ({ from, until }) => from <= epochMilliseconds && epochMilliseconds < until,
  );
  if (known) return known.offset;
  const at = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone);
  const offset = at.offsetNanoseconds / 1e6;
  // The transition of this very moment is no longer ahead: it is "next" seen from just before it.
  const from = at.add({ nanoseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity;
  const until = at.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
  periods.set(zone, [...(periods.get(zone) ?? []), { from, until, offset }]);
  return offset;
}

/** Two for every zone and year that somebody's mail is from. */
const periods = new Map<Zone, readonly { from: number; until: number; offset: number }[]>();

/** The first instant at or after `hour` o'clock of a local day; an hour that DST skips becomes the next one that exists. */
export function instantAt(day: Day, hour: number, zone: Zone): Instant {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: new Temporal.PlainTime(hour),
  });
  return toInstant(local.epochMilliseconds);
}

/** The next slot of the schedule strictly after `after`. Late runs do not drift: slots come from the schedule alone. */
export function nextDigestAt(schedule: DigestSchedule, after: Instant): Instant {
  let day = Temporal.PlainDate.from(dayOf(after, schedule.zone));
  for (;;) {
    const fits = schedule.every === "day" || day.dayOfWeek === schedule.weekday;
    const slot = instantAt(day.toString(), schedule.hour, schedule.zone);
    if (fits && slot > after) return slot;
    day = day.add({ days: 1 });
  }
}

/** Milliseconds since the epoch as an Instant, to the second. */
export function toInstant(epochMilliseconds: number): Instant {
  return new Date(Math.floor(epochMilliseconds / 1000) * 1000).toISOString().replace(".000Z", "Z");
}

/** `instant` moved by a number of seconds. */
export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(Date.parse(instant) + seconds * 1000);
}

/** `day` moved by whole calendar days. */
export function addDays(day: Day, count: number): Day {
  return dayAt(numberOf(day) + count);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Days on which nobody works, besides weekends: a country's public holidays, if the person wants them kept. */
export type Holidays = ReadonlySet<Day>;
const NO_HOLIDAYS: Holidays = new Set();

function isWeekday(day: Day): boolean {
  // 1970-01-01 was a Thursday: from there, Saturdays are two days on and Sundays three.
  const sinceThursday = ((numberOf(day) % 7) + 7) % 7;
  return sinceThursday !== 2 && sinceThursday !== 3;
}

/** Monday to Friday, and no public holiday. */
export function isBusinessDay(day: Day, holidays: Holidays = NO_HOLIDAYS): boolean {
  return isWeekday(day) && !holidays.has(day);
}

/** `day` itself, or the next business day after it. */
export function toBusinessDay(day: Day, holidays: Holidays = NO_HOLIDAYS): Day {
  return isBusinessDay(day, holidays) ? day : toBusinessDay(addDays(day, 1), holidays);
}

/** The business day that stands `count` business days after `day` (before it, when negative). */
export function addBusinessDays(day: Day, count: number, holidays: Holidays = NO_HOLIDAYS): Day {
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, Math.sign(count));
    if (isBusinessDay(at, holidays)) left -= 1;
  }
  return at;
}

/** Whether it is a day of the calendar in our time, written `2026-11-03`; the 30th of February is none, and nobody plans for the year 9999. */
export function isDay(text: string): boolean {
  return (
    /^(?:19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(text) &&
    new Date(`${text}T00:00Z`).getUTCDate() === Number(text.slice(8))
  );
}

/** Whether it is written as instants are: `2026-11-03T14:02:00Z`. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Whether `zone` is a time zone this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
}

/** A zone as it is usually written, whatever case it was typed in; null when this runtime does not know it. */
export function canonicalZone(typed: string): Zone | null {
  const lower = typed.toLowerCase();
  const known = Intl.supportedValuesOf("timeZone").find((zone) => zone.toLowerCase() === lower);
  return known ?? (isZone(typed) ? typed : null);
}

/** Where most people live whose clock shows this offset, in order; which of them is right depends on the season. */
const LIKELY_ZONES: readonly Zone[] = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Europe/Athens",
  "America/Sao_Paulo",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Europe/Istanbul",
  "Asia/Dubai",
  "Australia/Sydney",
  "Australia/Brisbane",
  "Africa/Lagos",
  "Africa/Johannesburg",
  "Africa/Nairobi",
  "Asia/Karachi",
  "Asia/Dhaka",
  "Asia/Jakarta",
  "Pacific/Auckland",
  "America/Mexico_City",
  "America/Bogota",
  "America/Halifax",
];

/** A zone whose clock showed `offsetMinutes` at that instant: a guess to begin with; UTC where none fits. */
export function likelyZone(instant: Instant, offsetMinutes: number): Zone {
  return LIKELY_ZONES.find((zone) => offsetMinutesAt(instant, zone) === offsetMinutes) ?? "Etc/UTC";
}

/** The offset of `zone` at an instant, in minutes east of UTC. */
export function offsetMinutesAt(instant: Instant, zone: Zone): number {
  return offsetAt(Date.parse(instant), zone) / 60_000;
}

/** A local wall-clock time in `zone` as ISO 8601 with its offset: `2026-11-10T15:00:00-05:00`. */
export function withOffset(instant: Instant, zone: Zone): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** A wall-clock time without zone (`2026-11-10T15:00:00`) read in `zone`; an ambiguous one is its first occurrence. */
export function zonedInstant(wallClock: string, zone: Zone): Instant {
  return toInstant(Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).epochMilliseconds);
}

/** A day in the long form of a language: `Tuesday 10 November`, `Dienstag, 10. November`. `locale` is a BCP 47 tag. */
export function sayDayIn(day: Day, locale: string): string {
  if (locale.startsWith("en")) return sayDay(day, "long");
  return formatter(locale, { weekday: "long", day: "numeric", month: "long" }).format(noonOf(day));
}

/** `Tue 10 Nov`, or with `long` `Tuesday 10 November`. */
export function sayDay(day: Day, width: "short" | "long" = "short"): string {
  const key = `${width} ${day}`;
  const known = saidDays.get(key);
  if (known !== undefined) return known;
  const part = (options: Intl.DateTimeFormatOptions) => formatter("en-GB", options).format(noonOf(day));
  const said = `${part({ weekday: width })} ${part({ day: "numeric" })} ${part({ month: width })}`;
  if (saidDays.size >= MOST_DAYS_KEPT) saidDays.clear();
  saidDays.set(key, said);
  return said;
}

const saidDays = new Map<string, string>();

function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** Making a formatter takes far longer than using it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).flat().join(" ")}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formatters.set(key, made);
  return made;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `15:00` in `zone` */
export function sayTime(instant: Instant, zone: Zone): string {
  return clockIn(instant, zone).slice(11, 16);
}
