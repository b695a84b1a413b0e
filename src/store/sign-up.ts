// A new person with everything that makes them one: their address, their secret inbox, and the letter that tells it.
import { nextDigestAt } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import { composeWelcome } from "../letters/notices.ts";
import { enqueueLetters } from "./outbox.ts";
import { addPerson } from "./people.ts";

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

/** The statements that sign a person up. They fail as a whole when the address is somebody's already. */
export async function signUp(db: D1Database, person: SignUp): Promise<D1PreparedStatement[]> {
  const { userId, letterId, inbox, address, zone, now } = person;
  const firstDigestAt = nextDigestAt({ every: "week", weekday: 1, hour: 8, zone }, now);
  const letter = await composeWelcome(inbox);
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
