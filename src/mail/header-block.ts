// The block of `From: … Date: … Subject: … To: …` lines that clients put above a forwarded or quoted message.
import { HEADER_LABELS } from "./forward-markers.ts";
import type { HeaderLabel } from "./forward-markers.ts";

export type HeaderBlock = {
  readonly from: string;
  readonly date: string | null;
  readonly subject: string | null;
  readonly to: string | null;
  readonly cc: string | null;
  readonly replyTo: string | null;
  /** How many `>` stand before each of its lines. */
  readonly depth: number;
  /** The index of the first line after the block. */
  readonly end: number;
};

const MAX_LABEL_CHARACTERS = 30;
const MAX_LINES = 60;

/** The block that starts at line `at`: a From and at least one more header; null when there is none. */
export function readHeaderBlock(lines: readonly string[], at: number): HeaderBlock | null {
  const first = lines[at] ?? "";
  if (!labelOf(first)) return null;
  const depth = depthOf(first);
  const values = new Map<HeaderLabel, string>();
  let last: HeaderLabel | null = null;
  let end = at;
  for (let line = at; line < Math.min(lines.length, at + MAX_LINES); line += 1) {
    const text = unquoted(lines[line] ?? "", depth);
    const found = labelOf(text);
    if (found && (found.label === "other" || !values.has(found.label))) {
      if (found.label !== "other") values.set(found.label, found.value);
      last = found.label;
      end = line + 1;
    } else if (text.trim() === "") {
      // HTML clients put every header in its own paragraph: an empty line ends the block only when no header follows.
      if (!labelOf(unquoted(lines[line + 1] ?? "", depth)) || isComplete(values)) break;
    } else if (last !== null && continues(last, text)) {
      values.set(last, `${values.get(last) ?? ""} ${text.trim()}`.trim());
      end = line + 1;
    } else break;
  }
  const from = values.get("from");
  if (from === undefined || values.size < 2) return null;
  const value = (label: HeaderLabel) => values.get(label)?.trim() || null;
  return {
    from: from.trim(),
    date: value("date"),
    subject: value("subject"),
    to: value("to"),
    cc: value("cc"),
    replyTo: value("replyTo"),
    depth,
    end,
  };
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
function continues(label: HeaderLabel, text: string): boolean {
  if (label === "to" || label === "cc") return text.includes("@") || /^\s/.test(text);
  if (label === "from") return text.includes("@") && text.trim().split(/\s+/).length <= 4;
  return /^\s/.test(text);
}

function labelOf(line: string): { label: HeaderLabel; value: string } | null {
  // Outlook and Gmail write labels in bold, which text turns into `*From:*`.
  const text = unquoted(line, 99).replace(/^\s{0,20}\*{0,2}/, "");
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > MAX_LABEL_CHARACTERS) return null;
  const name = text.slice(0, colon).replace(/\*/g, "").trim().toLowerCase();
  const label = Object.hasOwn(HEADER_LABELS, name) ? HEADER_LABELS[name] : undefined;
  return label
    ? {
        label,
        value: text
          .slice(colon + 1)
          .replace(/^\s{0,5}\*{1,2}/, "")
          .trim(),
      }
    : null;
}
