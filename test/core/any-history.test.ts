// What holds for every history, whatever happens in it (PRODUCT section 5): never a third follow-up, never a pushy day, never one after
// they wrote, always one after the next round.
import fc from "fast-check";
import { describe, it } from "vitest";
import { addDays, dayOf, daysBetween, isBusinessDay } from "../../src/calendar.ts";
import { planFollowUps, roundsOf } from "../../src/opportunity/follow-ups.ts";
import type { FollowUp } from "../../src/opportunity/follow-ups.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Touchpoint } from "../../src/opportunity/opportunity.ts";
import { ZONE, at, interviewAt, read } from "../support/history.ts";

const RUNS = { numRuns: 500 };

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-10-01", days));
const message = fc
  .tuple(
    day,
    fc.constantFrom(
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
const counted = fc.constantFrom("first-follow-up", "second-follow-up");
const finish = fc
  .tuple(day, day, counted, fc.constantFrom("follow-up-done" as const, "follow-up-skipped" as const))
  .map(([on, heldOn, kind, how]) => at(`${on}T10:00:00Z`, { kind: how, followUpId: `o/${kind}/${heldOn}` }));
const snooze = fc.tuple(day, day, counted, day).map(([on, heldOn, kind, until]) =>
  at(`${on}T10:00:00Z`, {
    kind: "follow-up-snoozed",
    followUpId: `o/${kind}/${heldOn}`,
    until,
  }),
);
/** Asked for a test or references by a day, and handed in. */
const asked = fc
  .tuple(day, day, fc.constantFrom("assessment", "references"))
  .map(([on, deadline, kind]) => read(`${on}T08:00:00Z`, kind, { deadline }));
const handedIn = fc
  .tuple(day, day)
  .map(([on, deadline]) =>
    at(`${on}T10:00:00Z`, { kind: "follow-up-done", followUpId: `o/deadline/${deadline}` }),
  );
const histories = fc.array(fc.oneof(message, finish, snooze, asked, handedIn), { maxLength: 14 });
/** How long the person waits, which days they keep free, and whether they want to thank. */
const wishes = fc.record({
  waitDays: fc.integer({ min: 7, max: 14 }),
  holidays: fc.array(day, { maxLength: 8 }).map((days) => new Set(days)),
  thankYou: fc.boolean(),
});
type Wishes = { waitDays: number; holidays: ReadonlySet<string>; thankYou: boolean };

const PLAIN: Wishes = { waitDays: 7, holidays: new Set(), thankYou: false };
const plan = (history: readonly Touchpoint[], wished = PLAIN, today = "2026-12-31") =>
  planFollowUps(replay("o", history, ZONE), { today, zone: ZONE, ...wished });
const countedIn = (followUps: readonly FollowUp[]) => followUps.filter(({ ordinal }) => ordinal !== null);
const rounds = (history: readonly Touchpoint[]) => roundsOf(replay("o", history, ZONE));

/** After everything else in a history. */
const LATER = "2026-12-07";

describe("whatever happens", () => {
  it("a round has at most two counted follow-ups: a first and a second", () => {
    fc.assert(
      fc.property(histories, wishes, (history, wished) => {
        const keys = countedIn(plan(history, wished)).map(({ round, ordinal }) => `${round}/${ordinal}`);
        return new Set(keys).size === keys.length && keys.every((key) => /\/[12]$/.test(key));
      }),
      RUNS,
    );
  });

  it("none is due on a weekend or on a day that the person keeps free", () => {
    fc.assert(
      fc.property(histories, wishes, (history, wished) =>
        plan(history, wished)
          .filter(({ kind, ordinal }) => ordinal !== null || kind === "move-on" || kind === "thank-you")
          .every(({ dueOn }) => isBusinessDay(dueOn, wished.holidays)),
      ),
      RUNS,
    );
  });

  it("none is due before the person's waiting time is over, 7 days at least", () => {
    fc.assert(
      fc.property(histories, wishes, (history, wished) => {
        const held = rounds(history);
        return countedIn(plan(history, wished)).every(
          ({ dueOn, round }) => daysBetween(held[round - 1]?.heldOn ?? dueOn, dueOn) >= wished.waitDays,
        );
      }),
      RUNS,
    );
  });

  it("none is due before the day after a promised one", () => {
    fc.assert(
      fc.property(histories, wishes, day, (history, wished, promisedBy) => {
        const promise = read(`${LATER}T09:00:00Z`, "delay", { promisedBy: addDays(promisedBy, 90) });
        return countedIn(plan([...history, promise], wished))
          .filter(({ state }) => state === "open")
          .every(({ dueOn }) => dueOn > addDays(promisedBy, 90));
      }),
      RUNS,
    );
  });

  it("a mail of theirs ends every open one of the rounds before it", () => {
    const answer = fc.constantFrom(
      "interview",
      "reschedule",
      "assessment",
      "references",
      "offer",
      "rejection",
    );
    fc.assert(
      fc.property(histories, wishes, answer, (history, wished, kind) => {
        const answered = [...history, read(`${LATER}T09:00:00Z`, kind)];
        const held = rounds(answered);
        return countedIn(plan(answered, wished)).every(
          ({ state, round }) => state !== "open" || (held[round - 1]?.heldOn ?? "") > LATER,
        );
      }),
      RUNS,
    );
  });

  it("a new round that ends is followed by a first follow-up of its own", () => {
    const start = `${addDays(LATER, 3)}T15:00:00+01:00`;
    fc.assert(
      fc.property(histories, wishes, (history, wished) => {
        const invited = [...history, read(`${LATER}T09:00:00Z`, "interview", interviewAt(start))];
        const last = rounds(invited).length;
        const open = countedIn(plan(invited, wished)).filter(({ state }) => state === "open");
        return (
          open.length === 1 &&
          open[0]?.round === last &&
          open[0].kind === "first-follow-up" &&
          daysBetween(dayOf(new Date(start).toISOString(), ZONE), open[0].dueOn) >= wished.waitDays
        );
      }),
      RUNS,
    );
  });

  it("moving on is offered once a round, and only when no counted one of it is open", () => {
    fc.assert(
      fc.property(histories, wishes, (history, wished) => {
        const all = plan(history, wished);
        const offers = all.filter(({ kind }) => kind === "move-on");
        return (
          new Set(offers.map(({ round }) => round)).size === offers.length &&
          offers.every(
            (offer) => !countedIn(all).some(({ round, state }) => round === offer.round && state === "open"),
          )
        );
      }),
      RUNS,
    );
  });

  it("thanks are offered only when wanted, for the last interview held, and not once they wrote", () => {
    fc.assert(
      fc.property(histories, wishes, day, (history, wished, today) => {
        const thanks = plan(history, wished, today).filter(({ kind }) => kind === "thank-you");
        const held = rounds(history);
        const opportunity = replay("o", history, ZONE);
        return (
          thanks.length <= (wished.thankYou ? 1 : 0) &&
          thanks.every(({ round, state }) => {
            const step = held[round - 1];
            return (
              step !== undefined &&
              step.heldOn < today &&
              (state !== "open" ||
                !opportunity.heard.some((one) => Date.parse(one.at) > Date.parse(step.start)))
            );
          })
        );
      }),
      RUNS,
    );
  });
});
