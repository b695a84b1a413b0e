// Unwraps a forward: who wrote the original, to whom, when, what, and what the person typed above it.
// Works line by line on text; every scan is linear. A reply that quotes the same block is not a forward.
import type { Instant, Zone } from "../calendar.ts";
import type { Correspondent } from "./address.ts";
import { normaliseAddress } from "./address.ts";
import { readAttribution } from "./attribution.ts";
import type { Attribution } from "./attribution.ts";
import { readClientDate } from "./client-date.ts";
import { readCorrespondents } from "./correspondents.ts";
import { depthOf, readHeaderBlock, unquoted } from "./header-block.ts";
import type { HeaderBlock } from "./header-block.ts";
import {
  FORWARD_MARKERS,
  FORWARD_PREFIXES,
  FORWARD_STEMS,
  PREFIX_LANGUAGES,
  ORIGINAL_MARKERS,
  REPLY_PREFIXES,
} from "./forward-markers.ts";
import { withInlineHeadersSplit } from "./inline-headers.ts";
import { readMessage } from "./message.ts";
import type { Message } from "./message.ts";
import { typedAbove } from "./reply.ts";

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
/** "FYI", "see below, thanks": who writes no more than that only passes a mail on. */
const MAX_PASSING_WORDS = 5;
/** Above a marked forward, in a mail that calls itself one. */
const MAX_COMMENT_WORDS = 25;

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
export async function attachedOriginals(message: Message, zone: Zone): Promise<Original[]> {
  const found: Original[] = [];
  const visit = async (raw: Uint8Array, depth: number): Promise<void> => {
    if (found.length >= MAX_ATTACHED || depth > MAX_NESTING) return;
    const inner = await readMessage(raw);
    // An attached message may itself be an inline forward without a word of its own: then what it carries counts.
    const unwrapped = unwrapForward(inner, { owners: [], zone });
    const passedOn = unwrapped !== null && unwrapped.comment === null;
    if (inner.text.trim() !== "" || inner.subject !== "" || inner.from)
      found.push(passedOn ? unwrapped.original : asOriginal(inner));
    for (const nested of inner.attached) await visit(nested, depth + 1);
  };
  for (const raw of message.attached) await visit(raw, 0);
  return found;
}

export type Forwarder = {
  /** The person's addresses; empty when they are not known. */
  readonly owners: readonly string[];
  /** The person's zone: clients write dates in it. */
  readonly zone: Zone;
};

/**
 * The original inside an inline forward and the comment above it; null when the message is no forward.
 * When somebody else sent it and wrote a message of their own
 * above the block, it is their message that counts, not what they quote.
 */
export function unwrapForward(message: Message, { owners, zone }: Forwarder): Unwrapped | null {
  if (hasPrefix(message.subject, REPLY_PREFIXES)) return null;
  const forwardSubject = saysForward(message.subject);
  const lines = withInlineHeadersSplit(message.text.split("\n"));
  const found = findForward(lines, { forwardSubject });
  if (!found) return null;
  const comment = typedAbove(found.above) || null;
  const languages = PREFIX_LANGUAGES[prefixOf(message.subject.trim()) ?? ""];
  if (comment !== null && languages && !languages.includes(found.headers.language)) return null;
  const sentByOwner = owners.length === 0 || owners.includes(normaliseAddress(message.from?.address ?? ""));
  // Words of their own above a bare block, in a mail that does not call itself a forward: an answer with a quote.
  const bareBlock = !forwardSubject && !found.marked && comment !== null;
  if (bareBlock && (!sentByOwner || (owners.length === 0 && message.subject !== ""))) return null;
  if (!sentByOwner && !forwardSubject && comment !== null) return null;
  return { original: innermost(found, message, { owners, zone }), comment };
}

/** Whether a subject begins with `Fwd:`, `WG:` …, or says it as Thunderbird and Pine do: `[Fwd: …]`, `… (fwd)`. */
export function saysForward(subject: string): boolean {
  return hasPrefix(subject, FORWARD_PREFIXES) || /^\[fwd:.{0,500}\]$|\(fwd\)$/i.test(subject.trim());
}

