// Opportunities, their history and their follow-ups. Touchpoints are appended; the other rows repeat what they add up to.
import type { Instant } from "../calendar.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Event, Opportunity, Touchpoint } from "../opportunity/opportunity.ts";
import { NOTHING_READ, NO_INTERVIEW } from "../opportunity/reading.ts";
import type { Reading } from "../opportunity/reading.ts";

/** What one message or one mail of orders changes. */
export type Changes = {
  readonly opportunities: readonly {
    readonly opportunity: Opportunity;
    /** All of them, open and ended: they replace the stored ones. */
    readonly followUps: readonly FollowUp[];
  }[];
  /** Ids of those that were merged into others, or whose mails turned out to be about none. Their rows stay. */
  readonly retired: readonly string[];
  readonly touchpoints: readonly Touchpoint[];
};

export const NO_CHANGES: Changes = { opportunities: [], retired: [], touchpoints: [] };

/**
 * The statements that write changes: a fixed number, however many changes there are (D1 counts queries per invocation).
 * Fails as a whole when somebody else appended to the history first.
 */
export function writeChanges(
  db: D1Database,
  userId: string,
  changes: Changes,
  now: Instant,
): D1PreparedStatement[] {
  if (changes.touchpoints.length === 0) return [];
  const opportunities = JSON.stringify(
    changes.opportunities.map(({ opportunity }) => opportunityRow(opportunity)),
  );
  const retired = JSON.stringify(changes.retired);
  const contacts = JSON.stringify(
    changes.opportunities.flatMap(({ opportunity }) =>
      opportunity.contacts.map((contact, ordinal) => ({
        ...contact,
        ordinal,
        opportunityId: opportunity.id,
      })),
    ),
  );
  const touchpoints = JSON.stringify(changes.touchpoints.map(touchpointRow));
  const followUps = JSON.stringify(changes.opportunities.flatMap((change) => change.followUps));
  const ofTheChanged = "opportunity_id IN (SELECT value ->> 'id' FROM json_each(?))";
  return [
    db
      .prepare(
        `INSERT INTO opportunities (id, user_id, company, agency, role, requisition, stage, outcome, updated_at)
         SELECT value ->> 'id', ?2, value ->> 'company', value ->> 'agency', value ->> 'role', value ->> 'requisition', value ->> 'stage', value ->> 'outcome', ?3
         FROM json_each(?1) WHERE true
         ON CONFLICT (id) DO UPDATE SET company = excluded.company, agency = excluded.agency, role = excluded.role,
           requisition = excluded.requisition, stage = excluded.stage, outcome = excluded.outcome, live = 1, updated_at = excluded.updated_at`,
      )
      .bind(opportunities, userId, now),
    // One that began and ended within the same mail still carries its touchpoints.
    db
      .prepare(
        `INSERT INTO opportunities (id, user_id, stage, live, updated_at)
         SELECT value, ?2, 'lead', 0, ?3 FROM json_each(?1) WHERE true ON CONFLICT (id) DO NOTHING`,
      )
      .bind(retired, userId, now),
    db
      .prepare(
        `INSERT INTO touchpoints (user_id, seq, opportunity_id, kind, happened_at, recorded_at, inbound_id, message_id, original_key, event)
         SELECT ?2, value ->> 'seq', value ->> 'opportunityId', value ->> 'kind', value ->> 'happenedAt', value ->> 'recordedAt',
           value ->> 'inboundId', value ->> 'messageId', value ->> 'originalKey', value ->> 'event'
         FROM json_each(?1)`,
      )
      .bind(touchpoints, userId),
    db
      .prepare(
        "UPDATE opportunities SET live = 0, updated_at = ?2 WHERE id IN (SELECT value FROM json_each(?1))",
      )
      .bind(retired, now),
    db
      .prepare(
        "DELETE FROM follow_ups WHERE state = 'open' AND opportunity_id IN (SELECT value FROM json_each(?))",
      )
      .bind(retired),
    db.prepare(`DELETE FROM contacts WHERE ${ofTheChanged}`).bind(opportunities),
    db
      .prepare(
        `INSERT INTO contacts (opportunity_id, user_id, ordinal, name, address, title, phone, part)
         SELECT value ->> 'opportunityId', ?2, value ->> 'ordinal', value ->> 'name', value ->> 'address', value ->> 'title', value ->> 'phone', value ->> 'part'
         FROM json_each(?1)`,
      )
      .bind(contacts, userId),
    db.prepare(`DELETE FROM follow_ups WHERE ${ofTheChanged}`).bind(opportunities),
    db
      .prepare(
        `INSERT INTO follow_ups (id, user_id, opportunity_id, kind, round, ordinal, due_on, state, ended_at)
         SELECT value ->> 'id', ?2, value ->> 'opportunityId', value ->> 'kind', value ->> 'round', value ->> 'ordinal', value ->> 'dueOn', value ->> 'state', value ->> 'endedAt'
         FROM json_each(?1)`,
      )
      .bind(followUps, userId),
  ];
}

