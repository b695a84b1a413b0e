// What every extractor gets: the original, what its writer wrote in it, and the clock to read its dates by.
import type { Zone } from "../../calendar.ts";
import type { Language } from "../../playbook/languages.ts";
import type { Original } from "../../mail/original.ts";
import type { Kind, Subkind } from "../../vocabulary.ts";

export type ExtractContext = {
  readonly original: Original;
  /** The writer's own words: without the mails quoted below them. */
  readonly text: string;
  readonly language: Language;
  readonly kind: Kind;
  readonly subkind: Subkind | null;
  /** The person's zone: times without a zone are read in it, and are then `implied`. */
  readonly zone: Zone;
};

/** Text that extractors look through at most: facts stand near the top, and mail is hostile. */
export const MAX_EXTRACT_CHARACTERS = 12_000;

/** Sentences and lines, trimmed, in order. A dot behind a day ("am 22. Oktober", "at 2 p.m. Bring …") ends no sentence. */
export function sentencesOf(text: string): string[] {
  return unwrapped(text.slice(0, MAX_EXTRACT_CHARACTERS))
    .split(
      /(?<=[.!?…]["”»)]?)(?<!\b(?:\d{1,2}|[ap]\.\s?m|Mr|Mrs|Ms|Dr|Sr|Sra|St|Prof|Hr|Fr|z\.\s?B|ca|bzw|Tel|No|Nr|n)\.)\s+(?=[\p{Lu}\p{N}"“«(¿¡])|\n{1,10}/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** A line that a client broke is one with the next: it is long, and the next neither starts a list nor a field. */
export function unwrapped(text: string): string {
  const lines = text.split("\n");
  let out = lines[0] ?? "";
  for (let at = 1; at < lines.length; at++) {
    const [before = "", line = ""] = [lines[at - 1], lines[at]];
    const goesOn = before.length >= 55 && /^[\p{Ll}\p{N}(]/u.test(line) && !/^\d{1,2}[.)]\s/.test(line);
    out += (goesOn ? " " : "\n") + line;
  }
  return out;
}
