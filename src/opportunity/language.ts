// In which language a mail is written, by its small words: enough to know whose "half drei" and whose "5/4" it is.
import { LANGUAGES, SMALL_WORDS } from "../playbook/languages.ts";
import type { Language } from "../playbook/languages.ts";
import { wordsIn } from "./words.ts";

const LANGUAGES_OF_WORD = new Map<string, Language[]>();
for (const language of LANGUAGES)
  for (const word of SMALL_WORDS[language])
    LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), language]);

/** Letters that one of our languages has and the others have not. */
const TELLING_LETTERS: readonly (readonly [RegExp, Language])[] = [
  [/[ñ¿¡]/, "es"],
  [/[ãõ]/, "pt"],
  [/[ßäöü]/, "de"],
];

/** Small words that are looked at: a signature in another language comes after them. */
const WORDS_READ = 150;

/** The language of `text`; English where nothing tells. A word that several languages use counts for each of them in part. */
export function languageOf(text: string): Language {
  const scores = new Map<Language, number>();
  for (const word of wordsIn(text.slice(0, 4_000)).slice(0, WORDS_READ)) {
    const languages = LANGUAGES_OF_WORD.get(word) ?? [];
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  for (const [letters, language] of TELLING_LETTERS)
    if (letters.test(text.slice(0, 4_000))) scores.set(language, (scores.get(language) ?? 0) + 2);
  let best: Language = "en";
  for (const language of LANGUAGES)
    if ((scores.get(language) ?? 0) > (scores.get(best) ?? 0)) best = language;
  return best;
}
