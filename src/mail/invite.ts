// Calendar invitations (RFC 5545 and 5546), through ical.js: when, where, who, and whether it was called off.
// VALARM, VTIMEZONE and the rest are never mistaken for the event.
import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { isZone, toInstant, withOffset, zonedInstant } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import type { Correspondent } from "./address.ts";

export type Invite = {
  readonly uid: string;
  readonly sequence: number;
  readonly method: string | null;
  readonly cancelled: boolean;
  readonly summary: string;
  /** ISO 8601 with offset, or a bare day for an all-day event; of a recurring one its master's. */
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: Zone | null;
  readonly location: string | null;
  readonly link: string | null;
  readonly organizer: Correspondent | null;
};

/** The newest event of the calendars (by SEQUENCE); null when there is none or none can be read. */
export function readInvite(calendars: readonly string[], personZone: Zone): Invite | null {
  const invites = calendars.flatMap((text) => readCalendar(text, personZone));
  return invites.reduce<Invite | null>(
    (best, one) => (best && best.sequence >= one.sequence ? best : one),
    null,
  );
}

function readCalendar(text: string, personZone: Zone): Invite[] {
  const invite = attempted(text, personZone) ?? attempted(wellFormedLines(text), personZone);
  return invite ? [invite] : [];
}

/** Null for a calendar that cannot be read, however it is broken: the mail around it stays readable. */
function attempted(text: string, personZone: Zone): Invite | null {
  try {
    const begins = Math.max(0, text.search(/BEGIN:VCALENDAR/i));
    const parsed = ICAL.parse(mended(text.slice(begins)));
    // Several calendars in one part come as a list.
    const calendar = new ICAL.Component(Array.isArray(parsed[0]) ? parsed[0] : parsed);
    const events = calendar.getAllSubcomponents("vevent");
    // The master of a series, before its exceptions; a message about one instance has only that one. The newest of several.
    const masters = events.filter((one) => !one.hasProperty("recurrence-id"));
    const [first] = masters.length > 0 ? masters : events;
    const uid = String(first?.getFirstPropertyValue("uid") ?? "");
    const newest = [...masters]
      .filter((one) => String(one.getFirstPropertyValue("uid") ?? "") === uid)
      .toSorted((a, b) => sequenceOf(b) - sequenceOf(a))[0];
    const event = newest ?? first;
    return event ? toInvite(calendar, event, personZone) : null;
  } catch {
    return null;
  }
}

function sequenceOf(event: ICAL.Component): number {
  return Number(event.getFirstPropertyValue("sequence")) || 0;
}

/** Exchange's unquoted `TZID=tzone://Microsoft/Utc:` has a colon too many; old programs end lines with carriage returns. */
function mended(text: string): string {
  return text
    .replace(/\r(?!\n)/g, "\n")
    .replace(/TZID=tzone:\/\/Microsoft\/Utc:/gi, "TZID=UTC:")
    .trim();
}

/** One broken line must not cost the event: only lines of the form `NAME;PARAMETER=VALUE:…` (RFC 5545 section 3.1) are kept. */
function wellFormedLines(text: string): string {
  const contentLine =
    /^[A-Z0-9-]{1,60}(?:;[A-Z0-9-]{1,60}=(?:"[^"]{0,500}"|[^";:,]{0,500})(?:,(?:"[^"]{0,500}"|[^";:,]{0,500})){0,20}){0,20}:/i;
  return text
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .filter((line) => contentLine.test(line))
    .join("\r\n");
}

