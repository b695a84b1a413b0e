// The example mails in training/mails: one file per author style, each mail with what is right for it in @labels above it.
// Plain text, so that a mail can be read, corrected and reviewed like any other source.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { KINDS, SUBKINDS } from "../src/vocabulary.ts";
import type { Kind, Subkind } from "../src/vocabulary.ts";

export const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl"] as const;
export type Language = (typeof LANGUAGES)[number];

export type ExampleMail = {
  /** `style/number`, counted from 1. */
  readonly id: string;
  /** The author style: the file's name. Validation holds out whole styles. */
  readonly style: string;
  readonly language: Language;
  readonly kind: Kind;
  readonly subkind: Subkind | null;
  /** Whether the mail says its kind in words that hundreds of others use. */
  readonly stock: boolean;
  readonly facts: ExampleFacts;
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly body: string;
};

/** Only what the mail itself states; null where it does not. */
export type ExampleFacts = {
  readonly company: string | null;
  readonly agency: string | null;
  readonly role: string | null;
  readonly contacts: readonly string[];
  /** Local time, with its offset where the mail names a zone. */
  readonly start: string | null;
  readonly deadline: string | null;
  readonly promised: string | null;
  readonly round: number | null;
};

const FOLDER = join(import.meta.dirname, "mails");

/** Every example mail, by style and in the order written. Throws with file and number at the first one that is malformed. */
export function readExampleMails(folder: string = FOLDER): ExampleMail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".mails"))
    .toSorted()
    .flatMap((name) => parseExampleMails(basename(name, ".mails"), readFileSync(join(folder, name), "utf8")));
}

/** The mails of one style's file. */
export function parseExampleMails(style: string, source: string): ExampleMail[] {
  return source
    .split(/^===\s*$/m)
    .map((part) => part.replace(/^\s*\n/, "").trimEnd())
    .filter(Boolean)
    .map((part, index) => parseOne(style, index + 1, part));
}

const LABELS = [
  "kind",
  "subkind",
  "lang",
  "stock",
  "company",
  "agency",
  "role",
  "contact",
  "start",
  "deadline",
  "promised",
  "round",
];

function parseOne(style: string, number: number, part: string): ExampleMail {
  const id = `${style}/${number}`;
  const fail = (what: string): never => {
    throw new Error(`${id}: ${what}`);
  };
  const lines = part.split("\n");
  const labels = new Map<string, string[]>();
  const headers = new Map<string, string>();
  let at = 0;
  for (; lines[at]?.startsWith("@"); at++) {
    const [, name = "", value = ""] = /^@(\w+)\s*(.*)$/.exec(lines[at] ?? "") ?? [];
    if (!LABELS.includes(name)) fail(`unknown label @${name}`);
    if (value.trim()) labels.set(name, [...(labels.get(name) ?? []), value.trim()]);
  }
  for (; lines[at]?.trim(); at++) {
    const [, name = "", value = ""] = /^(From|Subject|Date):\s*(.*)$/.exec(lines[at] ?? "") ?? [];
    if (!name) fail(`neither From, Subject nor Date: ${lines[at] ?? ""}`);
    headers.set(name, value.trim());
  }
  const one = (name: string) => labels.get(name)?.[0] ?? null;
  const word = <T extends string>(name: string, words: readonly T[]): T | null => {
    const value = one(name);
    return value === null ? null : (words.find((each) => each === value) ?? fail(`@${name} ${value}`));
  };
  const moment = (name: string, shape: RegExp) => {
    const value = one(name);
    return value === null || shape.test(value) ? value : fail(`@${name} ${value}`);
  };
  if (Number.isNaN(Date.parse(headers.get("Date") ?? ""))) fail("no Date that can be read");
  const date = headers.get("Date") ?? "";
  return {
    id,
    style,
    language: word("lang", LANGUAGES) ?? fail("no @lang"),
    kind: word("kind", KINDS) ?? fail("no @kind"),
    subkind: word("subkind", SUBKINDS),
    stock: word("stock", ["yes", "no"]) !== "no",
    facts: {
      company: one("company"),
      agency: one("agency"),
      role: one("role"),
      contacts: labels.get("contact") ?? [],
      start: moment("start", /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/),
      deadline: moment("deadline", /^\d{4}-\d\d-\d\d$/),
      promised: moment("promised", /^\d{4}-\d\d-\d\d$/),
      round: one("round") === null ? null : Number(one("round")),
    },
    from: headers.get("From") ?? fail("no From"),
    subject: headers.get("Subject") ?? "",
    date,
    body: lines.slice(at).join("\n").trim(),
  };
}
