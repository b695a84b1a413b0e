// What a word changed, as statements of one batch: history, lessons, answered questions, and the next wake.
import { clockLetters, dueAt, nextAfter } from "../letters/clock-letters.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import { saidWith } from "../opportunity/undo.ts";
import { learn, unlearn } from "../store/corrections.ts";
import { answerInbound } from "../store/waiting.ts";
import { writeChanges } from "../store/opportunities.ts";
import type { Changes } from "../store/opportunities.ts";
import { wakeBy } from "../store/people.ts";
import type { Answered } from "./answers.ts";
import type { Author } from "./author.ts";

export type Written = Pick<Answered, "lessons" | "answered"> & { readonly changes: Changes };

/** The statements that write it. They fail as a whole when somebody else appended to the history first. `before`: what it was decided on. */
export function writeWord(
  { world, person, inboundId }: Author,
  { changes, lessons, answered }: Written,
  before: readonly Touchpoint[],
): D1PreparedStatement[] {
  const { db, now } = world;
  return [
    ...writeChanges(db, person.id, changes, now),
    ...learn(db, person.id, lessons, inboundId ?? now, now),
    ...unlearn(db, person.id, takenBack(changes, before)),
    ...answerInbound(db, person.id, answered),
    ...wakeFor({ world, person }, changes),
  ];
}

/** What was said together with what these changes undo. */
function takenBack({ touchpoints }: Changes, before: readonly Touchpoint[]): string[] {
  const seqs = new Set(touchpoints.flatMap(({ event }) => (event.kind === "undone" ? event.seqs : [])));
  return [...new Set(before.filter(({ seq }) => seqs.has(seq)).map(saidWith))];
}

/** New interviews and deadlines may call for a letter before the next digest. */
function wakeFor(
  { world, person }: Pick<Author, "world" | "person">,
  changes: Changes,
): D1PreparedStatement[] {
  const { db, now } = world;
  const changed = changes.opportunities;
  const letters = clockLetters(
    changed.map(({ opportunity }) => opportunity),
    changed.flatMap(({ followUps }) => followUps),
    person,
  );
  // One that is due this very moment leaves with the next run; its key keeps it from leaving twice.
  const due = dueAt(letters, now).length > 0 ? now : nextAfter(letters, now);
  return due === null || person.pausedAt !== null ? [] : [wakeBy(db, person.id, due)];
}
