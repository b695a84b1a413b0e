// Everything that is stored of a person's search, for the operator's rehearsal: as plain SQL, because `wrangler d1 execute` runs it.
import type { Correction } from "../opportunity/corrections.ts";
import type { Touchpoint } from "../opportunity/opportunity.ts";
import { toCorrections } from "./corrections.ts";
import { toHistory } from "./opportunities.ts";
import { toPerson } from "./people.ts";
import type { Person } from "./people.ts";

export type OpportunityRow = {
  readonly id: string;
  readonly company: string | null;
  readonly role: string | null;
  readonly stage: string;
  readonly outcome: string | null;
  readonly updated_at: string;
};
export type FollowUpRow = { readonly id: string; readonly due_on: string; readonly state: string };
/** A delivered mail whose raw is still kept. */
export type KeptRow = { readonly id: string; readonly raw_key: string; readonly recipient: string };
export type Stored = {
  readonly person: Person;
  readonly history: readonly Touchpoint[];
  readonly corrections: readonly Correction[];
  readonly opportunities: readonly OpportunityRow[];
  readonly followUps: readonly FollowUpRow[];
  readonly kept: readonly KeptRow[];
};

/** Runs one statement; its rows. */
export type Query = <Row>(sql: string) => Promise<readonly Row[]>;

/** The ids of the people who signed up last. */
export async function newestPeople(query: Query, count: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT id FROM users ORDER BY created_at DESC LIMIT ${Math.trunc(count)}`,
  );
  return rows.map(({ id }) => id);
}

/** One person's; null when they are gone. */
export async function loadStored(query: Query, userId: string): Promise<Stored | null> {
  const id = `'${userId.replaceAll("'", "''")}'`;
  const of = `WHERE user_id = ${id}`;
  const users = await query(`SELECT * FROM users WHERE id = ${id}`);
  const person = toPerson(users, await query(`SELECT * FROM addresses ${of} ORDER BY created_at, address`));
  if (!person) return null;
  return {
    person,
    history: toHistory(await query(`SELECT * FROM touchpoints ${of} ORDER BY seq`)),
    corrections: toCorrections(
      await query(`SELECT sender, fact, was, value FROM corrections ${of} ORDER BY created_at DESC`),
    ),
    opportunities: await query(
      `SELECT id, company, role, stage, outcome, updated_at FROM opportunities ${of} AND live = 1`,
    ),
    followUps: await query(`SELECT id, due_on, state FROM follow_ups ${of}`),
    kept: await query(
      `SELECT id, raw_key, recipient FROM inbound_messages ${of} AND state = 'delivered' AND raw_key IS NOT NULL`,
    ),
  };
}
