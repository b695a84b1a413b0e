// One opportunity as a page: what is next with its text, what is known and why, and every order as a form.
import { dayOf, offsetMinutesAt, sayDay, sayTime, withOffset } from "../../calendar.ts";
import { sayFlags, sayNextSteps, sayPace, sayStanding, sayWaiting } from "../../letters/advice.ts";
import { writeDraftOf } from "../../letters/draft.ts";
import type { DraftContext } from "../../letters/draft.ts";
import { nameOf } from "../../letters/item.ts";
import { deadlineOf } from "../../opportunity/decide.ts";
import { instantOf } from "../../opportunity/extract/moments.ts";
import type { FollowUp, PlanContext } from "../../opportunity/follow-ups.ts";
import type { Opportunity, Step, Touchpoint } from "../../opportunity/opportunity.ts";
import { writtenDay } from "../../opportunity/opportunity.ts";
import { isAhead } from "../../opportunity/steps.ts";
import { FORMAT_NAMES, PLATFORM_NAMES } from "../../playbook/interview-names.ts";
import { OUTCOME_NAMES, STAGE_NAMES } from "../../playbook/stage-names.ts";
import type { NamedOpportunity } from "../../store/opportunities.ts";
import { Countdown } from "./countdown.tsx";
import { DraftForm } from "./draft.tsx";
import { FollowUpPanel, Planned } from "./follow-up.tsx";
import { Page } from "./layout.tsx";
import type { Frame } from "./layout.tsx";
import { Timeline } from "./timeline.tsx";
import { WordsLine } from "./words.tsx";

export type OpportunityContent = {
  readonly frame: Frame;
  readonly opportunity: Opportunity;
  readonly all: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  /** Of this opportunity. */
  readonly touchpoints: readonly Touchpoint[];
  readonly plan: PlanContext;
  /** Secret copy addresses by follow-up. */
  readonly copies: ReadonlyMap<string, string>;
  readonly writer: DraftContext & { readonly inbox: string };
};

export function OpportunityPage(content: OpportunityContent) {
  const { frame, opportunity, all, followUps, plan } = content;
  const { stage, outcome, id } = opportunity;
  const open = followUps.filter(({ state }) => state === "open");
  const standing = sayStanding(opportunity, null);
  const waiting = open.some(({ dueOn }) => dueOn <= plan.today)
    ? null
    : sayWaiting(opportunity, all, plan.today);
  const pace = sayPace(opportunity, all);
  const action = `/opportunities/${id}`;
  return (
    <Page title={nameOf(opportunity)} at="none" frame={frame}>
      <p class="soft">
        <a class="tap" href="/board">
          Board
        </a>
      </p>
      <h1>{nameOf(opportunity)}</h1>
      <p>
        <b>{STAGE_NAMES[stage]}</b>
        {outcome === null ? "" : `, ${OUTCOME_NAMES[outcome]}`}
        {opportunity.agency === null ? "" : ` · via ${opportunity.agency}`}
      </p>
      {standing === null ? null : <p>{standing}</p>}
      {waiting === null ? null : <p>{waiting}</p>}
      {pace === null ? null : <p class="soft">How they move: {pace}</p>}
      <div class="beside">
        <div>
          <NextSteps {...content} open={open} action={action} />
          <Interviews {...content} action={action} />
          <Flags opportunity={opportunity} plan={plan} />
          <Timeline {...content} action={action} />
        </div>
        <div>
          <Facts opportunity={opportunity} action={action} />
          <Contacts opportunity={opportunity} />
          <Notes opportunity={opportunity} action={action} />
          <Ending {...content} action={action} />
        </div>
      </div>
    </Page>
  );
}

