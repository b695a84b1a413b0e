// How much is taken, from whom, and what happens to the rest: a leaked secret address, a sender that does not stop, a network that tries.
import { describe, it } from "vitest";
import { FLOOD_FROM } from "../../src/inbound/flood.ts";
import { addSeconds } from "../../src/calendar.ts";
import { INTERVIEW_TEXT, gmailForward, reply } from "../support/mails.ts";
import { signedIn, visitor } from "../support/visitor.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  inboundRow,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

/** So many mails of these senders came to Ada within the day before. */
async function cameBefore(world: TestWorld, count: number, sender = "somebody"): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({ id: `${sender}-${at}`, sender }));
  await world.db
    .prepare(
      `INSERT INTO inbound_messages (id, user_id, recipient, message_id, checksum, sender, size, state, reason, received_at, ended_at)
       SELECT value ->> 'id', ?2, ?3, value ->> 'id', value ->> 'id', value ->> 'sender', 1, 'ignored', 'x', ?4, ?4 FROM json_each(?1)`,
    )
    .bind(JSON.stringify(rows), ADA.id, ADA.inbox, addSeconds(world.now, -60))
    .run();
}

const SPAM = (n: number) =>
  `Message-ID: <spam-${n}@spam.example>\r\nFrom: Prince <prince@spam.example>\r\nTo: ${ADA.inbox}\r\nDate: Mon, 2 Nov 2026 08:00:00 +0100\r\nSubject: You won\r\n\r\nSend your passport.`;

describe("a secret address that leaked", () => {
  it("has mail that nobody vouches for kept unread in a flood, and the person is told once", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    await cameBefore(world, FLOOD_FROM);
    const ids = [
      await arriveAndSettle(world, SPAM(1), { stamp: "" }),
      await arriveAndSettle(world, SPAM(2), { stamp: "" }),
    ];
    for (const id of ids) {
      const row = await inboundRow(world, id);
      expect(row).toMatchObject({ state: "ignored", reason: "held" });
      expect(await world.raw.head(row.raw_key ?? "")).not.toBeNull();
    }
    expect(world.sent.map(({ subject }) => subject)).toEqual(["Much mail came to your Callback address"]);
    await expect(world.sent[0]?.html).toMatchFileSnapshot("../golden/letters/flood.html");
  });

  it("still takes what the person forwards and what its sender's provider vouches for", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    await cameBefore(world, FLOOD_FROM);
    const own = await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    expect(await inboundRow(world, own)).toMatchObject({ state: "delivered", arrival: "forward" });
    const vouched = await arriveAndSettle(world, SPAM(1), { stamp: "dmarc=pass header.from=spam.example" });
    expect((await inboundRow(world, vouched)).reason).not.toBe("held");
  });

  it("lets the person read what was held back, without obeying it, or throw it away", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await cameBefore(world, FLOOD_FROM);
    const held = await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT, comment: "close" }), {
      stamp: "",
    });
    const browser = await signedIn(world, ADA.id);
    expect((await browser.get("/questions")).text).toContain("1 mail is held back");
    await browser.post("/questions/held/read");
    await runJobs(world);
    expect(await inboundRow(world, held)).toMatchObject({ state: "delivered", arrival: "forward" });
    expect(await world.db.prepare("SELECT stage FROM opportunities").first("stage")).toBe("interviewing");
    const thrown = await arriveAndSettle(world, SPAM(1), { stamp: "" });
    const key = (await inboundRow(world, thrown)).raw_key ?? "";
    await browser.post("/questions/held/forget");
    expect(await inboundRow(world, thrown)).toMatchObject({ raw_key: null });
    expect(await world.raw.head(key)).toBeNull();
  });

  it("turns mail away for now beyond a thousand a day, or three hundred of one sender, and takes it the day after", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    const first = await arrive(world, SPAM(0), { stamp: "" });
    if (first.is !== "accepted") throw new Error(first.is);
    const sender = await world.db.prepare("SELECT sender FROM inbound_messages").first<string>("sender");
    await cameBefore(world, 299, sender ?? "");
    expect(await arrive(world, SPAM(1), { stamp: "" })).toEqual({ is: "later" });
    expect((await arrive(world, gmailForward({ text: INTERVIEW_TEXT }))).is).toBe("accepted");
    await cameBefore(world, 700, "others");
    expect(await arrive(world, gmailForward({ text: "More" }))).toEqual({ is: "later" });
    world.now = addSeconds(MONDAY, 24 * 3600 + 60);
    expect((await arrive(world, SPAM(1), { stamp: "" })).is).toBe("accepted");
  });
});

describe("limits per minute", () => {
  it("turn a sender's mail away for now, before anything is read or stored", async ({ expect }) => {
    const keys: string[] = [];
    const mails = (key: string) => Promise.resolve(keys.push(key) < 2);
    const world = testWorld(MONDAY, { limits: { visits: () => Promise.resolve(true), mails } });
    await addAda(world);
    expect((await arrive(world, SPAM(1), { stamp: "", from: "Prince@Spam.example" })).is).toBe("accepted");
    expect(await arrive(world, SPAM(2), { stamp: "", from: "prince@spam.example" })).toEqual({ is: "later" });
    expect(keys).toEqual(["prince@spam.example", "prince@spam.example"]);
  });

  it("answer a network that posts too much with 429 and when to come again, and never a page", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY, {
      limits: { visits: () => Promise.resolve(false), mails: () => Promise.resolve(true) },
    });
    const browser = visitor(world);
    const request = new Request("http://localhost/sign-in", {
      method: "POST",
      body: new URLSearchParams({ address: ADA.address }),
      headers: { origin: "http://localhost" },
    });
    const answer = await browser.send(request);
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect((await browser.get("/sign-in")).status).toBe(200);
  });
});

describe("replies that nobody vouches for", () => {
  it("bring at most five questions a day", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    const to = world.sent.at(-1)?.replyTo ?? "";
    world.sent.length = 0;
    for (let n = 0; n < 7; n += 1) await arriveAndSettle(world, reply(to, "done"), { to, stamp: "" });
    expect(world.sent.length).toBe(5);
  });
});
