import { describe, it } from "vitest";
import { process } from "../../src/inbound/process.ts";
import { INTERVIEW_TEXT, gmailForward } from "../support/mails.ts";
import { addAda, arrive, count, perform, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

async function waiting(world: TestWorld, mails: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const mail of mails) {
    const received = await arrive(world, mail);
    if (received.is === "accepted") ids.push(received.inboundId);
  }
  world.queued.length = 0;
  return ids;
}

describe("two mails at once", () => {
  it("open one opportunity when both are about it", async ({ expect }) => {
    let pauses = 0;
    const world = testWorld(undefined, { pause: () => Promise.resolve(void (pauses += 1)) });
    await addAda(world);
    const ids = await waiting(world, [
      gmailForward({ text: INTERVIEW_TEXT }),
      gmailForward({
        text: "Hi Ada,\r\n\r\nthank you for your application for the Staff Engineer position at Acme. We have received your application.\r\n\r\nRae Lind",
        subject: "Your application",
        date: "Thu, Oct 29, 2026 at 9:00 AM",
      }),
    ]);
    const outcomes = await Promise.all(ids.map((id) => process(world, id)));
    expect(outcomes.map(({ result }) => result)).toEqual(["delivered: forward", "delivered: forward"]);
    // They really met: one of them was decided again.
    expect(pauses).toBeGreaterThan(0);
    expect(await count(world, "opportunities")).toBe(1);
    expect(await count(world, "touchpoints")).toBe(2);
  });

  it("record the same original once when it was forwarded twice", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const ids = await waiting(world, [
      gmailForward({ text: INTERVIEW_TEXT }),
      gmailForward({ text: INTERVIEW_TEXT }),
    ]);
    await Promise.all(ids.map((id) => process(world, id)));
    expect(await count(world, "touchpoints")).toBe(1);
    expect(await count(world, "opportunities")).toBe(1);
  });

  it("all get through when eight come at once, with one opportunity each company", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const mails = Array.from({ length: 8 }, (_, at) => {
      const company = at % 2 === 0 ? "Acme" : "Globex";
      return gmailForward({
        from: `Rae Lind <rae@${company.toLowerCase()}.example>`,
        date: `Fri, Oct 30, 2026 at 4:1${at} PM`,
        subject: `Your application ${at}`,
        text: `Thank you for your application for the Staff Engineer position at ${company}. We have received your application.`,
      });
    });
    const ids = await waiting(world, mails);
    const outcomes = await Promise.all(ids.map((id) => process(world, id)));
    // Whoever collided too often is tried again later; that does not count as an attempt.
    const later = ids.filter((_, at) => outcomes[at]?.retryAfterSeconds !== undefined);
    for (const id of later) await perform(world, { verb: "process", inboundId: id });
    expect(await count(world, "touchpoints")).toBe(8);
    expect(await count(world, "opportunities")).toBe(2);
    const attempts = await world.db
      .prepare("SELECT max(attempts) AS most FROM inbound_messages")
      .first("most");
    expect(attempts).toBe(1);
  });
});
