// Unwraps a forward: who wrote the original, to whom, when, what, and what the person typed above it.
// Works line by line on text; every scan is linear. A reply that quotes the same block is not a forward.
import type { Zone } from "../calendar.ts";
import type { Correspondent } from "./address.ts";
import { normaliseAddress } from "./address.ts";
import { readAttribution } from "./attribution.ts";
import type { Attribution } from "./attribution.ts";
import { readClientDate } from "./client-date.ts";
import { readCorrespondents } from "./correspondents.ts";
import { PREFIX_LANGUAGES } from "./forward-markers.ts";
import { depthOf, readHeaderBlock, unquoted } from "./header-block.ts";
import type { HeaderBlock } from "./header-block.ts";
import { withInlineHeadersSplit } from "./inline-headers.ts";
import { isAround, isForwardMarker, isRule, markerAbove } from "./marker.ts";
import type { Marker } from "./marker.ts";
import { readMessage } from "./message.ts";
import type { Message } from "./message.ts";
import { asOriginal } from "./original.ts";
import type { Original } from "./original.ts";
import { typedAbove } from "./reply.ts";
import { prefixOf, saysForward, saysReply, withoutPrefixes } from "./subject.ts";

export type Unwrapped = { readonly original: Original; readonly comment: string | null };

const MAX_NESTING = 8;
const MAX_ATTACHED = 50;
/** "FYI", "see below, thanks": who writes no more than that only passes a mail on. */
const MAX_PASSING_WORDS = 5;
/** Above a marked forward, in a mail that calls itself one. */
const MAX_COMMENT_WORDS = 25;

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
  if (saysReply(message.subject)) return null;
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

/** `On … wrote:` above a quoted block: somebody's reply, not a forward. */
function isQuotedReply(lines: readonly string[], blockAt: number): boolean {
  return [1, 2, 3, 4].some((back) => {
    const attribution = blockAt - back >= 0 ? readAttribution(lines, blockAt - back) : null;
    return attribution !== null && attribution.end <= blockAt;
  });
}
