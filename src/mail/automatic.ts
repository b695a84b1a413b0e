// What no person wrote and nobody may answer: bounces, out-of-office, lists, our own letters coming back.
// Many employers' systems mark their mail as automatic or bulk (Auto-Submitted: auto-generated, Precedence: bulk):
// that says whom never to answer, but by itself it makes no mail uninteresting.
import type { AutomaticReason } from "../vocabulary.ts";
import { domainOf, normaliseAddress } from "./address.ts";
import {
  AUTO_REPLY_SUBJECTS,
  AWAY_SENTENCES,
  AWAY_SUBJECTS,
  BOUNCE_SENTENCES,
  BOUNCE_SUBJECTS,
  CERTAIN_BOUNCE_SENTENCES,
  DAEMON_MAILBOXES,
  DAEMON_NAMES,
  FEEDBACK_SUBJECTS,
  POSTMASTER_MAILBOXES,
} from "./automatic-words.ts";
import { header } from "./message.ts";
import type { Message } from "./message.ts";

/** The header that every letter of ours carries; a mail that has it is our own letter coming back. */
export const LETTER_HEADER = "x-callback-letter";

export type Automatic = {
  readonly reason: AutomaticReason;
  readonly evidence: string;
  /** False when only a header says so: an employer's system writes that way, too. */
  readonly isNoise: boolean;
};

/** Why the message is automatic, with the words that show it; null when a person wrote it, or nothing says otherwise. */
export function automaticReason(message: Message, owners: readonly string[]): Automatic | null {
  for (const [reason, test] of TESTS) {
    const evidence = test(message, owners);
    if (evidence !== null) return { reason, evidence, isNoise: true };
  }
  const submitted = header(message.headers, "auto-submitted")?.trim().toLowerCase() ?? "no";
  return submitted.startsWith("auto-")
    ? { reason: "auto-reply", evidence: `Auto-Submitted: ${submitted}`, isNoise: false }
    : null;
}

type Test = (message: Message, owners: readonly string[]) => string | null;

// In this order: a bounce of our letter quotes it, an out-of-office may come through a list.
const TESTS: readonly (readonly [AutomaticReason, Test])[] = [
  ["loop", ({ headers }) => header(headers, LETTER_HEADER)],
  ["bounce", isBounce],
  ["auto-reply", isAutoReply],
  ["list", isListPost],
];

const LOOKED_AT_CHARACTERS = 4_000;

/** RFC 3464 and RFC 5965 reports, and the many systems that say it in words. */
function isBounce(message: Message): string | null {
  const { contentType, headers, from, subject } = message;
  if (contentType.startsWith("multipart/report") && !contentType.includes("disposition-notification"))
    return contentType.slice(0, 80);
  const failed = header(headers, "x-failed-recipients");
  if (failed) return `X-Failed-Recipients: ${failed}`;
  if (startsWithAny(subject, FEEDBACK_SUBJECTS)) return subject;
  const text = message.text.slice(0, LOOKED_AT_CHARACTERS).toLowerCase().replace(/\s+/g, " ");
  if (CERTAIN_BOUNCE_SENTENCES.some((words) => text.includes(words)))
    return "a notification of the mail provider";
  if (isDaemon(message)) return from?.address || from?.name || "<>";
  return signsOfBounce(message, text) >= 2 ? subject : null;
}

function isDaemon({ from, headers }: Message): boolean {
  const local = normaliseAddress(from?.address ?? "").split("@")[0] ?? "";
  const name = from?.name?.toLowerCase() ?? "";
  const emptySender = header(headers, "from")?.trim() === "<>";
  return (
    emptySender ||
    DAEMON_MAILBOXES.includes(local) ||
    DAEMON_NAMES.includes(name) ||
    /^microsoftexchange[0-9a-f]{20,40}$/.test(local)
  );
}

