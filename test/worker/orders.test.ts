// Every order by mail: what it changes, what the answer says, and that it can be taken back.
import { describe, it } from "vitest";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import { INTERVIEW_TEXT, gmailForward, reply } from "../support/mails.ts";
import { MONDAY, addAda, arriveAndSettle, moveTo, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const NEXT_MONDAY = "2026-11-09T07:30:00Z";

/** Interviews at Globex and Acme were held; the digest a week later numbers their first follow-ups 1 (Globex) and 2 (Acme). */
async function atDigest(): Promise<{ world: TestWorld; to: string }> {
  const world = testWorld(MONDAY);
  await addAda(world);
  await arriveAndSettle(world, interview);
  const globex = INTERVIEW_TEXT.replaceAll("Acme", "Globex")
    .replaceAll("Staff Engineer", "Data Lead")
    .replace("Jo Park", "Kim Osei")
    .replace("Rae Lind", "Lin Abel");
  await arriveAndSettle(
    world,
    gmailForward({ text: globex, from: "Lin Abel <lin@globex.example>", subject: "Talk" }),
  );
  await moveTo(world, NEXT_MONDAY);
  const digest = world.sent.findLast(({ subject }) => subject.startsWith("Your week"));
  return { world, to: digest?.replyTo ?? "" };
}

/** Says it, and gives what we answered. */
async function say(world: TestWorld, to: string, text: string): Promise<string> {
  const before = world.sent.length;
  await arriveAndSettle(world, reply(to, text), { to });
  return world.sent.slice(before).at(-1)?.text ?? "";
}

async function stages(world: TestWorld): Promise<Record<string, string>> {
  const { results } = await world.db
    .prepare("SELECT company, stage, outcome FROM opportunities WHERE live = 1 ORDER BY company")
    .all<{ company: string; stage: string; outcome: string | null }>();
  return Object.fromEntries(results.map(({ company, stage, outcome }) => [company, outcome ?? stage]));
}

async function openFollowUps(world: TestWorld): Promise<string[]> {
  const { results } = await world.db
    .prepare(
      "SELECT company || ' ' || kind || ' ' || due_on AS says FROM follow_ups JOIN opportunities ON opportunities.id = opportunity_id WHERE state = 'open' AND kind <> 'confirm-details' ORDER BY says",
    )
    .all<{ says: string }>();
  return results.map(({ says }) => says);
}

const BOTH_OPEN = ["Acme first-follow-up 2026-11-09", "Globex first-follow-up 2026-11-09"];

describe("an order by mail", () => {
  it("closes by name, by number, and in the person's own outcome", async ({ expect }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "close Acme")).toContain("Staff Engineer at Acme: closed");
    expect(await stages(world)).toEqual({ Acme: "gone_quiet", Globex: "interviewing" });
    expect(await say(world, to, "reopen Acme")).toContain("open again");
    expect(await stages(world)).toEqual({ Acme: "interviewing", Globex: "interviewing" });
    expect(await say(world, to, "accepted 1")).toContain("Congratulations");
    expect(await say(world, to, "rejected Acme")).toContain("closed");
    expect(await stages(world)).toEqual({ Acme: "rejected", Globex: "accepted" });
    expect(await openFollowUps(world)).toEqual([]);
  });

  it("withdraws, with the line to send", async ({ expect }) => {
    const { world, to } = await atDigest();
    const answer = await say(world, to, "withdraw 1");
    expect(answer).toContain("withdrawn, and closed");
    expect(answer).toContain("I would like to withdraw from the Data Lead role at Globex");
    expect(answer).toContain("mailto:lin@globex.example");
  });

  it("keeps what the person ended closed, whatever the employer still sends", async ({ expect }) => {
    const { world, to } = await atDigest();
    await say(world, to, "declined Acme");
    await arriveAndSettle(
      world,
      gmailForward({
        text: INTERVIEW_TEXT.replace("Monday, November 2 at 3:00 PM", "Friday, November 13 at 3:00 PM"),
        date: "Mon, Nov 9, 2026 at 10:00 AM",
        subject: "Another round",
      }),
    );
    expect(await stages(world)).toMatchObject({ Acme: "declined" });
  });

  it("notes that they answered another way: nothing more is planned until they write", async ({ expect }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "they replied 2")).toContain("they answered");
    expect(await openFollowUps(world)).toEqual(["Globex first-follow-up 2026-11-09"]);
  });

  it("takes back the last word within seven days, also the second follow-up that it planned", async ({
    expect,
  }) => {
    const { world, to } = await atDigest();
    await say(world, to, "done 1 and 2");
    expect(await openFollowUps(world)).toEqual([
      "Acme second-follow-up 2026-11-16",
      "Globex second-follow-up 2026-11-16",
    ]);
    const answer = await say(world, to, "undo");
    expect(answer).toContain("Taken back: your last 2 changes");
    expect(await openFollowUps(world)).toEqual(BOTH_OPEN);
    expect(await say(world, to, "undo")).toContain("nothing was changed in the last seven days");
  });

  it("takes back what the answered letter confirmed, not what came later", async ({ expect }) => {
    const { world, to } = await atDigest();
    await say(world, to, "done 1");
    const confirmed = world.sent.at(-1)?.replyTo ?? "";
    await say(world, to, "skip 2");
    await say(world, confirmed, "undo");
    expect(await openFollowUps(world)).toEqual([
      "Acme move-on 2026-11-16",
      "Globex first-follow-up 2026-11-09",
    ]);
  });

  it("takes nothing back after a week", async ({ expect }) => {
    const { world, to } = await atDigest();
    await say(world, to, "done 1");
    world.now = "2026-11-16T09:00:00Z";
    expect(await say(world, to, "undo")).toContain("nothing was changed in the last seven days");
  });

  it("takes back a merge: both live on by themselves", async ({ expect }) => {
    const { world, to } = await atDigest();
    await say(world, to, "merge 1 and 2");
    expect(Object.keys(await stages(world)).length).toBe(1);
    await say(world, to, "undo");
    expect(await stages(world)).toEqual({ Acme: "interviewing", Globex: "interviewing" });
    expect(await openFollowUps(world)).toEqual(BOTH_OPEN);
  });

  it("adds an opportunity without a mail, once; the mail that comes finds it", async ({ expect }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "add Initech, Engineering Manager")).toContain(
      "Engineering Manager at Initech: added as applied",
    );
    expect(await say(world, to, "add Initech, Engineering Manager")).toContain("nothing changed");
    expect(await stages(world)).toMatchObject({ Initech: "applied" });
    await arriveAndSettle(
      world,
      gmailForward({
        from: "Pat Moss <pat@initech.example>",
        subject: "Engineering Manager at Initech",
        date: "Mon, Nov 9, 2026 at 9:00 AM",
        text: "Hi Ada,\r\n\r\nthank you for applying. We have received your application for the Engineering Manager position at Initech and will review it.\r\n\r\nPat Moss",
      }),
    );
    expect(Object.keys(await stages(world))).toEqual(["Acme", "Globex", "Initech"]);
  });

  it("uses a good thing in the next draft", async ({ expect }) => {
    const { world, to } = await atDigest();
    const answer = await say(world, to, "good 2: I liked the tour of the lab.");
    expect(answer).toContain("“the tour of the lab”");
    expect(answer).toContain("I especially enjoyed the tour of the lab, and I remain very interested");
  });

  it("keeps a note, and shows it on the list of what is known", async ({ expect }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "note 1: they use Rust")).toContain("Data Lead at Globex: noted");
    const stored = await world.db
      .prepare("SELECT event FROM touchpoints WHERE kind = 'noted'")
      .first<string>("event");
    expect(stored).toContain("they use Rust");
  });

  it("sets the time of an interview, sends it as a calendar file, and asks about a day that cannot be", async ({
    expect,
  }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "interview 2: Thu 12 Nov 15:00")).toContain("interview on Thu 12 Nov, 15:00");
    expect(world.sent.at(-1)?.attachments).toMatchObject([{ name: "interview.ics" }]);
    expect(await say(world, to, "interview 2: Fri 12 Nov 15:00")).toContain(
      "that weekday is not on that date",
    );
    expect(await say(world, to, "interview 2: cancelled")).toContain("called off");
    expect(world.sent.at(-1)?.attachments[0]?.text).toContain("METHOD:CANCEL");
  });

  it("notes a no-show: no round was held, and a calm line asks for another time", async ({ expect }) => {
    const { world, to } = await atDigest();
    const answer = await say(world, to, "no show 2");
    expect(answer).toContain("did not turn up on Mon 2 Nov");
    expect(answer).toContain("Which other time would suit you?");
    expect(await openFollowUps(world)).toEqual(["Globex first-follow-up 2026-11-09"]);
  });

  it("answers why, with the words of the mails; lists everything with numbers that work; and helps", async ({
    expect,
  }) => {
    const { world, to } = await atDigest();
    const why = await say(world, to, "why 2");
    expect(why).toContain("One friendly question shows interest");
    expect(why).toContain("invite you to an interview");
    const list = await say(world, to, "list");
    expect(list).toContain("3: Staff Engineer at Acme: First follow-up (Mon 9 Nov)");
    const listReply = world.sent.at(-1)?.replyTo ?? "";
    expect(await say(world, listReply, "close 4")).toContain("Data Lead at Globex: closed");
    expect(await say(world, to, "help")).toContain("“snooze 2 a week”");
  });

  it("does what it understood and says the rest back, in one letter", async ({ expect }) => {
    const { world, to } = await atDigest();
    const before = world.sent.length;
    const answer = await say(
      world,
      to,
      "done 1, snooze 2 until Friday\nflibbertigibbet\nclose Hooli\nThanks!",
    );
    expect(world.sent.length).toBe(before + 1);
    expect(answer).toContain("First follow-up, Data Lead at Globex: marked as sent");
    expect(answer).toContain("comes back on Fri 13 Nov");
    expect(answer).toMatch(
      /did not understand:[\s\S]*close Hooli: no opportunity has that name[\s\S]*flibbertigibbet/,
    );
  });

  it("asks which one when a name fits several", async ({ expect }) => {
    const { world, to } = await atDigest();
    await say(world, to, "add Acme, Data Scientist");
    const answer = await say(world, to, "close Acme");
    expect(answer).toMatch(
      /Which one do you mean\?[\s\S]*3: Staff Engineer at Acme[\s\S]*4: Data Scientist at Acme/,
    );
    const listReply = world.sent.at(-1)?.replyTo ?? "";
    expect(await say(world, listReply, "close 4")).toContain("Data Scientist at Acme: closed");
  });

  it("takes a name as a name: two of them, but no word that happens to stand in one", async ({ expect }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "close one")).toContain("did not understand");
    expect(await say(world, to, "close lead")).toContain("no opportunity has that name");
    expect(await say(world, to, "close Acme and Globex")).toMatch(/Acme: closed[\s\S]*Globex: closed/);
  });

  it("answers nothing to a mere thanks", async ({ expect }) => {
    const { world, to } = await atDigest();
    const before = world.sent.length;
    await arriveAndSettle(world, reply(to, "Thank you so much!"), { to });
    expect(world.sent.length).toBe(before);
  });

  it("says so when a letter to the employer came to us, with the link that sends it", async ({ expect }) => {
    const { world, to } = await atDigest();
    const answer = await say(
      world,
      to,
      "Hi Rae,\n\nthank you again for the conversation on Monday. I enjoyed speaking with Jo and remain very interested.\n\nAda",
    );
    expect(answer).toContain("reads like a letter to Rae Lind");
    expect(answer).toMatch(/mailto:rae\.lind@acme\.example\?subject=Re%3A.*thank%20you%20again/);
    expect(await openFollowUps(world)).toEqual(BOTH_OPEN);
  });

  it("understands the common ones in other languages", async ({ expect }) => {
    const { world, to } = await atDigest();
    expect(await say(world, to, "erledigt 1\nverschieben 2 bis Freitag")).toMatch(
      /marked as sent[\s\S]*comes back on Fri 13 Nov/,
    );
    expect(await say(world, to, "annuler")).toContain("Taken back");
  });

  it("sets how often digests leave, on which clock, and whether at all", async ({ expect }) => {
    const { world, to } = await atDigest();
    const next = () => world.db.prepare("SELECT next_digest_at FROM users").first("next_digest_at");
    expect(await say(world, to, "daily")).toContain("The next one: Tue 10 Nov, 08:00");
    expect(await next()).toBe("2026-11-10T07:00:00Z");
    expect(await say(world, to, "zone: America/New_York")).toContain("on the clock of America/New_York");
    expect(await next()).toBe("2026-11-09T13:00:00Z");
    await say(world, to, "weekly");
    expect(await next()).toBe("2026-11-09T13:00:00Z");
    expect(await say(world, to, "pause")).toContain("Reply “resume”");
    const sent = world.sent.length;
    await moveTo(world, "2026-11-24T07:30:00Z");
    expect(world.sent.length).toBe(sent);
    expect(await say(world, to, "resume")).toContain("The next one: Mon 30 Nov, 08:00");
  });
});