function opportunityRow({ id, company, agency, role, requisition, stage, outcome }: Opportunity): object {
  return { id, company, agency, role, requisition, stage, outcome };
}

function touchpointRow(touchpoint: Touchpoint): object {
  const { event } = touchpoint;
  const messageId = event.kind === "message-read" ? event.messageId : null;
  return { ...touchpoint, kind: event.kind, messageId, event: JSON.stringify(event) };
}

type TouchpointRow = {
  seq: number;
  opportunity_id: string;
  happened_at: string;
  recorded_at: string;
  inbound_id: string | null;
  original_key: string | null;
  event: string;
};

/** What an opportunity is called and where it stands. */
export type NamedOpportunity = Pick<Opportunity, "id" | "company" | "role" | "stage">;

/** The statement that loads the names of a person's opportunities, as `NamedOpportunity`, oldest first; `which` as in `loadPerson`. */
export function loadNames(db: D1Database, which: string, parameter: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, company, role, stage FROM opportunities WHERE user_id = ${which} AND live = 1 ORDER BY rowid`,
    )
    .bind(parameter);
}

/** The names that `loadNames` found. */
export function toNames(rows: readonly unknown[] = []): readonly NamedOpportunity[] {
  return rows as readonly NamedOpportunity[];
}

/** The statement that loads a person's history; `which` as in `loadPerson`. */
export function loadHistory(db: D1Database, which: string, parameter: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT seq, opportunity_id, happened_at, recorded_at, inbound_id, original_key, event FROM touchpoints WHERE user_id = ${which} ORDER BY seq`,
    )
    .bind(parameter);
}

/**
 * A mail that was read, without the phrases that counted and the words behind its facts, which decide nothing when a history is replayed: only
 * how certain company and role are. What is null is left out, too (RFC 7396); `toBriefHistory` puts it back.
 */
const BRIEF_EVENT = `json_patch('{}', json_set(json_remove(event, '$.reading.signals', '$.reading.evidence', '$.reading.redFlags', '$.reading.scamSigns'),
  '$.reading.evidence', json_object('company', json_object('certainty', event ->> '$.reading.evidence.company.certainty'),
    'role', json_object('certainty', event ->> '$.reading.evidence.role.certainty'))))`;

/**
 * The same without the words that showed what was read, which are most of it: for pages that show many opportunities. With `fullOf`, what may
 * stand in that one keeps them: recorded there, merged, or split off into it.
 */
export function loadBriefHistory(
  db: D1Database,
  which: string,
  parameter: string,
  { fullOf = "" }: { readonly fullOf?: string } = {},
): D1PreparedStatement {
  return db
    .prepare(
      `WITH mine AS (SELECT * FROM touchpoints WHERE user_id = ${which}),
       moved AS (SELECT opportunity_id FROM mine WHERE kind = 'merged' AND ?2 <> ''),
       split AS (SELECT value AS seq FROM mine, json_each(mine.event, '$.seqs') WHERE mine.kind = 'split' AND opportunity_id = ?2)
       SELECT seq, opportunity_id, happened_at, recorded_at, inbound_id, original_key,
         CASE WHEN kind <> 'message-read' OR opportunity_id = ?2 OR opportunity_id IN moved OR seq IN split THEN event
           ELSE ${BRIEF_EVENT} END AS event
       FROM mine ORDER BY seq`,
    )
    .bind(parameter, fullOf);
}

/** The history out of what `loadBriefHistory` found. */
export function toBriefHistory(rows: readonly unknown[]): Touchpoint[] {
  return toHistory(rows).map((touchpoint) => {
    const { event } = touchpoint;
    return event.kind === "message-read"
      ? {
          ...touchpoint,
          event: {
            ...event,
            subject: event.subject ?? null,
            messageId: event.messageId ?? null,
            reading: whole(event.reading),
          },
        }
      : touchpoint;
  });
}

/** A reading with everything that was left out of it. */
function whole(reading: Partial<Reading>): Reading {
  const { interview } = reading;
  return { ...NOTHING_READ, ...reading, interview: interview ? { ...NO_INTERVIEW, ...interview } : null };
}

/** The history out of what `loadHistory` found. */
export function toHistory(rows: readonly unknown[]): Touchpoint[] {
  return (rows as readonly TouchpointRow[]).map((row) => ({
    seq: row.seq,
    opportunityId: row.opportunity_id,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    inboundId: row.inbound_id,
    originalKey: row.original_key,
    event: JSON.parse(row.event) as Event,
  }));
}
