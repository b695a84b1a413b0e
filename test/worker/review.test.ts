// What we are not sure about is asked, the answer decides, and is remembered for that sender (PRODUCT sections 3 and 4).
import { describe, it } from "vitest";
import { gmailForward, reply } from "../support/mails.ts";
import { MONDAY, addAda, arriveAndSettle, count, inboundRow, moveTo, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const VAGUE = "Hello Ada,\n\nabout Thursday and the other thing: as we said.\n\nJo";

type Row = { company: string | null; role: string | null; stage: string; live: number };

async function opportunities(world: TestWorld): Promise<Row[]> {
  const { results } = await world.db
    .prepare("SELECT company, role, stage, live FROM opportunities ORDER BY live DESC, company, role")
    .all<Row>();
  return results;
}

async function answer(world: TestWorld, text: string): Promise<string> {
  const to = world.sent.at(-1)?.replyTo ?? "";
  await arriveAndSettle(world, reply(to, text), { to });
  return world.sent.at(-1)?.text ?? "";
}

const received = (company: string, role: string, from: string, day = 1) =>
  gmailForward({
    from,
    subject: `Your application: ${role}`,
    text: `Dear Ada,\n\nThank you for applying. We have received your application for the position of ${role} at ${company} and will review it.\n\nKind regards\n${company} Careers`,
    date: `Sun, Nov ${day}, 2026 at 7:00 AM`,
  });

describe("a mail that is not sure", () => {
  const vague = () => gmailForward({ from: "Jo Park <jo@acme.example>", subject: "Thursday", text: VAGUE });

  it("changes nothing, is asked about, and is recorded as the person says", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    const id = await arriveAndSettle(world, vague());
    expect(await inboundRow(world, id)).toMatchObject({ state: "delivered", reason: "unsure" });
    expect(await count(world, "touchpoints")).toBe(0);
    expect(world.sent.at(-1)?.text).toContain("What is it?");
    const said = await answer(world, "it's an interview\ncompany: Acme\nrole: Staff Engineer");
    expect(said).toContain("STAFF ENGINEER AT ACME");
    expect(await opportunities(world)).toEqual([
      { company: "Acme", role: "Staff Engineer", stage: "interviewing", live: 1 },
    ]);
    expect(await inboundRow(world, id)).toMatchObject({ reason: null });
  });

  it("is set aside when the person says that it is not about a job", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    const id = await arriveAndSettle(world, vague());
    expect(await answer(world, "not a job")).toContain("set aside");
    expect(await count(world, "touchpoints")).toBe(0);
    expect(await inboundRow(world, id)).toMatchObject({ reason: null });
    // The same sender, as little clear: set aside without a question.
    const next = await arriveAndSettle(
      world,
      gmailForward({
        from: "Jo Park <jo@acme.example>",
        subject: "Friday",
        text: "Hello Ada,\n\nabout Friday, as said, and the key.\n\nJo",
        date: "Tue, Nov 3, 2026 at 9:00 AM",
      }),
    );
    expect(await inboundRow(world, next)).toMatchObject({ state: "delivered", reason: null });
  });

  it("waits in every digest until it is answered, there too", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    const id = await arriveAndSettle(world, vague());
    for (const monday of ["2026-11-09T07:30:00Z", "2026-11-16T07:30:00Z"]) {
      await moveTo(world, monday);
      expect(world.sent.at(-1)?.text).toContain("1: “Fwd: Thursday”");
    }
    await answer(world, "1 rejection\n1 company: Acme");
    expect(await opportunities(world)).toMatchObject([{ company: "Acme", stage: "closed" }]);
    expect(await inboundRow(world, id)).toMatchObject({ reason: null });
    await moveTo(world, "2026-11-23T07:30:00Z");
    expect(world.sent.at(-1)?.text).not.toContain("COULD NOT PLACE");
  });

  it("is forgotten after 30 days, and the answer then asks for it again", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, vague());
    const to = world.sent.at(-1)?.replyTo ?? "";
    await moveTo(world, "2026-12-03T07:30:00Z");
    await arriveAndSettle(world, reply(to, "interview"), { to });
    expect(world.sent.at(-1)?.text).toContain("forward it once more");
    expect(await count(world, "touchpoints")).toBe(0);
  });
});

