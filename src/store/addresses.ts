// A person's addresses: their own, each proven by a link in its mailbox, and the secret one, which can be replaced.
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";

/** How long a replaced inbox address still works. */
export const ROTATED_DAYS = 7;

/** The statements that give a person a new inbox address; the one before it works for another week. */
export function rotateInbox(
  db: D1Database,
  userId: string,
  inbox: string,
  now: Instant,
): D1PreparedStatement[] {
  return [
    db
      .prepare("UPDATE addresses SET ends_at = ?2 WHERE user_id = ?1 AND kind = 'inbox' AND ends_at IS NULL")
      .bind(userId, addSeconds(now, ROTATED_DAYS * 24 * 3600)),
    db
      .prepare(
        "INSERT INTO addresses (address, user_id, kind, verified_at, created_at) VALUES (?1, ?2, 'inbox', ?3, ?3)",
      )
      .bind(inbox, userId, now),
  ];
}

/** The statement that ends a replaced inbox address at once. */
export function endInbox(db: D1Database, userId: string, address: string): D1PreparedStatement {
  return db
    .prepare(
      "DELETE FROM addresses WHERE user_id = ? AND address = ? AND kind = 'inbox' AND ends_at IS NOT NULL",
    )
    .bind(userId, address);
}

/** The statement that forgets replaced inbox addresses whose week is over. */
export function forgetEndedInboxes(db: D1Database, now: Instant): D1PreparedStatement {
  return db.prepare("DELETE FROM addresses WHERE ends_at <= ?").bind(now);
}

/** The statement that adds a proven address of the person; changes nothing when it is somebody's already. */
export function addSender(
  db: D1Database,
  userId: string,
  address: string,
  now: Instant,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO addresses (address, user_id, kind, verified_at, created_at) VALUES (?1, ?2, 'sender', ?3, ?3)
       ON CONFLICT (address) DO UPDATE SET verified_at = ?3 WHERE user_id = ?2 AND kind = 'sender'`,
    )
    .bind(address, userId, now);
}

/** The statement that removes one of several addresses; the last proven one stays, whatever is asked. */
export function removeSender(db: D1Database, userId: string, address: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM addresses WHERE user_id = ?1 AND address = ?2 AND kind = 'sender' AND EXISTS (
         SELECT 1 FROM addresses AS other WHERE other.user_id = ?1 AND other.kind = 'sender'
         AND other.address <> ?2 AND other.verified_at IS NOT NULL)`,
    )
    .bind(userId, address);
}
