// Settings as a page: one form for letters and drafts, small ones for addresses, the calendar and what goes.
import { dayOf, sayDay, sayTime } from "../../calendar.ts";
import type { Tone } from "../../playbook/draft-texts.ts";
import { FIRST_WAIT_DAYS } from "../../playbook/follow-ups.ts";
import type { Language } from "../../playbook/languages.ts";
import { LANGUAGES } from "../../playbook/languages.ts";
import { HOLIDAY_COUNTRIES } from "../../playbook/public-holidays.ts";
import { ROTATED_DAYS } from "../../store/addresses.ts";
import type { StopReason } from "../../vocabulary.ts";
import type { Person } from "../../store/people.ts";
import type { ReceiptChoice } from "../../vocabulary.ts";
import { SecretAddress } from "./getting-started.tsx";
import { Page } from "./layout.tsx";
import type { Frame } from "./layout.tsx";
import { ZoneField } from "./zone-field.tsx";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const RECEIPTS: readonly (readonly [ReceiptChoice, string])[] = [
  ["always", "For every mail that I forward"],
  ["when-needed", "Only when there is something to do or to answer"],
];
const TONE_WORDS: readonly (readonly [Tone, string])[] = [
  ["plain", "Plain: “Hi Rae”"],
  ["formal", "Formal: “Dear Ms Lind”"],
];

export function SettingsPage({
  frame,
  person,
  feed,
}: {
  readonly frame: Frame;
  readonly person: Person;
  readonly feed: string | null;
}) {
  return (
    <Page title="Settings" at="settings" frame={frame} width="">
      <h1>Settings</h1>
      <LettersForm person={person} />
      <Addresses person={person} />
      <Inbox person={person} />
      <Calendar feed={feed} />
      <YourData />
      <section aria-labelledby="out">
        <h2 id="out">Signing out</h2>
        <div class="actions">
          <form method="post" action="/sign-out">
            <button class="quiet">Sign out here</button>
          </form>
          <form method="post" action="/settings/sign-out-everywhere">
            <button class="quiet">Sign out everywhere</button>
          </form>
        </div>
      </section>
    </Page>
  );
}

function LettersForm({ person }: { readonly person: Person }) {
  const { schedule, pausedAt, nextDigestAt, zone } = person;
  const every = pausedAt === null ? schedule.every : "paused";
  return (
    <form method="post" action="/settings" aria-labelledby="letters">
      <h2 id="letters">Letters</h2>
      <p>
        {pausedAt === null
          ? `Next digest: ${sayDay(dayOf(nextDigestAt, zone), "long")}, ${sayTime(nextDigestAt, zone)}`
          : `Digests and reminders are paused since ${sayDay(dayOf(pausedAt, zone), "long")}.`}
      </p>
      <div class="row">
        <Choice
          name="every"
          words="Digest"
          value={every}
          choices={[
            ["week", "Once a week"],
            ["day", "Every day, when there is something"],
            ["paused", "Paused, and reminders too"],
          ]}
        />
        <Choice
          name="weekday"
          words="Day of the week"
          value={String(schedule.weekday)}
          choices={WEEKDAYS.map((day, at) => [String(at + 1), day])}
        />
        <Choice
          name="hour"
          words="Hour"
          value={String(schedule.hour)}
          choices={Array.from({ length: 24 }, (_, hour) => [
            String(hour),
            `${String(hour).padStart(2, "0")}:00`,
          ])}
        />
      </div>
      <ZoneField zone={zone} />
      <Choice name="receipts" words="Receipts" value={person.receipts} choices={RECEIPTS} />
      <fieldset>
        <legend>Also</legend>
        <Check name="evening" words="A letter the evening before an interview" isOn={person.evening} />
        <Check name="thankYou" words="A line of thanks to send the morning after" isOn={person.thankYou} />
        <Check name="emptyDigest" words="One line when a week has nothing in it" isOn={person.emptyDigest} />
      </fieldset>
      <h2>Follow-ups and drafts</h2>
      <div class="row">
        <Choice
          name="waitDays"
          words="First follow-up after"
          value={String(person.waitDays)}
          choices={daysToWait().map((days) => [String(days), `${days} days`])}
        />
        <Choice name="tone" words="Tone" value={person.tone} choices={TONE_WORDS} />
        <Choice
          name="language"
          words="Language of drafts"
          value={person.language ?? ""}
          choices={[["", "As they write"], ...LANGUAGES.map((one) => [one, languageName(one)] as const)]}
        />
        <Choice
          name="holidays"
          words="Keep public holidays of"
          value={person.holidays ?? ""}
          choices={[["", "No country"], ...countries()]}
        />
      </div>
      <label for="name">Your name, as you sign</label>
      <input id="name" name="name" value={person.name ?? ""} maxlength={100} autocomplete="name" />
      <div class="actions">
        <button>Save</button>
      </div>
    </form>
  );
}

function daysToWait(): number[] {
  const { least, most } = FIRST_WAIT_DAYS;
  return Array.from({ length: most - least + 1 }, (_, at) => least + at);
}

