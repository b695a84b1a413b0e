// What became of letters that left, as the provider or the receiving servers report it. Reports come more than once, late and in any order.
import { addSeconds, nextDigestAt } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Person } from "./people.ts";

/** One report about one letter. `at`: when it happened, by the reporter's clock. */
export type Report = { readonly letterId: string; readonly at: Instant } & (
  | { readonly is: "sent" | "delivered"; readonly providerId: string | null }
  | { readonly is: "failed"; readonly reason: string }
  /** `recipient`: whom it is about, when the report says so. */
  | { readonly is: "hard-bounce" | "soft-bounce"; readonly recipient: string | null }
  | { readonly is: "complaint" }
);

/** So many soft bounces in a row stop letters. */
export const MOST_SOFT_BOUNCES = 3;

/** Servers give up within five days: what bounces later was written by somebody who found an old letter. */
const BOUNCES_WITHIN_SECONDS = 7 * 24 * 3600;

/** The address that the letter went to, unless the report is about somebody else, or older than what is known since. */
const ITS_ADDRESS = `kind = 'sender' AND (user_id, address) IN (SELECT user_id, to_address FROM outbox WHERE id = ?1 AND created_at >= ?4)
  AND (?2 IS NULL OR address = ?2) AND coalesce(works_since, '') <= ?3`;

/** The statements that note a report; about a letter that nobody knows they do nothing. */
export function noteReport(db: D1Database, report: Report, now: Instant): D1PreparedStatement[] {
  const { letterId, at } = report;
  const written = addSeconds(now, -BOUNCES_WITHIN_SECONDS);
  switch (report.is) {
    case "sent":
      return [noteSent(db, report, null)];
    case "delivered":
      return [noteSent(db, report, at), noteWorks(db, report)];
    case "failed":
      return [
        db
          .prepare(
            "UPDATE outbox SET state = 'failed', reason = ?2, lease = NULL, lease_until = NULL WHERE id = ?1 AND delivered_at IS NULL",
          )
          .bind(letterId, report.reason),
      ];
    case "hard-bounce":
      return [
        db
          .prepare(
            `UPDATE addresses SET stopped_at = coalesce(stopped_at, ?5), stopped_because = coalesce(stopped_because, 'bounced') WHERE ${ITS_ADDRESS}`,
          )
          .bind(letterId, report.recipient, at, written, now),
      ];
    case "soft-bounce":
      return [
        db
          .prepare(
            `UPDATE addresses SET soft_bounces = soft_bounces + 1,
               stopped_at = CASE WHEN soft_bounces + 1 >= ${MOST_SOFT_BOUNCES} THEN coalesce(stopped_at, ?5) ELSE stopped_at END,
               stopped_because = CASE WHEN soft_bounces + 1 >= ${MOST_SOFT_BOUNCES} THEN coalesce(stopped_because, 'bounced') ELSE stopped_because END
             WHERE ${ITS_ADDRESS}`,
          )
          .bind(letterId, report.recipient, at, written, now),
      ];
    case "complaint":
      return [
        // Whoever calls a letter spam wants none at their other addresses either.
        db
          .prepare(
            `UPDATE addresses SET stopped_at = coalesce(stopped_at, ?3), stopped_because = 'complained'
             WHERE kind = 'sender' AND user_id = (SELECT user_id FROM outbox WHERE id = ?1) AND coalesce(works_since, '') <= ?2`,
          )
          .bind(letterId, at, now),
      ];
    default:
      return report satisfies never;
  }
}

/** Also of a letter whose sending nobody had answered: now somebody has. */
function noteSent(
  db: D1Database,
  { letterId, at, providerId }: Extract<Report, { providerId: string | null }>,
  deliveredAt: Instant | null,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = 'sent', reason = NULL, unanswered = 0, lease = NULL, lease_until = NULL,
         provider_id = coalesce(provider_id, ?2), sent_at = coalesce(sent_at, ?3), delivered_at = coalesce(delivered_at, ?4)
       WHERE id = ?1 AND attempts > 0`,
    )
    .bind(letterId, providerId, at, deliveredAt);
}

/** A letter arrived: what bounced before it counts no more. It ends no stop; only the person does. */
function noteWorks(db: D1Database, { letterId, at }: Report): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE addresses SET soft_bounces = 0, works_since = ?3 WHERE stopped_at IS NULL AND ${ITS_ADDRESS}`,
    )
    .bind(letterId, null, at, "");
}

/** The statements by which a person gets letters again at an address of theirs; digests go on with the next of their slots. */
export function resumeLetters(
  db: D1Database,
  { id, schedule }: Person,
  address: string,
  now: Instant,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        "UPDATE addresses SET stopped_at = NULL, stopped_because = NULL, soft_bounces = 0, works_since = ?3 WHERE user_id = ?1 AND address = ?2 AND stopped_at IS NOT NULL",
      )
      .bind(id, address, now),
    db
      .prepare("UPDATE users SET next_digest_at = ?2, next_wake_at = ?3 WHERE id = ?1")
      .bind(id, nextDigestAt(schedule, now), now),
  ];
}

/** How long the id of a report is remembered; the provider repeats it for about a day. */
const REMEMBERED_SECONDS = 7 * 24 * 3600;

/** The statement that remembers a report by its id: for a second one with the same id the whole batch fails (`isKnownReport`). */
export function rememberReport(db: D1Database, id: string, now: Instant): D1PreparedStatement {
  return db
    .prepare("INSERT INTO seen (key, value, expires_at) VALUES (?1, '', ?2)")
    .bind(`report/${id}`, addSeconds(now, REMEMBERED_SECONDS));
}

/** The letter that the provider knows by this id; null when there is none. */
export async function letterOfProviderId(db: D1Database, providerId: string): Promise<string | null> {
  return db.prepare("SELECT id FROM outbox WHERE provider_id = ?").bind(providerId).first<string>("id");
}
