// The weekly letter: what to do next, why, and the text to send. Order is fixed; it never starts with bad news.
import { sayDay, sayTime } from "../calendar.ts";
import type { Day, Instant, Zone } from "../calendar.ts";
import type { FollowUp, PlanContext } from "../opportunity/follow-ups.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { sayBreadth, sayFlags, sayPace, sayStanding, sayWaiting } from "./advice.ts";
import { questionItem } from "../opportunity/questions.ts";
import type { MailRef } from "../opportunity/questions.ts";
import { itemBlocks, nameOf, shortItem } from "./item.ts";
import type { ItemContext } from "./item.ts";
import type { NumberedLetter } from "./numbered.ts";
import { renderLetter } from "./render.ts";
import type { Block, Letter, Words } from "./render.ts";

export type DigestContent = ItemContext & {
  readonly now: Instant;
  readonly zone: Zone;
  /** When the last digest was prepared; null for the first one. */
  readonly since: Instant | null;
  readonly opportunities: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  /** How follow-ups are planned for this person. */
  readonly plan: PlanContext;
  /** The day of the next digest: deadlines before it are told now. */
  readonly nextDigestOn: Day;
  /** Mails that wait for the person's word. */
  readonly unplaced: readonly (MailRef & { readonly subject: string })[];
  /** Mails ignored since the last digest. */
  readonly ignored: number;
};

/** Composes the digest of a person's local day; null when there is nothing to say. */
export async function composeDigest(content: DigestContent): Promise<NumberedLetter | null> {
  const due = content.followUps
    .filter((one) => one.state === "open" && isToldNow(one, content))
    .toSorted((a, b) => byUrgency(a, b, content.opportunities));
  const sections = [
    section("Coming up", comingUp(content)),
    section("Do now", doNow(due.slice(0, MOST_IN_FULL), content)),
    section("And when you have time", doLater(due, content)),
    section("Waiting", waiting(content, due)),
    section("Good news", goodNews(content)),
    section("Look twice", flags(content)),
    section("Done since last time", withUndo(doneSince(content))),
    section("Could not place", couldNotPlace(content, due.length)),
  ].flat();
  if (sections.length === 0) return null;
  const blocks: Block[] = [...sections, { is: "small", text: breadth(content) }, ...howToAnswer(due.length)];
  const subject =
    due.length === 0
      ? `Your week: nothing to do (${sayDay(content.today)})`
      : `Your week: ${due.length} to do (${sayDay(content.today)})`;
  const questions = content.unplaced.map(({ inboundId, at }) =>
    questionItem({ inboundId, at, place: null, said: {} }),
  );
  return { letter: await renderLetter(subject, blocks), items: [...due.map(({ id }) => id), ...questions] };
}

/** A digest leads with what a person can do in one sitting; the rest is there by name. */
const MOST_IN_FULL = 5;

/** Due by today; a deadline before the next digest too, else it would pass unsaid. */
function isToldNow({ kind, dueOn, id }: FollowUp, { today, nextDigestOn }: DigestContent): boolean {
  return dueOn <= today || (kind === "deadline" && id.slice(-10) < nextDigestOn);
}

/** A week with nothing in it, for people who like to know that all is well. */
export function composeEmptyDigest({
  opportunities,
  today,
}: Pick<DigestContent, "opportunities" | "today">): Promise<Letter> {
  return renderLetter(`Your week: nothing new (${sayDay(today)})`, [
    { is: "text", text: `Nothing to do and nothing new. ${sayBreadth(opportunities, today)}` },
  ]);
}

/** Deadlines first, then what has waited longest, then by name, so that the same day gives the same numbers. */
function byUrgency(a: FollowUp, b: FollowUp, opportunities: readonly Opportunity[]): number {
  const key = ({ kind, dueOn, opportunityId }: FollowUp) => {
    const opportunity = opportunities.find(({ id }) => id === opportunityId);
    return [kind === "deadline" ? 0 : 1, dueOn, opportunity ? nameOf(opportunity) : "", kind].join(" ");
  };
  return key(a).localeCompare(key(b), "en");
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ is: "heading", text: title }, ...blocks];
}

function comingUp({ opportunities, now, zone }: DigestContent): Block[] {
  const next = opportunities
    .flatMap((opportunity) => opportunity.steps.map((step) => ({ opportunity, step })))
    .filter(({ step }) => Date.parse(step.start) > Date.parse(now))
    .toSorted((a, b) => Date.parse(a.step.start) - Date.parse(b.step.start))
    .map(({ opportunity, step }): Words => {
      const time = step.start.length > 10 ? `, ${sayTime(new Date(step.start).toISOString(), zone)}` : "";
      const said = `${sayDay(step.heldOn)}${time}: interview, ${nameOf(opportunity)}`;
      const { link } = step.interview;
      return link === null ? said : [`${said}. `, { words: "Link", href: link }];
    });
  return list(next);
}

function doNow(due: readonly FollowUp[], content: DigestContent): Block[] {
  return due.flatMap((followUp, at) => {
    const opportunity = content.opportunities.find(({ id }) => id === followUp.opportunityId);
    return opportunity ? itemBlocks(at + 1, followUp, opportunity, content) : [];
  });
}