describe("a correction", () => {
  it("changes a mail that was recorded, and the state with it", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, received("Acme", "Staff Engineer", "Rae Lind <rae@acme.example>"));
    expect(await opportunities(world)).toMatchObject([{ stage: "applied" }]);
    await answer(world, "rejection");
    expect(await opportunities(world)).toMatchObject([{ company: "Acme", stage: "closed" }]);
    expect(await count(world, "touchpoints")).toBe(2);
  });

  it("takes away what was about no opportunity, and keeps its rows", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, received("Acme", "Staff Engineer", "Rae Lind <rae@acme.example>"));
    expect(await answer(world, "not a job")).toContain("set aside");
    expect(await opportunities(world)).toMatchObject([{ company: "Acme", live: 0 }]);
    await moveTo(world, "2026-11-09T07:30:00Z");
    expect(world.sent.at(-1)?.text ?? "").not.toContain("STAFF ENGINEER");
  });

  it("of the company outranks what later mails say, and is remembered for the sender", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, received("Acme Talent Hub", "Staff Engineer", "Jobs <jobs@acme.example>"));
    expect(await opportunities(world)).toMatchObject([{ company: "Acme Talent Hub" }]);
    await answer(world, "company: Acme Works");
    expect(await opportunities(world)).toMatchObject([{ company: "Acme Works" }]);
    await arriveAndSettle(
      world,
      received("Acme Talent Hub", "Data Engineer", "Jobs <other@acme.example>", 3),
    );
    expect(await opportunities(world)).toMatchObject([
      { company: "Acme Works", role: "Data Engineer" },
      { company: "Acme Works", role: "Staff Engineer" },
    ]);
  });

  it("of one person teaches nothing about another's mail", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, received("Acme Talent Hub", "Staff Engineer", "Jobs <jobs@acme.example>"));
    await answer(world, "company: Acme Works");
    const other = {
      id: "bea",
      name: "Bea",
      address: "bea@house.example",
      inbox: "in-bea@in.callback.example",
    };
    await addAda(world, other);
    await arriveAndSettle(
      world,
      received("Acme Talent Hub", "Data Engineer", "Jobs <jobs@acme.example>").replace(
        "ada@home.example",
        "bea@house.example",
      ),
      { to: other.inbox, stamp: "dmarc=pass header.from=house.example" },
    );
    const row = await world.db
      .prepare("SELECT company FROM opportunities WHERE user_id = 'bea'")
      .first<string>("company");
    expect(row).toBe("Acme Talent Hub");
  });

  it("above a forward counts for that forward", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({
        comment: "company: Acme\nrole: Staff Engineer\ninterview",
        from: "Jo Park <jo@acme.example>",
        subject: "Thursday",
        text: VAGUE,
      }),
    );
    expect(await opportunities(world)).toMatchObject([
      { company: "Acme", role: "Staff Engineer", stage: "interviewing" },
    ]);
  });

  it("above a forward is not obeyed when nobody proved to be the person", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({
        comment: "company: Evil\ninterview",
        from: "Jo Park <jo@acme.example>",
        subject: "Thursday",
        text: VAGUE,
      }),
      { stamp: "dmarc=fail header.from=home.example" },
    );
    expect(await opportunities(world)).toEqual([]);
  });
});

