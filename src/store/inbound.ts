// Inbound messages and their life: pending → processing → delivered | ignored | failed.
import type { Instant } from "../calendar.ts";
import { addSeconds } from "../calendar.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import type { Arrival, InboundState } from "../vocabulary.ts";
import type { Correction } from "../opportunity/corrections.ts";
import { loadCorrections, toCorrections } from "./corrections.ts";
import { loadHistory, toHistory } from "./opportunities.ts";
import { loadPerson, toPerson } from "./people.ts";
import { HELD } from "./held.ts";
import { WAITING_REASONS } from "./waiting.ts";
import type { Person } from "./people.ts";

const DAY_SECONDS = 24 * 3_600;
/** How long a consumer has a message to itself. */
export const LEASE_SECONDS = 120;
/** After so many attempts a message is `failed`. */
export const MAX_ATTEMPTS = 5;

export type NewInbound = {
  readonly id: string;
  readonly userId: string;
  readonly recipient: string;
  readonly letterId: string | null;
  readonly messageId: string;
  readonly checksum: string;
  /** Stands for the sender's address. */
  readonly sender: string;
  readonly rawKey: string;
  readonly size: number;
  readonly subject: string | null;
  readonly now: Instant;
};

/** One message that this consumer has claimed, with everything about its person that a decision needs. */
export type Claim = {
  readonly id: string;
  readonly lease: string;
  readonly recipient: string;
  readonly letterId: string | null;
  readonly rawKey: string | null;
  readonly receivedAt: Instant;
  readonly attempts: number;
  readonly person: Person;
  readonly history: readonly Touchpoint[];
  /** What the person taught about senders. */
  readonly corrections: readonly Correction[];
  /** Receipts of the last ten minutes. */
  readonly recentReceipts: number;
  /** When the receipt is due that later mails share; null: there is none. */
  readonly sharedReceiptAt: Instant | null;
  /** What arrived before it, is not read yet, and has to be read first: all mails before an answer, and the answers before any mail. */
  readonly unreadBefore: readonly string[];
  /** Mails that arrived in the 24 hours before it. */
  readonly arrivedBefore: number;
  /** Letters of the last 24 hours that asked whether a reply was really theirs. */
  readonly askedUnproven: number;
  /** The person had it read although it came amid a flood. */
  readonly isReleased: boolean;
  /** When the person confirmed on a page that this reply is theirs. */
  readonly confirmedAt: Instant | null;
  /** The letter that is answered, with the follow-ups behind its numbers. */
  readonly letter: AnsweredLetter | null;
};
export type AnsweredLetter = {
  readonly id: string;
  readonly key: string;
  readonly subject: string;
  readonly items: readonly string[];
  /** The inbound message that it is the receipt of; null for other letters. */
  readonly receiptOf: string | null;
};

export type Recipient = {
  readonly userId: string;
  readonly letterId: string | null;
  readonly isKnown: boolean;
  /** Mails of the last 24 hours: all, and those of the same sender. */
  readonly arrivedToday: number;
  readonly fromSenderToday: number;
};

/**
 * Whose mail it is (an inbox address, or the letter that a signed address names; at our public address the letter that its thread names),
 * which letter it answers, and whether this very mail is known already. One round trip. Null: nobody here has this address.
 */
