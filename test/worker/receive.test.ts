import { describe, it } from "vitest";
import { MAX_RAW_BYTES, receive } from "../../src/inbound/receive.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import {
  ADA,
  addAda,
  arrive,
  arriveAndSettle,
  count,
  inboundRow,
  runJobs,
  testWorld,
} from "../support/world.ts";

describe("the door", () => {
  it("keeps the raw, notes the row and queues the job", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const received = await arrive(world, interview);
    expect(received.is).toBe("accepted");
    const id = received.is === "accepted" ? received.inboundId : "";
    const row = await inboundRow(world, id);
    expect(row.state).toBe("pending");
    expect(row.raw_key).toMatch(/^ada\/[0-9a-f]{64}$/);
    const kept = await world.raw.get(row.raw_key ?? "");
    expect(kept?.size).toBeGreaterThan(interview.length);
    expect(world.queued).toEqual([{ verb: "process", inboundId: id }]);
  });

  it("refuses an unknown address for good, with a clear sentence", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    expect(await arrive(world, interview, { to: "in-nobody@callback.example" })).toEqual({
      is: "rejected",
      reason: "There is no mailbox with this address.",
    });
    // A person's own sender address is no mailbox of ours.
    expect((await arrive(world, interview, { to: ADA.address })).is).toBe("rejected");
    expect(await count(world, "inbound_messages")).toBe(0);
    expect((await world.raw.list()).objects).toEqual([]);
  });

  it("refuses more than 25 MiB without reading it", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const bytes = () => Promise.reject(new Error("was read"));
    const received = await receive(world, { to: ADA.inbox, size: MAX_RAW_BYTES + 1, bytes });
    expect(received.is).toBe("rejected");
  });

  it("takes the address in any case", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    expect((await arrive(world, interview, { to: "IN-Ada@Callback.EXAMPLE" })).is).toBe("accepted");
  });

  it("keeps one copy when the sending server tries again with other trace headers", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arrive(world, interview);
    const again = await arrive(world, interview, { stamp: "spf=pass; dmarc=pass header.from=home.example" });
    expect(again.is).toBe("duplicate");
    expect(await count(world, "inbound_messages")).toBe(1);
  });

  it("keeps both when two mails without Message-ID differ only in their body", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arrive(world, "From: ada@home.example\r\nSubject: x\r\n\r\nfirst\r\n");
    await arrive(world, "From: ada@home.example\r\nSubject: x\r\n\r\nsecond\r\n");
    expect((await arrive(world, "From: ada@home.example\r\nSubject: x\r\n\r\nfirst\r\n")).is).toBe(
      "duplicate",
    );
    expect(await count(world, "inbound_messages")).toBe(2);
  });

  it("inserts once when the same mail is delivered twice at the same moment", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const both = await Promise.all([arrive(world, interview), arrive(world, interview)]);
    expect(both.map(({ is }) => is).toSorted()).toEqual(["accepted", "duplicate"]);
    expect(await count(world, "inbound_messages")).toBe(1);
  });

  it("hands postmaster and abuse to the operator", async ({ expect }) => {
    const world = testWorld();
    expect((await arrive(world, interview, { to: "postmaster@callback.example" })).is).toBe("for-operator");
    expect((await arrive(world, interview, { to: "Abuse@callback.example" })).is).toBe("for-operator");
  });

  it("throws before the row stands when D1 fails, so that the sender tries again", async ({ expect }) => {
    const broken = testWorld();
    await addAda(broken);
    const db = {
      prepare: () => {
        throw new Error("D1 is away");
      },
    };
    const world = testWorld(broken.now, { db: db as unknown as D1Database });
    await expect(arrive(world, interview)).rejects.toThrow("D1 is away");
    expect((await world.raw.list()).objects).toEqual([]);
  });

  it("throws and writes nothing when R2 fails", async ({ expect }) => {
    const raw = { put: () => Promise.reject(new Error("R2 is away")) };
    const world = testWorld(undefined, { raw: raw as unknown as R2Bucket });
    await addAda(world);
    await expect(arrive(world, interview)).rejects.toThrow("R2 is away");
    expect(await count(world, "inbound_messages")).toBe(0);
  });

  it("accepts when only the queue fails: the row is the truth", async ({ expect }) => {
    const world = testWorld(undefined, {
      jobs: { sendBatch: () => Promise.reject(new Error("queue is away")) },
    });
    await addAda(world);
    expect((await arrive(world, interview)).is).toBe("accepted");
  });

  for (const [name, bytes] of [
    ["empty", new Uint8Array()],
    ["cut off in the middle of its headers", interview.slice(0, 120)],
    ["cut off in the middle of its body", interview.slice(0, 900)],
    ["binary", Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)],
    ["20 MB big", new Uint8Array(20_000_000).fill(97)],
  ] as const) {
    it(`stores a mail that is ${name} and never crashes on it`, async ({ expect }) => {
      const world = testWorld();
      await addAda(world);
      const received = await arrive(world, bytes, { stamp: "" });
      if (received.is !== "accepted") throw new Error(received.is);
      const outcomes = await runJobs(world);
      expect(outcomes.every(({ retryAfterSeconds }) => retryAfterSeconds === undefined)).toBe(true);
      const row = await inboundRow(world, received.inboundId);
      expect(["delivered", "ignored", "failed"]).toContain(row.state);
      expect(row.raw_key === null ? null : (await world.raw.head(row.raw_key))?.size).toBe(bytes.length);
    });
  }

  it("counts the same mail once also after it was processed", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    expect((await arrive(world, interview)).is).toBe("duplicate");
    expect(world.sent.length).toBe(1);
  });
});
