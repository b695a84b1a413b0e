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

/** Runs statements together; the rows of each. */
export type Query = (statements: readonly string[]) => Promise<readonly (readonly unknown[])[]>;

/** The people who signed up last, with everything of theirs, by one call. */
export async function loadStored(query: Query, count: number): Promise<Stored[]> {
  const newest = `(SELECT id FROM users ORDER BY created_at DESC LIMIT ${Math.trunc(count)})`;
  const theirs = `WHERE user_id IN ${newest}`;
  const [users = [], ...tables] = await query([
    `SELECT * FROM users WHERE id IN ${newest}`,
    `SELECT * FROM addresses ${theirs} ORDER BY created_at, address`,
    `SELECT * FROM touchpoints ${theirs} ORDER BY seq`,
    `SELECT user_id, sender, fact, was, value FROM corrections ${theirs} ORDER BY created_at DESC`,
    `SELECT user_id, id, company, role, stage, outcome, updated_at FROM opportunities ${theirs} AND live = 1`,
    `SELECT user_id, id, due_on, state FROM follow_ups ${theirs}`,
    `SELECT user_id, id, raw_key, recipient FROM inbound_messages ${theirs} AND state = 'delivered' AND raw_key IS NOT NULL`,
  ]);
  return (users as readonly { readonly id: string }[]).flatMap((user) => {
    const [addresses, history, corrections, opportunities, followUps, kept] = tables.map((rows) =>
      (rows as readonly { readonly user_id: string }[]).filter((row) => row.user_id === user.id),
    );
    const person = toPerson([user], addresses ?? []);
    if (!person) return [];
    return [
      {
        person,
        history: toHistory(history ?? []),
        corrections: toCorrections(corrections ?? []),
        opportunities: (opportunities ?? []) as unknown as readonly OpportunityRow[],
        followUps: (followUps ?? []) as unknown as readonly FollowUpRow[],
        kept: (kept ?? []) as unknown as readonly KeptRow[],
      },
    ];
  });
}
