// Fills one draft from facts, in the language of the thread and the person's tone, and checks it against the article's own rules.
// A draft that fails the check never leaves.
import { sayDayIn, sayTime } from "../calendar.ts";
import type { Zone } from "../calendar.ts";
import { capital } from "../mail/text.ts";
import { roundsOf } from "../opportunity/follow-ups.ts";
import type { FollowUp, Round } from "../opportunity/follow-ups.ts";
import { writtenDay } from "../opportunity/opportunity.ts";
import type { Opportunity, Step } from "../opportunity/opportunity.ts";
import type { Interview } from "../opportunity/reading.ts";
import { DRAFT_TEXTS, MAX_DRAFT_WORDS } from "../playbook/draft-languages.ts";
import { DRAFT_KINDS } from "../playbook/draft-texts.ts";
import type { DraftKind, DraftTexts, Tone } from "../playbook/draft-texts.ts";
import type { Language } from "../playbook/languages.ts";
import type { Subkind } from "../vocabulary.ts";

export type Draft = {
  readonly kind: DraftKind;
  readonly language: Language;
  /** The contact's address; null when the mails never showed one. */
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
  /** What only the person can add; the draft is not ready to send until then. */
  readonly needs: "one-good-thing" | "referees" | null;
};

export type DraftContext = {
  readonly me: string | null;
  readonly zone: Zone;
  readonly tone?: Tone;
  /** In which to write; theirs when absent. */
  readonly language?: Language | null;
  /** The one good thing that the person named after the interview. */
  readonly goodThing?: string | null;
};

/** Kinds that count as follow-ups (S5, S6): the check asks more of them. */
const COUNTED: readonly DraftKind[] = ["first-follow-up", "second-follow-up"];

/** The draft of a follow-up; null when its kind has none or a fact is missing for it. */
export function writeDraft(
  followUp: FollowUp,
  opportunity: Opportunity,
  context: DraftContext,
): Draft | null {
  const kind = DRAFT_KINDS.find((one) => one === followUp.kind);
  const step = roundsOf(opportunity)[followUp.round - 1] ?? null;
  return kind ? writeDraftOf(kind, opportunity, step, context) : null;
}

/** A draft of any kind; `step`: the round that it is about. Null when a fact is missing, or the check refuses it. */
export function writeDraftOf(
  kind: DraftKind,
  opportunity: Opportunity,
  step: Round | null,
  context: DraftContext,
): Draft | null {
  const language = context.language ?? languageOfThread(opportunity);
  const texts = DRAFT_TEXTS[language];
  const values = placeholders(opportunity, step, texts, context);
  const filled = fill(texts.bodies[kind], values);
  if (filled === null) return null;
  const tone = context.tone ?? "plain";
  const body = [
    greeting(opportunity, texts, tone),
    filled,
    `${texts.closing[tone]}\n${context.me ?? ""}`.trim(),
  ].join("\n\n");
  const draft: Draft = {
    kind,
    language,
    to: mainContact(opportunity)?.address ?? null,
    subject: replySubject(opportunity),
    body,
    needs: body.includes(texts.referees) ? "referees" : BLANK.test(body) ? "one-good-thing" : null,
  };
  return checkDraft(draft, opportunity, step, context).length === 0 ? draft : null;
}

/** Words in brackets are the person's to replace. */
const BLANK = /\[[^\]\n]{1,80}\]/;

/** The values of the placeholders: facts in the words of the draft's language; null: not known. */
type Placeholders = Readonly<Record<string, string | null>>;

