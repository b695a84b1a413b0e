import fc from "fast-check";
import { describe, it } from "vitest";
import { addDays, daysBetween, isBusinessDay } from "../../src/calendar.ts";
import { planFollowUps, roundsOf } from "../../src/opportunity/follow-ups.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Event, Touchpoint } from "../../src/opportunity/opportunity.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import type { Kind } from "../../src/vocabulary.ts";

const ZONE = "Europe/Berlin";

function reading(kind: Kind, facts: Partial<Reading> = {}): Reading {
  const callback = ["interview", "assessment", "references", "offer"].includes(kind);
  return {
    kind,
    callback,
    subkind: null,
    certainty: 0.95,
    signals: [],
    company: "Acme",
    agency: null,
    role: "Staff Engineer",
    requisition: null,
    round: null,
    contacts: [
      { name: "Rae Lind", address: "rae@acme.example", title: null, phone: null, part: "recruiter" },
    ],
    interview: null,
    schedulingLink: null,
    deadline: null,
    promisedBy: null,
    takeHome: null,
    salary: null,
    missing: [],
    evidence: {},
    redFlags: [],
    scamSigns: [],
    ...facts,
  };
}

function interviewAt(start: string | null): Partial<Reading> {
  return {
    interview: {
      status: "confirmed",
      start,
      end: null,
      zone: ZONE,
      options: [],
      platform: "zoom",
      link: null,
      place: null,
      format: null,
      interviewers: [],
    },
  };
}

let next = 0;
function at(happenedAt: string, event: Event): Touchpoint {
  next += 1;
  return {
    seq: next,
    opportunityId: "o",
    happenedAt,
    recordedAt: happenedAt,
    inboundId: null,
    originalKey: null,
    event,
  };
}
const read = (happenedAt: string, kind: Kind, facts: Partial<Reading> = {}) =>
  at(happenedAt, { kind: "message-read", reading: reading(kind, facts), subject: "Hello", messageId: null });
const done = (happenedAt: string, followUpId: string) =>
  at(happenedAt, { kind: "follow-up-done", followUpId });

const plan = (history: readonly Touchpoint[], today = "2026-12-31") =>
  planFollowUps(replay("o", history, ZONE), { today, zone: ZONE, waitDays: 7 });
const short = (history: readonly Touchpoint[]) =>
  plan(history).map(({ kind, round, dueOn, state }) => `${kind} ${round} ${dueOn} ${state}`);

const INVITED = read("2026-10-30T10:00:00Z", "interview", interviewAt("2026-11-02T15:00:00+01:00"));

describe("an opportunity", () => {
  it("moves forward through its stages and never back by accident", ({ expect }) => {
    const history = [
      read("2026-10-01T10:00:00Z", "outreach"),
      read("2026-10-05T10:00:00Z", "acknowledgement"),
      INVITED,
      read("2026-11-05T10:00:00Z", "acknowledgement"),
    ];
    expect(replay("o", history.slice(0, 2), ZONE).stage).toBe("applied");
    expect(replay("o", history, ZONE).stage).toBe("interviewing");
  });

  it("closes when they refuse, and reopens only when they call back after all", ({ expect }) => {
    const refused = [INVITED, read("2026-11-05T10:00:00Z", "rejection")];
    expect(replay("o", refused, ZONE)).toMatchObject({ stage: "closed", outcome: "rejected" });
    expect(replay("o", [...refused, read("2026-11-06T10:00:00Z", "acknowledgement")], ZONE).stage).toBe(
      "closed",
    );
    expect(replay("o", [...refused, read("2026-11-07T10:00:00Z", "offer")], ZONE)).toMatchObject({
      stage: "offer",
      outcome: null,
    });
  });

  it("counts a moved interview as the same step", ({ expect }) => {
    const moved = read("2026-11-01T10:00:00Z", "reschedule", interviewAt("2026-11-04T15:00:00+01:00"));
    expect(replay("o", [INVITED, moved], ZONE).steps.map(({ heldOn }) => heldOn)).toEqual(["2026-11-04"]);
    const reminder = read("2026-11-03T10:00:00Z", "interview", interviewAt("2026-11-04T15:00:00+01:00"));
    expect(replay("o", [INVITED, moved, reminder], ZONE).steps.length).toBe(1);
  });

  it("is the same in whatever order its mails arrive", () => {
    const history = [
      read("2026-10-05T10:00:00Z", "acknowledgement"),
      INVITED,
      read("2026-11-01T10:00:00Z", "reschedule", interviewAt("2026-11-04T15:00:00+01:00")),
      read("2026-11-09T10:00:00Z", "interview", interviewAt("2026-11-12T15:00:00+01:00")),
      read("2026-11-20T10:00:00Z", "rejection"),
    ];
    const expected = JSON.stringify([replay("o", history, ZONE), plan(history)]);
    fc.assert(
      fc.property(fc.shuffledSubarray(history, { minLength: history.length }), (shuffled) => {
        const arrived = shuffled.map((touchpoint, seq) => ({ ...touchpoint, seq }));
        return JSON.stringify([replay("o", arrived, ZONE), plan(arrived)]) === expected;
      }),
    );
  });
});

