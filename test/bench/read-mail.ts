// `npm run bench`: what reading a mail costs, and what the pages of a long search do, as ratios within one run, so that the machine does not matter.
// Exits 1 when a ratio is above its limit.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import PostalMime from "postal-mime";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";
import { htmlToText } from "../../src/mail/text.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import { benchPages } from "./pages.ts";

const ROOT = join(import.meta.dirname, "../..");
const CORPUS = join(ROOT, "../shared/corpus");
const CONTEXT = { owners: [], inbox: null, zone: "UTC", answersLetter: false };

/** Reading costs at most twice the MIME parser's own work (and the HTML that must become text). */
const READING_LIMIT = 2;
/** Twice the input, at most 2.3 times the time: no hidden square. */
const DOUBLING_LIMIT = 2.3;
/** Understanding one mail after MIME, in milliseconds. */
const UNDERSTANDING_LIMIT = 3;
/** Marks an input as HTML. */
const HTML = "<html>";

const mails = [
  join(ROOT, "test/fixtures"),
  ...(existsSync(CORPUS) ? ["auto", "forwards", "malformed", "invites"].map((set) => join(CORPUS, set)) : []),
]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:eml|txt)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  .map((path) => {
    const bytes = new Uint8Array(readFileSync(path));
    return path.endsWith(".txt")
      ? writeMessage({ from: "ada@home.example", subject: "Fwd: x", body: new TextDecoder().decode(bytes) })
      : bytes;
  });

const problems: string[] = [];
await warmUp();
await readingAgainstParsing();
await understanding();
await understandingTwice();
await doubling();
problems.push(...(await benchPages(say)));
for (const problem of problems) say(`ABOVE THE LIMIT: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** A few mails alone would measure how long code takes to be compiled. */
async function warmUp(): Promise<void> {
  for (let count = 0; count < 600; count += 1) {
    const raw = mails[count % mails.length] ?? new Uint8Array();
    const { originals } = await readArrival(await readMessage(raw), CONTEXT);
    for (const original of originals.slice(0, 1)) readOriginal(original, { zone: "UTC" });
  }
}

async function readingAgainstParsing(): Promise<void> {
  const ratios: number[] = [];
  for (const raw of mails) {
    const parse = async () => {
      const email = await PostalMime.parse(raw, {
        forceRfc822Attachments: true,
        attachmentEncoding: "arraybuffer",
      }).catch(() => null);
      if (email?.html && !email.text?.trim()) htmlToText(email.html);
    };
    const read = async () => void (await readArrival(await readMessage(raw), CONTEXT));
    ratios.push((await time(read)) / (await time(parse)));
  }
  const what = `reading against parsing, median of ${mails.length} mails`;
  // The project's own few fixtures are nearly all forwards, which cost most: the limit is for mail as it comes.
  if (existsSync(CORPUS)) report(what, median(ratios), READING_LIMIT);
  else say(`${what}: ${median(ratios).toFixed(2)} (no limit without ../shared/corpus)`);
}

async function understanding(): Promise<void> {
  const times: number[] = [];
  for (const raw of mails.slice(0, 300)) {
    const { originals } = await readArrival(await readMessage(raw), CONTEXT);
    for (const original of originals.slice(0, 1))
      times.push(await time(() => Promise.resolve(void readOriginal(original, { zone: "UTC" }))));
  }
  const typical = median(times);
  say(`understanding one mail after MIME, median: ${typical.toFixed(2)} ms (limit ${UNDERSTANDING_LIMIT})`);
  if (typical > UNDERSTANDING_LIMIT) problems.push(`understanding: ${typical.toFixed(2)} ms`);
}

/** The same for texts that are hard to understand, below the length at which text is capped. */
async function understandingTwice(): Promise<void> {
  for (const piece of [
    "Tuesday 17 November at 15:00 or ",
    "Acme Group Of The And De La ",
    "Senior Manager of the ",
    "We would like to invite you. ",
    "half past half half 3 ",
    "1.1.1.1 10:10 ",
    "a",
    "\n- a",
    "+49 30 ",
  ]) {
    const timeFor = async (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const raw = writeMessage({ from: "Rae <rae@acme.example>", subject: "Interview", body: text });
      const { originals } = await readArrival(await readMessage(raw), CONTEXT);
      return time(() => {
        for (const original of originals) readOriginal(original, { zone: "UTC" });
        return Promise.resolve();
      }, 9);
    };
    const [once, twice] = [await timeFor(5_000), await timeFor(10_000)];
    // What takes no time at all measures the clock.
    const ratio = twice < 1 ? 1 : twice / once;
    report(
      `understanding twice as much of ${JSON.stringify(piece)} (${once.toFixed(1)} → ${twice.toFixed(1)} ms)`,
      ratio,
      DOUBLING_LIMIT,
    );
  }
}

async function doubling(): Promise<void> {
  const lines = (line: string) => (count: number) => `${line}\n`.repeat(count);
  const inputs: Readonly<Record<string, (count: number) => string>> = {
    "quoted lines": lines("> and so on"),
    "quote marks on one line": (count) => ">".repeat(count * 10),
    "lines like headers": lines("From: Rae Lind <rae@acme.example>"),
    "lines like half a header block": lines("Sent: Tuesday"),
    "lines like attributions": lines("On Tue, Nov 3, 2026 at 2:02 PM Rae"),
    "lines like markers": lines("---------- Forwarded message ---------"),
    "forwards in forwards": lines(
      "---------- Forwarded message ---------\nFrom: Rae <rae@acme.example>\nDate: Tue, Nov 3, 2026\nSubject: x\n\nFYI\n",
    ),
    "one long line": (count) => "invite you to an interview ".repeat(count),
    "one long word": (count) => "a".repeat(count * 20),
    dashes: (count) => "-".repeat(count * 20),
    "addresses in To": (count) =>
      `From: a@b.example\nTo: ${"Ada <ada@home.example>, ".repeat(count)}\nSubject: x\n\nhello`,
    "nested HTML": (count) => `${HTML}${"<div>".repeat(count)}x`,
    "angle brackets in HTML": (count) => `${HTML}${"<".repeat(count * 10)}`,
  };
  for (const [name, make] of Object.entries(inputs)) {
    // Small enough that caps on text do not hide a square, large enough to measure.
    let count = 1_000;
    let once = await timeOf(make(count));
    for (; once < 10 && count < 64_000; count *= 2) once = await timeOf(make(count * 2));
    const twice = await timeOf(make(count * 2));
    report(
      `twice as many ${name} (${once.toFixed(1)} → ${twice.toFixed(1)} ms)`,
      twice / once,
      DOUBLING_LIMIT,
    );
  }
}

/** Reading and understanding a mail of this text, or of this HTML when it begins so. */
function timeOf(text: string): Promise<number> {
  const content = text.startsWith(HTML) ? { html: text.slice(HTML.length) } : { body: text };
  const raw = writeMessage({ from: "a@b.example", subject: "Fwd: x", ...content });
  return time(async () => {
    const { originals } = await readArrival(await readMessage(raw), CONTEXT);
    for (const original of originals) readOriginal(original, { zone: "UTC" });
  }, 11);
}

/** The fastest of some runs, in milliseconds: what it costs when nothing else is in the way. */
async function time(run: () => Promise<void>, runs = 3): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < runs; count += 1) {
    const started = performance.now();
    await run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function report(what: string, ratio: number, limit: number): void {
  say(`${what}: ${ratio.toFixed(2)} (limit ${limit})`);
  if (ratio > limit) problems.push(`${what}: ${ratio.toFixed(2)} > ${limit}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
