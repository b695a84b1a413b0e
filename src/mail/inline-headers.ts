// Yahoo's plain text loses the line breaks of its header block: "----- Forwarded Message ----- From: Rae <rae@acme.example>To: …Sent: …Subject: …".
import { LABELS_BY_LANGUAGE } from "./forward-markers.ts";
import { languagesOfLabel } from "./header-block.ts";

const MAX_LINE_CHARACTERS = 4_000;

/** The lines with such a block broken up again: the marker, then one header per line. */
export function withInlineHeadersSplit(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const match =
      line.length > MAX_LINE_CHARACTERS
        ? null
        : /^(\s{0,10}-{3,20} [^-]{3,60} -{3,20}) {1,5}(\S.*)$/.exec(line);
    return match?.[1] && match[2] ? [match[1], ...splitHeaders(match[2])] : [line];
  });
}

/** Splits at the labels of the language that explains most of them; an empty line ends the block. */
function splitHeaders(text: string): string[] {
  const splits = languagesOfLabel(text).map((language) => startsIn(text, language));
  const starts = splits.reduce((best, one) => (one.length > best.length ? one : best), [0]);
  return [...starts.map((start, at) => text.slice(start, starts[at + 1] ?? text.length)), ""];
}

/** Where the headers begin, up to and with the subject, which Yahoo writes last. */
function startsIn(text: string, language: string): number[] {
  const own = LABELS_BY_LANGUAGE[language] ?? {};
  const english = LABELS_BY_LANGUAGE["en"] ?? {};
  const starts = [0];
  for (const header of ["to", "cc", "date", "subject"] as const) {
    const from = (starts.at(-1) ?? 0) + 1;
    const positions = [...(own[header] ?? []), ...(english[header] ?? [])].flatMap((label) =>
      labelAt(text, label, from),
    );
    if (positions.length > 0) starts.push(Math.min(...positions));
  }
  return starts;
}

/** `To:`, `TO:` or `To :` from a position on. */
function labelAt(text: string, label: string, from: number): number[] {
  const capitalised = `${label[0]?.toUpperCase() ?? ""}${label.slice(1)}`;
  return [capitalised, label.toUpperCase()]
    .flatMap((word) => [`${word}:`, `${word} :`])
    .map((word) => text.indexOf(word, from))
    .filter((position) => position >= 0);
}
