// Which kind of message it is, from the playbook's phrases. Every phrase that counted is returned, so "why?" has an answer.
// Decides nothing about people or companies.
import {
  CONDITIONS,
  JOB_WORDS,
  NEGATIONS,
  SIGNAL_RULES,
  SUBKIND_PHRASES,
  YIELDS_TO,
} from "../playbook/signals.ts";
import type { SignalRule } from "../playbook/signals.ts";
import { KINDS } from "../vocabulary.ts";
import type { Kind, Subkind } from "../vocabulary.ts";
import type { Signal } from "./reading.ts";

export type Classification = {
  readonly kind: Kind;
  readonly subkind: Subkind | null;
  readonly certainty: number;
  readonly signals: readonly Signal[];
};

/** How much a phrase counts where it stands: the subject says what a mail is for, a footer says what every mail says. */
const PLACE_WEIGHTS = { subject: 1.5, opening: 1.2, body: 1, footer: 0.3 } as const;
const OPENING_CHARACTERS = 500;
/** How far back a condition or a negation reaches. */
const REACH_CHARACTERS = 60;

/** Classifies a message by its subject and text. */
export function classify(subject: string | null, text: string): Classification {
  const zones = placesOf(subject ?? "", text);
  const signals: Signal[] = [];
  const scores = new Map<Kind, number>();
  for (const rule of SIGNAL_RULES) {
    const hit = strongestHit(rule, zones);
    if (!hit) continue;
    scores.set(rule.kind, (scores.get(rule.kind) ?? 0) + hit.weight);
    signals.push(...hit.signals);
  }
  const verdict = weigh(scores, zones);
  return {
    kind: verdict.kind,
    certainty: verdict.certainty,
    subkind: subkindOf(verdict.kind, zones),
    signals: signals.toSorted((a, b) => Number(b.kind === verdict.kind) - Number(a.kind === verdict.kind)),
  };
}

type Place = { readonly name: keyof typeof PLACE_WEIGHTS; readonly text: string };

function placesOf(subject: string, text: string): readonly Place[] {
  const body = normalise(text);
  const footerAt = footerStart(body);
  return [
    { name: "subject", text: ` ${normalise(subject)} ` },
    { name: "opening", text: ` ${body.slice(0, Math.min(OPENING_CHARACTERS, footerAt))} ` },
    { name: "body", text: ` ${body.slice(Math.min(OPENING_CHARACTERS - 80, footerAt), footerAt)} ` },
    { name: "footer", text: ` ${body.slice(footerAt)} ` },
  ];
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2014]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Where the part begins that stands under every mail of a sender. */
function footerStart(body: string): number {
  const starts = FOOTER_BEGINNINGS.map((words) => body.lastIndexOf(words)).filter(
    (at) => at > body.length * 0.5,
  );
  return Math.min(body.length, ...starts);
}

const FOOTER_BEGINNINGS = [
  "unsubscribe",
  "manage your preferences",
  "privacy policy",
  "this email was sent to",
  "this e-mail and any",
  "confidentiality notice",
];

type Hit = { readonly weight: number; readonly signals: readonly Signal[] };

/** The best place of each phrase; further phrases of the same rule add a little, as they are other words for the same thing. */
function strongestHit(rule: SignalRule, places: readonly Place[]): Hit | null {
  const hits: { weight: number; signal: Signal }[] = [];
  for (const phrase of rule.phrases) {
    let best = 0;
    for (const place of places) {
      const at = indexOfWords(place.text, phrase);
      if (at < 0) continue;
      const doubt = isDoubtful(place.text.slice(Math.max(0, at - REACH_CHARACTERS), at), rule.kind)
        ? 0.25
        : 1;
      best = Math.max(best, rule.weight * PLACE_WEIGHTS[place.name] * doubt);
    }
    if (best === 0) continue;
    const certainty = best >= 2 ? "certain" : "implied";
    hits.push({ weight: best, signal: { kind: rule.kind, phrase, certainty, rule: rule.rule } });
  }
  if (hits.length === 0) return null;
  const weights = hits.map(({ weight }) => weight).toSorted((a, b) => b - a);
  const [first = 0, ...others] = weights;
  return {
    weight: first + Math.min(first, 0.3 * others.reduce((sum, weight) => sum + weight, 0)),
    signals: hits.map(({ signal }) => signal),
  };
}

/** A phrase as whole words: "role" is not in "parole". */
function indexOfWords(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + phrase.length] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

function isDoubtful(before: string, kind: Kind): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("! ")) + 1);
  if (CONDITIONS.some((words) => sentence.includes(words))) return true;
  return kind !== "rejection" && NEGATIONS.some((words) => sentence.includes(`${words} `));
}

function weigh(
  scores: ReadonlyMap<Kind, number>,
  places: readonly Place[],
): { kind: Kind; certainty: number } {
  const ranked = KINDS.map((kind) => ({ kind, score: yielding(kind, scores) })).toSorted(
    (a, b) => b.score - a.score,
  );
  const [first, second] = ranked;
  if (!first || first.score === 0) {
    const aboutWork = places.some(({ text }) => JOB_WORDS.some((word) => indexOfWords(text, word) >= 0));
    return aboutWork ? { kind: "other-job", certainty: 0.4 } : { kind: "not-job", certainty: 0.6 };
  }
  const margin = (first.score - (second?.score ?? 0)) / (first.score + 1);
  const strength = Math.min(1, first.score / 3);
  return { kind: first.kind, certainty: Math.round(100 * (0.4 + 0.58 * strength * Math.sqrt(margin))) / 100 };
}

/** The score of a kind, small beside a kind to which it yields and which says itself outright. */
function yielding(kind: Kind, scores: ReadonlyMap<Kind, number>): number {
  const score = scores.get(kind) ?? 0;
  const yields = YIELDS_TO[kind]?.some((other) => (scores.get(other) ?? 0) >= OUTRIGHT_SCORE) ?? false;
  return yields ? score * YIELDING_WEIGHT : score;
}

const OUTRIGHT_SCORE = 3;
const YIELDING_WEIGHT = 0.3;

function subkindOf(kind: Kind, places: readonly Place[]): Subkind | null {
  if (kind !== "interview" && kind !== "assessment") return null;
  for (const [subkind, phrases] of SUBKIND_PHRASES[kind])
    if (phrases.some((phrase) => places.some(({ text }) => indexOfWords(text, phrase) >= 0))) return subkind;
  return null;
}
