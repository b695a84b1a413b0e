// One email as plain data, out of its bytes. MIME is postal-mime's work; what a broken mail still says is kept here.
// Nothing in here knows about recruiting, and no mail, however damaged, makes it throw.
import PostalMime from "postal-mime";
import type { Address, Attachment, Email } from "postal-mime";
import type { Instant } from "../calendar.ts";
import { toInstant } from "../calendar.ts";
import type { Correspondent } from "./address.ts";
import { withReadableBytes } from "./charset.ts";
import { htmlToText, tidy } from "./text.ts";

export type Header = { readonly name: string; readonly value: string };

export type Message = {
  /** In document order, duplicates kept, names in lower case. */
  readonly headers: readonly Header[];
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: Correspondent | null;
  readonly replyTo: readonly Correspondent[];
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string;
  readonly date: Instant | null;
  /** Minutes east of UTC in the raw Date header: the sender's own clock. */
  readonly offsetMinutes: number | null;
  /** The text part, else the HTML part as text. */
  readonly text: string;
  /** Whole messages inside this one (message/rfc822), in document order. */
  readonly attached: readonly Uint8Array[];
  /** text/calendar parts and .ics files. */
  readonly calendars: readonly string[];
  /** What a report says to machines (message/delivery-status, RFC 3464), and headers that it quotes (text/rfc822-headers, RFC 6522). */
  readonly reports: readonly string[];
  /** The full type of the outermost part, lower case: `multipart/report; report-type=…`. */
  readonly contentType: string;
};

const PARSER_OPTIONS = { forceRfc822Attachments: true, attachmentEncoding: "arraybuffer" } as const;
const MAX_CALENDAR_BYTES = 200_000;
const MAX_REPORT_BYTES = 64_000;

/** Reads a message from its bytes as received. A mail that cannot be parsed comes back with what its bytes say as text. */
export async function readMessage(raw: Uint8Array): Promise<Message> {
  // A byte order mark in front would hide the first header.
  const lined = withLineFeeds(raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw);
  const bytes = withReadableBytes(lined, endOfHeaders(lined));
  try {
    return toMessage(await PostalMime.parse(bytes, PARSER_OPTIONS), bytes);
  } catch {
    return toMessage({ headers: [], headerLines: [], attachments: [] }, bytes);
  }
}

/** Only the headers: cheap, whatever the size of the mail. Reads at most the first 256 KiB. */
export async function readHeaders(raw: Uint8Array): Promise<readonly Header[]> {
  const head = raw.subarray(0, endOfHeaders(raw.subarray(0, 262_144)));
  try {
    return headersOf(await PostalMime.parse(head, PARSER_OPTIONS));
  } catch {
    return [];
  }
}

/** The first header of that name (lower case), or null. */
export function header(headers: readonly Header[], name: string): string | null {
  return headers.find((one) => one.name === name)?.value ?? null;
}

/** The message ids in a header value, without angle brackets. At most 100. */
export function messageIds(value: string | null | undefined): string[] {
  return [...(value ?? "").slice(0, 20_000).matchAll(/<([^<>\s]{1,500})>/g)]
    .map((match) => match[1] ?? "")
    .slice(0, 100);
}

/** Mail saved on old Macs ends its lines with carriage returns alone; no parser sees a header end in it. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  const head = raw.subarray(0, 10_000);
  return head.includes(13) && !head.includes(10) ? raw.map((byte) => (byte === 13 ? 10 : byte)) : raw;
}

function toMessage(email: Email, raw: Uint8Array): Message {
  const attached = email.attachments.filter(isMessage).map(bytesOf);
  const calendars = email.attachments.filter(isCalendar).map((part) => wordsOf(part, MAX_CALENDAR_BYTES));
  const reports = email.attachments.filter(isReport).map((part) => wordsOf(part, MAX_REPORT_BYTES));
  const headers = headersOf(email);
  const dateHeader = header(headers, "date");
  return {
    headers,
    messageId: messageIds(email.messageId)[0] ?? (email.messageId?.trim() || null),
    inReplyTo: messageIds(email.inReplyTo),
    references: messageIds(email.references),
    from: correspondents(email.from ? [email.from] : [])[0] ?? null,
    replyTo: correspondents(email.replyTo ?? []),
    to: correspondents(email.to ?? []),
    cc: correspondents(email.cc ?? []),
    subject: tidy(email.subject ?? "")
      .replace(/\s+/g, " ")
      .trim(),
    date: toDate(email.date),
    offsetMinutes: offsetOf(dateHeader),
    text: textOf(email, raw),
    attached,
    calendars,
    reports,
    contentType: (header(headers, "content-type") ?? "").toLowerCase(),
  };
}

/** "Your mail program does not show HTML": so short a text part beside so long an HTML part is no text. */
const PLACEHOLDER_CHARACTERS = 200;
const HTML_TIMES_LONGER = 20;

