// People and their addresses.
import { nextDigestAt as nextSlot } from "../calendar.ts";
import type { Day, DigestSchedule, Instant, Zone } from "../calendar.ts";
import type { PlanContext } from "../opportunity/follow-ups.ts";
import { holidaysOf } from "../playbook/public-holidays.ts";
import type { Tone } from "../playbook/draft-texts.ts";
import type { AddressKind } from "../vocabulary.ts";

export type Person = {
  readonly id: string;
  readonly name: string | null;
  readonly zone: Zone;
  readonly schedule: DigestSchedule;
  /** Days from a held step to the first follow-up. */
  readonly waitDays: number;
  /** How drafts are written. */
  readonly tone: Tone;
  /** The country whose public holidays are kept; null: none. */
  readonly holidays: string | null;
  /** Whether a line of thanks is offered the morning after an interview. */
  readonly thankYou: boolean;
  /** Digests and reminders rest since then; null: they leave. */
  readonly pausedAt: Instant | null;
  /** Whether a digest leaves, with one line, when there is nothing in it. */
  readonly emptyDigest: boolean;
  readonly nextDigestAt: Instant;
  /** When the next letter by the clock is due: the digest, or one of its own before it. */
  readonly nextWakeAt: Instant;
  readonly inbox: string;
  readonly senders: readonly Sender[];
};

/** One of the person's own addresses. */
export type Sender = { readonly address: string; readonly verifiedAt: Instant | null };

/** Far enough: nobody is woken before they signed up, or while everything rests. */
export const NEVER: Instant = "9999-12-31T00:00:00Z";

export type NewPerson = {
  readonly id: string;
  readonly name: string | null;
  readonly zone: Zone;
  readonly address: string;
  readonly inbox: string;
  readonly verified: boolean;
  readonly nextDigestAt: Instant;
  readonly now: Instant;
};

/** Adds a person with one sender address and an inbox. Fails as a whole when the address belongs to somebody. */
export function addPerson(db: D1Database, person: NewPerson): D1PreparedStatement[] {
  const { id, name, zone, address, inbox, verified, nextDigestAt, now } = person;
  const insertAddress = db.prepare(
    "INSERT INTO addresses (address, user_id, kind, verified_at, created_at) VALUES (?, ?, ?, ?, ?)",
  );
  return [
    db
      .prepare(
        "INSERT INTO users (id, name, zone, next_digest_at, next_wake_at, created_at) VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
      )
      .bind(id, name, zone, nextDigestAt, now),
    insertAddress.bind(inbox, id, "inbox", now, now),
    insertAddress.bind(address, id, "sender", verified ? now : null, now),
  ];
}

/** Whose address it is, and which kind; null when nobody's. */
export async function whoseAddress(
  db: D1Database,
  address: string,
): Promise<{ readonly userId: string; readonly kind: AddressKind } | null> {
  return db
    .prepare("SELECT user_id AS userId, kind FROM addresses WHERE address = ?")
    .bind(address)
    .first<{ userId: string; kind: AddressKind }>();
}

/** One person; null when they are gone. */
export async function findPerson(db: D1Database, userId: string): Promise<Person | null> {
  const [users, addresses] = await db.batch(loadPerson(db, "?", userId));
  return toPerson(users?.results ?? [], addresses?.results ?? []);
}

/** Marks a sender address as proven: somebody who can sign for it used the secret inbox address. */
export function verifySender(db: D1Database, address: string, now: Instant): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE addresses SET verified_at = coalesce(verified_at, ?) WHERE address = ? AND kind = 'sender'",
    )
    .bind(now, address);
}

/** Learns how the person signs, once. */
export function learnName(db: D1Database, userId: string, name: string): D1PreparedStatement {
  return db
    .prepare("UPDATE users SET name = coalesce(name, ?) WHERE id = ?")
    .bind(name.slice(0, 100), userId);
}

