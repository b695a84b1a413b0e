// The board as a page: what comes up, what is to do, and where everything stands.
import { dayOf, daysBetween, sayDay, sayTime } from "../../calendar.ts";
import type { Day, Instant, Zone } from "../../calendar.ts";
import { capital } from "../../mail/text.ts";
import { instantOf } from "../../opportunity/extract/moments.ts";
import type { FollowUp } from "../../opportunity/follow-ups.ts";
import { lastWordOn } from "../../opportunity/outlook.ts";
import type { Opportunity, Step } from "../../opportunity/opportunity.ts";
import { isAhead } from "../../opportunity/steps.ts";
import { nameOf } from "../../letters/item.ts";
import { FOLLOW_UPS } from "../../playbook/follow-ups.ts";
import { OUTCOME_NAMES, STAGE_NAMES } from "../../playbook/stage-names.ts";
import { STAGES } from "../../vocabulary.ts";
import type { Stage } from "../../vocabulary.ts";
import { Countdown } from "./countdown.tsx";
import { Page } from "./layout.tsx";
import type { Frame } from "./layout.tsx";

export type BoardContent = {
  readonly frame: Frame;
  readonly zone: Zone;
  readonly today: Day;
  readonly opportunities: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  readonly search: string;
  readonly show: string;
};

/** One opportunity with what is next there. */
type Row = {
  readonly opportunity: Opportunity;
  readonly coming: Step | null;
  /** The open follow-up that is due first. */
  readonly next: FollowUp | null;
  readonly isDue: boolean;
};

const SHOWN = [
  ["", "All that are open"],
  ["due", "Something to do"],
  ["waiting", "Waiting for them"],
  ["closed", "Closed"],
] as const;

