import { describe, it } from "vitest";
import { addSeconds } from "../../src/calendar.ts";
import { deliver } from "../../src/outbound/deliver.ts";
import { claimLetter, enqueueLetters } from "../../src/store/outbox.ts";
import type { SendResult } from "../../src/world.ts";
import { ADA, MONDAY, addAda, testWorld, wake } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const LETTER = {
  id: "a".repeat(26),
  key: "receipt/1",
  kind: "receipt",
  to: ADA.address,
  subject: "Re: x",
  text: "text",
  html: "<p>html</p>",
  attachments: [],
  inReplyTo: "forward@home.example",
  items: [],
} as const;

async function withLetter(
  answer: SendResult = { is: "sent", providerId: "p1", messageId: null },
): Promise<TestWorld> {
  const world = testWorld(MONDAY);
  world.answer = () => answer;
  await addAda(world);
  await world.db.batch(enqueueLetters(world.db, ADA.id, [LETTER], MONDAY));
  return world;
}

async function row(world: TestWorld): Promise<Record<string, unknown>> {
  return (await world.db.prepare("SELECT * FROM outbox").first()) ?? {};
}

describe("a letter", () => {
  it("leaves once, with our id in References and the forward it answers", async ({ expect }) => {
    const world = await withLetter();
    expect(await deliver(world, LETTER.id)).toEqual({ result: "sent: receipt" });
    expect(await deliver(world, LETTER.id)).toEqual({ result: "not to be had" });
    expect(world.sent.length).toBe(1);
    expect(world.sent[0]?.headers).toEqual({
      References: `<forward@home.example> <${LETTER.id}.letter@callback.example>`,
      "In-Reply-To": "<forward@home.example>",
      "Auto-Submitted": "auto-replied",
      "Feedback-ID": "receipt:letters:mail:callback",
      "X-Callback-Letter": LETTER.id,
    });
    expect(world.sent[0]?.replyTo).toMatch(/^reply-a{26}[a-z2-7]{26}@callback\.example$/);
    expect(await row(world)).toMatchObject({ state: "sent", provider_id: "p1", sent_at: MONDAY });
  });

  it("is put into the outbox once for each key", async ({ expect }) => {
    const world = await withLetter();
    await world.db.batch(enqueueLetters(world.db, ADA.id, [{ ...LETTER, id: "b".repeat(26) }], MONDAY));
    expect(await world.db.prepare("SELECT count(*) AS n FROM outbox").first("n")).toBe(1);
  });

  it("waits as long as the provider asks, and then leaves with the very same payload", async ({ expect }) => {
    const world = await withLetter();
    const payloads: string[] = [];
    world.answer = (letter) => {
      payloads.push(JSON.stringify(letter));
      return payloads.length === 1
        ? { is: "retry", afterSeconds: 7, reason: "rate_limit_exceeded" }
        : { is: "sent", providerId: "p2", messageId: null };
    };
    expect(await deliver(world, LETTER.id)).toEqual({
      result: "waiting: rate_limit_exceeded",
      retryAfterSeconds: 7,
    });
    expect(await deliver(world, LETTER.id)).toEqual({ result: "not to be had" });
    world.now = addSeconds(MONDAY, 7);
    expect(await deliver(world, LETTER.id)).toEqual({ result: "sent: receipt" });
    expect(payloads[1]).toBe(payloads[0]);
  });

  it("is the very same payload at every attempt, also when the secret was replaced in between", async ({
    expect,
  }) => {
    const world = await withLetter();
    const payloads: string[] = [];
    world.answer = (letter) => {
      payloads.push(JSON.stringify(letter));
      return { is: "no-answer", reason: "timeout" };
    };
    await deliver(world, LETTER.id);
    const { signingSecret } = world.settings;
    const next = "the secret that replaces the one before it";
    const replaced = { ...world.settings, signingSecret: next, believedSecrets: [next, signingSecret] };
    await deliver({ ...world, settings: replaced, now: addSeconds(MONDAY, 60) }, LETTER.id);
    expect(payloads.length).toBe(2);
    expect(payloads[1]).toBe(payloads[0]);
  });

  it("is offered less and less often to a provider that keeps saying no, and given up after three days", async ({
    expect,
  }) => {
    const world = await withLetter({ is: "retry", afterSeconds: 120, reason: "internal_server_error" });
    const waits: number[] = [];
    for (let at = 0; at < 4 * 24 * 3_600; at += waits.at(-1) ?? 0) {
      world.now = addSeconds(MONDAY, at);
      waits.push((await deliver(world, LETTER.id)).retryAfterSeconds ?? Number.POSITIVE_INFINITY);
    }
    expect(waits.slice(0, 3)).toEqual([120, 120, 120]);
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-2)).toBe(3_600);
    expect(waits.length).toBeLessThan(120);
    expect(await row(world)).toMatchObject({
      state: "failed",
      reason: "internal_server_error, for three days",
    });
  });

  it("fails when the provider refuses it, and is not tried again", async ({ expect }) => {
    const world = await withLetter({ is: "failed", reason: "422 validation_error" });
    expect(await deliver(world, LETTER.id)).toEqual({ result: "failed: receipt" });
    await wake(world);
    expect(world.queued).toEqual([]);
    expect(await row(world)).toMatchObject({ state: "failed", reason: "422 validation_error" });
  });

  it("is tried again after no answer, but only within 23 hours of the first attempt; then it is unknown", async ({
    expect,
  }) => {
    const world = await withLetter({ is: "no-answer", reason: "timeout" });
    let attempts = 0;
    world.answer = () => {
      attempts += 1;
      return { is: "no-answer", reason: "timeout" };
    };
    for (let hour = 0; hour <= 24; hour += 1) {
      world.now = addSeconds(MONDAY, hour * 3_600);
      await deliver(world, LETTER.id);
    }
    expect(attempts).toBe(23);
    expect(await row(world)).toMatchObject({ state: "unknown" });
  });

  it("is not sent blindly when its sender never came back and the provider has forgotten the key", async ({
    expect,
  }) => {
    const world = await withLetter();
    await claimLetter(world.db, LETTER.id, "crashed", "secret", MONDAY);
    world.now = addSeconds(MONDAY, 24 * 3_600);
    expect(await deliver(world, LETTER.id)).toEqual({ result: "unknown: receipt" });
    expect(world.sent).toEqual([]);
  });

  it("is found by the sweep when its job got lost", async ({ expect }) => {
    const world = await withLetter();
    await wake(world);
    expect(world.queued).toEqual([{ verb: "deliver", letterId: LETTER.id }]);
  });

  it("is one sender's at a time", async ({ expect }) => {
    const world = await withLetter();
    const both = await Promise.all([deliver(world, LETTER.id), deliver(world, LETTER.id)]);
    expect(both.map(({ result }) => result).toSorted()).toEqual(["not to be had", "sent: receipt"]);
    expect(world.sent.length).toBe(1);
  });
});