function doLater(due: readonly FollowUp[], { opportunities }: DigestContent): Block[] {
  return due.slice(MOST_IN_FULL).flatMap((followUp, at) => {
    const opportunity = opportunities.find(({ id }) => id === followUp.opportunityId);
    return opportunity ? [shortItem(MOST_IN_FULL + at + 1, followUp, opportunity)] : [];
  });
}

/** Where the next word is theirs: how long it has been quiet against what is usual, and the likely reason (S3). */
function waiting({ opportunities, followUps, now, today }: DigestContent, due: readonly FollowUp[]): Block[] {
  // With a deadline open, the next word is the person's.
  const busy = [...due, ...followUps.filter(({ kind, state }) => kind === "deadline" && state === "open")];
  const quiet = opportunities.filter(
    ({ id, stage, steps }) =>
      // A lead waits for the person, not for them.
      stage !== "closed" &&
      stage !== "lead" &&
      !busy.some(({ opportunityId }) => opportunityId === id) &&
      !steps.some(({ start }) => Date.parse(start) > Date.parse(now)),
  );
  return list(
    quiet.flatMap((one) => {
      const said = sayWaiting(one, opportunities, today);
      const pace = sayPace(one, opportunities);
      return said === null ? [] : [`${nameOf(one)}: ${said}${pace === null ? "" : ` ${pace}`}`];
    }),
  );
}

/** What a callback since the last digest says about the person (S1, S2). */
function goodNews({ opportunities, since }: DigestContent): Block[] {
  return list(
    opportunities.flatMap((opportunity) => {
      const standing = sayStanding(opportunity, since);
      return standing === null ? [] : [`${nameOf(opportunity)}: ${standing}`];
    }),
  );
}

/** What happened that a candidate should look at twice, with its words (S8). */
function flags({ opportunities, plan }: DigestContent): Block[] {
  return list(
    opportunities
      .filter(({ stage }) => stage !== "closed")
      .flatMap((one) => sayFlags(one, plan).map((flag) => `${nameOf(one)}: ${flag}`)),
  );
}

function doneSince({ opportunities, followUps, since, today }: DigestContent): Block[] {
  return list(
    followUps
      .filter(
        ({ state, endedAt }) => state === "done" && endedAt !== null && (since === null || endedAt >= since),
      )
      .flatMap((followUp) => {
        const opportunity = opportunities.find(({ id }) => id === followUp.opportunityId);
        return opportunity
          ? [
              `${FOLLOW_UPS[followUp.kind].title}, ${nameOf(opportunity)}: ${DONE_WORDS[followUp.kind] ?? "sent"}. ${whatFollows(followUp, followUps, today)}`.trim(),
            ]
          : [];
      }),
  );
}

/** What "done" means of what is not a mail. */
export const DONE_WORDS: Readonly<Partial<Record<FollowUp["kind"], string>>> = {
  deadline: "handed in",
  "move-on": "closed",
};

/** What a finished follow-up set in motion. */
export function whatFollows(followUp: FollowUp, followUps: readonly FollowUp[], today: Day): string {
  const next = followUps.find(
    ({ opportunityId, state, kind, dueOn }) =>
      opportunityId === followUp.opportunityId &&
      state === "open" &&
      dueOn > today &&
      (kind === "second-follow-up" || kind === "move-on"),
  );
  if (!next) return "";
  return next.kind === "second-follow-up"
    ? `If no answer comes, the second and final one is planned for ${sayDay(next.dueOn)}.`
    : `If no answer comes by ${sayDay(next.dueOn)}, it is time to move on.`;
}

/** It can be taken back for a week. */
function withUndo(done: readonly Block[]): Block[] {
  return done.length === 0
    ? []
    : [
        ...done,
        {
          is: "small",
          text: "Not so? Reply “undo”: it takes the last one back.",
        },
      ];
}

function couldNotPlace({ unplaced }: DigestContent, numbered: number): Block[] {
  if (unplaced.length === 0) return [];
  const first = numbered + 1;
  return [
    ...list(unplaced.map(({ subject }, at) => `${first + at}: “${subject || "(no subject)"}”`)),
    {
      is: "small",
      text: `Reply with what it is, for example “${first} interview”, “${first} company: …” or “${first} not a job”.`,
    },
  ];
}

function breadth({ opportunities, ignored, today }: DigestContent): string {
  const mails =
    ignored === 0 ? "" : ` ${ignored} automatic ${ignored === 1 ? "mail was" : "mails were"} set aside.`;
  return `${sayBreadth(opportunities, today)}${mails}`;
}

function howToAnswer(count: number): Block[] {
  if (count === 0) return [];
  const reply = count === 1 ? "“done”" : "“done 1”, or “done 1 and 2”";
  return [
    {
      is: "small",
      text: `What you send by the button is marked as sent by itself; otherwise reply ${reply}. You can also reply “skip 1”, “snooze 1 a week”, “they replied 1”, or “help”.`,
    },
  ];
}

function list(items: readonly Words[]): Block[] {
  return items.length === 0 ? [] : [{ is: "list", items }];
}
