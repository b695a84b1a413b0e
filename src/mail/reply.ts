// What a person typed into a reply: without the quoted letter and without their signature; above, below or between
// quoted lines. Linear in the text: every line is looked at a bounded number of times.
import { readAttribution } from "./attribution.ts";
import { ORIGINAL_MARKERS } from "./forward-markers.ts";
import { depthOf, readHeaderBlock } from "./header-block.ts";
import { SENT_FROM_BEGINNINGS, SENT_FROM_ENDINGS, SIGN_OFFS } from "./sign-offs.ts";

/** More lines than anybody types: what stands further down is quoted. */
const MAX_LINES = 4_000;

/** The visible part of a reply, trimmed; "" when nothing was typed. */
export function visibleReply(text: string): string {
  return withoutFarewell(unquotedLines(text, { signature: false }))
    .join("\n")
    .trim();
}

/** What a person typed above a forward: without their signature, but with every line that only looks like a quote's beginning. */
export function typedAbove(lines: readonly string[]): string {
  const signed = lines.findIndex(startsSignature);
  return withoutFarewell(signed < 0 ? lines : lines.slice(0, signed))
    .join("\n")
    .trim();
}

/** A mail without what it quotes, but with farewell and signature: a recruiter's name and company stand there. */
export function withoutQuotes(text: string): string {
  return unquotedLines(text, { signature: true }).join("\n").trim();
}

function unquotedLines(text: string, { signature }: { readonly signature: boolean }): string[] {
  const lines = text.split("\n", MAX_LINES);
  const kept: string[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    if (depthOf(line) > 0) at += 1;
    else {
      const quote = quoteAt(lines, at);
      const signs = !signature && kept.some((one) => one.trim() !== "") && startsSignature(line);
      if (quote === "the rest" || signs) break;
      if (quote === null) kept.push(line);
      at = quote ?? at + 1;
    }
  }
  return kept;
}

/**
 * What is quoted from line `at` on: everything ("the rest"), or only an attribution above marked lines (the index of the
 * line after it), between and below which people type; null when nothing is.
 */
function quoteAt(lines: readonly string[], at: number): number | "the rest" | null {
  const line = (lines[at] ?? "").trim();
  if (line === "") return null;
  const quote = readHeaderBlock(lines, at) ?? readAttribution(lines, at);
  if (quote) return isMarkedAfter(lines, quote.end) ? quote.end : "the rest";
  if (!isQuoteRule(line)) return null;
  // Fastmail marks what it quotes under "Original message", and people answer below it.
  const below = readHeaderBlock(lines, firstWords(lines, at + 1));
  return below && isMarkedAfter(lines, below.end) ? below.end : "the rest";
}

/** Whether the next line with words in it has a quote mark. */
function isMarkedAfter(lines: readonly string[], at: number): boolean {
  return depthOf(lines[firstWords(lines, at)] ?? "") > 0;
}

function firstWords(lines: readonly string[], at: number): number {
  let line = at;
  while (line < lines.length && lines[line]?.trim() === "") line += 1;
  return line;
}

/** `-----Original Message-----` in any language, `---- On … wrote ----` (Zoho), Outlook's underscores, a list's footer. */
function isQuoteRule(line: string): boolean {
  if (line.length > 300) return false;
  // "---- On Tue, 03 Nov 2026 14:02:33 +0100 Callback" wraps before its second rule (Zoho).
  if (/^_{10,300}$/.test(line) || /^-{3,20} \p{L}.{0,200}\b20\d{2}\b/u.test(line)) return true;
  // Words between rules of dashes: whoever types an order does not draw lines around it.
  const dashed = /^[-=_*~–—]{3,60} {0,3}([^-=_*~–—].{1,200}?) {0,3}[-=_*~–—]{3,60}$/.exec(line)?.[1];
  if (dashed !== undefined) return /\p{L}{2}/u.test(dashed);
  return ORIGINAL_MARKERS.includes(line.toLowerCase().replace(/[\s:：]{1,5}$/, ""));
}

/** RFC 3676 section 4.3: dash, dash, blank (many clients trim the blank); or what a phone adds by itself. */
function startsSignature(line: string): boolean {
  if (/^(?:--|—|__)\s?$/.test(line)) return true;
  const text = line
    .replace(/<[^>]{0,300}>|\]\([^)]{0,300}\)|\[/g, "")
    .trim()
    .toLowerCase();
  // "Sent from my desk, it is easier to type" is a sentence.
  if (
    text.length > 90 ||
    text.split(/\s+/).length > 12 ||
    (/[,.;] \p{L}/u.test(text) && !/smartphone|galaxy|iphone|blackberry|android/.test(text))
  )
    return false;
  return (
    SENT_FROM_BEGINNINGS.some((words) => text.startsWith(words)) ||
    (SENT_FROM_ENDINGS.some((words) => text.endsWith(words)) &&
      /iphone|ipad|android|phone|handy|smartphone|galaxy|mobil|outlook/.test(text))
  );
}

/** How far from the end a farewell may stand: corporate signatures and disclaimers are long. */
const FAREWELL_LINES = 45;

/** Cuts "Best regards," with what stands under it, or a name alone behind a dash. Never the only words that were typed. */
function withoutFarewell(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  for (let at = Math.max(0, last - FAREWELL_LINES); at <= last; at += 1) {
    const isTyped = lines.slice(0, at).some((line) => line.trim() !== "");
    if (isTyped && isFarewell(lines, at, last)) return lines.slice(0, at);
  }
  const signed = /^\s{0,3}[-–—/~]{1,2} ?\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,3}\s{0,3}$/u;
  const isSigned = last > 0 && signed.test(lines[last] ?? "") && lines[last - 1]?.trim() === "";
  return isSigned ? lines.slice(0, last) : lines;
}

function isFarewell(lines: readonly string[], at: number, last: number): boolean {
  const below = lines.slice(at + 1, last + 1).filter((line) => line.trim() !== "");
  const words = bareWords(lines[at] ?? "");
  // "Cheers, Ada" and "Mit freundlichen Grüßen / Best regards" on one line.
  const [first = "", rest = ""] = words.split(/ ?[,/] ?/, 2);
  const isKnown = SIGN_OFFS.includes(words) || (SIGN_OFFS.includes(first) && rest.split(" ").length <= 3);
  // In any language: a few words and a comma, and a name under them.
  const isLikely =
    /^\p{L}[\p{L} ]{2,40}[,，،]$/u.test((lines[at] ?? "").trim()) && words.split(" ").length <= 5;
  const isName =
    below.length === 1 &&
    /^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,2}$/u.test(below[0]?.trim() ?? "");
  if (isLikely && isName) return true;
  const isClosing =
    below.length <= 6 ? below.every((line) => line.trim().length <= 60) : lines[at + 1]?.trim() === "";
  return isKnown && (isClosing || lines[at + 1]?.trim() === "");
}

function bareWords(line: string): string {
  return line
    .trim()
    .toLowerCase()
    .replace(/[\s,.!:。，、]{1,5}$/, "");
}