/** A postmaster, an empty return path, a subject, a sentence, a status code: two of them make a bounce, one is somebody writing about one. */
function signsOfBounce({ from, headers, subject }: Message, text: string): number {
  const local = normaliseAddress(from?.address ?? "").split("@")[0] ?? "";
  const returnPath = header(headers, "return-path")?.trim() ?? "";
  const saysSo = BOUNCE_SENTENCES.some((words) => text.includes(words));
  const hasStatus = /\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b/.test(text);
  const isPostmaster = POSTMASTER_MAILBOXES.includes(local);
  const isSystem = isPostmaster || returnPath === "<>" || returnPath === "<MAILER-DAEMON>";
  // A list's own mailbox is often a person's ("hr-admin"): it must say it and quote it. Otherwise words about bounces are words.
  const isListOwner = /-(?:admin|owner|request)$/.test(local);
  if (isListOwner) return saysSo && /mailing list|not a member/.test(text) ? 2 : 0;
  const inWords = Number(saysSo) + Number(hasStatus);
  return isSystem ? 2 * Number(startsWithAny(subject, BOUNCE_SUBJECTS)) + 2 * inWords : 0;
}

/** Out-of-office, by header or subject, and read receipts (RFC 8098). */
function isAutoReply({ headers, subject, contentType, text }: Message): string | null {
  if (contentType.includes("disposition-notification")) return contentType.slice(0, 80);
  const submitted = header(headers, "auto-submitted")?.trim().toLowerCase() ?? "";
  if (submitted.startsWith("auto-replied")) return `Auto-Submitted: ${submitted}`;
  for (const name of [
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-autogenerated",
    "x-mail-autoreply",
  ]) {
    const value = header(headers, name)?.trim();
    if (value && !/^(?:no|false|0)$/i.test(value)) return `${name}: ${value}`;
  }
  const precedence = header(headers, "precedence")?.trim().toLowerCase().replace("-", "_");
  if (precedence === "auto_reply") return `Precedence: ${precedence}`;
  return isAutoReplySubject(subject) || isAway(subject, text) ? subject : null;
}

/** `Automatic reply: …`, `自动答复`: what a mail program puts in front, and nothing else before the colon. */
function isAutoReplySubject(subject: string): boolean {
  const beginning = bareSubject(subject).split(/\s?[:：]/)[0] ?? "";
  return AUTO_REPLY_SUBJECTS.some((words) => beginning === words.replace(/:$/, ""));
}

/** Somebody is away, by the subject and by the text, and asks nothing. */
function isAway(subject: string, text: string): boolean {
  const said = text.slice(0, LOOKED_AT_CHARACTERS).toLowerCase().replace(/\s+/g, " ");
  return (
    startsWithAny(subject, AWAY_SUBJECTS) &&
    AWAY_SENTENCES.some((words) => said.includes(words)) &&
    !/[?？]/.test(said)
  );
}

/** A true list post: List-Post, or List-Id without the person in To or Cc (employers' systems set List-Id too). */
function isListPost({ headers, to, cc }: Message, owners: readonly string[]): string | null {
  const post = header(headers, "list-post");
  if (post && post.trim().toUpperCase() !== "NO") return `List-Post: ${post}`;
  const id = header(headers, "list-id");
  const addressed = [...to, ...cc].some(({ address }) => owners.includes(normaliseAddress(address)));
  // Without knowing the person: Mailman and its kind address the list itself.
  const addressesList = [...to, ...cc].some(
    ({ address }) =>
      address !== "" &&
      (id ?? "").includes(domainOf(address)) &&
      (id ?? "").includes(address.split("@")[0] ?? "?"),
  );
  return id && (owners.length > 0 ? !addressed : addressesList) ? `List-Id: ${id}` : null;
}

function startsWithAny(subject: string, beginnings: readonly string[]): boolean {
  const text = bareSubject(subject);
  return beginnings.some((beginning) => text.startsWith(beginning));
}

/** Lower case, composed, without `Re:`, `[EXTERNAL]` and their like in front. */
function bareSubject(subject: string): string {
  const prefix = /^(?:(?:re|aw|sv|fwd?)\s{0,3}:|\[[^\]]{1,40}\]|\*{3}[^*]{1,40}\*{3})\s{0,3}/;
  let text = subject.normalize("NFC").toLowerCase().trim();
  for (let count = 0; count < 5 && prefix.test(text); count += 1) text = text.replace(prefix, "");
  return text;
}