export async function findRecipient(
  db: D1Database,
  arriving: {
    readonly address: string;
    readonly isPublic: boolean;
    /** By a signed address. */
    readonly letterId: string | null;
    /** By our own id in the thread. */
    readonly named: string | null;
    /** Message-IDs of the thread: one may be the provider's name for a letter. */
    readonly thread: readonly string[];
    readonly messageId: string;
    readonly checksum: string;
    readonly sender: string;
    readonly now: Instant;
  },
): Promise<Recipient | null> {
  const { address, isPublic, letterId, named, thread, messageId, checksum, sender, now } = arriving;
  const row = await db
    .prepare(
      `WITH letter AS (
         SELECT id, user_id, CASE WHEN id = ?2 THEN 0 ELSE 1 END AS rank FROM outbox
         WHERE id = ?2 OR id = ?5 OR message_id IN (SELECT value FROM json_each(?6))
       ), owner AS (
         SELECT user_id FROM addresses WHERE address = ?1 AND kind = 'inbox' AND (ends_at IS NULL OR ends_at > ?8)
         UNION SELECT user_id FROM letter WHERE rank = 0 OR ?7
       )
       SELECT owner.user_id AS userId,
         (SELECT id FROM letter WHERE letter.user_id = owner.user_id ORDER BY rank, id LIMIT 1) AS letterId,
         EXISTS (
           SELECT 1 FROM inbound_messages AS known
           WHERE known.user_id = owner.user_id AND known.message_id = ?3 AND known.checksum = ?4
         ) AS known,
         (SELECT count(*) FROM inbound_messages AS today WHERE today.user_id = owner.user_id AND received_at > ?9) AS arrivedToday,
         (SELECT count(*) FROM inbound_messages AS today
          WHERE today.user_id = owner.user_id AND received_at > ?9 AND today.sender = ?10) AS fromSenderToday
       FROM owner LIMIT 1`,
    )
    .bind(
      address,
      letterId,
      messageId,
      checksum,
      named,
      JSON.stringify(thread),
      isPublic ? 1 : 0,
      now,
      addSeconds(now, -DAY_SECONDS),
      sender,
    )
    .first<Omit<Recipient, "isKnown"> & { known: number }>();
  if (!row) return null;
  const { known, ...recipient } = row;
  return { ...recipient, isKnown: known === 1 };
}

