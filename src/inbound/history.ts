// A person's history while one message is being decided: events are appended in memory, numbered, and read back as state.
import { dayOf } from "../calendar.ts";
import type { Day, Instant } from "../calendar.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { opportunityIds, replay } from "../opportunity/opportunity.ts";
import type { Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import type { Person } from "../store/people.ts";
import type { Change } from "../store/opportunities.ts";

export type History = {
  readonly today: Day;
  readonly touchpoints: () => readonly Touchpoint[];
  readonly opportunities: () => Opportunity[];
  readonly followUps: () => FollowUp[];
  readonly append: (touchpoint: Omit<Touchpoint, "seq" | "recordedAt">) => void;
  /** What was appended, per opportunity, with the state that it adds up to. */
  readonly changes: () => Change[];
};

/** Opens a person's history for one decision. */
export function openHistory(person: Person, stored: readonly Touchpoint[], now: Instant): History {
  const appended: Touchpoint[] = [];
  const today = dayOf(now, person.zone);
  const touchpoints = () => [...stored, ...appended];
  const opportunities = () =>
    opportunityIds(touchpoints()).map((id) => replay(id, touchpoints(), person.zone));
  const planOf = (opportunity: Opportunity) =>
    planFollowUps(opportunity, { today, zone: person.zone, waitDays: person.waitDays });
  return {
    today,
    touchpoints,
    opportunities,
    followUps: () => opportunities().flatMap(planOf),
    append: (touchpoint) => {
      const seq = (touchpoints().at(-1)?.seq ?? 0) + 1;
      appended.push({ ...touchpoint, seq, recordedAt: now });
    },
    changes: () =>
      opportunityIds(appended).map((id) => {
        const opportunity = replay(id, touchpoints(), person.zone);
        const mine = appended.filter(({ opportunityId }) => opportunityId === id);
        return { opportunity, followUps: planOf(opportunity), touchpoints: mine };
      }),
  };
}
