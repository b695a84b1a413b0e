// An opportunity: one role at one company, as the sum of what happened. Touchpoints are the truth; this is their reading.
// Replaying them in the order in which they happened (not arrived) makes late and back-filled mail fall into its place.
import type { Day, Instant, Zone } from "../calendar.ts";
import { dayOf } from "../calendar.ts";
import type { Kind, Outcome, Stage } from "../vocabulary.ts";
import type { Contact, Interview, Reading } from "./reading.ts";
import { remembered } from "./remembered.ts";
import { STAGE_RANK, stageOf } from "./stage.ts";
import { moveIn, stepsAfter, withInterviewSaid } from "./steps.ts";

/** What a message-read touchpoint keeps of its mail: facts and quotes, never the text. */
export type MessageRead = {
  readonly kind: "message-read";
  readonly reading: Reading;
  readonly subject: string | null;
  readonly messageId: string | null;
  /** The UID of its calendar part: the same meeting, moved or called off, has the same one. */
  readonly calendarUid?: string | null;
};
export type FollowUpDone = { readonly kind: "follow-up-done"; readonly followUpId: string };
export type FollowUpSkipped = { readonly kind: "follow-up-skipped"; readonly followUpId: string };
export type FollowUpSnoozed = {
  readonly kind: "follow-up-snoozed";
  readonly followUpId: string;
  readonly until: Day;
};
export type PersonWrote = { readonly kind: "person-wrote"; readonly subject: string | null };
/** The person's own word about the opportunity: it outranks every mail. */
export type FactSaid = {
  readonly kind: "fact-said";
  readonly fact: SaidFact;
  readonly value: string;
};
export type SaidFact = (typeof SAID_FACTS)[number];
/** Facts that the person can put right by a word. */
export const SAID_FACTS = ["company", "role", "agency"] as const;
/** The person said what the message with this number is: it counts as if it had been read so. */
export type MessageCorrected = {
  readonly kind: "message-corrected";
  readonly of: number;
  readonly reading: Reading;
};
/** The opportunity was one with another; its touchpoints belong there now. */
export type Merged = { readonly kind: "merged"; readonly into: string };
/** Touchpoints that belong to this opportunity, not to the one they were recorded in. */
export type Split = { readonly kind: "split"; readonly seqs: readonly number[] };
/** The person put it down by hand: applied for, without a mail so far. */
export type Added = {
  readonly kind: "added";
  readonly company: string;
  readonly role: string | null;
  /** How far it had come by then; applied when absent. */
  readonly stage?: Exclude<Stage, "closed">;
};
/** The person ended it, or told how it ended. */
export type Closed = { readonly kind: "closed"; readonly outcome: Outcome };
export type Reopened = { readonly kind: "reopened" };
/** They answered in a way that we did not see: by telephone, on a site. */
export type Replied = { readonly kind: "replied" };
/** They did not turn up to the interview that began at `start`. */
export type NoShow = { readonly kind: "no-show"; readonly start: string };
export type Noted = { readonly kind: "noted"; readonly text: string };
/** The one good thing that the person named after the interview of that day; drafts use it. */
export type GoodThingSaid = { readonly kind: "good-thing-said"; readonly heldOn: Day; readonly text: string };
/** When the interview is, by the person's own word; null: it was called off. */
export type InterviewSaid = { readonly kind: "interview-said"; readonly start: string | null };
/** Whom to write to, by the person's own word; outranks what mails show. */
export type ContactSaid = {
  readonly kind: "contact-said";
  readonly name: string | null;
  readonly address: string | null;
  readonly title: string | null;
};
/** By when they want something, by the person's own word; null: there is no such day. */
export type DeadlineSaid = { readonly kind: "deadline-said"; readonly deadline: Day | null };
/** What these touchpoints changed is taken back. */
export type Undone = { readonly kind: "undone"; readonly seqs: readonly number[] };
export type Event =
  | Added
  | Closed
  | Reopened
  | Replied
  | NoShow
  | Noted
  | GoodThingSaid
  | InterviewSaid
  | ContactSaid
  | DeadlineSaid
  | Undone
  | MessageRead
  | FollowUpDone
  | FollowUpSkipped
  | FollowUpSnoozed
  | PersonWrote
  | FactSaid
  | MessageCorrected
  | Merged
  | Split;

