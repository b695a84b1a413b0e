// What happened, latest first, with the words that show it. What we read wrongly is put right here.
import { dayOf, sayDay } from "../../calendar.ts";
import { whyReading } from "../../letters/told.ts";
import type { Block } from "../../letters/render.ts";
import { keyOf, rearranges } from "../../opportunity/opportunity.ts";
import type { Event, Touchpoint } from "../../opportunity/opportunity.ts";
import { FOLLOW_UPS } from "../../playbook/follow-ups.ts";
import { KIND_CHOICES, KIND_WORDS } from "../../playbook/kind-names.ts";
import { OUTCOME_NAMES } from "../../playbook/stage-names.ts";
import { FOLLOW_UP_KINDS, KINDS } from "../../vocabulary.ts";
import type { OpportunityContent } from "./opportunity.tsx";
import { Choose } from "./opportunity.tsx";
import { WordsLine } from "./words.tsx";

export function Timeline(content: OpportunityContent & { readonly action: string }) {
  const { touchpoints, plan } = content;
  const latest = touchpoints
    .filter(({ event }) => !rearranges(event))
    .toSorted((a, b) => Date.parse(b.happenedAt) - Date.parse(a.happenedAt) || b.seq - a.seq);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">What happened</h2>
      <ol class="timeline">
        {latest.map((one) => (
          <li>
            <span class="soft">{sayDay(dayOf(one.happenedAt, plan.zone))}</span>
            <br />
            {sayEvent(one.event)}
            {one.event.kind === "message-read" ? <Message {...content} touchpoint={one} /> : null}
          </li>
        ))}
      </ol>
      <MoveForm {...content} />
    </section>
  );
}

/** A message that belongs to another opportunity: one form for all of them, because the list of opportunities may be long. */
function MoveForm({
  touchpoints,
  all,
  opportunity,
  plan,
  action,
}: OpportunityContent & { readonly action: string }) {
  const others = all.filter(({ id }) => id !== opportunity.id);
  const messages = touchpoints.flatMap(({ event, seq, happenedAt }) =>
    event.kind === "message-read" ? [{ event, seq, happenedAt }] : [],
  );
  if (others.length === 0 || messages.length === 0) return null;
  return (
    <details>
      <summary>Move a message to another opportunity</summary>
      <form method="post" action={action} class="row">
        <input type="hidden" name="verb" value="message" />
        <div class="grow">
          <label for="move">The message</label>
          <select id="move" name="message">
            {messages.map(({ event, seq, happenedAt }) => (
              <option value={String(seq)}>
                {sayDay(dayOf(happenedAt, plan.zone))}: {event.subject ?? KIND_CHOICES[event.reading.kind]}
              </option>
            ))}
          </select>
        </div>
        <div class="grow">
          <label for="place">belongs to</label>
          <Choose id="place" name="place" opportunities={others} />
        </div>
        <button class="quiet">Move it there</button>
      </form>
    </details>
  );
}

function sayEvent(event: Event): string {
  switch (event.kind) {
    case "message-read":
      return `They wrote: ${KIND_WORDS[event.reading.kind]}${event.subject === null ? "" : ` (“${event.subject}”)`}`;
    case "person-wrote":
      return `You wrote${event.subject === null ? "" : `: “${event.subject}”`}`;
    case "follow-up-done":
      return `${followUpTitle(event.followUpId)}: done`;
    case "follow-up-skipped":
      return `${followUpTitle(event.followUpId)}: skipped`;
    case "follow-up-snoozed":
      return `${followUpTitle(event.followUpId)}: put off until ${sayDay(event.until)}`;
    case "fact-said":
      return event.value === ""
        ? `You said: no ${event.fact}`
        : `You said: ${event.fact} is “${event.value}”`;
    case "added":
      return "You put it down by hand";
    case "closed":
      return `Closed: ${OUTCOME_NAMES[event.outcome]}`;
    case "reopened":
      return "Opened again";
    case "replied":
      return "They replied another way";
    case "no-show":
      return `They did not turn up on ${sayDay(event.start.slice(0, 10))}`;
    case "noted":
      return `Note: ${event.text}`;
    case "good-thing-said":
      return `You liked: ${event.text}`;
    case "interview-said":
      return event.start === null
        ? "The interview is called off, you said"
        : `The interview is on ${sayDay(event.start.slice(0, 10))}, you said`;
    case "contact-said":
      return `You said whom to write to: ${event.name ?? event.address ?? ""}`;
    case "deadline-said":
      return event.deadline === null ? "You said: no deadline" : `You said: due by ${sayDay(event.deadline)}`;
    case "merged":
    case "split":
    case "message-corrected":
    case "undone":
      return "";
    default:
      return event satisfies never;
  }
}

function followUpTitle(followUpId: string): string {
  const [kind] = keyOf({ id: followUpId }).split("/");
  const known = FOLLOW_UP_KINDS.find((one) => one === kind);
  return known === undefined ? "A follow-up" : FOLLOW_UPS[known].title;
}

/** Why it was read so, and how to put it right. */
function Message({
  touchpoint,
  plan,
  action,
}: OpportunityContent & { readonly touchpoint: Touchpoint; readonly action: string }) {
  const { seq, event, happenedAt } = touchpoint;
  if (event.kind !== "message-read") return null;
  return (
    <>
      <details>
        <summary>Why?</summary>
        {whyReading(event.reading, dayOf(happenedAt, plan.zone)).map((block) => (
          <Reason block={block} />
        ))}
      </details>
      <details>
        <summary>Put it right</summary>
        <form method="post" action={action} class="row">
          <input type="hidden" name="verb" value="message" />
          <input type="hidden" name="message" value={String(seq)} />
          <div class="grow">
            <label for={`kind-${seq}`}>It is</label>
            <select id={`kind-${seq}`} name="kind">
              {KINDS.map((kind) => (
                <option value={kind} selected={kind === event.reading.kind}>
                  {KIND_CHOICES[kind]}
                </option>
              ))}
            </select>
          </div>
          <button class="quiet">Put it right</button>
        </form>
        <form method="post" action={action} class="actions">
          <input type="hidden" name="verb" value="message" />
          <input type="hidden" name="message" value={String(seq)} />
          <input type="hidden" name="place" value="new" />
          <button class="quiet">It belongs to a new opportunity</button>
        </form>
      </details>
    </>
  );
}

function Reason({ block }: { readonly block: Block }) {
  if (block.is === "text" || block.is === "small")
    return (
      <p class="soft">
        <WordsLine words={block.text} />
      </p>
    );
  return block.is === "list" ? (
    <ul class="soft">
      {block.items.map((item) => (
        <li>
          <WordsLine words={item} />
        </li>
      ))}
    </ul>
  ) : null;
}
