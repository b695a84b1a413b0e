// How often something was tried within an hour, by whom: known by a hash only, and forgotten soon.
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";

const HOUR_SECONDS = 3_600;
const PREFIX = "tries/";

/** Counts one try of each and tells how many there were in this clock hour, this one included. One round trip. */
export async function countTries(
  db: D1Database,
  who: readonly string[],
  now: Instant,
): Promise<readonly number[]> {
  const results = await db.batch<{ value: string }>(
    who.map((one) =>
      db
        .prepare(
          `INSERT INTO seen (key, value, expires_at) VALUES (?1, '1', ?2)
           ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1 RETURNING value`,
        )
        .bind(`${PREFIX}${one}/${now.slice(0, 13)}`, addSeconds(now, HOUR_SECONDS)),
    ),
  );
  return results.map(({ results: rows }) => Number(rows[0]?.value ?? 0));
}

/** The statement that forgets counters whose hour is over, and reports that nobody repeats any more. What is to be erased has its own end. */
export function forgetSeen(db: D1Database, now: Instant): D1PreparedStatement {
  return db.prepare("DELETE FROM seen WHERE expires_at <= ? AND key NOT LIKE 'erase/%'").bind(now);
}
