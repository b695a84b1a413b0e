// One letter out of the outbox: claim, send with its id as idempotency key, note what became of it.
import { addSeconds } from "../calendar.ts";
import { withLinkSecrets } from "../letters/links.ts";
import { linkSecret, replyAddress, secretName, stopToken } from "../mail/address.ts";
import { LETTER_HEADER } from "../mail/automatic.ts";
import { letterReference } from "../mail/letter-id.ts";
import { RETRY_WINDOW_SECONDS, claimLetter, endAttempt, noteMessageId } from "../store/outbox.ts";
import type { ClaimedLetter } from "../store/outbox.ts";
import type { LetterKind } from "../vocabulary.ts";
import type { AddressedLetter, JobOutcome, SendResult, World } from "../world.ts";

/** Waits after an attempt without an answer, in seconds; the last one repeats. */
const NO_ANSWER_WAITS_SECONDS = [60, 300, 1_800, 3_600] as const;
/** A provider that says no for this long will not say yes in time. */
const GIVE_UP_SECONDS = 3 * 24 * 3600;
/** The queue holds a job for at most this long; what waits longer is found by the sweep. */
const MAX_QUEUE_DELAY_SECONDS = 12 * 3600;

/** Sends one letter, unless it left already or waits. */
export async function deliver(world: World, letterId: string): Promise<JobOutcome> {
  const signsNow = await secretName(world.settings.signingSecret);
  const letter = await claimLetter(world.db, letterId, world.newId(), signsNow, world.now);
  if (!letter) return { result: "not to be had" };
  const result = await attempt(letter, world);
  const end = endOf(result, letter, world);
  await endAttempt(world.db, letter, end);
  if (result.is === "sent" && result.messageId !== null)
    await noteMessageId(world.db, letter.id, result.messageId);
  if (end.state !== "waiting") return { result: `${end.state}: ${letter.kind}` };
  return {
    result: `waiting: ${end.reason}`,
    retryAfterSeconds: Math.min(MAX_QUEUE_DELAY_SECONDS, end.waitSeconds),
  };
}

type Attempt = SendResult | { readonly is: "too-late"; readonly reason: string };

/** After 24 h the provider forgets the key: repeating an attempt that nobody answered could be a second letter. */
async function attempt(letter: ClaimedLetter, world: World): Promise<Attempt> {
  // Whoever gets no letters can still sign in, and see why.
  if (letter.stopped !== null && letter.kind !== "sign-in")
    return { is: "failed", reason: `stopped: ${letter.stopped}` };
  const isLate = addSeconds(letter.firstAttemptAt, RETRY_WINDOW_SECONDS) <= world.now;
  if (letter.unanswered === 1 && isLate) return { is: "too-late", reason: "no answer for 23 hours" };
  return world.mailer.send(await addressed(letter, world));
}

type End = Parameters<typeof endAttempt>[2] & { readonly waitSeconds: number };

function endOf(result: Attempt, { attempts, firstAttemptAt }: ClaimedLetter, { now }: World): End {
  const ended = {
    providerId: null,
    reason: null,
    notBefore: now,
    sentAt: null,
    unanswered: 0,
    waitSeconds: 0,
  } as const;
  const waiting = (reason: string, seconds: number) =>
    ({
      ...ended,
      state: "waiting",
      reason,
      notBefore: addSeconds(now, seconds),
      waitSeconds: seconds,
    }) as const;
  switch (result.is) {
    case "sent":
      return { ...ended, state: "sent", providerId: result.providerId, sentAt: now };
    case "failed":
      return { ...ended, state: "failed", reason: result.reason };
    case "too-late":
      return { ...ended, state: "unknown", reason: result.reason, unanswered: 1 };
    case "retry":
      return addSeconds(firstAttemptAt, GIVE_UP_SECONDS) <= now
        ? { ...ended, state: "failed", reason: `${result.reason}, for three days` }
        : waiting(result.reason, Math.max(result.afterSeconds, grownWait(firstAttemptAt, now)));
    case "no-answer":
      return { ...waiting(result.reason, NO_ANSWER_WAITS_SECONDS[attempts - 1] ?? 3_600), unanswered: 1 };
    default:
      return result satisfies never;
  }
}

