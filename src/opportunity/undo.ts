// What "undo" takes back: everything that the person's last orders changed, while it is fresh.
import { addSeconds } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Event, Touchpoint } from "./opportunity.ts";

const UNDO_SECONDS = 7 * 24 * 3600;

/** What a person's word changed; what they wrote and what was read happened all the same. */
const CAN_BE_UNDONE: ReadonlySet<Event["kind"]> = new Set([
  "follow-up-done",
  "follow-up-skipped",
  "follow-up-snoozed",
  "fact-said",
  "message-corrected",
  "merged",
  "split",
  "added",
  "closed",
  "reopened",
  "replied",
  "no-show",
  "noted",
  "good-thing-said",
  "interview-said",
  "contact-said",
  "deadline-said",
]);

/**
 * The touchpoints of the person's last orders within seven days of `now`, those of one mail together. `only` narrows it to the orders of
 * one mail, to those about one opportunity, or to some of the numbers.
 */
export function lastOrders(
  history: readonly Touchpoint[],
  now: Instant,
  only: {
    readonly inboundId?: string | null;
    readonly opportunityId?: string;
    /** Only those with these numbers. */
    readonly between?: readonly [number, number];
  } = {},
): Touchpoint[] {
  const since = addSeconds(now, -UNDO_SECONDS);
  const orders = history.filter(
    (one) =>
      canBeUndone(one) &&
      one.recordedAt >= since &&
      (only.inboundId === undefined || one.inboundId === only.inboundId) &&
      (only.opportunityId === undefined || one.opportunityId === only.opportunityId) &&
      (only.between === undefined || (only.between[0] <= one.seq && one.seq <= only.between[1])),
  );
  const last = orders.toSorted((a, b) => a.seq - b.seq).at(-1);
  return last ? orders.filter((one) => saidWith(one) === saidWith(last)) : [];
}

/** Whether a person's word can take it back. */
export function canBeUndone({ event }: Touchpoint): boolean {
  return CAN_BE_UNDONE.has(event.kind);
}

/** What names the orders that were given together: their mail, or their moment on the website. */
export function saidWith({ inboundId, recordedAt }: Touchpoint): string {
  return inboundId ?? recordedAt;
}
