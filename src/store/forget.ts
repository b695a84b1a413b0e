// Forgetting: some opportunities of a person, or the person. What is deleted here is gone; raw mail goes by its keys or the person's prefix.
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { asItStands, opportunityIds, replay } from "../opportunity/opportunity.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import { loadHistory, toHistory } from "./opportunities.ts";
import type { Person } from "./people.ts";

/** What is behind some opportunities: their names, and everything to delete with them. */
export type Forgettable = {
  readonly names: readonly { readonly company: string | null; readonly role: string | null }[];
  readonly seqs: readonly number[];
  /** Theirs, and those that were merged into them. */
  readonly opportunityIds: readonly string[];
  readonly rawKeys: readonly string[];
  readonly inboundIds: readonly string[];
};

/** Finds it, as the history stands now; null when nothing of them is there any more. */
export async function findForgettable(
  db: D1Database,
  { id: userId, zone }: Pick<Person, "id" | "zone">,
  ids: readonly string[],
): Promise<Forgettable | null> {
  const { results: history } = await loadHistory(db, "?", userId).all();
  const stored = toHistory(history);
  const gone = belongingTo(stored, ids);
  if (gone.length === 0) return null;
  const inboundIds = [...new Set(gone.flatMap(({ inboundId }) => inboundId ?? []))];
  const { results } = await db
    .prepare(
      "SELECT raw_key AS rawKey FROM inbound_messages WHERE user_id = ?1 AND raw_key IS NOT NULL AND id IN (SELECT value FROM json_each(?2))",
    )
    .bind(userId, JSON.stringify(inboundIds))
    .all<{ rawKey: string }>();
  const live = opportunityIds(stored).filter((id) => ids.includes(id));
  return {
    names: live.map((id) => replay(id, stored, zone)),
    seqs: gone.map(({ seq }) => seq),
    opportunityIds: [...new Set([...ids, ...gone.map(({ opportunityId }) => opportunityId)])],
    rawKeys: results.map(({ rawKey }) => rawKey),
    inboundIds,
  };
}

/**
 * The touchpoints, as they were recorded, that stand in these opportunities now, with what was undone in them. What rearranges others stays
 * while it still does.
 */
function belongingTo(stored: readonly Touchpoint[], ids: readonly string[]): Touchpoint[] {
  const standing = new Map(asItStands(stored).map(({ seq, opportunityId }) => [seq, opportunityId]));
  const theirs = stored.filter((one) => ids.includes(standing.get(one.seq) ?? one.opportunityId));
  const seqs = new Set(theirs.map(({ seq }) => seq));
  return theirs.filter(({ event }) => {
    const named = event.kind === "undone" || event.kind === "split" ? event.seqs : [];
    return named.every((seq) => seqs.has(seq));
  });
}

/** The statements that forget it: history, contacts, what was learned of their senders, and the words of letters that have left. */
export function forgetOpportunities(
  db: D1Database,
  userId: string,
  { seqs, opportunityIds: ids, inboundIds }: Forgettable,
): D1PreparedStatement[] {
  const opportunities = JSON.stringify(ids);
  // Only those with nothing left in them: a mail that stands elsewhere now was recorded here.
  const emptied = `user_id = ?1 AND id IN (SELECT value FROM json_each(?2))
    AND NOT EXISTS (SELECT 1 FROM touchpoints WHERE opportunity_id = opportunities.id)`;
  const ofThem = "opportunity_id IN (SELECT value FROM json_each(?2))";
  return [
    db
      .prepare(
        `DELETE FROM corrections WHERE user_id = ?1 AND sender IN (
           SELECT address FROM contacts WHERE ${ofThem}
           UNION SELECT substr(address, instr(address, '@') + 1) FROM contacts WHERE ${ofThem})`,
      )
      .bind(userId, opportunities),
    db
      .prepare("DELETE FROM touchpoints WHERE user_id = ?1 AND seq IN (SELECT value FROM json_each(?2))")
      .bind(userId, JSON.stringify(seqs)),
    db.prepare(`DELETE FROM contacts WHERE user_id = ?1 AND ${ofThem}`).bind(userId, opportunities),
    db.prepare(`DELETE FROM follow_ups WHERE user_id = ?1 AND ${ofThem}`).bind(userId, opportunities),
    db.prepare(`DELETE FROM opportunities WHERE ${emptied}`).bind(userId, opportunities),
    db
      .prepare(
        `UPDATE opportunities SET live = 0, company = NULL, agency = NULL, role = NULL, requisition = NULL
         WHERE user_id = ?1 AND id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(userId, opportunities),
    db
      .prepare(
        "UPDATE inbound_messages SET raw_key = NULL, subject = NULL WHERE user_id = ?1 AND id IN (SELECT value FROM json_each(?2))",
      )
      .bind(userId, JSON.stringify(inboundIds)),
    db
      .prepare(
        "UPDATE outbox SET text = NULL, html = NULL, attachments = '[]', subject = '' WHERE user_id = ? AND state NOT IN ('waiting', 'sending')",
      )
      .bind(userId),
  ];
}

const ERASE_PREFIX = "erase/";
const SWEEP_AGAIN_SECONDS = 3_600;

/** The statements that delete a person: every row at once, and a note to sweep their raw mail until an hour later. */
export function erasePerson(db: D1Database, userId: string, now: Instant): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM users WHERE id = ?").bind(userId),
    db
      .prepare("INSERT INTO seen (key, value, expires_at) VALUES (?, '', ?) ON CONFLICT (key) DO NOTHING")
      .bind(`${ERASE_PREFIX}${userId}`, addSeconds(now, SWEEP_AGAIN_SECONDS)),
  ];
}

/** People who are gone and whose raw mail is still swept. */
export async function erasedPeople(
  db: D1Database,
): Promise<{ readonly userId: string; readonly until: Instant }[]> {
  const { results } = await db
    .prepare(
      `SELECT substr(key, ${ERASE_PREFIX.length + 1}) AS userId, expires_at AS until FROM seen WHERE key >= '${ERASE_PREFIX}' AND key < 'erase0' LIMIT 100`,
    )
    .all<{ userId: string; until: string }>();
  return results;
}

export function endErasing(db: D1Database, userId: string): D1PreparedStatement {
  return db.prepare("DELETE FROM seen WHERE key = ?").bind(`${ERASE_PREFIX}${userId}`);
}
