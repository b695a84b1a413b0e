// What the kind model looks at in a piece of text: words, word pairs and pieces of words, hashed. The trainer and the Worker share this
// file; whoever changes it must run `npm run train`.
import { JOB_WORDS } from "../playbook/signals.ts";
import { SENTENCE_END, wordsIn } from "./words.ts";

/** Slots that features are hashed into: so many that hardly two that matter share one. The model keeps the telling ones only. */
export const SLOTS = 2 ** 18;

/** The features of one text; `words[i]` is the word or pair that `slots[i]` stands for, so that an answer can be explained. */
export type TextFeatures = {
  readonly slots: readonly number[];
  readonly values: readonly number[];
  readonly words: readonly string[];
};

/** Words of a body that are looked at: after that come footers and quotes. */
const BODY_WORDS = 600;
const OPENING_WORDS = 40;

/** Features of a whole mail, or of one sentence when `subject` is empty. */
export function textFeatures(subject: string, text: string): TextFeatures {
  const ofSubject = wordsIn(subject);
  const ofBody = wordsIn(text).slice(0, BODY_WORDS);
  const all = [...ofSubject, SENTENCE_END, ...ofBody];
  const out = { slots: [] as number[], values: [] as number[], words: [] as string[] };
  addGroup(out, wordKeys("w", all));
  addGroup(out, pairKeys("b", all));
  addGroup(out, pieceKeys(all));
  addGroup(out, wordKeys("s", ofSubject));
  // "Verify your account" is another thing in a mail that names a job than in one that does not.
  const speaksOfWork = all.some((word) => WORK.has(word));
  addGroup(out, wordKeys(speaksOfWork ? "o" : "n", [...ofSubject, ...ofBody.slice(0, OPENING_WORDS)]));
  return out;
}

const WORK = new Set(JOB_WORDS);

/** Slot → the word it stands for; every feature once. */
type Keys = ReadonlyMap<number, string>;

function wordKeys(group: string, words: readonly string[]): Keys {
  return new Map(
    words.filter((word) => word !== SENTENCE_END).map((word) => [slotOf(`${group}:${word}`), word] as const),
  );
}

function pairKeys(group: string, words: readonly string[]): Keys {
  const keys = new Map<number, string>();
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1] ?? "", words[at] ?? ""];
    if (word === SENTENCE_END || before === SENTENCE_END) continue;
    keys.set(slotOf(`${group}:${before} ${word}`), `${before} ${word}`);
  }
  return keys;
}

/** Pieces of four and five letters, the word's ends marked: they hold in compounds, endings and typos. */
function pieceKeys(words: readonly string[]): Keys {
  const keys = new Map<number, string>();
  for (const word of new Set(words)) {
    if (word.length < 4 || word.startsWith("#")) continue;
    const padded = `^${word}$`;
    for (let size = 4; size <= 5; size++)
      for (let at = 0; at + size <= padded.length; at++)
        keys.set(slotOf(`c:${padded.slice(at, at + size)}`), word);
  }
  return keys;
}

/** Each group weighs the same whatever the text's length: a feature counts one divided by the root of their number. */
function addGroup(out: { slots: number[]; values: number[]; words: string[] }, keys: Keys): void {
  const value = 1 / Math.sqrt(keys.size || 1);
  for (const [slot, word] of keys) {
    out.slots.push(slot);
    out.values.push(value);
    out.words.push(word);
  }
}

/** FNV-1a over UTF-16 units, mixed so that the low bits are good. */
function slotOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % SLOTS;
}
