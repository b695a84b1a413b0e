// A World for tests: real D1 and R2, jobs in a list that is run when the test says so, a mailer that records.
// Time is set, never slept.
import { env } from "cloudflare:workers";
import { localSettings } from "../../src/cli/local-settings.ts";
import { nextDigestAt } from "../../src/calendar.ts";
import type { Instant } from "../../src/calendar.ts";
import { bury } from "../../src/inbound/give-up.ts";
import { receive } from "../../src/inbound/receive.ts";
import { base32 } from "../../src/mail/address.ts";
import { withHeaderOnTop } from "../../src/mail/written-message.ts";
import { wake } from "../../src/outbound/wake.ts";
import { perform } from "../../src/perform.ts";
import { readSettings } from "../../src/settings.ts";
import { addPerson } from "../../src/store/people.ts";
import { ADA } from "./ada.ts";
import type { AddressedLetter, Job, JobOutcome, SendResult, World } from "../../src/world.ts";

export { ADA };
export const MONDAY = "2026-11-02T07:00:00Z";

export type TestWorld = World & {
  now: Instant;
  readonly sent: AddressedLetter[];
  readonly queued: Job[];
  /** What the provider answers; sends by default. */
  answer: (letter: AddressedLetter) => SendResult;
};

/** A World at `now`. Change `now` to move time. */
export function testWorld(now: Instant = MONDAY, overrides: Partial<World> = {}): TestWorld {
  const read = readSettings(localSettings("http://localhost"));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const sent: AddressedLetter[] = [];
  const queued: Job[] = [];
  const world: TestWorld = {
    db: env.DB,
    raw: env.RAW,
    jobs: {
      sendBatch: (batch) => {
        queued.push(...[...batch].map(({ body }) => body));
        return Promise.resolve({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
      },
    },
    mailer: {
      send: (letter) => {
        const result = world.answer(letter);
        if (result.is === "sent") sent.push(letter);
        return Promise.resolve(result);
      },
    },
    limits: { visits: () => Promise.resolve(true), mails: () => Promise.resolve(true) },
    settings: read.settings,
    now,
    newId: () => base32(crypto.getRandomValues(new Uint8Array(16))),
    pause: () => Promise.resolve(),
    sent,
    queued,
    answer: ({ id }) => ({ is: "sent", providerId: `provider-${id}`, messageId: null }),
    ...overrides,
  };
  return world;
}

/** Ids in a row instead of random ones, so that letters can be compared word for word. */
export function countedIds(): () => string {
  let made = 0;
  return () => {
    made += 1;
    const digits = made.toString(32).padStart(26, "0");
    return Array.from(digits)
      .map((digit) => "abcdefghijklmnopqrstuvwxyz234567"[Number.parseInt(digit, 32)])
      .join("");
  };
}

/** Adds Ada, or somebody else by overriding her. */
export async function addAda(
  world: World,
  overrides: Partial<typeof ADA & { verified: boolean }> = {},
): Promise<void> {
  const ada = { ...ADA, verified: true, ...overrides };
  const firstDigestAt = nextDigestAt({ every: "week", weekday: 1, hour: 8, zone: ada.zone }, world.now);
  await world.db.batch(addPerson(world.db, { ...ada, nextDigestAt: firstDigestAt, now: world.now }));
}

/** A mail reaches the door, stamped by the receiving server as authentic for its From domain unless told otherwise. */
export function arrive(
  world: World,
  raw: Uint8Array | string,
  {
    to = ADA.inbox,
    stamp = "dmarc=pass header.from=home.example",
    from,
  }: { readonly to?: string; readonly stamp?: string; readonly from?: string } = {},
) {
  const bytes = typeof raw === "string" ? new TextEncoder().encode(raw) : raw;
  const stamped =
    stamp === ""
      ? bytes
      : withHeaderOnTop(bytes, "Authentication-Results", `${world.settings.authservId}; ${stamp}`);
  return receive(world, {
    ...(from === undefined ? {} : { from }),
    to,
    size: stamped.length,
    bytes: () => Promise.resolve(stamped),
  });
}

/** Runs queued jobs until none is left; what asks to be retried later is returned instead. */
export async function runJobs(world: TestWorld): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = [];
  for (let job = world.queued.shift(); job; job = world.queued.shift())
    outcomes.push(await perform(world, job));
  return outcomes;
}

/** A mail arrives and everything it sets in motion is done; its id. */
export async function arriveAndSettle(
  world: TestWorld,
  raw: Uint8Array | string,
  how: Parameters<typeof arrive>[2] = {},
): Promise<string> {
  const received = await arrive(world, raw, how);
  if (received.is !== "accepted") throw new Error(`the mail was ${received.is}`);
  await runJobs(world);
  return received.inboundId;
}

/** The clock moves and the cron runs, and everything that was due is done. */
export async function moveTo(world: TestWorld, now: Instant): Promise<void> {
  world.now = now;
  await wake(world);
  await runJobs(world);
}

export type InboundRow = {
  state: string;
  reason: string | null;
  raw_key: string | null;
  attempts: number;
  arrival: string | null;
  lease: string | null;
};

export async function inboundRow(world: World, id: string): Promise<InboundRow> {
  const row = await world.db
    .prepare("SELECT * FROM inbound_messages WHERE id = ?")
    .bind(id)
    .first<InboundRow>();
  if (!row) throw new Error(`no inbound message ${id}`);
  return row;
}

export async function count(world: World, table: string): Promise<number> {
  return (await world.db.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? 0;
}

export { bury, perform, wake };
