import { describe, it } from "vitest";
import { letterReference } from "../../src/mail/letter-id.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import { INTERVIEW_TEXT, gmailForward, reply } from "../support/mails.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arriveAndSettle,
  count,
  inboundRow,
  moveTo,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const NEXT_MONDAY = "2026-11-09T07:30:00Z";

/** A week later: the digest with the first follow-up left; its reply address. */
async function afterDigest(world: TestWorld): Promise<string> {
  await addAda(world);
  await arriveAndSettle(world, interview);
  await moveTo(world, NEXT_MONDAY);
  return world.sent.at(-1)?.replyTo ?? "";
}

async function followUps(world: TestWorld): Promise<unknown[]> {
  const { results } = await world.db
    .prepare(
      "SELECT kind, state, due_on FROM follow_ups WHERE kind <> 'confirm-details' ORDER BY due_on, kind",
    )
    .all();
  return results;
}

describe("a reply to a digest", () => {
  it("marks the only item done and plans the second and final follow-up seven days on", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY);
    const to = await afterDigest(world);
    const id = await arriveAndSettle(world, reply(to, "done"), { to });
    expect(await inboundRow(world, id)).toMatchObject({ state: "delivered", arrival: "reply" });
    expect(await followUps(world)).toEqual([
      { kind: "first-follow-up", state: "done", due_on: "2026-11-09" },
      { kind: "second-follow-up", state: "open", due_on: "2026-11-16" },
    ]);
    expect(world.sent.at(-1)?.text).toContain("marked as sent");
  });

  it("changes nothing the second time", async ({ expect }) => {
    const world = testWorld(MONDAY);
    const to = await afterDigest(world);
    await arriveAndSettle(world, reply(to, "done"), { to });
    await arriveAndSettle(world, reply(to, "done"), { to });
    expect((await followUps(world)).length).toBe(2);
    expect(world.sent.at(-1)?.text).toContain("nothing changed");
  });

  it("says back what it did not understand, and a number that the letter does not have", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY);
    const to = await afterDigest(world);
    await arriveAndSettle(world, reply(to, "what is this about?"), { to });
    expect(world.sent.at(-1)?.text).toContain("what is this about?");
    await arriveAndSettle(world, reply(to, "done 4"), { to });
    expect(world.sent.at(-1)?.text).toContain("no number 4");
    expect(await followUps(world)).toEqual([
      { kind: "first-follow-up", state: "open", due_on: "2026-11-09" },
    ]);
  });

  it("asks which one when several are open", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, interview);
    const globex = INTERVIEW_TEXT.replaceAll("Acme", "Globex").replace("Jo Park", "Kim Osei");
    await arriveAndSettle(
      world,
      gmailForward({ text: globex, from: "Kim Osei <kim@globex.example>", subject: "Talk" }),
    );
    await moveTo(world, NEXT_MONDAY);
    const to = world.sent.at(-1)?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "done"), { to });
    expect(world.sent.at(-1)?.text).toContain("Which one is done?");
    await arriveAndSettle(world, reply(to, "done 1 and 2"), { to });
    const open = await world.db
      .prepare("SELECT count(*) AS n FROM follow_ups WHERE kind = 'first-follow-up' AND state = 'done'")
      .first("n");
    expect(open).toBe(2);
  });

  it("snoozes and skips by the same way", async ({ expect }) => {
    const world = testWorld(MONDAY);
    const to = await afterDigest(world);
    await arriveAndSettle(world, reply(to, "snooze 1 a week"), { to });
    expect(await followUps(world)).toEqual([
      { kind: "first-follow-up", state: "open", due_on: "2026-11-16" },
    ]);
    await arriveAndSettle(world, reply(to, "skip 1"), { to });
    expect(await followUps(world)).toEqual([
      { kind: "first-follow-up", state: "skipped", due_on: "2026-11-09" },
      { kind: "move-on", state: "open", due_on: "2026-11-16" },
    ]);
  });
});

