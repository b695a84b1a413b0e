// Recruiters' messages, forwarded by hand, attached, by rule, or as invitations: read, match, decide, and answer with a receipt.
import type { Original } from "../mail/original.ts";
import { normaliseAddress } from "../mail/address.ts";
import { composeReceipt } from "../letters/receipt.ts";
import type { Recorded } from "../letters/receipt.ts";
import { REVIEW_BELOW, decide, happenedAt, isKnown, originalKey } from "../opportunity/decide.ts";
import { matchOpportunity } from "../opportunity/match.ts";
import { replay } from "../opportunity/opportunity.ts";
import { readOriginal } from "../opportunity/read.ts";
import { openHistory } from "./history.ts";
import type { History } from "./history.ts";
import { addressOf } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Records every original of the message and writes the receipt. */
export async function settleOriginals(inbound: Inbound): Promise<Settled> {
  const { claim, arrived, world } = inbound;
  const history = openHistory(claim.person, claim.history, world.now);
  // A sender is never invented: what has none is kept and asked about, whatever it reads like.
  const placeable = arrived.arrival === "unplaced" ? [] : arrived.originals;
  const records = placeable.map((original) => record(original, history, inbound));
  const receipt = await receiptFor(records, history, inbound);
  return {
    state: "delivered",
    reason: arrived.arrival === "unplaced" ? "unplaced" : whatItNeeds(records),
    changes: history.changes(),
    letters: [receipt],
  };
}

/** `unsure` or `unclear` when one of them needs the person's word. */
function whatItNeeds(records: readonly Recorded[]): string | null {
  return records.find(({ became }) => became === "unsure" || became === "unclear")?.became ?? null;
}

function record(original: Original, history: History, { claim, world }: Inbound): Recorded {
  const reading = readOriginal(original, { zone: claim.person.zone });
  const as = (became: Recorded["became"], opportunityId: string | null): Recorded => ({
    original,
    reading,
    became,
    opportunity:
      opportunityId === null ? null : replay(opportunityId, history.touchpoints(), claim.person.zone),
  });
  if (isKnown(original, history.touchpoints())) return as("known", knownIn(original, history));
  if (reading.kind === "other-job" || reading.kind === "not-job") return as("aside", null);
  if (reading.certainty < REVIEW_BELOW) return as("unsure", null);
  const match = matchOpportunity(reading, original, history.opportunities(), history.touchpoints());
  if (match.is === "unclear") return as("unclear", null);
  const opportunityId = match.is === "known" ? match.opportunityId : world.newId();
  for (const event of decide({ order: "RecordMessage", reading, original }, history.touchpoints()))
    history.append({
      opportunityId,
      happenedAt: happenedAt(original, claim.receivedAt),
      inboundId: claim.id,
      originalKey: originalKey(original),
      event,
    });
  return as("recorded", opportunityId);
}

function knownIn(original: Original, history: History): string | null {
  const key = originalKey(original);
  return history.touchpoints().find((touchpoint) => touchpoint.originalKey === key)?.opportunityId ?? null;
}

async function receiptFor(
  records: readonly Recorded[],
  history: History,
  inbound: Inbound,
): Promise<Settled["letters"][number]> {
  const { claim, message, arrived, world } = inbound;
  const { person } = claim;
  const from = normaliseAddress(message.from?.address ?? "");
  const isOwn = person.senders.some(({ address }) => address === from);
  // A rule forwarded it: a receipt in the recruiter's thread would invite an answer to us instead of them.
  const byHand =
    arrived.arrival === "forward" || arrived.arrival === "attached-forward" || arrived.arrival === "unplaced";
  const concerned = records.flatMap(({ became, opportunity }) =>
    became === "recorded" && opportunity ? [opportunity.id] : [],
  );
  const { letter, items } = await composeReceipt({
    subject: byHand ? message.subject : null,
    records,
    due: history
      .followUps()
      .filter(
        ({ state, dueOn, opportunityId }) =>
          state === "open" && dueOn <= history.today && concerned.includes(opportunityId),
      ),
    opportunities: history.opportunities(),
    strangerAddress: byHand && !isOwn ? from : null,
    me: person.name,
    zone: person.zone,
    today: history.today,
    inbox: person.inbox,
  });
  return {
    id: world.newId(),
    key: `receipt/${claim.id}`,
    kind: "receipt",
    to: addressOf(claim),
    ...letter,
    inReplyTo: byHand && isOwn ? message.messageId : null,
    items,
  };
}
