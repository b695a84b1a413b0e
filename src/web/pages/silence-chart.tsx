// Bars: days of silence, before a band of what is usual.
import { nameOf } from "../../letters/item.ts";
import type { Quiet } from "./overview.tsx";

const WIDTH = 340;
const ROW = 46;
const BAR = 14;

export function SilenceChart({ quiet }: { readonly quiet: readonly Quiet[] }) {
  // One that has been quiet for a year must not press all others into slivers.
  const usualMost = Math.max(...quiet.map(({ silence: { usual } }) => usual.most), 7);
  const longest = Math.max(...quiet.map(({ silence: { days } }) => days));
  const most = Math.min(Math.max(longest, usualMost), 3 * usualMost);
  const scale = (WIDTH - 76) / most;
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${quiet.length * ROW}`} role="img" aria-label={describe(quiet)}>
        {quiet.map(({ opportunity, silence: { days, usual } }, at) => {
          const y = at * ROW;
          return (
            <>
              <text class="label" x={0} y={y + 15}>
                {cut(nameOf(opportunity))}
              </text>
              <rect
                class="band"
                x={usual.least * scale}
                y={y + 21}
                width={Math.max(2, (usual.most - usual.least) * scale)}
                height={BAR + 4}
              />
              <rect
                class={days > usual.most ? "over" : "bar-days"}
                x={0}
                y={y + 25}
                width={Math.max(2, Math.min(days, most) * scale)}
                height={BAR - 4}
              />
              <text x={Math.min(Math.max(days, usual.most), most) * scale + 8} y={y + 35}>
                {days} {days === 1 ? "day" : "days"}
              </text>
            </>
          );
        })}
      </svg>
      <figcaption class="soft">The wide band is what is usual; the bar is how long it has been.</figcaption>
    </figure>
  );
}

const MOST_CHARACTERS = 46;

function cut(name: string): string {
  return name.length <= MOST_CHARACTERS ? name : `${name.slice(0, MOST_CHARACTERS - 1)}…`;
}

function describe(quiet: readonly Quiet[]): string {
  const over = quiet.filter(({ silence: { days, usual } }) => days > usual.most).length;
  const [longest] = quiet;
  if (!longest) return "Nobody is waited for.";
  return `Days of silence of ${quiet.length} ${quiet.length === 1 ? "opportunity" : "opportunities"}; ${over} longer than usual. The longest: ${nameOf(longest.opportunity)}, ${longest.silence.days} days; ${longest.silence.usual.least} to ${longest.silence.usual.most} are usual.`;
}
