// Fills one draft from facts and checks it against the article's own rules. A draft that fails the check never leaves.
import { sayDay, sayTime } from "../calendar.ts";
import type { Zone } from "../calendar.ts";
import { roundsOf } from "../opportunity/follow-ups.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";
import type { Interview } from "../opportunity/reading.ts";
import {
  COUNTED_DRAFT_MUST_SAY,
  DETAIL_BLANK,
  DRAFTS,
  FORBIDDEN_PHRASES,
  MAX_DRAFT_WORDS,
} from "../playbook/drafts.ts";
import { QUESTIONS } from "../playbook/next-steps.ts";

export type Draft = {
  /** The contact's address; null when the mails never showed one. */
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
  /** What only the person can add; the draft is not ready to send until then. */
  readonly needs: "one-good-thing" | null;
};

export type DraftContext = { readonly me: string | null; readonly zone: Zone };

/** The draft of a follow-up; null when there is none for its kind or a fact is missing for it. */
export function writeDraft(
  followUp: FollowUp,
  opportunity: Opportunity,
  context: DraftContext,
): Draft | null {
  const template = DRAFTS[followUp.kind];
  if (!template) return null;
  const body = fill(template.body, placeholders(followUp, opportunity, context));
  if (body === null) return null;
  const contact = mainContact(opportunity);
  const draft: Draft = {
    to: contact?.address ?? null,
    subject: replySubject(opportunity),
    body,
    needs: body.includes(DETAIL_BLANK) ? "one-good-thing" : null,
  };
  return checkDraft(draft, followUp, opportunity).length === 0 ? draft : null;
}

/** What is wrong with a draft, in words; empty when it may be shown (PRODUCT section 5, the draft check). */
export function checkDraft({ body }: Draft, followUp: FollowUp, opportunity: Opportunity): string[] {
  const text = body.toLowerCase();
  const problems = FORBIDDEN_PHRASES.filter((phrase) => text.includes(phrase)).map(
    (phrase) => `says "${phrase}"`,
  );
  if (body.split(/\s+/).length > MAX_DRAFT_WORDS) problems.push(`has more than ${MAX_DRAFT_WORDS} words`);
  if (/[{}]/.test(body)) problems.push("has an empty place");
  if (followUp.ordinal === null) return problems;
  const step = stepOf(followUp, opportunity);
  if (!step || !body.includes(sayDay(step.heldOn, "long")))
    problems.push("does not name the day of the interview");
  for (const { what, anyOf } of COUNTED_DRAFT_MUST_SAY)
    if (!anyOf.some((words) => text.includes(words))) problems.push(`lacks ${what}`);
  return problems;
}

type Placeholders = Readonly<Record<string, string | null>>;

function placeholders(
  followUp: FollowUp,
  opportunity: Opportunity,
  { me, zone }: DraftContext,
): Placeholders {
  const step = stepOf(followUp, opportunity);
  const invitation = opportunity.heard.findLast(({ reading }) => reading.interview !== null)?.reading;
  return {
    contact: firstName(mainContact(opportunity)?.name ?? null) ?? "there",
    me: me ?? "",
    position: positionOf(opportunity),
    heldOn: step ? sayDay(step.heldOn, "long") : null,
    detail: step ? (detailOf(step.interview) ?? DETAIL_BLANK) : null,
    known: invitation?.interview ? knownSentence(invitation.interview, opportunity, zone) : null,
    questions:
      invitation && invitation.missing.length > 0
        ? listed(invitation.missing.map((one) => QUESTIONS[one]))
        : null,
  };
}

/** Every `{name}` by its value; null when one has none. */
function fill(template: string, values: Placeholders): string | null {
  let complete = true;
  const text = template.replace(/\{(\w{1,20})\}/g, (_, name: string) => {
    const value = values[name];
    if (value === null || value === undefined) complete = false;
    return value ?? "";
  });
  return complete ? text.trim() : null;
}

function stepOf({ round }: FollowUp, opportunity: Opportunity): Step | undefined {
  return roundsOf(opportunity)[round - 1];
}

/** The first person on the other side who is not a machine. */
export function mainContact({ contacts }: Opportunity): Opportunity["contacts"][number] | null {
  return contacts.find(({ part }) => part !== "system") ?? null;
}

function firstName(name: string | null): string | null {
  const first = name?.split(" ")[0] ?? "";
  return /^\p{L}[\p{L}'’-]{1,30}$/u.test(first) ? first : null;
}

/** `the Staff Engineer role at Acme`, as far as it is known. */
function positionOf({ role, company }: Opportunity): string {
  const what = role === null ? "the role" : `the ${role} role`;
  return company === null ? what : `${what} at ${company}`;
}

/** Something the mails themselves show; never an invention. */
function detailOf({ interviewers, format }: Interview): string | null {
  const names = interviewers.map(({ name }) => name);
  if (names.length > 0) return `speaking with ${listed(names.slice(0, 3))}`;
  if (format === "technical") return "the technical discussion";
  if (format === "case") return "working through the case";
  return format === "panel" ? "meeting the panel" : null;
}

const PLATFORM_NAMES = {
  phone: "by phone",
  zoom: "on Zoom",
  meet: "on Google Meet",
  teams: "on Microsoft Teams",
  webex: "on Webex",
  "other-video": "by video",
  "on-site": "on site",
} as const;

function knownSentence(
  { start, platform, options }: Interview,
  opportunity: Opportunity,
  zone: Zone,
): string {
  const where = platform === null ? "" : ` ${PLATFORM_NAMES[platform]}`;
  const about = `about ${positionOf(opportunity)}`;
  const step = opportunity.steps.at(-1);
  if (start !== null && step) {
    const time = start.length > 10 ? ` at ${sayTime(new Date(start).toISOString(), zone)} (${zone})` : "";
    return `I confirm our conversation ${about} on ${sayDay(step.heldOn, "long")}${time}${where}.`;
  }
  return options.length > 0
    ? `I would be glad to talk ${about}${where}, and I will choose one of the times you offered.`
    : `I would be glad to talk ${about}${where}.`;
}

function replySubject({ heard, role, company }: Opportunity): string {
  const last = heard.findLast(({ subject }) => subject !== null)?.subject;
  return last
    ? `Re: ${last.replace(/^(?:re|fwd?|fw):\s*/i, "")}`
    : `Re: ${[role, company].filter(Boolean).join(", ")}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
