// What every extractor gets: the original, what its writer wrote in it, and the clock to read its dates by.
import type { Zone } from "../../calendar.ts";
import type { Original } from "../../mail/original.ts";
import type { Kind, Subkind } from "../../vocabulary.ts";

export type ExtractContext = {
  readonly original: Original;
  /** The writer's own words: without the mails quoted below them. */
  readonly text: string;
  readonly kind: Kind;
  readonly subkind: Subkind | null;
  /** The person's zone: times without a zone are read in it, and are then `implied`. */
  readonly zone: Zone;
};

/** Text that extractors look through at most: facts stand near the top, and mail is hostile. */
export const MAX_EXTRACT_CHARACTERS = 12_000;

/** Sentences and lines, trimmed, in order. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, MAX_EXTRACT_CHARACTERS)
    .split(/(?<=[.!?])\s+(?=[\p{Lu}"“(])|\n{1,10}/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
