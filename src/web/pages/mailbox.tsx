// The local mailbox's pages: what came in and its life, what would have left, and the clock.
import type { Child } from "hono/jsx";
import type { Instant } from "../../calendar.ts";
import type { InboundLife } from "../../store/inbound.ts";
import type { FollowUp } from "../../opportunity/follow-ups.ts";
import type { Opportunity } from "../../opportunity/opportunity.ts";
import type { ShownLetter } from "../../store/outbox.ts";
import type { listPeople } from "../../store/people.ts";
import { Layout } from "./layout.tsx";

type Person = Awaited<ReturnType<typeof listPeople>>[number];

export type ShownFollowUp = FollowUp & Pick<Opportunity, "company" | "role">;

/** Everything the local mailbox shows, also as JSON for scripts. */
export type LocalState = {
  readonly now: Instant;
  /** Jobs still on their way. */
  readonly unfinished: number;
  readonly people: readonly Person[];
  readonly person: Person | null;
  readonly inbound: readonly InboundLife[];
  readonly letters: readonly ShownLetter[];
  readonly followUps: readonly ShownFollowUp[];
};

const STEPS = [
  ["one hour", 3_600],
  ["one day", 86_400],
  ["one week", 604_800],
] as const;

export function MailboxPage(state: LocalState) {
  return (
    <Layout title="Local mailbox">
      <h1>Local mailbox</h1>
      <p class="soft">
        Nothing leaves this machine.{" "}
        {state.unfinished > 0
          ? "Something is still on its way: reload the page to see what it did."
          : "Everything is done."}
      </p>
      <Clock now={state.now} />
      {state.person === null ? (
        <p>Nobody is here yet: sign up on the start page.</p>
      ) : (
        <Desk {...state} person={state.person} />
      )}
    </Layout>
  );
}

function Clock({ now }: { readonly now: Instant }) {
  return (
    <form method="post" action="/local/clock" class="panel">
      It is <b>{now.replace("T", " ").replace("Z", " UTC")}</b>. Moving the clock runs the cron.
      <br />
      {STEPS.map(([words, seconds]) => (
        <button name="by" value={String(seconds)}>
          Move on {words}
        </button>
      ))}
      <button name="reset" value="yes">
        Back to the real time
      </button>
    </form>
  );
}

function Desk({ people, person, inbound, letters, followUps }: LocalState & { readonly person: Person }) {
  return (
    <>
      <p>
        {people.map((one) => (
          <>
            <a href={`/local?person=${one.userId}`}>{one.address}</a>{" "}
          </>
        ))}
      </p>
      <p class="soft">
        {person.address} ({person.zone}) forwards to {person.inbox}
      </p>
      <form method="post" action="/local/sign-in">
        <input type="hidden" name="person" value={person.userId} />
        <button class="quiet">Open the website as {person.address}</button>
      </form>
      <ForwardForm person={person} />
      <h2>Letters that would have left</h2>
      <List
        rows={letters.map((letter) => [
          <a href={`/local/letters/${letter.id}`}>{letter.subject}</a>,
          `${letter.kind}, ${letter.state}, ${letter.createdAt}`,
        ])}
      />
      <h2>Follow-ups</h2>
      <List
        rows={followUps.map(({ kind, role, company, state, dueOn }) => [
          `${kind}: ${[role, company].filter(Boolean).join(" at ")}`,
          `${state}, due ${dueOn}`,
        ])}
      />
      <h2>Mail that came in</h2>
      <List rows={inbound.map((mail) => [mail.subject ?? "(forgotten)", lifeOf(mail)])} />
    </>
  );
}

function lifeOf({ state, arrival, reason, attempts, receivedAt }: InboundLife): string {
  const why = reason === null ? "" : ` (${reason})`;
  return [`${state}${why}`, ...(arrival === null ? [] : [arrival]), `attempt ${attempts}`, receivedAt].join(
    ", ",
  );
}

function ForwardForm({ person }: { readonly person: Person }) {
  return (
    <>
      <h2>Forward a mail</h2>
      <form method="post" action="/local/forward" enctype="multipart/form-data" class="panel">
        <input type="hidden" name="person" value={person.userId} />
        <label for="file">Drop an .eml file here</label>
        <input id="file" name="file" type="file" accept=".eml,message/rfc822" />
        <label for="pasted">or paste one</label>
        <textarea id="pasted" name="pasted" rows={4}></textarea>
        <label for="how">How it arrives</label>
        <select id="how" name="how">
          <option value="as-it-is">as it is: a forward, or forwarded by a rule</option>
          <option value="attached">forwarded by {person.address} as an attachment</option>
        </select>
        <button type="submit">Send to the inbox address</button>
      </form>
    </>
  );
}

function List({ rows }: { readonly rows: readonly (readonly [Child, string])[] }) {
  if (rows.length === 0) return <p>None yet.</p>;
  return (
    <ul>
      {rows.map(([what, about]) => (
        <li>
          {what} <span class="soft">{about}</span>
        </li>
      ))}
    </ul>
  );
}

export function LetterPage({ letter }: { readonly letter: ShownLetter }) {
  return (
    <Layout title={letter.subject}>
      <p>
        <a href="/local">Local mailbox</a>
      </p>
      <h1>{letter.subject}</h1>
      <p class="soft">
        {letter.kind}, {letter.state}, to {letter.to}
      </p>
      <h2>Reply</h2>
      <form method="post" action={`/local/letters/${letter.id}/reply`} class="panel">
        <label for="text">What you would type above the quoted letter</label>
        <textarea id="text" name="text" rows={2} placeholder="done"></textarea>
        <button type="submit">Send the reply</button>
      </form>
      <h2>As HTML</h2>
      <iframe title="The letter as HTML" srcdoc={letter.html ?? "(forgotten)"} sandbox=""></iframe>
      <h2>As text</h2>
      <pre class="panel">{letter.text ?? "(forgotten)"}</pre>
      {letter.attachments.map(({ name, text }) => (
        <>
          <h2>{name}</h2>
          <pre class="panel">{text}</pre>
        </>
      ))}
    </Layout>
  );
}