/** One dated fact in the history. `seq` numbers a person's history without gaps being needed. */
export type Touchpoint = {
  readonly seq: number;
  readonly opportunityId: string;
  /** When it happened, by the clock of the mail or of the person's answer. */
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly inboundId: string | null;
  /** Sender, minute and subject: the same original by another way has the same key. */
  readonly originalKey: string | null;
  readonly event: Event;
};

/** What they asked for and the person has given. */
export type HandedIn = { readonly of: "assessment" | "references"; readonly at: Instant; readonly on: Day };

/** An interview as a step of the process; `heldOn` is the local day it takes place. */
export type Step = {
  readonly interview: Interview;
  readonly start: string;
  readonly heldOn: Day;
  /** The number of the touchpoint by which we first knew of it: moves, merges and mail that comes late keep it, so that calendars and letters know it again. */
  readonly firstSeq: number;
  /** When we learned it, which may be long after it was written. */
  readonly toldAt: Instant;
};

export type Opportunity = {
  readonly id: string;
  readonly company: string | null;
  readonly agency: string | null;
  readonly role: string | null;
  readonly requisition: string | null;
  readonly stage: Stage;
  /** The stage before it was closed; the same while it is open. */
  readonly stood: Stage;
  readonly outcome: Outcome | null;
  /** Whom to write to first, then the others. */
  readonly contacts: readonly Contact[];
  /** Those that mails named, whatever the person said. */
  readonly named: readonly Contact[];
  /** Interviews with a known time that were not called off, in order. */
  readonly steps: readonly Step[];
  /** Interviews that were called off, or moved without a new time. */
  readonly calledOff: readonly Step[];
  /** Starts of interviews to which they did not turn up. */
  readonly noShows: readonly Step[];
  /** Tests handed in and references given: their deadline was said to be done. */
  readonly handedIn: readonly HandedIn[];
  /** When the person put it down by hand; null: it began with a mail. */
  readonly addedOn: Day | null;
  /** Their messages, in order: kind, when, and what it asked or promised. */
  readonly heard: readonly Heard[];
  /** The person's own mails to them, also by sending a follow-up. */
  readonly wrote: readonly { readonly at: Instant; readonly on: Day }[];
  /** Every time that an interview with a known time was moved or called off, and with how much notice. */
  readonly moves: readonly Move[];
  /** Answers of theirs that came another way, by the person's word. */
  readonly replies: readonly { readonly at: Instant; readonly on: Day }[];
  readonly notes: readonly { readonly on: Day; readonly text: string }[];
  /** By the day of the interview. */
  readonly goodThings: ReadonlyMap<Day, string>;
  /** What the person said about it; outranks what mails say. */
  readonly said: {
    readonly company?: string;
    readonly role?: string;
    readonly agency?: string;
    readonly outcome?: Outcome;
    readonly contact?: Contact;
    readonly deadline?: SaidDeadline;
  };
  /** By the follow-up's kind and day (`first-follow-up/2026-11-02`). */
  readonly done: ReadonlyMap<string, Instant>;
  readonly skipped: ReadonlyMap<string, Instant>;
  readonly snoozed: ReadonlyMap<string, Day>;
};

/** A day that the person set, and the kind of callback that it is about; null: no mail asked for anything. */
export type SaidDeadline = {
  readonly deadline: Day | null;
  readonly of: Kind | null;
  readonly at: Instant;
  readonly on: Day;
};

export type Move = {
  readonly at: Instant;
  readonly on: Day;
  /** Hours between the message and the time that no longer holds; null when that time was never known. */
  readonly noticeHours: number | null;
  /** False when the candidate had asked for it. */
  readonly byThem: boolean;
  readonly quote: string;
};

export type Heard = {
  readonly at: Instant;
  /** When we learned it. */
  readonly toldAt: Instant;
  readonly on: Day;
  readonly kind: Kind;
  readonly subject: string | null;
  readonly reading: Reading;
};

/**
 * The history after the person's merges, splits, corrections and second thoughts: every touchpoint in the opportunity where it belongs, every message
 * read as the person said. The rows themselves never change. Doing it twice changes nothing more.
 */