/** Inserts the row; false when the same mail stands there already (two deliveries at the same moment). */
export async function insertInbound(db: D1Database, inbound: NewInbound): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO inbound_messages (id, user_id, recipient, letter_id, message_id, checksum, sender, raw_key, size, subject, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id, message_id, checksum) DO NOTHING`,
    )
    .bind(
      inbound.id,
      inbound.userId,
      inbound.recipient,
      inbound.letterId,
      inbound.messageId,
      inbound.checksum,
      inbound.sender,
      inbound.rawKey,
      inbound.size,
      inbound.subject,
      inbound.now,
    )
    .run();
  return meta.changes === 1;
}

const USER_OF_INBOUND = "(SELECT user_id FROM inbound_messages WHERE id = ?1)";
/** How far back receipts count as recent. */
const RECENT_SECONDS = 600;

/** What waits for mails that came before it waits at most so long: one that cannot be read must not keep orders and digests back for ever. */
export const MOST_WAIT_FOR_MAILS_SECONDS = 6 * 3_600;

/** Claims a message that nobody else works on, and loads its person, in one round trip. Null: not to be had. */
export async function claimInbound(
  db: D1Database,
  id: string,
  lease: string,
  now: Instant,
): Promise<Claim | null> {
  const [claimed, ...loaded] = await db.batch([
    db
      .prepare(
        `UPDATE inbound_messages SET state = 'processing', lease = ?2, lease_until = ?3, attempts = attempts + 1
         WHERE id = ?1 AND (state = 'pending' OR (state = 'processing' AND lease_until <= ?4))
         RETURNING id, recipient, letter_id, raw_key, received_at, attempts, confirmed_at, released_at`,
      )
      .bind(id, lease, addSeconds(now, LEASE_SECONDS), now),
    ...loadPersonAndHistory(db, USER_OF_INBOUND, id),
    db
      .prepare(
        `SELECT id, subject, items, letter_key FROM outbox
         WHERE id = (SELECT letter_id FROM inbound_messages WHERE id = ?1) AND user_id = (SELECT user_id FROM inbound_messages WHERE id = ?1)`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT (SELECT count(*) FROM outbox WHERE user_id = ${USER_OF_INBOUND} AND kind IN ('receipt', 'question') AND created_at > ?2) AS recent,
           (SELECT json_group_array(id) FROM (
              SELECT earlier.id FROM inbound_messages AS mine JOIN inbound_messages AS earlier ON earlier.user_id = mine.user_id
                AND earlier.received_at >= ?3 AND (earlier.received_at, earlier.rowid) < (mine.received_at, mine.rowid)
              WHERE mine.id = ?1 AND earlier.state IN ('pending', 'processing')
                AND (mine.letter_id IS NOT NULL OR earlier.letter_id IS NOT NULL) ORDER BY earlier.received_at, earlier.rowid)) AS unread,
           (SELECT count(*) FROM inbound_messages AS mine JOIN inbound_messages AS earlier ON earlier.user_id = mine.user_id
              AND earlier.received_at > ?4 AND earlier.received_at < mine.received_at WHERE mine.id = ?1) AS arrived,
           (SELECT count(*) FROM outbox WHERE user_id = ${USER_OF_INBOUND} AND letter_key LIKE 'unproven/%' AND created_at > ?4) AS unproven,
           (SELECT min(receipt_due_at) FROM inbound_messages WHERE user_id = ${USER_OF_INBOUND} AND receipt_due_at IS NOT NULL) AS due`,
      )
      .bind(
        id,
        addSeconds(now, -RECENT_SECONDS),
        addSeconds(now, -MOST_WAIT_FOR_MAILS_SECONDS),
        addSeconds(now, -DAY_SECONDS),
      ),
  ]);
  const row = claimed?.results[0] as ClaimRow | undefined;
  const [users, addresses, history, corrections, letters, counts] = loaded.map(({ results }) => results);
  const person = toPerson(users ?? [], addresses ?? []);
  if (!row || !person) return null;
  return {
    id: row.id,
    lease,
    recipient: row.recipient,
    letterId: row.letter_id,
    rawKey: row.raw_key,
    receivedAt: row.received_at,
    attempts: row.attempts,
    person,
    history: toHistory(history ?? []),
    corrections: toCorrections(corrections ?? []),
    letter: toAnsweredLetter(letters?.[0] as LetterRow | undefined),
    confirmedAt: row.confirmed_at,
    isReleased: row.released_at !== null,
    ...toCounts(counts?.[0]),
  };
}

function toCounts(
  row: unknown,
): Pick<Claim, "recentReceipts" | "sharedReceiptAt" | "unreadBefore" | "arrivedBefore" | "askedUnproven"> {
  const { recent, due, unread, arrived, unproven } = row as {
    recent: number;
    due: string | null;
    unread: string;
    arrived: number;
    unproven: number;
  };
  return {
    recentReceipts: recent,
    sharedReceiptAt: due,
    unreadBefore: JSON.parse(unread) as string[],
    arrivedBefore: arrived,
    askedUnproven: unproven,
  };
}

type ClaimRow = {
  id: string;
  recipient: string;
  letter_id: string | null;
  raw_key: string | null;
  received_at: string;
  attempts: number;
  confirmed_at: string | null;
  released_at: string | null;
};
type LetterRow = { id: string; subject: string; items: string; letter_key: string };

function toAnsweredLetter(row: LetterRow | undefined): AnsweredLetter | null {
  if (!row) return null;
  const [, receiptOf] = /^receipt\/(.+)$/.exec(row.letter_key) ?? [];
  return {
    id: row.id,
    key: row.letter_key,
    subject: row.subject,
    items: JSON.parse(row.items) as string[],
    receiptOf: receiptOf ?? null,
  };
}

function loadPersonAndHistory(db: D1Database, which: string, parameter: string): D1PreparedStatement[] {
  return [
    ...loadPerson(db, which, parameter),
    loadHistory(db, which, parameter),
    loadCorrections(db, which, parameter),
  ];
}

