// Recruiters' messages, forwarded by hand, attached, by rule, or as invitations: record, and answer with a receipt.
import { normaliseAddress } from "../mail/address.ts";
import { composeReceipt } from "../letters/receipt.ts";
import type { Recorded } from "../letters/receipt.ts";
import { lessonsOf } from "../opportunity/corrections.ts";
import { readOriginal } from "../opportunity/read.ts";
import { openHistory } from "../desk/history.ts";
import type { History } from "../desk/history.ts";
import { dueNow, recordOriginal } from "../desk/recording.ts";
import { addSeconds, dayOf } from "../calendar.ts";
import { copyAddresses } from "../mail/address.ts";
import { letterTo } from "../store/outbox.ts";
import { writerOf } from "../store/people.ts";
import { NOTHING_SETTLED } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";
import type { Happened } from "../letters/happened.ts";
import { commentOrders, commentWord, obeyComment } from "./comments.ts";

/** More forwards than this within ten minutes share one receipt: somebody hands over a whole search at once. */
const MOST_RECEIPTS = 5;
const SHARED_RECEIPT_SECONDS = 600;

/** Records every original of the message and writes the receipt. */
export async function settleOriginals(inbound: Inbound): Promise<Settled> {
  const { claim, arrived, world } = inbound;
  const history = openHistory(claim.person, claim.history, world.now, claim.receivedAt);
  // A sender is never invented: what has none is kept and asked about, whatever it reads like.
  const placeable = arrived.arrival === "unplaced" ? [] : arrived.originals;
  const { orders, asks } = commentOrders(inbound, history);
  const word = commentWord(orders);
  const recorded = placeable.map((original, at) =>
    recordOriginal(
      original,
      { inboundId: claim.id, at, receivedAt: claim.receivedAt },
      word,
      history,
      inbound.author,
    ),
  );
  const { records, happened } = obeyComment(orders, recorded, history, inbound);
  const needsReceipt =
    claim.person.receipts === "always" ||
    arrived.arrival === "unplaced" ||
    whatItNeeds(records) !== null ||
    happened.length + asks.length + dueNow(records, history).length > 0;
  const sharesReceipt = claim.recentReceipts >= MOST_RECEIPTS;
  return {
    ...NOTHING_SETTLED,
    state: "delivered",
    reason: arrived.arrival === "unplaced" ? "unplaced" : whatItNeeds(records),
    changes: history.changes(),
    ...(!needsReceipt
      ? {}
      : sharesReceipt
        ? { receiptDueAt: claim.sharedReceiptAt ?? addSeconds(world.now, SHARED_RECEIPT_SECONDS) }
        : { letters: [await receiptFor(records, { happened, asks }, history, inbound)] }),
    lessons: placeable.flatMap((original) =>
      lessonsOf(word.said, readOriginal(original, { zone: claim.person.zone }), original),
    ),
  };
}

/** `unsure` or `unclear` when one of them needs the person's word. */
function whatItNeeds(records: readonly Recorded[]): string | null {
  return records.find(({ became }) => became === "unsure" || became === "unclear")?.became ?? null;
}

async function receiptFor(
  records: readonly Recorded[],
  comment: { readonly happened: readonly Happened[]; readonly asks: readonly string[] },
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
  const letterId = world.newId();
  const composed = await composeReceipt({
    subject: byHand ? message.subject : null,
    records,
    ...comment,
    followUps: history.followUps(),
    due: dueNow(records, history),
    opportunities: history.opportunities(),
    strangerAddress: byHand && !isOwn ? from : null,
    unplaced: arrived.arrival === "unplaced" ? { inboundId: claim.id, at: 0 } : null,
    ...writerOf(person),
    today: dayOf(world.now, person.zone),
    now: world.now,
    mailDomain: world.settings.mailDomain,
    person: person.id,
    revision: history.revision(),
    copyTo: await copyAddresses(letterId, world.settings.mailDomain, world.settings.signingSecret),
  });
  const isQuestion = !records.some(
    ({ became }) => became === "recorded" || became === "known" || became === "aside",
  );
  return letterTo(
    person,
    {
      id: letterId,
      key: `receipt/${claim.id}`,
      kind: isQuestion ? "question" : "receipt",
      inReplyTo: byHand && isOwn ? message.messageId : null,
    },
    composed,
  );
}