export function asItStands(all: readonly Touchpoint[]): readonly Touchpoint[] {
  if (!all.some(({ event: { kind } }) => REARRANGES.has(kind))) return all;
  const undone = new Set(all.flatMap(({ event }) => (event.kind === "undone" ? event.seqs : [])));
  const touchpoints = all.filter(({ seq }) => !undone.has(seq));
  const homes = new Map(touchpoints.map(({ seq, opportunityId }) => [seq, opportunityId]));
  const readings = new Map<number, Reading>();
  for (const { event, opportunityId } of touchpoints.toSorted((a, b) => a.seq - b.seq)) {
    if (event.kind === "split") for (const seq of event.seqs) homes.set(seq, opportunityId);
    if (event.kind === "message-corrected") readings.set(event.of, event.reading);
    if (event.kind === "merged")
      for (const [seq, home] of homes) if (home === opportunityId) homes.set(seq, event.into);
  }
  return touchpoints.map((touchpoint) => {
    const { seq, event } = touchpoint;
    const reading = readings.get(seq);
    return {
      ...touchpoint,
      opportunityId: homes.get(seq) ?? touchpoint.opportunityId,
      event: event.kind === "message-read" && reading ? { ...event, reading } : event,
    };
  });
}

const REARRANGES: ReadonlySet<Event["kind"]> = new Set(["merged", "split", "message-corrected", "undone"]);

/** Whether it only says where others belong, how they read, or that they do not count: by itself it is no fact about an opportunity. */
export function rearranges({ kind }: Event): boolean {
  return REARRANGES.has(kind);
}

/**
 * The day in the names of what follows an interview, a mail or a thing handed in: as it is written, so that it stays when the person moves
 * to another zone.
 */
export function writtenDay(moment: string): Day {
  return moment.slice(0, 10);
}

/** The state that a history adds up to. `zone` is the person's: days are local. */
export function replay(id: string, touchpoints: readonly Touchpoint[], zone: Zone): Opportunity {
  return inOrder(asItStands(touchpoints).filter(({ opportunityId }) => opportunityId === id)).reduce(
    (opportunity, touchpoint) => evolve(opportunity, touchpoint, zone),
    newOpportunity(id),
  );
}

/** Every opportunity of a history, oldest first: one pass, however many there are. */
export function replayAll(touchpoints: readonly Touchpoint[], zone: Zone): readonly Opportunity[] {
  return walk(touchpoints, zone).opportunities;
}

/** For every opportunity of a history: when it came to which stage, in order. */
export function stagesOf(
  touchpoints: readonly Touchpoint[],
  zone: Zone,
): readonly (readonly { readonly at: Instant; readonly stage: Stage }[])[] {
  return walk(touchpoints, zone).stages;
}

type Walked = {
  readonly opportunities: readonly Opportunity[];
  readonly stages: readonly (readonly { readonly at: Instant; readonly stage: Stage }[])[];
};

/** One history is walked once, whatever is asked of it. */
function walk(touchpoints: readonly Touchpoint[], zone: Zone): Walked {
  const walked = walks(touchpoints);
  const known = walked.get(zone);
  if (known) return known;
  const standing = asItStands(touchpoints);
  const theirs = Map.groupBy(standing, ({ opportunityId }) => opportunityId);
  const opportunities: Opportunity[] = [];
  const stages: { at: Instant; stage: Stage }[][] = [];
  for (const id of idsIn(standing)) {
    let opportunity = newOpportunity(id);
    const reached: { at: Instant; stage: Stage }[] = [];
    for (const touchpoint of inOrder(theirs.get(id) ?? [])) {
      opportunity = evolve(opportunity, touchpoint, zone);
      if (reached.at(-1)?.stage !== opportunity.stage)
        reached.push({ at: touchpoint.happenedAt, stage: opportunity.stage });
    }
    opportunities.push(opportunity);
    stages.push(reached);
  }
  const found = { opportunities, stages };
  walked.set(zone, found);
  return found;
}

const walks: (touchpoints: readonly Touchpoint[]) => Map<Zone, Walked> = remembered(() => new Map());

function inOrder(touchpoints: readonly Touchpoint[]): readonly Touchpoint[] {
  return touchpoints.toSorted(
    (a, b) =>
      compare(a.happenedAt, b.happenedAt) ||
      rankOf(a) - rankOf(b) ||
      compare(tieOf(a), tieOf(b)) ||
      a.seq - b.seq,
  );
}

