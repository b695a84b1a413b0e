// Unwraps a forward: who wrote the original, to whom, when, what, and what the person typed above it.
// Works line by line on text; every scan is linear. A reply that quotes the same block is not a forward.
import type { Instant } from "../calendar.ts";
import type { Correspondent } from "./address.ts";
import { normaliseAddress } from "./address.ts";
import { readClientDate } from "./client-date.ts";
import { readCorrespondents } from "./correspondents.ts";
import { readHeaderBlock, unquoted } from "./header-block.ts";
import type { HeaderBlock } from "./header-block.ts";
import { FORWARD_MARKERS, FORWARD_PREFIXES, ORIGINAL_MARKERS, REPLY_PREFIXES } from "./forward-markers.ts";
import { readMessage } from "./message.ts";
import type { Message } from "./message.ts";
import { visibleReply } from "./reply.ts";

/** The recruiter's own message, however it reached us. */
export type Original = {
  readonly from: Correspondent | null;
  readonly replyTo: readonly Correspondent[];
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string | null;
  readonly date: Instant | null;
  /** Minutes east of UTC of the clock that wrote `date`; null when only the instant is known. */
  readonly offsetMinutes: number | null;
  readonly text: string;
  readonly messageId: string | null;
  /** Ids of the mails before it in its thread. */
  readonly references: readonly string[];
  readonly calendars: readonly string[];
};

export type Unwrapped = { readonly original: Original; readonly comment: string | null };

const MAX_NESTING = 8;
const MAX_ATTACHED = 50;

/** The message itself as an original: for automatic forwards, invites and attached messages. */
export function asOriginal(message: Message): Original {
  return {
    from: message.from,
    replyTo: message.replyTo,
    to: message.to,
    cc: message.cc,
    subject: message.subject || null,
    date: message.date,
    offsetMinutes: message.offsetMinutes,
    text: message.text.trim(),
    messageId: message.messageId,
    references: [...message.references, ...message.inReplyTo],
    calendars: message.calendars,
  };
}

/** Messages attached as message/rfc822, in document order, an outer one before those nested in it. At most 50. */
export async function attachedOriginals(message: Message): Promise<Original[]> {
  const found: Original[] = [];
  const visit = async (raw: Uint8Array, depth: number): Promise<void> => {
    if (found.length >= MAX_ATTACHED || depth > MAX_NESTING) return;
    const inner = await readMessage(raw);
    // An attached message may itself be an inline forward: what the recruiter wrote is what counts.
    const unwrapped = unwrapForward(inner, []);
    if (inner.text.trim() !== "" || inner.subject !== "" || inner.from)
      found.push(unwrapped?.original ?? asOriginal(inner));
    for (const nested of inner.attached) await visit(nested, depth + 1);
  };
  for (const raw of message.attached) await visit(raw, 0);
  return found;
}

/**
 * The original inside an inline forward and the comment above it; null when the message is no forward.
 * `owners` are the person's addresses (empty: unknown). When somebody else sent it and wrote a message of their own
 * above the block, it is their message that counts, not what they quote.
 */
export function unwrapForward(message: Message, owners: readonly string[]): Unwrapped | null {
  if (hasPrefix(message.subject, REPLY_PREFIXES)) return null;
  const forwardSubject = saysForward(message.subject);
  const found = findForward(message.text.split("\n"), forwardSubject);
  if (!found) return null;
  const comment = visibleReply(found.above.join("\n")) || null;
  const sentByOwner = owners.length === 0 || owners.includes(normaliseAddress(message.from?.address ?? ""));
  // Words of their own above a bare block, in a mail that does not call itself a forward: an answer with a quote.
  const bareBlock = !forwardSubject && !found.marked && comment !== null;
  if (bareBlock && (!sentByOwner || (owners.length === 0 && message.subject !== ""))) return null;
  if (!sentByOwner && !forwardSubject && comment !== null) return null;
  return { original: innermost(found, message), comment };
}

/** Whether a subject begins with `Fwd:`, `FW:` … */
export function saysForward(subject: string): boolean {
  return hasPrefix(subject, FORWARD_PREFIXES);
}

