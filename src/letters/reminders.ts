// The short letters by the clock: the evening before an interview, the morning after it, and a deadline's own day. One thing each.
import { dayOf, offsetMinutesAt, sayDay, sayTime } from "../calendar.ts";
import type { Day, Zone } from "../calendar.ts";
import { instantOf } from "../opportunity/extract/moments.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { searchLink } from "../opportunity/next-steps.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";
import { DRAFT_TEXTS } from "../playbook/draft-languages.ts";
import { EVENING_QUESTIONS, EVENING_READY } from "../playbook/evening.ts";
import { FORMAT_NAMES, PLATFORM_NAMES } from "../playbook/interview-names.ts";
import { MISSING_WORDS } from "../playbook/next-steps.ts";
import { calendarAttachment } from "./calendar-file.ts";
import type { CalendarContext } from "./calendar-file.ts";
import { languageOfThread, writeDraftOf } from "./draft.ts";
import type { DraftContext } from "./draft.ts";
import { draftBlocks, itemBlocks, nameOf } from "./item.ts";
import type { ItemContext } from "./item.ts";
import { opportunityItem } from "./numbered.ts";
import type { NumberedLetter } from "./numbered.ts";
import { renderLetter } from "./render.ts";
import type { Block, Words } from "./render.ts";

export type ReminderContext = ItemContext & CalendarContext;

/** At 17:00 the evening before: when on both clocks, where, whom, what to ask, and what the person liked so far. */
export async function composeEvening(
  opportunity: Opportunity,
  step: Step,
  context: ReminderContext,
): Promise<NumberedLetter> {
  const { interview } = step;
  const name = nameOf(opportunity);
  const time = step.start.length > 10 ? `, ${sayTime(instantOf(step.start), context.zone)}` : "";
  const when = step.heldOn === context.today ? "Today" : "Tomorrow";
  const subject = `${when}${time}: interview, ${name}`;
  const [first] = interview.interviewers;
  const liked = [...opportunity.goodThings].map(([day, text]) => `${sayDay(day)}: ${text}`);
  const blocks: Block[] = [
    { is: "heading", text: name },
    { is: "list", items: whenAndWhere(step, context.zone) },
    ...(interview.link === null
      ? []
      : [{ is: "button", link: { words: "Open the meeting link", href: interview.link } } as const]),
    ...listed(
      "Whom you meet",
      interview.interviewers.map((one) => whom(one, opportunity)),
    ),
    ...listed("What to ask", [
      ...stillMissing(opportunity),
      ...EVENING_QUESTIONS.filter(({ needs }) => needs === null || first !== undefined).map(({ says }) =>
        says.replace("{name}", first?.name ?? ""),
      ),
    ]),
    ...listed("What you liked", liked),
    ...listed("Your notes", opportunity.notes.map(({ on, text }) => `${sayDay(on)}: ${text}`).slice(-5)),
    { is: "text", text: EVENING_READY.says },
    {
      is: "small",
      text: "Moved or called off? Reply “interview: Thu 3 Dec 15:00” with the new time, or “interview: cancelled”.",
    },
  ];
  return {
    letter: await renderLetter(subject, blocks),
    items: [opportunityItem(opportunity.id)],
    attachments: [calendarAttachment([{ opportunity, step }], "PUBLISH", context)],
  };
}

function listed(title: string, items: readonly Words[]): Block[] {
  return items.length === 0
    ? []
    : [
        { is: "heading", text: title },
        { is: "list", items },
      ];
}

/** The person's clock first; theirs too, where it shows another time. */
function whenAndWhere({ start, heldOn, interview }: Step, zone: Zone): Words[] {
  const { platform, place, format, link, zone: theirs } = interview;
  const at = start.length > 10 ? instantOf(start) : null;
  const elsewhere =
    at !== null &&
    theirs !== null &&
    !theirs.startsWith("Etc/") &&
    offsetMinutesAt(at, theirs) !== offsetMinutesAt(at, zone)
      ? `; ${sayDay(dayOf(at, theirs))}, ${sayTime(at, theirs)} in ${theirs}`
      : "";
  return [
    `${sayDay(heldOn, "long")}${at === null ? "" : `, ${sayTime(at, zone)} your time (${zone})${elsewhere}`}`,
    ...(platform === null ? [] : [`On: ${PLATFORM_NAMES[platform]}`]),
    ...(place === null ? [] : [`Where: ${place}`]),
    ...(format === null ? [] : [`Format: ${FORMAT_NAMES[format]}`]),
    ...(link === null && platform !== "phone" && place === null
      ? ["No link or place is known: look into the invitation, or ask tonight."]
      : []),
  ];
}