function NextSteps(
  content: OpportunityContent & { readonly open: readonly FollowUp[]; readonly action: string },
) {
  const { opportunity, open, plan, action } = content;
  const due = open.filter(({ dueOn }) => dueOn <= plan.today);
  const steps = sayNextSteps(opportunity, plan.today);
  return (
    <section aria-labelledby="next">
      <h2 id="next">Next</h2>
      {due.map((followUp, at) => (
        <FollowUpPanel {...content} followUp={followUp} place={`due-${at}`} />
      ))}
      {steps.length === 0 ? null : (
        <>
          <h3>Before then</h3>
          <ul>
            {steps.map((step) => (
              <li>
                <WordsLine words={step} />
              </li>
            ))}
          </ul>
        </>
      )}
      {due.length + steps.length > 0 ? null : <p>Nothing to do now.</p>}
      <Planned followUps={open.filter((one) => !due.includes(one))} />
      {opportunity.stage === "closed" ? null : (
        <form method="post" action={action} class="actions">
          <input type="hidden" name="verb" value="replied" />
          <button class="quiet">They replied another way</button>
        </form>
      )}
    </section>
  );
}

function Interviews(content: OpportunityContent & { readonly action: string }) {
  const { opportunity, frame, plan, action, writer } = content;
  const { steps, noShows, goodThings, calledOff, stage } = opportunity;
  const coming = stage === "closed" ? [] : steps.filter((step) => isAhead(step, frame.now));
  const held = steps.filter((step) => !isAhead(step, frame.now));
  const [next] = coming;
  const last = held.at(-1);
  const missed = noShows.at(-1);
  const apology = missed
    ? writeDraftOf("no-show", opportunity, { kind: "interview", ...missed }, writer)
    : null;
  return (
    <section aria-labelledby="interviews">
      <h2 id="interviews">Interviews</h2>
      {coming.map((step) => (
        <div class="card next">
          <p>
            <b>{sayWhen(step, plan.zone)}</b> · <Countdown to={step.start} now={frame.now} />
          </p>
          <StepDetails step={step} zone={plan.zone} />
        </div>
      ))}
      {held.length + noShows.length + calledOff.length === 0 ? null : (
        <ul>
          {held.map((step) => (
            <li>
              {sayWhen(step, plan.zone)}
              {goodThings.has(writtenDay(step.start))
                ? `: you liked ${goodThings.get(writtenDay(step.start))}`
                : ""}
            </li>
          ))}
          {noShows.map((step) => (
            <li>{sayWhen(step, plan.zone)}: they did not turn up</li>
          ))}
          {calledOff.map((step) => (
            <li class="soft">{sayWhen(step, plan.zone)}: called off or moved</li>
          ))}
        </ul>
      )}
      {apology && missed && last?.start !== missed.start ? (
        <details>
          <summary>A calm line to them about {sayDay(missed.heldOn)}</summary>
          <DraftForm draft={apology} copyTo={writer.inbox} place="no-show" />
        </details>
      ) : null}
      {last ? (
        <form method="post" action={action} class="panel">
          <input type="hidden" name="verb" value="good" />
          <label for="good">One good thing from {sayDay(last.heldOn)}: your next letter says it</label>
          <div class="row">
            <div class="grow">
              <input
                id="good"
                name="value"
                maxlength={160}
                required
                value={goodThings.get(writtenDay(last.start)) ?? ""}
                placeholder="the tour of the lab"
              />
            </div>
            <button class="quiet">Keep it</button>
          </div>
        </form>
      ) : null}
      <details>
        <summary>
          {next ? "Moved, called off, or they did not come" : "Put in the time of an interview"}
        </summary>
        <form method="post" action={action} class="row">
          <input type="hidden" name="verb" value="interview" />
          <div class="grow">
            <label for="start">Day and time, on the clock of {plan.zone}</label>
            <input
              id="start"
              name="start"
              type="datetime-local"
              required
              value={next ? localStart(next, plan.zone) : ""}
            />
          </div>
          <button class="quiet">That is the time</button>
        </form>
        <div class="actions">
          {next ? (
            <Order action={action} verb="interview" words="It is called off" extra={{ off: "yes" }} />
          ) : null}
          {last ? (
            <Order action={action} verb="no-show" words={`They did not come on ${sayDay(last.heldOn)}`} />
          ) : null}
        </div>
      </details>
      {coming.length === 0 ? null : (
        <p>
          <a class="tap" href={`${action}/interviews.ics`}>
            As a calendar file
          </a>
        </p>
      )}
    </section>
  );
}

