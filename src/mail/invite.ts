// Calendar invitations (RFC 5545 and 5546), through ical.js: when, where, who, and whether it was called off.
import ICAL from "ical.js";
import { toInstant, withOffset, zonedInstant, isZone } from "../calendar.ts";
import type { Zone } from "../calendar.ts";
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

/** The first event of the first calendar that has one; null when there is none or it cannot be read. */
export function readInvite(calendars: readonly string[], personZone: Zone): Invite | null {
  for (const text of calendars) {
    try {
      const calendar = new ICAL.Component(ICAL.parse(text.trim()));
      const event = calendar.getFirstSubcomponent("vevent");
      if (event) return toInvite(calendar, event, personZone);
    } catch {
      // A calendar that cannot be read leaves the mail around it readable.
    }
  }
  return null;
}

function toInvite(calendar: ICAL.Component, event: ICAL.Component, personZone: Zone): Invite {
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? "").trim();
  const method = String(calendar.getFirstPropertyValue("method") ?? "").toUpperCase() || null;
  const start = timeOf(event, "dtstart", personZone);
  const location = text("location") || null;
  return {
    uid: text("uid"),
    sequence: Number(text("sequence")) || 0,
    method,
    cancelled: method === "CANCEL" || text("status").toUpperCase() === "CANCELLED",
    summary: text("summary"),
    start: start?.iso ?? null,
    end: timeOf(event, "dtend", personZone)?.iso ?? null,
    zone: start?.zone ?? null,
    location: location !== null && /^https?:/.test(location) ? null : location,
    link:
      /https?:\/\/[^\s<>"\\]{4,500}/.exec(`${location ?? ""} ${text("url")} ${text("description")}`)?.[0] ??
      null,
    organizer: organizerOf(event),
  };
}

function timeOf(
  event: ICAL.Component,
  name: string,
  personZone: Zone,
): { iso: string; zone: Zone | null } | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) return null;
  if (time.isDate) return { iso: time.toString(), zone: null };
  const named = String(property?.getParameter("tzid") ?? "").replace(/^"|"$/g, "");
  const wallClock = time.toString().replace(/Z$/, "");
  if (time.zone === ICAL.Timezone.utcTimezone) return { iso: `${wallClock}Z`, zone: "Etc/UTC" };
  if (isZone(named)) return { iso: withOffset(zonedInstant(wallClock, named), named), zone: named };
  // A zone of its own definition is right as an offset; a floating time is the reader's own.
  const defined = named !== "" && ICAL.TimezoneService.has(named);
  const instant = defined ? toInstant(time.toUnixTime() * 1000) : zonedInstant(wallClock, personZone);
  return { iso: withOffset(instant, defined ? "UTC" : personZone), zone: defined ? null : personZone };
}

function organizerOf(event: ICAL.Component): Correspondent | null {
  const property = event.getFirstProperty("organizer");
  const address = String(property?.getFirstValue() ?? "").replace(/^mailto:/i, "");
  return address === "" ? null : { name: String(property?.getParameter("cn") ?? "") || null, address };
}
