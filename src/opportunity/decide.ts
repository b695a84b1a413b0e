// What a message or an order changes: command + state → events. The one way to record, finish, skip or snooze anything.
import { oneLine } from "../mail/text.ts";
import { readInvite } from "../mail/invite.ts";
import type { Original } from "../mail/original.ts";
import type { Day, Instant } from "../calendar.ts";
import type { FollowUp } from "./follow-ups.ts";
import type { Event, Touchpoint } from "./opportunity.ts";
import type { Reading } from "./reading.ts";

/** Below this the receipt asks and nothing changes state. */
export const REVIEW_BELOW = 0.7;

export type Command =
  | { readonly order: "RecordMessage"; readonly reading: Reading; readonly original: Original }
  | { readonly order: "MarkDone"; readonly followUp: FollowUp }
  | { readonly order: "Skip"; readonly followUp: FollowUp }
  | { readonly order: "Snooze"; readonly followUp: FollowUp; readonly until: Day };

/** The events of a command; none when it changes nothing (already done, already known, not yet sure). */
export function decide(command: Command, history: readonly Touchpoint[]): Event[] {
  switch (command.order) {
    case "RecordMessage":
      return recordMessage(command.reading, command.original, history);
    case "MarkDone":
      return isOpen(command.followUp) ? [{ kind: "follow-up-done", followUpId: command.followUp.id }] : [];
    case "Skip":
      return isOpen(command.followUp) ? [{ kind: "follow-up-skipped", followUpId: command.followUp.id }] : [];
    case "Snooze":
      return isOpen(command.followUp) && command.until > command.followUp.dueOn
        ? [{ kind: "follow-up-snoozed", followUpId: command.followUp.id, until: command.until }]
        : [];
    default:
      return command satisfies never;
  }
}

function recordMessage(reading: Reading, original: Original, history: readonly Touchpoint[]): Event[] {
  const aboutNothing = reading.kind === "other-job" || reading.kind === "not-job";
  if (aboutNothing || reading.certainty < REVIEW_BELOW || isKnown(original, history)) return [];
  const calendarUid = readInvite(original.calendars, "UTC")?.uid || null;
  return [
    { kind: "message-read", reading, subject: original.subject, messageId: original.messageId, calendarUid },
  ];
}

function isOpen({ state }: FollowUp): boolean {
  return state === "open";
}

/** Whether the same original came before, by this way or another: its Message-ID, else sender, minute and subject. */
export function isKnown(original: Original, history: readonly Touchpoint[]): boolean {
  const key = originalKey(original);
  return history.some(
    (touchpoint) =>
      (key !== null && touchpoint.originalKey === key) ||
      (original.messageId !== null &&
        touchpoint.event.kind === "message-read" &&
        touchpoint.event.messageId === original.messageId),
  );
}

/** Sender, minute and subject in one line; null when the original has no date. */
export function originalKey({ from, date, subject }: Original): string | null {
  if (date === null) return null;
  return [from?.address.toLowerCase() ?? "", date.slice(0, 16), oneLine(subject ?? "").toLowerCase()]
    .join("|")
    .slice(0, 500);
}

/** When a message happened: its own date, but never later than its arrival (a wrong clock cannot write the future). */
export function happenedAt(original: Original, receivedAt: Instant): Instant {
  return original.date !== null && original.date < receivedAt ? original.date : receivedAt;
}