function languageName(language: Language): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}

function countries(): (readonly [string, string])[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return HOLIDAY_COUNTRIES.map((code) => [code, names.of(code) ?? code] as const).toSorted((a, b) =>
    a[1].localeCompare(b[1], "en"),
  );
}

function Choice({
  name,
  words,
  value,
  choices,
}: {
  readonly name: string;
  readonly words: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
}) {
  return (
    <div class="grow">
      <label for={name}>{words}</label>
      <select id={name} name={name}>
        {choices.map(([one, says]) => (
          <option value={one} selected={one === value}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}

function Check({
  name,
  words,
  isOn,
}: {
  readonly name: string;
  readonly words: string;
  readonly isOn: boolean;
}) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value="yes" checked={isOn} />
      <span>{words}</span>
    </label>
  );
}

const STOPPED: Readonly<Record<StopReason, string>> = {
  bounced: "letters came back; stopped",
  complained: "a letter was reported as spam; stopped",
};

function Addresses({ person: { senders, zone } }: { readonly person: Person }) {
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses">Your addresses</h2>
      <p>What you forward from these counts as yours. Letters go to the first proven one that takes them.</p>
      <ul class="plain">
        {senders.map(({ address, verifiedAt, stopped }) => (
          <li class="card row">
            <p class="grow">
              <b>{address}</b>
              <br />
              <span class="soft">
                {verifiedAt === null ? "not proven yet" : `proven on ${sayDay(dayOf(verifiedAt, zone))}`}
                {stopped === null ? null : (
                  <>
                    <br />
                    {STOPPED[stopped.because]} on {sayDay(dayOf(stopped.at, zone))}
                  </>
                )}
              </span>
            </p>
            {stopped === null ? null : (
              <form method="post" action="/settings/addresses/resume">
                <input type="hidden" name="address" value={address} />
                <button aria-label={`Send letters to ${address} again`}>Send letters again</button>
              </form>
            )}
            {senders.length > 1 ? (
              <form method="post" action="/settings/addresses/remove">
                <input type="hidden" name="address" value={address} />
                <button class="quiet" aria-label={`Remove ${address}`}>
                  Remove
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <form method="post" action="/settings/addresses" class="row">
        <div class="grow">
          <label for="address">One more address</label>
          <input id="address" name="address" type="email" required />
        </div>
        <button class="quiet">Add it</button>
      </form>
    </section>
  );
}

function Inbox({ person: { inbox, endingInboxes, zone } }: { readonly person: Person }) {
  return (
    <section aria-labelledby="secret">
      <h2 id="secret">Your secret address</h2>
      <SecretAddress inbox={inbox} />
      {endingInboxes.map(({ address, endsAt }) => (
        <form method="post" action="/settings/inbox/end" class="card">
          <p>
            <code>{address}</code> works until {sayDay(dayOf(endsAt, zone), "long")}, {sayTime(endsAt, zone)}.
          </p>
          <input type="hidden" name="address" value={address} />
          <button class="quiet" aria-label={`End ${address} now`}>
            End it now
          </button>
        </form>
      ))}
      <p>
        <a href="/getting-started">How to forward</a>
      </p>
      <details>
        <summary>Replace it</summary>
        <p>
          For when somebody else got to know it. You get a new one; the old one works for {ROTATED_DAYS} more
          days, so that you can change your rules.
        </p>
        <form method="post" action="/settings/inbox">
          <button class="quiet">Give me a new address</button>
        </form>
      </details>
    </section>
  );
}

function Calendar({ feed }: { readonly feed: string | null }) {
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">Calendar</h2>
      {feed === null ? (
        <>
          <p>Interviews in your own calendar, moved and called off by themselves.</p>
          <form method="post" action="/settings/calendar">
            <button class="quiet">Make a link to subscribe to</button>
          </form>
        </>
      ) : (
        <>
          <p>Subscribe to this link in your calendar. Whoever has it sees your interviews.</p>
          <output id="feed" class="secret">
            {feed}
          </output>
          <div class="actions">
            <button type="button" class="quiet" data-copy="feed" hidden>
              Copy
            </button>
            <a class="button quiet" href={feed.replace(/^https?:/, "webcal:")}>
              Subscribe
            </a>
            <form method="post" action="/settings/calendar">
              <button class="quiet">Replace the link</button>
            </form>
            <form method="post" action="/settings/calendar/off">
              <button class="quiet">Switch it off</button>
            </form>
          </div>
        </>
      )}
    </section>
  );
}

function YourData() {
  return (
    <section aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <ul>
        <li>
          Take it with you: <a href="/export/callback.json">everything, as JSON</a> (
          <a href="/export.schema.json">its schema</a>), <a href="/export/callback.csv">a table</a>,{" "}
          <a href="/export/callback.ics">interviews as a calendar</a>
        </li>
        <li>
          <a href="/import">Bring a list, or an export, along</a>
        </li>
        <li>
          <a href="/delete">Delete everything …</a>
        </li>
      </ul>
    </section>
  );
}
