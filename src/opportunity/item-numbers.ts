// Numbers of a letter in what a person typed: "1", "1 and 3", "1-3", "item 2", "(2)".
import { ITEM_WORDS, JOINING_WORDS, NUMBER_WORDS } from "../playbook/order-words.ts";
import { folded } from "./folded.ts";

const MAX_ITEM = 99;
const MAX_RANGE = 20;

const SINGLE_WORDS = new Set([...ITEM_WORDS, ...JOINING_WORDS].map(folded));
const PHRASES = ITEM_WORDS.filter((words) => words.includes(" ")).map(folded);

/** The numbers in `text`; none when nothing stands there; null when anything else does. `inWords`: "two and three" counts, too. */
export function itemsIn(text: string, { inWords = false } = {}): number[] | null {
  const plain = PHRASES.reduce((rest, phrase) => rest.replace(phrase, " "), folded(text))
    .replace(/[()]/g, " ")
    .replace(/(\d) ?(?:to|bis|à|al|tot|-|–) ?(?=\d)/g, "$1-")
    .replace(/([,&+/])/g, " $1 ");
  const pieces = plain
    .split(" ")
    .filter((piece) => piece !== "" && !SINGLE_WORDS.has(piece.replace(/\.$/, "")));
  const items = pieces.map((piece) => numbersOf(piece, inWords));
  return items.includes(null) ? null : items.flatMap((numbers) => numbers ?? []);
}

function numbersOf(piece: string, inWords: boolean): number[] | null {
  const [, from, to = from] = /^#?(\d{1,2})(?:-#?(\d{1,2}))?[.)]?$/.exec(piece) ?? [];
  if (from === undefined) {
    const word = inWords ? NUMBER_WORDS[piece] : undefined;
    return word === undefined ? null : [word];
  }
  const [first, last] = [Number(from), Number(to)];
  if (first < 1 || last > MAX_ITEM || last < first || last - first > MAX_RANGE) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
