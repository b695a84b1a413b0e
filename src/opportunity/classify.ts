// Which kind of message it is: the trained model decides, and every answer shows its evidence: the playbook's phrases that were said,
// the sentence that says it most clearly and the words that weighed most, so "why?" has an answer.
// Decides nothing about people or companies.
import { plainLetters } from "./extract/plain-times.ts";
import { weighMail } from "./kind-model.ts";
import { phrasesIn } from "./phrases.ts";
import type { PhraseHit } from "./phrases.ts";
import { withoutPrefixes } from "../mail/subject.ts";
import { GENERIC_SUBJECTS } from "../playbook/signals.ts";
import { SUBKIND_PHRASES } from "../playbook/subkinds.ts";
import type { Kind, Subkind } from "../vocabulary.ts";
import { MAX_QUOTE_CHARACTERS } from "./reading.ts";
import type { Signal } from "./reading.ts";

export type Classification = {
  readonly kind: Kind;
  readonly subkind: Subkind | null;
  readonly certainty: number;
  readonly signals: readonly Signal[];
};

/** Classifies a message by its subject, its text and the address that it came from. */
export function classify(subject: string | null, text: string, sender: string): Classification {
  const bare = plainLetters(withoutPrefixes(subject ?? "")).replace(/[.!]$/, "");
  const telling = GENERIC_SUBJECTS.has(bare) ? "" : (subject ?? "");
  const hits = phrasesIn(telling, text);
  const { kind, certainty, words, sentence } = weighMail({ subject: telling, text, sender, hits });
  return {
    kind,
    certainty: Math.floor(100 * certainty) / 100,
    subkind: subkindOf(kind, `${subject ?? ""}\n${text}`),
    signals: [
      ...phraseSignals(hits, kind),
      ...(sentence === null ? [] : [signal(kind, sentence.slice(0, MAX_QUOTE_CHARACTERS), "model/sentence")]),
      ...words.map((word) => signal(kind, word, "model/word")),
    ],
  };
}

function signal(kind: Kind, phrase: string, rule: string): Signal {
  return { kind, phrase, certainty: "implied", rule };
}

/** The phrases, those of the kind first; one that its place leaves little doubt about is certain. */
function phraseSignals(hits: readonly PhraseHit[], kind: Kind): Signal[] {
  return hits
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ rule, phrase, weight }) => ({
      kind: rule.kind,
      phrase,
      certainty: weight >= 2 ? ("certain" as const) : ("implied" as const),
      rule: rule.rule,
    }))
    .toSorted((a, b) => Number(b.kind === kind) - Number(a.kind === kind));
}

/** The sort of interview or test, by the words that name it; the first in the playbook's order counts. */
function subkindOf(kind: Kind, said: string): Subkind | null {
  if (kind !== "interview" && kind !== "assessment") return null;
  const text = ` ${plainLetters(said).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const found = SUBKIND_PHRASES[kind].find(([, phrases]) =>
    phrases.some((phrase) => text.includes(` ${phrase} `)),
  );
  return found?.[0] ?? null;
}
