// The outbox: every letter waits here until it has left. A letter's key makes it one, its id makes its sending one.
import type { Day, Instant } from "../calendar.ts";
import { addSeconds } from "../calendar.ts";
import type { LetterKind, OutboxState, StopReason } from "../vocabulary.ts";
import { addressOf } from "./people.ts";
import type { Person } from "./people.ts";

/** How long a sender has a letter to itself. */
const SENDING_LEASE_SECONDS = 120;
/** The provider forgets idempotency keys after 24 h: an unanswered attempt is repeated only well before that. */
export const RETRY_WINDOW_SECONDS = 23 * 3600;

/** A file that goes with a letter. */
export type Attachment = { readonly name: string; readonly type: string; readonly text: string };

/** A letter with its way out. */
type OutboxLetter = {
  readonly id: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** The Message-ID that it answers, without angle brackets. */
  readonly inReplyTo: string | null;
};

export type NewLetter = OutboxLetter & {
  /** `receipt/<inbound>`, `digest/<day>` …: the same key twice is the same letter. */
  readonly key: string;
  /** What stands behind its numbers. */
  readonly items: readonly string[];
};

/** What was composed, to a person: with its key, and the mail that it answers. */
export function letterTo(
  person: Person,
  {
    inReplyTo = null,
    ...how
  }: Pick<NewLetter, "id" | "key" | "kind"> & { readonly inReplyTo?: string | null },
  composed: {
    readonly letter: { readonly subject: string; readonly text: string; readonly html: string };
    readonly items?: readonly string[];
    readonly attachments?: readonly Attachment[];
  },
): NewLetter {
  const { letter, items = [], attachments = [] } = composed;
  return { ...how, to: addressOf(person), ...letter, attachments, inReplyTo, items };
}

/** Puts letters into the outbox; one whose key is there already is left as it is. */
export function enqueueLetters(
  db: D1Database,
  userId: string,
  letters: readonly NewLetter[],
  now: Instant,
): D1PreparedStatement[] {
  if (letters.length === 0) return [];
  return [
    db
      .prepare(
        `INSERT INTO outbox (id, user_id, letter_key, kind, to_address, subject, text, html, attachments, in_reply_to, items, not_before, created_at)
         SELECT value ->> 'id', ?2, value ->> 'key', value ->> 'kind', value ->> 'to', value ->> 'subject', value ->> 'text', value ->> 'html', value ->> 'attachments',
           value ->> 'inReplyTo', value ->> 'items', ?3, ?3
         FROM json_each(?1) WHERE true ON CONFLICT (user_id, letter_key) DO NOTHING`,
      )
      .bind(
        JSON.stringify(
          letters.map((letter) => ({
            ...letter,
            items: JSON.stringify(letter.items),
            attachments: JSON.stringify(letter.attachments),
          })),
        ),
        userId,
        now,
      ),
  ];
}

