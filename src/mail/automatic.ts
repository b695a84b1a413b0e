// What no person wrote and nobody may answer: bounces, out-of-office, lists, our own letters coming back.
// Many employers' systems mark their mail as automatic or bulk (Auto-Submitted: auto-generated, Precedence: bulk):
// that alone makes no mail uninteresting, so it is not looked at here.
import type { AutomaticReason } from "../vocabulary.ts";
import { normaliseAddress } from "./address.ts";
import { header } from "./message.ts";
import type { Message } from "./message.ts";

/** The header that every letter of ours carries; a mail that has it is our own letter coming back. */
export const LETTER_HEADER = "x-callback-letter";

export type Automatic = { readonly reason: AutomaticReason; readonly evidence: string };

/** Why the message is automatic, with the words that show it; null for a message that a person or an employer's system wrote to somebody. */
export function automaticReason(message: Message, owners: readonly string[]): Automatic | null {
  for (const [reason, test] of TESTS) {
    const evidence = test(message, owners);
    if (evidence !== null) return { reason, evidence };
  }
  return null;
}

type Test = (message: Message, owners: readonly string[]) => string | null;

// In this order: a bounce of our letter quotes it, an out-of-office may come through a list.
const TESTS: readonly (readonly [AutomaticReason, Test])[] = [
  ["loop", ({ headers }) => header(headers, LETTER_HEADER)],
  ["bounce", isBounce],
  ["auto-reply", isAutoReply],
  ["list", isListPost],
];

/** RFC 3464 reports, feedback reports, read receipts, and the many systems that send a bounce as plain text. */
function isBounce({ contentType, headers, from, subject }: Message): string | null {
  if (contentType.startsWith("multipart/report")) return contentType.slice(0, 80);
  const failed = header(headers, "x-failed-recipients");
  if (failed) return `X-Failed-Recipients: ${failed}`;
  const sender = normaliseAddress(from?.address ?? "");
  const fromDaemon = /^(mailer-daemon|postmaster|mail-daemon|maildaemon|mdaemon)(@|$)/.test(sender);
  return fromDaemon && startsWithAny(subject, BOUNCE_SUBJECTS) ? subject : null;
}

function isAutoReply({ headers, subject }: Message): string | null {
  const submitted = header(headers, "auto-submitted")?.toLowerCase() ?? "";
  if (submitted.startsWith("auto-replied")) return `Auto-Submitted: ${submitted}`;
  for (const name of ["x-autoreply", "x-autorespond", "x-autoresponder"]) {
    const value = header(headers, name);
    if (value !== null && value.trim().toLowerCase() !== "no") return `${name}: ${value}`;
  }
  const precedence = header(headers, "precedence")?.trim().toLowerCase();
  if (precedence === "auto_reply" || precedence === "auto-reply") return `Precedence: ${precedence}`;
  return startsWithAny(subject, AUTO_REPLY_SUBJECTS) ? subject : null;
}

/** A true list post: List-Post, or List-Id without the person in To or Cc (employers' systems set List-Id too). */
function isListPost({ headers, to, cc }: Message, owners: readonly string[]): string | null {
  const post = header(headers, "list-post");
  if (post && post.trim().toUpperCase() !== "NO") return `List-Post: ${post}`;
  const id = header(headers, "list-id");
  const addressed = [...to, ...cc].some(({ address }) => owners.includes(normaliseAddress(address)));
  return id && owners.length > 0 && !addressed ? `List-Id: ${id}` : null;
}

function startsWithAny(subject: string, beginnings: readonly string[]): boolean {
  const text = subject.toLowerCase();
  return beginnings.some((beginning) => text.startsWith(beginning));
}

const BOUNCE_SUBJECTS = [
  "undeliver", // Exchange, Postfix: "Undeliverable: …", "Undelivered Mail Returned to Sender"
  "delivery status notification",
  "delivery failure",
  "delivery report",
  "delivery incomplete", // Gmail, a delay
  "mail delivery failed", // Exim
  "mail delivery failure",
  "mail delivery system",
  "returned mail", // Sendmail
  "failure notice", // qmail
  "warning: message", // Exim, a delay
  "message delivery",
];

const AUTO_REPLY_SUBJECTS = [
  "automatic reply", // Outlook and Exchange, English
  "auto reply",
  "auto-reply",
  "autoreply",
  "out of office",
  "out of the office",
  "automatische antwort", // Outlook, German
  "abwesenheitsnotiz",
  "réponse automatique", // Outlook, French
  "respuesta automática", // Outlook, Spanish
  "resposta automática", // Outlook, Portuguese
  "risposta automatica", // Outlook, Italian
  "automatisch antwoord", // Outlook, Dutch
];
