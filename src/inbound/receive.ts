// The door: gate, keep, note, queue. A throw before the row stands is a temporary failure and the sender tries again;
// after it, mail is ours and never lost. A permanent refusal is only for an unknown address or a mail that is too big.
import { draftOfCopyAddress, fingerprint, letterOfReplyAddress, normaliseAddress } from "../mail/address.ts";
import { letterIdIn } from "../mail/letter-id.ts";
import { endOfHeaders, header, messageIds, readHeaders } from "../mail/message.ts";
import type { Header } from "../mail/message.ts";
import { findRecipient, insertInbound } from "../store/inbound.ts";
import { firstWord } from "./first-word.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";

/** Cloudflare accepts up to 25 MiB; we say so ourselves instead of relying on it. */
export const MAX_RAW_BYTES = 25 * 1024 * 1024;

/** Mails of one person's, and of one sender to one person, in 24 hours; more have to wait. A whole search handed over at once stays far below. */
const MOST_A_DAY = { forOne: 1_000, fromOne: 300 } as const;

/** What arrives: the envelope (`from` where it is known), the size, and the bytes when they are wanted. */
export type Arriving = {
  readonly from?: string;
  readonly to: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
};

export type Received =
  | { readonly is: "accepted"; readonly inboundId: string }
  | { readonly is: "duplicate" }
  | { readonly is: "for-operator" }
  /** Somebody's first word to us: they are asked whether they want to sign up. */
  | { readonly is: "asked" }
  /** A letter of ours came back to our public address. */
  | { readonly is: "noted" }
  /** Too much at the moment: temporary, the sending server comes again. */
  | { readonly is: "later" }
  /** Permanent: the sender sees the sentence. */
  | { readonly is: "rejected"; readonly reason: string };

/** Takes a mail in, exactly once by (person, Message-ID, checksum). Two round trips to D1, one to R2. */
export async function receive(world: World, arriving: Arriving): Promise<Received> {
  const { db, settings, now } = world;
  const recipient = normaliseAddress(arriving.to);
  if (OPERATOR_MAILBOXES.some((mailbox) => recipient === `${mailbox}@${settings.mailDomain}`))
    return { is: "for-operator" };
  if (arriving.size > MAX_RAW_BYTES)
    return { is: "rejected", reason: "Message too big: the limit is 25 MiB." };
  if (arriving.from && !(await world.limits.mails(normaliseAddress(arriving.from)))) return { is: "later" };
  const letterId =
    (await letterOfReplyAddress(recipient, settings.believedSecrets)) ??
    (await draftOfCopyAddress(recipient, settings.believedSecrets))?.letterId ??
    null;
  const raw = await arriving.bytes();
  const headers = await readHeaders(raw);
  const messageId = messageIds(header(headers, "message-id"))[0] ?? "";
  const checksum = await checksumOf(headers, messageId, raw);
  const thread = ["references", "in-reply-to"].flatMap((name) => messageIds(header(headers, name)));
  const sender = await fingerprint(`sender/${senderOf(headers)}`, settings.signingSecret);
  const owner = await findRecipient(db, {
    address: recipient,
    // Some clients answer the From instead of the Reply-To.
    isPublic: recipient === publicAddress(settings.lettersFrom),
    letterId,
    named: letterIdIn(thread, settings.mailDomain),
    thread: thread.slice(-MOST_REFERENCES),
    messageId,
    checksum,
    sender,
    now,
  });
  if (!owner && recipient === publicAddress(settings.lettersFrom)) return firstWord(world, raw);
  if (!owner) return { is: "rejected", reason: "There is no mailbox with this address." };
  if (owner.isKnown) return { is: "duplicate" };
  if (owner.arrivedToday >= MOST_A_DAY.forOne || owner.fromSenderToday >= MOST_A_DAY.fromOne)
    return { is: "later" };
  const inboundId = world.newId();
  const rawKey = `${owner.userId}/${checksum}`;
  await world.raw.put(rawKey, raw);
  const inserted = await insertInbound(db, {
    id: inboundId,
    userId: owner.userId,
    recipient,
    letterId: owner.letterId,
    messageId,
    checksum,
    sender,
    rawKey,
    size: raw.length,
    subject: header(headers, "subject")?.slice(0, 200) ?? null,
    now,
  });
  if (!inserted) return { is: "duplicate" };
  await queueJobs(world, [{ verb: "process", inboundId }]);
  return { is: "accepted", inboundId };
}

/** Who says to have sent it, as it is compared: an address, or whatever stands in its place. */
function senderOf(headers: readonly Header[]): string {
  const from = header(headers, "from") ?? "";
  return normaliseAddress(/<([^<>]{3,320})>/.exec(from)?.[1] ?? from).slice(0, 320);
}

/** A thread names its last mails last. */
const MOST_REFERENCES = 50;

/** The address that everybody sees as the sender of our letters. */
function publicAddress(lettersFrom: string): string {
  return normaliseAddress(/<([^>]*)>/.exec(lettersFrom)?.[1] ?? lettersFrom);
}

const OPERATOR_MAILBOXES = ["postmaster", "abuse"];

/**
 * What makes a mail this mail: never its trace headers, which change at every retry of the sending server.
 * Without a Message-ID the body counts too.
 */
async function checksumOf(headers: readonly Header[], messageId: string, raw: Uint8Array): Promise<string> {
  const named = ["message-id", "date", "from", "subject"]
    .map((name) => header(headers, name) ?? "")
    .join("\n");
  const encoded = new TextEncoder().encode(named);
  const body = messageId === "" ? raw.subarray(endOfHeaders(raw)) : new Uint8Array();
  const bytes = new Uint8Array(encoded.length + body.length);
  bytes.set(encoded);
  bytes.set(body, encoded.length);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
