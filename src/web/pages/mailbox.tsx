// The local mailbox's pages: what came in and its life, what would have left, and the clock.
import type { InboundLife } from "../../store/inbound.ts";
import type { ShownLetter } from "../../store/outbox.ts";
import type { listPeople } from "../../store/people.ts";
import { Layout } from "./layout.tsx";

type Person = Awaited<ReturnType<typeof listPeople>>[number];

type MailboxProps = {
  readonly now: string;
  readonly people: readonly Person[];
  readonly person: Person | null;
  readonly inbound: readonly InboundLife[];
  readonly letters: readonly ShownLetter[];
};

const STEPS = [
  ["one hour", 3_600],
  ["one day", 86_400],
  ["one week", 604_800],
] as const;

export function MailboxPage({ now, people, person, inbound, letters }: MailboxProps) {
  return (
    <Layout title="Local mailbox">
      <h1>Local mailbox</h1>
      <p class="soft">
        Nothing leaves this machine. Jobs run a moment after an action: reload the page to see what they did.
      </p>
      <div class="panel">
        It is <b>{now.replace("T", " ").replace("Z", " UTC")}</b>.
        <form method="post" action="/local/clock">
          {STEPS.map(([words, seconds]) => (
            <button name="by" value={String(seconds)}>
              Move on {words}
            </button>
          ))}
          <button name="reset" value="yes">
            Back to the real time
          </button>
        </form>
      </div>
      {person === null ? (
        <p>Nobody is here yet: sign up on the start page.</p>
      ) : (
        <Desk people={people} person={person} inbound={inbound} letters={letters} />
      )}
    </Layout>
  );
}

function Desk({
  people,
  person,
  inbound,
  letters,
}: {
  people: readonly Person[];
  person: Person;
  inbound: readonly InboundLife[];
  letters: readonly ShownLetter[];
}) {
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
      <h2>Letters that would have left</h2>
      {letters.length === 0 ? <p>None yet.</p> : null}
      <ul>
        {letters.map((letter) => (
          <li>
            <a href={`/local/letters/${letter.id}`}>{letter.subject}</a>{" "}
            <span class="soft">
              {letter.kind}, {letter.state}, {letter.createdAt}
            </span>
          </li>
        ))}
      </ul>
      <h2>Mail that came in</h2>
      {inbound.length === 0 ? <p>None yet.</p> : null}
      <ul>
        {inbound.map((mail) => (
          <li>
            {mail.subject ?? "(forgotten)"}{" "}
            <span class="soft">
              {mail.state}
              {mail.arrival ? `, ${mail.arrival}` : ""}
              {mail.reason ? ` (${mail.reason})` : ""}, attempt {mail.attempts}, {mail.receivedAt}
            </span>
          </li>
        ))}
      </ul>
    </>
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
      <iframe title="The letter as HTML" src={`/local/letters/${letter.id}/html`} sandbox=""></iframe>
      <h2>As text</h2>
      <pre class="panel">{letter.text ?? "(forgotten)"}</pre>
    </Layout>
  );
}
