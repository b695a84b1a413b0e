// Letters by the clock between digests: the evening before, the morning after, a deadline's own day; and when digests leave.
import { describe, it } from "vitest";
import assessment from "../fixtures/ada/04-attached-en-assessment.eml";
import { gmailForward, reply } from "../support/mails.ts";
import { ADA, addAda, arriveAndSettle, count, moveTo, perform, testWorld, wake } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const TUESDAY = "2026-11-03T09:00:00Z";

/** An invitation for Thursday 12 November, 15:00 in New York, which is 21:00 in Berlin. */
const INVITATION = gmailForward({
  subject: "Interview",
  date: "Tue, Nov 3, 2026 at 9:30 AM",
  text: "Hi Ada,\r\n\r\nwe would like to invite you to an interview for the Staff Engineer position at Acme. You would be speaking with Jo Park on Thursday, November 12 at 3:00 PM ET on Zoom: https://zoom.us/j/123\r\n\r\nBest regards,\r\nRae Lind",
});

async function invited(): Promise<TestWorld> {
  const world = testWorld(TUESDAY);
  await addAda(world);
  await arriveAndSettle(world, INVITATION);
  return world;
}

/** The cron, every quarter of an hour, until then. */
async function runUntil(world: TestWorld, end: string): Promise<void> {
  for (let at = Date.parse(world.now); at < Date.parse(end);) {
    const next = await world.db.prepare("SELECT min(next_wake_at) AS at FROM users").first<string>("at");
    at = Math.min(Date.parse(end), Math.max(at + 900_000, Date.parse(next ?? end)));
    await moveTo(world, new Date(Math.ceil(at / 900_000) * 900_000).toISOString().replace(".000Z", "Z"));
  }
}

const subjects = (world: TestWorld) => world.sent.map(({ subject }) => subject);

