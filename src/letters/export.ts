// Everything that is kept about a person, for themselves: JSON for programs, a table for people, a calendar for their interviews.
import Papa from "papaparse";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { calendarFile } from "./calendar-file.ts";
import type { CalendarContext } from "./calendar-file.ts";
import type { NumberedLetter } from "./numbered.ts";

export type ExportContent = CalendarContext & {
  /** Name, addresses and settings. */
  readonly profile: Readonly<Record<string, unknown>>;
  readonly opportunities: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  readonly touchpoints: readonly Touchpoint[];
};

/** A row of the outbox holds 2 MB, and the letter stands in it twice escaped. */
const MAX_JSON_CHARACTERS = 600_000;

/** The three files as a mail carries them. When the history is too long for that, its evidence stays out, and the file says so. */
export function exportFiles(content: ExportContent): NonNullable<NumberedLetter["attachments"]> {
  return [
    { name: "callback.json", type: EXPORT_TYPES.json, text: jsonForMail(content) },
    { name: "callback.csv", type: EXPORT_TYPES.csv, text: exportTable(content) },
    { name: "callback.ics", type: EXPORT_TYPES.ics, text: exportCalendar(content) },
  ];
}

export const EXPORT_TYPES = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
} as const;

/** Everything, in the shape of `EXPORT_SCHEMA`. */
export function exportJson(content: ExportContent): string {
  return `${JSON.stringify(asJson(content, "full"), null, 1)}\n`;
}

/** Every interview, past and to come. */
export function exportCalendar(content: CalendarContext & Pick<ExportContent, "opportunities">): string {
  const entries = content.opportunities.flatMap((opportunity) =>
    opportunity.steps.map((step) => ({ opportunity, step })),
  );
  return calendarFile(entries, "PUBLISH", content);
}

function jsonForMail(content: ExportContent): string {
  const full = exportJson(content);
  if (full.length <= MAX_JSON_CHARACTERS) return full;
  const brief = `${JSON.stringify(asJson(content, "brief"))}\n`;
  return brief.length <= MAX_JSON_CHARACTERS ? brief : `${JSON.stringify(asJson(content, "none"))}\n`;
}

/** `brief`: what happened, without the words that show it. */
type HistoryDetail = "full" | "brief" | "none";

/** What the JSON says; `version` grows when its shape changes. */
export const EXPORT_VERSION = 1;

function asJson(
  { now, profile, opportunities, followUps, touchpoints }: ExportContent,
  historyDetail: HistoryDetail,
): object {
  return {
    format: "callback-export",
    version: EXPORT_VERSION,
    exportedAt: now,
    historyDetail,
    person: profile,
    opportunities: opportunities.map((one) => ({
      id: one.id,
      company: one.company,
      role: one.role,
      agency: one.agency,
      requisition: one.requisition,
      stage: one.stage,
      outcome: one.outcome,
      contacts: one.contacts,
      interviews: one.steps.map(({ interview }) => interview),
      goodThings: [...one.goodThings].map(([heldOn, text]) => ({ heldOn, text })),
      notes: one.notes,
      followUps: followUps
        .filter(({ opportunityId }) => opportunityId === one.id)
        .map(({ kind, dueOn, state, endedAt }) => ({ kind, dueOn, state, endedAt })),
      history: touchpoints
        .filter(({ opportunityId }) => opportunityId === one.id && historyDetail !== "none")
        .toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt))
        .map(({ happenedAt, originalKey, event }) => ({
          happenedAt,
          ...(originalKey === null ? {} : { originalKey }),
          ...(historyDetail === "brief" && event.kind === "message-read"
            ? { kind: event.kind, subject: event.subject, read: event.reading.kind }
            : event),
        })),
    })),
  };
}

/** One line an opportunity. Cells that a spreadsheet would run as a formula are escaped. */
export function exportTable({ opportunities, followUps }: ExportContent): string {
  const rows = opportunities.map((one) => {
    const next = followUps.find(({ opportunityId, state }) => opportunityId === one.id && state === "open");
    const [contact] = one.contacts;
    return {
      company: one.company ?? "",
      role: one.role ?? "",
      agency: one.agency ?? "",
      stage: one.stage,
      outcome: one.outcome ?? "",
      contact: contact?.name ?? "",
      address: contact?.address ?? "",
      "first heard": one.heard[0]?.on ?? "",
      "last heard": one.heard.at(-1)?.on ?? "",
      interviews: one.steps.map(({ start }) => start).join(" "),
      "next step": next?.kind ?? "",
      "next step due": next?.dueOn ?? "",
      notes: one.notes.map(({ text }) => text).join(" | "),
    };
  });
  return `${Papa.unparse(rows, { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
