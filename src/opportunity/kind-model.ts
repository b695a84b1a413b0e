// The trained kind model: two small linear models, one over sentences, one over the whole mail and what its sentences seem to say.
// Weights come from `npm run train`; nothing here decides what they are.
import { isAlertAddress } from "../playbook/senders.ts";
import { languageOf } from "./language.ts";
import { KINDS_MODEL } from "../playbook/kinds-model.ts";
import type { StoredModel, StoredTable } from "../playbook/stored-model.ts";
import { KINDS } from "../vocabulary.ts";
import type { Kind } from "../vocabulary.ts";
import { SLOTS, textFeatures } from "./kind-features.ts";
import type { TextFeatures } from "./kind-features.ts";
import { SENTENCE_LABELS, marksOf, sentencesToWeigh } from "./kind-marks.ts";
import { scoresOf } from "./phrases.ts";
import type { PhraseHit } from "./phrases.ts";

/** Weights of hashed features: `rows[slot]` is 0 for a feature that does not count, else its row in `weights` plus one. */
export type Table = {
  readonly labels: number;
  readonly rows: Uint16Array;
  readonly weights: Int8Array;
  readonly scale: number;
};

export type Model = {
  readonly sentences: Table;
  readonly mails: Table;
  /** `mark * labels + label`. */
  readonly marks: Float64Array;
  /** By kind: divides the scores, so that the certainty of an answer is honest. */
  readonly temperatures: readonly number[];
};

/** What the model makes of a mail: the likeliest kind, and what spoke most for it. */
export type ModelVerdict = {
  readonly kind: Kind;
  /** How likely it is that this is right, 0 to 1. */
  readonly certainty: number;
  /** Of each kind, in the vocabulary's order; their differences count. */
  readonly scores: readonly number[];
  readonly words: readonly string[];
  /** The sentence that says it most clearly, if one does. */
  readonly sentence: string | null;
};

/**
 * What the playbook's phrases say counts on top of what was learned: ordinary mail says it in ordinary words, of which the examples hold
 * few on purpose. Chosen by measuring; more in English, where most systems write and the lists are longest.
 */
const PHRASE_TRUST = { english: 1.3, others: 0.9 } as const;
/** What the address of a job alert adds: its mails are often nothing but a subject. */
const ALERT_TRUST = 4;
const MAX_PHRASE_SCORE = 4;

let loaded: Model | null = null;

/** Weighs one mail. `sender` is the address that it came from. */
export function weighMail(mail: {
  readonly subject: string;
  readonly text: string;
  readonly sender: string;
  readonly hits: readonly PhraseHit[];
}): ModelVerdict {
  loaded ??= decodeModel(KINDS_MODEL);
  return weighWith(loaded, mail);
}

/** The same with a model of one's own: the trainer measures what it made. */
export function weighWith(
  model: Model,
  mail: {
    readonly subject: string;
    readonly text: string;
    readonly sender: string;
    readonly hits: readonly PhraseHit[];
  },
): ModelVerdict {
  const said = sentencesToWeigh(mail.subject, mail.text);
  const sentences = said.map((sentence) => softmax(scoresIn(model.sentences, textFeatures("", sentence)), 1));
  const features = textFeatures(mail.subject, mail.text);
  const scores = scoresIn(model.mails, features);
  for (const [mark, value] of marksOf({ ...mail, sentences }).entries())
    for (let label = 0; label < KINDS.length; label++)
      scores[label] = (scores[label] ?? 0) + value * (model.marks[mark * KINDS.length + label] ?? 0);
  const phrases = scoresOf(mail.hits);
  const isEnglish = languageOf(`${mail.subject}\n${mail.text}`) === "en";
  const trust = isEnglish ? PHRASE_TRUST.english : PHRASE_TRUST.others;
  for (const [label, kind] of KINDS.entries())
    scores[label] =
      (scores[label] ?? 0) +
      trust * Math.min(MAX_PHRASE_SCORE, phrases.get(kind) ?? 0) +
      (kind === "other-job" && isAlertAddress(mail.sender) ? ALERT_TRUST : 0);
  const best = scores.indexOf(Math.max(...scores));
  const clearest = sentences.map((sentence) => sentence[best] ?? 0);
  const top = Math.max(0, ...clearest);
  return {
    kind: KINDS[best] ?? "not-job",
    certainty: cautious(scores, best, model.temperatures[best] ?? 1),
    scores,
    words: weightiestWords(model.mails, features, best),
    sentence: top >= 0.5 ? (said[clearest.indexOf(top)] ?? null) : null,
  };
}

