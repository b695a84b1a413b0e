// Three steps: know the address, know how to forward, forward one.
import type { Instant } from "../../calendar.ts";
import { nameOf } from "../../letters/item.ts";
import type { Touchpoint } from "../../opportunity/opportunity.ts";
import type { NamedOpportunity } from "../../store/opportunities.ts";
import { FORWARDING } from "../../playbook/forwarding.ts";
import { KIND_WORDS } from "../../playbook/kind-names.ts";
import type { InboundLife } from "../../store/inbound.ts";
import { Page } from "./layout.tsx";
import type { Frame } from "./layout.tsx";

type ArrivedContent = {
  readonly arrived: readonly InboundLife[];
  readonly touchpoints: readonly Touchpoint[];
  readonly opportunities: readonly NamedOpportunity[];
};

export function GettingStartedPage({
  frame,
  inbox,
  since,
  ...content
}: ArrivedContent & { readonly frame: Frame; readonly inbox: string; readonly since: Instant }) {
  return (
    <Page title="Getting started" at="none" frame={frame}>
      <h1>Getting started</h1>
      <section aria-labelledby="address">
        <h2 id="address">1. Your secret address</h2>
        <SecretAddress inbox={inbox} />
        <p class="soft">It is yours alone; please keep it to yourself. You can replace it in the settings.</p>
      </section>
      <section aria-labelledby="how">
        <h2 id="how">2. How to forward</h2>
        <p>
          By hand is enough: save the address as a contact, and forwarding is two taps. A rule saves even
          those; let it forward recruiters only, not everything.
        </p>
        {FORWARDING.map(({ name, byHand, byRule, beware }) => (
          <details>
            <summary>{name}</summary>
            <p>
              <b>By hand:</b> {byHand}
            </p>
            <p>
              <b>By a rule:</b>
            </p>
            <ol>
              {byRule.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            {beware === null ? null : (
              <p class="warm">
                <b>Mind:</b> {beware}
              </p>
            )}
          </details>
        ))}
      </section>
      <section aria-labelledby="try">
        <h2 id="try">3. Forward one mail now</h2>
        <p>The last mail that a recruiter or an employer wrote you is a good one; old ones are welcome.</p>
        <div
          id="arrived"
          role="status"
          class="panel"
          data-ask={`/getting-started/arrived?since=${encodeURIComponent(since)}`}
        >
          <Arrived {...content} />
        </div>
        <p>
          <a class="tap" href={`/getting-started?since=${encodeURIComponent(since)}#try`}>
            Look again
          </a>{" "}
          ·{" "}
          <a class="tap" href="/board">
            To the board
          </a>
        </p>
      </section>
    </Page>
  );
}

/** The address with its copy button and its card. */
export function SecretAddress({ inbox }: { readonly inbox: string }) {
  return (
    <>
      <output id="inbox" class="secret">
        {inbox}
      </output>
      <div class="actions">
        <button type="button" class="quiet" data-copy="inbox" hidden>
          Copy
        </button>
        <a class="button quiet" href="/callback.vcf">
          Save as a contact
        </a>
        <a class="button quiet" href={`mailto:${inbox}`}>
          Write to it
        </a>
      </div>
    </>
  );
}

/** What came in since the page was opened: nothing yet, or what we understood. */
export function Arrived({ arrived, touchpoints, opportunities }: ArrivedContent) {
  if (arrived.length === 0) return <p>Waiting for your mail …</p>;
  return (
    <>
      {arrived.map((mail) => (
        <Mail mail={mail} touchpoints={touchpoints} opportunities={opportunities} />
      ))}
    </>
  );
}

function Mail({
  mail,
  touchpoints,
  opportunities,
}: Omit<ArrivedContent, "arrived"> & { readonly mail: InboundLife }) {
  const { id, state, arrival, reason } = mail;
  if (state === "pending" || state === "processing") return <p>Arrived. We are reading it …</p>;
  if (state === "failed")
    return <p>Arrived, but we failed to read it. A letter tells you more; it is kept.</p>;
  if (arrival === "verification")
    return (
      <p>Your mail provider asks whether it may forward to us: its link and code are in your mailbox now.</p>
    );
  const read = touchpoints.flatMap(({ inboundId, event, opportunityId }) =>
    inboundId === id && event.kind === "message-read" ? [{ event, opportunityId }] : [],
  );
  if (read.length > 0)
    return (
      <>
        <p>
          <b>Arrived. Here is what we understood:</b>
        </p>
        {read.map(({ event, opportunityId }) => {
          const opportunity = opportunities.find((one) => one.id === opportunityId);
          return (
            <p>
              {event.subject === null ? "" : `“${event.subject}”: `}
              {KIND_WORDS[event.reading.kind]}
              {opportunity ? (
                <>
                  {" "}
                  · <a href={`/opportunities/${opportunity.id}`}>{nameOf(opportunity)}</a>
                </>
              ) : null}
            </p>
          );
        })}
        <p class="soft">A receipt with the next step is on its way to your mailbox.</p>
      </>
    );
  if (state === "delivered" && reason !== null)
    return (
      <p>
        Arrived, and we are not sure about it: <a href="/questions">please tell us</a>. Nothing is guessed.
      </p>
    );
  return <p>Arrived, and set aside: it looks like an automatic mail, or not like one about a job.</p>;
}
