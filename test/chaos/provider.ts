// A provider of letters as Resend describes itself: it knows an idempotency key for 24 hours, answers the same letter with the same id, refuses
// another letter under its key, and is busy, over its quota or broken now and then. Some providers know no keys at all.
import type { AddressedLetter, SendResult } from "../../src/world.ts";
import type { Dice } from "./dice.ts";

const KEY_MS = 24 * 3600 * 1000;

export type Provider = {
  readonly send: (letter: AddressedLetter) => Promise<SendResult>;
  /** What left, in order. */
  readonly left: readonly { readonly letterId: string; readonly at: number }[];
  /** Letters whose key came with another payload: a bug of ours. */
  readonly refusedPayloads: readonly string[];
};

export function provider(
  dice: Dice,
  now: () => number,
  {
    moody,
    knowsKeys,
    onLeft,
  }: {
    /** How often it says no for now. */
    readonly moody: number;
    readonly knowsKeys: boolean;
    readonly onLeft: (letterId: string) => void;
  },
): Provider {
  const left: { letterId: string; at: number }[] = [];
  const refusedPayloads: string[] = [];
  const keys = new Map<string, { payload: string; at: number; providerId: string }>();
  const send = (letter: AddressedLetter): SendResult => {
    if (dice.chance(moody)) return dice.pick(NO_FOR_NOW);
    const payload = JSON.stringify(letter);
    const known = keys.get(letter.id);
    if (knowsKeys && known && now() - known.at < KEY_MS) {
      if (known.payload === payload) return { is: "sent", providerId: known.providerId, messageId: null };
      refusedPayloads.push(letter.id);
      return { is: "failed", reason: "409 invalid_idempotent_request" };
    }
    const providerId = `provider-${left.length}-${letter.id}`;
    keys.set(letter.id, { payload, at: now(), providerId });
    left.push({ letterId: letter.id, at: now() });
    onLeft(letter.id);
    return { is: "sent", providerId, messageId: null };
  };
  return { send: (letter) => Promise.resolve(send(letter)), left, refusedPayloads };
}

const NO_FOR_NOW: readonly [SendResult, ...SendResult[]] = [
  { is: "retry", afterSeconds: 2, reason: "rate_limit_exceeded" },
  { is: "retry", afterSeconds: 120, reason: "internal_server_error" },
  { is: "retry", afterSeconds: 30, reason: "concurrent_idempotent_requests" },
  { is: "retry", afterSeconds: 3600, reason: "daily_quota_exceeded" },
];
