// What a link in a letter lets somebody do, once. The link carries the token, the row only its hash (SHA-256).
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { TokenPurpose } from "../vocabulary.ts";
import { erasePerson } from "./forget.ts";

const DAY_SECONDS = 24 * 3600;
/** How long a link that signs somebody in works. */
export const SIGN_IN_MINUTES = 15;
const LIFETIME_SECONDS: Readonly<Record<TokenPurpose, number>> = {
  obey: 7 * DAY_SECONDS,
  forget: 7 * DAY_SECONDS,
  "delete-me": 7 * DAY_SECONDS,
  "sign-up": 2 * DAY_SECONDS,
  "add-address": 2 * DAY_SECONDS,
  "sign-in": SIGN_IN_MINUTES * 60,
  session: 30 * DAY_SECONDS,
};

export type Token = {
  readonly userId: string;
  readonly purpose: TokenPurpose;
  /** What it is about: ids of the inbound message or of opportunities, or an address. */
  readonly about: readonly string[];
};

export type NewToken = Token & {
  /** 128 random bits or more, in base32. */
  readonly secret: string;
};

/** A token whose link stands in a stored letter, by the name of that link. */
export type LinkToken = Token & { readonly name: string };

/** The statement that keeps a token for its time. */
export async function insertToken(
  db: D1Database,
  token: NewToken,
  now: Instant,
): Promise<D1PreparedStatement> {
  return db
    .prepare("INSERT INTO tokens (hash, user_id, purpose, about, expires_at) VALUES (?, ?, ?, ?, ?)")
    .bind(
      await hashOf(token.secret),
      token.userId,
      token.purpose,
      JSON.stringify(token.about),
      addSeconds(now, LIFETIME_SECONDS[token.purpose]),
    );
}

/** What a token is for, among these purposes; null when there is none, it was used, or its time is up. */
export async function findToken<P extends TokenPurpose>(
  db: D1Database,
  secret: string,
  purposes: readonly P[],
  now: Instant,
): Promise<(Token & { readonly purpose: P }) | null> {
  const row = await db
    .prepare(
      `SELECT user_id AS userId, purpose, about FROM tokens WHERE hash = ?1 AND uses = 0 AND expires_at > ?2
       AND purpose IN (SELECT value FROM json_each(?3))`,
    )
    .bind(await hashOf(secret), now, JSON.stringify(purposes))
    .first<{ userId: string; purpose: P; about: string }>();
  return row && { ...row, about: JSON.parse(row.about) as string[] };
}

/** Whose sessions end: a browser signs out, or a person signs out everywhere. */
export async function endSession(db: D1Database, secret: string): Promise<D1PreparedStatement> {
  return db.prepare("DELETE FROM tokens WHERE hash = ? AND purpose = 'session'").bind(await hashOf(secret));
}

/** The statement that ends sign-in links which went to an address that is not the person's any more. */
export function endSignInsBy(db: D1Database, userId: string, address: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM tokens WHERE user_id = ?1 AND purpose = 'sign-in' AND about = json_array(?2)
       AND NOT EXISTS (SELECT 1 FROM addresses WHERE user_id = ?1 AND address = ?2)`,
    )
    .bind(userId, address);
}

export function endSessionsOf(db: D1Database, userId: string): D1PreparedStatement {
  return db
    .prepare("DELETE FROM tokens WHERE user_id = ? AND purpose IN ('session', 'sign-in')")
    .bind(userId);
}

/** The first statement of the batch that does what a token allows: for a second user the whole batch fails (`isUsedUp`). */
export async function useToken(db: D1Database, secret: string): Promise<D1PreparedStatement> {
  return db.prepare("UPDATE tokens SET uses = uses + 1 WHERE hash = ?").bind(await hashOf(secret));
}

/** Asked for and never confirmed: who has no inbox after that time. */
const LAPSED = `SELECT DISTINCT user_id FROM tokens WHERE purpose = 'sign-up' AND expires_at <= ?
  AND NOT EXISTS (SELECT 1 FROM addresses WHERE addresses.user_id = tokens.user_id AND kind = 'inbox') LIMIT 10`;

/** Tokens that nobody can use any more; with them whoever never confirmed that they wanted to sign up, and what they may have written since. */
export async function forgetTokens(db: D1Database, now: Instant): Promise<void> {
  const { results } = await db.prepare(LAPSED).bind(now).all<{ user_id: string }>();
  await db.batch([
    ...results.flatMap(({ user_id: userId }) => erasePerson(db, userId, now)),
    db
      .prepare(
        `DELETE FROM tokens WHERE expires_at <= ?
           AND (purpose <> 'sign-up' OR EXISTS (SELECT 1 FROM addresses WHERE addresses.user_id = tokens.user_id AND kind = 'inbox'))`,
      )
      .bind(now),
  ]);
}

/** The hash under which a secret is kept. */
export async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`token/${secret}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
