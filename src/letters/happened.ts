// What a person's orders did, in words: the same in the answer to a reply and in the receipt of a forward with a comment above it.
import { dayOf, sayDay, sayTime } from "../calendar.ts";
import type { Day, Instant, Zone } from "../calendar.ts";
import { roundsOf } from "../opportunity/follow-ups.ts";
import type { FollowUp, Round } from "../opportunity/follow-ups.ts";
import { writtenDay } from "../opportunity/opportunity.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { STAGE_NAMES } from "../playbook/stage-names.ts";
import type { Outcome } from "../vocabulary.ts";
import { calendarAttachment } from "./calendar-file.ts";
import type { CalendarContext } from "./calendar-file.ts";
import { DONE_WORDS, whatFollows } from "./digest.ts";
import { writeDraft, writeDraftOf } from "./draft.ts";
import { draftBlocks, itemBlocks, nameOf } from "./item.ts";
import type { ItemContext } from "./item.ts";
import type { Block } from "./render.ts";

/** What one understood order did. */
export type Happened =
  | {
      readonly did: "done" | "skipped" | "snoozed";
      readonly followUp: FollowUp;
      readonly opportunity: Opportunity;
    }
  /** It was so already. */
  | { readonly did: "nothing"; readonly what: string }
  | { readonly did: "merged"; readonly into: Opportunity; readonly others: readonly Opportunity[] }
  | { readonly did: "undone"; readonly opportunities: readonly Opportunity[]; readonly count: number }
  | { readonly did: "closed"; readonly opportunity: Opportunity; readonly outcome: Outcome }
  | { readonly did: "reopened" | "replied" | "noted" | "added"; readonly opportunity: Opportunity }
  | { readonly did: "no-show"; readonly opportunity: Opportunity; readonly step: Step }
  | {
      readonly did: "good-thing";
      readonly opportunity: Opportunity;
      readonly text: string;
      readonly heldOn: Day;
    }
  | {
      readonly did: "interview";
      readonly opportunity: Opportunity;
      readonly step: Step | null;
      readonly calledOff: Step | null;
    }
  | { readonly did: "fact"; readonly opportunity: Opportunity }
  | {
      readonly did: "paused" | "resumed" | "weekly" | "daily" | "zone";
      readonly nextDigestAt: Instant;
      readonly zone: Zone;
    }
  | { readonly did: "exported"; readonly opportunities: number };

export type HappenedContent = ItemContext &
  CalendarContext & {
    readonly happened: readonly Happened[];
    /** The follow-ups as they stand now. */
    readonly followUps: readonly FollowUp[];
    /** Behind the letter's numbers. */
    readonly items: readonly string[];
  };

/** One line for each, the texts that they call for, and how to take them back. */
export function happenedBlocks(content: HappenedContent): Block[] {
  const lines = [...new Set(content.happened.map((one) => sayHappened(one, content)))];
  return [
    ...(lines.length > 0 ? [{ is: "list", items: lines } as const] : []),
    ...content.happened.flatMap((one) => draftsAfter(one, content)),
    ...undoHint(content),
  ];
}

/** What one order did, in one line. */
export function sayHappened(
  one: Happened,
  { followUps, today }: Pick<HappenedContent, "followUps" | "today">,
): string {
  switch (one.did) {
    case "done": {
      const word = DONE_WORDS[one.followUp.kind] ?? "sent";
      return `${whatIs(one.followUp, one.opportunity)}: marked as ${word}. ${whatFollows(one.followUp, followUps, today)}`.trim();
    }
    case "skipped":
      return `${whatIs(one.followUp, one.opportunity)}: skipped.`;
    case "snoozed": {
      const now = followUps.find(({ id }) => id === one.followUp.id)?.dueOn ?? one.followUp.dueOn;
      return `${whatIs(one.followUp, one.opportunity)}: comes back on ${sayDay(now)}.`;
    }
    case "nothing":
      return `${one.what}: was so already; nothing changed.`;
    case "merged":
      return `${[one.into, ...one.others].map(nameOf).join(" and ")}: one opportunity now.`;
    case "undone":
      return `Taken back: ${one.count === 1 ? "your last change" : `your last ${one.count} changes`} (${one.opportunities.map(nameOf).join("; ")}). ${planned(one.opportunities, followUps)}`.trim();
    case "closed":
      return `${nameOf(one.opportunity)}: ${CLOSED_WORDS[one.outcome]}`;
    case "reopened":
      return `${nameOf(one.opportunity)}: open again. ${planned([one.opportunity], followUps)}`.trim();
    case "replied":
      return `${nameOf(one.opportunity)}: they answered, so nothing more is planned. Forward their next mail, or note what they said.`;
    case "noted":
      return `${nameOf(one.opportunity)}: noted.`;
    case "added": {
      const { stage } = one.opportunity;
      return `${nameOf(one.opportunity)}: added ${stage === "applied" ? "as applied" : `under “${STAGE_NAMES[stage]}”`}. Forward what they write, and it will find its place.`;
    }
    case "no-show":
      return `${nameOf(one.opportunity)}: they did not turn up on ${sayDay(one.step.heldOn)}. It counts as not held, and is kept as a data point about them.`;
    case "good-thing":
      return `${nameOf(one.opportunity)}: “${one.text}”. Your next letter to them says it.`;
    case "interview":
      return one.step === null
        ? `${nameOf(one.opportunity)}: the interview is called off.`
        : `${nameOf(one.opportunity)}: interview on ${sayStep(one.step)}.`;
    case "fact":
      return `${nameOf(one.opportunity)}: put right.`;
    case "paused":
      return "Digests and reminders are paused. Receipts for what you forward go on. Reply “resume” whenever you like.";
    case "resumed":
      return `Digests and reminders are back. ${sayNext(one)}`;
    case "weekly":
      return `A digest a week from now on. ${sayNext(one)}`;
    case "daily":
      return `A digest a day from now on, when there is something in it. ${sayNext(one)}`;
    case "zone":
      return `Times are on the clock of ${one.zone} now. ${sayNext(one)}`;
    case "exported":
      return `Everything that is kept about you is attached: ${one.opportunities} ${one.opportunities === 1 ? "opportunity" : "opportunities"}, as JSON, as a table, and as a calendar.`;
    default:
      return one satisfies never;
  }
}

