// A month of mail with words that nobody needs: afterwards D1, R2 and the logs are searched for them. Only facts and the quotes that show them stay.
import { describe, it, vi } from "vitest";
import worker from "../../src/worker.ts";
import { addSeconds } from "../../src/calendar.ts";
import { localSettings } from "../../src/cli/local-settings.ts";
import { site } from "../../src/web/site.tsx";
import { gmailForward, reply } from "../support/mails.ts";
import { ADA, addAda, arriveAndSettle, moveTo, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const DAY = 24 * 3600;
const BEGIN = "2026-11-02T07:00:00Z";
/** No quote is longer. */
const MOST_QUOTED = 300;

/** Sentences of a mail that show nothing about it, each with a word of its own. */
const PROSE = Array.from(
  { length: 40 },
  (_, at) =>
    `The garden behind our office has a pond number ${at}, where the frogs of ${["Ulm", "Oslo", "Lyon"][at % 3]} sing kumquat${at} when it rains`,
);
const MAILS = [
  [
    "Interview",
    "we would like to invite you to an interview for the Staff Engineer position at Acme. You would be speaking with Jo Park on Monday, November 9 at 3:00 PM CET on Zoom.",
  ],
  [
    "Your application",
    "thank you for your application for the Data Lead position at Globex. We have received your application.",
  ],
  [
    "Technical test",
    "as the next step for the Staff Engineer position at Acme please complete our technical test by November 20.",
  ],
  [
    "The outcome",
    "unfortunately we have decided not to move forward with your application for the Data Lead position at Globex.",
  ],
] as const;

/** A long mail: what it says stands once by itself, and once in a sentence without an end. */
function longMail(at: number): string {
  const [subject, says] = MAILS[at % MAILS.length] ?? MAILS[0];
  const company = at % 2 === 0 ? "acme" : "globex";
  const prose = PROSE.slice(at, at + 12);
  return gmailForward(
    {
      from: `Rae Lind <rae@${company}.example>`,
      subject: `${subject} ${at}`,
      date: `Mon, Nov 2, 2026 at 9:${10 + at} AM`,
      text: `Hi Ada,\r\n\r\n${prose.slice(0, 4).join(", ")}, and ${says.replace(/\./g, ",")} and ${prose.slice(4).join(", ")}.\r\n\r\n${says}\r\n\r\nBest regards,\r\nRae Lind`,
    },
    { id: `long-${at}` },
  );
}

/** Every text in D1, by table and column. */
async function textsOf({ db }: TestWorld): Promise<{ readonly where: string; readonly text: string }[]> {
  const { results: tables } = await db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%cf_%'",
    )
    .all<{ name: string }>();
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await db.prepare(`SELECT * FROM ${name}`).all()).results.flatMap((row) =>
        Object.entries(row).map(([column, value]) => ({ where: `${name}.${column}`, text: String(value) })),
      ),
    ),
  );
  return found.flat();
}

/** Runs of a mail's text that are longer than a quote may be, wherever they begin. */
function longRuns(raw: string): string[] {
  const text = raw.slice(raw.indexOf("Hi Ada")).replace(/\s+/g, " ");
  return Array.from({ length: Math.max(0, text.length - MOST_QUOTED) }, (_, at) =>
    text.slice(at, at + MOST_QUOTED + 1),
  );
}

async function press(world: TestWorld, path: string): Promise<void> {
  const app = site(world, {
    receive: () => Promise.reject(new Error("no mail")),
    report: () => Promise.resolve({ status: 404 as const }),
    wake: () => Promise.resolve(),
  });
  const init = { method: "POST", body: new URLSearchParams(), headers: { origin: "http://localhost" } };
  await app.fetch(new Request(`http://localhost${path}`, init));
}

