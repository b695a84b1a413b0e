// Three weeks with Ada: her mails arrive at their own times, the digests leave on Mondays, she answers in her own words.
import { describe, it } from "vitest";
import { addSeconds } from "../../src/calendar.ts";
import { readMessage } from "../../src/mail/message.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import acknowledgement from "../fixtures/ada/02-outlook-en-acknowledgement.eml";
import outreach from "../fixtures/ada/03-apple-en-outreach.eml";
import assessment from "../fixtures/ada/04-attached-en-assessment.eml";
import newsletter from "../fixtures/ada/05-gmail-en-newsletter.eml";
import invite from "../fixtures/ada/06-rule-en-interview-invite.eml";
import reschedule from "../fixtures/ada/07-apple-en-reschedule.eml";
import rejection from "../fixtures/ada/08-gmail-en-rejection.eml";
import outOfOffice from "../fixtures/ada/09-rule-en-out-of-office.eml";
import delay from "../fixtures/ada/10-outlook-en-delay.eml";
import nothing from "../fixtures/ada/11-gmail-en-nothing.eml";
import { reply } from "../support/mails.ts";
import { addAda, arriveAndSettle, countedIds, moveTo, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

/** Mails at their own times, a minute after they were written. */
async function arriveInTime(world: TestWorld, mails: readonly Uint8Array[]): Promise<void> {
  for (const raw of mails) {
    const { date } = await readMessage(raw);
    await moveTo(world, addSeconds(date ?? world.now, 60));
    await arriveAndSettle(world, raw);
  }
}

/** The letters as a person reads them. */
function asRead(world: TestWorld): string {
  return world.sent.map(({ subject, text }) => `# ${subject}\n\n${text}`).join("\n");
}

async function opportunities(world: TestWorld): Promise<unknown[]> {
  const { results } = await world.db
    .prepare("SELECT company, role, stage, outcome FROM opportunities ORDER BY company")
    .all();
  return results;
}

describe("three weeks with Ada", () => {
  it("go from forwards to receipts, digests, a done, and a second follow-up", async ({ expect }) => {
    const world = testWorld("2026-11-02T07:00:00Z", { newId: countedIds() });
    await addAda(world);

    // Week one: an interview, a confirmation, an outreach, a task, and a newsletter by mistake.
    await arriveInTime(world, [interview, acknowledgement, outreach, assessment, newsletter]);
    expect(await opportunities(world)).toEqual([
      { company: "Acme", role: "Staff Engineer", stage: "interviewing", outcome: null },
      { company: "Globex", role: "Data Platform Lead", stage: "applied", outcome: null },
      { company: "Initech", role: "Engineering Manager", stage: "lead", outcome: null },
      { company: "Northwind", role: "Backend Engineer", stage: "interviewing", outcome: null },
    ]);

    // Monday: the digest with the first follow-up; she sends it and says so.
    await moveTo(world, "2026-11-09T07:15:00Z");
    const monday = world.sent.at(-1);
    expect(monday?.subject).toBe("Your week: 1 to do (Mon 9 Nov)");
    expect(monday?.text).toContain("1. First follow-up: Staff Engineer at Acme");
    const to = monday?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "done"), { to });
    expect(world.sent.at(-1)?.text).toContain("the second and final one is planned for Mon 16 Nov");

    // Week two: an invitation by a rule, moved three days later.
    await arriveInTime(world, [invite, reschedule]);
    const held = await world.db
      .prepare(
        "SELECT due_on FROM follow_ups JOIN opportunities ON opportunities.id = opportunity_id WHERE company = 'Globex' AND ordinal = 1",
      )
      .first("due_on");
    expect(held).toBe("2026-11-26");

    // Monday: done since last time, the second and final follow-up, the deadline of the task, the interview ahead.
    await moveTo(world, "2026-11-16T07:15:00Z");
    const secondMonday = world.sent.at(-1);
    expect(secondMonday?.text).toMatch(
      /COMING UP[\s\S]*Thu 19 Nov, 14:00[\s\S]*DO NOW[\s\S]*1\. Mind the deadline[\s\S]*2\. Second and final follow-up[\s\S]*DONE SINCE LAST TIME[\s\S]*First follow-up/,
    );

    // Week three: an out-of-office, a refusal, "still deciding", and a note with nothing in it.
    await arriveInTime(world, [outOfOffice, rejection, delay, nothing]);
    expect(await opportunities(world)).toMatchObject([
      { company: "Acme" },
      { company: "Globex", stage: "interviewing" },
      { company: "Initech" },
      { company: "Northwind", stage: "closed", outcome: "rejected" },
    ]);

    await moveTo(world, "2026-11-23T07:15:00Z");
    expect(world.sent.at(-1)?.text).toMatch(
      /WAITING[\s\S]*They said you will hear by Fri 27 Nov[\s\S]*COULD NOT PLACE[\s\S]*1 automatic mail was set aside/,
    );

    // Nothing left twice, nothing is stuck, nobody but Ada got a letter.
    const stuck = await world.db
      .prepare("SELECT count(*) AS n FROM inbound_messages WHERE state NOT IN ('delivered', 'ignored')")
      .first("n");
    expect(stuck).toBe(0);
    expect(new Set(world.sent.map(({ id }) => id)).size).toBe(world.sent.length);
    expect(new Set(world.sent.map(({ to: address }) => address))).toEqual(new Set(["ada@home.example"]));
    await expect(asRead(world)).toMatchFileSnapshot("../golden/letters/three-weeks.txt");
    await expect(secondMonday?.html ?? "").toMatchFileSnapshot("../golden/letters/digest.html");
  });
});