/** The same claim on what is stored now, after a collision. */
export async function reloadClaim(db: D1Database, claim: Claim): Promise<Claim> {
  const [users, addresses, history, corrections] = await db.batch(
    loadPersonAndHistory(db, "?", claim.person.id),
  );
  const person = toPerson(users?.results ?? [], addresses?.results ?? []);
  return {
    ...claim,
    person: person ?? claim.person,
    history: toHistory(history?.results ?? []),
    corrections: toCorrections(corrections?.results ?? []),
  };
}

/**
 * The first statement of the batch that ends a claimed message. When the lease is somebody else's by now, it makes
 * `state` NULL, which the schema refuses: the whole batch rolls back (an UPDATE that matches nothing would not stop it).
 */
export function endInbound(
  db: D1Database,
  claim: Claim,
  end: {
    readonly state: InboundState;
    readonly arrival: Arrival | null;
    readonly reason: string | null;
    readonly now: Instant;
  },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE inbound_messages SET state = CASE WHEN lease = ?2 THEN ?3 END, arrival = ?4, reason = ?5, ended_at = ?6, lease = NULL, lease_until = NULL
       WHERE id = ?1`,
    )
    .bind(claim.id, claim.lease, end.state, end.arrival, end.reason, end.now);
}

/** The statement that lets a message wait for the receipt that it shares with others. */
export function awaitSharedReceipt(db: D1Database, id: string, dueAt: Instant): D1PreparedStatement {
  return db.prepare("UPDATE inbound_messages SET receipt_due_at = ?2 WHERE id = ?1").bind(id, dueAt);
}

/** The statement that ends that waiting. */
export function endSharedReceipt(
  db: D1Database,
  userId: string,
  ids: readonly string[],
): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE inbound_messages SET receipt_due_at = NULL WHERE user_id = ?1 AND id IN (SELECT value FROM json_each(?2))",
    )
    .bind(userId, JSON.stringify(ids));
}

/** The statement by which a reply that was not proven is the person's after all: it is processed again, as theirs. Changes nothing when it is gone. */
export function confirmInbound(
  db: D1Database,
  userId: string,
  id: string,
  now: Instant,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE inbound_messages SET confirmed_at = ?3, state = 'pending', attempts = 0, ended_at = NULL, reason = NULL
       WHERE id = ?1 AND user_id = ?2 AND state = 'ignored' AND reason = 'unproven' AND raw_key IS NOT NULL`,
    )
    .bind(id, userId, now);
}

/** Gives a claimed message back: to be tried again, without the attempt counting when nothing was wrong with it. */
export async function releaseInbound(
  db: D1Database,
  claim: Pick<Claim, "id" | "lease">,
  { countsAsAttempt }: { readonly countsAsAttempt: boolean },
): Promise<void> {
  await db
    .prepare(
      `UPDATE inbound_messages SET state = 'pending', lease = NULL, lease_until = NULL, attempts = attempts - ?3
       WHERE id = ?1 AND lease = ?2`,
    )
    .bind(claim.id, claim.lease, countsAsAttempt ? 0 : 1)
    .run();
}

/**
 * The statement that gives a message up: raw kept, reason short and without anything of its content. As in `endInbound`, the batch rolls
 * back when the lease is somebody else's; without a lease, also while anybody has one.
 */
