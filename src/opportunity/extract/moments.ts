// Dates and times in prose, through chrono-node, read against the message's own date: "Tuesday at 3pm ET", "10 November, 15:00".
import { en } from "chrono-node";
import type { ParsedComponents, ParsedResult } from "chrono-node";
import { offsetMinutesAt, toInstant, withOffset, zonedInstant } from "../../calendar.ts";
import type { Day, Instant, Zone } from "../../calendar.ts";
import type { Certainty } from "../../vocabulary.ts";
import { MAX_EXTRACT_CHARACTERS } from "./context.ts";
import type { ExtractContext } from "./context.ts";

/** A moment that the text names. */
export type Moment = {
  readonly day: Day;
  /** ISO 8601 with offset; null when only the day is said. */
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: Zone | null;
  /** `certain` when the text names a zone, else the person's own is assumed. */
  readonly zoneCertainty: Certainty;
  readonly quote: string;
  readonly at: number;
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
};

/** Every day or time that `text` names, in order. Days long before the message or far after it are left out. */
export function momentsIn(said: string, { original, zone }: ExtractContext): Moment[] {
  // A bullet's dash between two lines is no range from one day to the other.
  const text = said.slice(0, MAX_EXTRACT_CHARACTERS).replace(/\n\s{0,10}[-*•–—·]\s{1,5}/g, "\n; ");
  const written = original.date ?? "2000-01-01T00:00:00Z";
  const reference = { instant: new Date(written), timezone: offsetMinutesAt(written, zone) };
  return en.casual
    .parse(text, reference, { forwardDate: true })
    .flatMap((result) => toMoment(result, text, zone) ?? [])
    .filter(({ day }) => isNear(day, written));
}

function toMoment(result: ParsedResult, text: string, personZone: Zone): Moment | null {
  const { start, end } = result;
  // "It takes 45 minutes" is how long, not when.
  if (DURATION.test(result.text)) return null;
  const saysDay = start.isCertain("day") || start.isCertain("weekday");
  if (!saysDay && !/\b(?:tomorrow|today|tonight)\b/i.test(result.text)) return null;
  const named = zoneAfter(text, result);
  const zone = named ?? personZone;
  const isOffset = start.isCertain("timezoneOffset") && named === null;
  const at = (components: ParsedComponents) =>
    isOffset ? offsetTime(components) : withOffset(zonedInstant(wallClock(components), zone), zone);
  const hasTime = start.isCertain("hour");
  return {
    day: wallClock(start).slice(0, 10),
    start: hasTime ? at(start) : null,
    end: hasTime && end?.isCertain("hour") ? at(end) : null,
    zone: isOffset ? null : zone,
    zoneCertainty: named !== null || isOffset ? "certain" : "implied",
    quote: text.slice(Math.max(0, result.index - 20), result.index + result.text.length + 6),
    at: result.index,
  };
}

const DURATION =
  /^(?:(?:in|for|within|about|around|approximately) )?(?:\d{1,3}|an?|half an|one|two|three)(?:\s?[-–]\s?\d{1,3})?[\s-]?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)(?: (?:ago|long))?$/i;

/** chrono reads "3pm ET" as an offset; the letters say which place's clock is meant. */
function zoneAfter(text: string, result: ParsedResult): Zone | null {
  const around = text.slice(result.index, result.index + result.text.length + 8);
  const names = [...around.matchAll(/\b([A-Z]{2,4})\b/g)].map((match) => (match[1] ?? "").toLowerCase());
  const name = names.find((one) => Object.hasOwn(ZONE_NAMES, one));
  return name === undefined ? null : (ZONE_NAMES[name] ?? null);
}

function wallClock(components: ParsedComponents): string {
  const part = (name: "month" | "day" | "hour" | "minute") => twoDigits(components.get(name) ?? 0);
  const year = String(components.get("year")).padStart(4, "0");
  return `${year}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function offsetTime(components: ParsedComponents): string {
  const minutes = components.get("timezoneOffset") ?? 0;
  const absolute = Math.abs(minutes);
  const hours = twoDigits(Math.floor(absolute / 60));
  return `${wallClock(components)}${minutes < 0 ? "-" : "+"}${hours}:${twoDigits(absolute % 60)}`;
}

function isNear(day: Day, written: Instant): boolean {
  const days = (Date.parse(`${day}T12:00:00Z`) - Date.parse(written)) / 86_400_000;
  return days > -3 && days < 200;
}

/** The instant of a start as stored and compared. */
export function instantOf(start: string): Instant {
  return toInstant(Date.parse(start));
}
