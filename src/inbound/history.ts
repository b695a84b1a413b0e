// A person's history while one message is being decided: events are appended in memory, numbered, and read back as state.
import { dayOf } from "../calendar.ts";
import type { Day, Instant } from "../calendar.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { asItStands, opportunityIds, replay } from "../opportunity/opportunity.ts";
import type { Event, Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { planFor } from "../store/people.ts";
import type { Person } from "../store/people.ts";
import type { Changes } from "../store/opportunities.ts";

export type History = {
  readonly today: Day;
  /** The number of the last touchpoint. */
  readonly revision: () => number;
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
    revision: () => [...stored, ...appended].at(-1)?.seq ?? 0,
    touchpoints,
    opportunities,
    followUps: () => opportunities().flatMap(planOf),
    mergedInto: (opportunityId) => {
      const merges = [...stored, ...appended].filter(
        (one) => one.event.kind === "merged" && one.opportunityId === opportunityId,
      );
      // One that was undone is not there any more.
      return touchpoints().find((one) => merges.some(({ seq }) => seq === one.seq))?.opportunityId ?? null;
    },
    append: (touchpoint) => {
      const seq = ([...stored, ...appended].at(-1)?.seq ?? 0) + 1;
      appended.push({ ...touchpoint, seq, recordedAt: now });
    },
    changes: () => {
      const ids = touchedBy(appended, stored);
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

/** Every opportunity that the appended touchpoints change: where they stand, where they lead, and where something is taken away or given back. */
function touchedBy(appended: readonly Touchpoint[], stored: readonly Touchpoint[]): string[] {
  const homes = new Map<number, string[]>();
  for (const { seq, opportunityId } of [...stored, ...asItStands(stored)])
    homes.set(seq, [...(homes.get(seq) ?? []), opportunityId]);
  const events = new Map(stored.map(({ seq, event }) => [seq, event]));
  const touchedByEvent = (event: Event | undefined): string[] => {
    if (event?.kind === "merged") return [event.into];
    if (event?.kind === "split") return event.seqs.flatMap((seq) => homes.get(seq) ?? []);
    if (event?.kind !== "undone") return [];
    return event.seqs.flatMap((seq) => [...(homes.get(seq) ?? []), ...touchedByEvent(events.get(seq))]);
  };
  return [
    ...new Set(appended.flatMap(({ opportunityId, event }) => [opportunityId, ...touchedByEvent(event)])),
  ];
}
