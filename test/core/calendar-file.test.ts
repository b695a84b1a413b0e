// Calendar files, read back by ical.js and validated by another library's schema of RFC 5545.
import { parseIcsCalendar } from "@ts-ics/schema-zod";
import ICAL from "ical.js";
import { describe, it } from "vitest";
import { calendarFile } from "../../src/letters/calendar-file.ts";
import { readInvite } from "../../src/mail/invite.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Touchpoint } from "../../src/opportunity/opportunity.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import { ZONE, at, interviewAt, read } from "../support/history.ts";

const CONTEXT = { now: "2026-11-02T08:00:00Z", mailDomain: "callback.example", person: "ada" };

function interview(facts: Partial<NonNullable<Reading["interview"]>>): Partial<Reading> {
  const { interview: plain } = interviewAt(facts.start ?? null);
  return { interview: plain ? { ...plain, ...facts } : null };
}

/** The calendar file after these touchpoints; of what was called off when nothing else is left. */
function fileAfter(...touchpoints: readonly Touchpoint[]): string {
  const opportunity = replay("o", touchpoints, ZONE);
  const revision = Math.max(...touchpoints.map(({ seq }) => seq));
  const step = opportunity.steps.at(-1);
  if (step) return calendarFile([{ opportunity, step }], "PUBLISH", { ...CONTEXT, revision });
  const gone = opportunity.calledOff.at(-1);
  if (!gone) throw new Error("no interview");
  return calendarFile([{ opportunity, step: gone }], "CANCEL", { ...CONTEXT, revision });
}

function eventIn(file: string): Record<string, string> {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent("vevent");
  const names = [
    "uid",
    "sequence",
    "dtstart",
    "dtend",
    "status",
    "summary",
    "location",
    "description",
    "organizer",
  ];
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    ...Object.fromEntries(names.map((name) => [name, String(event?.getFirstPropertyValue(name) ?? "")])),
  };
}

const INVITED = read("2026-11-02T08:00:00Z", "interview", interview({ start: "2026-11-10T15:00:00-05:00" }));
const MOVED = read(
  "2026-11-04T08:00:00Z",
  "reschedule",
  interview({ start: "2026-11-12T15:00:00-05:00", status: "moved" }),
);
const MOVED_AGAIN = read(
  "2026-11-05T08:00:00Z",
  "reschedule",
  interview({ start: "2026-11-13T09:30:00-05:00", status: "moved" }),
);
const CALLED_OFF = read(
  "2026-11-06T08:00:00Z",
  "reschedule",
  interview({ start: null, status: "cancelled" }),
);

describe("a calendar file", () => {
  it("has the same UID through every move, counts them, and takes the event out when it is called off", ({
    expect,
  }) => {
    const events = [
      fileAfter(INVITED),
      fileAfter(INVITED, MOVED),
      fileAfter(INVITED, MOVED, MOVED_AGAIN),
      fileAfter(INVITED, MOVED, MOVED_AGAIN, CALLED_OFF),
    ].map(eventIn);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
    const sequences = events.map(({ sequence }) => Number(sequence));
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
    expect(events.map(({ method, status }) => `${method} ${status}`)).toEqual([
      "PUBLISH CONFIRMED",
      "PUBLISH CONFIRMED",
      "PUBLISH CONFIRMED",
      "CANCEL CANCELLED",
    ]);
    expect(events.map(({ dtstart }) => dtstart)).toEqual([
      "2026-11-10T20:00:00Z",
      "2026-11-12T20:00:00Z",
      "2026-11-13T14:30:00Z",
      "2026-11-13T14:30:00Z",
    ]);
  });

  it("has another UID for the next round, after the first was held", ({ expect }) => {
    const second = read("2026-11-16T08:00:00Z", "interview", interview({ start: "2026-11-20T10:00:00Z" }));
    expect(eventIn(fileAfter(INVITED, second))["uid"]).not.toBe(eventIn(fileAfter(INVITED))["uid"]);
  });

  it("assumes one hour where the end was not said, and says so; keeps an end that was said", ({ expect }) => {
    const open = eventIn(fileAfter(INVITED));
    expect(open["dtend"]).toBe("2026-11-10T21:00:00Z");
    expect(open["description"]).toContain("one hour is assumed");
    const ended = interview({ start: "2026-11-10T15:00:00-05:00", end: "2026-11-10T15:30:00-05:00" });
    const event = eventIn(fileAfter(read("2026-11-02T08:00:00Z", "interview", ended)));
    expect(event["dtend"]).toBe("2026-11-10T20:30:00Z");
  });

  it("is a whole day where only the day is known", ({ expect }) => {
    const day = eventIn(
      fileAfter(read("2026-11-02T08:00:00Z", "interview", interview({ start: "2026-11-10" }))),
    );
    expect([day["dtstart"], day["dtend"]]).toEqual(["2026-11-10", "2026-11-11"]);
  });

  it("takes the person's own word about the time", ({ expect }) => {
    const said = at("2026-11-03T08:00:00Z", { kind: "interview-said", start: "2026-11-11T10:00:00+01:00" });
    expect(eventIn(fileAfter(INVITED, said))).toMatchObject({
      dtstart: "2026-11-11T09:00:00Z",
    });
  });

  it("lets nothing out of a mail break it: line breaks, separators, long lines, other scripts", ({
    expect,
  }) => {
    const hostile = interview({
      start: "2026-11-10T15:00:00Z",
      link: "https://zoom.us/j/1?pwd=a,b;c",
      place: "Hall 3; door, B\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
      interviewers: [{ name: `Jörg ${"很长".repeat(40)} 👩🏽‍💻`, title: "Head, of: everything\r\nATTACH:x" }],
    });
    const file = fileAfter(
      read("2026-11-02T08:00:00Z", "interview", { ...hostile, company: "Acme\r\nX-EVIL:1" }),
    );
    const calendar = new ICAL.Component(ICAL.parse(file));
    expect(calendar.getAllSubcomponents("vevent").length).toBe(1);
    expect(file).not.toMatch(/^(?:X-EVIL|UID:evil|ATTACH)/m);
    // RFC 5545 section 3.1: lines of at most 75 octets, ended by CRLF.
    for (const line of file.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("is valid by another library, and reads back as the interview that it was", ({ expect }) => {
    for (const file of [fileAfter(INVITED), fileAfter(INVITED, CALLED_OFF)]) {
      const calendar = parseIcsCalendar(file);
      expect(calendar.version).toBe("2.0");
      expect(calendar.events?.length).toBe(1);
      expect(calendar.events?.[0]?.start.date.toISOString()).toBe("2026-11-10T20:00:00.000Z");
    }
    expect(readInvite([fileAfter(INVITED)], "UTC")).toMatchObject({
      start: "2026-11-10T20:00:00Z",
      cancelled: false,
    });
    expect(readInvite([fileAfter(INVITED, CALLED_OFF)], "UTC")).toMatchObject({ cancelled: true });
  });
});
