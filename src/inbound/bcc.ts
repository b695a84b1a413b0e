// The person wrote to somebody and copied us in secret: a touchpoint, and the follow-up whose draft it is has been sent. Once.
import { normaliseAddress } from "../mail/address.ts";
import { decide } from "../opportunity/decide.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { followUpBehind } from "../desk/desk.ts";
import { openHistory } from "../desk/history.ts";
import type { History } from "../desk/history.ts";
import { NOTHING_SETTLED, ignored } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Notes that the person wrote; finishes a follow-up when the copy address names it, or when only one can be meant. */
export function settleBcc(inbound: Inbound): Promise<Settled> {
  const { claim, message, world, owner, draftNumber } = inbound;
  const history = openHistory(claim.person, claim.history, world.now, claim.receivedAt);
  if (owner === null) return Promise.resolve(ignored("bcc-unproven"));
  const named =
    draftNumber === null ? undefined : followUpBehind(claim.letter?.items[draftNumber - 1], history);
  const opportunityId = named?.opportunityId ?? opportunityWrittenTo(inbound, history);
  if (opportunityId === null) return Promise.resolve(ignored("bcc-to-nobody-known"));
  // "Done" was said already: it is the same mail.
  if (named?.state === "done") return Promise.resolve(ignored("bcc-known"));
  const at = {
    opportunityId,
    happenedAt: earlier(message.date ?? claim.receivedAt, claim.receivedAt),
    inboundId: claim.id,
    originalKey: null,
  };
  history.append({ ...at, event: { kind: "person-wrote", subject: message.subject || null } });
  const followUp = named ?? onlyDue(opportunityId, history);
  if (followUp)
    for (const event of decide({ order: "MarkDone", followUp }, history.touchpoints()))
      history.append({ ...at, event });
  return Promise.resolve({ ...NOTHING_SETTLED, state: "delivered", changes: history.changes() });
}

/** The one opportunity with a contact among the recipients; null when there is none, or several. */
function opportunityWrittenTo({ message }: Inbound, history: History): string | null {
  const recipients = [...message.to, ...message.cc].map(({ address }) => normaliseAddress(address));
  const known = history
    .opportunities()
    .filter(({ contacts }) =>
      contacts.some(({ address }) => address !== null && recipients.includes(address)),
    );
  const [one] = known;
  return known.length === 1 && one ? one.id : null;
}

/** The only thing to be sent there by now. */
function onlyDue(opportunityId: string, history: History): FollowUp | null {
  const open = history
    .followUps()
    .filter(
      (one) =>
        one.state === "open" &&
        one.opportunityId === opportunityId &&
        one.dueOn <= history.today &&
        one.kind !== "deadline",
    );
  return open.length === 1 ? (open[0] ?? null) : null;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
