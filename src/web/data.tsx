// A person's data: taking it with them, bringing some along, and deleting everything.
import { Hono } from "hono";
import type { Context } from "hono";
import { openHistory } from "../desk/history.ts";
import type { History } from "../desk/history.ts";
import { exportContent } from "../desk/export.ts";
import type { Author } from "../desk/author.ts";
import { NOTHING_IMPORTED, idsFor, importOpportunities, readExport } from "../desk/import.ts";
import type { ExportedOpportunity, Imported } from "../desk/import.ts";
import { importTable, readTable } from "../desk/import-table.ts";
import { writeWord } from "../desk/write.ts";
import { EXPORT_TYPES, exportCalendar, exportJson, exportTable } from "../letters/export.ts";
import { EXPORT_SCHEMA } from "../letters/export-schema.ts";
import { cut } from "../mail/text.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import { isCollision } from "../store/conflicts.ts";
import { erasePerson } from "../store/forget.ts";
import { loadHistory, toHistory } from "../store/opportunities.ts";
import type { Person } from "../store/people.ts";
import { deleteRawOf } from "../store/raw.ts";
import type { World } from "../world.ts";
import { fieldOf } from "./form.ts";
import { DeletePage, ImportPage, ImportedPage } from "./pages/data.tsx";
import { MessagePage } from "./pages/message.tsx";
import { dropSession, openVisit } from "./session.ts";
import type { Said } from "./session.ts";
import { openFrame, toSignIn, undoable } from "./visit.ts";

const WRITERS = { json: exportJson, csv: exportTable, ics: exportCalendar } as const;

/** `GET /export/callback.json`, `.csv`, `.ics`. */
export function exportPages(world: World): Hono {
  const { db, now } = world;
  const app = new Hono();
  for (const type of ["json", "csv", "ics"] as const)
    app.get(`/callback.${type}`, async (c) => {
      const visit = await openVisit(c, world, [(which, parameter) => loadHistory(db, which, parameter)]);
      if (!visit) return toSignIn(c);
      const history = openHistory(visit.person, toHistory(visit.rows[0] ?? []), now);
      return c.body(WRITERS[type](exportContent(visit.person, history, world)), 200, {
        "content-type": EXPORT_TYPES[type],
        "content-disposition": `attachment; filename="callback.${type}"`,
      });
    });
  return app;
}

/** `GET /export.schema.json`: for everybody. */
export function exportSchema(): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json(EXPORT_SCHEMA));
  return app;
}

/** A parameter of D1 holds 2 MB, and one invocation of the free plan fifty queries: that many parts of that size. */
const PART_BYTES = 1_500_000;
const PART_ROWS = 400;
const MOST_PARTS = 4;
const MOST_BYTES = 5_000_000;

/** `GET /import`, `POST /import` with a file. */
export function importPages(world: World): Hono {
  const app = new Hono();
  app.get("/", async (c) => {
    const visit = await openFrame(c, world, []);
    return visit ? c.html(<ImportPage frame={visit.frame} />) : toSignIn(c);
  });
  app.post("/", async (c) => {
    const form = await c.req.formData();
    const visit = await openFrame(c, world, [(which, parameter) => loadHistory(world.db, which, parameter)]);
    if (!visit) return toSignIn(c);
    const file = form.get("file");
    const isTooBig = file instanceof File && file.size > MOST_BYTES;
    const text = file instanceof File && !isTooBig ? await file.text() : fieldOf(form, "pasted");
    const result = isTooBig
      ? `Please bring at most ${MOST_BYTES / 1_000_000} MB at once. Nothing was changed.`
      : await bring(text, visit.person, toHistory(visit.rows[0] ?? []), world);
    return typeof result === "string"
      ? c.html(
          <MessagePage title="That could not be brought along" back={["/import", "Back to the form"]}>
            {result}
          </MessagePage>,
          400,
        )
      : c.html(<ImportedPage frame={visit.frame} {...result} />);
  });
  return app;
}

type Brought = Imported & {
  readonly problems: readonly string[];
  /** What would take it back; null: nothing does. */
  readonly undo?: Said["undo"];
};

