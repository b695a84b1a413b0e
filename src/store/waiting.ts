// Mails that wait for the person's word, and what becomes of them when it comes.
import type { Instant } from "../calendar.ts";

/** Reasons of a delivered message that waits for the person's word, as an SQL list. */
export const WAITING_REASONS = "('unplaced', 'unsure', 'unclear')";

/** The statement that counts them, as `waiting`; `which` as in `loadPerson`. */
export function countWaiting(db: D1Database, which: string, parameter: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT count(*) AS waiting FROM inbound_messages WHERE user_id = ${which}
       AND state = 'delivered' AND raw_key IS NOT NULL AND reason IN ${WAITING_REASONS}`,
    )
    .bind(parameter);
}

/** The number that `countWaiting` found. */
export function toWaitingCount(rows: readonly unknown[] = []): number {
  const [row] = rows as readonly { readonly waiting: number }[];
  return row?.waiting ?? 0;
}

/** A mail that waits for the person's word. */
export type WaitingMail = {
  readonly inboundId: string;
  readonly subject: string;
  readonly reason: "unplaced" | "unsure" | "unclear";
  readonly receivedAt: Instant;
  /** What the letter that asked about it had behind its numbers. */
  readonly items: readonly string[];
  /** The places of the originals in it that the person has spoken about. */
  readonly answered: readonly number[];
};

/** The statement that finds them, latest first, as `WaitingMail`. */
export function loadWaiting(db: D1Database, which: string, parameter: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT inbound.id AS inboundId, coalesce(inbound.subject, '') AS subject, inbound.reason, inbound.received_at AS receivedAt,
         coalesce(asked.items, '[]') AS items, inbound.answered
       FROM inbound_messages AS inbound
       LEFT JOIN outbox AS asked ON asked.user_id = inbound.user_id AND asked.letter_key = 'receipt/' || inbound.id
       WHERE inbound.user_id = ${which} AND inbound.state = 'delivered' AND inbound.raw_key IS NOT NULL AND inbound.reason IN ${WAITING_REASONS}
       ORDER BY inbound.received_at DESC LIMIT 100`,
    )
    .bind(parameter);
}

/** The mails that `loadWaiting` found. */
export function toWaiting(rows: readonly unknown[] = []): WaitingMail[] {
  type Row = Omit<WaitingMail, "items" | "answered"> & { readonly items: string; readonly answered: string };
  return (rows as readonly Row[]).map((row) => ({
    ...row,
    items: JSON.parse(row.items) as string[],
    answered: JSON.parse(row.answered) as number[],
  }));
}

/** An earlier message whose raw mail may still be there. */
export type KeptMail = {
  readonly rawKey: string | null;
  readonly recipient: string;
  readonly receivedAt: Instant;
  /** What it still needs: the person's word, or nothing. */
  readonly reason: string | null;
  /** The places of the originals that the person has spoken about. */
  readonly answered: readonly number[];
};

/** The statement that finds an earlier message, as a `KeptMail`, if it is of whom `which` names (as in `loadPerson`). */
export function findKept(db: D1Database, which: string, parameter: string, id: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT raw_key AS rawKey, recipient, received_at AS receivedAt, reason, answered FROM inbound_messages
       WHERE user_id = ${which} AND id = ?2 AND state = 'delivered'`,
    )
    .bind(parameter, id);
}

/** The message that `findKept` or `findKeptOfTouchpoint` found; null when there was none. */
export function toKept(rows: readonly unknown[] = []): KeptMail | null {
  const [row] = rows as readonly (Omit<KeptMail, "answered"> & { readonly answered: string })[];
  return row ? { ...row, answered: JSON.parse(row.answered) as number[] } : null;
}

/** The statement that finds the kept message behind a touchpoint, as a `KeptMail`; `which` as in `loadPerson`. */
export function findKeptOfTouchpoint(
  db: D1Database,
  which: string,
  parameter: string,
  seq: number,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT raw_key AS rawKey, recipient, received_at AS receivedAt, reason, answered FROM inbound_messages
       WHERE state = 'delivered' AND id = (SELECT inbound_id FROM touchpoints WHERE user_id = ${which} AND seq = ?2)`,
    )
    .bind(parameter, seq);
}

/** An earlier message after the person's word: what it still needs, and which of its originals they have spoken about. */
export type AnsweredMail = {
  readonly inboundId: string;
  readonly reason: string | null;
  readonly answered: readonly number[];
};

/** Earlier messages whose question the person answered: nothing more is asked about them, or the next thing is. */
export function answerInbound(
  db: D1Database,
  userId: string,
  answered: readonly AnsweredMail[],
): D1PreparedStatement[] {
  if (answered.length === 0) return [];
  return [
    db
      .prepare(
        `UPDATE inbound_messages SET reason = answered.value ->> 'reason', answered = answered.value ->> 'answered' FROM json_each(?1) AS answered
         WHERE inbound_messages.id = answered.value ->> 'inboundId' AND user_id = ?2 AND state = 'delivered'`,
      )
      .bind(JSON.stringify(answered), userId),
  ];
}
