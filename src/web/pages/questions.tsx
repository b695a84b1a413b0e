// Mails that wait for the person's word: each with the answers that it may have.
import { dayOf, sayDay } from "../../calendar.ts";
import type { Zone } from "../../calendar.ts";
import { nameOf } from "../../letters/item.ts";
import type { NamedOpportunity } from "../../store/opportunities.ts";
import type { Question } from "../../opportunity/questions.ts";
import { KIND_CHOICES } from "../../playbook/kind-names.ts";
import { withoutPrefixes } from "../../mail/subject.ts";
import type { WaitingMail } from "../../store/waiting.ts";
import { KINDS } from "../../vocabulary.ts";
import { Page } from "./layout.tsx";
import type { Frame } from "./layout.tsx";
import { Choose } from "./opportunity.tsx";

type Asked = { readonly mail: WaitingMail; readonly questions: readonly Question[] };

function Held({ count }: { readonly count: number }) {
  return (
    <section class="panel" aria-labelledby="held">
      <h2 id="held">{count === 1 ? "1 mail is held back" : `${count} mails are held back`}</h2>
      <p>
        Far more came to your secret address in one day than a search brings, and nobody vouches for who sent
        these. They are kept unread for 30 days. If somebody else knows the address,{" "}
        <a href="/settings#secret">give yourself a new one</a>.
      </p>
      <div class="row">
        <form method="post" action="/questions/held/read">
          <button>Read them</button>
        </form>
        <form method="post" action="/questions/held/forget">
          <button class="quiet">Throw them away</button>
        </form>
      </div>
    </section>
  );
}

export function QuestionsPage({
  frame,
  zone,
  held,
  mails,
  opportunities,
}: {
  readonly frame: Frame;
  readonly zone: Zone;
  /** Mails that were held back unread, amid a flood. */
  readonly held: number;
  readonly mails: readonly Asked[];
  readonly opportunities: readonly NamedOpportunity[];
}) {
  return (
    <Page title="Questions" at="questions" frame={frame}>
      <h1>Questions: what we could not place</h1>
      {held === 0 ? null : <Held count={held} />}
      {mails.length === 0 && held > 0 ? null : mails.length === 0 ? (
        <div class="panel">
          <p>
            Nothing waits for your word. Whenever we are not sure about a mail, we ask here and by mail, and
            guess nothing.
          </p>
          <a href="/board">To the board</a>
        </div>
      ) : (
        <p>
          These mails are kept for 30 days, until you say what they are. Your answer is remembered for the
          sender.
        </p>
      )}
      {mails.map(({ mail, questions }, at) => (
        <article class="panel" aria-labelledby={`mail-${at}`}>
          <h2 id={`mail-${at}`}>{withoutPrefixes(mail.subject) || "(no subject)"}</h2>
          <p class="soft">Arrived on {sayDay(dayOf(mail.receivedAt, zone))}</p>
          {[...Map.groupBy(questions, (question) => question.at).values()].map((asked, index) =>
            asked.some(({ place }) => place !== null) ? (
              <Which questions={asked} opportunities={opportunities} place={`${at}-${index}`} />
            ) : (
              <What questions={asked} place={`${at}-${index}`} />
            ),
          )}
        </article>
      ))}
    </Page>
  );
}

/** Which opportunity it is about. */
function Which({
  questions,
  opportunities,
  place,
}: {
  readonly questions: readonly Question[];
  readonly opportunities: readonly NamedOpportunity[];
  readonly place: string;
}) {
  const [first] = questions;
  if (!first) return null;
  const offered = questions.flatMap((question) => {
    const opportunity = opportunities.find(({ id }) => id === question.place);
    return opportunity ? [{ question, opportunity }] : [];
  });
  const others = opportunities.filter(({ id }) => !offered.some(({ opportunity }) => opportunity.id === id));
  return (
    <>
      <h3>
        Which opportunity is {first.at === null || first.at === 0 ? "it" : `message ${first.at + 1}`} about?
      </h3>
      <div class="actions">
        {offered.map(({ question, opportunity }) => (
          <form method="post" action={`/questions/${question.inboundId}`}>
            <About question={question} />
            <button name="place" value={opportunity.id}>
              {nameOf(opportunity)}
            </button>
          </form>
        ))}
        <form method="post" action={`/questions/${first.inboundId}`}>
          <About question={first} />
          <button name="place" value="new" class="quiet">
            A new one
          </button>
        </form>
        <form method="post" action={`/questions/${first.inboundId}`}>
          <About question={{ ...first, said: {} }} />
          <button name="kind" value="not-job" class="quiet">
            Not about a job
          </button>
        </form>
      </div>
      {others.length === 0 ? null : (
        <details>
          <summary>Another one</summary>
          <form method="post" action={`/questions/${first.inboundId}`} class="row">
            <About question={first} />
            <div class="grow">
              <label for={`other-${place}`}>It is about</label>
              <Choose id={`other-${place}`} name="place" opportunities={others} />
            </div>
            <button class="quiet">That one</button>
          </form>
        </details>
      )}
    </>
  );
}

/** What it is; for each message, where a mail held several. */
function What({ questions, place }: { readonly questions: readonly Question[]; readonly place: string }) {
  return (
    <>
      {questions.map((question, at) => (
        <section aria-labelledby={`what-${place}-${at}`}>
          <h3 id={`what-${place}-${at}`}>
            What is it?{questions.length > 1 ? ` (message ${(question.at ?? at) + 1} in this mail)` : ""}
          </h3>
          <form method="post" action={`/questions/${question.inboundId}`}>
            <About question={question} />
            <details>
              <summary>Company and role, if you like to say them</summary>
              <div class="row">
                <div class="grow">
                  <label for={`company-${place}-${at}`}>Company</label>
                  <input id={`company-${place}-${at}`} name="company" maxlength={100} />
                </div>
                <div class="grow">
                  <label for={`role-${place}-${at}`}>Role</label>
                  <input id={`role-${place}-${at}`} name="role" maxlength={150} />
                </div>
              </div>
            </details>
            <div class="actions">
              {KINDS.map((kind) => (
                <button name="kind" value={kind} class="quiet">
                  {KIND_CHOICES[kind]}
                </button>
              ))}
            </div>
          </form>
        </section>
      ))}
    </>
  );
}

/** Which message of the mail, and what was said about it already. */
function About({ question }: { readonly question: Question }) {
  const { at, said } = question;
  return (
    <>
      {at === null ? null : <input type="hidden" name="at" value={String(at)} />}
      {Object.entries(said).map(([name, value]) => (
        <input type="hidden" name={name} value={value ?? ""} />
      ))}
    </>
  );
}
