// Bringing along what another Callback exported, or a plain table of applications. What is there already is not doubled.
import { Validator } from "@cfworker/json-schema";
import { isDay, isZone } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { EXPORT_SCHEMA } from "../letters/export-schema.ts";
import { base32 } from "../mail/address.ts";
import { cut, oneLine } from "../mail/text.ts";
import { keyOf, rearranges } from "../opportunity/opportunity.ts";
import type { Event, Touchpoint } from "../opportunity/opportunity.ts";
import type { Interview } from "../opportunity/reading.ts";
import type { Author } from "./author.ts";
import type { History } from "./history.ts";

/** One event of an export: what happened, beside what it was recorded with. */
type Exported = Event & { readonly happenedAt: Instant; readonly originalKey?: string | null };
export type ExportedOpportunity = {
  readonly id: string;
  readonly company: string | null;
  readonly role: string | null;
  readonly history: readonly Exported[];
};

export type Imported = {
  /** Opportunities that are new here, that got something new, and that were here just so. */
  readonly added: number;
  readonly changed: number;
  readonly known: number;
};

export const NOTHING_IMPORTED: Imported = { added: 0, changed: 0, known: 0 };

/** The opportunities in an export, or what is wrong with the file, in words. */
export function readExport(text: string): readonly ExportedOpportunity[] | string {
  const data = parseJson(text);
  if (data === undefined) return "This is not JSON. An export of Callback is called callback.json.";
  const oddity = oddityIn(data, "", 0);
  if (oddity !== null) return `This does not look like an export of Callback: ${oddity}`;
  const { valid, errors } = validator.validate(data);
  if (!valid || !isExport(data)) return `This does not look like an export of Callback: ${sayWhere(errors)}`;
  if (data.historyDetail !== "full")
    return "This export was shortened so that it fitted a mail. Download it on the website of the other Callback: that one is whole.";
  // What happened after it was exported cannot be in it.
  const { exportedAt } = data;
  return data.opportunities.map((one) => ({
    ...one,
    history: one.history.map((event) =>
      event.happenedAt > exportedAt ? { ...event, happenedAt: exportedAt } : event,
    ),
  }));
}

/** What no schema says: how deep it may go, and that its moments lie in our time. */
function oddityIn(value: unknown, name: string, depth: number): string | null {
  if (depth > MOST_DEPTH) return "it is nested too deeply.";
  if (typeof value === "string")
    return MOMENTS.includes(name) && !isInOurTime(value)
      ? `“${cut(value, 40)}” is no moment of our time.`
      : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const oddity = oddityIn(inner, Array.isArray(value) ? name : key, depth + 1);
    if (oddity !== null) return oddity;
  }
  return null;
}

const MOST_DEPTH = 20;
const MOMENTS = ["happenedAt", "exportedAt", "start", "end", "until", "deadline", "promisedBy", "heldOn"];

function isInOurTime(moment: string): boolean {
  return isDay(moment.slice(0, 10)) && !Number.isNaN(Date.parse(moment));
}

/** What the schema has proven. */
function isExport(data: unknown): data is {
  readonly historyDetail: string;
  readonly exportedAt: Instant;
  readonly opportunities: readonly ExportedOpportunity[];
} {
  return typeof data === "object" && data !== null && "opportunities" in data;
}

const validator = new Validator(EXPORT_SCHEMA, "2020-12", true);

function parseJson(text: string): unknown {
  try {
    // Half a character would break every link that it gets into.
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === "string" ? value.toWellFormed() : value,
    );
  } catch {
    return undefined;
  }
}

/** The deepest place that did not fit. */
function sayWhere(errors: readonly { readonly instanceLocation: string; readonly error: string }[]): string {
  const deepest = errors.toSorted((a, b) => b.instanceLocation.length - a.instanceLocation.length)[0];
  return deepest ? `at ${deepest.instanceLocation}, ${deepest.error}` : "its shape is another one.";
}

/** Appends what these opportunities' histories hold and this one does not. `ids`: what each is called here if it is new, the same every time. */
export function importOpportunities(
  opportunities: readonly ExportedOpportunity[],
  ids: ReadonlyMap<string, string>,
  history: History,
  author: Author,
): Imported {
  const known = knownIn(history.touchpoints());
  const homes = homesOf(opportunities, ids, history);
  let imported = NOTHING_IMPORTED;
  for (const [at, one] of opportunities.entries()) {
    const { id, isNew } = homes[at] ?? { id: author.world.newId(), isNew: true };
    // What those did stands in the others already.
    const events = one.history.filter((event) => !rearranges(event));
    const fresh = events.filter((exported) => !isKnownEvent(exported, id, known));
    for (const exported of fresh) appendExported(exported, id, history, author);
    imported = {
      added: imported.added + (isNew && fresh.length > 0 ? 1 : 0),
      changed: imported.changed + (!isNew && fresh.length > 0 ? 1 : 0),
      known: imported.known + (fresh.length === 0 ? 1 : 0),
    };
  }
  return imported;
}