/** The scores of every label for a text. */
export function scoresIn(table: Table, { slots, values }: TextFeatures): number[] {
  const scores = Array.from({ length: table.labels }, () => 0);
  for (let at = 0; at < slots.length; at++) {
    const row = table.rows[slots[at] ?? 0] ?? 0;
    if (row === 0) continue;
    const start = (row - 1) * table.labels;
    const value = (values[at] ?? 0) * table.scale;
    for (let label = 0; label < table.labels; label++)
      scores[label] = (scores[label] ?? 0) + value * (table.weights[start + label] ?? 0);
  }
  return scores;
}

/** An offer and a rejection are never told apart by a hair: where the other one is possible, the person is asked. */
function cautious(scores: readonly number[], best: number, temperature: number): number {
  const certainty = certaintyOf(scores, best, temperature);
  const opposite = OPPOSITES[KINDS[best] ?? "not-job"];
  if (opposite === undefined) return certainty;
  const possible = certaintyOf(scores, KINDS.indexOf(opposite), temperature);
  return possible > MAX_OPPOSITE ? Math.min(certainty, ASKED) : certainty;
}

const OPPOSITES: Readonly<Partial<Record<Kind, Kind>>> = { offer: "rejection", rejection: "offer" };
const MAX_OPPOSITE = 0.1;
/** Below the certainty from which a reading changes state. */
const ASKED = 0.69;

/** How likely the label at `index` is when scores are divided by `temperature`. */
export function certaintyOf(scores: readonly number[], index: number, temperature: number): number {
  return softmax(scores, temperature)[index] ?? 0;
}

function softmax(scores: readonly number[], temperature: number): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const SHOWN_WORDS = 3;

/** The words whose features speak most for a kind, against the average of the others. */
function weightiestWords(table: Table, { slots, values, words }: TextFeatures, label: number): string[] {
  const weight = new Map<string, number>();
  for (let at = 0; at < slots.length; at++) {
    const row = table.rows[slots[at] ?? 0] ?? 0;
    const word = words[at] ?? "";
    if (row === 0 || word.startsWith("#")) continue;
    const own = table.weights[(row - 1) * table.labels + label] ?? 0;
    weight.set(word, (weight.get(word) ?? 0) + own * (values[at] ?? 0));
  }
  return [...weight]
    .filter(([, sum]) => sum > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHOWN_WORDS)
    .map(([word]) => word);
}

/** Reads a model as the playbook stores it. */
export function decodeModel(stored: StoredModel): Model {
  return {
    sentences: decodeTable(stored.sentences),
    mails: decodeTable(stored.mails),
    marks: Float64Array.from(stored.marks),
    temperatures: stored.temperatures,
  };
}

function decodeTable({ labels, scale, slots, weights }: StoredTable): Table {
  const rows = new Uint16Array(SLOTS);
  let slot = 0;
  let row = 0;
  for (let at = 0; at < slots.length; at++) {
    const digit = digitOf(slots, at);
    slot += digit;
    // The highest digit says that the step goes on.
    if (digit < DIGITS - 1) rows[slot] = ++row;
  }
  const values = new Int8Array(row * labels);
  for (let index = 0; index < values.length; index++) {
    const pair = digitOf(weights, index >> 1);
    const step = (index % 2 === 0 ? Math.floor(pair / STEPS) : pair % STEPS) - MAX_STEPS;
    // Stored label by label: neighbours are alike and compress.
    values[(index % row) * labels + Math.floor(index / row)] = step;
  }
  return { labels, rows, weights: values, scale };
}

/** Writes a table as the playbook stores it. `kept` are slots in rising order, `values` their weights in steps of `scale`. */
export function encodeTable(
  labels: number,
  scale: number,
  kept: readonly number[],
  values: Int8Array,
): StoredTable {
  let slots = "";
  let last = 0;
  for (const slot of kept) {
    let step = slot - last;
    last = slot;
    for (; step >= DIGITS - 1; step -= DIGITS - 1) slots += characterFor(DIGITS - 1);
    slots += characterFor(step);
  }
  const stepAt = (index: number) => {
    const value = values[(index % kept.length) * labels + Math.floor(index / kept.length)] ?? 0;
    return Math.max(-MAX_STEPS, Math.min(MAX_STEPS, value)) + MAX_STEPS;
  };
  let weights = "";
  for (let index = 0; index < values.length; index += 2)
    weights += characterFor(stepAt(index) * STEPS + (index + 1 < values.length ? stepAt(index + 1) : 0));
  return { labels, scale, slots, weights };
}

/** Weights are stored in steps: four to each side of zero, two weights in a character. */
export const MAX_STEPS = 4;
const STEPS = 2 * MAX_STEPS + 1;
/** Digits are printable characters from `#` on, without the backslash. */
const DIGITS = STEPS * STEPS;
const FIRST_CHARACTER = 35;
const BACKSLASH = 92;

function characterFor(digit: number): string {
  const code = FIRST_CHARACTER + digit;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

function digitOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code < BACKSLASH ? code : code - 1) - FIRST_CHARACTER;
}

export { SENTENCE_LABELS };