describe("letters by the clock", () => {
  it("leave at 17:00 the evening before, with both clocks, the link, whom to look up, and the calendar file", async ({
    expect,
  }) => {
    const world = await invited();
    await runUntil(world, "2026-11-11T15:45:00Z");
    expect(subjects(world).some((subject) => subject.startsWith("Tomorrow"))).toBe(false);
    await moveTo(world, "2026-11-11T16:00:00Z");
    const evening = world.sent.at(-1);
    expect(evening?.subject).toBe("Tomorrow, 21:00: interview, Staff Engineer at Acme");
    expect(evening?.text).toContain(
      "Thursday 12 November, 21:00 your time (Europe/Berlin); Thu 12 Nov, 15:00 in America/New_York",
    );
    expect(evening?.text).toContain("Open the meeting link: https://zoom.us/j/123");
    expect(evening?.text).toContain("Jo Park. Look up: https://duckduckgo.com/?q=%22Jo%20Park%22%20Acme");
    expect(evening?.attachments).toMatchObject([{ name: "interview.ics" }]);
    expect(evening?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    await moveTo(world, "2026-11-11T16:15:00Z");
    expect(subjects(world).filter((subject) => subject.startsWith("Tomorrow")).length).toBe(1);
  });

  it("do not leave for an invitation that came after that hour: its receipt says it all", async ({
    expect,
  }) => {
    const world = testWorld("2026-11-11T17:00:00Z");
    await addAda(world);
    await arriveAndSettle(world, INVITATION);
    await runUntil(world, "2026-11-12T19:00:00Z");
    expect(subjects(world)).toEqual(["Re: Fwd: Interview"]);
  });

  it("do not leave after the interview has begun: an outage makes them pointless", async ({ expect }) => {
    const world = await invited();
    await moveTo(world, "2026-11-12T20:30:00Z");
    expect(subjects(world).some((subject) => subject.startsWith("Tomorrow"))).toBe(false);
  });

  it("ask one question the morning after, and the answer stands in the drafts", async ({ expect }) => {
    const world = await invited();
    await runUntil(world, "2026-11-13T08:15:00Z");
    const morning = world.sent.at(-1);
    expect(morning?.subject).toBe("One good thing from Thu 12 Nov: Staff Engineer at Acme");
    expect(morning?.text).toContain("could follow “I especially enjoyed …”");
    expect(morning?.text).toContain("1. Thank the interviewers: Staff Engineer at Acme");
    const to = morning?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "The way they explained the roadmap"), { to });
    expect(world.sent.at(-1)?.text).toContain("“the way they explained the roadmap”");
    expect(world.sent.at(-1)?.text).toContain("I especially enjoyed the way they explained the roadmap");
    await runUntil(world, "2026-11-23T07:15:00Z");
    const digest = world.sent.findLast(({ subject }) => subject.startsWith("Your week"));
    expect(digest?.text).toContain("I especially enjoyed the way they explained the roadmap");
    expect(digest?.text).not.toContain("Better in your own words");
  });

  it("do not ask when they have written since", async ({ expect }) => {
    const world = await invited();
    await moveTo(world, "2026-11-12T21:30:00Z");
    await arriveAndSettle(
      world,
      gmailForward({
        date: "Thu, Nov 12, 2026 at 10:20 PM",
        text: "Hi Ada, thank you for the interview. Unfortunately we have decided to move forward with other candidates for the Staff Engineer position at Acme.\r\n\r\nRae Lind",
      }),
    );
    await runUntil(world, "2026-11-14T08:15:00Z");
    expect(subjects(world).some((subject) => subject.startsWith("One good thing"))).toBe(false);
  });

  it("tell a deadline on its own day, once, while it is open", async ({ expect }) => {
    const world = testWorld("2026-11-09T08:00:00Z");
    await addAda(world);
    await arriveAndSettle(world, assessment);
    await runUntil(world, "2026-11-18T09:00:00Z");
    const due = world.sent.filter(({ subject }) => subject.startsWith("Due today"));
    expect(due.map(({ subject }) => subject)).toEqual(["Due today: Backend Engineer at Northwind"]);
    const to = due[0]?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "done"), { to });
    expect(world.sent.at(-1)?.text).toContain("marked as handed in");
  });

  it("rest while paused, and by one click; receipts go on", async ({ expect }) => {
    const world = await invited();
    const to = world.sent.at(-1)?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "pause"), { to });
    const before = world.sent.length;
    await runUntil(world, "2026-11-24T09:00:00Z");
    expect(world.sent.length).toBe(before);
    await arriveAndSettle(world, gmailForward({ text: "Just a thought.", subject: "Hello" }));
    expect(world.sent.length).toBe(before + 1);
  });
});

describe("when digests leave", () => {
  it("is the person's own hour on both sides of a change of clocks", async ({ expect }) => {
    // New York leaves summer time on 1 November, Berlin did on 25 October.
    const world = testWorld("2026-10-20T09:00:00Z");
    await addAda(world, { zone: "America/New_York" });
    await world.db.prepare("UPDATE users SET empty_digest = 1").run();
    await runUntil(world, "2026-11-10T09:00:00Z");
    const { results } = await world.db
      .prepare("SELECT prepared_at FROM digests ORDER BY prepared_at")
      .all<{ prepared_at: string }>();
    expect(results.map(({ prepared_at: at }) => at)).toEqual([
      "2026-10-26T12:00:00Z",
      "2026-11-02T13:00:00Z",
      "2026-11-09T13:00:00Z",
    ]);
    expect(world.sent.at(-1)?.subject).toBe("Your week: nothing new (Mon 9 Nov)");
  });

  it("comes back to summer time in spring, and gives an hour that does not exist the next one", async ({
    expect,
  }) => {
    const world = testWorld("2027-03-22T12:00:00Z");
    await addAda(world);
    await world.db
      .prepare(
        "UPDATE users SET empty_digest = 1, digest_weekday = 7, digest_hour = 2, next_digest_at = ?1, next_wake_at = ?1",
      )
      .bind("2027-03-28T01:00:00Z")
      .run();
    await runUntil(world, "2027-04-05T09:00:00Z");
    const { results } = await world.db
      .prepare("SELECT prepared_at FROM digests ORDER BY prepared_at")
      .all<{ prepared_at: string }>();
    expect(results.map(({ prepared_at: at }) => at)).toEqual([
      "2027-03-28T01:00:00Z",
      "2027-04-04T00:00:00Z",
    ]);
  });

  it("is every day when wanted, never twice on one, and skipped when there is nothing", async ({
    expect,
  }) => {
    const world = await invited();
    const to = world.sent.at(-1)?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "daily"), { to });
    await runUntil(world, "2026-11-06T08:00:00Z");
    const { results } = await world.db
      .prepare("SELECT covers_on FROM digests ORDER BY covers_on")
      .all<{ covers_on: string }>();
    expect(results.map(({ covers_on: on }) => on)).toEqual(["2026-11-04", "2026-11-05", "2026-11-06"]);
  });

  it("holds a deadline that passes before the next digest", async ({ expect }) => {
    const world = testWorld("2026-11-14T08:00:00Z");
    await addAda(world);
    await arriveAndSettle(world, assessment);
    await runUntil(world, "2026-11-16T07:15:00Z");
    expect(world.sent.at(-1)?.text).toContain("1. Mind the deadline: Backend Engineer at Northwind");
  });
});

