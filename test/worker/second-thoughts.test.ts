// What people do in another order than one would: undo late, merge, move to another zone, say a thing twice; and what happens at the same moment.
import { describe, it } from "vitest";
import { prepare } from "../../src/outbound/prepare.ts";
import { site } from "../../src/web/site.tsx";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import { INTERVIEW_TEXT, gmailForward, reply } from "../support/mails.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  count,
  moveTo,
  perform,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const INVITATION = gmailForward({
  subject: "Interview",
  date: "Tue, Nov 3, 2026 at 9:30 AM",
  text: "Hi Ada,\r\n\r\nwe would like to invite you to an interview for the Staff Engineer position at Acme. You would be speaking with Jo Park on Thursday, November 12 at 3:00 PM ET on Zoom: https://zoom.us/j/123\r\n\r\nBest regards,\r\nRae Lind",
});

async function start(now = MONDAY): Promise<TestWorld> {
  const world = testWorld(now);
  await addAda(world);
  return world;
}

/** Says it to the last letter, or to another one, and gives what we answered. */
async function say(world: TestWorld, text: string, to = world.sent.at(-1)?.replyTo ?? ""): Promise<string> {
  const before = world.sent.length;
  await arriveAndSettle(world, reply(to, text), { to });
  return world.sent.slice(before).at(-1)?.text ?? "";
}

async function companies(world: TestWorld): Promise<Record<string, string>> {
  const { results } = await world.db
    .prepare(
      "SELECT company, coalesce(outcome, stage) AS state FROM opportunities WHERE live = 1 ORDER BY company",
    )
    .all<{ company: string; state: string }>();
  return Object.fromEntries(results.map(({ company, state }) => [company, state]));
}

const nextWake = (world: TestWorld) =>
  world.db.prepare("SELECT next_wake_at FROM users").first<string>("next_wake_at");
const evenings = (world: TestWorld) => world.sent.filter(({ text }) => text.includes("WHAT TO ASK"));

/** A second opportunity, so that there is something to choose from. */
async function withGlobex(world: TestWorld): Promise<void> {
  const text = INTERVIEW_TEXT.replaceAll("Acme", "Globex")
    .replaceAll("Staff Engineer", "Data Lead")
    .replace("Rae Lind", "Lin Abel");
  await arriveAndSettle(
    world,
    gmailForward({ text, from: "Lin Abel <lin@globex.example>", subject: "Talk" }),
  );
}

async function press(world: TestWorld): Promise<string> {
  const app = site(world, {
    receive: () => Promise.reject(new Error("no mail")),
    report: () => Promise.resolve({ status: 404 as const }),
    wake: () => Promise.resolve(),
  });
  const path = /\/confirm\/[a-z2-7]+/.exec(world.sent.at(-1)?.text ?? "")?.[0] ?? "";
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    body: new URLSearchParams(),
    headers: { origin: "http://localhost" },
  });
  const response = await app.fetch(request);
  await runJobs(world);
  return response.text();
}

describe("at the same moment", () => {
  it("an invitation that is decided while the digest is prepared still gets its evening letter", async ({
    expect,
  }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    await moveTo(world, "2026-11-08T12:00:00Z");
    world.now = "2026-11-09T07:00:00Z";
    // Between what prepare loads and what it writes, a mail is processed.
    let isFirst = true;
    const between = new Proxy(world.db, {
      get(db, name) {
        const value: unknown = Reflect.get(db, name);
        if (name !== "batch" || typeof value !== "function")
          return typeof value === "function" ? value.bind(db) : value;
        return async (statements: D1PreparedStatement[]) => {
          const result = await db.batch(statements);
          if (isFirst) {
            isFirst = false;
            await arriveAndSettle({ ...world, sent: world.sent, queued: world.queued }, INVITATION);
          }
          return result;
        };
      },
    });
    await prepare({ ...world, db: between }, ADA.id);
    await runJobs(world);
    expect((await nextWake(world)) ?? "").toBe("2026-11-09T07:00:00Z");
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(await nextWake(world)).toBe("2026-11-11T16:00:00Z");
  });

  it("a click on unsubscribe outlives an order that was under way", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    const to = world.sent.at(-1)?.replyTo ?? "";
    await arrive(world, reply(to, "zone: Europe/Lisbon"), { to });
    const job = world.queued.shift();
    const read = world.raw.get.bind(world.raw);
    const raw = Object.assign(Object.create(world.raw) as R2Bucket, {
      get: async (key: string) => {
        await world.db.prepare("UPDATE users SET paused_at = ?").bind(MONDAY).run();
        return read(key);
      },
    });
    if (job) await perform({ ...world, raw }, job);
    expect(await world.db.prepare("SELECT paused_at, zone FROM users").first()).toEqual({
      paused_at: MONDAY,
      zone: "Europe/Lisbon",
    });
  });
});

