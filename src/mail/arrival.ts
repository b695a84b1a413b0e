// How a message reached us: PRODUCT section 2's table as an ordered list, first match wins.
// The Worker and `npm run inspect` both come through here.
import type { Zone } from "../calendar.ts";
import type { Arrival } from "../vocabulary.ts";
import { normaliseAddress } from "./address.ts";
import { automaticReason } from "./automatic.ts";
import type { Automatic } from "./automatic.ts";
import { attachedOriginals, unwrapForward } from "./forward.ts";
import { asOriginal } from "./original.ts";
import { saysForward, withoutPrefixes } from "./subject.ts";
import type { Original } from "./original.ts";
import type { Message } from "./message.ts";
import { visibleReply } from "./reply.ts";
import { readVerification } from "./verification.ts";
import type { Verification } from "./verification.ts";

export type ArrivalContext = {
  /** The person's addresses, normalised. Empty: unknown; then whoever forwards is the person, and anybody else is not. */
  readonly owners: readonly string[];
  /** The address of ours that the envelope named; null when unknown. */
  readonly inbox: string | null;
  /** The person's zone. */
  readonly zone: Zone;
  /** It came to a signed reply address, or its References name one of our letters. */
  readonly answersLetter: boolean;
  /** It came to the secret copy address of a draft: whatever it quotes, it is what the person wrote to somebody. */
  readonly isCopy?: boolean;
};

export type Arrived = {
  readonly arrival: Arrival;
  readonly automatic: Automatic | null;
  /** What the person typed: above a forward, or as a reply. */
  readonly comment: string | null;
  /** The recruiter's messages in it, in document order; none where `kind` is not asked. */
  readonly originals: readonly Original[];
  readonly verification: Verification | null;
};

/** Reads how a message arrived, and unwraps what it carries. */
export async function readArrival(message: Message, context: ArrivalContext): Promise<Arrived> {
  const automatic = automaticReason(message, context.owners);
  for (const [arrival, read] of ARRIVAL_TESTS) {
    const arrived = await read(message, context, automatic);
    if (arrived) return { ...EMPTY, automatic, ...arrived, arrival };
  }
  return { ...EMPTY, automatic, arrival: "unplaced", originals: [withoutSender(message)] };
}

const EMPTY = { comment: null, originals: [], verification: null } as const;

type Test = (
  message: Message,
  context: ArrivalContext,
  automatic: Automatic | null,
) => Partial<Arrived> | null | Promise<Partial<Arrived> | null>;

const ARRIVAL_TESTS: readonly (readonly [Arrival, Test])[] = [
  ["unreadable", (message) => (isUnreadable(message) ? {} : null)],
  [
    "automatic",
    (message, _, automatic) => (automatic?.isNoise ? { originals: listOriginals(message, automatic) } : null),
  ],
  [
    "reply",
    (message, { answersLetter }) => (answersLetter ? { comment: visibleReply(message.text) || null } : null),
  ],
  ["bcc", (_, { isCopy }) => (isCopy ? {} : null)],
  ["verification", (message) => verificationOf(message)],
  ["attached-forward", attachedForward],
  ["forward", inlineForward],
  [
    "invite",
    (message, context) =>
      !isFromOwner(message, context) && message.calendars.length > 0
        ? { originals: [asOriginal(message)] }
        : null,
  ],
  ["bcc", (message, context) => (isBcc(message, context) ? {} : null)],
  [
    "unplaced",
    (message, context) =>
      isFromOwner(message, context) || saysForward(message.subject)
        ? { originals: [withoutSender(message)] }
        : null,
  ],
  ["auto-forward", (message) => ({ originals: [asOriginal(message)] })],
];

function isUnreadable(message: Message): boolean {
  return message.headers.length === 0 && message.text.trim() === "" && message.attached.length === 0;
}

/** A list post may still be about a job: its kind is read, it changes nothing. */
function listOriginals(message: Message, automatic: Automatic): Original[] {
  return automatic.reason === "list" ? [asOriginal(message)] : [];
}

function verificationOf(message: Message): Partial<Arrived> | null {
  const verification = readVerification(message);
  return verification ? { verification } : null;
}

async function attachedForward(message: Message, { zone }: ArrivalContext): Promise<Partial<Arrived> | null> {
  const originals = message.attached.length > 0 ? await attachedOriginals(message, zone) : [];
  return originals.length > 0 ? { originals, comment: message.text.trim() || null } : null;
}

function inlineForward(message: Message, context: ArrivalContext): Partial<Arrived> | null {
  const unwrapped = unwrapForward(message, context);
  return unwrapped ? { originals: [unwrapped.original], comment: unwrapped.comment } : null;
}

/** The person wrote to somebody else and copied us in secret. */
function isBcc(message: Message, context: ArrivalContext): boolean {
  if (context.inbox === null || !isFromOwner(message, context)) return false;
  return ![...message.to, ...message.cc].some(({ address }) => normaliseAddress(address) === context.inbox);
}

function isFromOwner(message: Message, { owners }: ArrivalContext): boolean {
  return owners.includes(normaliseAddress(message.from?.address ?? ""));
}

/** Nothing recoverable: the words are kept, a sender is never invented. */
function withoutSender(message: Message): Original {
  return {
    ...asOriginal(message),
    from: null,
    replyTo: [],
    subject: withoutPrefixes(message.subject) || null,
  };
}
