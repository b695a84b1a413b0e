// Interviews as calendar files (RFC 5545), one event each, in UTC: Google, Outlook and Apple all show it on the reader's own clock.
// The UID stays through every move and SEQUENCE counts them, so that a calendar knows the event again; called off is METHOD:CANCEL (RFC 5546).
import ICAL from "ical.js";
import { oneLine } from "../mail/text.ts";
import { addDays, addSeconds, toInstant } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";
import { PLATFORM_NAMES } from "../playbook/interview-names.ts";
import { nameOf } from "./item.ts";

/** Whose calendar entries these are, and when they are written. */
export type CalendarContext = {
  readonly now: Instant;
  /** The domain of the UIDs, and of the organiser that RFC 5546 asks for: us, not the employer. */
  readonly mailDomain: string;
  /** The id of whose calendar it is: with it a UID is nobody else's. */
  readonly person: string;
  /** Grows with everything that happens to the person (the number of the last touchpoint): what is said later wins, also after an undo. */
  readonly revision: number;
};

export type CalendarEntry = { readonly opportunity: Opportunity; readonly step: Step };

// ical.js does not count the blank that a folded line begins with (RFC 5545 section 3.1: 75 octets with it).
ICAL.foldLength = 74;

/** Where the end was not said. */
const USUAL_SECONDS = 3_600;

/** A calendar with these interviews; `CANCEL` takes them out again. */
export function calendarFile(
  entries: readonly CalendarEntry[],
  method: "PUBLISH" | "CANCEL",
  context: CalendarContext,
): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Callback//Callback//EN");
  calendar.updatePropertyWithValue("method", method);
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, method, context));
  return `${calendar.toString()}\r\n`;
}

function eventOf(
  { opportunity, step }: CalendarEntry,
  method: "PUBLISH" | "CANCEL",
  context: CalendarContext,
): ICAL.Component {
  const event = new ICAL.Component("vevent");
  // ical.js escapes line feeds, but lets carriage returns through.
  const set = (name: string, value: string | number | ICAL.Time) =>
    event.updatePropertyWithValue(name, typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value);
  const { interview, start } = step;
  set("uid", uidOf(step, context));
  set("dtstamp", utc(context.now));
  set("sequence", context.revision);
  set("organizer", `mailto:calendar@${context.mailDomain}`);
  if (start.length <= 10) {
    set("dtstart", ICAL.Time.fromDateString(start));
    set("dtend", ICAL.Time.fromDateString(addDays(start, 1)));
  } else {
    const begins = toInstant(Date.parse(start));
    set("dtstart", utc(begins));
    const ends = interview.end === null ? null : toInstant(Date.parse(interview.end));
    set("dtend", utc(ends !== null && ends > begins ? ends : addSeconds(begins, USUAL_SECONDS)));
  }
  set("summary", oneLine(`Interview: ${nameOf(opportunity)}`));
  set("status", method === "CANCEL" ? "CANCELLED" : "CONFIRMED");
  const where = interview.place ?? interview.link;
  if (where !== null) set("location", oneLine(where));
  const description = describe(step);
  if (description !== "") set("description", description);
  if (interview.link !== null && URL.canParse(interview.link)) set("url", interview.link);
  return event;
}

/** The same interview, however often it moves, has the same one. */
function uidOf({ firstSeq }: Step, { person, mailDomain }: CalendarContext): string {
  return `interview-${firstSeq}-${person}@${mailDomain}`;
}

function describe({ interview, start }: Step): string {
  const { platform, link, interviewers, end } = interview;
  return [
    ...(platform === null ? [] : [`On: ${PLATFORM_NAMES[platform]}`]),
    ...(link === null ? [] : [link]),
    ...interviewers.map(({ name, title }) => `With: ${name}${title === null ? "" : `, ${title}`}`),
    ...(end === null && start.length > 10 ? ["The mails do not say how long; one hour is assumed."] : []),
  ].join("\n");
}

function utc(instant: Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(instant.slice(0, 19) + "Z");
}

/** The calendar as a file of a letter. */
export function calendarAttachment(
  entries: readonly CalendarEntry[],
  method: "PUBLISH" | "CANCEL",
  context: CalendarContext,
): { readonly name: string; readonly type: string; readonly text: string } {
  return {
    name: method === "CANCEL" ? "cancelled.ics" : "interview.ics",
    type: `text/calendar; charset=utf-8; method=${method}`,
    text: calendarFile(entries, method, context),
  };
}
