// Interviews as steps of a process: what a mail, or the person, says about one makes it, moves it, or calls it off.
import { dayOf } from "../calendar.ts";
import type { Day, Instant, Zone } from "../calendar.ts";
import type { Heard, Move, Opportunity, Step, Touchpoint } from "./opportunity.ts";
import { NO_INTERVIEW } from "./reading.ts";
import type { Interview } from "./reading.ts";
import { STAGE_RANK } from "./stage.ts";

/** As if the last invitation had said it: the person knows when it is. */
export function withInterviewSaid(
  opportunity: Opportunity,
  start: string | null,
  { happenedAt: at, recordedAt: toldAt, seq }: Touchpoint,
  zone: Zone,
): Opportunity {
  // One that was held already is not the one that is meant.
  const invited = opportunity.heard.findLast(({ reading: { interview: told } }) => {
    return told !== null && (told.start === null || Date.parse(told.start) > Date.parse(at));
  });
  const known = invited?.reading.interview ?? NO_INTERVIEW;
  const status = start === null ? ("cancelled" as const) : ("confirmed" as const);
  const interview: Interview = { ...known, status, start, end: null, zone, options: [] };
  const after = stepsAfter(opportunity, { at, toldAt, seq, kind: "interview", interview }, zone);
  const stage = STAGE_RANK[opportunity.stage] < STAGE_RANK.interviewing ? "interviewing" : opportunity.stage;
  return {
    ...opportunity,
    ...after,
    stage: start === null ? opportunity.stage : stage,
    heard: opportunity.heard.map((heard) =>
      heard === invited
        ? {
            ...heard,
            reading: {
              ...heard.reading,
              interview,
              missing: heard.reading.missing.filter((one) => !["date", "time", "zone"].includes(one)),
            },
          }
        : heard,
    ),
  };
}

/** What a mail, or the person, said about an interview. */
type SaidInterview = Pick<Heard, "at" | "toldAt" | "kind"> & {
  readonly seq: number;
  readonly interview: Interview | null;
};

/** A new time for an interview that has not been held yet moves it; a time after it was held is the next step. */
export function stepsAfter(
  { steps, calledOff }: Opportunity,
  { at, toldAt, seq, kind, interview }: SaidInterview,
  zone: Zone,
): Pick<Opportunity, "steps" | "calledOff"> {
  if (!interview || (kind !== "interview" && kind !== "reschedule")) return { steps, calledOff };
  const held = steps.filter(({ start }) => Date.parse(start) <= Date.parse(at));
  const open = steps.slice(held.length);
  const { start } = interview;
  const drops = interview.status === "cancelled" || (start === null && kind === "reschedule");
  if (drops)
    return {
      steps: held,
      calledOff: [...calledOff, ...open],
    };
  if (start === null) return { steps, calledOff };
  const before = open.find((one) => one.start === start && kind !== "reschedule") ?? open[0];
  const step: Step = {
    interview: before ? carriedOver(interview, before.interview) : interview,
    start,
    heldOn: localDay(start, zone),
    firstSeq: Math.min(before?.firstSeq ?? seq, seq),
    toldAt,
  };
  const others = kind === "reschedule" ? open.slice(1) : open.filter((one) => one.start !== start).slice(1);
  return {
    steps: [...held, step, ...others].toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start)),
    calledOff,
  };
}

/** A mail that only moves an interview seldom says again who comes, where, and how. */
function carriedOver(interview: Interview, before: Interview): Interview {
  return {
    ...interview,
    platform: interview.platform ?? before.platform,
    link: interview.link ?? before.link,
    place: interview.place ?? before.place,
    format: interview.format ?? before.format,
    interviewers: interview.interviewers.length > 0 ? interview.interviewers : before.interviewers,
  };
}

/** Whether this message moves or calls off an interview that was still to come. */
export function moveIn({ steps }: Opportunity, { at, on, reading }: Heard): Move[] {
  const open = steps.find(({ start }) => Date.parse(start) > Date.parse(at));
  const { interview, kind } = reading;
  const moves = kind === "reschedule" || interview?.status === "moved" || interview?.status === "cancelled";
  if (!moves || !interview || interview.start === open?.start) return [];
  const noticeHours = open ? Math.floor((Date.parse(open.start) - Date.parse(at)) / 3_600_000) : null;
  const quote = reading.evidence["interview"]?.quote ?? reading.signals[0]?.phrase ?? "";
  return [
    {
      at,
      on,
      noticeHours,
      byThem: !ASKED_FOR.test(
        reading.signals
          .map(({ phrase }) => phrase)
          .join(" ")
          .toLowerCase(),
      ),
      quote,
    },
  ];
}

/** The candidate had asked for another time. */
const ASKED_FOR =
  /(?:as you asked|as requested|your request|you asked|no problem|of course we can|kein problem|wie gewünscht|pas de souci|aucun souci|comme demandé|sin problema|como pidió|sem problema|como pediu|nessun problema|come richiesto|geen probleem|zoals gevraagd)/;

function localDay(start: string, zone: Zone): Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(start) ? start : dayOf(new Date(start).toISOString(), zone);
}

/** Whether it begins after `now`. */
export function isAhead({ start }: Step, now: Instant): boolean {
  return Date.parse(start) > Date.parse(now);
}
