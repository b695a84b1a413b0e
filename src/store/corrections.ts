// What people taught about senders.
import type { Instant } from "../calendar.ts";
import type { Correction } from "../opportunity/corrections.ts";
import type { CorrectedFact } from "../vocabulary.ts";

/** The statement that loads a person's corrections, newest first; `which` as in `loadPerson`. */
export function loadCorrections(db: D1Database, which: string, parameter: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT sender, fact, was, value FROM corrections WHERE user_id = ${which} ORDER BY created_at DESC LIMIT 2000`,
    )
    .bind(parameter);
}

/** The corrections out of what `loadCorrections` found. */
export function toCorrections(rows: readonly unknown[]): Correction[] {
  return (rows as readonly { sender: string; fact: CorrectedFact; was: string; value: string }[]).map(
    ({ was, ...row }) => ({ ...row, was: was === "" ? null : was }),
  );
}

/** Remembers lessons; a new one about the same thing replaces the old. `saidWith`: the mail that taught them, or the moment on the website. */
export function learn(
  db: D1Database,
  userId: string,
  lessons: readonly Correction[],
  saidWith: string,
  now: Instant,
): D1PreparedStatement[] {
  if (lessons.length === 0) return [];
  return [
    db
      .prepare(
        `INSERT INTO corrections (user_id, sender, fact, was, value, inbound_id, created_at)
         SELECT ?2, value ->> 'sender', value ->> 'fact', coalesce(value ->> 'was', ''), value ->> 'value', ?3, ?4
         FROM json_each(?1) WHERE true
         ON CONFLICT (user_id, sender, fact, was) DO UPDATE SET value = excluded.value, inbound_id = excluded.inbound_id, created_at = excluded.created_at`,
      )
      .bind(JSON.stringify(lessons), userId, saidWith, now),
  ];
}

/** The statements that forget what was taught with these words: the person took it back. */
export function unlearn(db: D1Database, userId: string, saidWith: readonly string[]): D1PreparedStatement[] {
  if (saidWith.length === 0) return [];
  return [
    db
      .prepare(
        "DELETE FROM corrections WHERE user_id = ?1 AND inbound_id IN (SELECT value FROM json_each(?2))",
      )
      .bind(userId, JSON.stringify(saidWith)),
  ];
}