type Found = {
  readonly above: readonly string[];
  readonly block: HeaderBlock;
  readonly below: readonly string[];
  /** A line said "forwarded message". */
  readonly marked: boolean;
};

/** The first header block with a From, with what stands above and below it. */
function findForward(lines: readonly string[], forwardSubject: boolean): Found | null {
  for (let at = 0; at < lines.length; at += 1) {
    const block = readHeaderBlock(lines, at);
    if (!block) continue;
    const marker = markerAbove(lines, at);
    if (marker === "none" && isQuotedReply(lines, at) && !forwardSubject) return null;
    const from = marker === "none" ? at : marker.at;
    return {
      above: lines.slice(0, from).filter((line) => !isRule(line)),
      block,
      below: lines.slice(block.end).map((line) => unquoted(line, block.depth)),
      marked: marker !== "none" && marker.forwarded,
    };
  }
  return null;
}

/** Follows forwards of forwards down to the message that started it. */
function innermost(found: Found, message: Message): Original {
  let at = found;
  for (let depth = 0; depth < MAX_NESTING; depth += 1) {
    const next = findForward(at.below, false);
    const comesFirst = next?.above.every((line) => line.trim() === "") ?? false;
    // A block below the recruiter's own words is what they quote; only a marker or nothing above makes it a forward.
    if (!next || !(next.marked || comesFirst)) break;
    at = next;
  }
  const { block } = at;
  const date = readClientDate(block.date, message);
  return {
    from: readCorrespondents(block.from)[0] ?? null,
    replyTo: readCorrespondents(block.replyTo),
    to: readCorrespondents(block.to),
    cc: readCorrespondents(block.cc),
    subject: block.subject ?? (withoutPrefixes(message.subject) || null),
    date: date?.instant ?? null,
    offsetMinutes: date?.offsetMinutes ?? message.offsetMinutes,
    text: at.below.join("\n").trim(),
    messageId: null,
    // Clients that set them on a forward point at the mail that was forwarded.
    references: [...message.references, ...message.inReplyTo],
    calendars: message.calendars,
  };
}

type Marker = { readonly at: number; readonly forwarded: boolean } | "none";

/** A marker line among the three lines above a header block. */
function markerAbove(lines: readonly string[], blockAt: number): Marker {
  for (let at = blockAt - 1; at >= Math.max(0, blockAt - 4); at -= 1) {
    const text = unquoted(lines[at] ?? "", 99)
      .replace(/^[\s\-_*]{1,80}|[\s\-_*]{1,80}$/g, "")
      .toLowerCase();
    if (text === "") continue;
    if (FORWARD_MARKERS.includes(text)) return { at, forwarded: true };
    if (ORIGINAL_MARKERS.includes(text)) return { at, forwarded: false };
    return "none";
  }
  return "none";
}

/** `On … wrote:` above a quoted block: somebody's reply, not a forward. */
function isQuotedReply(lines: readonly string[], blockAt: number): boolean {
  return lines.slice(Math.max(0, blockAt - 3), blockAt).some((line) => /wrote:\s{0,5}$/.test(line));
}

/** Outlook's line of underscores, and rules of dashes. */
function isRule(line: string): boolean {
  return /^[\s>]{0,20}[_\-*=]{5,}\s{0,20}$/.test(line);
}

/** The subject without any number of `Re:`, `Fwd:` … in front. */
export function withoutPrefixes(subject: string): string {
  let rest = subject.trim();
  for (let count = 0; count < 20; count += 1) {
    const prefix = prefixOf(rest);
    if (prefix === null || !(FORWARD_PREFIXES.includes(prefix) || REPLY_PREFIXES.includes(prefix))) break;
    rest = rest.slice(rest.indexOf(":") + 1).trim();
  }
  return rest;
}

function hasPrefix(subject: string, prefixes: readonly string[]): boolean {
  const prefix = prefixOf(subject.trim());
  return prefix !== null && prefixes.includes(prefix);
}

/** `Fwd` of `Fwd: …`, `Re` of `Re[2]: …`; lower case. */
function prefixOf(subject: string): string | null {
  const match = /^(\p{L}{1,20})(?:\[\d{1,3}\])?\s{0,3}[:：]/u.exec(subject);
  return match?.[1]?.toLowerCase() ?? null;
}