function whom({ name, title }: Step["interview"]["interviewers"][number], { company }: Opportunity): Words {
  return [
    `${name}${title === null ? "" : `, ${title}`}. `,
    { words: "Look up", href: searchLink(name, company ?? "") },
  ];
}

/** What S4 wants known and nobody said. */
function stillMissing({ heard, wrote }: Opportunity): string[] {
  const invitation = heard.findLast(({ kind }) => kind === "interview" || kind === "reschedule");
  const missing =
    invitation?.reading.missing.filter((one) => one === "format" || one === "interviewers") ?? [];
  const asked = invitation && wrote.some(({ at }) => at > invitation.at);
  return missing.map(
    (one) =>
      `Nobody told you ${MISSING_WORDS[one]}${asked ? " yet, though you asked" : ""}: you may open with that.`,
  );
}

/** The morning after: one question, and the line of thanks if one is offered. */
export async function composeMorning(
  opportunity: Opportunity,
  step: Step,
  thanks: FollowUp | null,
  context: ReminderContext,
): Promise<NumberedLetter> {
  const name = nameOf(opportunity);
  const items: Block[] = thanks === null ? [] : itemBlocks(1, thanks, opportunity, context);
  const blocks: Block[] = [
    {
      is: "text",
      text: `You spoke on ${sayDay(step.heldOn, "long")}: ${name}. Name one good thing about it.`,
    },
    {
      is: "text",
      text: `Just reply with a few words that could follow “${enjoyedWords(opportunity, context)} …”. Your next letter to them will say it.`,
    },
    ...(items.length === 0 ? [] : [{ is: "heading", text: "If you like" } as const, ...items]),
    ...(thanks === null ? [] : [{ is: "small", text: "When you have sent it, reply “done”." } as const]),
    { is: "small", text: "They did not turn up? Reply “no show”." },
  ];
  return {
    letter: await renderLetter(`One good thing from ${sayDay(step.heldOn)}: ${name}`, blocks),
    items: [thanks?.id ?? opportunityItem(opportunity.id)],
  };
}

/** What stands in front of the good thing in the drafts of this thread. */
export function enjoyedWords(opportunity: Opportunity, { language }: Pick<DraftContext, "language">): string {
  const [before = ""] =
    DRAFT_TEXTS[language ?? languageOfThread(opportunity)].bodies["first-follow-up"].split("{detail}");
  return (
    before
      .split(/[.}!?]\s/)
      .at(-1)
      ?.trim() ?? ""
  );
}

/** Something is due today. */
export async function composeDeadline(
  opportunity: Opportunity,
  followUp: FollowUp,
  deadline: Day,
  context: ReminderContext,
): Promise<NumberedLetter> {
  const asked = opportunity.heard.findLast(({ reading }) => reading.deadline === deadline);
  const quote = asked?.reading.evidence["deadline"]?.quote;
  const more =
    asked?.kind === "assessment" ? writeDraftOf("deadline-extension", opportunity, null, context) : null;
  const blocks: Block[] = [
    ...itemBlocks(1, followUp, opportunity, context),
    ...(quote === undefined ? [] : [{ is: "small", text: `They wrote: “${quote}”` } as const]),
    ...(more === null
      ? []
      : [
          {
            is: "text",
            text: "If you need a little longer, asking today is better than being late:",
          } as const,
          ...draftBlocks(more, { copyTo: context.inbox }),
        ]),
    { is: "small", text: "Handed in? Reply “done”. Not for you? Reply “skip”." },
  ];
  return {
    letter: await renderLetter(`Due today: ${nameOf(opportunity)}`, blocks),
    items: [followUp.id],
  };
}
