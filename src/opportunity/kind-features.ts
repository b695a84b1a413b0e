// What the kind model looks at: words, word pairs and pieces of words, hashed into buckets. The trainer and the Worker share this file;
// whoever changes it must run `npm run train`.
import { SENTENCE_END, wordsIn } from "./words.ts";

/** Buckets per kind. More than one feature may share a bucket: the trainer sees the same collisions. */
export const BUCKETS = 2 ** Number(process.env.BB ?? 15);

/** The features of one mail; `words[i]` is the word or pair that bucket `buckets[i]` stands for, so that an answer can be explained. */
export type KindFeatures = {
  readonly buckets: readonly number[];
  readonly values: readonly number[];
  readonly words: readonly string[];
};

/** Words of the body that are looked at: after that come footers and quotes. */
const BODY_WORDS = 600;
const OPENING_WORDS = 40;

export function kindFeatures(subject: string, text: string): KindFeatures {
  const ofSubject = wordsIn(subject);
  const ofBody = wordsIn(text).slice(0, BODY_WORDS);
  const all = [...ofSubject, SENTENCE_END, ...ofBody];
  const groups: readonly (readonly Feature[])[] = [
    wordFeatures("w", all),
    pairFeatures("b", all),
    pieceFeatures("c", all),
    wordFeatures("s", ofSubject),
    wordFeatures("o", ofBody.slice(0, OPENING_WORDS)),
  ];
  return collect(groups);
}

type Feature = { readonly key: string; readonly word: string };

function wordFeatures(group: string, words: readonly string[]): Feature[] {
  return words.filter((word) => word !== SENTENCE_END).map((word) => ({ key: `${group}:${word}`, word }));
}

function pairFeatures(group: string, words: readonly string[]): Feature[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index] ?? "";
    if (word === SENTENCE_END || before === SENTENCE_END) return [];
    return [{ key: `${group}:${before} ${word}`, word: `${before} ${word}` }];
  });
}

/** Pieces of four and five letters, the word's ends marked: they hold in compounds, endings and typos. */
function pieceFeatures(group: string, words: readonly string[]): Feature[] {
  return words.flatMap((word) => {
    if (word.length < 4 || word.startsWith("#")) return [];
    const padded = `^${word}$`;
    const pieces: Feature[] = [];
    for (let size = 4; size <= 5; size++)
      for (let at = 0; at + size <= padded.length; at++)
        pieces.push({ key: `${group}:${padded.slice(at, at + size)}`, word });
    return pieces;
  });
}

/** Each group weighs the same whatever the mail's length: every feature once, divided by the root of their number. */
function collect(groups: readonly (readonly Feature[])[]): KindFeatures {
  const buckets: number[] = [];
  const values: number[] = [];
  const words: string[] = [];
  for (const group of groups) {
    const once = new Map(group.map((feature) => [feature.key, feature.word]));
    const value = 1 / Math.sqrt(once.size || 1);
    for (const [key, word] of once) {
      buckets.push(bucketOf(key));
      values.push(value);
      words.push(word);
    }
  }
  return { buckets, values, words };
}

/** FNV-1a over UTF-16 units, mixed so that the low bits are good. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % BUCKETS;
}
