import { describe, it } from "vitest";
import { prepare } from "../../src/outbound/prepare.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import nothing from "../fixtures/ada/11-gmail-en-nothing.eml";
import {
  ADA,
  MONDAY,
  addAda,
  arriveAndSettle,
  count,
  moveTo,
  runJobs,
  testWorld,
  wake,
} from "../support/world.ts";

const NEXT_MONDAY_8 = "2026-11-09T07:00:00Z";

describe("the digest", () => {
  it("leaves at the person's hour and not before", async ({ expect }) => {
    const world = testWorld("2026-11-02T07:30:00Z");
    await addAda(world);
    await arriveAndSettle(world, interview);
    await moveTo(world, "2026-11-09T06:59:00Z");
    expect(await count(world, "digests")).toBe(0);
    await moveTo(world, NEXT_MONDAY_8);
    expect(await count(world, "digests")).toBe(1);
    expect(world.sent.at(-1)).toMatchObject({ to: ADA.address, subject: "Your week: 1 to do (Mon 9 Nov)" });
  });

  it("leaves once when cron runs twice, and when two jobs prepare it at the same moment", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, interview);
    world.now = NEXT_MONDAY_8;
    await wake(world);
    await wake(world);
    await Promise.all([prepare(world, ADA.id), prepare(world, ADA.id)]);
    await runJobs(world);
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(await count(world, "digests")).toBe(1);
    expect(world.sent.filter(({ subject }) => subject.startsWith("Your week")).length).toBe(1);
  });

  it("is refused by the schema a second time for the same local day", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, interview);
    await moveTo(world, NEXT_MONDAY_8);
    await world.db
      .prepare("UPDATE users SET next_wake_at = ?1, next_digest_at = ?1")
      .bind(NEXT_MONDAY_8)
      .run();
    expect(await prepare(world, ADA.id)).toEqual({ result: "prepared already" });
    expect(await count(world, "digests")).toBe(1);
    expect(await world.db.prepare("SELECT next_wake_at FROM users").first("next_wake_at")).toBe(
      "2026-11-16T07:00:00Z",
    );
  });

  it("is skipped when there is nothing to say, and the next time still moves on", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await moveTo(world, NEXT_MONDAY_8);
    expect(await count(world, "outbox")).toBe(0);
    expect(await world.db.prepare("SELECT next_wake_at FROM users").first("next_wake_at")).toBe(
      "2026-11-16T07:00:00Z",
    );
  });

  it("leaves once, late, after an outage of three weeks, and then keeps its own hour", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, interview);
    await moveTo(world, "2026-11-25T16:40:00Z");
    expect(await count(world, "digests")).toBe(1);
    expect(await world.db.prepare("SELECT next_wake_at FROM users").first("next_wake_at")).toBe(
      "2026-11-30T07:00:00Z",
    );
  });

  it("lists what could not be placed until then", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, nothing);
    await moveTo(world, NEXT_MONDAY_8);
    expect(world.sent.at(-1)?.text).toContain("COULD NOT PLACE");
  });

  it("freezes its numbers in the outbox", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, interview);
    await moveTo(world, NEXT_MONDAY_8);
    const items = await world.db
      .prepare("SELECT items FROM outbox WHERE kind = 'digest'")
      .first<string>("items");
    expect(JSON.parse(items ?? "")).toEqual([expect.stringMatching(/\/first-follow-up\/2026-11-02$/)]);
  });

  it("is acknowledged without a word when the person is gone", async ({ expect }) => {
    expect(await prepare(testWorld(), "nobody")).toEqual({ result: "person gone" });
  });
});
