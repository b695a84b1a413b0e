// The website's own routes on a database that answers at once with rows as D1 gives them: 200 opportunities, five touchpoints each.
import { localSettings } from "../../src/cli/local-settings.ts";
import { addDays } from "../../src/calendar.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { readMessage } from "../../src/mail/message.ts";
import { readArrival } from "../../src/mail/arrival.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import type { Event } from "../../src/opportunity/opportunity.ts";
import { readSettings } from "../../src/settings.ts";
import { site } from "../../src/web/site.tsx";
import type { World } from "../../src/world.ts";

const NOW = "2026-11-23T08:00:00Z";
const OPPORTUNITIES = 200;
const RUNS = 40;

const TEXTS = [
  (company: string) =>
    `Hi Ada,\n\nthank you for applying for the Staff Engineer position at ${company}. We have received your application and will come back to you within two weeks.\n\nRae Lind\nTalent Partner, ${company}`,
  (company: string) =>
    `Hi Ada,\n\nwe would like to invite you to an interview for the Staff Engineer position at ${company}. You would be speaking with Jo Park, Engineering Manager, on Monday, November 2 at 3:00 PM CET on Zoom: https://zoom.example/j/123456789\n\nBest regards,\nRae Lind\nTalent Partner\n+49 30 5550 1234`,
  (company: string) =>
    `Hi Ada,\n\nwe are still interviewing other candidates for the Staff Engineer role at ${company} and expect to decide by Friday, November 27. Thank you for your patience.\n\nRae Lind`,
];

/** The rows of `touchpoints` as `loadBriefHistory` gives them; `full` keeps every word. */
async function history(full: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  const add = (opportunityId: string, on: string, event: Event) => {
    const happenedAt = `${on}T09:00:${String(rows.length % 60).padStart(2, "0")}Z`;
    rows.push({
      seq: rows.length + 1,
      opportunity_id: opportunityId,
      happened_at: happenedAt,
      recorded_at: happenedAt,
      inbound_id: `inbound-${rows.length}`,
      original_key: `rae@acme.example|${happenedAt.slice(0, 16)}|${rows.length}`,
      event: JSON.stringify(event),
    });
  };
  for (let at = 0; at < OPPORTUNITIES; at += 1) {
    const id = `opportunity-${at}`;
    const company = `Company ${at}`;
    const from = addDays("2026-10-01", at % 28);
    for (const [index, text] of TEXTS.entries()) {
      const raw = writeMessage({
        from: `Rae Lind <rae@company${at}.example>`,
        to: "in-ada@callback.example",
        subject: `Your application ${at}`,
        date: new Date(`${addDays(from, index * 7)}T09:00:00Z`).toUTCString(),
        body: text(company),
      });
      const { originals } = await readArrival(await readMessage(raw), {
        owners: ["ada@home.example"],
        inbox: null,
        zone: "Europe/Berlin",
        answersLetter: false,
      });
      for (const original of originals) {
        const { signals, evidence, ...reading } = readOriginal(original, { zone: "Europe/Berlin" });
        const { company: named, role } = evidence;
        const brief = { ...(named ? { company: named } : {}), ...(role ? { role } : {}) };
        add(id, addDays(from, index * 7), {
          kind: "message-read",
          reading:
            id === full ? { ...reading, signals, evidence } : { ...reading, signals: [], evidence: brief },
          subject: original.subject,
          messageId: `${at}-${index}@acme.example`,
        });
      }
    }
    add(id, addDays(from, 20), { kind: "noted", text: "Asked a friend who works there" });
    if (at % 4 === 0) add(id, addDays(from, 21), { kind: "closed", outcome: "rejected" });
    else add(id, addDays(from, 21), { kind: "person-wrote", subject: "Thank you" });
  }
  return rows;
}

const USER = {
  id: "ada",
  name: "Ada Byron",
  zone: "Europe/Berlin",
  digest_every: "week",
  digest_weekday: 1,
  digest_hour: 8,
  wait_days: 7,
  tone: "plain",
  holidays: "DE",
  thank_you: 1,
  paused_at: null,
  empty_digest: 0,
  evening: 1,
  receipts: "always",
  language: null,
  calendar_key: "k",
  next_digest_at: "2026-11-30T07:00:00Z",
  next_wake_at: "2026-11-30T07:00:00Z",
};

/** Answers each statement of a batch by what it asks for. The rows travel as JSON, as they do from D1. */
function database(touchpoints: readonly Record<string, unknown>[]): D1Database {
  const tables: readonly (readonly [RegExp, readonly Record<string, unknown>[]])[] = [
    [/SELECT expires_at FROM tokens/, [{ expires_at: "2026-12-20T00:00:00Z" }]],
    [/FROM users/, [USER]],
    [
      /FROM addresses/,
      [
        { address: "in-ada@callback.example", kind: "inbox", verified_at: NOW, ends_at: null },
        { address: "ada@home.example", kind: "sender", verified_at: NOW, ends_at: null },
      ],
    ],
    [/count\(\*\) AS waiting/, [{ waiting: 3 }]],
    [/FROM touchpoints/, touchpoints],
  ];
  const wire = tables.map(([asks, rows]) => [asks, JSON.stringify(rows)] as const);
  const prepare = (sql: string) => ({
    bind: () => ({ sql }),
  });
  const batch = (statements: readonly { sql: string }[]) =>
    Promise.resolve(
      statements.map(({ sql }) => {
        const found = wire.find(([asks]) => asks.test(sql));
        return { results: found ? (JSON.parse(found[1]) as unknown[]) : [] };
      }),
    );
  return { prepare, batch } as unknown as D1Database;
}

export type Measured = { readonly name: string; readonly milliseconds: number; readonly html: string };

/** Renders every page many times; CPU milliseconds, the middle one. */
export async function measurePages(): Promise<Measured[]> {
  const read = readSettings(localSettings("http://localhost"));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const full = "opportunity-101";
  const world: Pick<World, "db" | "settings" | "now" | "newId"> = {
    db: database(await history(full)),
    settings: read.settings,
    now: NOW,
    newId: () => "a".repeat(26),
  };
  const app = site(world as World, {
    receive: () => Promise.resolve({ is: "" }),
    wake: () => Promise.resolve(),
  });
  const pages = [
    "/board",
    `/opportunities/${full}`,
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
      const before = process.cpuUsage();
      const response = await app.fetch(
        new Request(`http://localhost${path}`, { headers: { cookie: "session=x" } }),
      );
      html = await response.text();
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    }
    // The first ones measure how long code takes to be compiled.
    const warm = times.slice(RUNS / 2).toSorted((a, b) => a - b);
    measured.push({ name: path, milliseconds: warm[Math.floor(warm.length / 2)] ?? 0, html });
  }
  return measured;
}