/** What is wrong with a draft, in words; empty when it may be shown (PRODUCT section 5, the draft check). */
export function checkDraft(
  { kind, language, body }: Draft,
  opportunity: Opportunity,
  step: Round | null,
  context: DraftContext,
): string[] {
  const texts = DRAFT_TEXTS[language];
  const values = placeholders(opportunity, step, texts, context);
  const text = body.toLowerCase();
  const problems = [...texts.forbidden, ...DRAFT_TEXTS.en.forbidden]
    .filter((phrase) => text.includes(phrase))
    .map((phrase) => `says "${phrase}"`);
  if (body.split(/\s+/).length > MAX_DRAFT_WORDS) problems.push(`has more than ${MAX_DRAFT_WORDS} words`);
  if (/[{}]/.test(body)) problems.push("has an empty place");
  // Numbers are facts: every one must come from one.
  const known = Object.values(values).join(" ");
  for (const [number] of body.matchAll(/\d+/g))
    if (!known.includes(number)) problems.push(`names ${number}, which no mail said`);
  const name = mainContact(opportunity)?.name ?? null;
  const first = firstName(name);
  if (first !== null && !body.split("\n")[0]?.includes(first))
    problems.push("does not greet the contact by name");
  if (!COUNTED.includes(kind)) return problems;
  if (!step || !body.includes(sayDayIn(step.heldOn, texts.locale)))
    problems.push("does not name the day of the interview");
  const detail = values["detail"];
  if (!detail || body.split(detail).length !== 2) problems.push("does not name exactly one good thing");
  for (const [what, words] of Object.entries(texts.mustSay))
    if (!words.some((one) => text.includes(one))) problems.push(`lacks ${what}`);
  return problems;
}

/** The language that they last wrote in. */
export function languageOfThread({ heard }: Opportunity): Language {
  return heard.findLast(({ reading }) => reading.language !== undefined)?.reading.language ?? "en";
}

function placeholders(
  opportunity: Opportunity,
  step: Round | null,
  texts: DraftTexts,
  { zone, goodThing }: DraftContext,
): Placeholders {
  const invitation = opportunity.heard.findLast(({ reading }) => reading.interview !== null)?.reading;
  const talk = invitation?.subkind ?? null;
  const deadline =
    opportunity.heard.findLast(({ reading }) => reading.deadline !== null)?.reading.deadline ?? null;
  const next = opportunity.steps.at(-1) ?? null;
  const about = { position: positionIn(opportunity, texts), talk: talkIn(texts, talk) };
  return {
    ...about,
    opening: step && openingOf(texts.openings.first, step, texts, about),
    again: step && openingOf(texts.openings.second, step, texts, about),
    heldOn: step ? sayDayIn(step.heldOn, texts.locale) : null,
    detail: step
      ? (opportunity.goodThings.get(writtenDay(step.start)) ??
        goodThing ??
        detailOf(lastTalk(opportunity, step), texts) ??
        blankFor(step, texts))
      : null,
    known: invitation?.interview ? knownSentence(invitation.interview, opportunity, texts, zone) : null,
    questions:
      invitation && invitation.missing.length > 0
        ? listed(
            [...unnamed(opportunity), ...invitation.missing].map((one) => texts.questions[one]),
            texts,
          )
        : null,
    referees: texts.referees,
    deadline: deadline === null ? null : sayDayIn(deadline, texts.locale),
    newTime:
      next === null || next.start.length <= 10 ? null : capital(timeIn(texts.newTime, next, texts, zone)),
  };
}

/** How a follow-up begins: after a talk, or after what was handed in. */
function openingOf(
  opening: DraftTexts["openings"]["first"],
  { kind, heldOn }: Round,
  texts: DraftTexts,
  about: Placeholders,
): string | null {
  const values = { ...about, heldOn: sayDayIn(heldOn, texts.locale) };
  return kind === "interview"
    ? fill(opening.talk, values)
    : fill(opening.handedIn, { ...values, work: texts.handedIn[kind] });
}

function blankFor({ kind }: Round, texts: DraftTexts): string {
  return kind === "interview" ? texts.blank : texts.handedIn.blank;
}

