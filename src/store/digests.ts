// Everything a digest is composed from, in one round trip.
import type { Instant } from "../calendar.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import { WAITING_REASONS } from "./waiting.ts";
import { loadHistory, toHistory } from "./opportunities.ts";
import { loadPerson, toPerson } from "./people.ts";
import type { Person } from "./people.ts";

export type DigestMaterial = {
  readonly person: Person;
  readonly history: readonly Touchpoint[];
  /** When the last digest was prepared. */
  readonly since: Instant | null;
  /** Mails that wait for the person's word, while they are kept. */
  readonly unplaced: readonly { readonly inboundId: string; readonly at: null; readonly subject: string }[];
  readonly ignored: number;
  /** Whether mails have arrived that are not read yet. */
  readonly unread: boolean;
  /** Mails without a receipt of their own, by when they get one. */
  readonly receipts: readonly SharedReceipt[];
};

export type SharedReceipt = {
  readonly inboundId: string;
  readonly subject: string;
  /** What it needs: the person's word, or nothing. */
  readonly reason: string | null;
  readonly dueAt: Instant;
};

/** Loads the material; null when the person is gone. */
export async function loadDigestMaterial(db: D1Database, userId: string): Promise<DigestMaterial | null> {
  const [users, addresses, history, last, mails, receipts] = await db.batch([
    ...loadPerson(db, "?", userId),
    loadHistory(db, "?", userId),
    db.prepare("SELECT max(prepared_at) AS since FROM digests WHERE user_id = ?").bind(userId),
    db
      .prepare(
        `SELECT id, state, subject FROM inbound_messages WHERE user_id = ?1
         AND ((state = 'ignored' AND ended_at > coalesce((SELECT max(prepared_at) FROM digests WHERE user_id = ?1), ''))
           OR state IN ('pending', 'processing')
           OR (state = 'delivered' AND raw_key IS NOT NULL AND reason IN ${WAITING_REASONS}))
         ORDER BY received_at LIMIT 500`,
      )
      .bind(userId),
    db
      .prepare(
        `SELECT id AS inboundId, coalesce(subject, '') AS subject, reason, receipt_due_at AS dueAt FROM inbound_messages
         WHERE user_id = ? AND receipt_due_at IS NOT NULL ORDER BY received_at, id LIMIT 500`,
      )
      .bind(userId),
  ]);
  const person = toPerson(users?.results ?? [], addresses?.results ?? []);
  if (!person) return null;
  const rows = (mails?.results ?? []) as readonly { id: string; state: string; subject: string | null }[];
  return {
    person,
    history: toHistory(history?.results ?? []),
    since: (last?.results[0] as { since: string | null } | undefined)?.since ?? null,
    unplaced: rows
      .filter(({ state }) => state === "delivered")
      .map(({ id, subject }) => ({ inboundId: id, at: null, subject: subject ?? "" }))
      .slice(0, 20),
    unread: rows.some(({ state }) => state === "pending" || state === "processing"),
    ignored: rows.filter(({ state }) => state === "ignored").length,
    receipts: (receipts?.results ?? []) as unknown as readonly SharedReceipt[],
  };
}
