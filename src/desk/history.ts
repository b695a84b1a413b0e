// A person's history while one message is being decided: events are appended in memory, numbered, and read back as state.
import { dayOf } from "../calendar.ts";
import type { Day, Instant } from "../calendar.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { asItStands, replayAll } from "../opportunity/opportunity.ts";
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
  readonly opportunities: () => readonly Opportunity[];
  readonly followUps: () => readonly FollowUp[];
  /** Where an opportunity lives on; null when it was not merged. */
  readonly mergedInto: (opportunityId: string) => string | null;
  readonly append: (touchpoint: Omit<Touchpoint, "seq" | "recordedAt">) => void;
  /** What was appended, with the state that it adds up to. */
  readonly changes: () => Changes;
};

/** Opens a person's history for one decision. `saidAt`: the moment that is decided about, when it is not now. */
export function openHistory(
  person: Person,
  stored: readonly Touchpoint[],
  now: Instant,
  saidAt: Instant = now,
): History {
  const appended: Touchpoint[] = [];
  const today = dayOf(saidAt, person.zone);
  const plan = planFor(person, today);
  const everything = () => [...stored, ...appended];
  // Worked out once for everything that is asked between two appends.
  let touchpoints: readonly Touchpoint[] | null = null;
  let opportunities: readonly Opportunity[] | null = null;
  let followUps: readonly FollowUp[] | null = null;
  const history: Omit<History, "append" | "changes"> = {
    today,
    revision: () => appended.at(-1)?.seq ?? stored.at(-1)?.seq ?? 0,
    touchpoints: () => (touchpoints ??= asItStands(everything())),
    opportunities: () => (opportunities ??= replayAll(history.touchpoints(), person.zone)),
    followUps: () => (followUps ??= history.opportunities().flatMap((one) => planFollowUps(one, plan))),
    mergedInto: (opportunityId) => {
      const merges = everything().filter(
        (one) => one.event.kind === "merged" && one.opportunityId === opportunityId,
      );
      // One that was undone is not there any more.
      return (
        history.touchpoints().find((one) => merges.some(({ seq }) => seq === one.seq))?.opportunityId ?? null
      );
    },
  };
  return {
    ...history,
    append: (touchpoint) => {
      appended.push({ ...touchpoint, seq: history.revision() + 1, recordedAt: now });
      touchpoints = opportunities = followUps = null;
    },
    changes: () => {
      const ids = touchedBy(appended, stored);
      const live = history.opportunities().filter(({ id }) => ids.includes(id));
      return {
        opportunities: live.map((opportunity) => ({
          opportunity,
          followUps: planFollowUps(opportunity, plan),
        })),
        retired: ids.filter((id) => !live.some((one) => one.id === id)),
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