/** Who has a letter due, longest overdue first. */
export async function dueUserIds(db: D1Database, now: Instant, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT id FROM users WHERE next_wake_at <= ? ORDER BY next_wake_at LIMIT ?")
    .bind(now, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** The digest of a slot is settled: the next one is at `digestAt`, unless the person changed the schedule meanwhile. */
export function setNextDigest(
  db: D1Database,
  { id, nextDigestAt }: Person,
  digestAt: Instant,
): D1PreparedStatement {
  return db
    .prepare("UPDATE users SET next_digest_at = ?2 WHERE id = ?1 AND next_digest_at = ?3")
    .bind(id, digestAt, nextDigestAt);
}

/**
 * When to wake again, worked out from what was `seen`. Whatever was written meanwhile (a touchpoint, a mail that shares a receipt, an earlier
 * time) leaves the old time standing, so that the next run of the cron looks at everything again.
 */
export function setNextWake(
  db: D1Database,
  { id, nextWakeAt }: Person,
  wakeAt: Instant,
  seen: { readonly revision: number; readonly receipts: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE users SET next_wake_at = ?2 WHERE id = ?1 AND next_wake_at = ?3
         AND (SELECT coalesce(max(seq), 0) FROM touchpoints WHERE user_id = ?1) = ?4
         AND (SELECT count(*) FROM inbound_messages WHERE user_id = ?1 AND receipt_due_at IS NOT NULL) = ?5`,
    )
    .bind(id, wakeAt, nextWakeAt, seen.revision, seen.receipts);
}

/** Something is due at `at`: wakes then at the latest. */
export function wakeBy(db: D1Database, userId: string, at: Instant): D1PreparedStatement {
  return db.prepare("UPDATE users SET next_wake_at = min(next_wake_at, ?) WHERE id = ?").bind(at, userId);
}

/** What a person can set by mail. */
export type SettingsChange = {
  readonly pausedAt?: Instant | null;
  readonly every?: DigestSchedule["every"];
  readonly zone?: Zone;
};

/** The statements that change settings: the schedule counts anew from now, and the next wake looks at everything again. */
export function changeSettings(
  db: D1Database,
  { id, schedule }: Person,
  change: SettingsChange,
  now: Instant,
): D1PreparedStatement[] {
  if (Object.keys(change).length === 0) return [];
  const digestAt = nextDigestAfter(schedule, change, now);
  return [
    db
      .prepare(
        `UPDATE users SET paused_at = CASE WHEN ?2 THEN ?3 ELSE paused_at END, digest_every = coalesce(?4, digest_every),
           zone = coalesce(?5, zone), next_digest_at = ?6, next_wake_at = ?7 WHERE id = ?1`,
      )
      .bind(
        id,
        change.pausedAt === undefined ? 0 : 1,
        change.pausedAt ?? null,
        change.every ?? null,
        change.zone ?? null,
        digestAt,
        now,
      ),
  ];
}

/** When the digest leaves after such a change. */
export function nextDigestAfter(schedule: DigestSchedule, change: SettingsChange, now: Instant): Instant {
  return nextSlot(withChange(schedule, change), now);
}

function withChange(schedule: DigestSchedule, { every, zone }: SettingsChange): DigestSchedule {
  return { ...schedule, every: every ?? schedule.every, zone: zone ?? schedule.zone };
}

/** Where letters to a person go. */
export function addressOf({ senders }: Person): string {
  return (senders.find(({ verifiedAt }) => verifiedAt !== null) ?? senders[0])?.address ?? "";
}

/** Everybody, for the operator's own machine. */
export async function listPeople(
  db: D1Database,
): Promise<
  { readonly userId: string; readonly address: string; readonly inbox: string; readonly zone: Zone }[]
> {
  const { results } = await db
    .prepare(
      `SELECT users.id AS userId, sender.address, inbox.address AS inbox, zone FROM users
       JOIN addresses AS sender ON sender.user_id = users.id AND sender.kind = 'sender'
       JOIN addresses AS inbox ON inbox.user_id = users.id AND inbox.kind = 'inbox'
       ORDER BY users.created_at`,
    )
    .all<{ userId: string; address: string; inbox: string; zone: Zone }>();
  return results;
}

type UserRow = {
  id: string;
  name: string | null;
  zone: string;
  digest_every: "week" | "day";
  digest_weekday: number;
  digest_hour: number;
  wait_days: number;
  tone: Tone;
  holidays: string | null;
  thank_you: number;
  paused_at: string | null;
  empty_digest: number;
  next_digest_at: string;
  next_wake_at: string;
};
type AddressRow = { address: string; kind: AddressKind; verified_at: string | null };

/** The statements that load one person; `which` is an SQL expression with one parameter that gives the user's id. */
export function loadPerson(db: D1Database, which: string, parameter: string): D1PreparedStatement[] {
  return [
    db.prepare(`SELECT * FROM users WHERE id = ${which}`).bind(parameter),
    db
      .prepare(
        `SELECT address, kind, verified_at FROM addresses WHERE user_id = ${which} ORDER BY created_at, address`,
      )
      .bind(parameter),
  ];
}

/** The person out of what `loadPerson` found; null when there is none. */
export function toPerson(users: readonly unknown[], addresses: readonly unknown[]): Person | null {
  const user = users[0] as UserRow | undefined;
  const rows = addresses as readonly AddressRow[];
  if (!user) return null;
  return {
    id: user.id,
    name: user.name,
    zone: user.zone,
    schedule: {
      every: user.digest_every,
      weekday: user.digest_weekday,
      hour: user.digest_hour,
      zone: user.zone,
    },
    waitDays: user.wait_days,
    tone: user.tone,
    holidays: user.holidays,
    thankYou: user.thank_you === 1,
    pausedAt: user.paused_at,
    emptyDigest: user.empty_digest === 1,
    nextDigestAt: user.next_digest_at,
    nextWakeAt: user.next_wake_at,
    inbox: rows.find(({ kind }) => kind === "inbox")?.address ?? "",
    senders: rows
      .filter(({ kind }) => kind === "sender")
      .map(({ address, verified_at }) => ({ address, verifiedAt: verified_at })),
  };
}

/** How follow-ups are planned for this person on a local day. */
export function planFor({ zone, waitDays, holidays, thankYou }: Person, today: Day): PlanContext {
  return { today, zone, waitDays, holidays: holidaysOf(holidays), thankYou };
}
