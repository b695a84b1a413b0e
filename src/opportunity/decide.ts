// What a message or an order changes: command + state → events. The one way to record, finish, skip or snooze anything.
import { cut, oneLine } from "../mail/text.ts";
import { readInvite } from "../mail/invite.ts";
import type { Original } from "../mail/original.ts";
import type { Day, Instant } from "../calendar.ts";
import type { FollowUp } from "./follow-ups.ts";
import { isAside } from "./opportunity.ts";
import type { Added, ContactSaid, Event, Opportunity, SaidFact, Step, Touchpoint } from "./opportunity.ts";
import type { Outcome } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";

/** Below this the receipt asks and nothing changes state. */
export const REVIEW_BELOW = 0.7;

export type Command =
  | { readonly order: "RecordMessage"; readonly reading: Reading; readonly original: Original }
  | { readonly order: "MarkDone"; readonly followUp: FollowUp }
  | { readonly order: "Skip"; readonly followUp: FollowUp }
  | { readonly order: "Snooze"; readonly followUp: FollowUp; readonly until: Day }
  | { readonly order: "CorrectMessage"; readonly message: Touchpoint; readonly reading: Reading }
  | {
      readonly order: "SayFact";
      readonly opportunity: Opportunity;
      readonly fact: SaidFact;
      readonly value: string;
    }
  | ({ readonly order: "SayContact"; readonly opportunity: Opportunity } & Omit<ContactSaid, "kind">)
  | {
      readonly order: "SayDeadline";
      readonly opportunity: Opportunity;
      readonly deadline: Day | null;
    }
  /** Two that are one: what is known of the first moves into the second. */
  | { readonly order: "Merge"; readonly opportunity: Opportunity; readonly into: Opportunity }
  | ({ readonly order: "Add" } & Omit<Added, "kind">)
  | { readonly order: "Close"; readonly opportunity: Opportunity; readonly outcome: Outcome }
  | { readonly order: "Reopen"; readonly opportunity: Opportunity }
  /** They answered, in a way that we did not see. */
  | { readonly order: "NoteReply"; readonly opportunity: Opportunity }
  | { readonly order: "NoteNoShow"; readonly opportunity: Opportunity; readonly step: Step }
  | { readonly order: "Note"; readonly opportunity: Opportunity; readonly text: string }
  | {
      readonly order: "NameGoodThing";
      readonly opportunity: Opportunity;
      readonly heldOn: Day;
      readonly text: string;
    }
  | {
      readonly order: "SayInterview";
      readonly opportunity: Opportunity;
      readonly start: string | null;
      readonly now: Instant;
    }
  | { readonly order: "Undo"; readonly touchpoints: readonly Touchpoint[] }
  /** Messages that belong elsewhere. */
  | { readonly order: "Split"; readonly messages: readonly Touchpoint[]; readonly into: string };

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
    case "CorrectMessage":
      return correctMessage(command.message, command.reading);
    case "SayFact":
      return command.opportunity.said[command.fact] === command.value
        ? []
        : [{ kind: "fact-said", fact: command.fact, value: command.value }];
    case "SayContact":
      return sayContact(command);
    case "SayDeadline":
      return deadlineOf(command.opportunity) === command.deadline
        ? []
        : [{ kind: "deadline-said", deadline: command.deadline }];
    case "Merge":
      return command.opportunity.id === command.into.id ? [] : [{ kind: "merged", into: command.into.id }];
    case "Split":
      return splitOff(command.messages, command.into);
    case "Add":
      return [
        {
          kind: "added",
          company: command.company,
          role: command.role,
          ...(command.stage === undefined ? {} : { stage: command.stage }),
        },
      ];
    case "Close":
      return command.opportunity.outcome === command.outcome
        ? []
        : [{ kind: "closed", outcome: command.outcome }];
    case "Reopen":
      return command.opportunity.stage === "closed" ? [{ kind: "reopened" }] : [];
    case "NoteReply":
      return [{ kind: "replied" }];
    case "NoteNoShow":
      return [{ kind: "no-show", start: command.step.start }];
    case "Note":
      return note(command);
    case "NameGoodThing":
      return nameGoodThing(command);
    case "SayInterview":
      return sayInterview(command);
    case "Undo":
      return command.touchpoints.length === 0
        ? []
        : [{ kind: "undone", seqs: command.touchpoints.map(({ seq }) => seq) }];
    default:
      return command satisfies never;
  }
}