describe("forwards by the dozen", () => {
  it("share one receipt beyond five in ten minutes", async ({ expect }) => {
    const world = testWorld(TUESDAY);
    await addAda(world);
    for (let at = 0; at < 9; at += 1)
      await arriveAndSettle(
        world,
        gmailForward({
          from: `Pat Moss <pat@firm${at}.example>`,
          subject: `Your application ${at}`,
          date: `Mon, Nov 2, 2026 at ${at + 1}:00 PM`,
          text: `Hi Ada, thank you for applying. We have received your application for the Engineer position at Firm${at} and will review it.`,
        }),
      );
    expect(world.sent.length).toBe(5);
    await runUntil(world, "2026-11-03T09:30:00Z");
    expect(world.sent.length).toBe(6);
    expect(world.sent.at(-1)?.subject).toBe("Read: 4 of your mails");
    expect(world.sent.at(-1)?.text).toContain(
      "Engineer at Firm8: a confirmation that your application arrived",
    );
    await runUntil(world, "2026-11-03T12:00:00Z");
    expect(world.sent.length).toBe(6);
    expect(await count(world, "opportunities")).toBe(9);
    expect(world.sent.every(({ to }) => to === ADA.address)).toBe(true);
  });
});

describe("a Monday morning with many people", () => {
  it("wakes every one of them once, a thousand at a time, longest overdue first", async ({ expect }) => {
    const world = testWorld("2026-11-09T07:15:00Z");
    const people = Array.from({ length: 2_050 }, (_, at) => ({
      id: `person-${String(at).padStart(4, "0")}`,
      at: at % 2 === 0 ? "2026-11-09T07:00:00Z" : "2026-11-09T06:00:00Z",
    }));
    await world.db
      .prepare(
        `INSERT INTO users (id, zone, next_digest_at, next_wake_at, created_at)
         SELECT value ->> 'id', 'UTC', value ->> 'at', value ->> 'at', value ->> 'at' FROM json_each(?)`,
      )
      .bind(JSON.stringify(people))
      .run();
    await wake(world);
    const woken: string[] = [];
    let pages = 1;
    for (let job = world.queued.shift(); job; job = world.queued.shift())
      if (job.verb === "prepare") woken.push(job.userId);
      else {
        pages += 1;
        await perform(world, job);
      }
    expect(pages).toBe(3);
    expect(woken.length).toBe(2_050);
    expect(new Set(woken).size).toBe(2_050);
    expect(woken.slice(0, 2)).toEqual(["person-0001", "person-0003"]);
    const plan = await world.db
      .prepare(
        "EXPLAIN QUERY PLAN SELECT id FROM users WHERE next_wake_at <= ?1 AND (next_wake_at, id) > (?2, ?3) ORDER BY next_wake_at, id LIMIT 5",
      )
      .bind("x", "", "")
      .all<{ detail: string }>();
    expect(plan.results.map(({ detail }) => detail).join()).toMatch(/USING (?:COVERING )?INDEX users_due/);
    expect(plan.results.map(({ detail }) => detail).join()).not.toContain("TEMP B-TREE");
  });
});
