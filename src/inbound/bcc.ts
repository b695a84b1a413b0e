// The person wrote to somebody and copied us in secret: a touchpoint, and the one open follow-up to that contact is done.
import { normaliseAddress } from "../mail/address.ts";
import { decide } from "../opportunity/decide.ts";
import { openHistory } from "./history.ts";
import { NOTHING_SETTLED, ignored } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Notes that the person wrote; finishes a follow-up only when it is certain which one. */
export function settleBcc({ claim, message, world, owner }: Inbound): Promise<Settled> {
  const history = openHistory(claim.person, claim.history, world.now);
  const recipients = [...message.to, ...message.cc].map(({ address }) => normaliseAddress(address));
  const known = history
    .opportunities()
    .filter(({ contacts }) =>
      contacts.some(({ address }) => address !== null && recipients.includes(address)),
    );
  const [opportunity] = known;
  if (owner === null) return Promise.resolve(ignored("bcc-unproven"));
  if (known.length !== 1 || !opportunity) return Promise.resolve(ignored("bcc-to-nobody-known"));
  const at = {
    opportunityId: opportunity.id,
    happenedAt: message.date ?? claim.receivedAt,
    inboundId: claim.id,
    originalKey: null,
  };
  history.append({ ...at, event: { kind: "person-wrote", subject: message.subject || null } });
  const open = history
    .followUps()
    .filter(
      ({ state, opportunityId, dueOn, kind }) =>
        state === "open" && opportunityId === opportunity.id && dueOn <= history.today && kind !== "deadline",
    );
  const [followUp] = open;
  if (open.length === 1 && followUp)
    for (const event of decide({ order: "MarkDone", followUp }, history.touchpoints()))
      history.append({ ...at, event });
  return Promise.resolve({ ...NOTHING_SETTLED, state: "delivered", changes: history.changes() });
}