describe("a mail that fits several opportunities", () => {
  async function twoRoles(): Promise<TestWorld> {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, received("Acme", "Staff Engineer", "Rae Lind <rae@acme.example>", 1));
    await arriveAndSettle(world, received("Acme", "Product Manager", "Rae Lind <rae@acme.example>", 2));
    world.now = "2026-11-06T07:00:00Z";
    await arriveAndSettle(
      world,
      gmailForward({
        from: "Rae Lind <rae@acme.example>",
        subject: "Your application at Acme",
        text: "Dear Ada,\n\nWe would like to invite you to an interview at Acme. Please let me know when you have time next week.\n\nKind regards\nRae Lind\nAcme",
        date: "Thu, Nov 5, 2026 at 9:00 AM",
      }),
    );
    return world;
  }

  it("is asked about with the choices, and goes where the number says", async ({ expect }) => {
    const world = await twoRoles();
    const asked = world.sent.at(-1)?.text ?? "";
    expect(asked).toContain("1: Product Manager at Acme");
    expect(asked).toContain("2: Staff Engineer at Acme");
    expect(asked).toContain("3: a new opportunity");
    expect(await count(world, "touchpoints")).toBe(2);
    await answer(world, "2");
    expect(await opportunities(world)).toMatchObject([
      { role: "Product Manager", stage: "applied" },
      { role: "Staff Engineer", stage: "interviewing" },
    ]);
  });

  it("opens a new one when the person says so", async ({ expect }) => {
    const world = await twoRoles();
    await answer(world, "new");
    expect((await opportunities(world)).map(({ stage }) => stage).toSorted()).toEqual([
      "applied",
      "applied",
      "interviewing",
    ]);
  });
});

describe("merging and splitting", () => {
  it("makes two one, keeps every row, and lets old letters' numbers stand", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    const held = (company: string, from: string, day: number) =>
      gmailForward({
        from,
        subject: "Interview",
        text: `Dear Ada,\n\nWe would like to invite you to an interview for the position of Staff Engineer at ${company} on Tuesday, 3 November at ${day + 9}:00 CET.\n\nKind regards\nJo Park\n${company}`,
        date: `Sun, Nov ${day}, 2026 at 9:00 AM`,
      });
    await arriveAndSettle(world, held("Acme", "Jo Park <jo@acme.example>", 1));
    await arriveAndSettle(world, held("Northwind", "Jo Park <jo@northwind.example>", 2));
    await moveTo(world, "2026-11-16T07:30:00Z");
    const digest = world.sent.at(-1)?.replyTo ?? "";
    await arriveAndSettle(world, reply(digest, "merge 1 and 2"), { to: digest });
    expect(world.sent.at(-1)?.text).toContain("one opportunity now");
    expect(await opportunities(world)).toMatchObject([
      { company: "Acme", live: 1 },
      { company: "Northwind", live: 0 },
    ]);
    expect(await count(world, "touchpoints")).toBe(3);
    // Two talks on one day are one round: one first follow-up, whichever of the old numbers is answered.
    await arriveAndSettle(world, reply(digest, "done 2"), { to: digest });
    const { results } = await world.db
      .prepare(
        "SELECT state, ordinal FROM follow_ups JOIN opportunities ON opportunities.id = opportunity_id WHERE live = 1 AND ordinal IS NOT NULL ORDER BY ordinal",
      )
      .all();
    expect(results).toEqual([
      { state: "done", ordinal: 1 },
      { state: "open", ordinal: 2 },
    ]);
  });

  it("puts a mail that was matched wrongly into an opportunity of its own", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, received("Acme", "Staff Engineer", "Rae Lind <rae@acme.example>"));
    await arriveAndSettle(
      world,
      gmailForward({
        from: "Rae Lind <rae@acme.example>",
        subject: "Interview",
        text: "Dear Ada,\n\nWe would like to invite you to an interview at Acme. Please let me know when you have time next week.\n\nKind regards\nRae Lind\nAcme",
        date: "Tue, Nov 3, 2026 at 9:00 AM",
      }),
    );
    expect(await opportunities(world)).toMatchObject([{ stage: "interviewing" }]);
    await answer(world, "new\nrole: Product Manager");
    expect(await opportunities(world)).toMatchObject([
      { role: "Product Manager", stage: "interviewing" },
      { role: "Staff Engineer", stage: "applied" },
    ]);
    expect(await count(world, "touchpoints")).toBe(4);
  });
});