/** Notes are the person's own words, but no diary. */
const MAX_NOTE_CHARACTERS = 1_000;
/** A good thing becomes half a sentence of a draft. */
const MAX_GOOD_THING_CHARACTERS = 160;

/** The same note twice in a row is a button that was pressed twice. */
function note({ opportunity, text }: Extract<Command, { order: "Note" }>): Event[] {
  const said = capped(text, MAX_NOTE_CHARACTERS);
  return opportunity.notes.at(-1)?.text === said ? [] : [{ kind: "noted", text: said }];
}

function nameGoodThing({ opportunity, heldOn, text }: Extract<Command, { order: "NameGoodThing" }>): Event[] {
  const said = capped(text, MAX_GOOD_THING_CHARACTERS).replace(/[.!…\s]+$/, "");
  return said === "" || opportunity.goodThings.get(heldOn) === said
    ? []
    : [{ kind: "good-thing-said", heldOn, text: said }];
}

function sayInterview({ opportunity, start, now }: Extract<Command, { order: "SayInterview" }>): Event[] {
  const isSo =
    start === null
      ? !opportunity.steps.some((step) => Date.parse(step.start) > Date.parse(now))
      : opportunity.steps.some((step) => step.start === start);
  return isSo ? [] : [{ kind: "interview-said", start }];
}

function sayContact({
  opportunity,
  name,
  address,
  title,
}: Extract<Command, { order: "SayContact" }>): Event[] {
  const [first] = opportunity.contacts;
  const isSo = first?.name === name && first.address === address && first.title === title;
  return isSo || (name === null && address === null) ? [] : [{ kind: "contact-said", name, address, title }];
}

/** The day by which they want something; null when no callback named one. */
export function deadlineOf({ heard, said }: Opportunity): Day | null {
  const asked = heard.findLast(({ reading }) => reading.callback && reading.deadline !== null);
  const alone = said.deadline?.of === null ? said.deadline.deadline : null;
  return asked?.reading.deadline ?? alone;
}

function capped(text: string, characters: number): string {
  return cut(oneLine(text), characters);
}

function correctMessage({ seq, event }: Touchpoint, reading: Reading): Event[] {
  return event.kind === "message-read" && event.reading.kind !== reading.kind
    ? [{ kind: "message-corrected", of: seq, reading }]
    : [];
}

function splitOff(messages: readonly Touchpoint[], into: string): Event[] {
  const seqs = messages.filter(({ opportunityId }) => opportunityId !== into).map(({ seq }) => seq);
  return seqs.length === 0 ? [] : [{ kind: "split", seqs }];
}

function recordMessage(reading: Reading, original: Original, history: readonly Touchpoint[]): Event[] {
  if (isAside(reading) || reading.certainty < REVIEW_BELOW || isKnown(original, history)) return [];
  const calendarUid = readInvite(original.calendars, "UTC")?.uid || null;
  return [
    { kind: "message-read", reading, subject: original.subject, messageId: original.messageId, calendarUid },
  ];
}

function isOpen({ state }: FollowUp): boolean {
  return state === "open";
}

/** Whether the same original came before, by this way or another. */
export function isKnown(original: Original, history: readonly Touchpoint[]): boolean {
  return recordedBefore(original, history) !== null;
}

/** The touchpoint of the same original, had by this way or another: its Message-ID, else sender, minute and subject. */
export function recordedBefore(original: Original, history: readonly Touchpoint[]): Touchpoint | null {
  const key = originalKey(original);
  const found = history.find(
    (touchpoint) =>
      (key !== null && touchpoint.originalKey === key) ||
      (original.messageId !== null &&
        touchpoint.event.kind === "message-read" &&
        touchpoint.event.messageId === original.messageId),
  );
  return found ?? null;
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
