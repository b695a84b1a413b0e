// Plays a week: mails arrive, cron comes or does not, jobs run, Ada answers. The same code as in production, on real D1 and R2, in a World whose
// calls go wrong as the weather wants.
import { nextDigestAt, toInstant } from "../../src/calendar.ts";
import { receive } from "../../src/inbound/receive.ts";
import { copyAddresses, replyAddress } from "../../src/mail/address.ts";
import { withHeaderOnTop } from "../../src/mail/written-message.ts";
import { wake } from "../../src/outbound/wake.ts";
import { perform, performDead } from "../../src/perform.ts";
import type { Settings } from "../../src/settings.ts";
import { addPerson, changeSettings, findPerson } from "../../src/store/people.ts";
import { reprocessFailed } from "../../src/store/reprocess.ts";
import type { Job, World } from "../../src/world.ts";
import { dice } from "./dice.ts";
import { stormyDb, stormyJobs, stormyMailer, stormyRaw } from "./platform.ts";
import { provider } from "./provider.ts";
import type { Provider } from "./provider.ts";
import { timeline } from "./timeline.ts";
import { CALM, invocation } from "./weather.ts";
import type { Fault, Invocation, Weather } from "./weather.ts";
import { ADA, answerMail } from "./week.ts";
import type { Answer, Mail, Week } from "./week.ts";

export type Bindings = { readonly DB: D1Database; readonly RAW: R2Bucket };

/** An answer of Ada's as it was given, so that it can be given again. */
export type Given = { readonly answer: Answer; readonly at: number; readonly about: string | null };

export type Played = {
  readonly provider: Provider;
  /** Message-IDs of the mails that were taken. */
  readonly taken: ReadonlySet<string>;
  /** When each mail was taken, by Message-ID, in milliseconds since 1970. */
  readonly takenAt: ReadonlyMap<string, number>;
  readonly given: readonly Given[];
  /** Answers that nobody could have given in calm: the letter said something else there. */
  readonly unsayable: readonly Answer[];
  readonly faults: ReadonlyMap<Fault, number>;
  /** When a digest was due and there was nothing to say in it, in milliseconds since 1970. */
  readonly emptyAt: readonly number[];
  /** Mails that had failed when the week was over, before they were run again. */
  readonly failed: number;
};

const CRON_MS = 15 * 60_000;
const DAY_MS = 24 * 3_600_000;
/** The queue's own settings in wrangler.toml. */
const MAX_RETRIES = 5;
const MAX_DEAD_RETRIES = 10;
/** When a server that was turned away for now comes again, in minutes. */
const SENDER_WAITS_MINUTES = [1, 5, 15, 30, 60, 120, 240, 240, 480, 480, 960] as const;

/** Plays a week in its own weather. */
export function playInWeather(bindings: Bindings, settings: Settings, week: Week): Promise<Played> {
  return play(bindings, settings, week, { weather: week.weather, again: null });
}

/** Plays what was taken and said in that week once more, each at its moment, and nothing goes wrong. */
export function playInCalm(
  bindings: Bindings,
  settings: Settings,
  week: Week,
  before: Played,
): Promise<Played> {
  return play(bindings, settings, week, { weather: CALM, again: before });
}