export function failInbound(
  db: D1Database,
  { id, lease }: { readonly id: string; readonly lease: string | null },
  reason: string,
  now: Instant,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE inbound_messages SET reason = ?2, ended_at = ?3, lease = NULL, lease_until = NULL,
         state = CASE WHEN state IN ('pending', 'processing') AND (lease IS ?4 OR (?4 IS NULL AND lease_until <= ?3)) THEN 'failed' END
       WHERE id = ?1`,
    )
    .bind(id, reason, now, lease);
}

/** Whom to tell that a message failed. Null when it is finished, or was not tried often enough to be given up. */
export async function failingInbound(
  db: D1Database,
  id: string,
  { afterAttempts }: { readonly afterAttempts: number },
): Promise<{ readonly userId: string; readonly subject: string | null; readonly address: string } | null> {
  return db
    .prepare(
      `SELECT inbound_messages.user_id AS userId, subject, addresses.address FROM inbound_messages
       JOIN addresses ON addresses.user_id = inbound_messages.user_id AND addresses.kind = 'sender'
       WHERE inbound_messages.id = ? AND state IN ('pending', 'processing') AND attempts >= ?
       ORDER BY stopped_at IS NOT NULL, verified_at IS NULL, addresses.created_at LIMIT 1`,
    )
    .bind(id, afterAttempts)
    .first();
}

/** Messages whose job got lost: pending for a while, or with a lease that ran out. */
export async function stuckInboundIds(
  db: D1Database,
  now: Instant,
  pendingSince: Instant,
  limit: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM inbound_messages WHERE (state = 'pending' AND received_at <= ?2) OR (state = 'processing' AND lease_until <= ?1)
       ORDER BY received_at LIMIT ?3`,
    )
    .bind(now, pendingSince, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Raw mail whose time is up: a week after it was delivered or ignored, a month after it failed or while it waits for the person's word. */
export async function rawToIncinerate(
  db: D1Database,
  endedBefore: Instant,
  waitingBefore: Instant,
  limit: number,
): Promise<{ readonly id: string; readonly rawKey: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, raw_key AS rawKey FROM inbound_messages WHERE raw_key IS NOT NULL AND
       CASE WHEN state = 'failed' OR reason IN ${WAITING_REASONS} OR reason = '${HELD}' THEN ended_at <= ?2
         WHEN state IN ('delivered', 'ignored') THEN ended_at <= ?1 END LIMIT ?3`,
    )
    .bind(endedBefore, waitingBefore, limit)
    .all<{ id: string; rawKey: string }>();
  return results;
}

export function forgetRaw(db: D1Database, ids: readonly string[]): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE inbound_messages SET raw_key = NULL, subject = NULL WHERE id IN (SELECT value FROM json_each(?))",
    )
    .bind(JSON.stringify(ids));
}

/** One line of a message's life. */
export type InboundLife = {
  readonly id: string;
  readonly subject: string | null;
  readonly state: InboundState;
  readonly arrival: Arrival | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly receivedAt: Instant;
};

/** The statement that finds the newest mails that arrived since, as `InboundLife`. */
export function loadArrived(
  db: D1Database,
  which: string,
  parameter: string,
  since: Instant,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, subject, state, arrival, reason, attempts, received_at AS receivedAt FROM inbound_messages
       WHERE user_id = ${which} AND received_at >= ?2 ORDER BY received_at DESC, rowid DESC LIMIT 5`,
    )
    .bind(parameter, since);
}

/** The statement that finds what was read in those mails, as touchpoints; `toHistory` reads them. */
export function loadReadIn(
  db: D1Database,
  which: string,
  parameter: string,
  since: Instant,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT touchpoints.seq, touchpoints.opportunity_id, happened_at, recorded_at, inbound_id, original_key, event FROM touchpoints
       JOIN inbound_messages ON inbound_messages.id = inbound_id
       WHERE touchpoints.user_id = ${which} AND recorded_at >= ?2 AND received_at >= ?2 ORDER BY touchpoints.seq DESC LIMIT 20`,
    )
    .bind(parameter, since);
}

/** The mails that `loadArrived` found. */
export function toArrived(rows: readonly unknown[] = []): readonly InboundLife[] {
  return rows as readonly InboundLife[];
}

export async function listInbound(db: D1Database, userId: string, limit: number): Promise<InboundLife[]> {
  const { results } = await db
    .prepare(
      `SELECT id, subject, state, arrival, reason, attempts, received_at AS receivedAt FROM inbound_messages
       WHERE user_id = ? ORDER BY received_at DESC, rowid DESC LIMIT ?`,
    )
    .bind(userId, limit)
    .all<InboundLife>();
  return results;
}