/** The headers of an original as its forward shows them; what the client did not write is null. */
type ShownHeaders = Pick<HeaderBlock, "subject" | "to" | "cc" | "replyTo" | "date" | "language"> & {
  readonly from: readonly Correspondent[];
};

type Found = {
  readonly above: readonly string[];
  readonly headers: ShownHeaders;
  readonly below: readonly string[];
  /** A line said "forwarded message". */
  readonly marked: boolean;
};

/** The first header block with a From, or the line that stands for one, with what stands above and below it. */
function findForward(
  lines: readonly string[],
  { forwardSubject }: { readonly forwardSubject: boolean },
): Found | null {
  let byLine: Found | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const block = readHeaderBlock(lines, at);
    if (block) {
      const marker = markerAbove(lines, at);
      // Below the line that stands for a block, only a marked block is another forward; the rest is what they quote.
      if (byLine && !isForwardMarker(marker)) return byLine;
      // "On … wrote:" above a block quotes somebody's forward in a reply.
      if (marker === "none" && !forwardSubject && isQuotedReply(lines, at)) return null;
      const below = lines.slice(block.end).map((line) => unquoted(line, block.depth));
      const headers = { ...block, from: readCorrespondents(block.from) };
      return { ...around(lines, at, marker), headers, below: bodyOf(below) };
    }
    byLine ??= findByLine(lines, at, forwardSubject);
  }
  return byLine;
}

/** Outlook for Mac, Yandex and some phones write one line instead of a block; a reply does too, so somebody must say forward. */
function findByLine(lines: readonly string[], at: number, forwardSubject: boolean): Found | null {
  const attribution = readAttribution(lines, at);
  const marker = attribution ? markerAbove(lines, at) : "none";
  if (!attribution || !(forwardSubject || isForwardMarker(marker))) return null;
  return {
    ...around(lines, at, marker),
    headers: headersOf(attribution),
    below: bodyOf(lines.slice(attribution.end)),
  };
}

function around(lines: readonly string[], at: number, marker: Marker): Pick<Found, "above" | "marked"> {
  const above = lines.slice(0, marker === "none" ? at : marker.at).filter((line) => !isRule(line));
  return { above, marked: isForwardMarker(marker) };
}

function headersOf({ name, address, text }: Attribution): ShownHeaders {
  const from = [{ name: name || null, address }];
  return { from, subject: null, to: null, cc: null, replyTo: null, date: text, language: "en" };
}

/** Follows forwards of forwards down to the message that started it. */
function innermost(found: Found, message: Message, { owners, zone }: Forwarder): Original {
  const own = [...owners, normaliseAddress(message.from?.address ?? "")];
  let at = found;
  for (let depth = 0; depth < MAX_NESTING; depth += 1) {
    const next = findForward(at.below, { forwardSubject: false });
    const sender = normaliseAddress(next?.headers.from[0]?.address ?? "");
    // What the recruiter answers to was written by the person: never step down to that.
    if (!next || own.includes(sender) || (sender === "" && !next.marked)) break;
    if (wordsIn(next.above) > passingWords(at, next)) break;
    at = next;
  }
  const { headers } = at;
  const date = readClientDate(headers.date, { offsetMinutes: message.offsetMinutes, zone }, headers.language);
  return {
    from: headers.from[0] ?? null,
    replyTo: readCorrespondents(headers.replyTo),
    to: readCorrespondents(headers.to),
    cc: readCorrespondents(headers.cc),
    subject: headers.subject ?? (withoutPrefixes(message.subject) || null),
    date: date?.instant ?? null,
    offsetMinutes: date?.offsetMinutes ?? message.offsetMinutes,
    text: at.below.join("\n").trim(),
    messageId: null,
    // Clients that set them on a forward point at the mail that was forwarded.
    references: [...message.references, ...message.inReplyTo],
    calendars: message.calendars,
  };
}

/** How much somebody may write above a forward and still only pass it on: their message is theirs, "FYI" is not. */
function passingWords(at: Found, next: Found): number {
  if (saysForward(at.headers.subject ?? "")) return next.marked ? MAX_COMMENT_WORDS : MAX_PASSING_WORDS;
  return next.marked ? MAX_PASSING_WORDS : 0;
}

function wordsIn(lines: readonly string[]): number {
  return typedAbove(lines).split(/\s+/).filter(Boolean).length;
}

