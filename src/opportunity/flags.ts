// The red flags of one opportunity (S8): a ledger of what happened, each with the words that show it. Never a verdict.
import type { Day } from "../calendar.ts";
import { SHORT_DEADLINE_HOURS, SHORT_NOTICE_HOURS } from "../playbook/red-flags.ts";
import type { FlagKind } from "../playbook/red-flags.ts";
import { interviewRoundsOf, planFollowUps, roundsOf } from "./follow-ups.ts";
import type { PlanContext } from "./follow-ups.ts";
import type { Heard, Opportunity } from "./opportunity.ts";

export type Flag = {
  readonly kind: FlagKind;
  /** When, in whose words, and what happened beside them; words are null where there are none. */
  readonly quotes: readonly {
    readonly on: Day;
    readonly words: string | null;
    readonly note: string | null;
  }[];
};

/** Every flag that the history shows, in the order of the playbook. */
export function flagsOf(opportunity: Opportunity, context: PlanContext): Flag[] {
  return [
    ...rescheduling(opportunity),
    ...ghosting(opportunity, context),
    ...noShows(opportunity),
    ...vague(opportunity),
    ...flagsInMails(opportunity),
  ];
}

/** The flags that single mails raise, whatever came before. */
export function flagsInMails(opportunity: Opportunity): Flag[] {
  return [...inMails(opportunity), ...shortDeadline(opportunity)];
}

/** Two moves with under a day's notice, or three in all, across rounds. */
function rescheduling({ moves }: Opportunity): Flag[] {
  const theirs = moves.filter(({ byThem }) => byThem);
  const late = theirs.filter(({ noticeHours }) => noticeHours !== null && noticeHours < SHORT_NOTICE_HOURS);
  if (late.length < 2 && theirs.length < 3) return [];
  return [
    {
      kind: "rescheduling",
      quotes: theirs.map(({ on, quote, noticeHours }) => ({
        on,
        words: quote === "" ? null : quote,
        note: noticeHours === null ? null : `${noticeHours} hours before`,
      })),
    },
  ];
}

/** Two or more rounds held, both follow-ups sent, and no word since. */
function ghosting(opportunity: Opportunity, context: PlanContext): Flag[] {
  const interviews = interviewRoundsOf(opportunity).filter(({ heldOn }) => heldOn < context.today);
  const rounds = roundsOf(opportunity).filter(({ heldOn }) => heldOn < context.today);
  const sent = planFollowUps(opportunity, context).filter(
    ({ ordinal, state, round }) => ordinal !== null && state === "done" && round === rounds.length,
  );
  const due = planFollowUps(opportunity, context).some(
    ({ kind, round, dueOn }) => kind === "move-on" && round === rounds.length && dueOn <= context.today,
  );
  const last = rounds.at(-1);
  if (interviews.length < 2 || sent.length < 2 || !due || !last) return [];
  if (opportunity.heard.some(({ at }) => Date.parse(at) > Date.parse(last.start))) return [];
  return [
    {
      kind: "ghosting",
      quotes: [
        { on: last.heldOn, words: null, note: `${interviews.length} rounds, two questions, no answer since` },
      ],
    },
  ];
}

/** Interviews to which they did not turn up, by the person's word. */
function noShows({ noShows: missed }: Opportunity): Flag[] {
  if (missed.length === 0) return [];
  return [
    {
      kind: "no-show",
      quotes: missed.map(({ heldOn }) => ({
        on: heldOn,
        words: null,
        note: "you were there, they were not",
      })),
    },
  ];
}

/** An invitation that leaves out company, role or who, and the next word after the person's question still does. */
function vague({ heard, wrote, company, role }: Opportunity): Flag[] {
  const invitations = heard.filter(({ kind, reading }) => kind === "interview" && isVague(reading));
  const [first] = invitations;
  const asked = first && wrote.find(({ at }) => at > first.at);
  const still = asked && invitations.find(({ at }) => at > asked.at);
  if (!first || !still || (company !== null && role !== null && !isVague(still.reading))) return [];
  return [{ kind: "vague", quotes: [first, still].map(quoteOf) }];
}

function isVague({ company, role, contacts, interview }: Heard["reading"]): boolean {
  const nobody = contacts.every(({ name }) => name === null) && (interview?.interviewers.length ?? 0) === 0;
  return company === null || role === null || nobody;
}

/** What single mails show. */
function inMails({ heard }: Opportunity): Flag[] {
  const kinds = ["rude", "unpaid-take-home", "unscoped-take-home", "long-take-home"] as const;
  return kinds.flatMap((kind) => {
    const quotes = heard.flatMap(({ on, reading }) =>
      reading.redFlags
        .filter((flag) => flag.kind === kind)
        .map(({ quote }) => ({ on, words: quote, note: null })),
    );
    return quotes.length === 0 ? [] : [{ kind, quotes }];
  });
}

/** Something asked for within a day; a day ends with its business hours. */
function shortDeadline({ heard }: Opportunity): Flag[] {
  const pressed = heard.filter(({ at, reading }) => {
    if (reading.deadline === null || !reading.callback) return false;
    const hours = (Date.parse(`${reading.deadline}T17:00:00Z`) - Date.parse(at)) / 3_600_000;
    return hours < SHORT_DEADLINE_HOURS;
  });
  if (pressed.length === 0) return [];
  return [
    {
      kind: "short-deadline",
      quotes: pressed.map(({ on, reading }) => ({
        on,
        words: reading.evidence["deadline"]?.quote ?? null,
        note: `due by ${reading.deadline}`,
      })),
    },
  ];
}

function quoteOf({ on, subject, reading }: Heard): Flag["quotes"][number] {
  return { on, words: reading.signals[0]?.phrase ?? subject, note: null };
}
