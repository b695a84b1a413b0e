// Two charts, each with its numbers as a table beside it.
import { sayDay } from "../../calendar.ts";
import { nameOf } from "../../letters/item.ts";
import type { Opportunity } from "../../opportunity/opportunity.ts";
import type { Silence } from "../../opportunity/outlook.ts";
import type { StageCounts } from "../../opportunity/pipeline.ts";
import { STAGE_NAMES } from "../../playbook/stage-names.ts";
import { Page } from "./layout.tsx";
import type { Frame } from "./layout.tsx";
import { OPEN_STAGES, PipelineChart } from "./pipeline-chart.tsx";
import { SilenceChart } from "./silence-chart.tsx";

export type Quiet = { readonly opportunity: Opportunity; readonly silence: Silence };

/** More bars than this are a list, not a picture. */
const MOST_BARS = 20;

export function OverviewPage({
  frame,
  weeks,
  silences,
  breadth,
}: {
  readonly frame: Frame;
  readonly weeks: readonly StageCounts[];
  readonly silences: readonly Quiet[];
  readonly breadth: string;
}) {
  const longest = silences.toSorted((a, b) => b.silence.days - a.silence.days).slice(0, MOST_BARS);
  const isEmpty = weeks.every(({ counts }) => Object.values(counts).every((count) => count === 0));
  return (
    <Page title="Overview" at="overview" frame={frame}>
      <h1>Overview</h1>
      <p>{breadth}</p>
      {isEmpty ? (
        <p class="panel">
          The pictures come with the first opportunities. <a href="/getting-started">How to begin</a>
        </p>
      ) : (
        <>
          <section aria-labelledby="pipeline">
            <h2 id="pipeline">Where everything stood, week by week</h2>
            <PipelineChart weeks={weeks} />
            <PipelineTable weeks={weeks} />
          </section>
          <section aria-labelledby="silence">
            <h2 id="silence">How long it has been quiet</h2>
            {longest.length === 0 ? (
              <p>Nothing waits for their word just now.</p>
            ) : (
              <>
                <SilenceChart quiet={longest} />
                {silences.length > MOST_BARS ? (
                  <p class="soft">
                    The {MOST_BARS} longest of {silences.length}.
                  </p>
                ) : null}
                <SilenceTable quiet={longest} />
              </>
            )}
          </section>
        </>
      )}
    </Page>
  );
}

function PipelineTable({ weeks }: { readonly weeks: readonly StageCounts[] }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <div class="scroll" tabindex={0} role="region" aria-label="Opportunities by stage and week">
        <table>
          <thead>
            <tr>
              <th scope="col">Until</th>
              {OPEN_STAGES.map((stage) => (
                <th scope="col">{STAGE_NAMES[stage]}</th>
              ))}
              <th scope="col">{STAGE_NAMES.closed}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ on, counts }) => (
              <tr>
                <th scope="row">{sayDay(on)}</th>
                {OPEN_STAGES.map((stage) => (
                  <td>{counts[stage]}</td>
                ))}
                <td>{counts.closed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const BASIS: Readonly<Record<Silence["usual"]["basis"], string>> = {
  general: "in general",
  own: "in your own search",
  theirs: "with them before",
};

function SilenceTable({ quiet }: { readonly quiet: readonly Quiet[] }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <div class="scroll" tabindex={0} role="region" aria-label="Days of silence against what is usual">
        <table>
          <thead>
            <tr>
              <th scope="col">Opportunity</th>
              <th scope="col">Days of silence</th>
              <th scope="col">Usual</th>
            </tr>
          </thead>
          <tbody>
            {quiet.map(({ opportunity, silence: { days, usual } }) => (
              <tr>
                <th scope="row">
                  <a href={`/opportunities/${opportunity.id}`}>{nameOf(opportunity)}</a>
                </th>
                <td>{days}</td>
                <td>
                  {usual.least} to {usual.most}, {BASIS[usual.basis]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