function toInvite(calendar: ICAL.Component, event: ICAL.Component, personZone: Zone): Invite {
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? "").trim();
  const method = String(calendar.getFirstPropertyValue("method") ?? "").toUpperCase() || null;
  const start =
    timeOf(calendar, event, "dtstart", personZone) ?? timeOf(calendar, event, "recurrence-id", personZone);
  const location = text("location") || null;
  return {
    uid: text("uid"),
    sequence: Number(text("sequence")) || 0,
    method,
    cancelled: method === "CANCEL" || text("status").toUpperCase() === "CANCELLED",
    summary: text("summary"),
    start: start?.iso ?? null,
    end: timeOf(calendar, event, "dtend", personZone)?.iso ?? endByDuration(event, start),
    zone: start?.zone ?? null,
    location: location !== null && /^https?:/.test(location) ? null : location,
    link: linkIn([
      location ?? "",
      text("url"),
      text("x-google-conference"),
      text("x-microsoft-skypeteamsmeetingurl"),
      text("description"),
    ]),
    organizer: organizerOf(event),
  };
}

type EventTime = { readonly iso: string; readonly zone: Zone | null };

function timeOf(
  calendar: ICAL.Component,
  event: ICAL.Component,
  name: string,
  personZone: Zone,
): EventTime | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) return null;
  if (time.isDate) return { iso: time.toString(), zone: null };
  const wallClock = time.toString().replace(/Z$/, "");
  if (time.zone === ICAL.Timezone.utcTimezone) return { iso: `${wallClock}Z`, zone: "Etc/UTC" };
  const named = String(property?.getParameter("tzid") ?? "");
  const zone = zoneOf(named);
  if (zone) return { iso: withOffset(zonedInstant(wallClock, zone), zone), zone };
  // A zone of the calendar's own making is right as an instant; a floating time is the reader's own (RFC 5545 section 3.3.5).
  const written = offsetInName(named);
  const defined =
    named === ""
      ? null
      : (instantByDefinition(calendar, named, time) ?? (written === null ? null : atOffset(time, written)));
  return defined === null
    ? { iso: withOffset(zonedInstant(wallClock, personZone), personZone), zone: personZone }
    : { iso: `${defined.slice(0, 19)}Z`, zone: null };
}

