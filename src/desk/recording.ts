// One original into the history: read it with what the person said and taught, find its opportunity, decide.
import type { Original } from "../mail/original.ts";
import type { Recorded } from "../letters/receipt.ts";
import type { Instant } from "../calendar.ts";
import type { Said } from "../opportunity/corrections.ts";
import { REVIEW_BELOW, decide, happenedAt, originalKey, recordedBefore } from "../opportunity/decide.ts";
import type { Command } from "../opportunity/decide.ts";
import { matchOpportunity } from "../opportunity/match.ts";
import { isAside, replay } from "../opportunity/opportunity.ts";
import type { Event, Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import type { MailRef } from "../opportunity/questions.ts";
import type { Reading } from "../opportunity/reading.ts";
import { asSaid, readOriginal } from "../opportunity/read.ts";
import type { History } from "./history.ts";
import type { Author } from "./author.ts";

/** The inbound message that an original came with. */
export type Source = MailRef & { readonly receivedAt: Instant };

/** What the person said about it: above the forward, or in answer to our question. */
export type Word = {
  readonly said: Said;
  /** The opportunity it belongs to; `new`: none of those there are. */
  readonly place: string | null;
};

export const NO_WORD: Word = { said: {}, place: null };

/** Records an original, or says what is in the way. With the person's word, one that is known already is corrected. */
export function recordOriginal(
  original: Original,
  source: Source,
  word: Word,
  history: History,
  author: Author,
): Recorded {
  const { world, person, corrections } = author;
  const { zone } = person;
  const reading = readOriginal(original, { zone, said: word.said, corrections });
  const as = (became: Recorded["became"], choices: readonly Opportunity[] = []): Recorded => ({
    original,
    reading,
    became,
    opportunity: null,
    mail: { inboundId: source.inboundId, at: source.at },
    said: word.said,
    choices,
  });
  const before = recordedBefore(original, history.touchpoints());
  if (before) {
    const corrected = hasWord(word) ? correctMessage(before, reading, word, history, author) : null;
    const opportunity = corrected ?? replay(before.opportunityId, history.touchpoints(), zone);
    if (isAside(reading) && corrected) return as("aside");
    return { ...as(corrected ? "recorded" : "known"), opportunity };
  }
  if (reading.certainty < REVIEW_BELOW) return as("unsure");
  if (isAside(reading)) return as("aside");
  const opportunities = history.opportunities();
  const match = matchOpportunity(reading, original, opportunities, history.touchpoints());
  if (match.is === "unclear" && word.place === null)
    return as("unclear", choicesFor(match.among, opportunities));
  const opportunityId =
    opportunities.find(({ id }) => id === word.place)?.id ??
    (match.is === "known" && word.place === null ? match.opportunityId : world.newId());
  for (const event of decide({ order: "RecordMessage", reading, original }, history.touchpoints()))
    history.append({
      opportunityId,
      happenedAt: happenedAt(original, source.receivedAt),
      inboundId: source.inboundId,
      originalKey: originalKey(original),
      event,
    });
  return { ...as("recorded"), opportunity: replay(opportunityId, history.touchpoints(), zone) };
}

/** Corrects a message that is recorded, also when the mail itself is forgotten; the opportunity as it stands then. */
export function correctMessage(
  message: Touchpoint,
  reread: Reading | null,
  { said, place }: Word,
  history: History,
  author: Author,
): Opportunity | null {
  if (message.event.kind !== "message-read") return null;
  const appendAll = (command: Command, opportunityId: string) =>
    carryOut(command, opportunityId, history, author);
  const { zone } = author.person;
  const target = place === "new" ? author.world.newId() : place;
  if (target !== null) appendAll({ order: "Split", messages: [message], into: target }, target);
  const id = target ?? message.opportunityId;
  if (said.kind !== undefined) {
    const reading = reread ?? asSaid(message.event.reading, said.kind);
    appendAll({ order: "CorrectMessage", message, reading }, id);
  }
  for (const fact of ["company", "role"] as const) {
    const value = said[fact];
    const opportunity = replay(id, history.touchpoints(), zone);
    if (value !== undefined) appendAll({ order: "SayFact", opportunity, fact, value }, id);
  }
  return replay(id, history.touchpoints(), zone);
}

export function hasWord({ said, place }: Word): boolean {
  return place !== null || Object.values(said).some((value) => value !== undefined);
}

/** The open follow-ups, due today, of the opportunities that were written to. */
export function dueNow(records: readonly Recorded[], history: History) {
  const concerned = records.flatMap(({ became, opportunity }) =>
    became === "recorded" && opportunity ? [opportunity.id] : [],
  );
  return history
    .followUps()
    .filter(
      ({ state, dueOn, opportunityId }) =>
        state === "open" && dueOn <= history.today && concerned.includes(opportunityId),
    );
}

/** How many opportunities a question offers at most. */
const MAX_CHOICES = 6;

/** The ones to choose from: those that fit, else the open ones, latest first. */
function choicesFor(among: readonly string[], opportunities: readonly Opportunity[]): Opportunity[] {
  const fitting = opportunities.filter(({ id }) => among.includes(id));
  const open = opportunities.filter(({ stage }) => stage !== "closed");
  return (fitting.length > 0 ? fitting : open)
    .toSorted((a, b) => (b.heard.at(-1)?.at ?? "").localeCompare(a.heard.at(-1)?.at ?? ""))
    .slice(0, MAX_CHOICES);
}

/** Decides what the person's command changes, and appends it as said then. Empty when it changes nothing. */
export function carryOut(
  command: Command,
  opportunityId: string,
  history: History,
  { inboundId, saidAt }: Author,
): readonly Event[] {
  const events = decide(command, history.touchpoints());
  for (const event of events)
    history.append({ opportunityId, happenedAt: saidAt, inboundId, originalKey: null, event });
  return events;
}
