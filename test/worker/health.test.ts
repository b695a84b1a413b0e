// `/healthz`, the sweep of strays, and running failed mails again.
import { describe, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { addSeconds, toInstant } from "../../src/calendar.ts";
import { sweepStrays } from "../../src/store/raw.ts";
import { FAILED_MAILS, reprocessFailed } from "../../src/store/reprocess.ts";
import { VERSION } from "../../src/version.ts";
import { INTERVIEW_TEXT, gmailForward } from "../support/mails.ts";
import { visitor } from "../support/visitor.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  inboundRow,
  moveTo,
  perform,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

type Health = { ok: boolean; problems: string[] } & Record<string, unknown>;

async function health(world: TestWorld): Promise<{ status: number; told: Health; text: string }> {
  const { status, text } = await visitor(world).get("/healthz");
  return { status, told: JSON.parse(text) as Health, text };
}

describe("/healthz", () => {
  it("is 200 with numbers and the version while all is well, without a word about anybody", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    const { status, told, text } = await health(world);
    expect(status).toBe(200);
    expect(told).toEqual({
      ok: true,
      version: packageJson.version,
      now: MONDAY,
      oldestPendingSeconds: 0,
      outboxAgeSeconds: 0,
      overdueDigests: 0,
      lateDigestsIn24h: 0,
      failedIn24h: 0,
      databaseBytes: expect.any(Number) as number,
      problems: [],
    });
    expect(told["databaseBytes"]).toBeGreaterThan(10_000);
    expect(text).not.toMatch(/ada|acme|rae/i);
    expect(VERSION).toBe(packageJson.version);
  });

  it("is 503 when a mail waits to be read, and when a letter waits to leave", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arrive(world, gmailForward({ text: INTERVIEW_TEXT }));
    world.now = addSeconds(MONDAY, 1_801);
    expect(await health(world)).toMatchObject({
      status: 503,
      told: { ok: false, oldestPendingSeconds: 1_801, problems: ["a mail has not been read for long"] },
    });
    world.answer = () => ({ is: "retry", afterSeconds: 60, reason: "busy" });
    await runJobs(world);
    world.now = addSeconds(MONDAY, 10_000);
    expect((await health(world)).told.problems).toEqual(["a letter has not left for long"]);
  });

  it("is 503 when a digest is overdue, which then leaves once and is counted as late", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    world.now = "2026-11-09T10:00:00Z";
    expect((await health(world)).told).toMatchObject({
      overdueDigests: 1,
      problems: ["digests are overdue"],
    });
    await moveTo(world, world.now);
    await moveTo(world, addSeconds(world.now, 900));
    expect(world.sent.filter(({ subject }) => subject.startsWith("Your week")).length).toBe(1);
    expect(await health(world)).toMatchObject({
      status: 200,
      told: { overdueDigests: 0, lateDigestsIn24h: 1 },
    });
  });

  it("is 503 when a mail failed, until the operator has it run again after a fix", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const received = await arrive(world, gmailForward({ text: INTERVIEW_TEXT }));
    if (received.is !== "accepted") throw new Error(received.is);
    world.queued.length = 0;
    const broken = { ...world, settings: { ...world.settings, authservId: null as unknown as string } };
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await perform(broken, { verb: "process", inboundId: received.inboundId });
    expect((await health(world)).told).toMatchObject({
      failedIn24h: 1,
      problems: ["mails failed: see them with npm run reprocess"],
    });
    const { results } = await world.db.prepare(FAILED_MAILS).all();
    expect(results).toMatchObject([
      { id: received.inboundId, reason: "error: TypeError", attempts: 5, kept: 1 },
    ]);
    await world.db.prepare(reprocessFailed([received.inboundId])).run();
    await moveTo(world, addSeconds(MONDAY, 900));
    expect(await inboundRow(world, received.inboundId)).toMatchObject({ state: "delivered", attempts: 1 });
    expect((await health(world)).status).toBe(200);
    // It counts as of the time when it came.
    expect(await world.db.prepare("SELECT count(*) AS n FROM opportunities").first("n")).toBe(1);
  });

  it("is 503 when the database is away, or nearly full", async ({ expect }) => {
    const world = testWorld();
    const away = { prepare: () => ({ bind: () => ({ all: () => Promise.reject(new Error("away")) }) }) };
    expect(await health({ ...world, db: away as unknown as D1Database })).toMatchObject({
      status: 503,
      told: { problems: ["the database is away"] },
    });
    const small = { ...world, settings: { ...world.settings, databaseBytes: 1_000 } };
    expect((await health(small)).told.problems).toEqual(["the database is nearly full"]);
  });

  it("takes no id that is none", ({ expect }) => {
    expect(() => reprocessFailed(["x' OR '1'='1"])).toThrow(TypeError);
  });
});

describe("the sweep of strays", () => {
  /** Objects carry the time at which they really came. */
  const inThreeDays = () => toInstant(Date.now() + 3 * 24 * 3_600_000 + 1_000);

  it("deletes objects that no row names once they are three days old, and never a younger one", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    await arrive(world, gmailForward({ text: INTERVIEW_TEXT }));
    await world.raw.put("ada/stray", "x");
    const before = addSeconds(inThreeDays(), -60);
    expect(await sweepStrays(world.db, world.raw, before)).toEqual({ objects: 0, rows: 0 });
    expect(await sweepStrays(world.db, world.raw, inThreeDays())).toEqual({ objects: 1, rows: 0 });
    expect((await world.raw.list()).objects.length).toBe(1);
  });

  it("finds rows whose object is gone, and leaves one that is still to be read to fail by itself", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    const delivered = await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    const pending = await arrive(world, gmailForward({ text: INTERVIEW_TEXT, subject: "Later" }));
    if (pending.is !== "accepted") throw new Error(pending.is);
    const { objects } = await world.raw.list();
    await world.raw.delete(objects.map(({ key }) => key));
    expect(await sweepStrays(world.db, world.raw, MONDAY)).toEqual({ objects: 0, rows: 1 });
    expect(await inboundRow(world, delivered)).toMatchObject({ raw_key: null });
    await runJobs(world);
    expect(await inboundRow(world, pending.inboundId)).toMatchObject({
      state: "failed",
      reason: "raw-missing",
    });
  });

  it("goes through everything, page by page, and begins anew", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    for (let n = 0; n < 1_001; n += 1) await world.raw.put(`${ADA.id}/${String(n).padStart(4, "0")}`, "x");
    const sweep = async () => (await sweepStrays(world.db, world.raw, inThreeDays())).objects;
    expect(await sweep()).toBe(1_000);
    expect(await sweep()).toBe(1);
    await world.raw.put(`${ADA.id}/0000`, "x");
    expect(await sweep()).toBe(1);
  });
});