function talkIn({ talk }: DraftTexts, subkind: Subkind | null): string {
  return (subkind === null ? undefined : talk[subkind]) ?? talk.any;
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

/** The first person on the other side who is not a machine. */
export function mainContact({ contacts }: Opportunity): Opportunity["contacts"][number] | null {
  return contacts.find(({ part }) => part !== "system") ?? null;
}

function greeting(opportunity: Opportunity, texts: DraftTexts, tone: Tone): string {
  const name = mainContact(opportunity)?.name ?? null;
  const first = firstName(name);
  if (first === null || name === null) return texts.greeting.nobody[tone];
  return texts.greeting[tone].replace("{first}", first).replace("{full}", name);
}

const TITLES = /^(?:Dr|Prof|Mr|Mrs|Ms|Mag|Ing|Dott|Sr|Sra|Drs|Mme|M)\.?(?:ssa|in)? /u;

function firstName(name: string | null): string | null {
  const first = name?.replace(TITLES, "").split(" ")[0] ?? "";
  return /^\p{L}[\p{L}'’-]{1,30}$/u.test(first) ? first : null;
}

/** The role at the company, as far as it is known. */
function positionIn({ role, company }: Opportunity, { position }: DraftTexts): string {
  const template =
    role !== null && company !== null
      ? position.both
      : role !== null
        ? position.role
        : company !== null
          ? position.company
          : position.none;
  return template.replace("{role}", role ?? "").replace("{company}", company ?? "");
}

/** Company and role, as far as no mail named them: asked together with what else is missing. */
function unnamed({ company, role }: Opportunity): ("company-and-role" | "company" | "role")[] {
  if (company === null) return role === null ? ["company-and-role"] : ["company"];
  return role === null ? ["role"] : [];
}

/** The interview of a round; for what was handed in, the one before it. */
function lastTalk({ steps }: Opportunity, round: Round): Interview | null {
  const before = steps.findLast(({ start }) => Date.parse(start) < Date.parse(round.start));
  return round.interview ?? before?.interview ?? null;
}

/** Something the mails themselves show; never an invention. */
function detailOf(interview: Interview | null, texts: DraftTexts): string | null {
  if (!interview) return null;
  const { interviewers, format } = interview;
  const names = interviewers.map(({ name }) => name).slice(0, 3);
  if (names.length > 0) return texts.details.people.replace("{names}", listed(names, texts));
  return format === null ? null : (texts.details[format] ?? null);
}

function knownSentence(
  { start, platform, options }: Interview,
  opportunity: Opportunity,
  texts: DraftTexts,
  zone: Zone,
): string {
  const step = opportunity.steps.at(-1);
  const isTimed = start !== null && step !== undefined;
  const template = isTimed
    ? start.length > 10
      ? texts.known.time
      : texts.known.day
    : options.length > 0
      ? texts.known.options
      : texts.known.none;
  const said = step ? timeIn(template, step, texts, zone) : template;
  return said
    .replace("{position}", positionIn(opportunity, texts))
    .replace("{where}", platform === null ? "" : texts.where[platform]);
}

/** `{day}` and `{time}` of a step, the time with its zone. */
function timeIn(template: string, { start, heldOn }: Step, texts: DraftTexts, zone: Zone): string {
  const time = start.length > 10 ? `${sayTime(new Date(start).toISOString(), zone)} (${zone})` : "";
  return template.replace("{day}", sayDayIn(heldOn, texts.locale)).replace("{time}", time);
}

/** In the thread of their last mail. */
export function replySubject({ heard, role, company }: Opportunity): string {
  const last = heard.findLast(({ subject }) => subject !== null)?.subject;
  return last
    ? `Re: ${last.replace(/^(?:re|fwd?|fw|aw|wg|sv|tr|rv):\s*/i, "")}`
    : `Re: ${[role, company].filter(Boolean).join(", ")}`;
}

function listed(parts: readonly string[], { and }: DraftTexts): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")}${and}${last}`;
}
