// What a link in a letter lets somebody do, once. The link carries the token, the row only its hash (SHA-256).
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { TokenPurpose } from "../vocabulary.ts";

const DAY_SECONDS = 24 * 3600;
const LIFETIME_SECONDS: Readonly<Record<TokenPurpose, number>> = {
  obey: 7 * DAY_SECONDS,
  forget: 7 * DAY_SECONDS,
  "delete-me": 7 * DAY_SECONDS,
  "sign-up": 2 * DAY_SECONDS,
};

export type Token = {
  readonly userId: string;
  readonly purpose: TokenPurpose;
  /** Ids of what it is about: the inbound message, or opportunities. */
  readonly about: readonly string[];
};

export type NewToken = Token & {
  /** 128 random bits or more, in base32. */
  readonly secret: string;
};

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

/** What a token is for; null when there is none, it was used, or its time is up. */
export async function findToken(db: D1Database, secret: string, now: Instant): Promise<Token | null> {
  const row = await db
    .prepare(
      "SELECT user_id AS userId, purpose, about FROM tokens WHERE hash = ? AND used_at IS NULL AND expires_at > ?",
    )
    .bind(await hashOf(secret), now)
    .first<Omit<Token, "about"> & { about: string }>();
  return row && { ...row, about: JSON.parse(row.about) as string[] };
}

/** Uses a token up: true for the first who does. */
export async function useToken(db: D1Database, secret: string, now: Instant): Promise<boolean> {
  const { meta } = await db
    .prepare("UPDATE tokens SET used_at = ?2 WHERE hash = ?1 AND used_at IS NULL AND expires_at > ?2")
    .bind(await hashOf(secret), now)
    .run();
  return meta.changes === 1;
}

/** Tokens that nobody can use any more; with them whoever never confirmed that they wanted to sign up. */
export async function forgetTokens(db: D1Database, now: Instant): Promise<void> {
  await db.batch([
    db
      .prepare(
        "DELETE FROM users WHERE id IN (SELECT user_id FROM tokens WHERE purpose = 'sign-up' AND used_at IS NULL AND expires_at <= ?)",
      )
      .bind(now),
    db.prepare("DELETE FROM tokens WHERE expires_at <= ?").bind(now),
  ]);
}

async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`token/${secret}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
