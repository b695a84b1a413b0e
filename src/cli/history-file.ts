// The file of `npm run advise`: what happened in somebody's search, written by hand. Nothing in it is guessed: a word that is not known
// is an error that names the entry.
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import { isDay, isZone } from "../calendar.ts";
import type { Entry, WrittenHistory } from "../letters/written-history.ts";
import { DELAY_REASON_KINDS } from "../playbook/delays.ts";
import { TONES } from "../playbook/draft-texts.ts";
import { LANGUAGES } from "../playbook/languages.ts";
import { HOLIDAY_COUNTRIES } from "../playbook/public-holidays.ts";
import { FORMATS, KINDS, PLATFORMS, RED_FLAGS, SUBKINDS } from "../vocabulary.ts";

type Read =
  { readonly ok: true; readonly history: WrittenHistory } | { readonly ok: false; readonly problem: string };

const TEXT = { type: "string", maxLength: 400 };
const DAY = { type: "string", format: "day" };
const MOMENT = { type: "string", format: "moment" };
const oneOf = (words: readonly string[]) => ({ enum: words });

const PERSON = {
  type: "object",
  additionalProperties: false,
  properties: {
    name: TEXT,
    zone: { type: "string", format: "zone" },
    waitDays: { type: "integer", minimum: 7, maximum: 14 },
    tone: oneOf(TONES),
    holidays: oneOf(HOLIDAY_COUNTRIES),
    thankYou: { type: "boolean" },
  },
};

const THEY_WROTE = {
  type: "object",
  additionalProperties: false,
  required: ["at", "they"],
  properties: {
    at: MOMENT,
    with: TEXT,
    they: oneOf(KINDS),
    subkind: oneOf(SUBKINDS),
    interview: { ...MOMENT, nullable: true },
    cancelled: { type: "boolean" },
    platform: oneOf(PLATFORMS),
    format: oneOf(FORMATS),
    people: { type: "array", items: TEXT, maxItems: 20 },
    contact: { ...TEXT, nullable: true },
    deadline: DAY,
    promised: DAY,
    reason: oneOf(DELAY_REASON_KINDS),
    flags: { type: "array", items: oneOf(RED_FLAGS) },
    language: oneOf(LANGUAGES),
    jobLink: TEXT,
    quote: TEXT,
    youAsked: { type: "boolean" },
  },
};

const YOU_DID = {
  type: "object",
  additionalProperties: false,
  required: ["at", "you"],
  properties: { at: MOMENT, with: TEXT, you: { type: "string", format: "deed" } },
};

const ajv = new Ajv({
  formats: {
    day: isDay,
    moment: (text: string) =>
      isDay(text.slice(0, 10)) && /^(?: (?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text.slice(10)),
    zone: isZone,
    deed: (text: string) =>
      /^(?:wrote|(?:done|skipped) [a-z-]{1,40}|snoozed [a-z-]{1,40} until \d{4}-\d\d-\d\d)$/.test(text),
  },
});
const isPerson = ajv.compile<Person>(PERSON);
const theyWrote = ajv.compile<Entry>(THEY_WROTE);
const youDid = ajv.compile<Entry>(YOU_DID);

type Person = Partial<Omit<WrittenHistory, "me" | "entries">> & { readonly name?: string };

/** Reads a history file; says what is wrong with it in one line. */
export function readHistory(json: unknown): Read {
  if (!isRecord(json) || !Array.isArray(json["history"]))
    return { ok: false, problem: 'needs a "history": [ … ] of what happened' };
  const person: unknown = json["person"] ?? {};
  if (!isPerson(person)) return { ok: false, problem: problemOf(isPerson, "person") };
  const entries: Entry[] = [];
  for (const [index, entry] of json["history"].entries()) {
    const isEntry = isRecord(entry) && "you" in entry ? youDid : theyWrote;
    if (!isEntry(entry)) return { ok: false, problem: problemOf(isEntry, `entry ${index + 1}`) };
    entries.push(entry);
  }
  const { name = "Ada Byron", zone = "Europe/Berlin", waitDays = 7, tone = "plain" } = person;
  const { holidays = null, thankYou = false } = person;
  return { ok: true, history: { me: name, zone, waitDays, tone, holidays, thankYou, entries } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What each format is, for somebody who wrote something else. */
const FORMATS_SAID: Readonly<Record<string, string>> = {
  day: "a day, like 2026-11-02",
  moment: "a day, like 2026-11-02, or a day and a time, like 2026-11-02 15:00",
  zone: "a time zone, like Europe/Berlin",
  deed: '"wrote", "done KIND", "skipped KIND" or "snoozed KIND until DAY"',
};

function problemOf({ errors }: ValidateFunction, where: string): string {
  const error = errors?.[0];
  if (!error) return `${where} cannot be read`;
  const { keyword, instancePath, params, message = "cannot be read" } = error;
  const field = instancePath === "" ? where : `${where}: "${instancePath.slice(1)}"`;
  switch (keyword) {
    case "format":
      return `${field} must be ${FORMATS_SAID[String(params["format"])] ?? "something else"}`;
    case "enum":
      return `${field} must be one of ${[params["allowedValues"]].flat().join(", ")}`;
    case "additionalProperties":
      return `${field}: "${String(params["additionalProperty"])}" is not known`;
    default:
      return `${field} ${message}`;
  }
}