/** Whoever says no for long is asked less and less often: after a quarter of the time that it has been, at most an hour. */
function grownWait(since: string, now: string): number {
  return Math.min(3_600, Math.floor((Date.parse(now) - Date.parse(since)) / 4_000));
}

/** The letter with its addresses and headers: a function of its row and the settings alone, so that a retry is the same payload. */
async function addressed(letter: ClaimedLetter, { settings }: World): Promise<AddressedLetter> {
  const secret = await secretNamed(letter.signedWith, settings);
  const reference = `<${letterReference(letter.id, settings.mailDomain)}>`;
  const thread = letter.inReplyTo === null ? null : `<${letter.inReplyTo}>`;
  return {
    id: letter.id,
    from: settings.lettersFrom,
    to: letter.to,
    replyTo: await replyAddress(letter.id, settings.mailDomain, secret),
    subject: letter.subject,
    ...(await wordsOf(letter, settings.siteUrl, secret)),
    attachments: letter.attachments,
    headers: {
      References: thread === null ? reference : `${thread} ${reference}`,
      ...(thread === null ? {} : { "In-Reply-To": thread }),
      "Auto-Submitted": AUTO_SUBMITTED[letter.kind],
      // Four fields, the last one names the sender (Gmail's feedback loop); none of them tells who got it.
      "Feedback-ID": `${letter.kind}:letters:mail:callback`,
      ...(BY_THE_CLOCK.includes(letter.kind)
        ? await unsubscribeHeaders(letter, settings.siteUrl, secret)
        : {}),
      [LETTER_HEADER_NAME]: letter.id,
    },
  };
}

/** The secret that signed the first attempt, so that the next one is the same payload; the newest when that one is gone. */
async function secretNamed(
  name: string,
  { signingSecret, believedSecrets }: World["settings"],
): Promise<string> {
  const names = await Promise.all(believedSecrets.map(secretName));
  return believedSecrets[names.indexOf(name)] ?? signingSecret;
}

/** Links get their secrets only now: none of our rows holds them. */
async function wordsOf({ text, html }: ClaimedLetter, siteUrl: string, signingSecret: string) {
  const revealed = (words: string) =>
    withLinkSecrets(words, siteUrl, (name) => linkSecret(name, signingSecret));
  return { text: await revealed(text), html: await revealed(html) };
}

/** What "unsubscribe" stops; everything else answers something that the person did. */
const BY_THE_CLOCK: readonly LetterKind[] = ["digest", "evening", "morning", "deadline"];

/** RFC 8058: one POST without signing in, and the digests stop. */
async function unsubscribeHeaders({ userId }: ClaimedLetter, siteUrl: string, signingSecret: string) {
  return {
    "List-Unsubscribe": `<${siteUrl}/stop/${await stopToken(userId, signingSecret)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** As a mail header is usually written; our reader compares in lower case. */
const LETTER_HEADER_NAME = LETTER_HEADER.replace(/\b[a-z]/g, (first) => first.toUpperCase());

/** RFC 3834 section 5: an answer to a mail is `auto-replied`, everything else a machine writes `auto-generated`. */
const AUTO_SUBMITTED: Readonly<Record<LetterKind, string>> = {
  receipt: "auto-replied",
  question: "auto-replied",
  answer: "auto-replied",
  problem: "auto-replied",
  digest: "auto-generated",
  evening: "auto-generated",
  morning: "auto-generated",
  deadline: "auto-generated",
  "sign-in": "auto-generated",
  paused: "auto-generated",
  verification: "auto-generated",
  welcome: "auto-generated",
};
