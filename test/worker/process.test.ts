import { describe, it } from "vitest";
import { process } from "../../src/inbound/process.ts";
import { LEASE_SECONDS, MAX_ATTEMPTS, claimInbound, endInbound } from "../../src/store/inbound.ts";
import { addSeconds } from "../../src/calendar.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import outOfOffice from "../fixtures/ada/09-rule-en-out-of-office.eml";
import nothing from "../fixtures/ada/11-gmail-en-nothing.eml";
import { reply } from "../support/mails.ts";
import {
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  bury,
  count,
  inboundRow,
  perform,
  runJobs,
  testWorld,
  wake,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

async function arrived(world: TestWorld, raw: Uint8Array = interview): Promise<string> {
  const received = await arrive(world, raw);
  if (received.is !== "accepted") throw new Error(received.is);
  world.queued.length = 0;
  return received.inboundId;
}

/** A World in which the reading itself breaks with a TypeError: a fault of ours. */
function brokenReading(world: TestWorld): TestWorld {
  const settings = { ...world.settings, authservId: null as unknown as string };
  return testWorld(world.now, { settings });
}

/** A World whose raw mail is out of reach. */
function awayStore(world: TestWorld): TestWorld {
  const raw = { get: () => Promise.reject(new Error("R2 is away")) };
  return testWorld(world.now, { raw: raw as unknown as R2Bucket });
}

describe("the life of an inbound message", () => {
  it("goes from pending to delivered, with opportunity, touchpoint, follow-ups and receipt in one batch", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arriveAndSettle(world, interview);
    expect(await inboundRow(world, id)).toMatchObject({
      state: "delivered",
      arrival: "forward",
      attempts: 1,
      lease: null,
    });
    expect(await count(world, "opportunities")).toBe(1);
    expect(await count(world, "touchpoints")).toBe(1);
    expect(await count(world, "follow_ups")).toBe(2);
    expect(world.sent.map(({ subject }) => subject)).toEqual([
      "Re: Fwd: Interview for the Staff Engineer position",
    ]);
  });

  it("ends as ignored with the reason, unanswered, when the mail is automatic", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arriveAndSettle(world, outOfOffice);
    expect(await inboundRow(world, id)).toMatchObject({
      state: "ignored",
      arrival: "automatic",
      reason: "automatic: auto-reply",
    });
    expect(world.sent).toEqual([]);
  });

  it("keeps what could not be placed and asks", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arriveAndSettle(world, nothing);
    expect(await inboundRow(world, id)).toMatchObject({
      state: "delivered",
      arrival: "unplaced",
      reason: "unplaced",
    });
    expect(await count(world, "opportunities")).toBe(0);
    expect(world.sent.length).toBe(1);
  });

  it("does nothing when a job comes twice", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arriveAndSettle(world, interview);
    expect(await process(world, id)).toEqual({ result: "not to be had" });
    expect(await count(world, "touchpoints")).toBe(1);
    expect(await count(world, "outbox")).toBe(1);
  });

  it("is one consumer's at a time until the lease runs out", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    expect(await claimInbound(world.db, id, "first", MONDAY)).not.toBeNull();
    expect(await claimInbound(world.db, id, "second", addSeconds(MONDAY, LEASE_SECONDS - 1))).toBeNull();
    expect(await claimInbound(world.db, id, "second", addSeconds(MONDAY, LEASE_SECONDS))).toMatchObject({
      lease: "second",
      attempts: 2,
    });
  });

  it("writes nothing at all when the lease was lost meanwhile", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    // Somebody else takes the message over while this consumer reads it.
    const raw = {
      get: async (key: string) => {
        await claimInbound(world.db, id, "other", addSeconds(MONDAY, LEASE_SECONDS));
        return world.raw.get(key);
      },
    };
    const slow = testWorld(MONDAY, { raw: raw as unknown as R2Bucket });
    expect(await process(slow, id)).toEqual({ result: "lost lease" });
    expect(await count(world, "touchpoints")).toBe(0);
    expect(await count(world, "outbox")).toBe(0);
    expect(await inboundRow(world, id)).toMatchObject({ state: "processing", lease: "other" });
  });

  it("rolls a batch back whole when its lease is not the row's", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    const claim = await claimInbound(world.db, id, "first", MONDAY);
    if (!claim) throw new Error("no claim");
    const stale = { ...claim, lease: "stale" };
    const end = endInbound(world.db, stale, {
      state: "delivered",
      arrival: "forward",
      reason: null,
      now: MONDAY,
    });
    const write = world.db.prepare("UPDATE users SET name = 'changed'");
    await expect(world.db.batch([end, write])).rejects.toThrow(/inbound_messages\.state/);
    expect(await world.db.prepare("SELECT name FROM users").first("name")).toBe("Ada Byron");
  });

  it("is tried again with growing waits, and fails after the last attempt with its raw kept and the person told", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    const broken = brokenReading(world);
    const waits: (number | undefined)[] = [];
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      waits.push((await process(broken, id)).retryAfterSeconds);
      expect(await inboundRow(world, id)).toMatchObject({ state: "pending", attempts: attempt });
    }
    expect(waits).toEqual([5, 30, 120, 600]);
    expect(await process(broken, id)).toEqual({ result: "failed: error: TypeError" });
    const row = await inboundRow(world, id);
    expect(row).toMatchObject({ state: "failed", reason: "error: TypeError" });
    expect(await world.raw.head(row.raw_key ?? "")).not.toBeNull();
    world.queued.push(...broken.queued);
    await runJobs(world);
    expect(world.sent.map(({ subject }) => subject)).toEqual(["One of your mails could not be read"]);
  });

  it("outlives an outage of a day without an attempt that counts, in waits that grow", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    const waits: (number | undefined)[] = [];
    for (let at = 0; at < 24 * 3600; at += waits.at(-1) ?? 0) {
      waits.push((await process(awayStore({ ...world, now: addSeconds(MONDAY, at) }), id)).retryAfterSeconds);
      expect(await inboundRow(world, id)).toMatchObject({ state: "pending", attempts: 0 });
    }
    expect(waits.slice(0, 4)).toEqual([10, 10, 20, 40]);
    expect(Math.max(...waits.map((wait) => wait ?? 0))).toBe(3600);
    world.now = addSeconds(MONDAY, 24 * 3600);
    await perform(world, { verb: "process", inboundId: id });
    expect(await inboundRow(world, id)).toMatchObject({ state: "delivered", attempts: 1 });
  });

  it("fails after an outage that does not end", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    const away = awayStore({ ...world, now: addSeconds(MONDAY, 25 * 3600) });
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) await process(away, id);
    expect(await process(away, id)).toEqual({ result: "failed: error: Outage" });
  });

  it("is not given up while another consumer works on it", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    await world.db.prepare("UPDATE inbound_messages SET attempts = ?").bind(MAX_ATTEMPTS).run();
    await claimInbound(world.db, id, "other", MONDAY);
    expect(await bury(world, id)).toEqual({ result: "nothing to give up" });
    expect(await inboundRow(world, id)).toMatchObject({ state: "processing", lease: "other" });
    expect(await count(world, "outbox")).toBe(0);
  });

  it("counts as said when it arrived, however late it is read", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    const to = world.sent.at(-1)?.replyTo ?? "";
    const received = await arrive(world, reply(to, "snooze 1 2d"), { to });
    world.now = addSeconds(MONDAY, 20 * 3600);
    await runJobs(world);
    expect(received.is).toBe("accepted");
    const said = await world.db
      .prepare(
        "SELECT happened_at, recorded_at, event ->> 'until' AS until FROM touchpoints ORDER BY seq DESC",
      )
      .first();
    expect(said).toEqual({ happened_at: MONDAY, recorded_at: world.now, until: "2026-11-04" });
  });

  it("waits for an answer that came before it, and an answer for every mail before it", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    const to = world.sent.at(-1)?.replyTo ?? "";
    const answer = await arrive(world, reply(to, "done"), { to });
    world.now = addSeconds(MONDAY, 60);
    const forward = await arrive(world, outOfOffice);
    if (answer.is !== "accepted" || forward.is !== "accepted") throw new Error("not accepted");
    world.queued.length = 0;
    expect(await process(world, forward.inboundId)).toEqual({
      result: "waits its turn",
      retryAfterSeconds: 10,
    });
    // It calls for the one before it, whose own job may be lost.
    expect(world.queued).toEqual([{ verb: "process", inboundId: answer.inboundId }]);
    expect(await inboundRow(world, forward.inboundId)).toMatchObject({
      state: "pending",
      attempts: 0,
      lease: null,
    });
    expect(await process(world, answer.inboundId)).toEqual({ result: "delivered: reply" });
    expect((await process(world, forward.inboundId)).result).toBe("ignored: automatic");
    const later = await arrive(world, reply(to, "list"), { to });
    if (later.is !== "accepted") throw new Error(later.is);
    await world.db
      .prepare("UPDATE inbound_messages SET state = 'pending' WHERE id = ?")
      .bind(forward.inboundId)
      .run();
    expect((await process(world, later.inboundId)).result).toBe("waits its turn");
    // Not for ever: what cannot be read for six hours keeps nobody back.
    world.now = addSeconds(MONDAY, 6 * 3_600 + 61);
    expect((await process(world, later.inboundId)).result).toBe("delivered: reply");
  });

  it("tells the person at most once a day about mails that failed", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    for (const raw of [interview, outOfOffice]) {
      const id = await arrived(world, raw);
      const row = await inboundRow(world, id);
      await world.raw.delete(row.raw_key ?? "");
      await process(world, id);
      expect(await inboundRow(world, id)).toMatchObject({ state: "failed", reason: "raw-missing" });
    }
    expect(await count(world, "outbox")).toBe(1);
  });

  it("fails when its job ends in the dead-letter queue after it was really tried", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    await claimInbound(world.db, id, "crashed", MONDAY);
    await world.db.prepare("UPDATE inbound_messages SET attempts = ?").bind(MAX_ATTEMPTS).run();
    world.now = addSeconds(MONDAY, LEASE_SECONDS);
    expect(await bury(world, id)).toEqual({ result: "failed: failed too often" });
    expect(await inboundRow(world, id)).toMatchObject({ state: "failed", reason: "failed too often" });
    expect((await inboundRow(world, id)).raw_key).not.toBeNull();
  });

  it("is left to the sweep when its job died before it was ever tried", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    await bury(world, id);
    expect(await inboundRow(world, id)).toMatchObject({ state: "pending" });
  });

  it("fails when every attempt took its consumer down", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    await world.db.prepare("UPDATE inbound_messages SET attempts = ?").bind(MAX_ATTEMPTS).run();
    expect(await process(world, id)).toEqual({ result: "failed: crashed too often" });
  });
});