function StepDetails({ step, zone }: { readonly step: Step; readonly zone: string }) {
  const { platform, format, place, link, interviewers } = step.interview;
  const facts = [
    ...theirClock(step, zone),
    ...(platform === null ? [] : [PLATFORM_NAMES[platform]]),
    ...(format === null ? [] : [FORMAT_NAMES[format]]),
    ...(place === null ? [] : [place]),
    ...interviewers.map(({ name, title }) => `with ${name}${title === null ? "" : `, ${title}`}`),
  ];
  return (
    <p>
      {facts.join(" · ")}
      {link !== null && /^https:\/\//i.test(link) ? (
        <>
          {facts.length > 0 ? " · " : ""}
          <a href={link} rel="noreferrer">
            Meeting link
          </a>
        </>
      ) : null}
    </p>
  );
}

/** Their own clock, where it shows another time than the person's. */
function theirClock({ start, interview, heldOn }: Step, zone: string): string[] {
  const theirs = interview.zone;
  if (start.length <= 10 || theirs === null || theirs.startsWith("Etc/")) return [];
  const at = instantOf(start);
  if (offsetMinutesAt(at, theirs) === offsetMinutesAt(at, zone)) return [];
  const day = dayOf(at, theirs);
  return [`${day === heldOn ? "" : `${sayDay(day)}, `}${sayTime(at, theirs)} in ${theirs}`];
}

function sayWhen({ start, heldOn }: Step, zone: string): string {
  return start.length > 10
    ? `${sayDay(heldOn, "long")}, ${sayTime(instantOf(start), zone)}`
    : sayDay(heldOn, "long");
}

/** `2026-12-03T15:00`, as a field for local times wants it. */
function localStart({ start }: Step, zone: string): string {
  return start.length > 10 ? withOffset(instantOf(start), zone).slice(0, 16) : "";
}