/** The statement that finds the newest letters with numbers about an opportunity, as `LetterAbout`; `which` as in `loadPerson`. */
export function loadLettersAbout(
  db: D1Database,
  which: string,
  parameter: string,
  opportunityId: string,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, items FROM outbox WHERE user_id = ${which} AND instr(items, ?2) > 0 ORDER BY created_at DESC LIMIT 10`,
    )
    .bind(parameter, opportunityId);
}

export type LetterAbout = { readonly id: string; readonly items: readonly string[] };

/** The letters that `loadLettersAbout` found. */
export function toLettersAbout(rows: readonly unknown[] = []): LetterAbout[] {
  return (rows as readonly { readonly id: string; readonly items: string }[]).map(({ id, items }) => ({
    id,
    items: JSON.parse(items) as string[],
  }));
}

/** The row that makes a digest the only one of its person and local day. */
export function insertDigest(
  db: D1Database,
  digest: {
    readonly userId: string;
    readonly coversOn: Day;
    readonly letterId: string;
    /** It leaves long after its time. */
    readonly isLate: boolean;
    readonly now: Instant;
  },
): D1PreparedStatement {
  return db
    .prepare("INSERT INTO digests (user_id, covers_on, letter_id, prepared_at, late) VALUES (?, ?, ?, ?, ?)")
    .bind(digest.userId, digest.coversOn, digest.letterId, digest.now, digest.isLate ? 1 : 0);
}

export type ClaimedLetter = OutboxLetter & {
  readonly userId: string;
  readonly lease: string;
  readonly attempts: number;
  readonly firstAttemptAt: Instant;
  /** 1: an attempt was made and nobody knows whether the letter left. */
  readonly unanswered: 0 | 1;
  /** The name of the secret that signs it: that of its first attempt. */
  readonly signedWith: string;
  /** Why letters to its address have stopped; null: they leave. */
  readonly stopped: StopReason | null;
};

/** Claims a letter that may leave now. Null: it left, is being sent, or waits. */
export async function claimLetter(
  db: D1Database,
  id: string,
  lease: string,
  signedWith: string,
  now: Instant,
): Promise<ClaimedLetter | null> {
  const row = await db
    .prepare(
      `UPDATE outbox SET state = 'sending', lease = ?2, lease_until = ?3, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, ?4), signed_with = coalesce(signed_with, ?5),
         unanswered = CASE WHEN state = 'sending' THEN 1 ELSE unanswered END
       WHERE id = ?1 AND text IS NOT NULL AND ((state = 'waiting' AND not_before <= ?4) OR (state = 'sending' AND lease_until <= ?4))
       RETURNING id, user_id AS userId, kind, to_address AS "to", subject, text, html, attachments, in_reply_to AS inReplyTo, lease, attempts, first_attempt_at AS firstAttemptAt, unanswered, signed_with AS signedWith,
         (SELECT stopped_because FROM addresses WHERE address = to_address AND addresses.user_id = outbox.user_id) AS stopped`,
    )
    .bind(id, lease, addSeconds(now, SENDING_LEASE_SECONDS), now, signedWith)
    .first<Omit<ClaimedLetter, "attachments"> & { attachments: string }>();
  return row && { ...row, attachments: JSON.parse(row.attachments) as Attachment[] };
}

/** The provider's own Message-ID of a letter: replies name it where a client drops ours. */
export async function noteMessageId(db: D1Database, id: string, messageId: string): Promise<void> {
  await db.prepare("UPDATE outbox SET message_id = ? WHERE id = ?").bind(messageId, id).run();
}

/** What became of an attempt. Written only while the lease is still ours. */
export async function endAttempt(
  db: D1Database,
  letter: Pick<ClaimedLetter, "id" | "lease">,
  end: {
    readonly state: OutboxState;
    readonly providerId: string | null;
    readonly reason: string | null;
    readonly notBefore: Instant;
    readonly sentAt: Instant | null;
    readonly unanswered: 0 | 1;
  },
): Promise<void> {
  await db
    .prepare(
      `UPDATE outbox SET state = ?3, provider_id = coalesce(?4, provider_id), reason = ?5, not_before = ?6, sent_at = ?7, unanswered = ?8, lease = NULL, lease_until = NULL
       WHERE id = ?1 AND lease = ?2`,
    )
    .bind(
      letter.id,
      letter.lease,
      end.state,
      end.providerId,
      end.reason,
      end.notBefore,
      end.sentAt,
      end.unanswered,
    )
    .run();
}

/** Letters that should have left: waiting past their time, or with a sender that never came back. */
export async function stuckLetterIds(db: D1Database, now: Instant, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM outbox WHERE (state = 'waiting' AND not_before <= ?1) OR (state = 'sending' AND lease_until <= ?1)
       ORDER BY not_before LIMIT ?2`,
    )
    .bind(now, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Empties letters that left, or failed, before `sentBefore`: their numbers stay, their words go. */
export async function forgetBodies(db: D1Database, sentBefore: Instant): Promise<void> {
  await db
    .prepare(
      "UPDATE outbox SET text = NULL, html = NULL, attachments = '[]' WHERE text IS NOT NULL AND (sent_at <= ?1 OR (state IN ('failed', 'unknown') AND created_at <= ?1))",
    )
    .bind(sentBefore)
    .run();
}

/** A letter as the local mailbox shows it. */
export type ShownLetter = {
  readonly id: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  readonly state: OutboxState;
  readonly inReplyTo: string | null;
  readonly createdAt: Instant;
};

const SHOWN =
  'id, kind, to_address AS "to", subject, text, html, attachments, state, in_reply_to AS inReplyTo, created_at AS createdAt';

export async function listLetters(db: D1Database, userId: string, limit: number): Promise<ShownLetter[]> {
  const { results } = await db
    .prepare(`SELECT ${SHOWN} FROM outbox WHERE user_id = ? ORDER BY created_at DESC, rowid DESC LIMIT ?`)
    .bind(userId, limit)
    .all<ShownRow>();
  return results.map(toShown);
}

export async function findLetter(db: D1Database, id: string): Promise<ShownLetter | null> {
  const row = await db.prepare(`SELECT ${SHOWN} FROM outbox WHERE id = ?`).bind(id).first<ShownRow>();
  return row && toShown(row);
}

type ShownRow = Omit<ShownLetter, "attachments"> & { readonly attachments: string };

function toShown(row: ShownRow): ShownLetter {
  return { ...row, attachments: JSON.parse(row.attachments) as Attachment[] };
}
