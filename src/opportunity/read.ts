// One reading per original: classify, then extract, then look for what is missing and what should worry.
// The same function runs in the Worker and in `npm run inspect`.
import type { Zone } from "../calendar.ts";
import type { Original } from "../mail/original.ts";
import { readInvite } from "../mail/invite.ts";
import type { Invite } from "../mail/invite.ts";
import { withoutQuotes } from "../mail/reply.ts";
import { CALLBACK_KINDS } from "../vocabulary.ts";
import type { Kind } from "../vocabulary.ts";
import { classify } from "./classify.ts";
import { correctedKind, withSaid } from "./corrections.ts";
import type { Correction, Said } from "./corrections.ts";
import { REVIEW_BELOW } from "./decide.ts";
import type { Classification } from "./classify.ts";
import { extractCompanies } from "./extract/company.ts";
import { extractContacts } from "./extract/contacts.ts";
import type { ExtractContext } from "./extract/context.ts";
import { extractDeadline, extractPromise } from "./extract/dates.ts";
import { extractInterview, extractSchedulingLink, missingFrom } from "./extract/interview.ts";
import { jobLinkIn, reasonsIn } from "./extract/reasons.ts";
import { extractRole } from "./extract/role.ts";
import { extractRequisition, extractRound, extractSalary, extractTakeHome } from "./extract/terms.ts";
import { languageOf } from "./language.ts";
import type { Evidence, Found, Reading } from "./reading.ts";
import { redFlagsIn, scamSignsIn } from "./warnings.ts";

export type ReadContext = {
  /** The person's: times without a zone are read in it. */
  readonly zone: Zone;
  /** What the person said about this very mail. */
  readonly said?: Said;
  /** What they taught about its sender. */
  readonly corrections?: readonly Correction[];
};

/** Reads one original. Never throws on any text. */
export function readOriginal(
  original: Original,
  { zone, said = {}, corrections = [] }: ReadContext,
): Reading {
  const text = capped(withoutQuotes(original.text) || original.text);
  const invite = readInvite(original.calendars, zone);
  const read = withInvite(classify(original.subject, text, original.from?.address ?? ""), invite !== null);
  const verdict = withWord(read, said.kind ?? null, correctedKind(read, original, corrections));
  const language = languageOf(`${original.subject ?? ""}\n${text}`);
  // Where the kind is not sure, the facts are read as if it were about a job: the receipt asks, and shows what there is.
  const kind = verdict.kind === "not-job" && verdict.certainty < REVIEW_BELOW ? "other-job" : verdict.kind;
  const context = { original, text, language, zone, kind, subkind: verdict.subkind };
  return withSaid(readFacts(context, invite, verdict), original, said, corrections);
}

/** A reading whose mail is forgotten, as a mail of another kind. */
export function asSaid(reading: Reading, kind: Kind): Reading {
  const { certainty, signals, subkind } = withWord(reading, kind, null);
  return { ...reading, kind, subkind, callback: isCallback(kind), certainty, signals };
}

/** The kind as the person said it, else as they taught it. */
function withWord(read: Classification, said: Kind | null, taught: Kind | null): Classification {
  const kind = said ?? taught ?? read.kind;
  if (said === null && taught === null) return read;
  const certainty = said === null ? 0.9 : 1;
  const rule = said === null ? "kind/taught" : "kind/said";
  const signal = { kind, phrase: kind, certainty: "certain" as const, rule };
  const signals = [signal, ...read.signals];
  return { kind, certainty, signals, subkind: kind === read.kind ? read.subkind : null };
}

/** What is read of a mail that is longer than mails are: its beginning, where the facts stand, and its end, where the signature does. */
function capped(text: string): string {
  return text.length <= MAX_TEXT + MAX_TAIL ? text : `${text.slice(0, MAX_TEXT)}\n\n${text.slice(-MAX_TAIL)}`;
}

const MAX_TEXT = 30_000;
const MAX_TAIL = 3_000;

/** What a mail of a known kind says. */
export function readFacts(
  context: ExtractContext,
  invite: Invite | null,
  { kind, subkind, certainty, signals }: Classification,
): Reading {
  const role = extractRole(context);
  const facts = {
    ...extractCompanies(context, role?.value ?? null),
    role,
    requisition: extractRequisition(context),
    round: extractRound(context),
    schedulingLink: extractSchedulingLink(context),
    deadline: extractDeadline(context),
    promisedBy: extractPromise(context),
    takeHome: extractTakeHome(context),
    salary: extractSalary(context),
  };
  const meeting = extractInterview(context, invite);
  return {
    kind,
    subkind,
    callback: isCallback(kind),
    certainty,
    signals,
    company: facts.company?.value ?? null,
    role: facts.role?.value ?? null,
    requisition: facts.requisition?.value ?? null,
    round: facts.round?.value ?? null,
    schedulingLink: facts.schedulingLink?.value ?? null,
    deadline: facts.deadline?.value ?? null,
    promisedBy: facts.promisedBy?.value ?? null,
    takeHome: facts.takeHome?.value ?? null,
    salary: facts.salary?.value ?? null,
    agency: facts.agency?.value ?? null,
    contacts: extractContacts(context, facts.agency?.value ?? null),
    interview: meeting?.interview ?? null,
    missing: meeting && isCallback(kind) ? missingFrom(meeting.interview) : [],
    evidence: { ...evidenceOf(facts), ...meeting?.evidence },
    language: context.language,
    reasons: reasonsIn(context),
    jobLink: jobLinkIn(context),
    redFlags: redFlagsIn(context, facts.takeHome?.value ?? null),
    scamSigns: scamSignsIn(context),
  };
}

/** Exactly the kinds that are a formal sign of continued interest (S1). */
export function isCallback(kind: Kind): boolean {
  return (CALLBACK_KINDS as readonly Kind[]).includes(kind);
}

/** An invitation with hardly a word around it is an interview: the calendar part says so. */
function withInvite(verdict: Classification, hasInvite: boolean): Classification {
  const wordless = verdict.kind === "not-job" || verdict.kind === "other-job";
  return hasInvite && wordless && verdict.certainty < 0.7
    ? {
        ...verdict,
        kind: "interview",
        certainty: 0.7,
        signals: [
          ...verdict.signals,
          { kind: "interview", phrase: "text/calendar", certainty: "implied", rule: "interview/calendar" },
        ],
      }
    : verdict;
}

function evidenceOf(facts: Readonly<Record<string, Found<unknown>>>): Record<string, Evidence> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, one]) => (one ? [[name, one.evidence] as const] : [])),
  );
}