async function play(
  { DB, RAW }: Bindings,
  settings: Settings,
  week: Week,
  { weather, again }: { readonly weather: Weather; readonly again: Played | null },
): Promise<Played> {
  const isCalm = again !== null;
  const chance = dice(week.seed + (isCalm ? 1_000_003 : 0));
  const time = timeline(week.begin);
  const faults = new Map<Fault, number>();
  const taken = new Set<string>();
  const given: Given[] = [];
  const emptyAt: number[] = [];
  const unsayable: Answer[] = [];
  let due: number | null = null;
  let failed = 0;

  const letters = provider(chance, time.now, {
    moody: isCalm ? 0 : week.weather.refused,
    knowsKeys: week.knowsKeys || isCalm,
    onLeft: (letterId) => {
      if (!isCalm) time.at(time.now(), () => readLetter(letterId));
    },
  });

  const stormUntilCalm = () => (time.now() >= week.calm ? CALM : weather);
  const begin = (): { run: Invocation; world: World } => {
    due = null;
    const run = invocation(time, chance, stormUntilCalm(), (fault) =>
      faults.set(fault, (faults.get(fault) ?? 0) + 1),
    );
    const skew = isCalm ? 0 : chance.between(-week.skewSeconds, week.skewSeconds);
    const world: World = {
      db: stormyDb(DB, run),
      raw: stormyRaw(RAW, run),
      jobs: stormyJobs(enqueue, run),
      mailer: stormyMailer(letters, run),
      limits: { visits: () => Promise.resolve(true), mails: () => Promise.resolve(true) },
      settings,
      now: toInstant(time.now() + skew * 1000),
      newId: chance.id,
      pause: () => time.sleep(chance.between(1, 4) / 10),
    };
    return { run, world };
  };

  function enqueue(job: Job): void {
    if (!isCalm && chance.chance(0.02)) return;
    const times = !isCalm && chance.chance(0.03) ? 2 : 1;
    for (let copy = 0; copy < times; copy += 1)
      consume(job, time.now() + (isCalm ? 100 : chance.between(100, 20_000)), 1, false);
  }

  /** As the queue does: again after a while when asked or when nobody came back, and in the end to the dead letters. */
  function consume(job: Job, at: number, attempts: number, isDead: boolean): void {
    time.at(at, async () => {
      const { run, world } = begin();
      const outcome = await (isDead ? performDead(world, job) : perform(world, job, attempts)).catch(() => ({
        retryAfterSeconds: 30,
      }));
      if ("result" in outcome && outcome.result.startsWith("nothing to say")) emptyAt.push(time.now());
      const wait = run.isDead() ? chance.between(30, 300) : outcome.retryAfterSeconds;
      if (wait === undefined) return;
      const most = isDead ? MAX_DEAD_RETRIES : MAX_RETRIES;
      if (attempts <= most) consume(job, time.now() + wait * 1000, attempts + 1, isDead);
      else if (!isDead) consume(job, time.now(), 1, true);
    });
  }

  /** A server hands a mail over, and comes again when it is turned away for now. */
  function arrive({ id, at, raw, stamp }: Mail, to: string, tries = 0): void {
    time.at(at, async () => {
      const { run, world } = begin();
      const bytes = withHeaderOnTop(
        new TextEncoder().encode(raw),
        "Authentication-Results",
        `${settings.authservId}; ${stamp}`,
      );
      const arriving = { to, size: bytes.length, bytes: () => Promise.resolve(bytes) };
      const received = await receive(world, arriving).catch(() => null);
      if (received && received.is !== "later" && !run.isDead()) {
        if (received.is === "accepted" || received.is === "duplicate") taken.add(id);
        return;
      }
      const wait = (SENDER_WAITS_MINUTES[tries] ?? 960) * 60_000;
      arrive({ id, at: time.now() + wait, raw, stamp }, to, tries + 1);
    });
  }

  /** A letter is in Ada's mailbox: she may have something to say to it. */
  async function readLetter(letterId: string): Promise<void> {
    const letter = await DB.prepare("SELECT letter_key AS key FROM outbox WHERE id = ?")
      .bind(letterId)
      .first<{ key: string }>();
    const answers = letter === null ? [] : await answersToLetter(letter.key);
    for (const answer of answers)
      if (!given.some((one) => one.answer === answer)) {
        const at = time.now() + answer.waitMinutes * 60_000;
        given.push({ answer, at, about: null });
        time.at(at, () => say({ answer, at, about: null }));
      }
  }

  async function answersToLetter(key: string): Promise<Answer[]> {
    const [, inboundId] = /^receipt\/(.+)$/.exec(key) ?? [];
    const row = await DB.prepare("SELECT message_id AS id FROM inbound_messages WHERE id = ?")
      .bind(inboundId ?? "")
      .first<{ id: string }>();
    return week.answers.filter(({ to }) => to === row?.id);
  }

  /** Ada answers the receipt of a mail, about the thing that she has in mind (the first that there is when she has none yet). */
  async function say({ answer, at: saidAt, about: before }: Given): Promise<void> {
    const letter = await DB.prepare(
      "SELECT id, items FROM outbox WHERE letter_key = 'receipt/' || (SELECT id FROM inbound_messages WHERE message_id = ?)",
    )
      .bind(answer.to)
      .first<{ id: string; items: string }>();
    if (!letter) {
      unsayable.push(answer);
      return;
    }
    const items = JSON.parse(letter.items) as string[];
    const abouts = items.map((item) => /\/([a-z-]+\/[\d-]{10})$/.exec(item)?.[1] ?? null);
    const about = isCalm ? before : (abouts.find((one) => one !== null) ?? null);
    const number = about === null ? 0 : abouts.indexOf(about) + 1;
    if (about !== null && number === 0) unsayable.push(answer);
    const mark = given.findIndex((one) => one.answer === answer);
    if (mark >= 0) given[mark] = { answer, at: saidAt, about };
    const isTap = answer.say === "tap" && number > 0;
    const words = wordsOf(answer.say, number);
    const to = isTap
      ? (await copyAddresses(letter.id, settings.mailDomain, settings.signingSecret))(number)
      : await replyAddress(letter.id, settings.mailDomain, settings.signingSecret);
    arrive({ ...answerMail(answer.id, saidAt, to, isTap ? "Thank you!" : words), at: time.now() }, to);
  }

  for (let tick = Math.ceil(week.begin / CRON_MS) * CRON_MS; tick < week.end; tick += CRON_MS) {
    const isMissed =
      !isCalm &&
      (week.cronGaps.some(({ from, until }) => from <= tick && tick < until) || chance.chance(0.03));
    const times = isMissed ? 0 : !isCalm && chance.chance(0.05) ? 2 : 1;
    for (let copy = 0; copy < times; copy += 1)
      time.at(tick, async () => {
        // Most runs find nothing to do and are left out of the play; midnight, which forgets, always comes.
        if (due === null) due = await nextDue(DB);
        if (due > time.now() && tick % DAY_MS !== 0) return;
        await wake(begin().world).catch(() => null);
      });
  }

  // The operator, once the storm is over: what failed is run again.
  time.at(week.calm + DAY_MS / 2, async () => {
    failed = Number(
      await DB.prepare("SELECT count(*) AS n FROM inbound_messages WHERE state = 'failed'").first("n"),
    );
    if (failed > 0) await DB.prepare(reprocessFailed("all")).run();
    due = null;
  });
  await signUp(DB, week);
  if (again === null) for (const mail of week.mails) arrive(mail, ADA.inbox);
  else replay(again);
  await time.playUntil(week.end);
  const takenAt = await takenBy(DB);
  return { provider: letters, taken, takenAt, given, unsayable, emptyAt, faults, failed };

  function replay({ takenAt: moments, given: said }: Played): void {
    const seen = new Set<string>();
    for (const [id, at] of moments) {
      const mail = week.mails.find((one) => one.id === id && !seen.has(id));
      const answer = said.find((one) => one.answer.id === id);
      seen.add(id);
      if (mail) arrive({ ...mail, at }, ADA.inbox);
      if (answer) time.at(at, () => say(answer));
    }
  }
}

