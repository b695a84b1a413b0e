// A person's data: taking it with them, bringing some along, and deleting everything.
import { Hono } from "hono";
import type { Context } from "hono";
import { openHistory } from "../desk/history.ts";
import type { History } from "../desk/history.ts";
import { exportContent } from "../desk/export.ts";
import { NOTHING_IMPORTED, importOpportunities, readExport } from "../desk/import.ts";
import type { ExportedOpportunity, Imported } from "../desk/import.ts";
import { importTable, readTable } from "../desk/import-table.ts";
import { writeWord } from "../desk/write.ts";
import { EXPORT_TYPES, exportCalendar, exportJson, exportTable } from "../letters/export.ts";
import { EXPORT_SCHEMA } from "../letters/export-schema.ts";
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
import { openFrame, toSignIn } from "./visit.ts";

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
const PART_CHARACTERS = 700_000;
const MOST_PARTS = 4;
const MOST_BYTES = PART_CHARACTERS * MOST_PARTS;

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
      ? `Please bring at most ${MOST_BYTES / 1_000_000} MB at once.`
      : await bring(text, visit.person, toHistory(visit.rows[0] ?? []), world);
    return typeof result === "string"
      ? c.html(
          <MessagePage title="That could not be brought along">{result} Nothing was changed.</MessagePage>,
          400,
        )
      : c.html(<ImportedPage frame={visit.frame} {...result} />);
  });
  return app;
}

type Brought = Imported & { readonly problems: readonly string[] };

/** Brings an export or a table along; in words why not. */
async function bring(
  text: string,
  person: Person,
  stored: readonly Touchpoint[],
  world: World,
): Promise<Brought | string> {
  if (text.trim() === "") return "Please choose a file.";
  const isJson = /^\s*[{[]/.test(text);
  const rows = isJson ? null : readTable(text);
  if (typeof rows === "string") return rows;
  const opportunities = isJson ? readExport(text) : [];
  if (typeof opportunities === "string") return opportunities;
  const parts = inParts(opportunities);
  if (parts.length > MOST_PARTS || parts.some((part) => sizeOf(part) > 2 * PART_CHARACTERS))
    return "There is too much in it for one import.";
  if (rows) return write(person, stored, world, (history, author) => importTable(rows, history, author));
  let [all, now]: [Brought, readonly Touchpoint[]] = [{ ...NOTHING_IMPORTED, problems: [] }, stored];
  for (const part of parts) {
    const result = await write(person, now, world, (history, author) => ({
      ...importOpportunities(part, history, author),
      problems: [],
    }));
    if (typeof result === "string") return result;
    now = result.touchpoints;
    all = {
      added: all.added + result.added,
      changed: all.changed + result.changed,
      known: all.known + result.known,
      problems: [],
    };
  }
  return all;
}

/** In parts that a batch can hold; importing the same twice changes nothing, so a part that failed is no harm. */
function inParts(opportunities: readonly ExportedOpportunity[]): ExportedOpportunity[][] {
  const parts: ExportedOpportunity[][] = [];
  for (const one of opportunities) {
    const last = parts.at(-1);
    if (last && sizeOf([...last, one]) <= PART_CHARACTERS) last.push(one);
    else parts.push([one]);
  }
  return parts;
}

function sizeOf(part: readonly ExportedOpportunity[]): number {
  return part.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
}

type Written = Brought & { readonly touchpoints: readonly Touchpoint[] };

/** One part in one batch. */
async function write(
  person: Person,
  stored: readonly Touchpoint[],
  world: World,
  carryOut: (history: History, author: Parameters<typeof writeWord>[0]) => Brought,
): Promise<Written | string> {
  const author = { world, person, corrections: [], inboundId: null };
  const history = openHistory(person, stored, world.now);
  const brought = carryOut(history, author);
  const changes = history.changes();
  const statements = writeWord(author, { changes, lessons: [], answered: [] }, stored);
  try {
    if (statements.length > 0) await world.db.batch(statements);
  } catch (error) {
    if (!isCollision(error)) throw error;
    return "A mail arrived at the same moment. Please import once more; what is there already is not doubled.";
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
