// Letters and replies find each other: by the signed address, by our id, by the provider's; and a draft's secret copy marks it sent, once.
import { describe, it } from "vitest";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import { letterReference } from "../../src/mail/letter-id.ts";
import { gmailForward, reply } from "../support/mails.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  count,
  inboundRow,
  moveTo,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import { site } from "../../src/web/site.tsx";

const NEXT_MONDAY = "2026-11-09T07:30:00Z";
const PUBLIC = "hello@callback.example";

async function atDigest(messageId: string | null = null): Promise<TestWorld> {
  const world = testWorld(MONDAY);
  world.answer = ({ id }) => ({ is: "sent", providerId: id, messageId: messageId && `${id}.${messageId}` });
  await addAda(world);
  await arriveAndSettle(world, interview);
  await moveTo(world, NEXT_MONDAY);
  return world;
}

const digestOf = (world: TestWorld) => {
  const digest = world.sent.findLast(({ subject }) => subject.startsWith("Your week"));
  if (!digest) throw new Error("no digest");
  return digest;
};

async function firstFollowUp(world: TestWorld): Promise<string | null> {
  return world.db.prepare("SELECT state FROM follow_ups WHERE kind = 'first-follow-up'").first("state");
}

/** Opens the page that a letter leads to, and presses its button. */
async function press(world: TestWorld, text: string): Promise<{ asked: string; said: string }> {
  const path = /\/(?:confirm|stop)\/[a-z2-7.]+/.exec(text)?.[0] ?? "";
  const app = site(world, {
    receive: () => Promise.reject(new Error("no mail")),
    report: () => Promise.resolve({ status: 404 as const }),
    wake: () => Promise.resolve(),
  });
  const page = await app.fetch(new Request(`http://localhost${path}`));
  const done = await app.fetch(
    new Request(`http://localhost${path}`, {
      method: "POST",
      body: new URLSearchParams(),
      headers: { origin: "http://localhost" },
    }),
  );
  await runJobs(world);
  return { asked: await page.text(), said: await done.text() };
}

describe("a reply that lost the signed address", () => {
  for (const [name, to, header] of [
    ["by our id, at the public address", PUBLIC, "References"],
    ["by our id, at the inbox", ADA.inbox, "References"],
    ["by our id alone in In-Reply-To", PUBLIC, "In-Reply-To"],
  ] as const)
    it(`finds its letter ${name}, and counts after one button`, async ({ expect }) => {
      const world = await atDigest();
      const id = letterReference(digestOf(world).id, "callback.example");
      const inboundId = await arriveAndSettle(world, reply(to, "done", [`${header}: <${id}>`]), { to });
      expect(await inboundRow(world, inboundId)).toMatchObject({ arrival: "reply", reason: "unproven" });
      expect(await firstFollowUp(world)).toBe("open");
      const { asked } = await press(world, world.sent.at(-1)?.text ?? "");
      expect(asked).toContain("Was it you?");
      expect(await firstFollowUp(world)).toBe("done");
      expect(world.sent.at(-1)?.text).toContain("marked as sent");
    });

  it("finds its letter by the provider's Message-ID", async ({ expect }) => {
    const world = await atDigest("provider.example");
    const { id } = digestOf(world);
    const raw = reply(PUBLIC, "done", [`In-Reply-To: <${id}.provider.example>`]);
    await arriveAndSettle(world, raw, { to: PUBLIC });
    await press(world, world.sent.at(-1)?.text ?? "");
    expect(await firstFollowUp(world)).toBe("done");
  });

  it("is no reply when it is also written to somebody else", async ({ expect }) => {
    const world = await atDigest();
    const id = letterReference(digestOf(world).id, "callback.example");
    const raw = reply(`rae@acme.example, ${ADA.inbox}`, "done", [`References: <${id}>`]);
    const inboundId = await arriveAndSettle(world, raw);
    expect((await inboundRow(world, inboundId)).arrival).not.toBe("reply");
    expect(await firstFollowUp(world)).toBe("open");
  });

  it("is still a forward when it forwards a mail out of that thread", async ({ expect }) => {
    const world = await atDigest();
    const id = letterReference(digestOf(world).id, "callback.example");
    const raw = gmailForward({
      date: "Mon, Nov 9, 2026 at 8:12 AM",
      text: "Hi Ada, thank you for the interview. Unfortunately we have decided to move forward with other candidates for the Staff Engineer position at Acme.\r\n\r\nRae Lind",
    }).replace("Content-Type:", `References: <${id}>\r\nContent-Type:`);
    const inboundId = await arriveAndSettle(world, raw);
    expect(await inboundRow(world, inboundId)).toMatchObject({ arrival: "forward", state: "delivered" });
  });

  it("is not answered when a machine wrote it", async ({ expect }) => {
    const world = await atDigest();
    const to = digestOf(world).replyTo;
    const before = world.sent.length;
    const id = await arriveAndSettle(world, reply(to, "done", ["Auto-Submitted: auto-generated"]), { to });
    expect(await inboundRow(world, id)).toMatchObject({ state: "ignored" });
    expect(world.sent.length).toBe(before);
  });
});

