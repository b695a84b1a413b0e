// The schema only goes forward: from every earlier version, with data that this version wrote, to the newest one. A new migration brings a file of
// what it makes possible in test/fixtures/schema; without it the first test fails.
import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { prepare } from "../../src/outbound/prepare.ts";
import { readHealth } from "../../src/store/health.ts";
import { loadStored } from "../../src/store/stored.ts";
import { testWorld } from "../support/world.ts";

const DATA = env.TEST_SCHEMA_DATA;
const MIGRATIONS = env.TEST_MIGRATIONS;

type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Every row of every table. */
async function everything(): Promise<Rows> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%cf_%' AND name <> 'd1_migrations'",
  ).all<{ name: string }>();
  const rows = tables.results.map(
    async ({ name }) => [name, (await env.DB.prepare(`SELECT * FROM ${name}`).all()).results] as const,
  );
  return Object.fromEntries(await Promise.all(rows));
}

/** The database as a version left it, with Ada in it. */
async function asOf(version: number): Promise<void> {
  await reset();
  for (let at = 0; at < version; at += 1) {
    await applyD1Migrations(env.DB, MIGRATIONS.slice(0, at + 1));
    const statements = (DATA[at] ?? "").split(";\n").filter((one) => /^(?:INSERT|UPDATE)/m.test(one));
    for (const sql of statements) await env.DB.prepare(sql.replace(/^--.*$/gm, "").trim()).run();
  }
}

describe("the schema", () => {
  it("has data of every version to be tried with", ({ expect }) => {
    expect(DATA.length).toBe(MIGRATIONS.length);
  });

  for (let version = 1; version <= MIGRATIONS.length; version += 1)
    it(`comes forward from version ${version} with everything that was in it`, async ({ expect }) => {
      await asOf(version);
      const before = await everything();
      expect(Object.values(before).flat().length).toBeGreaterThan(10);
      await applyD1Migrations(env.DB, MIGRATIONS);
      const after = await everything();
      for (const [table, rows] of Object.entries(before)) {
        expect(after[table]?.length, table).toBe(rows.length);
        for (const row of rows) expect(after[table], table).toContainEqual(expect.objectContaining(row));
      }
      expect((await env.DB.prepare("PRAGMA foreign_key_check").all()).results).toEqual([]);
    });

  for (let version = 1; version <= MIGRATIONS.length; version += 1)
    it(`serves a person of version ${version}`, async ({ expect }) => {
      await asOf(version);
      await applyD1Migrations(env.DB, MIGRATIONS);
      const [stored] = await loadStored(
        (statements) => Promise.all(statements.map(async (sql) => (await env.DB.prepare(sql).all()).results)),
        1,
      );
      expect(stored?.person).toMatchObject({
        name: "Ada Byron",
        waitDays: 10,
        inbox: "in-ada@callback.example",
      });
      expect(stored?.history.length).toBeGreaterThan(0);
      const world = testWorld("2026-11-09T07:15:00Z");
      expect((await prepare(world, "ada")).result).not.toContain("error");
      expect((await readHealth(world.db, world.now)).overdueDigests).toBe(0);
      await env.DB.prepare("DELETE FROM users").run();
      const left = await everything();
      expect(
        Object.entries(left)
          .filter(([, rows]) => rows.length > 0)
          .map(([table]) => table),
      ).toEqual(["seen"]);
    });
});