describe("after a month", () => {
  it("no body is left beyond quotes of 300 characters, no raw mail beyond its week, and nothing of who was deleted", async ({
    expect,
  }) => {
    const world = testWorld(BEGIN);
    await addAda(world);
    const bob = { id: "bob", name: "Bo Quist", address: "bo@home.example", inbox: "in-bo@callback.example" };
    await addAda(world, bob);
    const mails = Array.from({ length: 16 }, (_, at) => longMail(at));
    for (const [at, mail] of mails.entries()) {
      await moveTo(world, addSeconds(BEGIN, at * DAY * 1.5));
      await arriveAndSettle(world, mail);
      if (at < 4)
        await arriveAndSettle(world, mail.replaceAll("long-", "bo-").replaceAll("Ada", "Bo"), {
          to: bob.inbox,
        });
      const to = world.sent.at(-1)?.replyTo ?? "";
      if (at % 3 === 0)
        await arriveAndSettle(world, reply(to, `note: lovely\n\n${PROSE.join(". ")}.`), { to });
    }
    await moveTo(world, addSeconds(BEGIN, 30 * DAY));
    await moveTo(world, addSeconds(BEGIN, 38 * DAY));

    const texts = await textsOf(world);
    expect(texts.length).toBeGreaterThan(500);
    const wordsThere = texts.map(({ where, text }) => ({ where, text: text.replace(/\\r|\\n|\s+/g, " ") }));
    for (const mail of mails)
      for (const run of longRuns(mail))
        expect(wordsThere.filter(({ text }) => text.includes(run)).map(({ where }) => where)).toEqual([]);
    // Facts are there, with the words that show them.
    expect(texts.some(({ text }) => text.includes("invite you to an interview"))).toBe(true);

    // Nothing is waiting for the person's word, so nothing raw is older than a week.
    expect((await world.raw.list()).objects).toEqual([]);

    // Whoever is deleted leaves nothing at all.
    await arriveAndSettle(
      world,
      reply(await replyToOf(world, bob.id), "delete me").replaceAll(ADA.address, bob.address),
      {
        to: await replyToOf(world, bob.id),
      },
    );
    await press(world, /\/confirm\/[a-z2-7]+/.exec(world.sent.at(-1)?.text ?? "")?.[0] ?? "");
    await moveTo(world, addSeconds(BEGIN, 39 * DAY));
    const left = (await textsOf(world)).filter(({ text }) => /\bbob\b|bo@home|in-bo@|Bo Quist/.test(text));
    expect(left).toEqual([]);
    expect((await world.raw.list({ prefix: "bob/" })).objects).toEqual([]);
    expect(texts.some(({ text }) => text.includes(ADA.address))).toBe(true);
  });

  it("the logs name verbs, ids and times, and nobody", async ({ expect }) => {
    const lines: string[] = [];
    for (const level of ["log", "info", "warn", "error", "debug"] as const)
      vi.spyOn(console, level).mockImplementation(
        (...said: unknown[]) => void lines.push(said.map(String).join(" ")),
      );
    const world = testWorld(BEGIN);
    await addAda(world);
    const jobs: unknown[] = [];
    const env = {
      ...localSettings("http://localhost"),
      DB: world.db,
      RAW: world.raw,
      JOBS: {
        sendBatch: (batch: Iterable<{ body: unknown }>) =>
          Promise.resolve(jobs.push(...[...batch].map(({ body }) => body))),
      },
      VISITS: { limit: () => Promise.resolve({ success: true }) },
      MAILS: { limit: () => Promise.resolve({ success: true }) },
    } as unknown as Parameters<typeof worker.queue>[1];
    const raw = longMail(0);
    const message = {
      from: ADA.address,
      to: ADA.inbox,
      rawSize: raw.length,
      raw: new Blob([raw]).stream(),
      setReject: () => {},
      forward: () => Promise.resolve(),
    } as unknown as Parameters<typeof worker.email>[0];
    await worker.email(message, env);
    const away = {
      ...env,
      RAW: { get: () => Promise.reject(new Error(`no ${ADA.address} for Acme`)) },
    } as unknown as typeof env;
    for (const [body, where] of [
      [jobs[0], away],
      [jobs[0], env],
      [{ verb: "prepare", userId: ADA.id }, env],
    ] as const)
      await worker.queue(
        {
          queue: "callback-jobs",
          messages: [{ body, attempts: 1, ack: () => {}, retry: () => {} }],
        } as unknown as Parameters<typeof worker.queue>[0],
        where,
      );
    await worker.scheduled({} as never, env);
    vi.restoreAllMocks();
    const verbs = lines.map((line) => (JSON.parse(line) as { verb: string }).verb);
    expect(verbs).toEqual(["receive", "process", "process", "prepare", "wake"]);
    expect(lines[1]).toContain("outage");
    for (const line of lines) {
      expect(Object.keys(JSON.parse(line) as object)).toEqual(["verb", "id", "outcome", "ms", "now"]);
      expect(line).not.toMatch(/@|\b(?:example|acme|interview|lind|byron)\b|kumquat/i);
    }
  });
});

async function replyToOf(world: TestWorld, userId: string): Promise<string> {
  const { results } = await world.db
    .prepare("SELECT id FROM outbox WHERE user_id = ? ORDER BY created_at DESC LIMIT 1")
    .bind(userId)
    .all<{ id: string }>();
  const { replyAddress } = await import("../../src/mail/address.ts");
  return replyAddress(results[0]?.id ?? "", world.settings.mailDomain, world.settings.signingSecret);
}