/** What Ada's mail program sends when she taps the link of the draft: the recruiter in To, the secret copy in the envelope. */
function tapped(text: string, date = "Mon, 9 Nov 2026 09:00:00 +0100"): { raw: string; to: string } {
  const link = new URL(/mailto:\S+/.exec(text)?.[0] ?? "");
  const fields = new Map(
    link.search
      .slice(1)
      .split("&")
      .map((field) => field.split("=").map(decodeURIComponent) as [string, string]),
  );
  const raw = [
    `Message-ID: <${crypto.randomUUID()}@mail.home.example>`,
    `From: ${ADA.name} <${ADA.address}>`,
    `To: ${decodeURIComponent(link.pathname)}`,
    `Date: ${date}`,
    `Subject: ${fields.get("subject") ?? ""}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    fields.get("body") ?? "",
    "",
    "From: Rae Lind <rae.lind@acme.example>",
    "Sent: Friday, October 30, 2026 4:12 PM",
    "To: Ada",
    "Subject: Interview",
    "",
    "we would like to invite you",
  ].join("\r\n");
  return { raw, to: fields.get("bcc") ?? "" };
}

describe("the secret copy of a draft", () => {
  it("marks that follow-up as sent, at the time of the mail, and says nothing", async ({ expect }) => {
    const world = await atDigest();
    const { raw, to } = tapped(digestOf(world).text);
    expect(to).toMatch(/^sent-[a-z2-7]{26}01[a-z2-7]{26}@callback\.example$/);
    world.now = "2026-11-09T08:05:00Z";
    const before = world.sent.length;
    const id = await arriveAndSettle(world, raw, { to });
    expect(await inboundRow(world, id)).toMatchObject({ arrival: "bcc", state: "delivered" });
    const row = await world.db
      .prepare("SELECT state, ended_at FROM follow_ups WHERE kind = 'first-follow-up'")
      .first();
    expect(row).toEqual({ state: "done", ended_at: "2026-11-09T08:00:00Z" });
    expect(world.sent.length).toBe(before);
  });

  it("marks it once, whether done was said before or after", async ({ expect }) => {
    for (const order of ["done first", "copy first"]) {
      const world = await atDigest();
      const digest = digestOf(world);
      const { raw, to } = tapped(digest.text);
      const say = () => arriveAndSettle(world, reply(digest.replyTo, "done"), { to: digest.replyTo });
      const copy = () => arriveAndSettle(world, raw, { to });
      if (order === "done first") {
        await say();
        await copy();
      } else {
        await copy();
        await say();
      }
      const marks = await world.db
        .prepare("SELECT count(*) AS n FROM touchpoints WHERE kind = 'follow-up-done'")
        .first("n");
      expect(marks, order).toBe(1);
      const wrote = await world.db
        .prepare("SELECT count(*) AS n FROM touchpoints WHERE kind = 'person-wrote'")
        .first("n");
      expect(wrote, order).toBe(order === "copy first" ? 1 : 0);
      const second = await world.db
        .prepare("SELECT count(*) AS n FROM follow_ups WHERE kind = 'second-follow-up'")
        .first("n");
      expect(second, order).toBe(1);
      await world.db.prepare("DELETE FROM users").run();
    }
  });

  it("counts only from the person, and only at an address that we made", async ({ expect }) => {
    const world = await atDigest();
    const { raw, to } = tapped(digestOf(world).text);
    const id = await arriveAndSettle(world, raw, { to, stamp: "dmarc=fail header.from=home.example" });
    expect(await inboundRow(world, id)).toMatchObject({ state: "ignored", reason: "bcc-unproven" });
    const altered = to.replace(/.@/, (end) => (end === "a@" ? "b@" : "a@"));
    expect(await arrive(world, raw, { to: altered })).toMatchObject({ is: "rejected" });
    expect(await firstFollowUp(world)).toBe("open");
  });
});

describe("a first word to the public address", () => {
  const hello = (from = "New Person <new@fresh.example>") =>
    `Message-ID: <${crypto.randomUUID()}@fresh.example>\r\nFrom: ${from}\r\nTo: ${PUBLIC}\r\nDate: Mon, 2 Nov 2026 08:00:00 -0500\r\nSubject: Hi\r\n\r\nI would like to try this.\r\n`;
  const FRESH = { to: PUBLIC, stamp: "dmarc=pass header.from=fresh.example" };

  it("is asked about once; the button makes a person with an address and a zone", async ({ expect }) => {
    const world = testWorld(MONDAY);
    expect(await arrive(world, hello(), FRESH)).toEqual({ is: "asked" });
    expect(await arrive(world, hello(), FRESH)).toMatchObject({
      is: "rejected",
      reason: expect.stringContaining("look for our letter"),
    });
    await runJobs(world);
    expect(world.sent).toMatchObject([
      { to: "new@fresh.example", subject: "Do you want a Callback address?" },
    ]);
    await press(world, world.sent[0]?.text ?? "");
    expect(world.sent[1]).toMatchObject({ to: "new@fresh.example", subject: "Your Callback address" });
    expect(world.sent[1]?.text).toMatch(/in-[a-z2-7]{26}@callback\.example/);
    expect(world.sent[1]?.text).toContain("America/New_York");
  });

  it("is forgotten after two days without an answer", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await arrive(world, hello(), FRESH);
    await runJobs(world);
    await moveTo(world, "2026-11-04T06:45:00Z");
    expect(await count(world, "users")).toBe(1);
    await moveTo(world, "2026-11-04T07:15:00Z");
    for (const table of ["users", "addresses", "outbox", "tokens"]) expect(await count(world, table)).toBe(0);
  });

  it("from nobody proven, or from a machine, is refused and keeps nothing", async ({ expect }) => {
    const world = testWorld(MONDAY);
    expect(
      await arrive(world, hello(), { to: PUBLIC, stamp: "dmarc=fail header.from=fresh.example" }),
    ).toMatchObject({
      is: "rejected",
      reason: expect.stringContaining("sign up at"),
    });
    const machine = hello().replace("Subject: Hi", "Auto-Submitted: auto-replied\r\nSubject: Hi");
    expect(await arrive(world, machine, FRESH)).toMatchObject({ is: "rejected" });
    expect(await count(world, "users")).toBe(0);
  });

  it("of somebody we know is refused with a word, and brings their own address again, once a day", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    const raw = () => hello(`${ADA.name} <${ADA.address}>`);
    const kept = { is: "rejected", reason: expect.stringContaining("was not kept") };
    expect(await arrive(world, raw(), { to: PUBLIC })).toMatchObject(kept);
    expect(await arrive(world, raw(), { to: PUBLIC })).toMatchObject(kept);
    await runJobs(world);
    expect(world.sent.length).toBe(1);
    expect(world.sent[0]?.text).toContain(ADA.inbox);
  });
});
