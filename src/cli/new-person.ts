// A new person in a database at hand: for the operator's command, the demo and the demo data.
import { randomBytes } from "node:crypto";
import type { Instant, Zone } from "../calendar.ts";
import { base32, inboxAddress, normaliseAddress } from "../mail/address.ts";
import { signUp } from "../store/sign-up.ts";

export type NewPerson = {
  readonly address: string;
  readonly name: string | null;
  readonly zone: Zone;
  readonly mailDomain: string;
  readonly now: Instant;
  /** Demo people have an address that their written mails can name; everybody else gets a secret one. */
  readonly inbox?: string;
};

/** Adds a person whose address the operator vouches for. Fails when the address is somebody's already. */
export async function createPerson(db: D1Database, person: NewPerson): Promise<{ readonly inbox: string }> {
  const inbox = person.inbox ?? inboxAddress(newId(), person.mailDomain);
  const address = normaliseAddress(person.address);
  const ids = { userId: newId(), letterId: newId() };
  await db.batch(await signUp(db, { ...person, ...ids, address, inbox, verified: true }));
  return { inbox };
}

function newId(): string {
  return base32(randomBytes(16));
}
