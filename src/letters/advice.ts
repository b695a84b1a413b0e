// What the adviser says, in words: one line or a few for each thing that it knows about an opportunity. The digest, the receipt and
// `npm run advise` all take their words from here.
import { sayDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { breadthOf } from "../opportunity/breadth.ts";
import { flagsOf } from "../opportunity/flags.ts";
import type { PlanContext } from "../opportunity/follow-ups.ts";
import { openSteps, standingOf } from "../opportunity/next-steps.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { silenceOf } from "../opportunity/outlook.ts";
import type { Silence } from "../opportunity/outlook.ts";
import { compareReply, paceOf } from "../opportunity/pace.ts";
import { capital } from "../mail/text.ts";
import { LONG_SILENCE } from "../playbook/delays.ts";
import { FLAGS } from "../playbook/red-flags.ts";
import { nameOf } from "./item.ts";
import type { Words } from "./render.ts";

/** `Quiet for 9 days. After an interview 7 to 14 are usual. …`; null when the next word is not theirs. */
export function sayWaiting(opportunity: Opportunity, all: readonly Opportunity[], today: Day): string | null {
  const silence = silenceOf(opportunity, all, today);
  return silence && saySilence(silence, today);
}

function saySilence(silence: Silence, today: Day): string {
  const { days, promisedBy, reason } = silence;
  if (promisedBy !== null && promisedBy >= today) return `They said you will hear by ${sayDay(promisedBy)}.`;
  const quiet = days === 0 ? "The last word was today." : `Quiet for ${sayDays(days)}.`;
  const promise = promisedBy === null ? "" : ` They had said ${sayDay(promisedBy)}; plans slip.`;
  const words = reason.quote === null ? "" : ` (“${reason.quote}”)`;
  const why = days > 2 * silence.usual.most ? LONG_SILENCE : `${reason.says}${words}`;
  return `${quiet} ${sayUsual(silence)}${promise} ${why}`;
}

const AFTER = {
  application: "After an application",
  assessment: "After a test",
  interview: "After an interview",
};

function sayUsual({ usual: { least, most, basis, n }, after }: Silence): string {
  switch (basis) {
    case "general":
      return `${AFTER[after]} ${least} to ${most} days are usual.`;
    case "own":
      return `In your own search ${least} to ${most} days were usual (${n} waits).`;
    case "theirs":
      return `They have taken ${least} to ${most} days before (${n} times).`;
    default:
      return basis satisfies never;
  }
}

/** What the last callback since `since` says about the person (S1, S2); null without one. */
export function sayStanding(opportunity: Opportunity, since: string | null): string | null {
  const callback = opportunity.heard.findLast(
    ({ reading, at }) => reading.callback && (since === null || at >= since),
  );
  return callback && opportunity.stage !== "closed" ? standingOf(opportunity, callback) : null;
}

/** The steps still open after a callback (S4), each with where to look. */
export function sayNextSteps(opportunity: Opportunity, today: Day): Words[] {
  return openSteps(opportunity, today).map(({ kind, says, link }) =>
    link === null ? says : [`${says} `, { words: kind === "research" ? "Search" : "Open it", href: link }],
  );
}

/** Red flags (S8): what happened, in whose words, and a calm next step. */
export function sayFlags(opportunity: Opportunity, context: PlanContext): string[] {
  return flagsOf(opportunity, context).map(({ kind, quotes }) => {
    const words = quotes
      .map(({ on, words: said, note }) =>
        [
          `${sayDay(on)}:`,
          said === null ? null : `“${said}”`,
          note === null ? null : said === null ? note : `(${note})`,
        ]
          .filter((part) => part !== null)
          .join(" "),
      )
      .join("; ");
    return `${FLAGS[kind].title}. ${words}. ${FLAGS[kind].advice}`;
  });
}

/** How fast and how orderly they move (S10); null before there is anything to say. */
export function sayPace(opportunity: Opportunity, all: readonly Opportunity[]): string | null {
  const { rounds, betweenRounds, reply, moves } = paceOf(opportunity);
  const said = [
    ...(reply === null ? [] : [`answers in ${sayDays(reply.days)} (${times(reply.n)})`]),
    ...(betweenRounds === null ? [] : [`${sayDays(betweenRounds)} between rounds`]),
    ...(rounds === 0 ? [] : [`${rounds} ${rounds === 1 ? "round" : "rounds"} so far`]),
    ...(moves === 0 ? [] : [`${moves} ${moves === 1 ? "move" : "moves"} of an interview`]),
  ];
  if (said.length === 0 || (reply === null && moves === 0 && rounds < 2)) return null;
  const compared = compareReply(opportunity, all);
  const beside = compared === null || compared === "as fast" ? "" : `; ${compared} than your others`;
  return `${capital(said.join(", "))}${beside}.`;
}

function sayDays(count: number): string {
  const said = Number.isInteger(count) ? String(count) : count.toFixed(1);
  return `${said} ${count === 1 ? "day" : "days"}`;
}

function times(n: number): string {
  return n === 1 ? "once" : `the middle of ${n}`;
}

/** How broad the search is (S9). */
export function sayBreadth(opportunities: readonly Opportunity[], today: Day): string {
  const { active, fresh, basket } = breadthOf(opportunities, today);
  const count = `${active} active ${active === 1 ? "opportunity" : "opportunities"}`;
  const news = fresh === 0 ? "" : `, ${fresh} new this week`;
  const more =
    active === 0
      ? " A new one begins with one forwarded mail."
      : basket === null
        ? ""
        : ` Only ${nameOf(basket)} is moving: one or two more make every wait easier.`;
  return `${count}${news}.${more}`;
}
