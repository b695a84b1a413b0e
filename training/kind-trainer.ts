// Trains the kind model: first the sentences, then whole mails with what the sentence model makes of their sentences. Of each table the
// features that matter most are kept, trained once more by themselves, and stored in a few steps.
import { SLOTS, textFeatures } from "../src/opportunity/kind-features.ts";
import { marksOf, sentencesToWeigh } from "../src/opportunity/kind-marks.ts";
import {
  MAX_STEPS,
  SENTENCE_LABELS,
  decodeModel,
  encodeTable,
  scoresIn,
} from "../src/opportunity/kind-model.ts";
import type { Model, Table } from "../src/opportunity/kind-model.ts";
import type { StoredModel, StoredTable } from "../src/playbook/stored-model.ts";
import { phrasesIn } from "../src/opportunity/phrases.ts";
import { KINDS } from "../src/vocabulary.ts";
import type { ExampleLine } from "./example-lines.ts";
import type { ExampleMail } from "./example-mails.ts";
import { train } from "./softmax.ts";
import type { Sample } from "./softmax.ts";

/** What training turns on. The figures that chose these are in the README. */
export const SETTINGS = {
  epochs: 20,
  step: 0.3,
  decay: 3e-4,
  markEpochs: 20,
  averaged: 10,
  dropped: 0.5,
  /** Features kept of sentences and of mails. */
  sentenceRows: 17_500,
  mailRows: 17_500,
  /** A mail counts again, by half, without its subject: forwards lose it. */
  withoutSubject: 0.5,
  /** A line as a mail of its own. */
  lineAsMail: 0.7,
  /** Beside the marks, words count by this much: part of what they learn is learned by heart. */
  trust: 0.7,
  /** Weights above this many standard deviations are cut. */
  cut: 4,
} as const;

/** The address in `Name <address>`. */
export function addressOf(from: string): string {
  return (/<([^>]+)>/.exec(from)?.[1] ?? from).trim().toLowerCase();
}

/** The stored model, and the same as the Worker decodes it. */
export function trainModel(
  mails: readonly ExampleMail[],
  lines: readonly ExampleLine[],
): { stored: StoredModel; model: Model } {
  const sentences = trainTable(
    lines.map(({ text, label }) => ({
      ...columnsOf("", text),
      label: SENTENCE_LABELS.indexOf(label),
      weight: 1,
      marks: [],
    })),
    SENTENCE_LABELS.length,
    SETTINGS.sentenceRows,
    0,
  );
  const draft: StoredModel = { sentences: sentences.table, mails: EMPTY, marks: [], temperatures: [] };
  const sentenceTable = decodeModel(draft).sentences;
  const whole = trainTable(
    [
      ...mails.flatMap((mail) => [
        sampleOf(mail, sentenceTable, 1),
        sampleOf({ ...mail, subject: "", from: "" }, sentenceTable, SETTINGS.withoutSubject),
      ]),
      ...lines
        .filter(({ label }) => label !== "none")
        .map(({ text, label }) => ({
          ...columnsOf("", text),
          label: SENTENCE_LABELS.indexOf(label),
          weight: SETTINGS.lineAsMail,
          marks: [],
        })),
    ],
    KINDS.length,
    SETTINGS.mailRows,
    markCountOf(sentenceTable),
  );
  const stored: StoredModel = {
    sentences: sentences.table,
    mails: whole.table,
    marks: whole.marks,
    temperatures: [],
  };
  return { stored, model: decodeModel(stored) };
}

const EMPTY: StoredTable = { labels: KINDS.length, scale: 1, slots: "", weights: "" };

type MarkedSample = Sample & { readonly marks: readonly number[] };

function columnsOf(subject: string, text: string): Pick<Sample, "columns" | "values"> {
  const { slots, values } = textFeatures(subject, text);
  return { columns: slots, values };
}

function sampleOf(mail: ExampleMail, sentences: Table, weight: number): MarkedSample {
  return {
    ...columnsOf(mail.subject, mail.body),
    label: KINDS.indexOf(mail.kind),
    weight,
    marks: marksFor(mail.subject, mail.body, addressOf(mail.from), sentences),
  };
}

