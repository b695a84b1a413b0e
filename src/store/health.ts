// How the whole is doing, in numbers: for machines, without a word about anybody.
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";

/** A digest is overdue when it should have left so long ago. */
export const OVERDUE_SECONDS = 2 * 3600;

export type Health = {
  /** Age in seconds of the oldest mail that is not read yet; 0: there is none. */
  readonly oldestPendingSeconds: number;
  /** Age in seconds of the oldest letter that has not left yet; 0: there is none. */
  readonly outboxAgeSeconds: number;
  /** Digests that should have left more than two hours ago. */
  readonly overdueDigests: number;
  /** Digests of the last 24 hours that left more than two hours late. */
  readonly lateDigestsIn24h: number;
  /** Mails of the last 24 hours that failed, and wait for the operator (`npm run reprocess`). */
  readonly failedIn24h: number;
  readonly databaseBytes: number;
};

/** Reads it in one round trip, by indexes. */
export async function readHealth(db: D1Database, now: Instant): Promise<Health> {
  const dayAgo = addSeconds(now, -24 * 3600);
  const overdue = addSeconds(now, -OVERDUE_SECONDS);
  const { results, meta } = await db
    .prepare(
      `SELECT (SELECT min(at) FROM (SELECT min(received_at) AS at FROM inbound_messages WHERE state = 'pending'
           UNION ALL SELECT min(received_at) FROM inbound_messages WHERE state = 'processing')) AS pending,
         (SELECT min(created_at) FROM outbox WHERE state IN ('waiting', 'sending')) AS outbox,
         (SELECT count(*) FROM users WHERE next_wake_at <= ?1 AND next_digest_at <= ?1 AND paused_at IS NULL) AS overdue,
         (SELECT count(*) FROM digests WHERE late = 1 AND prepared_at > ?2) AS late,
         (SELECT count(*) FROM inbound_messages WHERE state = 'failed' AND ended_at > ?2) AS failed`,
    )
    .bind(overdue, dayAgo)
    .all<{ pending: string | null; outbox: string | null; overdue: number; late: number; failed: number }>();
  const age = (since: string | null | undefined) =>
    since ? Math.max(0, (Date.parse(now) - Date.parse(since)) / 1000) : 0;
  const [row] = results;
  return {
    oldestPendingSeconds: age(row?.pending),
    outboxAgeSeconds: age(row?.outbox),
    overdueDigests: row?.overdue ?? 0,
    lateDigestsIn24h: row?.late ?? 0,
    failedIn24h: row?.failed ?? 0,
    databaseBytes: meta.size_after,
  };
}