/** By code units, which for instants is by time; asking for a language's order takes many times as long. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What the person says within the second of a mail is said about it. */
function rankOf({ event }: Touchpoint): number {
  return event.kind === "message-read" ? 0 : 1;
}

/** Two mails of the same second stand in the same order whichever arrived first. */
function tieOf({ originalKey, event }: Touchpoint): string {
  return originalKey ?? (event.kind === "message-read" ? (event.messageId ?? "") : "");
}

/** The opportunities in a history, oldest first; not those that were merged into others, or whose mails turned out to be about none. */
export function opportunityIds(touchpoints: readonly Touchpoint[]): string[] {
  return idsIn(asItStands(touchpoints));
}

function idsIn(standing: readonly Touchpoint[]): string[] {
  const ids = new Set<string>();
  for (const { event, opportunityId } of standing)
    if (event.kind === "message-read" ? !isAside(event.reading) : !REARRANGES.has(event.kind))
      ids.add(opportunityId);
  return [...ids];
}

/** About jobs or nothing, but about none of the person's opportunities. */
export function isAside({ kind }: Pick<Reading, "kind">): boolean {
  return kind === "other-job" || kind === "not-job";
}

function newOpportunity(id: string): Opportunity {
  return {
    id,
    company: null,
    agency: null,
    role: null,
    requisition: null,
    stage: "lead",
    stood: "lead",
    outcome: null,
    contacts: [],
    named: [],
    steps: [],
    calledOff: [],
    noShows: [],
    handedIn: [],
    addedOn: null,
    heard: [],
    wrote: [],
    moves: [],
    replies: [],
    notes: [],
    goodThings: new Map(),
    said: {},
    done: new Map(),
    skipped: new Map(),
    snoozed: new Map(),
  };
}

/** What one touchpoint changes. */
export function evolve(opportunity: Opportunity, touchpoint: Touchpoint, zone: Zone): Opportunity {
  const next = changed(opportunity, touchpoint, zone);
  return next.stage === "closed" || next.stage === next.stood ? next : { ...next, stood: next.stage };
}

function changed(opportunity: Opportunity, touchpoint: Touchpoint, zone: Zone): Opportunity {
  const { event, happenedAt } = touchpoint;
  switch (event.kind) {
    case "message-read":
      return isAside(event.reading) ? opportunity : hear(opportunity, event, touchpoint, zone);
    case "follow-up-done":
      return {
        ...wroteAt(opportunity, event.followUpId, happenedAt, zone),
        ...(keyOf({ id: event.followUpId }).startsWith("move-on/") ? GONE_QUIET : {}),
        handedIn: [...opportunity.handedIn, ...handedInBy(opportunity, event, happenedAt, zone)],
        done: new Map(opportunity.done).set(keyOf({ id: event.followUpId }), happenedAt),
      };
    case "follow-up-skipped":
      return {
        ...opportunity,
        skipped: new Map(opportunity.skipped).set(keyOf({ id: event.followUpId }), happenedAt),
      };
    case "follow-up-snoozed":
      return {
        ...opportunity,
        snoozed: new Map(opportunity.snoozed).set(keyOf({ id: event.followUpId }), event.until),
      };
    case "fact-said":
      return {
        ...opportunity,
        // An empty word says that there is none.
        [event.fact]: event.value || null,
        said: { ...opportunity.said, [event.fact]: event.value },
      };
    case "person-wrote":
      return wroteAt(opportunity, null, happenedAt, zone);
    case "added":
      return {
        ...opportunity,
        company: event.company,
        role: event.role ?? opportunity.role,
        addedOn: opportunity.addedOn ?? dayOf(happenedAt, zone),
        stage: furthest(opportunity.stage, event.stage ?? "applied"),
        said: {
          ...opportunity.said,
          company: event.company,
          ...(event.role === null ? {} : { role: event.role }),
        },
      };
    case "closed":
      return {
        ...opportunity,
        stage: "closed",
        outcome: event.outcome,
        said: { ...opportunity.said, outcome: event.outcome },
      };
    case "reopened":
      return reopened(opportunity);
    case "replied": {
      const { outcome } = opportunity;
      const replies = [...opportunity.replies, { at: happenedAt, on: dayOf(happenedAt, zone) }];
      return { ...(outcome === "gone_quiet" ? reopened(opportunity) : opportunity), replies };
    }
    case "no-show": {
      const missed = opportunity.steps.filter(({ start }) => start === event.start);
      return {
        ...opportunity,
        steps: opportunity.steps.filter(({ start }) => start !== event.start),
        noShows: [...opportunity.noShows, ...missed],
      };
    }
    case "noted":
      return {
        ...opportunity,
        notes: [...opportunity.notes, { on: dayOf(happenedAt, zone), text: event.text }],
      };
    case "good-thing-said":
      return {
        ...opportunity,
        goodThings: new Map(opportunity.goodThings).set(event.heldOn, event.text),
      };
    case "interview-said":
      return withInterviewSaid(opportunity, event.start, touchpoint, zone);
    case "contact-said":
      return withContactSaid(opportunity, event);
    case "deadline-said":
      return withDeadlineSaid(opportunity, event.deadline, happenedAt, zone);
    case "message-corrected":
    case "merged":
    case "split":
    case "undone":
      return opportunity;
    default:
      return event satisfies never;
  }
}

