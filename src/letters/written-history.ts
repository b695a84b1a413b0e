// A history written by hand, and what Callback would say about it: so that the rules can be tried and reviewed by people who do not program.
import { withOffset, zonedInstant } from "../calendar.ts";
import type { Day, Instant, Zone } from "../calendar.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import type { FollowUp, PlanContext } from "../opportunity/follow-ups.ts";
import { opportunityIds, replay } from "../opportunity/opportunity.ts";
import type { Event, Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { isCallback } from "../opportunity/read.ts";
import type { Reading } from "../opportunity/reading.ts";
import { missingFrom } from "../opportunity/extract/interview.ts";
import type { Tone } from "../playbook/draft-texts.ts";
import type { DELAY_REASON_KINDS } from "../playbook/delays.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import type { LANGUAGES } from "../playbook/languages.ts";
import { holidaysOf } from "../playbook/public-holidays.ts";
import type { FORMATS, KINDS, PLATFORMS, RED_FLAGS, SUBKINDS } from "../vocabulary.ts";
import { sayBreadth, sayFlags, sayNextSteps, sayPace, sayStanding, sayWaiting } from "./advice.ts";
import { writeDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { writeReply } from "./reply.ts";
import { nameOf, whyNow } from "./item.ts";
import { wordsText } from "./render.ts";

export type WrittenHistory = {
  readonly me: string;
  readonly zone: Zone;
  readonly waitDays: number;
  readonly tone: Tone;
  readonly holidays: string | null;
  readonly thankYou: boolean;
  readonly entries: readonly Entry[];
};

/** One thing that happened. `at`: `2026-11-02` or `2026-11-02 15:00`, on the person's clock. */
export type Entry = {
  readonly at: string;
  /** Which opportunity, when there are several: `Acme`, `Acme / Staff Engineer`. */
  readonly with?: string;
} & (TheyWrote | YouDid);

/** They wrote: the kind of mail and what it said. Everything but `they` may be left out. */
export type TheyWrote = {
  readonly they: (typeof KINDS)[number];
  readonly subkind?: (typeof SUBKINDS)[number];
  readonly interview?: string | null;
  readonly cancelled?: boolean;
  readonly platform?: (typeof PLATFORMS)[number];
  readonly format?: (typeof FORMATS)[number];
  readonly people?: readonly string[];
  readonly contact?: string | null;
  readonly deadline?: Day;
  readonly promised?: Day;
  readonly reason?: (typeof DELAY_REASON_KINDS)[number];
  readonly flags?: readonly (typeof RED_FLAGS)[number][];
  readonly language?: (typeof LANGUAGES)[number];
  readonly jobLink?: string;
  readonly quote?: string;
  readonly youAsked?: boolean;
};

/** You did something: `done first-follow-up`, `skipped …`, `snoozed … until 2026-11-20`, `wrote`. */
export type YouDid = { readonly you: string };

export type Advice = {
  readonly text: string;
  readonly opportunities: readonly {
    readonly name: string;
    readonly stage: string;
    readonly followUps: readonly FollowUp[];
    readonly drafts: readonly Draft[];
  }[];
};

/** What Callback would say on `today`. */
export function adviseOn(history: WrittenHistory, today: Day): Advice {
  const { zone, waitDays, thankYou, me, tone } = history;
  const touchpoints = touchpointsOf(history, today);
  const plan: PlanContext = { today, zone, waitDays, thankYou, holidays: holidaysOf(history.holidays) };
  const opportunities = opportunityIds(touchpoints).map((id) => replay(id, touchpoints, zone));
  const sections = opportunities.map((one) => section(one, opportunities, plan, { me, zone, tone }));
  return {
    text: [...sections.map(({ text }) => text), `BREADTH\n${sayBreadth(opportunities, today)}`].join("\n\n"),
    opportunities: sections.map(({ advised }) => advised),
  };
}

function section(
  opportunity: Opportunity,
  all: readonly Opportunity[],
  plan: PlanContext,
  context: { me: string; zone: Zone; tone: Tone },
): { readonly text: string; readonly advised: Advice["opportunities"][number] } {
  const { today } = plan;
  const followUps = planFollowUps(opportunity, plan);
  const due = followUps.filter(({ state, dueOn }) => state === "open" && dueOn <= today);
  const later = followUps.filter(({ state, dueOn }) => state === "open" && dueOn > today);
  const dueDrafts = due.flatMap((followUp) => writeDraft(followUp, opportunity, context) ?? []);
  const reply = dueDrafts.length === 0 ? writeReply(opportunity, context) : null;
  const drafts = [...dueDrafts, ...(reply === null ? [] : [reply])];
  const waiting = due.length === 0 ? sayWaiting(opportunity, all, today) : null;
  const outcome = opportunity.outcome === null ? "" : ` (${opportunity.outcome})`;
  const lines = [
    `${nameOf(opportunity).toUpperCase()} · ${opportunity.stage}${outcome}`,
    ...labelled("Standing", sayStanding(opportunity, null)),
    ...due.map((one) => `Do now: ${FOLLOW_UPS[one.kind].title}. ${whyNow(one, opportunity, today)}`),
    ...later.map((one) => `Planned: ${FOLLOW_UPS[one.kind].title} on ${one.dueOn}.`),
    ...labelled("Waiting", waiting),
    ...sayNextSteps(opportunity, today).map((step) => `Next: ${wordsText(step)}`),
    ...sayFlags(opportunity, plan).map((flag) => `Look twice: ${flag}`),
    ...labelled("Pace", sayPace(opportunity, all)),
    ...drafts.map((draft) => `Draft (${draft.kind}, ${draft.language}):\n${indented(draft.body)}`),
  ];
  return {
    text: lines.join("\n"),
    advised: { name: nameOf(opportunity), stage: opportunity.stage, followUps, drafts },
  };
}

function labelled(label: string, said: string | null): string[] {
  return said === null ? [] : [`${label}: ${said}`];
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}

/** The history as touchpoints; what happened after `today` is not known yet. */
function touchpointsOf({ entries, zone }: WrittenHistory, today: Day): Touchpoint[] {
  return entries
    .filter(({ at }) => at.slice(0, 10) <= today)
    .map((entry, index) => {
      const happenedAt = instantOf(entry.at, zone);
      return {
        seq: index + 1,
        opportunityId: idOf(entry),
        happenedAt,
        recordedAt: happenedAt,
        inboundId: null,
        originalKey: null,
        event: "they" in entry ? heardEvent(entry, zone) : didEvent(entry, entries, zone),
      };
    });
}

/** An opportunity's id holds no slash: follow-ups put theirs behind one. */
function idOf(entry: Entry): string {
  return nameIn(entry).replaceAll("/", "·");
}

function nameIn(entry: Entry): string {
  return entry.with ?? "Acme / Staff Engineer";
}

function instantOf(at: string, zone: Zone): Instant {
  return zonedInstant(`${at.slice(0, 10)}T${at.length > 10 ? at.slice(11) : "09:00"}:00`, zone);
}

/** "done first-follow-up": of the last round that was held by then. */
function didEvent(entry: Entry & YouDid, entries: readonly Entry[], zone: Zone): Event {
  const [verb = "", kind = "", , until = ""] = entry.you.split(" ");
  if (verb === "wrote") return { kind: "person-wrote", subject: null };
  const followUpId = `${idOf(entry)}/${kind}/${dayOfFollowUp(kind, entry, entries, zone)}`;
  if (verb === "done") return { kind: "follow-up-done", followUpId };
  if (verb === "skipped") return { kind: "follow-up-skipped", followUpId };
  return { kind: "follow-up-snoozed", followUpId, until };
}

/** The day in a follow-up's id: planned for the history until then, the last of its kind. */
function dayOfFollowUp(kind: string, entry: Entry, entries: readonly Entry[], zone: Zone): Day {
  const before = entries.slice(0, entries.indexOf(entry));
  const touchpoints = touchpointsOf(
    { entries: before, zone, me: "", waitDays: 7, tone: "plain", holidays: null, thankYou: true },
    entry.at.slice(0, 10),
  );
  const opportunity = replay(idOf(entry), touchpoints, zone);
  const planned = planFollowUps(opportunity, {
    today: entry.at.slice(0, 10),
    zone,
    waitDays: 7,
    thankYou: true,
  }).findLast((one) => one.kind === kind);
  return planned?.id.split("/").at(-1) ?? entry.at.slice(0, 10);
}

function heardEvent(entry: Entry & TheyWrote, zone: Zone): Event {
  const [company = null, role = null] = nameIn(entry).split(" / ");
  const start = entry.interview ?? null;
  const hasInterview = entry.they === "interview" || entry.they === "reschedule";
  const interview = hasInterview
    ? {
        status: entry.cancelled
          ? ("cancelled" as const)
          : entry.they === "reschedule"
            ? ("moved" as const)
            : ("confirmed" as const),
        start: start === null ? null : start.length > 10 ? withOffset(instantOf(start, zone), zone) : start,
        end: null,
        zone,
        options: [],
        platform: entry.platform ?? null,
        link: null,
        place: null,
        format: entry.format ?? null,
        interviewers: (entry.people ?? []).map((person) => {
          const [name = "", title = null] = person.split(", ");
          return { name, title };
        }),
      }
    : null;
  const contact = entry.contact === undefined ? "Rae Lind <rae@acme.example>" : entry.contact;
  const [, name = null, address = null] = /^(.*?) ?<(.*)>$/.exec(contact ?? "") ?? [];
  const reading: Reading = {
    kind: entry.they,
    subkind: entry.subkind ?? null,
    callback: isCallback(entry.they),
    certainty: 1,
    signals:
      entry.quote === undefined
        ? []
        : [
            {
              kind: entry.they,
              phrase: entry.youAsked ? `as you asked: ${entry.quote}` : entry.quote,
              certainty: "certain",
              rule: "written",
            },
          ],
    company: company === "?" ? null : company,
    agency: null,
    role: role === "?" ? null : role,
    requisition: null,
    round: null,
    contacts: contact === null ? [] : [{ name, address, title: null, phone: null, part: "recruiter" }],
    interview,
    schedulingLink: null,
    deadline: entry.deadline ?? null,
    promisedBy: entry.promised ?? null,
    takeHome: null,
    salary: null,
    missing: interview && isCallback(entry.they) ? missingFrom(interview) : [],
    evidence:
      entry.quote === undefined
        ? {}
        : {
            interview: { quote: entry.quote, certainty: "certain", rule: "written" },
            deadline: { quote: entry.quote, certainty: "certain", rule: "written" },
          },
    language: entry.language ?? "en",
    reasons: entry.reason === undefined ? [] : [{ kind: entry.reason, quote: entry.quote ?? "" }],
    jobLink: entry.jobLink ?? null,
    redFlags: (entry.flags ?? []).map((kind) => ({ kind, quote: entry.quote ?? kind })),
    scamSigns: [],
  };
  return { kind: "message-read", reading, subject: role ?? "Your application", messageId: null };
}
