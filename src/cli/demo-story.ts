// The story of the demo, step by step. Every step says what should have happened and whether it did.
import { randomUUID } from "node:crypto";
import process from "node:process";
import { addDays, addSeconds, daysBetween } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { letterReference } from "../mail/letter-id.ts";
import { replyAddress } from "../mail/address.ts";
import { writeMessage } from "../mail/written-message.ts";
import type { ShownLetter } from "../store/outbox.ts";
import type { DemoMails } from "./demo-mails.ts";
import type { DemoWorker } from "./demo-worker.ts";
import { newLetter } from "./local-client.ts";
import { LOCAL_MAIL_DOMAIN, localSettings } from "./local-settings.ts";

const WEEK_SECONDS = 7 * 24 * 3600;

/** Tells the story; true when every step held. */
export async function tellStory(
  { client, signUp }: DemoWorker,
  { person, mails }: DemoMails,
): Promise<boolean> {
  const steps: boolean[] = [];
  const hold = (what: string, holds: boolean) => {
    steps.push(holds);
    say(`${holds ? "  ✓" : "  ✗"} ${what}`);
  };

  const begins = mails[0]?.arrivesAt ?? "2026-11-02T07:00:00Z";
  const inbox = await signUp({ ...person, now: addSeconds(begins, -3600) });
  title(`${person.address} signs up; the secret address is ${inbox}`);
  let state = await client.state();

  for (const { about, arrivesAt, raw } of mails) {
    title(`${sayInstant(arrivesAt)}: a recruiter's mail arrives, ${about}`);
    state = await client.moveTo(arrivesAt);
    const before = state.letters;
    state = await client.arrive(inbox, raw);
    const receipt = newLetter(state, "receipt", before);
    print(receipt);
    hold("the receipt left", receipt?.state === "sent");
  }

  const weekLater = addSeconds(state.now, WEEK_SECONDS);
  title(`${sayInstant(weekLater)}: a week has passed, the cron runs`);
  let before = state.letters;
  state = await client.moveTo(weekLater);
  const digest = newLetter(state, "digest", before);
  const newDigests = state.letters.filter(
    (one) => one.kind === "digest" && !before.some(({ id }) => id === one.id),
  ).length;
  print(digest);
  hold("the digest left, once", newDigests === 1 && digest?.state === "sent");
  const due = state.followUps.find(
    ({ kind, state: is, dueOn }) =>
      kind === "first-follow-up" && is === "open" && dueOn <= weekLater.slice(0, 10),
  );
  if (!digest || !due) {
    hold(
      "nothing is due in these mails yet: there is nothing to answer",
      digest !== undefined || mails.length > 0,
    );
    return steps.every(Boolean);
  }
  const number = numberOf(digest, "First follow-up");
  hold(
    "it has a numbered follow-up with its draft",
    number !== null && (digest.text ?? "").includes("Subject: Re:"),
  );

  const answeredAt = addSeconds(state.now, 3600);
  const word = /^2\. /m.test(digest.text ?? "") ? `done ${number ?? 1}` : "done";
  title(`${sayInstant(answeredAt)}: ${person.name ?? person.address} sends it and replies "${word}"`);
  state = await client.moveTo(answeredAt);
  before = state.letters;
  state = await client.arrive(...(await replyTo(digest, word, person.address, answeredAt)));
  print(newLetter(state, "answer", before));
  hold("the follow-up is marked as sent", state.followUps.find(({ id }) => id === due.id)?.state === "done");
  const second = state.followUps.find(({ kind }) => kind === "second-follow-up");
  hold(
    `the second, final one is planned for ${second?.dueOn ?? "no day"}, seven days on or the business day after`,
    second !== undefined && isSevenDaysOn(answeredAt.slice(0, 10), second.dueOn),
  );

  const nextWeek = addSeconds(answeredAt, WEEK_SECONDS);
  title(`${sayInstant(nextWeek)}: the next digest`);
  before = state.letters;
  state = await client.moveTo(nextWeek);
  const next = newLetter(state, "digest", before);
  print(next);
  hold(
    "it shows the follow-up under what was done since last time",
    /DONE SINCE LAST TIME[\s\S]{0,40}\* First follow-up/.test(next?.text ?? ""),
  );
  hold(
    "the second, final follow-up stands in it with its draft",
    numberOf(next, "Second and final follow-up") !== null,
  );
  hold("there is no third", state.followUps.filter(({ kind }) => kind.endsWith("follow-up")).length === 2);
  return steps.every(Boolean);
}

/** Seven days, moved on over a weekend. */
function isSevenDaysOn(from: string, dueOn: string): boolean {
  const days = daysBetween(from, dueOn);
  return days >= 7 && days <= 9 && dueOn >= addDays(from, 7);
}

/** The number of the item whose title begins so. */
function numberOf(letter: ShownLetter | undefined, heading: string): number | null {
  const match = new RegExp(`^(\\d+)\\. ${heading}`, "m").exec(letter?.text ?? "");
  return match ? Number(match[1]) : null;
}

/** A reply as a mail program writes it: the words on top, the letter quoted below. */
async function replyTo(
  letter: ShownLetter,
  words: string,
  from: string,
  at: Instant,
): Promise<[string, Uint8Array]> {
  const to = await replyAddress(letter.id, LOCAL_MAIL_DOMAIN, localSettings("")["SIGNING_SECRET"] ?? "");
  const quoted = (letter.text ?? "").split("\n").map((line) => `> ${line}`);
  const raw = writeMessage({
    from,
    to,
    subject: `Re: ${letter.subject}`,
    date: new Date(at).toUTCString(),
    headers: {
      "Message-ID": `<${randomUUID()}@home.example>`,
      References: `<${letterReference(letter.id, LOCAL_MAIL_DOMAIN)}>`,
    },
    body: [
      words,
      "",
      `On ${new Date(letter.createdAt).toUTCString()}, Callback <hello@${LOCAL_MAIL_DOMAIN}> wrote:`,
      ...quoted,
    ].join("\r\n"),
  });
  return [to, raw];
}

function title(text: string): void {
  say(`\n━━ ${text}`);
}

function print(letter: ShownLetter | undefined): void {
  if (!letter) return;
  say(`  ┌ ${letter.subject}`);
  for (const line of (letter.text ?? "").trimEnd().split("\n")) say(`  │ ${line}`.trimEnd());
  say("  └");
}

function sayInstant(instant: Instant): string {
  return new Date(instant).toUTCString().replace(/:\d\d GMT$/, " UTC");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
