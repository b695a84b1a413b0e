// `npm run fuzz [-- RUNS [SEED]]`: random and mutated mails never make the reader throw or hang, and never lose a body.
// Prints its seed; the same seed finds the same fault again.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { readArrival } from "../../src/mail/arrival.ts";
import { visibleReply } from "../../src/mail/reply.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { inspect } from "../../src/opportunity/inspection.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/ada");
const numRuns = Number(process.argv[2] ?? 3_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
/** Nothing of this size may take longer. */
const SLOW_MS = 1_000;
/** Stands in a body and must come out again. */
const TOKEN = "kumquat7351";

const fixtures = readdirSync(FIXTURES).map((name) => new Uint8Array(readFileSync(join(FIXTURES, name))));
const word = fc.constantFrom(
  "From:",
  "To:",
  "Subject:",
  "Date:",
  "Von:",
  "Gesendet:",
  "发件人:",
  "Fwd:",
  "Re:",
  "---------- Forwarded message ---------",
  "-----Original Message-----",
  "> ",
  ">> ",
  "On Tue, 3 Nov 2026 Rae wrote:",
  "Am 3.11.2026 schrieb Rae:",
  "rae@acme.example",
  "<rae@acme.example>",
  "BEGIN:VCALENDAR",
  "END:VCALENDAR",
  "DTSTART:20261103T140200Z",
  "\n",
  "\r\n",
  "\n\n",
  "--b",
  "--b--",
  "=",
  "=?utf-8?B?",
  "\u0000",
  "\ufeff",
  "ü",
  "😀",
  "(((",
  '"',
  "\\",
  "[mailto:",
  "done 2",
  "-- ",
);
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      fc.string({ maxLength: 20 }),
      fc.string({ unit: "binary", maxLength: 10 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(" "));
const bytes = fc.uint8Array({ maxLength: 2_000 });

const mutated = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(), bytes, fc.nat({ max: 200 })), { minLength: 1, maxLength: 6 }),
  )
  .map(([raw, edits]) =>
    edits.reduce<Uint8Array>(
      (current, [at, inserted, removed]) => splice(current, at % (current.length + 1), removed, inserted),
      raw,
    ),
  );

const written = fc
  .record({ subject: text, before: text, after: text, asHtml: fc.boolean(), broken: fc.boolean() })
  .map(({ subject, before, after, asHtml, broken }) => {
    const body = `${before}\n\n${TOKEN}\n\n${after}`;
    const raw = writeMessage({
      from: "Ada <ada@home.example>",
      to: "in-ada@callback.example",
      subject,
      ...(asHtml ? { html: escape(body) } : { body }),
    });
    return broken ? splice(raw, 0, 0, new TextEncoder().encode("X-Broken header\r\n")) : raw;
  });

process.stdout.write(`${numRuns} runs each, seed ${seed}\n`);
await check("random bytes never throw or hang", bytes, answers);
await check("mutated mails never throw or hang", mutated, answers);
await check("a body is never lost", written, keepsItsBody);
await check("replies never throw or hang", text, (typed) =>
  Promise.resolve(typeof visibleReply(typed) === "string"),
);

async function check<T>(
  what: string,
  values: fc.Arbitrary<T>,
  holds: (value: T) => Promise<boolean>,
): Promise<void> {
  const property = fc.asyncProperty(values, async (value) => {
    const started = performance.now();
    const held = await holds(value);
    return held && performance.now() - started < SLOW_MS;
  });
  await fc.assert(property, { numRuns, seed, endOnFailure: false });
  process.stdout.write(`  ✓ ${what}\n`);
}

async function objectsOf(raw: Uint8Array): Promise<object[]> {
  const arrived = await readArrival(await readMessage(raw), {
    owners: [],
    inbox: null,
    zone: "Europe/Berlin",
    answersLetter: false,
  });
  return inspect("x", arrived, { zone: "Europe/Berlin", today: "2026-11-03" });
}

async function answers(raw: Uint8Array): Promise<boolean> {
  return (await objectsOf(raw)).length > 0;
}

/** In the original or the comment; only automatic mail and quotes of a person's own reply are left out on purpose. */
async function keepsItsBody(raw: Uint8Array): Promise<boolean> {
  const message = await readMessage(raw);
  const printed = JSON.stringify(await objectsOf(raw));
  return (
    message.text.includes(TOKEN) && (printed.includes(TOKEN) || printed.includes('"arrival":"automatic"'))
  );
}

function splice(raw: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  return Uint8Array.from([...raw.subarray(0, at), ...inserted, ...raw.subarray(at + removed)]);
}

function escape(body: string): string {
  return `<div>${body.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>")}</div>`;
}