function furthest(one: Stage, other: Stage): Stage {
  return STAGE_RANK[one] >= STAGE_RANK[other] ? one : other;
}

/** The person's contact stands first from now on; what it does not say about somebody whom a mail named stays. */
function withContactSaid(opportunity: Opportunity, { name, address, title }: ContactSaid): Opportunity {
  const known = opportunity.named.find((one) => isSamePerson(one, { name, address }));
  const part = known && known.part !== "system" ? known.part : "recruiter";
  const contact: Contact = {
    phone: known?.phone ?? null,
    part,
    name,
    address: address ?? known?.address ?? null,
    title,
  };
  return {
    ...opportunity,
    said: { ...opportunity.said, contact },
    contacts: withFirst(opportunity.named, contact),
  };
}

/** The same name with another address, or the other way round, is the same person put right. */
function isSamePerson(
  one: Pick<Contact, "name" | "address">,
  other: Pick<Contact, "name" | "address">,
): boolean {
  return (
    (one.address !== null && one.address === other.address) || (one.name !== null && one.name === other.name)
  );
}

function withFirst(named: readonly Contact[], first: Contact | undefined): readonly Contact[] {
  return first ? [first, ...named.filter((one) => !isSamePerson(one, first))] : named;
}

/** As if what asked for something last had named that day; later mails of its kind do not change it. */
function withDeadlineSaid(
  opportunity: Opportunity,
  deadline: Day | null,
  at: Instant,
  zone: Zone,
): Opportunity {
  const { heard, said } = opportunity;
  const callbacks = heard.filter(({ reading }) => reading.callback);
  const asked =
    callbacks.findLast(({ reading }) => reading.deadline !== null) ??
    callbacks.findLast(({ kind }) => kind !== "interview") ??
    callbacks.at(-1);
  const of = asked?.kind ?? null;
  return {
    ...opportunity,
    said: { ...said, deadline: { deadline, of, at, on: dayOf(at, zone) } },
    heard: heard.map((one) =>
      one === asked || (one.reading.callback && one.kind === of)
        ? { ...one, reading: { ...one.reading, deadline: one === asked ? deadline : null } }
        : one,
    ),
  };
}

/** Open again, where it stood before it was closed. */
function reopened(opportunity: Opportunity): Opportunity {
  if (opportunity.stage !== "closed") return opportunity;
  const { outcome: _, ...said } = opportunity.said;
  const least: Stage = opportunity.steps.length > 0 ? "interviewing" : "lead";
  return { ...opportunity, said, outcome: null, stage: furthest(opportunity.stood, least) };
}

/** Moving on closes it gently (S7). */
const GONE_QUIET = { stage: "closed", outcome: "gone_quiet" } as const;

