// People and their addresses.
import { nextDigestAt as nextSlot } from "../calendar.ts";
import type { Day, DigestSchedule, Instant, Zone } from "../calendar.ts";
import type { PlanContext } from "../opportunity/follow-ups.ts";
import { holidaysOf } from "../playbook/public-holidays.ts";
import { cut } from "../mail/text.ts";
import type { Tone } from "../playbook/draft-texts.ts";
import type { Language } from "../playbook/languages.ts";
import type { AddressKind, ReceiptChoice, StopReason } from "../vocabulary.ts";

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
  /** Whether a letter leaves the evening before an interview. */
  readonly evening: boolean;
  readonly receipts: ReceiptChoice;
  /** In which language drafts are written; null: in theirs. */
  readonly language: Language | null;
  /** Names the calendar feed's link; null: there is none. */
  readonly calendarKey: string | null;
  /** Digests and reminders rest since then; null: they leave. */
  readonly pausedAt: Instant | null;
  /** Whether a digest leaves, with one line, when there is nothing in it. */
  readonly emptyDigest: boolean;
  readonly nextDigestAt: Instant;
  /** When the next letter by the clock is due: the digest, or one of its own before it. */
  readonly nextWakeAt: Instant;
  readonly inbox: string;
  /** Inbox addresses that were replaced, and until when they still work. */
  readonly endingInboxes: readonly { readonly address: string; readonly endsAt: Instant }[];
  readonly senders: readonly Sender[];
};

/** One of the person's own addresses. */
export type Sender = {
  readonly address: string;
  readonly verifiedAt: Instant | null;
  /** Since when and why letters to it have stopped; null: they leave. */
  readonly stopped: { readonly at: Instant; readonly because: StopReason } | null;
};

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
  return db.prepare("UPDATE users SET name = coalesce(name, ?) WHERE id = ?").bind(cut(name, 100), userId);
}

/** Somebody who has a letter due, and since when. */
export type Due = { readonly id: string; readonly since: Instant };

