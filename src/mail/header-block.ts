// The block of `From: … Date: … Subject: … To: …` lines that clients put above a forwarded or quoted message,
// in any of the languages of forward-markers.ts. Linear: a line is looked at once per language that it may be in.
import { HEADER_LABELS, LABELS_BY_LANGUAGE } from "./forward-markers.ts";
import type { HeaderLabel } from "./forward-markers.ts";

export type HeaderBlock = {
  readonly from: string;
  readonly date: string | null;
  readonly subject: string | null;
  readonly to: string | null;
  readonly cc: string | null;
  readonly replyTo: string | null;
  /** The language of its labels: dates are read by it. */
  readonly language: string;
  /** How many `>` stand before each of its lines. */
  readonly depth: number;
  /** The index of the first line after the block. */
  readonly end: number;
};

const MAX_LABEL_CHARACTERS = 40;
const MAX_LINES = 60;

/** Every label with the languages and headers that it may mean. */
const LABELS: ReadonlyMap<string, readonly (readonly [string, HeaderLabel])[]> = labelIndex();

/** The block that starts at line `at`: a From and at least one more header; null when there is none. */
export function readHeaderBlock(lines: readonly string[], at: number): HeaderBlock | null {
  const first = labelled(lines[at] ?? "");
  if (!first) return readUnknownLanguage(lines, at);
  const languages = new Set(first.meanings.map(([language]) => language));
  let best: HeaderBlock | null = null;
  for (const language of languages) {
    const block = readBlockIn(language === "en" ? languageOfNextLines(lines, at) : language, lines, at);
    if (block && (!best || fullness(block) > fullness(best))) best = block;
  }
  return best;
}

/** Gmail translates "From:" and leaves "Date:", "Subject:" and "To:" in English: a sender above those is one in any language. */
function readUnknownLanguage(lines: readonly string[], at: number): HeaderBlock | null {
  const line = lines[at] ?? "";
  if (!line.includes("@")) return null;
  const match = /^[\s>]{0,20}[\p{L}\p{M}][\p{L}\p{M} .'’-]{1,30} ?[:：]\s(.{0,200}@.{1,200})$/u.exec(
    line.slice(0, 500),
  );
  const followed = lines.slice(at + 1, at + 3).every((one) => headerIn(one, "en") !== null);
  if (!match || !followed) return null;
  const window = [`${">".repeat(depthOf(line))} From: ${match[1]}`, ...lines.slice(at + 1, at + MAX_LINES)];
  const block = readBlockIn("en", window, 0);
  return block && { ...block, end: at + block.end };
}

/** An English label first says little: Gmail mixes. The language of the lines after it decides. */
function languageOfNextLines(lines: readonly string[], at: number): string {
  for (const line of lines.slice(at + 1, at + 8)) {
    const meanings = labelled(line)?.meanings ?? [];
    if (meanings.length > 0 && meanings.every(([language]) => language !== "en"))
      return meanings[0]?.[0] ?? "en";
  }
  return "en";
}

function readBlockIn(language: string, lines: readonly string[], at: number): HeaderBlock | null {
  const depth = depthOf(lines[at] ?? "");
  const values = new Map<HeaderLabel, string>();
  let last: HeaderLabel | null = null;
  let end = at;
  for (let line = at; line < Math.min(lines.length, at + MAX_LINES); line += 1) {
    const text = unquoted(lines[line] ?? "", depth);
    const found = headerIn(text, language);
    if (found && (found.label === "other" || !values.has(found.label))) {
      if (found.label !== "other") values.set(found.label, found.value);
      last = found.label;
      end = line + 1;
    } else if (text.trim() === "") {
      // HTML clients put every header in its own paragraph: an empty line ends the block only when no header follows.
      const next = headerIn(unquoted(lines[line + 1] ?? "", depth), language);
      if (!next || values.has(next.label) || isComplete(values)) break;
    } else if (
      last !== null &&
      (continues(last, text, values.get(last) ?? "") || goesOn(lines, line, depth, language, values))
    ) {
      // A line that looks like a header we do not know belongs to the block, but not to the header above it.
      if (!UNKNOWN_HEADER.test(text)) values.set(last, `${values.get(last) ?? ""} ${text.trim()}`.trim());
      end = line + 1;
    } else break;
  }
  const from = values.get("from")?.trim() ?? "";
  if (from === "" || values.size < 2 || !isSender(from, values)) return null;
  const value = (label: HeaderLabel) => values.get(label)?.trim() || null;
  return {
    from,
    date: value("date"),
    subject: value("subject"),
    to: value("to"),
    cc: value("cc"),
    replyTo: value("replyTo"),
    language,
    depth,
    end,
  };
}

