// Everything that is kept about a person, for themselves: JSON for programs, a table for people, a calendar for their interviews.
import Papa from "papaparse";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { calendarFile } from "./calendar-file.ts";
import type { CalendarContext } from "./calendar-file.ts";
import type { NumberedLetter } from "./numbered.ts";

export type ExportContent = CalendarContext & {
  readonly person: Readonly<Record<string, unknown>>;
  readonly opportunities: readonly Opportunity[];
  readonly followUps: readonly FollowUp[];
  readonly touchpoints: readonly Touchpoint[];
};

/** The three files. */
export function exportFiles(content: ExportContent): NonNullable<NumberedLetter["attachments"]> {
  const entries = content.opportunities.flatMap((opportunity) =>
    opportunity.steps.map((step) => ({ opportunity, step })),
  );
  return [
    {
      name: "callback.json",
      type: "application/json",
      text: `${JSON.stringify(asJson(content), null, 1)}\n`,
    },
    { name: "callback.csv", type: "text/csv; charset=utf-8", text: asTable(content) },
    {
      name: "callback.ics",
      type: "text/calendar; charset=utf-8",
      text: calendarFile(entries, "PUBLISH", content),
    },
  ];
}

/** What the JSON says; `version` grows when its shape changes. */
export const EXPORT_VERSION = 1;

function asJson({ now, person, opportunities, followUps, touchpoints }: ExportContent): object {
  return {
    format: "callback-export",
    version: EXPORT_VERSION,
    exportedAt: now,
    person,
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
        .filter(({ opportunityId }) => opportunityId === one.id)
        .toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt))
        .map(({ happenedAt, event }) => ({ happenedAt, ...event })),
    })),
  };
}

/** One line an opportunity. Cells that a spreadsheet would run as a formula are escaped. */
function asTable({ opportunities, followUps }: ExportContent): string {
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