describe("second thoughts", () => {
  it("a move to another zone offers nothing again that was sent", async ({ expect }) => {
    const world = await start("2026-10-30T09:00:00Z");
    const late = INVITATION.replace("Tue, Nov 3, 2026 at 9:30 AM", "Fri, Oct 30, 2026 at 9:30 AM").replace(
      "Thursday, November 12 at 3:00 PM ET",
      "Tuesday, November 3 at 7:00 PM ET",
    );
    await arriveAndSettle(world, late);
    await moveTo(world, "2026-11-16T07:15:00Z");
    await say(world, "done", world.sent.findLast(({ subject }) => subject.startsWith("Your week"))?.replyTo);
    await say(world, "zone: America/New_York");
    const { results } = await world.db
      .prepare("SELECT kind, state FROM follow_ups WHERE ordinal IS NOT NULL ORDER BY kind")
      .all();
    expect(results).toEqual([
      { kind: "first-follow-up", state: "done" },
      { kind: "second-follow-up", state: "open" },
    ]);
    await moveTo(world, "2026-11-17T14:15:00Z");
    await moveTo(world, "2026-11-23T14:15:00Z");
    expect(world.sent.at(-1)?.text).toContain("1. Second and final follow-up");
  });

  it("an office calls no interview off", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, INVITATION);
    expect(await say(world, "interview: Fri 13 Nov 15:00 at their office")).toContain(
      "interview on Fri 13 Nov, 15:00",
    );
    expect(await say(world, "interview: cancelled")).toContain("called off");
    expect(await say(world, "interview: cancelled")).toContain("nothing changed");
  });

  it("a late undo still brings the evening letter, and it names the right day", async ({ expect }) => {
    const world = await start("2026-11-03T09:00:00Z");
    await arriveAndSettle(world, INVITATION);
    world.now = "2026-11-10T09:00:00Z";
    await say(world, "close Acme");
    world.now = "2026-11-11T17:00:00Z";
    await say(world, "undo");
    await moveTo(world, "2026-11-11T17:15:00Z");
    expect(evenings(world).map(({ subject }) => subject)).toEqual([
      "Tomorrow, 21:00: interview, Staff Engineer at Acme",
    ]);
  });

  it("after a pause, the evening letter of the same day says today", async ({ expect }) => {
    const world = await start("2026-11-03T09:00:00Z");
    await arriveAndSettle(world, INVITATION);
    await say(world, "pause");
    world.now = "2026-11-12T08:00:00Z";
    await say(world, "resume");
    await moveTo(world, "2026-11-12T08:15:00Z");
    expect(evenings(world).map(({ subject }) => subject)).toEqual([
      "Today, 21:00: interview, Staff Engineer at Acme",
    ]);
  });

  it("a merge brings no second evening letter", async ({ expect }) => {
    const world = await start("2026-11-03T09:00:00Z");
    await withGlobex(world);
    await arriveAndSettle(world, INVITATION);
    await say(world, "list");
    const list = world.sent.at(-1);
    await moveTo(world, "2026-11-11T16:00:00Z");
    const numbers = [...(list?.text ?? "").matchAll(/^\* (\d+):/gm)].map(([, number]) => number);
    await say(world, `merge ${numbers.join(" and ")}`, list?.replyTo);
    await moveTo(world, "2026-11-11T16:30:00Z");
    expect(evenings(world).length).toBe(1);
  });

  it("adding and taking back in one mail loses nothing", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    const answer = await say(world, "note: hello\nadd Initech, Baker\nundo");
    expect(answer).toContain("Taken back");
    expect(await companies(world)).toEqual({ Acme: "interviewing" });
  });

  it("undo to an answer takes back that answer's orders, and nothing else", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    await say(world, "withdraw Acme");
    await say(world, "pause");
    expect(await say(world, "undo")).toContain("nothing that can still be taken back");
    expect(await companies(world)).toEqual({ Acme: "withdrawn" });
  });

  it("undo takes back the lesson, too", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    await say(world, "not a job");
    expect(await count(world, "corrections")).toBe(1);
    await say(world, "undo");
    expect(await count(world, "corrections")).toBe(0);
    expect(await companies(world)).toEqual({ Acme: "interviewing" });
  });

  it("undo tells the calendar, with a later word than the one that it takes back", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, INVITATION);
    await say(world, "interview: Fri 13 Nov 15:00");
    await say(world, "undo");
    const files = world.sent.flatMap(({ attachments }) => attachments.map(({ text }) => text));
    expect(files.map((text) => /DTSTART:(\S+)/.exec(text)?.[1])).toEqual([
      "20261112T200000Z",
      "20261113T140000Z",
      "20261112T200000Z",
    ]);
    const numbers = files.map((text) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]));
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  });

  it("the time of a next round takes nothing over from the one that was held", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, INVITATION);
    const to = world.sent.at(-1)?.replyTo;
    world.now = "2026-11-14T09:00:00Z";
    await say(world, "interview: Thu 19 Nov 15:00", to);
    const file = world.sent.at(-1)?.attachments.at(-1)?.text ?? "";
    expect(file).toContain("DTSTART:20261119T140000Z");
    expect(file).not.toContain("zoom.us");
  });

  it("no show said twice is one, not the round before", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    await arriveAndSettle(world, INVITATION);
    await moveTo(world, "2026-11-13T08:15:00Z");
    const morning = world.sent.findLast(({ subject }) => subject.startsWith("One good thing"))?.replyTo;
    expect(await say(world, "no show", morning)).toContain("did not turn up on Thu 12 Nov");
    expect(await say(world, "no show", morning)).toContain("nothing changed");
  });
});

