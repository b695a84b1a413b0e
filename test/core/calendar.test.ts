import { describe, it } from "vitest";
import {
  addBusinessDays,
  addDays,
  dayOf,
  daysBetween,
  instantAt,
  isZone,
  nextDigestAt,
  sayDay,
  toBusinessDay,
  withOffset,
  zonedInstant,
} from "../../src/calendar.ts";

const BERLIN = "Europe/Berlin";

describe("local days", () => {
  it("fall where the person lives", ({ expect }) => {
    expect(dayOf("2026-11-09T23:30:00Z", BERLIN)).toBe("2026-11-10");
    expect(dayOf("2026-11-10T03:30:00Z", "America/New_York")).toBe("2026-11-09");
  });

  it("are counted over a change of the clocks", ({ expect }) => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  });

  it("are said in the order of the week", ({ expect }) => {
    expect(sayDay("2026-11-10")).toBe("Tue 10 Nov");
    expect(sayDay("2026-11-10", "long")).toBe("Tuesday 10 November");
  });
});

describe("business days", () => {
  it("leave weekends out", ({ expect }) => {
    expect(toBusinessDay("2026-11-07")).toBe("2026-11-09");
    expect(toBusinessDay("2026-11-06")).toBe("2026-11-06");
    expect(addBusinessDays("2026-11-06", 1)).toBe("2026-11-09");
    expect(addBusinessDays("2026-11-18", -2)).toBe("2026-11-16");
    expect(addBusinessDays("2026-11-16", -2)).toBe("2026-11-12");
  });
});

describe("the next digest", () => {
  const weekly = { every: "week", weekday: 1, hour: 8, zone: BERLIN } as const;

  it("is the first slot after now, never now itself", ({ expect }) => {
    expect(nextDigestAt(weekly, "2026-11-02T06:59:59Z")).toBe("2026-11-02T07:00:00Z");
    expect(nextDigestAt(weekly, "2026-11-02T07:00:00Z")).toBe("2026-11-09T07:00:00Z");
  });

  it("keeps its local hour when the clocks change, both ways", ({ expect }) => {
    expect(nextDigestAt(weekly, "2026-10-20T00:00:00Z")).toBe("2026-10-26T07:00:00Z");
    expect(nextDigestAt(weekly, "2026-10-19T00:00:00Z")).toBe("2026-10-19T06:00:00Z");
    expect(nextDigestAt(weekly, "2026-03-24T00:00:00Z")).toBe("2026-03-30T06:00:00Z");
  });

  it("exists also on the day on which its hour does not", ({ expect }) => {
    const atTwo = { every: "day", weekday: 1, hour: 2, zone: BERLIN } as const;
    expect(nextDigestAt(atTwo, "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:00:00Z");
    expect(nextDigestAt(atTwo, "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:00:00Z");
  });
});

describe("zones", () => {
  it("turn wall clocks into instants and back, with the offset of that day", ({ expect }) => {
    expect(zonedInstant("2026-11-10T15:00:00", "America/New_York")).toBe("2026-11-10T20:00:00Z");
    expect(withOffset("2026-07-10T13:00:00Z", BERLIN)).toBe("2026-07-10T15:00:00+02:00");
    expect(instantAt("2026-11-10", 17, BERLIN)).toBe("2026-11-10T16:00:00Z");
  });

  it("are known by their IANA names only", ({ expect }) => {
    expect(isZone("Europe/Berlin")).toBe(true);
    expect(isZone("Berlin")).toBe(false);
    expect(isZone("")).toBe(false);
  });
});
