import { describe, it } from "vitest";
import { readInvite } from "../../src/mail/invite.ts";

const ZONE = "Europe/Berlin";

function calendar(
  lines: readonly string[],
  { method = "REQUEST", zones = [] as readonly string[] } = {},
): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `METHOD:${method}`,
    ...zones,
    "BEGIN:VEVENT",
    "UID:1@acme.example",
    "SUMMARY:Interview",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
}
const read = (...calendars: readonly string[]) => readInvite(calendars, ZONE);

const CUSTOM_ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Customized Time Zone",
  "BEGIN:STANDARD",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:-0400",
  "TZOFFSETTO:-0500",
  "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:-0500",
  "TZOFFSETTO:-0400",
  "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

describe("an invitation", () => {
  for (const [name, lines, expected] of [
    [
      "in UTC",
      ["DTSTART:20261110T140000Z", "DTEND:20261110T150000Z"],
      { start: "2026-11-10T14:00:00Z", end: "2026-11-10T15:00:00Z", zone: "Etc/UTC" },
    ],
    [
      "in an IANA zone",
      ["DTSTART;TZID=America/New_York:20261110T150000", "DTEND;TZID=America/New_York:20261110T160000"],
      { start: "2026-11-10T15:00:00-05:00", end: "2026-11-10T16:00:00-05:00", zone: "America/New_York" },
    ],
    [
      "in an IANA zone behind a vendor's name",
      ["DTSTART;TZID=/vendor.example/20250101/Europe/Berlin:20261110T150000"],
      { start: "2026-11-10T15:00:00+01:00", zone: "Europe/Berlin" },
    ],
    [
      "in a Windows zone",
      ["DTSTART;TZID=W. Europe Standard Time:20260710T150000"],
      { start: "2026-07-10T15:00:00+02:00", zone: "Europe/Berlin" },
    ],
    [
      "in Exchange's display name",
      ['DTSTART;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20261110T150000'],
      { start: "2026-11-10T15:00:00+07:00", zone: "Asia/Bangkok" },
    ],
    [
      "in Exchange's display name of an American zone",
      ['DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260710T150000'],
      { start: "2026-07-10T15:00:00-04:00", zone: "America/New_York" },
    ],
    [
      "in Exchange's own name for UTC",
      ["DTSTART;TZID=tzone://Microsoft/Utc:20261110T140000"],
      { start: "2026-11-10T14:00:00Z" },
    ],
    [
      "in a link of a zone",
      ["DTSTART;TZID=US/Eastern:20260710T150000"],
      { start: "2026-07-10T15:00:00-04:00" },
    ],
    [
      "in an unknown zone that says its offset",
      ['DTSTART;TZID="(UTC+05:30) Sri Jayawardenepura":20261110T150000'],
      { start: "2026-11-10T09:30:00Z" },
    ],
    [
      "at a floating time, which is the person's own",
      ["DTSTART:20261110T150000"],
      { start: "2026-11-10T15:00:00+01:00", zone: ZONE },
    ],
    ["for a whole day", ["DTSTART;VALUE=DATE:20261110"], { start: "2026-11-10", zone: null }],
    [
      "with a duration instead of an end",
      ["DTSTART:20261110T140000Z", "DURATION:PT45M"],
      { start: "2026-11-10T14:00:00Z", end: "2026-11-10T14:45:00Z" },
    ],
    [
      "that recurs: its first time",
      ["DTSTART:20261110T140000Z", "RRULE:FREQ=WEEKLY;COUNT=3"],
      { start: "2026-11-10T14:00:00Z" },
    ],
    ["without a time", [], { start: null, end: null }],
  ] as const)
    it(`is read ${name}`, ({ expect }) => {
      expect(read(calendar(lines))).toMatchObject(expected);
    });

  it("in a zone of its own making is right as an instant, in summer and in winter", ({ expect }) => {
    const at = (day: string) =>
      read(calendar([`DTSTART;TZID=Customized Time Zone:${day}T103500`], { zones: CUSTOM_ZONE }))?.start;
    expect([at("20260825"), at("20261225")]).toEqual(["2026-08-25T14:35:00Z", "2026-12-25T15:35:00Z"]);
  });

  it("forgets the zones of one calendar before it reads the next", ({ expect }) => {
    read(calendar(["DTSTART;TZID=Customized Time Zone:20261110T150000"], { zones: CUSTOM_ZONE }));
    expect(read(calendar(["DTSTART;TZID=Customized Time Zone:20261110T150000"]))?.start).toBe(
      "2026-11-10T15:00:00+01:00",
    );
  });

  it("is cancelled by its method, by its status, and for one instance", ({ expect }) => {
    const time = "DTSTART:20261110T140000Z";
    expect(read(calendar([time], { method: "CANCEL" }))).toMatchObject({ cancelled: true });
    expect(read(calendar([time, "STATUS:CANCELLED"]))).toMatchObject({ cancelled: true });
    expect(read(calendar([time]))).toMatchObject({ cancelled: false });
    expect(read(calendar(["RECURRENCE-ID:20261117T140000Z"], { method: "CANCEL" }))).toMatchObject({
      cancelled: true,
      start: "2026-11-17T14:00:00Z",
    });
  });

  it("is the newest by SEQUENCE, in whatever order they stand", ({ expect }) => {
    const first = calendar(["SEQUENCE:0", "DTSTART:20261110T140000Z"]);
    const moved = calendar(["SEQUENCE:2", "DTSTART:20261112T140000Z"]);
    expect([read(first, moved)?.start, read(moved, first)?.start]).toEqual([
      "2026-11-12T14:00:00Z",
      "2026-11-12T14:00:00Z",
    ]);
  });

  it("is the newest also when one calendar has it twice, and the first of several calendars", ({
    expect,
  }) => {
    const twice = calendar([
      "SEQUENCE:0",
      "DTSTART:20261101T140000Z",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:1@acme.example",
      "SEQUENCE:5",
      "DTSTART:20261103T140000Z",
    ]);
    expect(read(twice)?.start).toBe("2026-11-03T14:00:00Z");
    const time = calendar(["DTSTART:20261110T140000Z"]);
    expect(read(`${time}\r\n${time}`)?.start).toBe("2026-11-10T14:00:00Z");
    expect(read(time.replaceAll("\r\n", "\r"))?.start).toBe("2026-11-10T14:00:00Z");
  });

  for (const frequency of ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"])
    it(`in a zone whose clocks change ${frequency} is read at once, at its fixed offset`, ({ expect }) => {
      const zones = [
        "BEGIN:VTIMEZONE",
        "TZID:Q",
        "BEGIN:STANDARD",
        "DTSTART:16010101T000000",
        `RRULE:FREQ=${frequency}`,
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0200",
        "END:STANDARD",
        "END:VTIMEZONE",
      ];
      const started = performance.now();
      expect(read(calendar(["DTSTART;TZID=Q:20261103T130000"], { zones }))?.start).toBe(
        "2026-11-03T11:00:00Z",
      );
      expect(performance.now() - started).toBeLessThan(1_000);
    });

  it("is never an alarm or a zone", ({ expect }) => {
    const alarm = [
      "DTSTART:20261110T140000Z",
      "BEGIN:VALARM",
      "TRIGGER;VALUE=DATE-TIME:19760401T005545Z",
      "DTSTART:20200101T000000Z",
      "END:VALARM",
    ];
    expect(read(calendar(alarm, { zones: CUSTOM_ZONE }))?.start).toBe("2026-11-10T14:00:00Z");
    expect(read(["BEGIN:VCALENDAR", ...CUSTOM_ZONE, "END:VCALENDAR"].join("\r\n"))).toBeNull();
  });

  it("survives a broken line, and garbage is none", ({ expect }) => {
    expect(read(calendar(['X-BROKEN;A="b', "DTSTART:20261110T140000Z"]))?.start).toBe("2026-11-10T14:00:00Z");
    for (const garbage of ["", "BEGIN:VCALENDAR", "hello", "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n"])
      expect(read(garbage)).toBeNull();
  });

  for (const [name, lines, link] of [
    ["the location", ["LOCATION:https://acme.zoom.us/j/555"], "https://acme.zoom.us/j/555"],
    [
      "the description, a video host before any other",
      ["DESCRIPTION:See https://acme.example/jobs and join https://teams.microsoft.com/l/meetup-join/abc."],
      "https://teams.microsoft.com/l/meetup-join/abc",
    ],
    [
      "Google's own property",
      ["X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij"],
      "https://meet.google.com/abc-defg-hij",
    ],
    [
      "a folded line",
      ["DESCRIPTION:Join https://acme.webex.com/acme/j.php?MTID=m1234567890abcdef12", " 34567890"],
      "https://acme.webex.com/acme/j.php?MTID=m1234567890abcdef1234567890",
    ],
  ] as const)
    it(`has its link out of ${name}`, ({ expect }) => {
      expect(read(calendar(["DTSTART:20261110T140000Z", ...lines]))?.link).toBe(link);
    });

  it("names the organiser, and the person behind an address of iCloud", ({ expect }) => {
    expect(read(calendar(["ORGANIZER;CN=Rae Lind:mailto:rae@acme.example"]))?.organizer).toEqual({
      name: "Rae Lind",
      address: "rae@acme.example",
    });
    expect(
      read(calendar(["ORGANIZER;CN=Rae Lind;EMAIL=rae@acme.example:mailto:2_GQ4DK@imip.me.com"]))?.organizer,
    ).toEqual({ name: "Rae Lind", address: "rae@acme.example" });
  });
});
