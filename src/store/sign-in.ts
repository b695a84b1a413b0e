// Signing in: a letter with a link for whoever may, the same statements for everybody else, and a session for the browser.
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Letter } from "../letters/render.ts";
import { SIGN_IN_MINUTES, hashOf, insertToken, useToken } from "./tokens.ts";

/** Proven addresses of people who have signed up. */
const MAY_SIGN_IN = `addresses AS mine WHERE mine.address = ?1 AND mine.kind = 'sender' AND mine.verified_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM addresses AS theirs WHERE theirs.user_id = mine.user_id AND theirs.kind = 'inbox')`;

/** The statements that send a sign-in letter to an address, if its person may sign in with it; otherwise they do nothing, in the same time. */
export async function askToSignIn(
  db: D1Database,
  asked: {
    readonly address: string;
    readonly letterId: string;
    readonly secret: string;
    /** The name of the secret that made it. */
    readonly signedWith: string;
    readonly letter: Letter;
    readonly now: Instant;
  },
): Promise<D1PreparedStatement[]> {
  const { address, letterId, secret, signedWith, letter, now } = asked;
  return [
    db
      .prepare(
        `INSERT INTO tokens (hash, user_id, purpose, about, expires_at) SELECT ?2, mine.user_id, 'sign-in', ?3, ?4 FROM ${MAY_SIGN_IN}`,
      )
      .bind(address, await hashOf(secret), JSON.stringify([address]), addSeconds(now, SIGN_IN_MINUTES * 60)),
    db
      .prepare(
        `INSERT INTO outbox (id, user_id, letter_key, kind, to_address, subject, text, html, not_before, created_at, signed_with)
         SELECT ?2, mine.user_id, 'sign-in/' || ?2, 'sign-in', ?1, ?3, ?4, ?5, ?6, ?6, ?7 FROM ${MAY_SIGN_IN}`,
      )
      .bind(address, letterId, letter.subject, letter.text, letter.html, now, signedWith),
  ];
}

/** The statements that turn a sign-in link into a session, once. */
export async function signIn(
  db: D1Database,
  { link, session, userId }: { readonly link: string; readonly session: string; readonly userId: string },
  now: Instant,
): Promise<D1PreparedStatement[]> {
  return [await useToken(db, link), await startSession(db, { session, userId }, now)];
}

/** The statement that starts a session for a browser that holds its secret. */
export function startSession(
  db: D1Database,
  { session, userId }: { readonly session: string; readonly userId: string },
  now: Instant,
): Promise<D1PreparedStatement> {
  return insertToken(db, { secret: session, userId, purpose: "session", about: [] }, now);
}