export function BoardPage(content: BoardContent) {
  const { frame, opportunities, zone, search, show } = content;
  const rows = rowsOf(content);
  const found = rows.filter((row) => matches(row, search) && isShown(row, show));
  const coming = rows
    .flatMap((row) => row.opportunity.steps.map((step) => ({ row, step })))
    .filter(({ row, step }) => isAhead(step, frame.now) && row.opportunity.stage !== "closed")
    .toSorted((a, b) => Date.parse(a.step.start) - Date.parse(b.step.start));
  const due = rows.filter(({ isDue }) => isDue);
  const closed = rows.filter((row) => matches(row, search) && isShown(row, "closed")).length;
  return (
    <Page title="Board" at="board" frame={frame} width="wide">
      <h1>Your search</h1>
      {opportunities.length === 0 ? <NothingYet /> : null}
      {coming.length === 0 ? null : (
        <section aria-labelledby="coming">
          <h2 id="coming">Coming up</h2>
          <ul class="plain">
            {coming.slice(0, MOST_COMING).map(({ row, step }) => (
              <li>
                <Coming opportunity={row.opportunity} step={step} now={frame.now} zone={zone} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {due.length === 0 ? null : (
        <section aria-labelledby="due">
          <h2 id="due">
            To do now <span class="number">{due.length}</span>
          </h2>
          <ul class="plain">
            {due.slice(0, MOST_DUE).map((row) => (
              <li>
                <Card row={row} {...content} />
              </li>
            ))}
          </ul>
          {due.length > MOST_DUE ? <a href="/board?show=due#all">All {due.length}</a> : null}
        </section>
      )}
      {opportunities.length === 0 ? null : (
        <section aria-labelledby="all">
          <h2 id="all">Where everything stands</h2>
          <Filter search={search} show={show} />
          {found.length === 0 ? (
            <p class="panel">
              Nothing here fits.{" "}
              {closed === 0 ? null : (
                <>
                  <a href={`/board?show=closed&q=${encodeURIComponent(search.toWellFormed())}#all`}>
                    {closed} among the closed ones
                  </a>
                  .{" "}
                </>
              )}
              <a href="/board#all">Show all that are open</a>
            </p>
          ) : (
            <Stages rows={found} {...content} />
          )}
        </section>
      )}
      <AddForm isOpen={opportunities.length === 0} />
    </Page>
  );
}

const MOST_COMING = 3;
const MOST_DUE = 5;

function rowsOf({ opportunities, followUps, today, frame }: BoardContent): Row[] {
  const open = Map.groupBy(
    followUps.filter(({ state }) => state === "open"),
    ({ opportunityId }) => opportunityId,
  );
  return opportunities.map((opportunity) => {
    const [next = null] = open.get(opportunity.id) ?? [];
    const coming = opportunity.steps.find((step) => isAhead(step, frame.now)) ?? null;
    return { opportunity, coming, next, isDue: next !== null && next.dueOn <= today };
  });
}

function matches({ opportunity }: Row, search: string): boolean {
  const { company, role, agency, contacts } = opportunity;
  const text = [company, role, agency, ...contacts.flatMap(({ name, address }) => [name, address])]
    .join(" ")
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isShown({ opportunity, isDue, coming }: Row, show: string): boolean {
  const isClosed = opportunity.stage === "closed";
  if (show === "closed") return isClosed;
  if (isClosed) return false;
  if (show === "due") return isDue;
  return show !== "waiting" || (!isDue && coming === null);
}

function NothingYet() {
  return (
    <div class="panel">
      <p>
        Nothing is here yet. Forward the last mail that each employer wrote you; old ones are welcome, they
        are put in order.
      </p>
      <div class="actions">
        <a class="button" href="/getting-started">
          How to forward
        </a>
        <a class="button quiet" href="/import">
          Bring a list along
        </a>
      </div>
    </div>
  );
}

function Coming({
  opportunity,
  step,
  now,
  zone,
}: {
  readonly opportunity: Opportunity;
  readonly step: Step;
  readonly now: Instant;
  readonly zone: Zone;
}) {
  const { link } = step.interview;
  return (
    <div class="card next">
      <a href={`/opportunities/${opportunity.id}`}>{nameOf(opportunity)}</a>
      <p>
        {sayDay(dayOfStep(step, zone), "long")}
        {step.start.length > 10 ? `, ${sayTime(instantOf(step.start), zone)}` : ""} ·{" "}
        <Countdown to={step.start} now={now} />
        {link === null || !/^https:\/\//i.test(link) ? null : (
          <>
            {" "}
            ·{" "}
            <a class="inline-link" href={link} rel="noreferrer">
              Meeting link
            </a>
          </>
        )}
      </p>
    </div>
  );
}

function dayOfStep({ start, heldOn }: Step, zone: Zone): Day {
  return start.length > 10 ? dayOf(instantOf(start), zone) : heldOn;
}

function Filter({ search, show }: { readonly search: string; readonly show: string }) {
  return (
    <form method="get" action="/board#all" class="row" role="search">
      <div class="grow">
        <label for="q">Company, role or person</label>
        <input id="q" name="q" type="search" value={search} />
      </div>
      <div class="grow">
        <label for="show">Show</label>
        <select id="show" name="show">
          {SHOWN.map(([value, words]) => (
            <option value={value} selected={value === show}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <button class="quiet">Show</button>
    </form>
  );
}

function Stages({ rows, ...content }: BoardContent & { readonly rows: readonly Row[] }) {
  const byStage = Map.groupBy(rows, ({ opportunity }) => opportunity.stage);
  return (
    <div class="columns">
      {STAGES.toReversed().map((stage) => {
        const there = byStage.get(stage);
        return there ? <Column stage={stage} rows={there} {...content} /> : null;
      })}
    </div>
  );
}

function Column({
  stage,
  rows,
  ...content
}: BoardContent & { readonly stage: Stage; readonly rows: readonly Row[] }) {
  const sorted = rows.toSorted((a, b) => compareText(whenOf(a), whenOf(b)));
  return (
    <section>
      <h3>
        {STAGE_NAMES[stage]} <span class="soft">({rows.length})</span>
      </h3>
      <ul class="plain">
        {sorted.map((row) => (
          <li>
            <Card row={row} {...content} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is due or comes first stands first; what only waits, last. */
function whenOf({ next, coming, opportunity }: Row): string {
  return next?.dueOn ?? coming?.heldOn ?? `9${opportunity.heard.at(-1)?.on ?? ""}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function Card({ row, today }: { readonly row: Row; readonly today: Day }) {
  const { opportunity, isDue } = row;
  const { role, company, id } = opportunity;
  return (
    <div class="card">
      <a href={`/opportunities/${id}`}>
        {role !== null && company !== null ? `${company}: ${role}` : nameOf(opportunity)}
      </a>
      <p class={isDue ? "warm" : "soft"}>{sayNext(row, today)}</p>
    </div>
  );
}

/** `First follow-up, due Mon 9 Nov`; `Interview on Thu 12 Nov`; `Quiet for 9 days`. */
function sayNext({ opportunity, next, coming, isDue }: Row, today: Day): string {
  if (opportunity.outcome !== null) return capital(OUTCOME_NAMES[opportunity.outcome]);
  if (next && isDue)
    return `${FOLLOW_UPS[next.kind].title}, ${next.dueOn === today ? "due today" : `due since ${sayDay(next.dueOn)}`}`;
  if (coming) return `Interview on ${sayDay(coming.heldOn)}`;
  if (next) return `${FOLLOW_UPS[next.kind].title} on ${sayDay(next.dueOn)}`;
  const since = lastWordOn(opportunity);
  if (since === null) return "Waiting";
  const days = daysBetween(since, today);
  return days <= 0 ? "New today" : `Quiet for ${days} ${days === 1 ? "day" : "days"}`;
}

const STAGES_TO_ADD = STAGES.filter((stage) => stage !== "closed");

function AddForm({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <details class="panel" open={isOpen}>
      <summary>Add one by hand</summary>
      <form method="post" action="/opportunities">
        <div class="row">
          <div class="grow">
            <label for="company">Company</label>
            <input id="company" name="company" required maxlength={100} autocomplete="off" />
          </div>
          <div class="grow">
            <label for="role">Role</label>
            <input id="role" name="role" maxlength={150} autocomplete="off" />
          </div>
          <div class="grow">
            <label for="stage">Stage</label>
            <select id="stage" name="stage">
              {STAGES_TO_ADD.map((stage) => (
                <option value={stage} selected={stage === "applied"}>
                  {STAGE_NAMES[stage]}
                </option>
              ))}
            </select>
          </div>
          <button>Add it</button>
        </div>
      </form>
      <p class="soft">
        Several at once? <a href="/import">Import a table.</a>
      </p>
    </details>
  );
}