/** One order without words. */
export function Order({
  action,
  verb,
  words,
  extra = {},
}: {
  readonly action: string;
  readonly verb: string;
  readonly words: string;
  readonly extra?: Readonly<Record<string, string>>;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="verb" value={verb} />
      {Object.entries(extra).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="quiet">{words}</button>
    </form>
  );
}

function Flags({ opportunity, plan }: { readonly opportunity: Opportunity; readonly plan: PlanContext }) {
  const flags = sayFlags(opportunity, plan);
  return flags.length === 0 ? null : (
    <section aria-labelledby="flags">
      <h2 id="flags">Look twice</h2>
      <ul>
        {flags.map((flag) => (
          <li>{flag}</li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ opportunity, action }: { readonly opportunity: Opportunity; readonly action: string }) {
  const [contact] = opportunity.contacts;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <form method="post" action={action} class="panel">
        <input type="hidden" name="verb" value="facts" />
        <Field name="company" words="Company" value={opportunity.company} />
        <Field name="role" words="Role" value={opportunity.role} />
        <Field name="agency" words="Agency, if one is between" value={opportunity.agency} />
        <fieldset>
          <legend>Whom to write to</legend>
          <Field name="name" words="Name" value={contact?.name ?? null} />
          <Field name="address" words="Mail address" value={contact?.address ?? null} type="email" />
          <Field name="title" words="Title" value={contact?.title ?? null} />
        </fieldset>
        <label for="deadline">They want something by</label>
        <input id="deadline" name="deadline" type="date" value={deadlineOf(opportunity) ?? ""} />
        <p class="soft">What you change here outranks what mails say, earlier and later.</p>
        <button>Save the facts</button>
      </form>
      <MoreFacts opportunity={opportunity} />
    </section>
  );
}

function Field({
  name,
  words,
  value,
  type = "text",
}: {
  readonly name: string;
  readonly words: string;
  readonly value: string | null;
  readonly type?: string;
}) {
  return (
    <>
      <label for={name}>{words}</label>
      <input id={name} name={name} type={type} value={value ?? ""} maxlength={150} autocomplete="off" />
    </>
  );
}

/** What mails said and nobody needs to correct. */
function MoreFacts({ opportunity }: { readonly opportunity: Opportunity }) {
  const { heard, requisition } = opportunity;
  const salary = heard.findLast(({ reading }) => reading.salary !== null)?.reading.salary ?? null;
  const promised = heard.findLast(({ reading }) => reading.promisedBy !== null)?.reading.promisedBy ?? null;
  const job = heard.findLast(({ reading }) => reading.jobLink)?.reading.jobLink ?? null;
  const facts = [
    ["Salary", salary],
    ["Requisition", requisition],
    ["You would hear by", promised === null ? null : sayDay(promised)],
  ] as const;
  if (facts.every(([, value]) => value === null) && job === null) return null;
  return (
    <dl>
      {facts.map(([words, value]) =>
        value === null ? null : (
          <div>
            <dt>{words}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {job !== null && /^https:\/\//i.test(job) ? (
        <div>
          <dt>The job</dt>
          <dd>
            <a href={job} rel="noreferrer">
              Description
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Contacts({ opportunity: { contacts } }: { readonly opportunity: Opportunity }) {
  return contacts.length === 0 ? null : (
    <section aria-labelledby="contacts">
      <h2 id="contacts">Contacts</h2>
      <ul>
        {contacts.map(({ name, title, address, phone, part }) => (
          <li>
            {name ?? address ?? "somebody"}
            {title === null ? "" : `, ${title}`} <span class="soft">({part.replace("-", " ")})</span>
            {address === null || name === null ? null : (
              <>
                <br />
                <a href={`mailto:${encodeURIComponent(address.toWellFormed()).replaceAll("%40", "@")}`}>
                  {address}
                </a>
              </>
            )}
            {phone === null ? null : (
              <>
                <br />
                {phone}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ opportunity, action }: { readonly opportunity: Opportunity; readonly action: string }) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {opportunity.notes.length === 0 ? null : (
        <ul>
          {opportunity.notes.map(({ on, text }) => (
            <li>
              <span class="soft">{sayDay(on)}</span> {text}
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="verb" value="note" />
        <label for="note">For yourself; the evening before an interview you see it again</label>
        <textarea id="note" name="value" rows={2} maxlength={1000} required></textarea>
        <div class="actions">
          <button class="quiet">Keep the note</button>
        </div>
      </form>
    </section>
  );
}

const ENDINGS = [
  ["close", "It went quiet"],
  ["rejected", "They said no"],
  ["declined", "I said no"],
  ["withdraw", "I withdraw"],
  ["accepted", "I accepted"],
] as const;

function Ending({ opportunity, all, action, writer }: OpportunityContent & { readonly action: string }) {
  const { stage, outcome, id } = opportunity;
  const farewell = outcome === "withdrawn" ? writeDraftOf("withdrawal", opportunity, null, writer) : null;
  const others = all.filter((one) => one.id !== id);
  return (
    <section aria-labelledby="ending">
      <h2 id="ending">Close, merge, forget</h2>
      {stage === "closed" ? (
        <div class="actions">
          <Order action={action} verb="reopen" words="Open it again" />
        </div>
      ) : (
        <details>
          <summary>Close it</summary>
          <div class="actions">
            {ENDINGS.map(([verb, words]) => (
              <Order action={action} verb={verb} words={words} />
            ))}
          </div>
          <p class="soft">What went quiet opens again by itself if they write after all.</p>
        </details>
      )}
      {farewell ? (
        <details>
          <summary>A line to them, if you like</summary>
          <DraftForm draft={farewell} copyTo={writer.inbox} place="farewell" />
        </details>
      ) : null}
      {others.length === 0 ? null : (
        <details>
          <summary>It is the same as another one</summary>
          <form method="post" action={action} class="row">
            <input type="hidden" name="verb" value="merge" />
            <div class="grow">
              <label for="with">The other one</label>
              <Choose id="with" name="with" opportunities={others} />
            </div>
            <button class="quiet">Make them one</button>
          </form>
        </details>
      )}
      <p>
        <a class="button quiet" href={`${action}/forget`}>
          Forget it for good …
        </a>
      </p>
    </section>
  );
}

/** A choice among opportunities, those that are open first. */
export function Choose({
  id,
  name,
  opportunities,
}: {
  readonly id: string;
  readonly name: string;
  readonly opportunities: readonly NamedOpportunity[];
}) {
  const closed = opportunities.filter(({ stage }) => stage === "closed");
  const sorted = [...opportunities.filter((one) => !closed.includes(one)), ...closed];
  return (
    <select id={id} name={name}>
      {sorted.map((one) => (
        <option value={one.id}>{nameOf(one)}</option>
      ))}
    </select>
  );
}
