// A new person in a database at hand: for the operator's command, the demo and the demo data.
import { randomBytes } from "node:crypto";
import { nextDigestAt } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import { composeWelcome } from "../letters/notices.ts";
import { base32, inboxAddress, normaliseAddress } from "../mail/address.ts";
import { enqueueLetters } from "../store/outbox.ts";
import { addPerson } from "../store/people.ts";

export type Added = { readonly userId: string; readonly inbox: string };

/** Adds a person whose address the operator vouches for, with a welcome letter in the outbox. Fails when the address is taken. */
export async function createPerson(
  db: D1Database,
  person: {
    readonly address: string;
    readonly name: string | null;
    readonly zone: Zone;
    readonly mailDomain: string;
    readonly now: Instant;
    /** Demo people have an address that their written mails can name; everybody else gets a secret one. */
    readonly inbox?: string;
  },
): Promise<Added> {
  const { name, zone, mailDomain, now } = person;
  const address = normaliseAddress(person.address);
  const id = newId();
  const inbox = person.inbox ?? inboxAddress(newId(), mailDomain);
  const nextWakeAt = nextDigestAt({ every: "week", weekday: 1, hour: 8, zone }, now);
  const welcome = {
    id: newId(),
    key: "welcome",
    kind: "welcome" as const,
    to: address,
    ...(await composeWelcome(inbox)),
    inReplyTo: null,
    items: [],
  };
  await db.batch([
    ...addPerson(db, { id, name, zone, address, inbox, verified: true, nextWakeAt, now }),
    ...enqueueLetters(db, id, [welcome], now),
  ]);
  return { userId: id, inbox };
}

function newId(): string {
  return base32(randomBytes(16));
}