/** The message below a block: without rules and markers around it, the indent of Outlook for Mac, or quote marks on every line. */
function bodyOf(lines: readonly string[]): string[] {
  // Missive and MailMate quote the text, not the block above it.
  const depths = lines.filter((line) => line.trim() !== "").map(depthOf);
  const common = depths.reduce((least, depth) => Math.min(least, depth), depths[0] ?? 0);
  const bare = common > 0 ? lines.map((line) => unquoted(line, common)) : lines;
  const begins = bare.findIndex((line) => !isAround(line));
  const ends = bare.findLastIndex((line) => !isAround(line));
  const body = begins < 0 ? [] : bare.slice(begins, ends + 1);
  const isIndented = body.every((line) => line.trim() === "" || line.startsWith("    "));
  return isIndented ? body.map((line) => line.slice(4)) : body;
}

function isAround(line: string): boolean {
  return line.trim() === "" || isRule(line) || markerOf(line) !== null;
}

type Marker = { readonly at: number; readonly forwarded: boolean } | "none";

function isForwardMarker(marker: Marker): boolean {
  return marker !== "none" && marker.forwarded;
}

/** A marker line among the few lines above a header block. */
function markerAbove(lines: readonly string[], blockAt: number): Marker {
  for (let at = blockAt - 1; at >= Math.max(0, blockAt - 4); at -= 1) {
    if (unquoted(lines[at] ?? "", 99).trim() === "" || isRule(lines[at] ?? "")) continue;
    const forwarded = markerOf(lines[at] ?? "");
    return forwarded === null ? "none" : { at, forwarded: forwarded === "forwarded" };
  }
  return "none";
}

/** What a line by itself marks: words between dashes in any language, or an Apple Mail sentence. */
function markerOf(line: string): "forwarded" | "original" | null {
  const text = unquoted(line, 99).trim();
  if (text === "" || text.length > 160) return null;
  const dashed = /^[-=_*~–—─]{2,80} {0,3}([^-=_*~–—─].{1,120}?) {0,3}[-=_*~–—─]{2,80}$/.exec(text)?.[1];
  const words = (dashed ?? text)
    .replace(/[\s:：*]{1,10}$/, "")
    .replace(/^\*{1,3}/, "")
    .toLowerCase();
  if (ORIGINAL_MARKERS.includes(words)) return "original";
  if (FORWARD_MARKERS.includes(words)) return "forwarded";
  if (dashed === undefined || !/\p{L}{2}/u.test(dashed)) return null;
  // Words between dashes in any language stand above a message; only those that say so stand above a forward.
  return FORWARD_STEMS.some((stem) => words.includes(stem)) ? "forwarded" : "original";
}

/** `On … wrote:` above a quoted block: somebody's reply, not a forward. */
function isQuotedReply(lines: readonly string[], blockAt: number): boolean {
  return [1, 2, 3, 4].some((back) => {
    const attribution = blockAt - back >= 0 ? readAttribution(lines, blockAt - back) : null;
    return attribution !== null && attribution.end <= blockAt;
  });
}

/** Outlook's line of underscores, and rules of dashes. */
function isRule(line: string): boolean {
  return /^[\s>]{0,20}[_\-*=–—─]{5,500}\s{0,20}$/.test(line);
}

/** The subject without any number of `Re:`, `Fwd:` … in front. */
export function withoutPrefixes(subject: string): string {
  let rest = (/^\[fwd:(.{0,500})\]$/i.exec(subject.trim())?.[1] ?? subject)
    .replace(/\(fwd\)\s{0,3}$/i, "")
    .trim();
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
function prefixOf(tagged: string): string | null {
  // "[EXTERNAL] Fwd: …": a gateway's tag in front.
  const subject = tagged.replace(/^(?:\[[\w -]{2,20}\]\s{0,3}){1,3}(?=\p{L}{1,12}\s?[:：])/u, "");
  const match = /^(\p{L}[\p{L}\p{M} -]{0,20}\p{L}|\p{L})\.?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s{0,3}[:：]/u.exec(
    subject,
  );
  // "İ" in lower case is an "i" with a second dot.
  return match?.[1]?.toLowerCase().replaceAll("\u0307", "") ?? null;
}