describe("the sweep", () => {
  it("queues a row that is pending for five minutes, and none that is younger", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    world.now = addSeconds(MONDAY, 299);
    await wake(world);
    expect(world.queued).toEqual([]);
    world.now = addSeconds(MONDAY, 300);
    await wake(world);
    expect(world.queued).toEqual([{ verb: "process", inboundId: id }]);
    await runJobs(world);
    expect(await inboundRow(world, id)).toMatchObject({ state: "delivered" });
  });

  it("queues a row whose consumer never came back", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const id = await arrived(world);
    await claimInbound(world.db, id, "crashed", MONDAY);
    world.now = addSeconds(MONDAY, LEASE_SECONDS);
    await wake(world);
    expect(world.queued).toEqual([{ verb: "process", inboundId: id }]);
    await perform(world, { verb: "process", inboundId: id });
    expect(await inboundRow(world, id)).toMatchObject({ state: "delivered", attempts: 2 });
  });

  it("incinerates raw mail a week after it was delivered, and a month after it failed", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    const delivered = await arriveAndSettle(world, interview);
    const failed = await arrived(world, outOfOffice);
    await world.db
      .prepare("UPDATE inbound_messages SET attempts = ? WHERE id = ?")
      .bind(MAX_ATTEMPTS, failed)
      .run();
    await process(world, failed);
    const objects = async () => (await world.raw.list()).objects.length;
    world.now = addSeconds(MONDAY, 7 * 86_400 - 1);
    await wake(world);
    expect(await objects()).toBe(2);
    world.now = addSeconds(MONDAY, 7 * 86_400);
    await wake(world);
    expect(await objects()).toBe(1);
    expect(await inboundRow(world, delivered)).toMatchObject({ raw_key: null });
    world.now = addSeconds(MONDAY, 30 * 86_400);
    await wake(world);
    expect(await objects()).toBe(0);
  });

  it("empties letters a week after they left", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    world.now = addSeconds(MONDAY, 7 * 86_400);
    await wake(world);
    expect(await world.db.prepare("SELECT text, html FROM outbox WHERE kind = 'receipt'").first()).toEqual({
      text: null,
      html: null,
    });
  });
});
