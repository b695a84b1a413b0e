// Mails that came amid a flood and that nobody vouched for: kept unread until the person says what to do with them.
import type { Instant } from "../calendar.ts";

/** The reason of such a mail, which is `ignored`. */
export const HELD = "held";

/** The statement that counts them, as `held`; `which` as in `loadPerson`. */
export function countHeld(db: D1Database, which: string, parameter: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT count(*) AS held FROM inbound_messages WHERE user_id = ${which} AND state = 'ignored' AND reason = '${HELD}' AND raw_key IS NOT NULL`,
    )
    .bind(parameter);
}

/** The number that `countHeld` found. */
export function toHeldCount(rows: readonly unknown[] = []): number {
  const [row] = rows as readonly { readonly held: number }[];
  return row?.held ?? 0;
}

/** So many are released or thrown away at a time. */
const MOST_AT_ONCE = 500;

/** The statement by which they are read after all, as ever: nothing in them is obeyed that would not have been. Gives their ids. */
export function releaseHeld(db: D1Database, userId: string, now: Instant): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE inbound_messages SET state = 'pending', reason = NULL, ended_at = NULL, attempts = 0, released_at = ?2
       WHERE id IN (SELECT id FROM inbound_messages WHERE user_id = ?1 AND state = 'ignored' AND reason = '${HELD}' AND raw_key IS NOT NULL LIMIT ${MOST_AT_ONCE})
       RETURNING id`,
    )
    .bind(userId, now);
}

/** The keys of those that are thrown away; their objects go first. */
export async function heldKeys(db: D1Database, userId: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT raw_key AS rawKey FROM inbound_messages WHERE user_id = ?1 AND state = 'ignored' AND reason = '${HELD}' AND raw_key IS NOT NULL LIMIT ${MOST_AT_ONCE}`,
    )
    .bind(userId)
    .all<{ rawKey: string }>();
  return results.map(({ rawKey }) => rawKey);
}

/** The statement that forgets them. */
export function forgetHeld(db: D1Database, userId: string, rawKeys: readonly string[]): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE inbound_messages SET raw_key = NULL, subject = NULL WHERE user_id = ?1 AND raw_key IN (SELECT value FROM json_each(?2))",
    )
    .bind(userId, JSON.stringify(rawKeys));
}