describe("follow-ups", () => {
  it("come first 7 days after the interview, second 7 days after the first was sent, then it is time to move on", ({
    expect,
  }) => {
    expect(short([INVITED])).toEqual(["first-follow-up 1 2026-11-09 open"]);
    const first = done("2026-11-10T09:00:00Z", "o/first-follow-up/2026-11-02");
    expect(short([INVITED, first])).toEqual([
      "first-follow-up 1 2026-11-09 done",
      "second-follow-up 1 2026-11-17 open",
    ]);
    const second = done("2026-11-17T09:00:00Z", "o/second-follow-up/2026-11-02");
    expect(short([INVITED, first, second])).toEqual([
      "first-follow-up 1 2026-11-09 done",
      "second-follow-up 1 2026-11-17 done",
      "move-on 1 2026-11-24 open",
    ]);
  });

  it("wait until the business day after a promised one", ({ expect }) => {
    const promise = read("2026-11-03T10:00:00Z", "delay", { promisedBy: "2026-11-13" });
    expect(short([INVITED, promise])).toEqual(["first-follow-up 1 2026-11-16 open"]);
  });

  it("are moved off a weekend", ({ expect }) => {
    const saturday = read("2026-10-20T10:00:00Z", "interview", interviewAt("2026-10-24T15:00:00+02:00"));
    expect(short([saturday])).toEqual(["first-follow-up 1 2026-11-02 open"]);
  });

  it("end as answered when they write, and begin again after the next round", ({ expect }) => {
    const nextRound = read("2026-11-05T10:00:00Z", "interview", interviewAt("2026-11-12T10:00:00+01:00"));
    expect(short([INVITED, nextRound])).toEqual([
      "first-follow-up 1 2026-11-09 answered",
      "first-follow-up 2 2026-11-19 open",
    ]);
  });

  it("ask for the time of an invitation that has none, and nothing else", ({ expect }) => {
    expect(short([read("2026-11-05T10:00:00Z", "interview", interviewAt(null))])).toEqual([
      "ask-when 0 2026-11-10 open",
    ]);
  });

  it("remind of a deadline two business days ahead, or at once when there is less time", ({ expect }) => {
    expect(short([read("2026-11-05T10:00:00Z", "assessment", { deadline: "2026-11-16" })])).toEqual([
      "deadline 0 2026-11-12 open",
    ]);
    expect(short([read("2026-11-05T10:00:00Z", "assessment", { deadline: "2026-11-06" })])).toEqual([
      "deadline 0 2026-11-05 open",
    ]);
  });

  it("are none while there is only an application, and none any more once it is closed", ({ expect }) => {
    expect(short([read("2026-10-05T10:00:00Z", "acknowledgement")])).toEqual([]);
    expect(short([INVITED, read("2026-11-05T10:00:00Z", "rejection")])).toEqual([
      "first-follow-up 1 2026-11-09 answered",
    ]);
  });

  it("are never more than two counted ones a round, never due on a weekend, never before day 7, whatever happens", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-10-01", days));
    const message = fc
      .tuple(
        day,
        fc.constantFrom<Kind>(
          "interview",
          "reschedule",
          "delay",
          "acknowledgement",
          "assessment",
          "offer",
          "rejection",
        ),
        fc.option(day),
        fc.option(day),
      )
      .map(([on, kind, start, promisedBy]) =>
        read(`${on}T09:00:00Z`, kind, {
          ...interviewAt(start === null ? null : `${start}T15:00:00+01:00`),
          promisedBy,
        }),
      );
    const finish = fc
      .tuple(
        day,
        day,
        fc.constantFrom("first-follow-up", "second-follow-up"),
        fc.constantFrom("follow-up-done" as const, "follow-up-skipped" as const),
      )
      .map(([on, heldOn, kind, how]) =>
        at(`${on}T10:00:00Z`, { kind: how, followUpId: `o/${kind}/${heldOn}` }),
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(message, finish), { maxLength: 14 }), (history) => {
        const rounds = roundsOf(replay("o", history, ZONE));
        const counted = plan(history).filter(({ ordinal }) => ordinal !== null);
        const keys = counted.map(({ round, ordinal }) => `${round}/${ordinal}`);
        return (
          new Set(keys).size === keys.length &&
          counted.every(({ ordinal }) => ordinal === 1 || ordinal === 2) &&
          counted.every(({ dueOn, state }) => state !== "open" || isBusinessDay(dueOn)) &&
          counted.every(({ dueOn, round }) => daysBetween(rounds[round - 1]?.heldOn ?? dueOn, dueOn) >= 7)
        );
      }),
      { numRuns: 500 },
    );
  });
});