function marksFor(subject: string, text: string, sender: string, table: Table): number[] {
  const sentences = sentencesToWeigh(subject, text).map((sentence) =>
    shares(scoresIn(table, textFeatures("", sentence))),
  );
  return marksOf({ subject, text, sender, hits: phrasesIn(subject, text), sentences });
}

function markCountOf(table: Table): number {
  return marksFor("", "", "", table).length;
}

function shares(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Trains the marks by themselves first, so that words only add what the marks cannot tell: words know every example by heart and would
 * leave the marks to explain the exceptions. Then keeps the features that matter, trains again on those, and stores them in steps.
 */
function trainTable(
  samples: readonly MarkedSample[],
  labels: number,
  rows: number,
  markCount: number,
): { table: StoredTable; marks: number[] } {
  const { epochs, step, averaged, decay, dropped } = SETTINGS;
  const settings = { labels, epochs, step, averaged, decay, dropped };
  const marks = train(
    samples
      .filter((sample) => sample.marks.length > 0)
      .map(({ label, weight, marks: values }) => ({
        columns: values.map((_, mark) => mark),
        values,
        label,
        weight,
      })),
    { ...settings, columns: markCount, decay: 0, dropped: 0, epochs: SETTINGS.markEpochs },
  ).map((weight) => Math.round(weight * 1000) / 1000);
  const based = samples.map((sample) => ({ ...sample, offset: scoresOfMarks(sample.marks, marks, labels) }));
  const first = train(based, { ...settings, columns: SLOTS });
  const kept = mostTelling(based, first, labels, rows);
  const rowOf = new Map(kept.map((slot, row) => [slot, row]));
  const own = train(
    based.map((sample) => onlyKept(sample, rowOf)),
    { ...settings, columns: kept.length },
  );
  const deviation = Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0) / own.length);
  const scale = (SETTINGS.cut * deviation) / MAX_STEPS;
  const steps = Int8Array.from(own, (weight) =>
    Math.max(-MAX_STEPS, Math.min(MAX_STEPS, Math.round(weight / scale))),
  );
  const trust = markCount > 0 ? SETTINGS.trust : 1;
  return {
    table: encodeTable(labels, Number((trust * scale).toPrecision(4)), kept, steps),
    marks: [...marks],
  };
}

function scoresOfMarks(marks: readonly number[], weights: Float64Array, labels: number): number[] {
  return Array.from({ length: labels }, (_, label) =>
    marks.reduce((sum, value, mark) => sum + value * (weights[mark * labels + label] ?? 0), 0),
  );
}

function onlyKept(sample: Sample, rowOf: ReadonlyMap<number, number>): Sample {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [at, slot] of sample.columns.entries()) {
    const row = rowOf.get(slot);
    if (row === undefined) continue;
    columns.push(row);
    values.push(sample.values[at] ?? 0);
  }
  return { ...sample, columns, values };
}

/** The slots whose weights move most mails, in rising order. A feature of a single example tells nothing. */
function mostTelling(
  samples: readonly Sample[],
  weights: Float64Array,
  labels: number,
  rows: number,
): number[] {
  const seen = new Map<number, { count: number; moved: number }>();
  for (const { columns, values } of samples)
    for (const [at, slot] of columns.entries()) {
      const one = seen.get(slot) ?? { count: 0, moved: 0 };
      one.count += 1;
      one.moved += (values[at] ?? 0) ** 2;
      seen.set(slot, one);
    }
  const scored = [...seen]
    .filter(([, { count }]) => count > 2)
    .map(([slot, { moved }]) => {
      let mean = 0;
      for (let label = 0; label < labels; label++) mean += (weights[slot * labels + label] ?? 0) / labels;
      let norm = 0;
      for (let label = 0; label < labels; label++)
        norm += ((weights[slot * labels + label] ?? 0) - mean) ** 2;
      return { slot, worth: norm * moved };
    });
  return scored
    .toSorted((a, b) => b.worth - a.worth || a.slot - b.slot)
    .slice(0, rows)
    .map(({ slot }) => slot)
    .toSorted((a, b) => a - b);
}
