// A changed rule tried on what is stored, before it is let loose: histories are replayed and kept mails read again by the code at hand, and what
// comes out otherwise is told. Nothing is written, and nothing of anybody's mail is shown.
import { dayOf } from "../calendar.ts";
import { openHistory } from "../desk/history.ts";
import { readArrival } from "../mail/arrival.ts";
import { readMessage } from "../mail/message.ts";
import type { Original } from "../mail/original.ts";
import { originalKey } from "../opportunity/decide.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import type { Reading } from "../opportunity/reading.ts";
import { readOriginal } from "../opportunity/read.ts";
import { planFor } from "../store/people.ts";
import { loadStored } from "../store/stored.ts";
import type { FollowUpRow, KeptRow, Stored } from "../store/stored.ts";
import type { Operator } from "./operator.ts";

/** One thing that would be otherwise: `what` changes from `was` to `is`. */
export type Difference = {
  /** An opportunity's or a mail's id. */
  readonly id: string;
  readonly what: string;
  readonly was: string;
  readonly is: string;
};

export type Rehearsed = {
  readonly people: number;
  readonly opportunities: number;
  readonly mails: number;
  readonly differences: readonly Difference[];
};

/** Rehearses on the newest `people`; with `mails`, also reads the mails again whose raw is still kept. */
export async function rehearse(
  source: Operator,
  { people, mails }: { readonly people: number; readonly mails: boolean },
): Promise<Rehearsed> {
  const everybody = await loadStored(source.query, people);
  const total = { people: everybody.length, opportunities: 0, mails: 0, differences: [] as Difference[] };
  for (const stored of everybody) {
    total.opportunities += stored.opportunities.length;
    total.differences.push(...replayed(stored));
    if (!mails) continue;
    for (const kept of stored.kept) {
      total.mails += 1;
      total.differences.push(...(await reread(kept, stored, source)));
    }
  }
  return total;
}

/** Histories by the rules at hand, each as of the day on which its rows were written. */
function replayed({ person, history, opportunities, followUps }: Stored): Difference[] {
  return opportunities.flatMap((row) => {
    const { id, updated_at: writtenAt } = row;
    const now = openHistory(person, history, writtenAt)
      .opportunities()
      .find((one) => one.id === id);
    if (!now) return [{ id, what: "opportunity", was: "there", is: "gone" }];
    const planned = planFollowUps(now, planFor(person, dayOf(writtenAt, person.zone)));
    const wasPlanned = followUps.filter((one) => one.id.startsWith(`${id}/`)).map(sayFollowUp);
    const isPlanned = planned.map(({ id: name, dueOn, state }) =>
      sayFollowUp({ id: name, due_on: dueOn, state }),
    );
    return [
      ...differ(id, "company", row.company, now.company),
      ...differ(id, "role", row.role, now.role),
      ...differ(id, "stage", row.stage, now.stage),
      ...differ(id, "outcome", row.outcome, now.outcome),
      ...differ(id, "follow-ups", wasPlanned.toSorted().join(", "), isPlanned.toSorted().join(", ")),
    ];
  });
}

function sayFollowUp({ id, due_on: dueOn, state }: FollowUpRow): string {
  return `${id.split("/")[1]} ${dueOn} ${state}`;
}

/** A kept mail by the reader at hand, against what was read in it. */
async function reread(
  { id, raw_key: key, recipient }: KeptRow,
  { person, history, corrections }: Stored,
  { raw }: Operator,
): Promise<Difference[]> {
  const bytes = await raw(key);
  if (bytes === null) return [{ id, what: "raw", was: "kept", is: "gone" }];
  const { zone } = person;
  const arrived = await readArrival(await readMessage(bytes), {
    owners: person.senders.map(({ address }) => address),
    inbox: recipient,
    zone,
    answersLetter: false,
  });
  return arrived.originals.flatMap((original) => {
    const before = readBefore(original, id, history);
    if (before === null) return [];
    const now = readOriginal(original, { zone, corrections });
    return [
      ...differ(id, "kind", before.kind, now.kind),
      ...differ(id, "company", before.company, now.company),
      ...differ(id, "role", before.role, now.role),
      ...differ(id, "interview", before.interview?.start ?? null, now.interview?.start ?? null),
      ...differ(id, "deadline", before.deadline, now.deadline),
    ];
  });
}

function readBefore(original: Original, inboundId: string, history: readonly Touchpoint[]): Reading | null {
  const key = originalKey(original);
  const found = history.find((one) => one.inboundId === inboundId && one.originalKey === key);
  return found?.event.kind === "message-read" ? found.event.reading : null;
}

function differ(id: string, what: string, was: string | null, is: string | null): Difference[] {
  return was === is ? [] : [{ id, what, was: was ?? "none", is: is ?? "none" }];
}
