// The website's own routes on the real schema: somebody with 200 opportunities, five touchpoints each.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue } from "node:sqlite";
import { addDays } from "../../src/calendar.ts";
import { ADA, localSettings } from "../../src/cli/local-settings.ts";
import { openHistory } from "../../src/desk/history.ts";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { originalKey } from "../../src/opportunity/decide.ts";
import type { Event, Touchpoint } from "../../src/opportunity/opportunity.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import { readSettings } from "../../src/settings.ts";
import { writeChanges } from "../../src/store/opportunities.ts";
import { addPerson, findPerson } from "../../src/store/people.ts";
import { startSession } from "../../src/store/sign-in.ts";
import { site } from "../../src/web/site.tsx";
import type { World } from "../../src/world.ts";

const MIGRATIONS = join(process.cwd(), "src/store/migrations");
const NOW = "2026-11-23T08:00:00Z";
const OPPORTUNITIES = 200;
const RUNS = 120;

const TEXTS = [
  (company: string) =>
    `Hi Ada,\n\nthank you for applying for the Staff Engineer position at ${company}. We have received your application and will come back to you within two weeks.\n\nRae Lind\nTalent Partner, ${company}`,
  (company: string) =>
    `Hi Ada,\n\nwe would like to invite you to an interview for the Staff Engineer position at ${company}. You would be speaking with Jo Park, Engineering Manager, on Monday, November 2 at 3:00 PM CET on Zoom: https://zoom.example/j/123456789\n\nBest regards,\nRae Lind\nTalent Partner\n+49 30 5550 1234`,
  (company: string) =>
    `Hi Ada,\n\nwe are still interviewing other candidates for the Staff Engineer role at ${company} and expect to decide by Friday, November 27. Thank you for your patience.\n\nRae Lind`,
];

/** Five touchpoints each, three of them mails; one opportunity in four is closed. */
async function* touchpoints(): AsyncGenerator<Omit<Touchpoint, "seq" | "recordedAt">> {
  for (let at = 0; at < OPPORTUNITIES; at += 1) {
    const from = addDays("2026-10-01", at % 28);
    const said = { opportunityId: `opportunity-${at}`, inboundId: null, originalKey: null };
    for (const [index, text] of TEXTS.entries()) {
      const on = addDays(from, index * 7);
      const raw = writeMessage({
        from: `Rae Lind <rae@company${at}.example>`,
        to: "in-ada@callback.example",
        subject: `Your application ${at}`,
        date: new Date(`${on}T09:00:00Z`).toUTCString(),
        body: text(`Company ${at}`),
      });
      const message = await readMessage(raw);
      const { originals } = await readArrival(message, {
        owners: [ADA.address],
        inbox: null,
        zone: ADA.zone,
        answersLetter: false,
      });
      for (const original of originals)
        yield {
          ...said,
          happenedAt: `${on}T09:00:00Z`,
          originalKey: originalKey(original),
          event: {
            kind: "message-read",
            reading: readOriginal(original, { zone: ADA.zone }),
            subject: original.subject,
            messageId: `${at}-${index}@acme.example`,
          },
        };
    }
    yield {
      ...said,
      happenedAt: `${addDays(from, 20)}T09:00:00Z`,
      event: { kind: "noted", text: "Asked a friend who works there" },
    };
    const last: Event =
      at % 4 === 0 ? { kind: "closed", outcome: "rejected" } : { kind: "person-wrote", subject: "Thank you" };
    yield { ...said, happenedAt: `${addDays(from, 21)}T09:00:00Z`, event: last };
  }
}

/** SQLite with the real schema and the real statements, behind D1's interface. What a statement found travels as JSON, as it does from D1. */
function database(): D1Database {
  const sqlite = new DatabaseSync(":memory:");
  for (const name of readdirSync(MIGRATIONS).toSorted())
    sqlite.exec(readFileSync(join(MIGRATIONS, name), "utf8"));
  const answers = new Map<string, string>();
  type Bound = { readonly sql: string; readonly values: readonly SQLInputValue[] };
  const run = ({ sql, values }: Bound): string => {
    const key = JSON.stringify([sql, values]);
    const isRead = /^\s*(?:SELECT|WITH)/.test(sql);
    const known = isRead ? answers.get(key) : undefined;
    if (known !== undefined) return known;
    const found = JSON.stringify(sqlite.prepare(sql).all(...values));
    if (isRead) answers.set(key, found);
    return found;
  };
  const prepare = (sql: string) => ({
    sql,
    values: [],
    bind: (...values: readonly SQLInputValue[]): Bound => ({ sql, values }),
  });
  const batch = (statements: readonly Bound[]) =>
    Promise.resolve(statements.map((one) => ({ results: JSON.parse(run(one)) as unknown[] })));
  return { prepare, batch } as unknown as D1Database;
}

/** Ada, signed in, with everything that happened to her. */
async function worldOfAda(): Promise<World> {
  const read = readSettings(localSettings("http://localhost"));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const db = database();
  const world = { db, settings: read.settings, now: NOW, newId: () => "a".repeat(26) } as World;
  await db.batch(
    addPerson(db, { ...ADA, id: "ada", verified: true, nextDigestAt: "2026-11-30T07:00:00Z", now: NOW }),
  );
  await db.batch([await startSession(db, { session: "x", userId: "ada" }, NOW)]);
  const person = await findPerson(db, "ada");
  if (!person) throw new Error("Ada is not there");
  const history = openHistory(person, [], NOW);
  for await (const touchpoint of touchpoints()) history.append(touchpoint);
  await db.batch(writeChanges(db, "ada", history.changes(), NOW));
  return world;
}

export type Measured = { readonly name: string; readonly milliseconds: number; readonly html: string };

/** Renders every page many times; milliseconds. */
export async function measurePages(): Promise<Measured[]> {
  const app = site(await worldOfAda(), {
    receive: () => Promise.resolve({ is: "" }),
    report: () => Promise.resolve({ status: 404 as const }),
    wake: () => Promise.resolve(),
  });
  const pages = [
    "/board",
    "/opportunities/opportunity-101",
    "/questions",
    "/overview",
    "/settings",
    "/getting-started",
    "/import",
    "/delete",
  ];
  const measured: Measured[] = [];
  for (const path of pages) {
    const times: number[] = [];
    let html = "";
    for (let run = 0; run < RUNS; run += 1) {
      const before = performance.now();
      const response = await app.fetch(
        new Request(`http://localhost${path}`, { headers: { cookie: "session=x" } }),
      );
      html = await response.text();
      times.push(performance.now() - before);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    }
    // The first ones measure how long code takes to be compiled.
    const warm = times.slice(RUNS / 2).toSorted((a, b) => a - b);
    // What it costs when little else is in the way: one in four is faster.
    measured.push({ name: path, milliseconds: warm[Math.floor(warm.length / 4)] ?? 0, html });
  }
  return measured;
}