/** `Organisation: Acme`, in whatever language. */
const UNKNOWN_HEADER = /^\s{0,10}[\p{L}\p{M}][\p{L}\p{M} .'’-]{1,30} ?[:：]\s/u;

/** Whether a header that the block still lacks follows within two lines: then this line is a piece of the block, too. */
function goesOn(
  lines: readonly string[],
  at: number,
  depth: number,
  language: string,
  values: ReadonlyMap<HeaderLabel, string>,
): boolean {
  return lines.slice(at + 1, at + 3).some((line) => {
    const next = headerIn(unquoted(line, depth), language);
    return next !== null && next.label !== "other" && !values.has(next.label);
  });
}

/** "From: 2:00 PM, To: 3:00 PM" and "From: Berlin, To: Munich" are plans. A name without an address needs the rest of a block. */
function isSender(from: string, values: ReadonlyMap<HeaderLabel, string>): boolean {
  if (from.includes("@")) return true;
  const isTime = /^\d{1,2}(?:[:.h]\d{2}| ?uhr| ?[ap]m)/i.test(from);
  return !isTime && values.has("subject") && (values.has("date") || values.has("to"));
}

function fullness({ date, subject, to, cc, replyTo }: HeaderBlock): number {
  return [date, subject, to, cc, replyTo].filter((value) => value !== null).length;
}

/** A line without up to `depth` quote marks in front. */
export function unquoted(line: string, depth: number): string {
  let rest = line;
  for (let level = 0; level < depth; level += 1) {
    const match = /^\s{0,3}>/.exec(rest);
    if (!match) break;
    rest = rest.slice(match[0].length);
  }
  return rest.startsWith(" ") && rest !== line ? rest.slice(1) : rest;
}

/** How many quote marks stand before a line. */
export function depthOf(line: string): number {
  let depth = 0;
  for (const character of line.slice(0, 200)) {
    if (character === ">") depth += 1;
    else if (character !== " ") break;
  }
  return depth;
}

/** A header is complete when everything a client always writes is there: what follows an empty line is the message. */
function isComplete(values: ReadonlyMap<HeaderLabel, string>): boolean {
  return (
    values.has("from") &&
    values.has("subject") &&
    values.has("to") &&
    (values.has("date") || values.has("cc"))
  );
}

/** Lists of addresses and long subjects wrap; an empty label (`To:` then the address on its own line) waits for its value. */
function continues(label: HeaderLabel, text: string, value: string): boolean {
  if (value === "" && label !== "other") return true;
  if (label === "to" || label === "cc")
    return text.includes("@") || /^\s/.test(text) || /[,;]\s{0,3}$/.test(value);
  if (label === "from" || label === "replyTo")
    return (
      /^[^@]{0,60}[<[(]?[^\s@]{1,64}@[^\s@]{1,255}[>\])]?[^@]{0,100}$/.test(text.trim()) &&
      !value.includes("@")
    );
  // A long subject wraps where the line is full, and RFC 5322 folds with white space.
  return /^\s/.test(text) || (label === "subject" && value.length >= 60);
}

/** The languages that the label at the start of a line may belong to, other ones than English first. */
export function languagesOfLabel(line: string): string[] {
  const languages = (labelled(line)?.meanings ?? []).map(([language]) => language);
  return languages.toSorted((a, b) => Number(a === "en") - Number(b === "en"));
}

type Labelled = { readonly meanings: readonly (readonly [string, HeaderLabel])[]; readonly value: string };

function headerIn(line: string, language: string): { label: HeaderLabel; value: string } | null {
  const found = labelled(line);
  const meaning =
    found?.meanings.find(([own]) => own === language) ?? found?.meanings.find(([own]) => own === "en");
  return found && meaning ? { label: meaning[1], value: found.value } : null;
}

/** The label at the start of a line, with what it may mean, and what stands after it. */
function labelled(line: string): Labelled | null {
  if (!/^[^:：]{1,90}[:：]/.test(line)) return null;
  // Outlook and Gmail write labels in bold, which text turns into `*From:*`; tables put bars around cells.
  const text = line.slice(0, 2_000).replace(/^[\s>|*_]{0,40}/, "");
  const colon = text.slice(0, MAX_LABEL_CHARACTERS + 1).search(/[:：]/);
  if (colon < 1) return null;
  const name = text.slice(0, colon).replace(/[*_|]/g, "").trim().toLowerCase();
  const meanings = LABELS.get(name) ?? LABELS.get(name.normalize("NFC"));
  if (!meanings) return null;
  return {
    meanings,
    value: plain(text.slice(colon + 1))
      .replace(/^[\s*_|]{1,10}/, "")
      .replace(/[\s|*]{1,10}$/, ""),
  };
}

/** QQ Mail writes HTML's entities into its plain text. */
function plain(value: string): string {
  if (!value.includes("&")) return value;
  return value
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

function labelIndex(): Map<string, (readonly [string, HeaderLabel])[]> {
  const index = new Map<string, (readonly [string, HeaderLabel])[]>();
  for (const [language, labels] of Object.entries(LABELS_BY_LANGUAGE))
    for (const label of HEADER_LABELS)
      for (const name of labels[label] ?? [])
        index.set(name, [...(index.get(name) ?? []), [language, label]]);
  return index;
}
