// `npm run measure`: how much of the example mails the product reads rightly, kinds and facts, by language. `--misses N` shows what it missed,
// `--fact NAME` of one fact only; `--given-kind` tells it the kinds, so that only the facts are measured;
// `--held-out` asks about the mails that nothing was trained or written on.
// Kinds of mails that the model was trained on flatter it: `npm run train` prints the figures for styles that it never saw.
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { readMessage } from "../src/mail/message.ts";
import { asOriginal } from "../src/mail/original.ts";
import { withoutQuotes } from "../src/mail/reply.ts";
import { writeMessage } from "../src/mail/written-message.ts";
import { languageOf } from "../src/opportunity/language.ts";
import { readFacts, readOriginal } from "../src/opportunity/read.ts";
import type { Reading } from "../src/opportunity/reading.ts";
import { readExampleMails } from "./example-mails.ts";
import type { ExampleMail } from "./example-mails.ts";

const { values: flags, positionals: styles } = parseArgs({
  allowPositionals: true,
  options: {
    "given-kind": { type: "boolean", default: false },
    "held-out": { type: "boolean", default: false },
    misses: { type: "string", default: "0" },
    fact: { type: "string" },
  },
});

/** A fact: what is right, what was read, and whether the two agree. */
type Fact = {
  readonly name: string;
  readonly want: (mail: ExampleMail) => string | null;
  readonly got: (reading: Reading) => string | null;
  readonly same: (want: string, got: string) => boolean;
};

const FACTS: readonly Fact[] = [
  { name: "company", want: ({ facts }) => facts.company, got: (reading) => reading.company, same: sameName },
  { name: "agency", want: ({ facts }) => facts.agency, got: (reading) => reading.agency, same: sameName },
  { name: "role", want: ({ facts }) => facts.role, got: (reading) => reading.role, same: sameName },
  {
    name: "contact",
    want: ({ facts }) => facts.contacts[0]?.split(";")[0] ?? null,
    got: ({ contacts }) => contacts.map(({ name }) => name ?? "").join("; ") || null,
    same: (want, got) => got.split("; ").some((name) => sameName(want, name)),
  },
  {
    name: "start",
    want: ({ facts }) => facts.start,
    got: ({ interview }) => interview?.start ?? null,
    same: sameStart,
  },
  {
    name: "deadline",
    want: ({ facts }) => facts.deadline,
    got: (reading) => reading.deadline,
    same: (want, got) => want === got,
  },
  {
    name: "promised",
    want: ({ facts }) => facts.promised,
    got: (reading) => reading.promisedBy,
    same: (want, got) => want === got,
  },
  {
    name: "round",
    want: ({ facts }) => (facts.round === null ? null : String(facts.round)),
    got: ({ round }) => (round === null ? null : String(round)),
    same: (want, got) => want === got,
  },
];

type Tally = { right: number; stated: number; invented: number; silent: number };

const tallies = new Map<string, Tally>();
const misses: string[] = [];
for (const mail of readExampleMails(join(import.meta.dirname, flags["held-out"] ? "held-out" : "mails"))) {
  if (styles.length > 0 && !styles.some((style) => mail.style.includes(style))) continue;
  const reading = await readingOf(mail);
  for (const language of [mail.language, "all"]) {
    count(`kind ${language}`, mail.kind, reading.kind, (want, got) => want === got);
    for (const fact of FACTS)
      count(`${fact.name} ${language}`, fact.want(mail), fact.got(reading), fact.same);
  }
  for (const fact of FACTS) {
    if (flags.fact !== undefined && flags.fact !== fact.name) continue;
    const [want, got] = [fact.want(mail), fact.got(reading)];
    if (want === null ? got !== null : got === null || !fact.same(want, got))
      misses.push(`${fact.name} ${mail.id}: want ${want} got ${got} (${mail.kind})`);
  }
}
for (const name of ["kind", ...FACTS.map((fact) => fact.name)])
  for (const [key, { right, stated, invented, silent }] of [...tallies].filter(([tally]) =>
    tally.startsWith(`${name} `),
  ))
    process.stdout.write(
      `${key.padEnd(14)} ${share(right, stated)} right of ${stated} stated; ${share(invented, silent)} invented where ${silent} state none\n`,
    );
for (const miss of misses.slice(0, Number(flags.misses))) process.stdout.write(`${miss}\n`);

async function readingOf(mail: ExampleMail): Promise<Reading> {
  const { from, subject, date, body } = mail;
  const raw = writeMessage({ from, to: "Ada Byron <ada@home.example>", subject, date, body });
  const original = asOriginal(await readMessage(raw));
  if (!flags["given-kind"]) return readOriginal(original, { zone: "UTC" });
  const { kind, subkind } = mail;
  const language = languageOf(`${subject}\n${body}`);
  const text = withoutQuotes(original.text) || original.text;
  const context = { original, text, language, kind, subkind, zone: "UTC" };
  return readFacts(context, null, { kind, subkind, certainty: 1, signals: [] });
}

function count(
  key: string,
  want: string | null,
  got: string | null,
  same: (want: string, got: string) => boolean,
): void {
  const tally = tallies.get(key) ?? { right: 0, stated: 0, invented: 0, silent: 0 };
  if (want === null) {
    tally.silent += 1;
    tally.invented += got === null ? 0 : 1;
  } else {
    tally.stated += 1;
    tally.right += got !== null && same(want, got) ? 1 : 0;
  }
  tallies.set(key, tally);
}

/** Letters and digits only; one may be part of the other ("Acme" for "Acme Ltd"). */
function sameName(want: string, got: string): boolean {
  const [one, other] = [squash(want), squash(got)];
  return (
    one === other || (other.length > 3 && one.includes(other)) || (one.length > 3 && other.includes(one))
  );
}

function squash(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** With an offset the instant must agree, without one the wall clock. */
function sameStart(want: string, got: string): boolean {
  return /(?:Z|[+-]\d\d:\d\d)$/.test(want) ? Date.parse(want) === Date.parse(got) : got.startsWith(want);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "  n/a " : `${((100 * part) / whole).toFixed(1)} %`.padStart(7);
}