/** Brings an export or a table along; in words why not. */
async function bring(
  text: string,
  person: Person,
  stored: readonly Touchpoint[],
  world: World,
): Promise<Brought | string> {
  if (text.trim() === "") return "Please choose a file, or paste a list. Nothing was changed.";
  const parts = /^\s*[{[]/.test(text) ? await partsOfExport(text, person) : partsOfTable(text);
  if (typeof parts === "string") return `${parts} Nothing was changed.`;
  if (parts.length > MOST_PARTS) return "There is too much in it for one import. Nothing was changed.";
  let all: Brought = { ...NOTHING_IMPORTED, problems: [] };
  let now = stored;
  for (const part of parts) {
    const result = await write(person, now, world, part);
    if (typeof result === "string") return result;
    now = result.touchpoints;
    all = {
      added: all.added + result.added,
      changed: all.changed + result.changed,
      known: all.known + result.known,
      problems: [...all.problems, ...result.problems],
    };
  }
  return { ...all, undo: undoable(now.slice(stored.length)) };
}

/** One batch's worth of an import. */
type Part = (history: History, author: Author) => Brought;

async function partsOfExport(text: string, person: Person): Promise<Part[] | string> {
  const opportunities = readExport(text);
  if (typeof opportunities === "string") return opportunities;
  const ids = await idsFor(opportunities, person);
  const encoder = new TextEncoder();
  const parts: ExportedOpportunity[][] = [[]];
  let size = 0;
  for (const one of opportunities) {
    // As it is bound: JSON within JSON.
    const bytes = encoder.encode(JSON.stringify(JSON.stringify(one))).length;
    if (bytes > PART_BYTES) return `There is too much in one opportunity (${one.company ?? one.id}).`;
    if (size + bytes > PART_BYTES) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(one);
    size += bytes;
  }
  return parts.map((part) => (history, author) => ({
    ...importOpportunities(part, ids, history, author),
    problems: [],
  }));
}

function partsOfTable(text: string): Part[] | string {
  const table = readTable(text);
  if (typeof table === "string") return table;
  const { rows, ignored } = table;
  const odd =
    ignored.length === 0
      ? []
      : [
          `These columns mean nothing to us and were left out: ${ignored.map((one) => cut(one, 40)).join(", ")}.`,
        ];
  return Array.from({ length: Math.ceil(rows.length / PART_ROWS) }, (_, at): Part => (history, author) => {
    const brought = importTable(rows.slice(at * PART_ROWS, (at + 1) * PART_ROWS), history, author);
    return { ...brought, problems: [...(at === 0 ? odd : []), ...brought.problems] };
  });
}

type Written = Brought & { readonly touchpoints: readonly Touchpoint[] };

/** One part in one batch. */
async function write(
  person: Person,
  stored: readonly Touchpoint[],
  world: World,
  part: Part,
): Promise<Written | string> {
  const author: Author = { world, person, corrections: [], inboundId: null, saidAt: world.now };
  const history = openHistory(person, stored, world.now);
  const brought = part(history, author);
  const changes = history.changes();
  const statements = writeWord(author, { changes, lessons: [], answered: [] }, stored);
  try {
    if (statements.length > 0) await world.db.batch(statements);
  } catch (error) {
    if (!isCollision(error)) throw error;
    return "A mail arrived at the same moment, and a part of the list may be missing. Please import it once more: what is there already is not doubled.";
  }
  return { ...brought, touchpoints: [...stored, ...changes.touchpoints] };
}

/** `GET /delete`, `POST /delete`. */
export function deletePages(world: World): Hono {
  const { db, raw, now, settings } = world;
  const app = new Hono();
  app.get("/", async (c: Context) => {
    const visit = await openFrame(c, world, []);
    return visit ? c.html(<DeletePage frame={visit.frame} />) : toSignIn(c);
  });
  app.post("/", async (c) => {
    const form = await c.req.formData();
    const visit = await openVisit(c, world, []);
    if (!visit) return toSignIn(c);
    if (fieldOf(form, "sure") !== "yes") return c.redirect("/delete", 303);
    // Rows first: the address is unknown at once. What R2 still holds is swept again until an hour later.
    await db.batch(erasePerson(db, visit.person.id, now));
    await deleteRawOf(raw, visit.person.id);
    dropSession(c, settings);
    return c.html(
      <MessagePage title="Everything is deleted">
        Your addresses, mails, opportunities and letters are gone. Take care, and good luck.
      </MessagePage>,
    );
  });
  return app;
}
