// What a mailbox decides about one inbound message: nothing is written until all of it is written at once.
import type { Arrived } from "../mail/arrival.ts";
import type { Message } from "../mail/message.ts";
import type { Claim } from "../store/inbound.ts";
import type { Change } from "../store/opportunities.ts";
import type { NewLetter } from "../store/outbox.ts";
import type { World } from "../world.ts";

export type Settled = {
  readonly state: "delivered" | "ignored";
  /** Why it was ignored, or what it still needs (`unplaced`, `unsure`, `unclear`). */
  readonly reason: string | null;
  readonly changes: readonly Change[];
  readonly letters: readonly NewLetter[];
};

/** One sort of inbound message. */
export type Mailbox = (inbound: Inbound) => Promise<Settled>;

export type Inbound = {
  readonly world: Pick<World, "now" | "newId" | "settings">;
  readonly claim: Claim;
  readonly message: Message;
  readonly arrived: Arrived;
  /** The address of the person that provably sent the message; null when nobody proved it. */
  readonly owner: string | null;
};

/** Where letters to this person go. */
export function addressOf({ person }: Claim): string {
  const verified = person.senders.find(({ verifiedAt }) => verifiedAt !== null);
  return (verified ?? person.senders[0])?.address ?? "";
}

export function ignored(reason: string): Settled {
  return { state: "ignored", reason, changes: [], letters: [] };
}
