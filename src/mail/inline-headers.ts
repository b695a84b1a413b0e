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

type Start = { readonly at: number; readonly label: string };

/** Splits at the labels of the language that explains most of them; an empty line ends the block. */
function splitHeaders(text: string): string[] {
  const from = /^[^:：]{1,40}/.exec(text)?.[0] ?? "";
  const splits = languagesOfLabel(text).map((language) => [
    { at: 0, label: from },
    ...startsIn(text, language),
  ]);
  const starts = splits.reduce(
    (best, one) => (one.length > best.length ? one : best),
    [{ at: 0, label: from }],
  );
  const headers = starts.map(({ at, label }, index) => {
    const value = text.slice(at + label.length, starts[index + 1]?.at ?? text.length);
    return `${label.trim()}: ${value.replace(/^ ?[:：]? ?/, "")}`;
  });
  return [...headers, ""];
}

/** Where the headers after From begin, up to and with the subject, which Yahoo writes last. */
function startsIn(text: string, language: string): Start[] {
  const own = LABELS_BY_LANGUAGE[language] ?? {};
  const english = LABELS_BY_LANGUAGE["en"] ?? {};
  const starts: Start[] = [];
  for (const header of ["to", "cc", "date", "subject"] as const) {
    const after = (starts.at(-1)?.at ?? 0) + 1;
    const found = [...(own[header] ?? []), ...(english[header] ?? [])].flatMap((label) =>
      labelAt(text, label, after),
    );
    const [first] = found.toSorted((a, b) => a.at - b.at);
    if (first) starts.push(first);
  }
  return starts;
}

/** `To:`, `TO:`, `To :`, or, glued to what stands before it, `To ` (Yahoo's Portuguese "…CETAssunto Olá" has no colon). */
function labelAt(text: string, label: string, after: number): Start[] {
  const capitalised = `${label[0]?.toUpperCase() ?? ""}${label.slice(1)}`;
  return [capitalised, label.toUpperCase()].flatMap((word) => {
    const withColon = [`${word}:`, `${word} :`].map((one) => text.indexOf(one, after));
    const glued = [text.indexOf(`${word} `, after)].filter((at) => at > 0 && text[at - 1] !== " ");
    return [...withColon, ...glued].filter((at) => at >= 0).map((at) => ({ at, label: word }));
  });
}