/** A follow-up that is done was sent, except a deadline or the advice to move on. */
function wroteAt(opportunity: Opportunity, followUpId: string | null, at: Instant, zone: Zone): Opportunity {
  if (followUpId !== null && /\/(?:deadline|move-on)\//.test(followUpId)) return opportunity;
  if (opportunity.wrote.some((one) => one.at === at)) return opportunity;
  return { ...opportunity, wrote: [...opportunity.wrote, { at, on: dayOf(at, zone) }] };
}

/** A deadline of a test or of references that is done: they have it now. */
function handedInBy(
  { heard }: Opportunity,
  { followUpId }: FollowUpDone,
  at: Instant,
  zone: Zone,
): HandedIn[] {
  const [kind, deadline] = keyOf({ id: followUpId }).split("/");
  const asked = heard.findLast(({ reading }) => reading.deadline === deadline)?.kind;
  if (kind !== "deadline" || (asked !== "assessment" && asked !== "references")) return [];
  return [{ of: asked, at, on: dayOf(at, zone) }];
}

/** A follow-up's id without its opportunity: after a merge it is found in the other one. */
export function keyOf({ id }: { readonly id: string }): string {
  return id.slice(id.indexOf("/") + 1);
}

function hear(
  opportunity: Opportunity,
  event: MessageRead,
  { happenedAt: at, recordedAt: toldAt, seq }: Touchpoint,
  zone: Zone,
): Opportunity {
  const { subject } = event;
  const reading =
    event.reading.deadline !== null && opportunity.said.deadline?.of === event.reading.kind
      ? { ...event.reading, deadline: null }
      : event.reading;
  const heard = { at, toldAt, on: dayOf(at, zone), kind: reading.kind, subject, reading };
  const named = withContacts(opportunity.named, reading.contacts);
  return {
    ...opportunity,
    ...stageAfter(opportunity, reading),
    company: preferCertain(opportunity, reading, "company"),
    role: preferCertain(opportunity, reading, "role"),
    agency:
      opportunity.said.agency === undefined ? (opportunity.agency ?? reading.agency) : opportunity.agency,
    requisition: opportunity.requisition ?? reading.requisition,
    named,
    contacts: withFirst(named, opportunity.said.contact),
    ...stepsAfter(opportunity, { ...heard, seq, interview: reading.interview }, zone),
    moves: [...opportunity.moves, ...moveIn(opportunity, heard)],
    heard: [...opportunity.heard, heard],
  };
}

/** A name that the text says replaces one that was only implied; otherwise the first one stays. */
function preferCertain(opportunity: Opportunity, reading: Reading, fact: "company" | "role"): string | null {
  const known = opportunity[fact];
  if (opportunity.said[fact] !== undefined) return known;
  const wasCertain = opportunity.heard.some(
    ({ reading: earlier }) => earlier[fact] === known && earlier.evidence[fact]?.certainty === "certain",
  );
  const isCertain = reading.evidence[fact]?.certainty === "certain";
  return known === null || (isCertain && !wasCertain) ? (reading[fact] ?? known) : known;
}

const ENDED_BY_PERSON: readonly Outcome[] = ["accepted", "declined", "withdrawn"];

/** It never moves back by accident; only a callback reopens what was closed. */
function stageAfter(opportunity: Opportunity, reading: Reading): Pick<Opportunity, "stage" | "outcome"> {
  const stage = stageOf(reading);
  const { stage: before, outcome, said } = opportunity;
  // What the person ended stays ended until they say otherwise.
  if (said.outcome !== undefined && ENDED_BY_PERSON.includes(said.outcome)) return { stage: before, outcome };
  if (stage === "closed") return { stage, outcome: "rejected" };
  // They write after all: it reopens by itself, where it stood.
  if (outcome === "gone_quiet" && stage !== null) {
    return { stage: furthest(furthest(stage, opportunity.stood), "applied"), outcome: null };
  }
  if (stage === null || (before === "closed" && !reading.callback)) return { stage: before, outcome };
  const moves = before === "closed" || STAGE_RANK[stage] > STAGE_RANK[before];
  return moves ? { stage, outcome: null } : { stage: before, outcome };
}

function withContacts(known: readonly Contact[], said: readonly Contact[]): readonly Contact[] {
  const others = known.filter((one) => !said.some((contact) => isSameContact(contact, one)));
  // The one who wrote last is the one to write to, unless a system wrote.
  const people = said.filter(({ part }) => part !== "system");
  return [...people, ...others, ...said.filter(({ part }) => part === "system")];
}

function isSameContact(a: Contact, b: Contact): boolean {
  return a.address !== null && b.address !== null ? a.address === b.address : a.name === b.name;
}
