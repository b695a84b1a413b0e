// Pages that show a person's history, and orders that change it: the same desk that mails are answered from.
import type { Context } from "hono";
import type { Answered } from "../desk/answers.ts";
import type { Desk } from "../desk/desk.ts";
import { openHistory } from "../desk/history.ts";
import type { History } from "../desk/history.ts";
import type { Told } from "../desk/orders.ts";
import { writeWord } from "../desk/write.ts";
import { sayHappened } from "../letters/happened.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import { canBeUndone } from "../opportunity/undo.ts";
import { isCollision } from "../store/conflicts.ts";
import { loadCorrections, toCorrections } from "../store/corrections.ts";
import { countWaiting, toWaitingCount } from "../store/waiting.ts";
import { loadBriefHistory, loadHistory, toBriefHistory, toHistory } from "../store/opportunities.ts";
import type { Load } from "../store/sessions.ts";
import { stoppedAddressOf } from "../store/people.ts";
import type { Person } from "../store/people.ts";
import type { World } from "../world.ts";
import type { Frame } from "./pages/layout.tsx";
import { openVisit, say, takeSaid } from "./session.ts";

/** A signed-in person's page: who they are, what the frame shows, their history, and whatever else was loaded. */
export type PageVisit = {
  readonly person: Person;
  readonly frame: Frame;
  readonly history: History;
  readonly rows: readonly (readonly unknown[])[];
};

/** Opens a page with a history; null when nobody is signed in. `fullOf`: the opportunity whose mails' words are shown. One round trip. */
export async function openPage(
  c: Context,
  world: World,
  {
    fullOf = "",
    more = [],
    tells = true,
  }: { readonly fullOf?: string; readonly more?: readonly Load[]; readonly tells?: boolean } = {},
): Promise<PageVisit | null> {
  const visit = await openFrame(
    c,
    world,
    [(which, parameter) => loadBriefHistory(world.db, which, parameter, { fullOf }), ...more],
    { tells },
  );
  if (!visit) return null;
  const [history = [], ...rows] = visit.rows;
  return { ...visit, history: openHistory(visit.person, toBriefHistory(history), world.now), rows };
}

/** Opens a page that needs no history; null when nobody is signed in. `tells`: whether it shows what the last order came to. One round trip. */
export async function openFrame(
  c: Context,
  world: World,
  loads: readonly Load[],
  { tells = true }: { readonly tells?: boolean } = {},
): Promise<Omit<PageVisit, "history"> | null> {
  const { db, now } = world;
  const visit = await openVisit(c, world, [
    (which, parameter) => countWaiting(db, which, parameter),
    ...loads,
  ]);
  if (!visit) return null;
  const [waiting, ...rows] = visit.rows;
  const said = tells ? await takeSaid(c, world.settings) : null;
  return {
    person: visit.person,
    frame: { now, said, waiting: toWaitingCount(waiting), stopped: stoppedAddressOf(visit.person) },
    rows,
  };
}

/** Whoever is not signed in is asked to. */
export function toSignIn(c: Context): Response {
  return c.redirect("/sign-in", 303);
}

/** What an order of the website came to. */
export type Outcome = {
  readonly told: Pick<Told, "happened" | "unclear" | "asks">;
  readonly answered?: Pick<Answered, "lessons" | "answered">;
  /** The page that comes next. */
  readonly to: string;
};

const MAX_COLLISIONS = 5;

/**
 * Carries out an order on what is there now and says what it came to on the next page; decided again when a mail changed the history at the
 * same moment. Two round trips when nothing collides. `decide` gives null for what is not the person's: the page for that is 404.
 */
export async function changeHistory(
  c: Context,
  world: World,
  decide: (desk: Desk, rows: readonly (readonly unknown[])[]) => Outcome | null | Promise<Outcome | null>,
  more: readonly Load[] = [],
): Promise<Response> {
  const { db, now, settings } = world;
  for (let collisions = 0; ; collisions += 1) {
    const visit = await openVisit(c, world, [
      (which, parameter) => loadHistory(db, which, parameter),
      (which, parameter) => loadCorrections(db, which, parameter),
      ...more,
    ]);
    if (!visit) return toSignIn(c);
    const { person } = visit;
    const [touchpoints = [], corrections = [], ...rows] = visit.rows;
    const stored = toHistory(touchpoints);
    const history = openHistory(person, stored, now);
    const author = { world, person, corrections: toCorrections(corrections), inboundId: null, saidAt: now };
    const outcome = await decide({ author, history, letter: NO_LETTER, items: [] }, rows);
    if (!outcome) return c.notFound();
    const { lessons = [], answered = [] } = outcome.answered ?? {};
    const statements = writeWord(author, { changes: history.changes(), lessons, answered }, stored);
    try {
      if (statements.length > 0) await db.batch(statements);
    } catch (error) {
      if (!isCollision(error) || collisions >= MAX_COLLISIONS) throw error;
      await world.pause(collisions);
      continue;
    }
    await say(
      c,
      { text: wordsOf(outcome, history), undo: undoable(history.changes().touchpoints) },
      settings,
    );
    return c.redirect(outcome.to, 303);
  }
}

/** Nothing is numbered on a page: orders name what they are about. */
const NO_LETTER: Desk["letter"] = { id: "", key: "", subject: "", items: [], receiptOf: null };

/** A desk on which these items have the numbers 1, 2, … */
export function withItems(desk: Desk, items: readonly string[]): Desk {
  return { ...desk, letter: { ...desk.letter, items }, items: [...items] };
}

/** What takes exactly this back: the numbers of its touchpoints, if a person's word can undo them all. */
export function undoable(appended: readonly Touchpoint[]): readonly [number, number] | null {
  const [first] = appended;
  const last = appended.at(-1);
  return first && last && appended.every(canBeUndone) ? [first.seq, last.seq] : null;
}

function wordsOf({ told }: Outcome, history: History): string {
  const { happened, unclear, asks } = told;
  const content = { followUps: history.followUps(), today: history.today };
  const lines = [...happened.map((one) => sayHappened(one, content)), ...asks, ...unclear];
  return lines.length === 0 ? "Nothing changed." : [...new Set(lines)].join(" ");
}