describe("orders above a forward", () => {
  const above = async (comment: string, from?: string) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({ text: INTERVIEW_TEXT, comment }, from === undefined ? {} : { from }),
    );
    return world;
  };

  it("are about that very mail, and the receipt says what they did", async ({ expect }) => {
    const world = await above("FYI, they called first\nnote: Rae was friendly\ninterview: Tue 3 Nov 11:00");
    expect(world.sent[0]?.text).toMatch(/Staff Engineer at Acme: noted[\s\S]*interview on Tue 3 Nov, 11:00/);
    expect(world.sent[0]?.attachments.at(-1)?.text).toContain("DTSTART:20261103T100000Z");
  });

  it("can end it", async ({ expect }) => {
    const world = await above("declined");
    expect(world.sent[0]?.text).toContain("declined, and closed");
    expect(await stages(world)).toEqual({ Acme: "declined" });
  });

  it("have no numbers, name no other opportunity, set nothing, and are nobody else's", async ({ expect }) => {
    for (const comment of [
      "done 1",
      "close Globex",
      "pause",
      "delete me",
      "merge 1 and 2",
      "add Hooli, SRE",
    ]) {
      const world = await above(comment);
      expect(world.sent.length, comment).toBe(1);
      expect(await stages(world), comment).toEqual({ Acme: "interviewing" });
      await world.db.prepare("DELETE FROM users").run();
    }
    const stranger = await above("declined", "Eve <eve@evil.example>");
    expect(await stages(stranger)).toEqual({ Acme: "interviewing" });
  });
});
