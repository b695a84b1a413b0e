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
 * one mail, or to those about one opportunity.
 */
export function lastOrders(
  history: readonly Touchpoint[],
  now: Instant,
  only: { readonly inboundId?: string | null; readonly opportunityId?: string } = {},
): Touchpoint[] {
  const since = addSeconds(now, -UNDO_SECONDS);
  const orders = history.filter(
    (one) =>
      CAN_BE_UNDONE.has(one.event.kind) &&
      one.recordedAt >= since &&
      (only.inboundId === undefined || one.inboundId === only.inboundId) &&
      (only.opportunityId === undefined || one.opportunityId === only.opportunityId),
  );
  const last = orders.toSorted((a, b) => a.seq - b.seq).at(-1);
  return last ? orders.filter((one) => saidWith(one) === saidWith(last)) : [];
}

/** What names the orders that were given together: their mail, or their moment on the website. */
export function saidWith({ inboundId, recordedAt }: Touchpoint): string {
  return inboundId ?? recordedAt;
}
