// What an export looks like, as JSON Schema (draft 2020-12): documented for other programs, and what an import is checked against.
import { DELAY_REASON_KINDS } from "../playbook/delays.ts";
import { LANGUAGES } from "../playbook/languages.ts";
import {
  CERTAINTIES,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATES,
  FORMATS,
  INTERVIEW_STATUSES,
  KINDS,
  MISSING,
  OUTCOMES,
  PARTS,
  PLATFORMS,
  RED_FLAGS,
  SCAM_SIGNS,
  STAGES,
  SUBKINDS,
} from "../vocabulary.ts";
import { SAID_FACTS } from "../opportunity/opportunity.ts";

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: "string", maxLength: 5_000 };
const BOOLEAN: Schema = { type: "boolean" };
const DAY: Schema = { type: "string", format: "date" };
const INSTANT: Schema = { type: "string", format: "date-time", pattern: "Z$", description: "UTC, ISO 8601" };
/** A day, or a time with its offset. */
const MOMENT: Schema = { anyOf: [DAY, { type: "string", format: "date-time" }] };
const words = (allowed: readonly string[]): Schema => ({ enum: allowed });
const list = (items: Schema): Schema => ({ type: "array", items, maxItems: 10_000 });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
/** Everything named is required, except what ends with `?`; more may stand there. */
const record = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name.replace("?", ""), schema]),
  ),
  required: Object.keys(properties).filter((name) => !name.endsWith("?")),
});

const EVIDENCE = record({ quote: TEXT, certainty: words(CERTAINTIES), rule: TEXT });
const CONTACT = record({
  name: orNull(TEXT),
  address: orNull(TEXT),
  title: orNull(TEXT),
  phone: orNull(TEXT),
  part: words(PARTS),
});
const INTERVIEW = record({
  status: words(INTERVIEW_STATUSES),
  start: orNull(MOMENT),
  end: orNull(MOMENT),
  zone: orNull(TEXT),
  options: list(record({ start: MOMENT, end: orNull(MOMENT) })),
  platform: orNull(words(PLATFORMS)),
  link: orNull(TEXT),
  place: orNull(TEXT),
  format: orNull(words(FORMATS)),
  interviewers: list(record({ name: TEXT, title: orNull(TEXT) })),
});
const READING = record({
  kind: words(KINDS),
  subkind: orNull(words(SUBKINDS)),
  callback: BOOLEAN,
  certainty: { type: "number", minimum: 0, maximum: 1 },
  signals: list(record({ kind: words(KINDS), phrase: TEXT, certainty: words(CERTAINTIES), rule: TEXT })),
  company: orNull(TEXT),
  agency: orNull(TEXT),
  role: orNull(TEXT),
  requisition: orNull(TEXT),
  round: orNull({ type: "integer", minimum: 0, maximum: 100 }),
  contacts: list(CONTACT),
  interview: orNull(INTERVIEW),
  schedulingLink: orNull(TEXT),
  deadline: orNull(DAY),
  promisedBy: orNull(DAY),
  takeHome: orNull(record({ hours: orNull({ type: "number" }), paid: orNull(BOOLEAN), scope: orNull(TEXT) })),
  salary: orNull(TEXT),
  missing: list(words(MISSING)),
  evidence: { type: "object", additionalProperties: EVIDENCE },
  "language?": words(LANGUAGES),
  "reasons?": list(record({ kind: words(DELAY_REASON_KINDS), quote: TEXT })),
  "jobLink?": orNull(TEXT),
  redFlags: list(record({ kind: words(RED_FLAGS), quote: TEXT })),
  scamSigns: list(record({ kind: words(SCAM_SIGNS), quote: TEXT })),
});

const event = (kind: string, properties: Readonly<Record<string, Schema>> = {}): Schema =>
  record({ happenedAt: INSTANT, kind: { const: kind }, ...properties });

/** By their kind; those that rearrange others are history: what they did stands in the rest already. */
const EVENTS: readonly Schema[] = [
  event("message-read", {
    reading: READING,
    subject: orNull(TEXT),
    messageId: orNull(TEXT),
    "calendarUid?": orNull(TEXT),
    "originalKey?": orNull(TEXT),
  }),
  event("person-wrote", { subject: orNull(TEXT) }),
  event("follow-up-done", { followUpId: TEXT }),
  event("follow-up-skipped", { followUpId: TEXT }),
  event("follow-up-snoozed", { followUpId: TEXT, until: DAY }),
  event("fact-said", { fact: words(SAID_FACTS), value: TEXT }),
  event("added", {
    company: TEXT,
    role: orNull(TEXT),
    "stage?": words(STAGES.filter((stage) => stage !== "closed")),
  }),
  event("closed", { outcome: words(OUTCOMES) }),
  event("reopened"),
  event("replied"),
  event("no-show", { start: MOMENT }),
  event("noted", { text: TEXT }),
  event("good-thing-said", { heldOn: DAY, text: TEXT }),
  event("interview-said", { start: orNull(MOMENT) }),
  event("contact-said", { name: orNull(TEXT), address: orNull(TEXT), title: orNull(TEXT) }),
  event("deadline-said", { deadline: orNull(DAY) }),
  event("merged", { into: TEXT }),
  event("split", { seqs: list({ type: "integer" }) }),
  event("message-corrected", { of: { type: "integer" }, reading: READING }),
  event("undone", { seqs: list({ type: "integer" }) }),
];

/** The schema, as `GET /export.schema.json` gives it. */
export const EXPORT_SCHEMA: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Everything that Callback keeps about a person",
  description:
    "An opportunity is the sum of its history; the other fields repeat what the history adds up to.",
  ...record({
    format: { const: "callback-export" },
    version: { const: 1 },
    exportedAt: INSTANT,
    historyDetail: { ...words(["full", "brief", "none"]), description: "only a full one can be imported" },
    person: { type: "object", description: "name, addresses and settings" },
    opportunities: list(
      record({
        id: TEXT,
        company: orNull(TEXT),
        role: orNull(TEXT),
        agency: orNull(TEXT),
        requisition: orNull(TEXT),
        stage: words(STAGES),
        outcome: orNull(words(OUTCOMES)),
        contacts: list(CONTACT),
        interviews: list(INTERVIEW),
        goodThings: list(record({ heldOn: DAY, text: TEXT })),
        notes: list(record({ on: DAY, text: TEXT })),
        followUps: list(
          record({
            kind: words(FOLLOW_UP_KINDS),
            dueOn: DAY,
            state: words(FOLLOW_UP_STATES),
            endedAt: orNull(INSTANT),
          }),
        ),
        history: list({ anyOf: EVENTS }),
      }),
    ),
  }),
};