/** The text part; the HTML part as text where there is none, or only a placeholder; what the bytes say when there is no part at all. */
function textOf({ headers, text, html, attachments }: Email, raw: Uint8Array): string {
  const plain = text?.trim() ? tidy(text) : null;
  const isPlaceholder =
    plain !== null &&
    plain.trim().length < PLACEHOLDER_CHARACTERS &&
    (html?.length ?? 0) > HTML_TIMES_LONGER * plain.length;
  if (plain !== null && !isPlaceholder) return plain;
  const fromHtml = html ? htmlToText(html) : null;
  if (plain !== null)
    return fromHtml !== null && fromHtml.trim().length > 4 * plain.trim().length ? fromHtml : plain;
  return fromHtml ?? (attachments.length === 0 ? bodyOf(raw, headers.length > 0) : "");
}

function headersOf(email: Email): Header[] {
  return email.headers.map(({ key, value }) => ({ name: key, value }));
}

function correspondents(addresses: readonly Address[]): Correspondent[] {
  return addresses
    .flatMap((one) => one.group ?? [{ name: one.name, address: one.address ?? "" }])
    .map(({ name, address }) => ({
      name: tidy(name).replace(/\s+/g, " ").trim() || null,
      address: address.trim(),
    }))
    .filter(({ name, address }) => name !== null || address !== "");
}

function toDate(date: string | undefined): Instant | null {
  const parsed = Date.parse(date ?? "");
  return Number.isNaN(parsed) ? null : toInstant(parsed);
}

/** Minutes east of UTC in a Date header (RFC 5322 section 3.3: `+hhmm`; section 4.3: the obsolete names). */
function offsetOf(date: string | null): number | null {
  const numeric = /([+-])(\d{2})(\d{2})\s*(?:\(|$)/.exec(date ?? "");
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
    return numeric[1] === "-" ? -minutes : minutes;
  }
  const named = /\b(GMT|UTC?|E[SD]T|C[SD]T|M[SD]T|P[SD]T)\s*(?:\(|$)/.exec(date ?? "");
  return named ? (OBSOLETE_ZONES[named[1] ?? ""] ?? null) : null;
}

const OBSOLETE_ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UT: 0,
  UTC: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** A whole message, also as the .eml file that Outlook on the web and phones attach. */
function isMessage(part: Attachment): boolean {
  return (
    part.mimeType === "message/rfc822" ||
    (/\.eml$/i.test(part.filename ?? "") && !part.mimeType.startsWith("text/"))
  );
}

function isCalendar(part: Attachment): boolean {
  return /^(text\/calendar|application\/ics)/.test(part.mimeType) || /\.ics$/i.test(part.filename ?? "");
}

function bytesOf(part: Attachment): Uint8Array {
  if (typeof part.content === "string") return new TextEncoder().encode(part.content);
  return part.content instanceof Uint8Array ? part.content : new Uint8Array(part.content);
}

function isReport(part: Attachment): boolean {
  return part.mimeType === "message/delivery-status" || part.mimeType === "text/rfc822-headers";
}

function wordsOf(part: Attachment, mostBytes: number): string {
  return new TextDecoder().decode(bytesOf(part).subarray(0, mostBytes));
}

/** What stands after the headers, as text, when the parser found no part at all; all of it when there are no headers. */
function bodyOf(raw: Uint8Array, hasHeaders: boolean): string {
  const begin = hasHeaders ? endOfHeaders(raw) : 0;
  const body = raw.subarray(begin, begin + 1_000_000);
  return tidy(new TextDecoder().decode(body)).trim();
}

/** Where the body begins: just after the first empty line; the length when there is none. */
export function endOfHeaders(raw: Uint8Array): number {
  for (let at = 0; at + 1 < raw.length; at += 1) {
    if (raw[at] !== 10) continue;
    if (raw[at + 1] === 10) return at + 2;
    if (raw[at + 1] === 13 && raw[at + 2] === 10) return at + 3;
  }
  return raw.length;
}