describe("forgetting one leaves the others as they are", () => {
  it("also when both were closed and opened again in one breath", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    await withGlobex(world);
    await say(world, "close Acme\nclose Globex");
    await say(world, "undo");
    await say(world, "forget Acme");
    expect(await press(world)).toContain("forgotten");
    expect(await companies(world)).toEqual({ Globex: "interviewing" });
    await say(world, "add Hooli", world.sent.find(({ subject }) => subject.includes("Talk"))?.replyTo);
    expect(await companies(world)).toEqual({ Globex: "interviewing", Hooli: "applied" });
  });

  it("also when a mail of theirs was recorded there first", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    const second = gmailForward({
      subject: "Staff Engineer",
      date: "Mon, Nov 2, 2026 at 7:30 AM",
      text: "Hi Ada, thank you for applying. We have received your application for the Staff Engineer position at Acme.\r\n\r\nRae Lind",
    });
    await arriveAndSettle(world, second);
    await say(world, "new\ncompany: Hooli\nrole: Site Reliability Engineer");
    expect(Object.keys(await companies(world))).toEqual(["Acme", "Hooli"]);
    await say(world, "forget Acme");
    await press(world);
    expect(
      await say(world, "list", world.sent.find(({ subject }) => subject.includes("Interview"))?.replyTo),
    ).toContain("Hooli");
    expect(Object.keys(await companies(world))).toEqual(["Hooli"]);
  });

  it("also when they were one for a while", async ({ expect }) => {
    const world = await start();
    await arriveAndSettle(world, interview);
    await withGlobex(world);
    await say(world, "list");
    const numbers = [...(world.sent.at(-1)?.text ?? "").matchAll(/^\* (\d+):/gm)].map(([, number]) => number);
    await say(world, `merge ${numbers.join(" and ")}`);
    await say(world, "undo");
    await say(world, "forget Acme");
    expect(await press(world)).toContain("forgotten");
    expect(await companies(world)).toEqual({ Globex: "interviewing" });
    await say(world, "forget Globex", world.sent.find(({ subject }) => subject.includes("Talk"))?.replyTo);
    expect(await press(world)).toContain("forgotten");
    expect(await companies(world)).toEqual({});
  });
});

describe("an applicant", () => {
  const PUBLIC = "hello@callback.example";
  const FRESH = "dmarc=pass header.from=fresh.example";

  it("gives no orders before the button; an answer brings the link again, and leaves nothing behind", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY);
    const raw = `Message-ID: <1@fresh.example>\r\nFrom: New <new@fresh.example>\r\nTo: ${PUBLIC}\r\nDate: Mon, 2 Nov 2026 08:00:00 +0100\r\nSubject: Hi\r\n\r\nHello`;
    await arrive(world, raw, { to: PUBLIC, stamp: FRESH });
    await runJobs(world);
    const to = world.sent[0]?.replyTo ?? "";
    const answer = reply(to, "yes please\nadd Acme").replace(
      `${ADA.name} <${ADA.address}>`,
      "New <new@fresh.example>",
    );
    await arriveAndSettle(world, answer, { to, stamp: FRESH });
    expect(world.sent.length).toBe(2);
    expect(await count(world, "opportunities")).toBe(0);
    await press(world);
    expect(world.sent.at(-1)?.subject).toBe("Your Callback address");
    // The first link is still open, and must not take away whoever signed up by the second.
    await moveTo(world, "2026-11-05T09:00:00Z");
    expect(await count(world, "users")).toBe(1);
  });

  it("who never answers leaves nothing, not even in R2", async ({ expect }) => {
    const world = testWorld(MONDAY);
    const raw = `Message-ID: <1@fresh.example>\r\nFrom: New <new@fresh.example>\r\nTo: ${PUBLIC}\r\nDate: Mon, 2 Nov 2026 08:00:00 +0100\r\nSubject: Hi\r\n\r\nHello`;
    await arrive(world, raw, { to: PUBLIC, stamp: FRESH });
    await runJobs(world);
    const to = world.sent[0]?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "hm").replace(ADA.address, "new@fresh.example"), {
      to,
      stamp: FRESH,
    });
    await moveTo(world, "2026-11-04T09:00:00Z");
    await moveTo(world, "2026-11-04T11:00:00Z");
    expect(await count(world, "users")).toBe(0);
    expect((await world.raw.list()).objects).toEqual([]);
    expect(await count(world, "seen")).toBe(0);
  });
});