function wordsOf(say: Answer["say"], number: number): string {
  const needsNumber = say === "done" || say === "skip" || say === "snooze";
  if (say === "tap" || (needsNumber && number === 0)) return "list";
  if (say === "note") return "note: they have a nice office";
  if (say === "snooze") return `snooze ${number} 3d`;
  return needsNumber ? `${say} ${number}` : say;
}

async function signUp(db: D1Database, { zone, every, begin }: Week): Promise<void> {
  const now = toInstant(begin);
  const schedule = { every: "week", weekday: 1, hour: 8, zone } as const;
  await db.batch(
    addPerson(db, { ...ADA, zone, verified: true, nextDigestAt: nextDigestAt(schedule, now), now }),
  );
  const person = await findPerson(db, ADA.id);
  if (person && every === "day") await db.batch(changeSettings(db, person, { every }, now));
}

async function takenBy(db: D1Database): Promise<Map<string, number>> {
  const { results } = await db
    .prepare("SELECT message_id AS id, received_at AS at FROM inbound_messages ORDER BY received_at, rowid")
    .all<{ id: string; at: string }>();
  return new Map(results.map(({ id, at }) => [id, Date.parse(at)]));
}

/** When a run of the cron would next find something to do (milliseconds since 1970). */
async function nextDue(db: D1Database): Promise<number> {
  const due = await db
    .prepare(
      `SELECT min(at) AS at FROM (
         SELECT min(next_wake_at) AS at FROM users
         UNION ALL SELECT min(received_at) FROM inbound_messages WHERE state = 'pending'
         UNION ALL SELECT min(lease_until) FROM inbound_messages WHERE state = 'processing'
         UNION ALL SELECT min(not_before) FROM outbox WHERE state = 'waiting'
         UNION ALL SELECT min(lease_until) FROM outbox WHERE state = 'sending')`,
    )
    .first<string>("at");
  return due === null ? Number.POSITIVE_INFINITY : Date.parse(due);
}
