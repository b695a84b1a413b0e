// Stacked columns: opportunities by stage, a column a week.
import { sayDay } from "../../calendar.ts";
import type { StageCounts } from "../../opportunity/pipeline.ts";
import { STAGE_NAMES } from "../../playbook/stage-names.ts";
import { STAGES } from "../../vocabulary.ts";
import type { Stage } from "../../vocabulary.ts";

export const OPEN_STAGES = STAGES.filter((stage) => stage !== "closed");

const WIDTH = 340;
const HEIGHT = 200;
const LEFT = 28;
const BOTTOM = 24;
const GAP = 4;

export function PipelineChart({ weeks }: { readonly weeks: readonly StageCounts[] }) {
  const totals = weeks.map(({ counts }) => totalOf(counts));
  const top = niceTop(Math.max(1, ...totals));
  const band = (WIDTH - LEFT) / weeks.length;
  const scale = (HEIGHT - BOTTOM - 8) / top;
  const y = (count: number) => HEIGHT - BOTTOM - count * scale;
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={describe(weeks)}>
        {[0, top / 2, top].map((count) => (
          <>
            <line class="grid" x1={LEFT} x2={WIDTH} y1={y(count)} y2={y(count)} />
            <text x={LEFT - 6} y={y(count) + 4} text-anchor="end">
              {count}
            </text>
          </>
        ))}
        {weeks.map(({ on, counts }, at) => {
          const x = LEFT + at * band + GAP / 2;
          let below = 0;
          return (
            <>
              {OPEN_STAGES.map((stage, rank) => {
                const from = below;
                below += counts[stage];
                return counts[stage] === 0 ? null : (
                  <rect
                    class={`stage-${rank}`}
                    x={x}
                    y={y(below)}
                    width={band - GAP}
                    height={(below - from) * scale}
                  >
                    <title>{`${sayDay(on)}: ${STAGE_NAMES[stage]} ${counts[stage]}`}</title>
                  </rect>
                );
              })}
              {at % 3 === (weeks.length - 1) % 3 ? (
                <text x={x + band - GAP} y={HEIGHT - 6} text-anchor="end">
                  {sayDay(on).slice(4)}
                </text>
              ) : null}
            </>
          );
        })}
      </svg>
      <figcaption>
        <ul class="legend">
          {OPEN_STAGES.map((stage, rank) => (
            <li>
              <span class={`key stage-${rank}`}></span>
              {STAGE_NAMES[stage]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** An even number that is easy to read: 2, 4, 10, 20, 50 … */
function niceTop(most: number): number {
  const steps = [2, 4, 6, 10, 20, 30, 40, 60, 100, 200, 400, 600, 1000];
  return steps.find((step) => step >= most) ?? Math.ceil(most / 1000) * 1000;
}

function totalOf(counts: Readonly<Record<Stage, number>>): number {
  return OPEN_STAGES.reduce((sum, stage) => sum + counts[stage], 0);
}

/** What the picture shows, in a sentence. */
function describe(weeks: readonly StageCounts[]): string {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (!first || !last) return "No weeks yet.";
  const now = OPEN_STAGES.filter((stage) => last.counts[stage] > 0)
    .map((stage) => `${STAGE_NAMES[stage].toLowerCase()} ${last.counts[stage]}`)
    .join(", ");
  return `Open opportunities by stage over ${weeks.length} weeks: ${totalOf(first.counts)} on ${sayDay(first.on)}, ${totalOf(last.counts)} on ${sayDay(last.on)}${now === "" ? "" : ` (${now})`}.`;
}
