// How many opportunities stood where, week by week: the same replay, stopped at the end of each day that is asked for.
import { dayOf } from "../calendar.ts";
import type { Day, Zone } from "../calendar.ts";
import type { Stage } from "../vocabulary.ts";
import { stagesOf } from "./opportunity.ts";
import type { Touchpoint } from "./opportunity.ts";

export type StageCounts = { readonly on: Day; readonly counts: Readonly<Record<Stage, number>> };

/** The opportunities by stage at the end of each of `days`; one that had not begun by then is not counted. */
export function pipelineOf(
  touchpoints: readonly Touchpoint[],
  zone: Zone,
  days: readonly Day[],
): StageCounts[] {
  const histories = stagesOf(touchpoints, zone).map((steps) =>
    steps.map(({ at, stage }) => ({ on: dayOf(at, zone), stage })),
  );
  return days.map((on) => {
    const counts: Record<Stage, number> = {
      lead: 0,
      applied: 0,
      talking: 0,
      interviewing: 0,
      offer: 0,
      closed: 0,
    };
    for (const steps of histories) {
      const stage = steps.findLast((step) => step.on <= on)?.stage;
      if (stage !== undefined) counts[stage] += 1;
    }
    return { on, counts };
  });
}
