// What is still open after a callback (S4): only what the mails did not settle and the person has not done.
import type { Day } from "../calendar.ts";
import { MISSING_WORDS, STANDING, STEPS } from "../playbook/next-steps.ts";
import type { StepKind } from "../playbook/next-steps.ts";
import type { Missing } from "../vocabulary.ts";
import { interviewRoundsOf } from "./follow-ups.ts";
import type { Heard, Opportunity } from "./opportunity.ts";
import type { Interview } from "./reading.ts";

export type OpenStep = {
  readonly kind: StepKind;
  readonly says: string;
  /** Where to look, for research and the job description. */
  readonly link: string | null;
};

/** The last callback that still asks for something; null when it is over, answered by a later word, or none came. */
export function openCallback({ heard, stage }: Opportunity, today: Day): Heard | null {
  const last = heard.findLast(({ kind }) => kind !== "acknowledgement" && kind !== "delay");
  if (!last || stage === "closed" || !(last.reading.callback || last.kind === "reschedule")) return null;
  const start = last.reading.interview?.start?.slice(0, 10) ?? null;
  const deadline = last.reading.deadline;
  const isPast =
    (start !== null && start < today) || (start === null && deadline !== null && deadline < today);
  return isPast ? null : last;
}

/** The steps that are open, in the order in which one would take them. */
export function openSteps(opportunity: Opportunity, today: Day): OpenStep[] {
  const callback = openCallback(opportunity, today);
  if (!callback) return [];
  const { reading } = callback;
  // A reply after the invitation asked what was missing.
  const asked = opportunity.wrote.some(({ at }) => at > callback.at);
  const step = (
    kind: StepKind,
    values: Readonly<Record<string, string>> = {},
    link: string | null = null,
  ) => ({
    kind,
    says: fill(STEPS[kind].says, { company: opportunity.company ?? "their place", ...values }),
    link,
  });
  const company = opportunity.company ?? "";
  switch (callback.kind) {
    case "interview":
    case "reschedule": {
      const missing = asked ? [] : reading.missing;
      const people = interviewersOf(opportunity, callback);
      const jobLink = opportunity.heard.findLast(({ reading: one }) => one.jobLink)?.reading.jobLink ?? null;
      return [
        ...(missing.length > 0 ? [step("ask", { what: listOf(missing) })] : []),
        ...people.map(({ name, title }) =>
          step("research", { name, title: title === null ? "" : ` (${title})` }, searchLink(name, company)),
        ),
        step("job-description", {}, jobLink),
        step("achievements"),
        ...(asked ? [] : [step("enthusiasm")]),
      ];
    }
    case "assessment":
      return [
        ...(reading.redFlags.some(({ kind }) => kind === "unscoped-take-home") && !asked
          ? [step("scope")]
          : []),
        step("plan-time"),
        step("job-description"),
      ];
    case "references":
      return [step("ask-referees"), step("brief-referees")];
    case "offer":
      return [step("read-offer"), step("answer-offer")];
    case "rejection":
    case "acknowledgement":
    case "delay":
    case "outreach":
    case "other-job":
    case "not-job":
      return [];
    default:
      return callback.kind satisfies never;
  }
}

/** Whom one will meet. A mail that only moves an interview seldom names them again. */
function interviewersOf({ heard }: Opportunity, callback: Heard): Interview["interviewers"] {
  const named = callback.reading.interview?.interviewers ?? [];
  if (named.length > 0 || callback.kind !== "reschedule") return named;
  return (
    heard
      .slice(0, heard.indexOf(callback))
      .findLast(({ reading }) => (reading.interview?.interviewers.length ?? 0) > 0)?.reading.interview
      ?.interviewers ?? []
  );
}

/** What a callback says about the candidate (S1, S2), by its kind and round; null for anything that is none. */
export function standingOf(opportunity: Opportunity, heard: Heard): string | null {
  const { reading, kind } = heard;
  if (!reading.callback) return null;
  const held = interviewRoundsOf(opportunity).filter(
    ({ start }) => Date.parse(start) < Date.parse(heard.at),
  ).length;
  const round = reading.round ?? held + 1;
  const found = STANDING.find(
    (one) =>
      one.kind === kind &&
      (one.subkinds === undefined || (reading.subkind !== null && one.subkinds.includes(reading.subkind))) &&
      (one.fromRound === undefined || round >= one.fromRound),
  );
  return found ? fill(found.says, { round: String(round) }) : null;
}

function listOf(missing: readonly Missing[]): string {
  const said = missing.map((one) => MISSING_WORDS[one]);
  return said.length < 2 ? (said[0] ?? "") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}

/** A search for a person at a company; we never open it ourselves. */
export function searchLink(name: string, company: string): string {
  return `https://duckduckgo.com/?q=${encodeURIComponent(`"${name}" ${company}`.trim().toWellFormed())}`;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w{1,20})\}/g, (_, name: string) => values[name] ?? "");
}
