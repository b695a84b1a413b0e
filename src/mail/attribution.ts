// The line above a quote: "On Tue, Nov 3, 2026 at 2:02 PM Rae Lind <rae@acme.example> wrote:". In any language it ends in a
// colon and names a time and a person; clients wrap it over up to four lines. Outlook for Mac forwards with it, too.
import { ATTRIBUTION_LEADS, WROTE_WORDS } from "./forward-markers.ts";

export type Attribution = {
  /** Name and address as they stand in the line; either may be "". */
  readonly name: string;
  readonly address: string;
  /** The whole line, for reading its date. */
  readonly text: string;
  /** The index of the first line after it. */
  readonly end: number;
};

const MAX_WRAPPED_LINES = 4;
const MAX_CHARACTERS = 400;
const ADDRESS = /[^\s<>()[\]"',;:«»„“”]{1,64}@[^\s<>()[\]"',;:]{1,255}/;
const TIME_OR_DATE =
  /\p{Nd}{1,2}[:٫]\p{Nd}{2}|\d{1,2}[:.h]\d{2}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\b(?:19|20)\d{2}\b|\d[年월月]/u;

const TIME = /\p{Nd}{1,2}[:.٫h]\p{Nd}{2}/u;
const DAY = /\b(?:19|20)\d{2}\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d[年월]/u;

/** The attribution that begins at line `at`, or null. Quote marks in front of it are not looked through. */
export function readAttribution(lines: readonly string[], at: number): Attribution | null {
  const found = joinedFrom(lines, at);
  if (!found) return null;
  // "Done 1" or "snooze until 10:30" typed right above the attribution does not begin it: the next line does.
  const next = found.end > at + 1 ? joinedFrom(lines, at + 1) : null;
  return next && !isFragment(lines[at] ?? "", lines[at + 1] ?? "")
    ? null
    : { ...personIn(found.text), ...found };
}

/** A piece of a wrapped attribution that the line below could do without: its day, its person, or the name of an address. */
function isFragment(line: string, below: string): boolean {
  const text = line.trim().toLowerCase();
  const leads = ATTRIBUTION_LEADS.some((words) => text.startsWith(`${words} `));
  const isPerson = /^[^<>\d]{0,60}<[^<>\s]{3,320}>,?$/.test(text);
  return (
    (leads && /\d/.test(text)) ||
    isPerson ||
    below.trim().startsWith("<") ||
    (TIME_OR_DATE.test(text) && !TIME_OR_DATE.test(below))
  );
}

function joinedFrom(lines: readonly string[], at: number): Pick<Attribution, "text" | "end"> | null {
  // Most lines are none: look closer only where a colon, or an address with a verb behind it, ends one of the next few.
  const near = lines.slice(at, at + MAX_WRAPPED_LINES);
  if (!near.some((line) => /[:：]\s{0,5}$/.test(line.slice(-8)) || line.includes("@"))) return null;
  const first = (lines[at] ?? "").trim();
  if (!(
    TIME_OR_DATE.test(first) ||
    hasAddress(first) ||
    /^\p{Lu}\p{L}{1,20}(?!\p{L})/u.test(first) ||
    (lines[at + 1] ?? "").trim().startsWith("<")
  ))
    return null;
  let text = "";
  for (let line = at; line < Math.min(lines.length, at + MAX_WRAPPED_LINES); line += 1) {
    const piece = (lines[line] ?? "").trim();
    if (
      piece === "" ||
      piece.startsWith(">") !== (line > at && piece.startsWith(">:")) ||
      text.length + piece.length > MAX_CHARACTERS
    )
      return null;
    text = `${text} ${piece}`.trim();
    const ends = /[:：]$/.test(piece) || (hasAddress(text) && endsInWrote(text));
    if (ends) return isAttribution(text) ? { text, end: line + 1 } : null;
  }
  return null;
}

/** A time, and somebody's address or a verb of writing: what a sentence that ends in a colon hardly ever has both of. */
function isAttribution(text: string): boolean {
  const saysWrote = containsWrote(text);
  if (TIME.test(text) && DAY.test(text)) return true;
  return TIME_OR_DATE.test(text)
    ? hasAddress(text) || saysWrote
    : saysWrote && (hasAddress(text) || text.split(" ").length <= 4);
}

function hasAddress(text: string): boolean {
  return text.includes("@") && ADDRESS.test(text);
}

/** Some clients leave the colon out. */
function endsInWrote(text: string): boolean {
  const lower = text.toLowerCase();
  return WROTE_WORDS.some((word) => lower.endsWith(` ${word}`));
}

function containsWrote(text: string): boolean {
  const lower = text.toLowerCase();
  return WROTE_WORDS.some((word) => {
    const found = lower.lastIndexOf(word);
    // As a whole word where words are set apart; Chinese, Japanese and Korean do not set them apart.
    return found >= 0 && (!/^[a-z]/.test(word) || !/\p{L}/u.test(lower[found - 1] ?? " "));
  });
}

/** The words just before the address, without the verb and the time in front of them. */
function personIn(text: string): { readonly name: string; readonly address: string } {
  const match = ADDRESS.exec(text);
  if (!match) return { name: "", address: "" };
  const before = text
    .slice(0, match.index)
    .replace(/[<([\s]+$/, "")
    .replace(/mailto:$/, "");
  const quoted = /["„“«]\s{0,2}([^"„“”«»]{1,100}?)\s{0,2}["“”»]$/.exec(before);
  if (quoted) return { name: quoted[1] ?? "", address: match[0] };
  const words = (before.split(/[,;:]|\d/).at(-1) ?? "").trim().split(/\s+/);
  const firstName = words.findIndex((word) => /^[^\p{Ll}]/u.test(word) && /\p{L}/u.test(word));
  return {
    name:
      firstName < 0
        ? ""
        : words
            .slice(firstName)
            .join(" ")
            .replace(/["'“”]/g, ""),
    address: match[0],
  };
}