/** The IANA zone of a TZID: as it is, behind a vendor's prefix (`/freeassociation.example/Europe/Berlin`), or by its Windows name. */
function zoneOf(tzid: string): Zone | null {
  const name = tzid.replace(/^"|"$/g, "").trim();
  // Links such as `US/Eastern` and `CET` are zones, too.
  if (/^[A-Z][\w+-]{1,30}(?:\/[\w+-]{2,30}){0,2}$/.test(name) && isZone(name)) return name;
  const iana =
    /(?:^|\/)((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[\w+/-]{2,40})$/.exec(
      name,
    )?.[1];
  if (iana !== undefined && isZone(iana)) return iana;
  const [windows] = findIana(name);
  return windows ?? zoneByCity(name) ?? (/^(?:UTC|GMT)$/.test(name) ? "Etc/UTC" : null);
}

const REGIONS = ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"] as const;

/** Exchange's display names: `(UTC+10:00) Canberra, Melbourne, Sydney` by its first known city, else by its offset. */
function zoneByCity(name: string): Zone | null {
  const match = /^\((?:UTC|GMT)(?:([+-])(\d{2}):(\d{2}))?\)\s{0,3}(.{2,100})$/.exec(name);
  if (!match) return null;
  // "Eastern Time (US and Canada)" is Windows' "Eastern Standard Time".
  const [american] = findIana(`${/^(\w{4,20}) Time \(/.exec(match[4] ?? "")?.[1] ?? ""} Standard Time`);
  if (american) return american;
  const cities = (match[4] ?? "").split(/[,/]/).map((city) => city.trim().replaceAll(" ", "_"));
  const zones = cities.flatMap((city) => REGIONS.map((region) => `${region}/${city}`));
  const known = zones.find((zone) => /^[\w/-]{5,40}$/.test(zone) && isZone(zone));
  // Etc zones count the other way round.
  const fixed = `Etc/GMT${match[1] === "-" ? "+" : "-"}${Number(match[2])}`;
  return known ?? (match[3] === "00" && isZone(fixed) ? fixed : null);
}

/** The instant by the VTIMEZONE that the calendar brings along; null when it brings none of that name. */
function instantByDefinition(calendar: ICAL.Component, tzid: string, time: ICAL.Time): Instant | null {
  const definition = calendar
    .getAllSubcomponents("vtimezone")
    .find((zone) => String(zone.getFirstPropertyValue("tzid")) === tzid);
  if (!definition) return null;
  if (!definition.getAllSubcomponents().every(isYearly)) return atOffset(time, offsetTo(definition));
  const local = time.clone();
  local.zone = new ICAL.Timezone({ component: definition, tzid });
  return toInstant(local.toUnixTime() * 1000);
}

/** The offset that the definition ends with, in seconds: a zone without believable rules is taken for a fixed one. */
function offsetTo(definition: ICAL.Component): number {
  const standard = definition.getFirstSubcomponent("standard") ?? definition.getAllSubcomponents()[0];
  const offset = standard?.getFirstPropertyValue("tzoffsetto");
  return offset instanceof ICAL.UtcOffset ? offset.toSeconds() : 0;
}

/** A wall clock read at a fixed offset. */
function atOffset(time: ICAL.Time, offsetSeconds: number): Instant {
  return toInstant(Date.parse(`${time.toString().replace(/Z$/, "")}Z`) - offsetSeconds * 1000);
}

/** `(UTC+05:30) Sri Jayawardenepura`, `GMT+0100`, `UTC+1`: the offset in an unknown name, in seconds. */
function offsetInName(tzid: string): number | null {
  const match = /(?:UTC|GMT) ?([+-])(\d{1,2})(?:[:.]?(\d{2}))?/.exec(tzid);
  if (!match) return null;
  const seconds = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60;
  return match[1] === "-" ? -seconds : seconds;
}

/** Zones change their clocks once or twice a year; a rule that fires every second would keep ical.js busy for ever. */
function isYearly(observance: ICAL.Component): boolean {
  const rules = observance
    .getAllProperties("rrule")
    .map((property) => String(property.getFirstValue()).toUpperCase());
  const dates = observance.getAllProperties("rdate").length;
  return (
    rules.length <= 1 &&
    dates <= 200 &&
    rules.every(
      (rule) => /FREQ=YEARLY/.test(rule) && !/BY(?:HOUR|MINUTE|SECOND|SETPOS|YEARDAY|WEEKNO)=/.test(rule),
    )
  );
}

/** DTSTART plus DURATION (RFC 5545 section 3.6.1). */
function endByDuration(event: ICAL.Component, start: EventTime | null): string | null {
  const duration = event.getFirstPropertyValue("duration");
  if (!(duration instanceof ICAL.Duration) || !start || start.iso.length <= 10) return null;
  const end = toInstant(Date.parse(start.iso) + duration.toSeconds() * 1000);
  return start.zone && !start.iso.endsWith("Z") ? withOffset(end, start.zone) : end;
}

const MEETING_HOSTS =
  /https:\/\/[^\s<>"\\]{0,100}(?:zoom\.us|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|whereby\.com|chime\.aws)\/[^\s<>"\\]{1,1500}/i;

/** The link of the meeting: a video host's before any other, location and URL before the description. */
function linkIn(places: readonly string[]): string | null {
  const all = places.join(" \n").slice(0, 20_000);
  return (
    (MEETING_HOSTS.exec(all) ?? /https?:\/\/[^\s<>"\\]{4,500}/.exec(all))?.[0].replace(/[.,;)]{1,5}$/, "") ??
    null
  );
}

/** The organiser; iCloud hides people behind addresses of its own and names the real one in EMAIL (RFC 7986 section 6.2). */
function organizerOf(event: ICAL.Component): Correspondent | null {
  const property = event.getFirstProperty("organizer");
  const written = String(property?.getFirstValue() ?? "").replace(/^"?mailto:|"$/gi, "");
  const real = String(property?.getParameter("email") ?? "");
  const address = /@imip\.me\.com$|icloud\.com$/i.test(written) && real !== "" ? real : written;
  const name = String(property?.getParameter("cn") ?? "").replace(/^"|"$/g, "");
  return address === "" ? null : { name: name || null, address };
}
