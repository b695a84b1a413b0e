// A text as the classifier reads it: words in lower case without accents, with marks where a sentence ends.
// Phones drop accents and capitals, and numbers, links and addresses differ in every mail: what is left is what generalises.

/** Ends a sentence: no phrase and no word pair reaches across it. */
export const SENTENCE_END = ".";

/** Words that are read at most: the point of a mail stands near its top, and mail is hostile. */
export const MAX_WORDS = 2_000;

const TOKEN =
  /https?:\/\/[^\s<>]{1,2000}|www\.[^\s<>]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|[$€£₹¥]|\d{1,2}(?::\d\d|[.h]\d\d(?!\.?\d))|\d{1,20}|\p{L}[\p{L}\p{M}]{0,60}|[.!?…]+(?=\s|$)|\n\s{0,5}\n|%/gu;

/** The words of `text`, numbers and links as `#number`, `#time`, `#link`, `#mail`, `#money`, and `SENTENCE_END`s. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const [token] of withoutAccents(text).matchAll(TOKEN)) {
    const word = wordFor(token);
    if (word === SENTENCE_END && words.at(-1) === SENTENCE_END) continue;
    words.push(word);
    if (words.length >= MAX_WORDS) break;
  }
  return words;
}

function wordFor(token: string): string {
  const first = token[0] ?? "";
  if (/\p{L}/u.test(first)) {
    if (/^(?:https?:|www\.)/.test(token)) return "#link";
    return token.includes("@") ? "#mail" : token;
  }
  if (/\d/.test(first)) {
    if (token.includes("@")) return "#mail";
    return /\D/.test(token) ? "#time" : "#number";
  }
  if (/[$€£₹¥]/.test(first)) return "#money";
  return first === "%" ? "#percent" : SENTENCE_END;
}

function withoutAccents(text: string): string {
  return text
    .slice(0, 40_000)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss")
    .toLowerCase();
}
