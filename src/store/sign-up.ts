// A new person with everything that makes them one: their address, their secret inbox, and the letter that tells it.
import { nextDigestAt } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import { composeSignUp, composeWelcome } from "../letters/notices.ts";
import { enqueueLetters, letterTo } from "./outbox.ts";
import { NEVER, addPerson } from "./people.ts";
import type { Person } from "./people.ts";
import { insertToken } from "./tokens.ts";

export type SignUp = {
  readonly userId: string;
  readonly letterId: string;
  readonly inbox: string;
  readonly address: string;
  readonly name: string | null;
  readonly zone: Zone;
  /** Whether somebody vouches for the address; otherwise the first mail that proves its sender does. */
  readonly verified: boolean;
  readonly now: Instant;
};

/** Somebody who wrote to the public address: known by their address only, until they confirm. */
export type Applicant = {
  readonly userId: string;
  readonly letterId: string;
  readonly secret: string;
  readonly address: string;
  readonly name: string | null;
  readonly zone: Zone;
  readonly link: string;
  readonly now: Instant;
};

/** The statements that ask somebody whether they want to sign up; without an answer they are gone after two days. */
export async function askToSignUp(db: D1Database, applicant: Applicant): Promise<D1PreparedStatement[]> {
  const { userId, letterId, secret, address, name, zone, link, now } = applicant;
  const letter = {
    id: letterId,
    key: "sign-up",
    kind: "welcome",
    to: address,
    ...(await composeSignUp(link)),
    attachments: [],
    inReplyTo: null,
    items: [],
  } as const;
  return [
    db
      .prepare(
        "INSERT INTO users (id, name, zone, next_digest_at, next_wake_at, created_at) VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
      )
      .bind(userId, name, zone, NEVER, now),
    db
      .prepare("INSERT INTO addresses (address, user_id, kind, created_at) VALUES (?, ?, 'sender', ?)")
      .bind(address, userId, now),
    await insertToken(db, { secret, userId, purpose: "sign-up", about: [] }, now),
    ...enqueueLetters(db, userId, [letter], now),
  ];
}

/** The statements that ask an applicant again: with a link of its own, because the first letter may never have come. */
export async function askOnceMore(
  db: D1Database,
  person: Person,
  { letterId, secret, link, now }: Pick<Applicant, "letterId" | "secret" | "link" | "now">,
): Promise<D1PreparedStatement[]> {
  const key = `sign-up/${letterId}`;
  const letter = letterTo(
    person,
    { id: letterId, key, kind: "welcome" },
    { letter: await composeSignUp(link) },
  );
  return [
    await insertToken(db, { secret, userId: person.id, purpose: "sign-up", about: [] }, now),
    ...enqueueLetters(db, person.id, [letter], now),
  ];
}

/** The statements that make an applicant a person: proven by the link in their mailbox. */
export async function confirmSignUp(
  db: D1Database,
  person: Person,
  { letterId, inbox, now }: { readonly letterId: string; readonly inbox: string; readonly now: Instant },
): Promise<D1PreparedStatement[]> {
  const firstDigestAt = nextDigestAt(person.schedule, now);
  const welcome = letterTo(
    person,
    { id: letterId, key: "welcome", kind: "welcome" },
    { letter: await composeWelcome(inbox, person.zone) },
  );
  return [
    db
      .prepare("UPDATE users SET next_digest_at = ?2, next_wake_at = ?2 WHERE id = ?1")
      .bind(person.id, firstDigestAt),
    db
      .prepare("UPDATE addresses SET verified_at = ?2 WHERE user_id = ?1 AND kind = 'sender'")
      .bind(person.id, now),
    db
      .prepare(
        "INSERT INTO addresses (address, user_id, kind, verified_at, created_at) VALUES (?1, ?2, 'inbox', ?3, ?3)",
      )
      .bind(inbox, person.id, now),
    ...enqueueLetters(db, person.id, [welcome], now),
  ];
}

/** The statements that sign a person up. They fail as a whole when the address is somebody's already. */
export async function signUp(db: D1Database, person: SignUp): Promise<D1PreparedStatement[]> {
  const { userId, letterId, inbox, address, zone, now } = person;
  const firstDigestAt = nextDigestAt({ every: "week", weekday: 1, hour: 8, zone }, now);
  const letter = await composeWelcome(inbox, zone);
  const welcome = {
    id: letterId,
    key: "welcome",
    kind: "welcome",
    to: address,
    ...letter,
    attachments: [],
    inReplyTo: null,
    items: [],
  } as const;
  return [
    ...addPerson(db, { ...person, id: userId, nextDigestAt: firstDigestAt }),
    ...enqueueLetters(db, userId, [welcome], now),
  ];
}