/** Ids for the opportunities of an export: of the person and the id in the file, so that importing it again finds them. */
export async function idsFor(
  opportunities: readonly ExportedOpportunity[],
  { id: userId }: Author["person"],
): Promise<ReadonlyMap<string, string>> {
  const encoder = new TextEncoder();
  const ids = await Promise.all(
    opportunities.map(async ({ id }) => {
      const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`import/${userId}/${id}`));
      return [id, base32(new Uint8Array(digest).slice(0, 16))] as const;
    }),
  );
  return new Map(ids);
}

/** Where each lives here: by its id, as what an earlier import made of it, else as the only one with the same company and role. */
function homesOf(
  opportunities: readonly ExportedOpportunity[],
  ids: ReadonlyMap<string, string>,
  history: History,
): { readonly id: string; readonly isNew: boolean }[] {
  const here = history.opportunities();
  const taken = new Set<string>();
  return opportunities.map(({ id, company, role }) => {
    const own = ids.get(id) ?? id;
    const same = here.filter(
      (one) =>
        company !== null && isSame(one.company, company) && isSame(one.role, role) && !taken.has(one.id),
    );
    const [only] = same;
    const known = [id, own]
      .map((one) => history.mergedInto(one) ?? one)
      .find((one) => here.some((other) => other.id === one));
    const home = known ?? (same.length === 1 ? only?.id : undefined);
    taken.add(home ?? own);
    return { id: home ?? own, isNew: home === undefined };
  });
}

function isSame(one: string | null, other: string | null): boolean {
  return oneLine(one ?? "").toLowerCase() === oneLine(other ?? "").toLowerCase();
}

/** What tells events apart: a mail by its Message-ID or its sender, minute and subject; everything else by its words and its moment. */
type Known = { readonly mails: Set<string>; readonly events: Set<string> };

function knownIn(touchpoints: readonly Touchpoint[]): Known {
  const known: Known = { mails: new Set(), events: new Set() };
  for (const { event, happenedAt, originalKey, opportunityId } of touchpoints)
    note({ ...event, happenedAt, originalKey }, opportunityId, known);
  return known;
}

function isKnownEvent(exported: Exported, id: string, known: Known): boolean {
  const isThere =
    mailKeys(exported).some((key) => known.mails.has(key)) || known.events.has(eventKey(exported, id));
  if (!isThere) note(exported, id, known);
  return isThere;
}

function note(exported: Exported, id: string, { mails, events }: Known): void {
  for (const key of mailKeys(exported)) mails.add(key);
  events.add(eventKey(exported, id));
}

function mailKeys(exported: Exported): string[] {
  if (exported.kind !== "message-read") return [];
  const { messageId, originalKey = null } = exported;
  return [messageId === null ? [] : `<${messageId}>`, originalKey ?? []].flat();
}

/** By its plain values, whatever their order in the file. */
function eventKey({ happenedAt, ...event }: Exported, id: string): string {
  const plain = Object.entries(withOwnId(event, id)).filter(
    ([name, value]) => name !== "originalKey" && typeof value !== "object",
  );
  return [id, happenedAt, ...plain.map(([name, value]) => `${name}=${value}`).toSorted()].join("\n");
}

/** A follow-up's id begins with its opportunity's, which is another one here. */
function withOwnId(event: Event, id: string): Event {
  return "followUpId" in event ? { ...event, followUpId: `${id}/${keyOf({ id: event.followUpId })}` } : event;
}

function appendExported(exported: Exported, id: string, history: History, { world }: Author): void {
  const { happenedAt, originalKey = null, ...event } = exported;
  history.append({
    opportunityId: id,
    // A wrong clock elsewhere cannot write the future here.
    happenedAt: happenedAt < world.now ? happenedAt : world.now,
    inboundId: null,
    originalKey: event.kind === "message-read" ? (originalKey ?? null) : null,
    event: withKnownZone(withOwnId(event, id)),
  });
}

/** A time zone that this runtime does not know would break every letter about that interview. */
function withKnownZone(event: Event): Event {
  if (event.kind !== "message-read" || event.reading.interview === null) return event;
  const { zone } = event.reading.interview;
  const interview: Interview = {
    ...event.reading.interview,
    zone: zone !== null && isZone(zone) ? zone : null,
  };
  return { ...event, reading: { ...event.reading, interview } };
}
