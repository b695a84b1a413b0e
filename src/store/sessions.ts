// A signed-in browser and everything that a page of its person shows, in one round trip.
import type { Instant } from "../calendar.ts";
import { loadPerson, toPerson } from "./people.ts";
import type { Person } from "./people.ts";
import { hashOf } from "./tokens.ts";

/** A statement about the person whom `which` (an SQL expression with one parameter) names. */
export type Load = (which: string, parameter: string) => D1PreparedStatement;

/** Whose session it is; the expiry is looked at beside it. */
const OWNER = "(SELECT user_id FROM tokens WHERE hash = ?1 AND purpose = 'session')";

/** The person of a session, with the rows of what else was asked for; null when there is no such session (any more). */
export async function loadSignedIn(
  db: D1Database,
  secret: string,
  loads: readonly Load[],
  now: Instant,
): Promise<{ readonly person: Person; readonly rows: readonly (readonly unknown[])[] } | null> {
  const hash = await hashOf(secret);
  const [session, users, addresses, ...rest] = await db.batch([
    db.prepare("SELECT expires_at FROM tokens WHERE hash = ? AND purpose = 'session'").bind(hash),
    ...loadPerson(db, OWNER, hash),
    ...loads.map((load) => load(OWNER, hash)),
  ]);
  const [row] = (session?.results ?? []) as readonly { expires_at: Instant }[];
  const person = toPerson(users?.results ?? [], addresses?.results ?? []);
  if (!row || row.expires_at <= now || !person) return null;
  return { person, rows: rest.map(({ results }) => results) };
}
