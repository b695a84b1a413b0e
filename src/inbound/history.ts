// A person's history while one message is being decided: events are appended in memory, numbered, and read back as state.
import { dayOf } from "../calendar.ts";
import type { Day, Instant } from "../calendar.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { asItStands, opportunityIds, replay } from "../opportunity/opportunity.ts";
import type { Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { planFor } from "../store/people.ts";
import type { Person } from "../store/people.ts";
import type { Changes } from "../store/opportunities.ts";

export type History = {
  readonly today: Day;
  /** As it stands after merges, splits and corrections. */
  readonly touchpoints: () => readonly Touchpoint[];
  readonly opportunities: () => Opportunity[];
  readonly followUps: () => FollowUp[];
  /** Where an opportunity lives on; null when it was not merged. */
  readonly mergedInto: (opportunityId: string) => string | null;
  readonly append: (touchpoint: Omit<Touchpoint, "seq" | "recordedAt">) => void;
  /** What was appended, with the state that it adds up to. */
  readonly changes: () => Changes;
};

/** Opens a person's history for one decision. */
export function openHistory(person: Person, stored: readonly Touchpoint[], now: Instant): History {
  const appended: Touchpoint[] = [];
  const today = dayOf(now, person.zone);
  const touchpoints = () => asItStands([...stored, ...appended]);
  const opportunities = () =>
    opportunityIds(touchpoints()).map((id) => replay(id, touchpoints(), person.zone));
  const planOf = (opportunity: Opportunity) => planFollowUps(opportunity, planFor(person, today));
  return {
    today,
    touchpoints,
    opportunities,
    followUps: () => opportunities().flatMap(planOf),
    mergedInto: (opportunityId) => {
      const merge = [...stored, ...appended].find(
        (one) => one.event.kind === "merged" && one.opportunityId === opportunityId,
      );
      return merge ? (touchpoints().find(({ seq }) => seq === merge.seq)?.opportunityId ?? null) : null;
    },
    append: (touchpoint) => {
      const seq = ([...stored, ...appended].at(-1)?.seq ?? 0) + 1;
      appended.push({ ...touchpoint, seq, recordedAt: now });
    },
    changes: () => {
      const ids = touchedBy(appended, asItStands(stored));
      const live = opportunityIds(touchpoints());
      const states = ids
        .filter((id) => live.includes(id))
        .map((id) => replay(id, touchpoints(), person.zone));
      return {
        opportunities: states.map((opportunity) => ({ opportunity, followUps: planOf(opportunity) })),
        retired: ids.filter((id) => !live.includes(id)),
        touchpoints: appended,
      };
    },
  };
}

/** Every opportunity that the appended touchpoints change: where they stand, where they lead, and where something was taken away. */
function touchedBy(appended: readonly Touchpoint[], before: readonly Touchpoint[]): string[] {
  const homes = new Map(before.map(({ seq, opportunityId }) => [seq, opportunityId]));
  const touched = appended.flatMap(({ opportunityId, event }) => [
    opportunityId,
    ...(event.kind === "merged" ? [event.into] : []),
    ...(event.kind === "split" ? event.seqs.flatMap((seq) => homes.get(seq) ?? []) : []),
  ]);
  return [...new Set(touched)];
}
