// Which of the playbook's phrases a mail says, where, and how doubtful: in a condition, or turned around.
import { CONDITIONS, NEGATIONS, SIGNAL_RULES, YIELDS_TO } from "../playbook/signals.ts";
import type { SignalRule } from "../playbook/signals.ts";
import type { Kind } from "../vocabulary.ts";
import { SENTENCE_END, wordsIn } from "./words.ts";

/** A phrase that was said: its rule, its words, and how much it counts here. */
export type PhraseHit = {
  readonly rule: SignalRule;
  readonly phrase: string;
  readonly weight: number;
};

/** How much a phrase counts where it stands: the subject says what a mail is for, a footer says what every mail says. */
const PLACE_WEIGHTS = { subject: 1.5, opening: 1.2, body: 1, footer: 0.3 } as const;
const OPENING_WORDS = 80;
/** How many words back a condition or a negation reaches. */
const REACH_WORDS = 10;
const DOUBTFUL_WEIGHT = 0.25;

/** The phrases that a mail says: of each phrase its weightiest place. */
export function phrasesIn(subject: string, text: string): PhraseHit[] {
  const best = new Map<string, PhraseHit>();
  const body = wordsIn(text);
  const footer = footerStart(body);
  collect(wordsIn(subject), () => PLACE_WEIGHTS.subject, best);
  collect(
    body,
    (at) =>
      at >= footer ? PLACE_WEIGHTS.footer : at < OPENING_WORDS ? PLACE_WEIGHTS.opening : PLACE_WEIGHTS.body,
    best,
  );
  return [...best.values()];
}

function collect(
  words: readonly string[],
  weightAt: (index: number) => number,
  best: Map<string, PhraseHit>,
): void {
  let doubtUntil = -1;
  let negatedUntil = -1;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === SENTENCE_END) {
      doubtUntil = negatedUntil = -1;
      continue;
    }
    for (const { entry, length } of entriesAt(words, at)) {
      if (entry.is === "condition") doubtUntil = Math.max(doubtUntil, at + length + REACH_WORDS);
      else if (entry.is === "negation") negatedUntil = Math.max(negatedUntil, at + length + REACH_WORDS / 2);
      else if (entry.is === "phrase") {
        const { rule, phrase } = entry;
        const doubtful = at < doubtUntil || (at < negatedUntil && rule.kind !== "rejection");
        const weight = rule.weight * weightAt(at) * (doubtful ? DOUBTFUL_WEIGHT : 1);
        if (weight > (best.get(phrase)?.weight ?? 0)) best.set(phrase, { rule, phrase, weight });
      }
    }
  }
}

/** Where the part begins that stands under every mail of a sender. */
function footerStart(words: readonly string[]): number {
  for (let at = words.length - 1; at > words.length / 2; at--)
    if (words[at] === "unsubscribe" || words[at] === "confidentiality" || words[at] === "datenschutz")
      return at;
  return words.length;
}

type Entry =
  | { readonly is: "phrase"; readonly rule: SignalRule; readonly phrase: string }
  | { readonly is: "condition" | "negation" };

type Node = { readonly next: Map<string, Node>; readonly entries: Entry[] };

const ROOT: Node = { next: new Map(), entries: [] };

function plant(phrase: string, entry: Entry): void {
  let node = ROOT;
  for (const word of phrase.startsWith("#") ? phrase.split(" ") : wordsIn(phrase)) {
    const next = node.next.get(word) ?? { next: new Map<string, Node>(), entries: [] };
    node.next.set(word, next);
    node = next;
  }
  node.entries.push(entry);
}

for (const rule of SIGNAL_RULES)
  for (const phrase of rule.phrases) plant(phrase, { is: "phrase", rule, phrase });
for (const words of CONDITIONS) plant(words, { is: "condition" });
for (const words of NEGATIONS) plant(words, { is: "negation" });

function* entriesAt(words: readonly string[], start: number): Generator<{ entry: Entry; length: number }> {
  let node: Node | undefined = ROOT;
  for (let at = start; at < words.length; at++) {
    node = node.next.get(words[at] ?? "");
    if (!node) return;
    for (const entry of node.entries) yield { entry, length: at - start + 1 };
  }
}

/** The score of each kind: of each rule its weightiest phrase, and a little for each further one. */
export function scoresOf(hits: readonly PhraseHit[]): Map<Kind, number> {
  const byRule = new Map<string, PhraseHit[]>();
  for (const hit of hits) byRule.set(hit.rule.rule, [...(byRule.get(hit.rule.rule) ?? []), hit]);
  const scores = new Map<Kind, number>();
  for (const group of byRule.values()) {
    const [first = 0, ...others] = group.map(({ weight }) => weight).toSorted((a, b) => b - a);
    const score = first + Math.min(first, 0.3 * others.reduce((sum, weight) => sum + weight, 0));
    const kind = group[0]?.rule.kind;
    if (kind) scores.set(kind, (scores.get(kind) ?? 0) + score);
  }
  return new Map(
    [...scores].map(([kind, score]) => [kind, yields(kind, scores) ? YIELDING_SHARE * score : score]),
  );
}

/** Whether a kind that says itself outright takes the floor from this one. */
function yields(kind: Kind, scores: ReadonlyMap<Kind, number>): boolean {
  return YIELDS_TO[kind]?.some((other) => (scores.get(other) ?? 0) >= OUTRIGHT_SCORE) ?? false;
}

const OUTRIGHT_SCORE = 3;
const YIELDING_SHARE = 0.3;