describe("who may give orders", () => {
  const notObeyed = async (
    raw: (to: string) => string,
    how: { to?: (to: string) => string; stamp?: string },
  ) => {
    const world = testWorld(MONDAY);
    const to = await afterDigest(world);
    const id = await arriveAndSettle(world, raw(to), {
      to: how.to?.(to) ?? to,
      ...(how.stamp === undefined ? {} : { stamp: how.stamp }),
    });
    const done = await world.db
      .prepare("SELECT count(*) AS n FROM touchpoints WHERE kind = 'follow-up-done'")
      .first("n");
    return { done, row: await inboundRow(world, id), last: world.sent.at(-1) };
  };

  for (const [name, stamp] of [
    ["has no Authentication-Results at all", ""],
    ["failed DMARC", "dmarc=fail header.from=home.example"],
    [
      "has no DMARC policy and no aligned signature",
      "dmarc=none header.from=home.example; dkim=pass header.d=other.example",
    ],
    ["is authentic for another domain", "dmarc=pass header.from=other.example"],
    [
      "carries the verdict inside its MAIL FROM",
      'spf=pass smtp.mailfrom="dmarc=pass header.from=home.example"@evil.example',
    ],
  ] as const)
    it(`nobody whose mail ${name}`, async ({ expect }) => {
      const { done, row, last } = await notObeyed((to) => reply(to, "done"), { stamp });
      expect(done).toBe(0);
      expect(row).toMatchObject({ state: "ignored", reason: "unproven" });
      // The person hears of it at their own address, whoever wrote.
      expect(last).toMatchObject({ to: ADA.address });
      expect(last?.text).toMatch(/http:\/\/localhost\/confirm\/[a-z2-7]{26}/);
      expect(last?.text).toContain("could not verify");
    });

  it("nobody who writes from another address, however authentic", async ({ expect }) => {
    const forged = (to: string) => reply(to, "done").replace(ADA.address, "eve@evil.example");
    expect(await notObeyed(forged, { stamp: "dmarc=pass header.from=evil.example" })).toMatchObject({
      done: 0,
      row: { reason: "unproven" },
    });
  });

  it("nobody who brings an Authentication-Results of their own", async ({ expect }) => {
    const own = (to: string) =>
      reply(to, "done", ["Authentication-Results: mx.callback.example; dmarc=pass header.from=home.example"]);
    expect(await notObeyed(own, { stamp: "dmarc=fail header.from=home.example" })).toMatchObject({ done: 0 });
  });

  it("a person whose DKIM signature is aligned, though there is no DMARC policy", async ({ expect }) => {
    const { done } = await notObeyed((to) => reply(to, "done"), {
      stamp: "dmarc=none header.from=home.example; dkim=pass header.d=home.example",
    });
    expect(done).toBe(1);
  });

  it("no reply that comes to an altered reply address: there is no such mailbox", async ({ expect }) => {
    const world = testWorld(MONDAY);
    const to = await afterDigest(world);
    const altered = to.replace(/.@/, (end) => (end === "a@" ? "b@" : "a@"));
    await expect(arriveAndSettle(world, reply(altered, "done"), { to: altered })).rejects.toThrow("rejected");
  });

  it("no reply to the inbox that only names a letter in its References", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await afterDigest(world);
    const letterId = world.sent.at(-1)?.id ?? "";
    const raw = reply(ADA.inbox, "done", [`References: <${letterReference(letterId, "callback.example")}>`]);
    const id = await arriveAndSettle(world, raw);
    expect(await inboundRow(world, id)).toMatchObject({ arrival: "reply", reason: "unproven" });
  });

  it("nobody through the text of a recruiter's mail", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await afterDigest(world);
    const before = await count(world, "touchpoints");
    await arriveAndSettle(world, gmailForward({ text: "done\r\nall done\r\nskip 1" }));
    expect(await count(world, "touchpoints")).toBe(before);
  });
});
