// `npm run train`: trains the kind model on the example mails and lines, prints how good it is on author styles, languages and mails that
// it never saw, and writes src/playbook/kinds-model.ts. Deterministic: the same examples give the same file. `--check` writes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { certaintyOf, weighWith } from "../src/opportunity/kind-model.ts";
import type { Model } from "../src/opportunity/kind-model.ts";
import { phrasesIn } from "../src/opportunity/phrases.ts";
import { LANGUAGES } from "../src/playbook/languages.ts";
import { KINDS } from "../src/vocabulary.ts";
import type { Kind } from "../src/vocabulary.ts";
import { readExampleLines } from "./example-lines.ts";
import { readExampleMails } from "./example-mails.ts";
import type { ExampleMail } from "./example-mails.ts";
import { addressOf, trainModel } from "./kind-trainer.ts";

const { values: flags } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    languages: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});

/** From here on an answer is called certain; of those, this share must be right in validation: more than the 95 % promised. */
const CERTAIN = 0.9;
const HONEST = 0.96;
const QUICK_TEMPERATURE = 1.3;
const MAX_TEMPERATURE = 6;
const FOLDS = 5;
const HERE = import.meta.dirname;
const mails = readExampleMails(join(HERE, "mails"));
const exam = readExampleMails(join(HERE, "held-out"));
const lines = readExampleLines(join(HERE, "lines"));
say(
  `${mails.length} mails of ${new Set(mails.map(({ style }) => style)).size} styles, ${lines.length} lines; ${exam.length} mails held out for good`,
);

type Answer = {
  readonly mail: ExampleMail;
  readonly kind: string;
  readonly certainty: number;
  readonly scores: readonly number[];
};

const temperatures = flags.quick ? KINDS.map(() => QUICK_TEMPERATURE) : validate();
if (flags.languages) holdOutLanguages();
const { stored, model } = trainModel(mails, lines);
const finished = { ...stored, temperatures };
report("held-out mails", answers({ ...model, temperatures }, exam));
write();

/** Cross-validation over whole styles; returns the temperatures that make certainty honest. */
function validate(): number[] {
  const styles = [...new Set(mails.map(({ style }) => style))];
  const all: Answer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = new Set(styles.filter((_, index) => index % FOLDS === fold));
    const held = mails.filter(({ style }) => out.has(style));
    const trained = trainModel(
      mails.filter(({ style }) => !out.has(style)),
      lines,
    );
    all.push(...answers(trained.model, held));
  }
  report(`styles held out in ${FOLDS} folds`, all);
  return KINDS.map((kind) => temperatureFor(kind, all));
}

/**
 * The lowest temperature that makes the certainty of `kind` honest. Mails that have nothing to do with a job count for their own kind
 * only: half of ours are look-alikes, made to deceive, as no mailbox holds them. Kinds that are hardly ever answered or never right enough are made so
 * uncertain that they are not called certain.
 */
function temperatureFor(kind: Kind, all: readonly Answer[]): number {
  const given = all.filter(
    (answer) => answer.kind === kind && (answer.mail.kind !== "not-job" || kind === "not-job"),
  );
  for (let candidate = 1; candidate <= MAX_TEMPERATURE; candidate += 0.2) {
    const certain = given.filter(
      ({ scores }) => certaintyOf(scores, KINDS.indexOf(kind), candidate) >= CERTAIN,
    );
    const right = certain.filter(({ mail }) => mail.kind === kind).length;
    if (certain.length > 0 && right / certain.length < HONEST) continue;
    say(
      `${kind}: temperature ${candidate.toFixed(1)}, ${percent(right, certain.length)} of ${certain.length} certain ones right`,
    );
    return Math.round(candidate * 10) / 10;
  }
  return MAX_TEMPERATURE;
}

function holdOutLanguages(): void {
  for (const language of LANGUAGES) {
    const trained = trainModel(
      mails.filter((mail) => mail.language !== language),
      lines.filter((line) => line.language !== language),
    );
    report(
      `${language}, never seen`,
      answers(
        trained.model,
        mails.filter((mail) => mail.language === language),
      ),
    );
  }
}

function answers(one: Model, asked: readonly ExampleMail[]): Answer[] {
  return asked.map((mail) => {
    const { subject, body: text, from } = mail;
    const verdict = weighWith(one, {
      subject,
      text,
      sender: addressOf(from),
      hits: phrasesIn(subject, text),
    });
    return { mail, kind: verdict.kind, certainty: verdict.certainty, scores: verdict.scores };
  });
}

function report(what: string, given: readonly Answer[]): void {
  const right = (some: readonly Answer[]) =>
    percent(some.filter(({ mail, kind }) => mail.kind === kind).length, some.length);
  say(`${what}: ${right(given)} right`);
  say(
    `  ${LANGUAGES.map((language) => `${language} ${right(given.filter(({ mail }) => mail.language === language))}`).join("  ")}`,
  );
  say(
    `  with stock phrases ${right(given.filter(({ mail }) => mail.stock))}, without ${right(given.filter(({ mail }) => !mail.stock))}`,
  );
  const certain = given.filter(({ certainty }) => certainty >= CERTAIN);
  say(`  called certain: ${certain.length} of ${given.length}, of them right ${right(certain)}`);
  const swaps = new Map<string, number>();
  for (const { mail, kind } of given)
    if (mail.kind !== kind) swaps.set(`${mail.kind}→${kind}`, (swaps.get(`${mail.kind}→${kind}`) ?? 0) + 1);
  say(
    `  ${[...swaps]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 10)
      .map(([swap, count]) => `${swap} ${count}`)
      .join(", ")}`,
  );
}

function write(): void {
  const path = join(import.meta.dirname, "../src/playbook/kinds-model.ts");
  const source = `// Weights of the kind model. Made by \`npm run train\`, never edited.\nimport type { StoredModel } from "./stored-model.ts";\n\nexport const KINDS_MODEL: StoredModel = ${JSON.stringify(finished)};\n`;
  say(`model: ${(gzipSync(source, { level: 9 }).length / 1000).toFixed(1)} KB gzipped`);
  if (!flags.check) writeFileSync(path, source);
  else if (readFileSync(path, "utf8") !== source) {
    say("the stored model is another one: run `npm run train`");
    process.exitCode = 1;
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "n/a" : `${((100 * part) / whole).toFixed(1)} %`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
