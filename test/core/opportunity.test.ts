import fc from "fast-check";
import { describe, it } from "vitest";
import { planFollowUps } from "../../src/opportunity/follow-ups.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Touchpoint } from "../../src/opportunity/opportunity.ts";
import { ZONE, done, interviewAt, read } from "../support/history.ts";

const plan = (history: readonly Touchpoint[], today = "2026-12-31") =>
  planFollowUps(replay("o", history, ZONE), { today, zone: ZONE, waitDays: 7 });
const short = (history: readonly Touchpoint[], today?: string) =>
  plan(history, today).map(({ kind, round, dueOn, state }) => `${kind} ${round} ${dueOn} ${state}`);

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
    // By which of its mails we first knew of an interview depends on the order, and is meant to.
    const stateOf = (touchpoints: readonly Touchpoint[]) =>
      JSON.stringify([replay("o", touchpoints, ZONE), plan(touchpoints)]).replace(/"firstSeq":\d+/g, "");
    const expected = stateOf(history);
    fc.assert(
      fc.property(fc.shuffledSubarray(history, { minLength: history.length }), (shuffled) => {
        const arrived = shuffled.map((touchpoint, seq) => ({ ...touchpoint, seq }));
        return stateOf(arrived) === expected;
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
    expect(
      short([read("2026-11-05T10:00:00Z", "assessment", { deadline: "2026-11-16" })], "2026-11-05"),
    ).toEqual(["deadline 0 2026-11-12 open"]);
    expect(
      short([read("2026-11-05T10:00:00Z", "assessment", { deadline: "2026-11-06" })], "2026-11-05"),
    ).toEqual(["deadline 0 2026-11-05 open"]);
  });

  it("end a deadline when they went on after it, or named another day, and drop it a week after", ({
    expect,
  }) => {
    const asked = read("2026-11-05T10:00:00Z", "assessment", { deadline: "2026-11-16" });
    const deadlines = (history: readonly Touchpoint[], today: string) =>
      plan(history, today).map(({ kind, dueOn, state }) => `${kind} ${dueOn} ${state}`);
    expect(deadlines([asked], "2026-11-20")).toEqual(["deadline 2026-11-12 open"]);
    expect(deadlines([asked], "2026-11-24")).toEqual([]);
    const received = read("2026-11-17T10:00:00Z", "acknowledgement");
    expect(deadlines([asked, received], "2026-11-20")).toEqual(["deadline 2026-11-12 open"]);
    const extended = read("2026-11-13T10:00:00Z", "assessment", { deadline: "2026-11-20" });
    expect(deadlines([asked, extended], "2026-11-17")).toEqual([
      "deadline 2026-11-12 answered",
      "deadline 2026-11-18 open",
    ]);
    const wentOn = read("2026-11-18T10:00:00Z", "references");
    expect(deadlines([asked, wentOn], "2026-11-19")).toEqual(["deadline 2026-11-12 answered"]);
  });

  it("begin when a test was handed in and no interview came after", ({ expect }) => {
    const asked = read("2026-11-05T10:00:00Z", "assessment", { deadline: "2026-11-16" });
    const handedIn = done("2026-11-12T09:00:00Z", "o/deadline/2026-11-16");
    expect(short([asked, handedIn])).toEqual([
      "deadline 0 2026-11-12 done",
      "first-follow-up 1 2026-11-19 open",
    ]);
    const invited = read("2026-11-13T10:00:00Z", "interview", interviewAt("2026-11-17T15:00:00+01:00"));
    expect(short([asked, handedIn, invited])).toEqual([
      "deadline 0 2026-11-12 done",
      "first-follow-up 1 2026-11-19 answered",
      "first-follow-up 2 2026-11-24 open",
    ]);
  });

  it("do not begin when an offer was answered", ({ expect }) => {
    const offered = read("2026-11-05T10:00:00Z", "offer", { deadline: "2026-11-16" });
    expect(short([offered, done("2026-11-12T09:00:00Z", "o/deadline/2026-11-16")])).toEqual([
      "deadline 0 2026-11-12 done",
    ]);
  });

  it("are none while there is only an application, and none any more once it is closed", ({ expect }) => {
    expect(short([read("2026-10-05T10:00:00Z", "acknowledgement")])).toEqual([]);
    expect(short([INVITED, read("2026-11-05T10:00:00Z", "rejection")])).toEqual([
      "first-follow-up 1 2026-11-09 answered",
    ]);
  });
});
