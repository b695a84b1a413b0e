// What else the kind model looks at besides words: what its sentences seem to say one by one, which of the playbook's phrases stand in it,
// and its outer shape. A fixed row of numbers; the trainer and the Worker share this file.
import { SIGNAL_RULES } from "../playbook/signals.ts";
import { JOB_WORDS } from "../playbook/signals.ts";
import { isSystemAddress } from "../playbook/senders.ts";
import { KINDS } from "../vocabulary.ts";
import { sentencesOf } from "./extract/context.ts";
import { scoresOf } from "./phrases.ts";
import type { PhraseHit } from "./phrases.ts";
import { wordsIn } from "./words.ts";

/** What a single sentence can be: a kind, or nothing that decides. */
export const SENTENCE_LABELS = [...KINDS, "none"] as const;

/** Sentences that are looked at one by one. */
const MAX_SENTENCES = 40;
const MAX_SENTENCE_CHARACTERS = 500;

/** The subject and the sentences of a mail, as the sentence model reads them. */
export function sentencesToWeigh(subject: string, text: string): string[] {
  return [subject, ...sentencesOf(text)]
    .filter((sentence) => sentence.includes(" "))
    .slice(0, MAX_SENTENCES)
    .map((sentence) => sentence.slice(0, MAX_SENTENCE_CHARACTERS));
}

export type MailToWeigh = {
  readonly subject: string;
  readonly text: string;
  readonly sender: string;
  readonly hits: readonly PhraseHit[];
  /** Of each sentence the probability of every label. */
  readonly sentences: readonly (readonly number[])[];
};

/** The marks of a mail, always as many and in the same order, each between 0 and about 1. */
export function marksOf({ subject, text, sender, hits, sentences }: MailToWeigh): number[] {
  const words = wordsIn(text);
  const scores = scoresOf(hits);
  const share = (word: string, most: number) =>
    Math.min(most, words.filter((one) => one === word).length) / most;
  const jobWords = [...words, ...wordsIn(subject)].filter((word) => JOB.has(word)).length;
  return [
    ...SENTENCE_LABELS.flatMap((_, label) => {
      const ofLabel = sentences.map((sentence) => sentence[label] ?? 0);
      const sum = ofLabel.reduce((total, one) => total + one, 0);
      return [Math.max(0, ...ofLabel), Math.log1p(sum), ofLabel[0] ?? 0, sum / (ofLabel.length || 1)];
    }),
    ...KINDS.map((kind) => Math.min(4, scores.get(kind) ?? 0) / 4),
    ...SIGNAL_RULES.map(
      ({ rule }) =>
        Math.min(
          3,
          Math.max(0, ...hits.filter((hit) => hit.rule.rule === rule).map(({ weight }) => weight)),
        ) / 3,
    ),
    Math.log(1 + words.length) / 5,
    share("#time", 3),
    share("#link", 2),
    share("#money", 2),
    share("#number", 8),
    share("#percent", 2),
    Math.min(3, text.split("?").length - 1) / 3,
    isSystemAddress(sender) ? 1 : 0,
    /^(?:re|aw|sv|r|antw)\s?:/i.test(subject) ? 1 : 0,
    hits.length === 0 ? 1 : 0,
    jobWords === 0 ? 1 : 0,
    Math.min(6, jobWords) / 6,
    1,
  ];
}

const JOB = new Set(JOB_WORDS);
