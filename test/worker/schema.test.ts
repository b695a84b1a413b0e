import { TONES } from "../../src/playbook/draft-texts.ts";
import { describe, it } from "vitest";
import * as vocabulary from "../../src/vocabulary.ts";
import { MONDAY, addAda, testWorld } from "../support/world.ts";

/** Which list of the vocabulary stands in which column's CHECK. */
const CHECKED: Readonly<Record<string, readonly string[]>> = {
  "addresses.kind": vocabulary.ADDRESS_KINDS,
  "addresses.stopped_because": vocabulary.STOP_REASONS,
  "inbound_messages.state": vocabulary.INBOUND_STATES,
  "inbound_messages.arrival": vocabulary.ARRIVALS,
  "opportunities.stage": vocabulary.STAGES,
  "opportunities.outcome": vocabulary.OUTCOMES,
  "contacts.part": vocabulary.PARTS,
  "touchpoints.kind": vocabulary.TOUCHPOINT_KINDS,
  "corrections.fact": vocabulary.CORRECTED_FACTS,
  "follow_ups.kind": vocabulary.FOLLOW_UP_KINDS,
  "follow_ups.state": vocabulary.FOLLOW_UP_STATES,
  "outbox.kind": vocabulary.LETTER_KINDS,
  "outbox.state": vocabulary.OUTBOX_STATES,
  "users.digest_every": ["week", "day"],
  "users.tone": TONES,
  "users.receipts": vocabulary.RECEIPT_CHOICES,
  "tokens.purpose": vocabulary.TOKEN_PURPOSES,
};

describe("the schema", () => {
  it("has CHECKs that equal the vocabulary, and no list of words without one", async ({ expect }) => {
    const { db } = testWorld();
    const { results } = await db
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
      .all<{ name: string; sql: string }>();
    const inSchema = results.flatMap(({ name, sql }) =>
      // A CHECK on a column, created or added: `state TEXT … CHECK (state IN ('a', 'b'))`.
      [...sql.matchAll(/(?:^\s+|, )(\w+) TEXT[^\n,]*CHECK \(\1 IN \(([^)]*)\)\)/gm)].map(
        ([, column, list]) =>
          [`${name}.${column}`, (list ?? "").split(", ").map((word) => word.slice(1, -1))] as const,
      ),
    );
    expect(Object.fromEntries(inSchema)).toEqual(CHECKED);
  });

  it("makes a third counted follow-up of a round impossible", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const { db } = world;
    await db
      .prepare(
        "INSERT INTO opportunities (id, user_id, stage, updated_at) VALUES ('o', 'ada', 'interviewing', ?)",
      )
      .bind(MONDAY)
      .run();
    const insert = (id: string, kind: string, round: number, ordinal: number | null) =>
      db
        .prepare(
          "INSERT INTO follow_ups (id, user_id, opportunity_id, kind, round, ordinal, due_on, state) VALUES (?, 'ada', 'o', ?, ?, ?, '2026-11-09', 'open')",
        )
        .bind(id, kind, round, ordinal)
        .run();
    await insert("1", "first-follow-up", 1, 1);
    await insert("2", "second-follow-up", 1, 2);
    await expect(insert("3", "second-follow-up", 1, 2)).rejects.toThrow(/UNIQUE/);
    await expect(insert("3", "second-follow-up", 1, 3)).rejects.toThrow(/CHECK/);
    await expect(insert("3", "second-follow-up", 1, null)).rejects.toThrow(/CHECK/);
    await expect(insert("3", "move-on", 1, 1)).rejects.toThrow(/CHECK/);
    await insert("4", "first-follow-up", 2, 1);
  });

  it("lets everything a person owns go with the person", async ({ expect }) => {
    const { db } = testWorld();
    const { results } = await db
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%user_id%'")
      .all<{ name: string; sql: string }>();
    expect(results.length).toBeGreaterThan(5);
    for (const { name, sql } of results)
      expect(sql, name).toMatch(/user_id TEXT NOT NULL REFERENCES users \(id\) ON DELETE CASCADE/);
  });
});
