// A plain table of applications (CSV): columns by their headings, states by the words in them.
import * as chrono from "chrono-node";
import Papa from "papaparse";
import { dayOf, isDay, zonedInstant } from "../calendar.ts";
import type { Day, Instant } from "../calendar.ts";
import { cut, oneLine } from "../mail/text.ts";
import { STATUS_WORDS, TABLE_COLUMNS, TABLE_HEADINGS } from "../playbook/table-words.ts";
import type { Event } from "../opportunity/opportunity.ts";
import type { TableColumn } from "../playbook/table-words.ts";
import type { Author } from "./author.ts";
import type { History } from "./history.ts";
import { NOTHING_IMPORTED } from "./import.ts";
import type { Imported } from "./import.ts";

/** More is no list of applications. */
const MOST_ROWS = 1_600;
const MOST_CELL_CHARACTERS = 1_000;

type Row = Readonly<Partial<Record<TableColumn, string>>> & { readonly line: number };

/** A table as it was understood; `ignored` are the headings that mean nothing to us. */
export type Table = { readonly rows: readonly Row[]; readonly ignored: readonly string[] };

/** The rows of a table, or why it is none. */
export function readTable(text: string): Table | string {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [headings = [], ...lines] = data;
  const named = headings.map(columnOf);
  // The first of two that mean the same is the one that counts.
  const columns = named.map((column, at) => (named.indexOf(column) === at ? column : null));
  if (!columns.includes("company"))
    return "The first line should name the columns, and one of them the company: company, role, date, status, notes …";
  if (lines.length > MOST_ROWS) return `Please bring at most ${MOST_ROWS} rows at once.`;
  const rows = lines.map((cells, at) => {
    const told = columns.flatMap((column, index) => {
      // What a spreadsheet must not run as a formula was escaped by a quote.
      const cell = (cells[index] ?? "")
        .slice(0, MOST_CELL_CHARACTERS)
        .replace(/^'(?=[=+\-@])/, "")
        .trim();
      return column === null || cell === "" ? [] : [[column, cell] as const];
    });
    return { ...Object.fromEntries(told), line: at + 2 };
  });
  const ignored = headings.filter((heading, at) => columns[at] === null && heading.trim() !== "");
  return { rows, ignored };
}

/** By the whole heading, else by a word in it: “Application status” is a status. */
function columnOf(heading: string): TableColumn | null {
  const words = heading.toLowerCase().split(/[^\p{L}]+/u);
  return columnNamed([words.join("")]) ?? columnNamed(words);
}

function columnNamed(names: readonly string[]): TableColumn | null {
  return TABLE_COLUMNS.find((column) => names.some((name) => TABLE_HEADINGS[column].includes(name))) ?? null;
}

/** Appends what the rows say; `problems` names the rows that could not be taken. */
export function importTable(
  rows: readonly Row[],
  history: History,
  author: Author,
): Imported & { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const known = new Set(
    history.opportunities().map(({ company, role }) => nameKey(company ?? "", role ?? "")),
  );
  const isMonthFirst = monthComesFirst(rows, author);
  let imported = NOTHING_IMPORTED;
  for (const row of rows) {
    const [company, role] = [line(row.company), line(row.role)];
    const on = row.on === undefined ? null : dayIn(row.on, isMonthFirst, history.today);
    if (company === "") problems.push(`Line ${row.line}: no company.`);
    else if (known.has(nameKey(company, role))) imported = { ...imported, known: imported.known + 1 };
    else {
      const status = `${row.outcome ?? ""} ${row.status ?? ""}`.trim();
      if (status !== "" && statusIn(status) === null)
        problems.push(
          `Line ${row.line}: the status “${cut(status, 40)}” is not known; it counts as applied.`,
        );
      const ahead = interviewsIn(row).filter((start) => Date.parse(start) > Date.parse(author.world.now));
      if (ahead.length > 1)
        problems.push(
          `Line ${row.line}: several interviews lie ahead; the first is kept, please put in the others by hand.`,
        );
      if (row.on !== undefined && on === null)
        problems.push(
          `Line ${row.line}: “${row.on.slice(0, 40)}” is no day up to today; it counts from today.`,
        );
      known.add(nameKey(company, role));
      addRow({ ...row, company, role }, on, history, author);
      imported = { ...imported, added: imported.added + 1 };
    }
  }
  return { ...imported, problems };
}

function addRow(
  row: Row & { company: string; role: string },
  on: Day | null,
  history: History,
  author: Author,
): void {
  const { world, person } = author;
  const noon: Instant =
    on === null || on === history.today ? world.now : zonedInstant(`${on}T12:00:00`, person.zone);
  const happenedAt = noon < world.now ? noon : world.now;
  const now = Date.parse(world.now);
  const status = statusIn(`${row.outcome ?? ""} ${row.status ?? ""}`);
  const [agency, name, address] = [line(row.agency), line(row.contact), addressIn(row.address ?? "")];
  const says: Event[] = [
    ...(agency === "" ? [] : [{ kind: "fact-said", fact: "agency", value: agency } as const]),
    ...(name === "" && address === null
      ? []
      : [{ kind: "contact-said", name: name || null, address, title: null } as const]),
    ...interviewsIn(row)
      .filter(
        (start, at, all) =>
          Date.parse(start) <= now || !all.slice(0, at).some((one) => Date.parse(one) > now),
      )
      .map((start) => ({ kind: "interview-said", start }) as const),
    ...[row.notes, row.link].flatMap((one) =>
      one === undefined ? [] : [{ kind: "noted", text: cut(oneLine(one), MOST_CELL_CHARACTERS) } as const],
    ),
    ...(status?.outcome ? [{ kind: "closed", outcome: status.outcome } as const] : []),
  ];
  const { company, role } = row;
  const added: Event = { kind: "added", company, role: role || null, stage: status?.stage ?? "applied" };
  const at = { opportunityId: world.newId(), inboundId: null, originalKey: null };
  history.append({ ...at, happenedAt, event: added });
  for (const event of says) history.append({ ...at, happenedAt: world.now, event });
}

/** Earliest first. */
function interviewsIn({ interviews = "" }: Row): string[] {
  return interviews
    .split(/\s+/)
    .filter(isMoment)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
}

function statusIn(text: string): (typeof STATUS_WORDS)[number] | null {
  const lower = text.toLowerCase();
  return STATUS_WORDS.find(({ words }) => words.some((word) => lower.includes(word))) ?? null;
}

function line(cell: string | undefined): string {
  return cut(oneLine(cell ?? ""), 150);
}

function nameKey(company: string, role: string): string {
  return [company, role].map(oneLine).join("\n").toLowerCase();
}

function addressIn(cell: string): string | null {
  return /[^\s@<>"]{1,64}@[^\s@<>"]{1,250}/.exec(cell)?.[0]?.toLowerCase() ?? null;
}

/** A day, or a time with its offset. */
function isMoment(text: string): boolean {
  const isTime = /^T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text.slice(10));
  return isDay(text.slice(0, 10)) && (text.length === 10 || isTime) && !Number.isNaN(Date.parse(text));
}

/** `3/11/2026` alone does not tell; a column in which some day is above twelve does, and else where the person lives. */
function monthComesFirst(rows: readonly Row[], { person }: Author): boolean {
  const pairs = rows.flatMap(({ on }) => {
    const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(on ?? "") ?? [];
    return first === undefined ? [] : [{ first: Number(first), second: Number(second) }];
  });
  if (pairs.some(({ first }) => first > 12)) return false;
  if (pairs.some(({ second }) => second > 12)) return true;
  return /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana)|US\/)/.test(
    person.zone,
  );
}

/** A day in any usual form, not after today; null when it is none. */
function dayIn(text: string, isMonthFirst: boolean, today: Day): Day | null {
  if (isDay(text.slice(0, 10))) return text.slice(0, 10) <= today ? text.slice(0, 10) : null;
  const reader = isMonthFirst ? chrono.en.casual : chrono.en.GB;
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: "UTC" };
  const [found] = reader.parse(text.slice(0, 60).replace(/(?<=\d)\.(?=\d)/g, "/"), reference);
  const day = found ? dayOf(found.start.date().toISOString(), "UTC") : null;
  return day !== null && day <= today ? day : null;
}
