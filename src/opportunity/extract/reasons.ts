// What a mail gives as the reason why it takes longer (S3), and where the job is described.
import { DELAY_REASONS, DELAY_REASON_KINDS } from "../../playbook/delays.ts";
import { MAX_QUOTE_CHARACTERS } from "../reading.ts";
import type { Reading } from "../reading.ts";
import { MAX_EXTRACT_CHARACTERS, sentencesOf } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { plainLetters } from "./plain-times.ts";

/** Kinds in which a reason for waiting is one. */
const WAITING = ["delay", "acknowledgement", "reschedule", "interview"];

/** The reasons it names, each with its sentence. */
export function reasonsIn({ text, kind }: ExtractContext): NonNullable<Reading["reasons"]> {
  if (!WAITING.includes(kind)) return [];
  const sentences = sentencesOf(text);
  return PATTERNS.flatMap(({ kind: reason, pattern }) => {
    const quote = sentences.find((sentence) => pattern.test(plainLetters(sentence)));
    return quote === undefined ? [] : [{ kind: reason, quote: quote.slice(0, MAX_QUOTE_CHARACTERS) }];
  });
}

const PATTERNS = DELAY_REASON_KINDS.map((kind) => ({
  kind,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${DELAY_REASONS[kind].phrases.join("|").replaceAll("*", "\\p{L}{0,12}")})(?![\\p{L}\\p{N}])`,
    "u",
  ),
}));

/** A link to the description of the job. */
export function jobLinkIn({ text, kind }: ExtractContext): string | null {
  if (kind === "not-job") return null;
  const links = text.slice(0, MAX_EXTRACT_CHARACTERS).matchAll(/https?:\/\/[^\s<>()"']{4,400}/g);
  for (const [link] of links)
    if (
      /\/(?:jobs?|careers?|positions?|vacanc(?:y|ies)|openings?|stellen?(?:angebote?)?|offres?|empleos?|vagas?|lavora|posizioni|vacatures?)\/[^\s]*[\w-]{3}/i.test(
        link,
      )
    )
      return link.replace(/[.,;]+$/, "");
  return null;
}
