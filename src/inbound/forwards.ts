// Recruiters' messages, forwarded by hand, attached, by rule, or as invitations: record, and answer with a receipt.
import { normaliseAddress } from "../mail/address.ts";
import { composeReceipt } from "../letters/receipt.ts";
import type { Recorded } from "../letters/receipt.ts";
import { lessonsOf } from "../opportunity/corrections.ts";
import { readInstructions } from "../opportunity/instructions.ts";
import { readOriginal } from "../opportunity/read.ts";
import { openHistory } from "./history.ts";
import type { History } from "./history.ts";
import { NO_WORD, dueNow, recordOriginal } from "./recording.ts";
import type { Word } from "./recording.ts";
import { addressOf, NOTHING_SETTLED } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";
import { wordOf } from "./answers.ts";

/** Records every original of the message and writes the receipt. */
export async function settleOriginals(inbound: Inbound): Promise<Settled> {
  const { claim, arrived, world } = inbound;
  const history = openHistory(claim.person, claim.history, world.now);
  // A sender is never invented: what has none is kept and asked about, whatever it reads like.
  const placeable = arrived.arrival === "unplaced" ? [] : arrived.originals;
  const word = commentOf(inbound);
  const records = placeable.map((original, at) =>
    recordOriginal(
      original,
      { inboundId: claim.id, at, receivedAt: claim.receivedAt },
      word,
      history,
      inbound,
    ),
  );
  return {
    ...NOTHING_SETTLED,
    state: "delivered",
    reason: arrived.arrival === "unplaced" ? "unplaced" : whatItNeeds(records),
    changes: history.changes(),
    letters: [await receiptFor(records, history, inbound)],
    lessons: placeable.flatMap((original) =>
      lessonsOf(word.said, readOriginal(original, { zone: claim.person.zone }), original),
    ),
  };
}

/** What the person typed above the one mail that they forwarded; above several it would be a guess. */
function commentOf({ owner, arrived, world, claim }: Inbound): Word {
  if (owner === null || arrived.comment === null || arrived.originals.length !== 1) return NO_WORD;
  const history = openHistory(claim.person, claim.history, world.now);
  const { instructions } = readInstructions(arrived.comment, { today: history.today });
  return wordOf(instructions.filter(({ items }) => items.length === 0));
}

/** `unsure` or `unclear` when one of them needs the person's word. */
function whatItNeeds(records: readonly Recorded[]): string | null {
  return records.find(({ became }) => became === "unsure" || became === "unclear")?.became ?? null;
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
  const { letter, items } = await composeReceipt({
    subject: byHand ? message.subject : null,
    records,
    due: dueNow(records, history),
    opportunities: history.opportunities(),
    strangerAddress: byHand && !isOwn ? from : null,
    unplaced: arrived.arrival === "unplaced" ? { inboundId: claim.id, at: 0 } : null,
    me: person.name,
    tone: person.tone,
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