const CLOSED_WORDS: Readonly<Record<Outcome, string>> = {
  accepted: "accepted. Congratulations! It is closed; the others stay open until you close them.",
  declined: "declined, and closed.",
  rejected: "closed. One process less; it says little about the next one.",
  withdrawn: "withdrawn, and closed.",
  gone_quiet: "closed. It reopens by itself if they write after all.",
};

function whatIs({ kind }: FollowUp, opportunity: Opportunity): string {
  return `${FOLLOW_UPS[kind].title}, ${nameOf(opportunity)}`;
}

function planned(opportunities: readonly Opportunity[], followUps: readonly FollowUp[]): string {
  const open = followUps.filter(
    ({ state, opportunityId }) => state === "open" && opportunities.some(({ id }) => id === opportunityId),
  );
  return open.length === 0
    ? ""
    : `Planned: ${open.map(({ kind, dueOn }) => `${FOLLOW_UPS[kind].title} (${sayDay(dueOn)})`).join(", ")}.`;
}

function sayStep({ start, heldOn, interview }: Step): string {
  const zone = interview.zone ?? "UTC";
  return start.length > 10
    ? `${sayDay(heldOn)}, ${sayTime(new Date(start).toISOString(), zone)}`
    : sayDay(heldOn);
}

function sayNext({ nextDigestAt, zone }: { readonly nextDigestAt: Instant; readonly zone: Zone }): string {
  return `The next one: ${sayDay(dayOf(nextDigestAt, zone))}, ${sayTime(nextDigestAt, zone)}.`;
}

/** The text that an order calls for: to take back one's application, to ask for another time, or what the good thing went into. */
function draftsAfter(one: Happened, content: HappenedContent): Block[] {
  const { inbox } = content;
  if (one.did === "closed" && one.outcome === "withdrawn") {
    const draft = writeDraftOf("withdrawal", one.opportunity, null, content);
    return draft
      ? [{ is: "text", text: "A line to them, if you like:" }, ...draftBlocks(draft, { copyTo: inbox })]
      : [];
  }
  if (one.did === "no-show") {
    const round: Round = { kind: "interview", ...one.step };
    const draft = writeDraftOf("no-show", one.opportunity, round, content);
    return draft
      ? [{ is: "text", text: "A calm line to them:" }, ...draftBlocks(draft, { copyTo: inbox })]
      : [];
  }
  if (one.did !== "good-thing") return [];
  const round = roundsOf(one.opportunity).findIndex(({ start }) => writtenDay(start) === one.heldOn) + 1;
  const next = content.followUps.find(
    (followUp) =>
      followUp.opportunityId === one.opportunity.id &&
      followUp.round === round &&
      followUp.state === "open" &&
      followUp.dueOn <= content.today &&
      writeDraft(followUp, one.opportunity, content) !== null,
  );
  const number = next ? content.items.indexOf(next.id) + 1 : 0;
  return next && number > 0 ? itemBlocks(number, next, one.opportunity, content) : [];
}

const CAN_BE_TAKEN_BACK: readonly Happened["did"][] = [
  "done",
  "skipped",
  "snoozed",
  "merged",
  "closed",
  "reopened",
  "replied",
  "no-show",
  "interview",
  "added",
  "fact",
];

function undoHint({ happened }: HappenedContent): Block[] {
  return happened.some(({ did }) => CAN_BE_TAKEN_BACK.includes(did))
    ? [{ is: "small", text: "Not what you meant? Reply “undo” within a week." }]
    : [];
}

/** An interview whose time the person told goes into their calendar, one that is called off goes out. */
export function calendarsOfHappened(content: HappenedContent) {
  return content.happened.flatMap((one) => {
    // What was taken back may have moved an interview: the calendar hears of it.
    if (one.did === "undone")
      return one.opportunities.flatMap((opportunity) =>
        opportunity.steps
          .filter(({ start }) => Date.parse(start) > Date.parse(content.now))
          .map((step) => calendarAttachment([{ opportunity, step }], "PUBLISH", content)),
      );
    if (one.did !== "interview") return [];
    const { opportunity, step, calledOff } = one;
    return [
      ...(step === null ? [] : [calendarAttachment([{ opportunity, step }], "PUBLISH", content)]),
      ...(calledOff === null
        ? []
        : [calendarAttachment([{ opportunity, step: calledOff }], "CANCEL", content)]),
    ];
  });
}