/** Who has a letter due, longest overdue first; those behind `after`. */
export async function duePeople(
  db: D1Database,
  now: Instant,
  after: Due | null,
  limit: number,
): Promise<readonly Due[]> {
  const { results } = await db
    .prepare(
      `SELECT id, next_wake_at AS since FROM users WHERE next_wake_at <= ?1 AND (next_wake_at, id) > (?2, ?3)
       ORDER BY next_wake_at, id LIMIT ?4`,
    )
    .bind(now, after?.since ?? "", after?.id ?? "", limit)
    .all<Due>();
  return results;
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

/** What a person can set, by mail or on the website; what is absent stays. */
export type SettingsChange = {
  readonly pausedAt?: Instant | null;
  readonly every?: DigestSchedule["every"];
  readonly weekday?: number;
  readonly hour?: number;
  readonly zone?: Zone;
  readonly emptyDigest?: boolean;
  readonly receipts?: ReceiptChoice;
  readonly evening?: boolean;
  readonly thankYou?: boolean;
  readonly waitDays?: number;
  readonly tone?: Tone;
  readonly holidays?: string | null;
  readonly language?: Language | null;
  readonly name?: string | null;
};

/** The columns of settings; those that may be NULL take it from the change. */
const COLUMNS: Readonly<Record<keyof SettingsChange, string>> = {
  pausedAt: "paused_at",
  every: "digest_every",
  weekday: "digest_weekday",
  hour: "digest_hour",
  zone: "zone",
  emptyDigest: "empty_digest",
  receipts: "receipts",
  evening: "evening",
  thankYou: "thank_you",
  waitDays: "wait_days",
  tone: "tone",
  holidays: "holidays",
  language: "language",
  name: "name",
};
const SET_CHANGED = Object.entries(COLUMNS)
  .map(
    ([setting, column]) =>
      `${column} = CASE WHEN json_type(?2, '$.${setting}') IS NULL THEN ${column} ELSE ?2 ->> '${setting}' END`,
  )
  .join(", ");

/** The statements that change settings: a new schedule counts from now, and the next wake looks at everything again. */
export function changeSettings(
  db: D1Database,
  person: Person,
  change: SettingsChange,
  now: Instant,
): D1PreparedStatement[] {
  if (Object.keys(change).length === 0) return [];
  return [
    db
      .prepare(`UPDATE users SET ${SET_CHANGED}, next_digest_at = ?3, next_wake_at = ?4 WHERE id = ?1`)
      .bind(person.id, JSON.stringify(change), nextDigestAfter(person, change, now), now),
  ];
}

/** The statement that names the calendar feed's link anew, or (null) ends it. */
export function setCalendarKey(db: D1Database, userId: string, key: string | null): D1PreparedStatement {
  return db.prepare("UPDATE users SET calendar_key = ?2 WHERE id = ?1").bind(userId, key);
}

/** When the digest leaves after such a change. One that is due this very moment still leaves, unless the schedule is another one now. */
export function nextDigestAfter(
  { schedule, nextDigestAt, pausedAt }: Pick<Person, "schedule" | "nextDigestAt" | "pausedAt">,
  change: SettingsChange,
  now: Instant,
): Instant {
  const { every, weekday, hour, zone } = { ...schedule, ...change };
  const after = { every, weekday, hour, zone };
  const isSame = (["every", "weekday", "hour", "zone"] as const).every((one) => after[one] === schedule[one]);
  const resumes = pausedAt !== null && change.pausedAt === null;
  return isSame && !resumes ? nextDigestAt : nextSlot(after, now);
}

/** Where letters to a person go: the first proven address that takes them, else the first there is. */
export function addressOf({ senders }: Pick<Person, "senders">): string {
  const proven = senders.filter(({ verifiedAt }) => verifiedAt !== null);
  return (proven.find(({ stopped }) => stopped === null) ?? proven[0] ?? senders[0])?.address ?? "";
}

/** The address to which letters have stopped, when no other takes them; null: they leave. */
export function stoppedAddressOf({ senders }: Pick<Person, "senders">): Sender | null {
  const to = senders.find(({ address }) => address === addressOf({ senders }));
  return to && to.stopped !== null ? to : null;
}

/** Everybody, for the operator's own machine; whoever has not confirmed yet has no inbox. */
export async function listPeople(
  db: D1Database,
): Promise<
  { readonly userId: string; readonly address: string; readonly inbox: string; readonly zone: Zone }[]
> {
  const { results } = await db
    .prepare(
      `SELECT users.id AS userId, sender.address, coalesce(inbox.address, '') AS inbox, zone FROM users
       JOIN addresses AS sender ON sender.user_id = users.id AND sender.kind = 'sender'
       LEFT JOIN addresses AS inbox ON inbox.user_id = users.id AND inbox.kind = 'inbox' AND inbox.ends_at IS NULL
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
  evening: number;
  receipts: ReceiptChoice;
  language: Language | null;
  calendar_key: string | null;
  next_digest_at: string;
  next_wake_at: string;
};
type AddressRow = {
  address: string;
  kind: AddressKind;
  verified_at: string | null;
  ends_at: string | null;
  stopped_at: string | null;
  stopped_because: StopReason | null;
};

/** The statements that load one person; `which` is an SQL expression with one parameter that gives the user's id. */
export function loadPerson(db: D1Database, which: string, parameter: string): D1PreparedStatement[] {
  return [
    db.prepare(`SELECT * FROM users WHERE id = ${which}`).bind(parameter),
    db
      .prepare(
        `SELECT address, kind, verified_at, ends_at, stopped_at, stopped_because FROM addresses WHERE user_id = ${which} ORDER BY created_at, address`,
      )
      .bind(parameter),
  ];
}

/** The person out of what `loadPerson` found; null when there is none. */
export function toPerson(users: readonly unknown[], addresses: readonly unknown[]): Person | null {
  const user = users[0] as UserRow | undefined;
  const rows = addresses as readonly AddressRow[];
  if (!user) return null;
  const inboxes = rows.filter(({ kind }) => kind === "inbox");
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
    evening: user.evening === 1,
    receipts: user.receipts,
    language: user.language,
    calendarKey: user.calendar_key,
    pausedAt: user.paused_at,
    emptyDigest: user.empty_digest === 1,
    nextDigestAt: user.next_digest_at,
    nextWakeAt: user.next_wake_at,
    inbox: inboxes.find(({ ends_at }) => ends_at === null)?.address ?? "",
    endingInboxes: inboxes.flatMap(({ address, ends_at }) =>
      ends_at === null ? [] : [{ address, endsAt: ends_at }],
    ),
    senders: rows
      .filter(({ kind }) => kind === "sender")
      .map(({ address, verified_at, stopped_at, stopped_because }) => ({
        address,
        verifiedAt: verified_at,
        stopped:
          stopped_at === null || stopped_because === null
            ? null
            : { at: stopped_at, because: stopped_because },
      })),
  };
}

/** Who writes this person's drafts, and how. */
export function writerOf({ name, tone, zone, language, inbox }: Person) {
  return { me: name, tone, zone, language, inbox } as const;
}

/** How follow-ups are planned for this person on a local day. */
export function planFor({ zone, waitDays, holidays, thankYou }: Person, today: Day): PlanContext {
  return { today, zone, waitDays, holidays: holidaysOf(holidays), thankYou };
}
