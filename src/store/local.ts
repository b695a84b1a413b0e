// Local mode only: the clock that can be moved, and what a developer wants to see. Production never calls these.
import type { Instant } from "../calendar.ts";

const CLOCK_KEY = "local-clock";

/** Seconds between the machine's clock and ours; 0 when nobody moved it. */
export async function clockOffset(db: D1Database): Promise<number> {
  const row = await db
    .prepare("SELECT value FROM seen WHERE key = ?")
    .bind(CLOCK_KEY)
    .first<{ value: string }>();
  return Number(row?.value ?? 0) || 0;
}

export async function setClockOffset(db: D1Database, seconds: number): Promise<void> {
  await db
    .prepare("INSERT INTO seen (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")
    .bind(CLOCK_KEY, String(Math.round(seconds)))
    .run();
}

/** How much is still on its way: mails to process, letters to send, digests to prepare. */
export async function countUnfinished(db: D1Database, now: Instant): Promise<number> {
  const row = await db
    .prepare(
      `SELECT (SELECT count(*) FROM inbound_messages WHERE state IN ('pending', 'processing'))
            + (SELECT count(*) FROM outbox WHERE state = 'sending' OR (state = 'waiting' AND not_before <= ?1))
            + (SELECT count(*) FROM users WHERE next_wake_at <= ?1) AS unfinished`,
    )
    .bind(now)
    .first<{ unfinished: number }>();
  return row?.unfinished ?? 0;
}

/** The words of the newest letter to an address; null when there is none. */
export async function newestLetterTo(db: D1Database, address: string): Promise<string | null> {
  return db
    .prepare("SELECT text FROM outbox WHERE to_address = ? ORDER BY created_at DESC, rowid DESC LIMIT 1")
    .bind(address)
    .first<string>("text");
}
