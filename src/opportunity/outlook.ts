// While it is quiet: how long, against what is usual, and the likely reason (S3). Silence is never read as a rejection.
import { daysBetween } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { DELAY_REASONS, GENERAL_REASON, USUAL_SILENCE_DAYS } from "../playbook/delays.ts";
import type { SilenceAfter } from "../playbook/delays.ts";
import type { Opportunity } from "./opportunity.ts";
import { roundsOf } from "./follow-ups.ts";
import { median, waitsIn } from "./pace.ts";
import { remembered } from "./remembered.ts";

/** Days of silence that are usual, and whose habit that is. */
export type Usual = {
  readonly least: number;
  readonly most: number;
  /** `general`: what the playbook says. `own`: this person's own history. `theirs`: how this employer answered before. */
  readonly basis: "general" | "own" | "theirs";
  /** How many waits it was learned from; null for the general one. */
  readonly n: number | null;
};

export type Silence = {
  readonly opportunityId: string;
  /** The last thing that happened between the two sides. */
  readonly since: Day;
  readonly days: number;
  readonly after: SilenceAfter;
  readonly usual: Usual;
  /** They said they would answer by this day; null when they did not, or when it has been answered. */
  readonly promisedBy: Day | null;
  /** What the mails themselves gave as a reason, with its words; else the general one. */
  readonly reason: { readonly says: string; readonly quote: string | null };
};

/** At least so many waits before a person's own history, or an employer's, tells what is usual. */
const MIN_OWN = 3;
const MIN_THEIRS = 2;

/** The silence of an opportunity whose next word is theirs; null when it is closed, a lead, or the next step lies ahead. */
export function silenceOf(opportunity: Opportunity, all: readonly Opportunity[], today: Day): Silence | null {
  const { stage, steps, heard } = opportunity;
  if (stage === "closed" || stage === "lead") return null;
  if (steps.some(({ heldOn }) => heldOn >= today) || isPersonsTurn(opportunity)) return null;
  const last = lastWordOn(opportunity);
  if (last === null) return null;
  const promise = heard.findLast(({ reading }) => reading.promisedBy !== null);
  const promisedBy = promise?.reading.promisedBy ?? null;
  const isOpen =
    promisedBy !== null && !heard.some(({ at, kind }) => at > (promise?.at ?? "") && kind !== "delay");
  const after = afterWhat(opportunity);
  return {
    opportunityId: opportunity.id,
    since: last,
    days: daysBetween(last, today),
    after,
    usual: usualFor(opportunity, all, after),
    promisedBy: isOpen ? promisedBy : null,
    reason: reasonOf(opportunity),
  };
}

/** The day of the last thing that happened between the two sides; null before the first. */
export function lastWordOn(opportunity: Opportunity): Day | null {
  const { heard, steps, wrote, handedIn, replies, noShows, addedOn } = opportunity;
  const days = [
    addedOn,
    heard.at(-1)?.on,
    steps.at(-1)?.heldOn,
    wrote.at(-1)?.on,
    handedIn.at(-1)?.on,
    replies.at(-1)?.on,
    noShows.at(-1)?.heldOn,
  ].flatMap((day) => day ?? []);
  return days.toSorted().at(-1) ?? null;
}

/** They asked for a test, references or an answer to an offer, and the person has not answered yet: no silence of theirs. */
function isPersonsTurn({ heard, wrote, done }: Opportunity): boolean {
  const asked = heard.findLast(({ kind }) => kind !== "acknowledgement" && kind !== "delay");
  if (!asked || !["assessment", "references", "offer"].includes(asked.kind)) return false;
  const handedIn = [...done].some(([key, at]) => key.startsWith("deadline/") && at > asked.at);
  return !handedIn && !wrote.some(({ at }) => at > asked.at) && heard.at(-1) === asked;
}

const afterWhat = remembered((opportunity: Opportunity): SilenceAfter => {
  const { heard, steps } = opportunity;
  if (roundsOf(opportunity).at(-1)?.kind === "assessment") return "assessment";
  if (steps.length > 0 || opportunity.noShows.length > 0) return "interview";
  return heard.some(({ kind }) => kind === "assessment") ? "assessment" : "application";
});

/** Every wait of a person's search, by what it followed. */
const waitsAfter = remembered((all: readonly Opportunity[]) =>
  Map.groupBy(
    all.flatMap((one) => waitsIn(one).map((days) => ({ id: one.id, days, after: afterWhat(one) }))),
    ({ after }) => after,
  ),
);

/** This employer's own pace, else the person's own history, else what the playbook says. */
function usualFor(opportunity: Opportunity, all: readonly Opportunity[], after: SilenceAfter): Usual {
  const theirs = waitsIn(opportunity);
  if (theirs.length >= MIN_THEIRS) return { ...spread(theirs), basis: "theirs", n: theirs.length };
  const own = (waitsAfter(all).get(after) ?? [])
    .filter(({ id }) => id !== opportunity.id)
    .map(({ days }) => days);
  if (own.length >= MIN_OWN) return { ...spread(own), basis: "own", n: own.length };
  return { ...USUAL_SILENCE_DAYS[after], basis: "general", n: null };
}

/** The middle half of some waits, at least a day wide. */
function spread(waits: readonly number[]): { least: number; most: number } {
  const sorted = waits.toSorted((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  const least = Math.round(median(sorted.slice(0, half)) ?? 0);
  const most = Math.round(median(sorted.slice(-half)) ?? 0);
  return { least: Math.max(1, least), most: Math.max(least + 1, most) };
}

/** The reason that their last words gave; one from before the last step is over. */
function reasonOf({ heard, steps }: Opportunity): Silence["reason"] {
  const since = steps.at(-1)?.heldOn ?? "";
  for (const { reading, on } of heard.toReversed()) {
    const [said] = reading.reasons ?? [];
    if (said && on >= since) return { says: DELAY_REASONS[said.kind].says, quote: said.quote };
  }
  return { says: GENERAL_REASON, quote: null };
}
