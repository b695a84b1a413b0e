// The decisive lines in training/lines: the one or two sentences of a mail that tell what it is, `kind | text`, one a line;
// `none` marks sentences that stand in mails of every kind. The file's name says author style and language: `style.language.lines`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SENTENCE_LABELS } from "../src/opportunity/kind-marks.ts";
import { LANGUAGES } from "../src/playbook/languages.ts";
import type { Language } from "../src/playbook/languages.ts";

export type ExampleLine = {
  readonly style: string;
  readonly language: Language;
  readonly label: (typeof SENTENCE_LABELS)[number];
  readonly text: string;
};

/** Every line. Throws with file and number at the first one that is malformed. */
export function readExampleLines(folder: string = join(import.meta.dirname, "lines")): ExampleLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".lines"))
    .toSorted()
    .flatMap((name) => {
      const [style = "", language = ""] = name.split(".");
      return readFileSync(join(folder, name), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          line.trim() === "" ? [] : [parseLine(line, style, language, `${name}:${index + 1}`)],
        );
    });
}

function parseLine(line: string, style: string, language: string, at: string): ExampleLine {
  const cut = line.indexOf(" | ");
  const label = SENTENCE_LABELS.find((one) => one === line.slice(0, cut).trim());
  const known = LANGUAGES.find((one) => one === language);
  if (cut < 0 || !label || !known)
    throw new Error(`${at}: not "kind | text" in a known language: ${line.slice(0, 60)}`);
  return { style, language: known, label, text: line.slice(cut + 3).trim() };
}
