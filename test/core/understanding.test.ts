// How well mails are understood that nothing was trained on: figures that must not fall, and what every answer owes.
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "vitest";
import { asOriginal } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { MAX_STEPS, decodeModel, encodeTable } from "../../src/opportunity/kind-model.ts";
import { phrasesIn, scoresOf } from "../../src/opportunity/phrases.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import { wordsIn } from "../../src/opportunity/words.ts";
import { readExampleLines } from "../../training/example-lines.ts";
import { readExampleMails } from "../../training/example-mails.ts";
import type { ExampleMail } from "../../training/example-mails.ts";

const TRAINING = join(import.meta.dirname, "../../training");
const exam = readExampleMails(join(TRAINING, "held-out"));

async function read({ from, subject, date, body }: ExampleMail): Promise<Reading> {
  const raw = writeMessage({ from, to: "Ada Byron <ada@home.example>", subject, date, body });
  return readOriginal(asOriginal(await readMessage(raw)), { zone: "UTC" });
}

describe("mails that nothing was trained on", async () => {
  const readings = await Promise.all(exam.map(async (mail) => ({ mail, reading: await read(mail) })));
  const share = (some: typeof readings) =>
    some.filter(({ mail, reading }) => reading.kind === mail.kind).length / some.length;

  it("are understood in English and in six other languages", ({ expect }) => {
    expect(share(readings.filter(({ mail }) => mail.language === "en"))).toBeGreaterThan(0.82);
    expect(share(readings.filter(({ mail }) => mail.language !== "en"))).toBeGreaterThan(0.72);
    expect(share(readings.filter(({ mail }) => mail.stock))).toBeGreaterThan(0.9);
  });

  it("are asked about rather than an offer taken for a rejection, or the other way", ({ expect }) => {
    const opposite: Readonly<Record<string, string>> = { offer: "rejection", rejection: "offer" };
    const swapped = readings.filter(({ mail, reading }) => opposite[mail.kind] === reading.kind);
    expect(swapped.filter(({ reading }) => reading.certainty >= 0.7)).toEqual([]);
  });

  it("are called certain only when that is right", ({ expect }) => {
    const certain = readings.filter(({ reading }) => reading.certainty >= 0.9);
    expect(certain.length).toBeGreaterThan(30);
    expect(share(certain)).toBeGreaterThanOrEqual(0.95);
  });

  it("show the words for every kind and every fact", ({ expect }) => {
    for (const { reading } of readings) {
      expect(reading.signals.length).toBeGreaterThan(0);
      for (const fact of ["company", "agency", "role", "deadline", "promisedBy"] as const)
        if (reading[fact] !== null) expect(reading.evidence[fact]?.quote).not.toBe("");
    }
  });

  it("never turn a no into a yes that is called certain", ({ expect }) => {
    const swapped = readings.filter(
      ({ mail, reading }) =>
        reading.certainty >= 0.9 &&
        ((mail.kind === "rejection" && reading.kind === "offer") ||
          (mail.kind === "offer" && reading.kind === "rejection")),
    );
    expect(swapped.map(({ mail }) => mail.id)).toEqual([]);
  });
});

describe("the training examples", () => {
  const mails = readExampleMails();
  it("are many, of many styles, and all of one form", ({ expect }) => {
    expect(mails.length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(mails.map(({ style }) => style)).size).toBeGreaterThanOrEqual(30);
    expect(readExampleLines().length).toBeGreaterThanOrEqual(10_000);
  });

  it("are none of the mails held out", ({ expect }) => {
    const known = new Set(mails.map(({ body }) => body));
    expect(exam.filter(({ body }) => known.has(body))).toEqual([]);
  });
});

describe("the stored model", () => {
  it("is small", ({ expect }) => {
    const source = readFileSync(join(TRAINING, "../src/playbook/kinds-model.ts"));
    expect(gzipSync(source, { level: 9 }).length).toBeLessThan(150_000);
  });

  it("is read as it was written, whatever its weights", ({ expect }) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 2 ** 18 - 1 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.integer({ min: -MAX_STEPS, max: MAX_STEPS })),
        (slots, labels, weights) => {
          const kept = slots.toSorted((a, b) => a - b);
          const values = Int8Array.from({ length: kept.length * labels }, () => weights.next().value ?? 0);
          const table = encodeTable(labels, 0.5, kept, values);
          const { sentences } = decodeModel({ sentences: table, mails: table, marks: [], temperatures: [] });
          expect(kept.map((slot) => sentences.rows[slot])).toEqual(kept.map((_, row) => row + 1));
          expect([...sentences.weights]).toEqual([...values]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("the playbook's phrases", () => {
  const weightOf = (text: string, kind: "interview" | "rejection" | "offer") =>
    scoresOf(phrasesIn("", text)).get(kind) ?? 0;

  it("count little in a condition", ({ expect }) => {
    const said = weightOf("We would like to invite you to an interview.", "interview");
    const conditional = weightOf("If selected, we will invite you to an interview.", "interview");
    expect(conditional).toBeLessThan(said / 2);
  });

  it("count little when turned around, and a full stop ends the turn", ({ expect }) => {
    expect(weightOf("We are unable to make a formal offer.", "offer")).toBeLessThan(
      weightOf("It is not late. We make a formal offer.", "offer"),
    );
  });

  it("count more in the subject", ({ expect }) => {
    const inSubject = scoresOf(phrasesIn("Your job offer", "")).get("offer") ?? 0;
    expect(inSubject).toBeGreaterThan(weightOf("Your job offer", "offer"));
  });
});

describe("words as the model reads them", () => {
  it("have no accents, capitals, numbers and links of their own", ({ expect }) => {
    expect(wordsIn("Grüße aus Köln! 3 Termine, 14:30 auf https://x.example/a?b für 20 €")).toEqual(
      "grusse aus koln . #number termine #time auf #link fur #number #money".split(" "),
    );
  });

  it("are read in linear time", ({ expect }) => {
    for (const text of [
      "a.".repeat(200_000),
      "@".repeat(200_000),
      "aaaa@".repeat(60_000),
      "\n".repeat(300_000),
    ])
      expect(wordsIn(text).length).toBeLessThanOrEqual(2_000);
  });
});
