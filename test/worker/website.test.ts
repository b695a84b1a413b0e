// What a person does on the website: the same as by mail, with the same words.
import { describe, it } from "vitest";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import acknowledgement from "../fixtures/ada/02-outlook-en-acknowledgement.eml";
import nothing from "../fixtures/ada/11-gmail-en-nothing.eml";
import { INTERVIEW_TEXT, gmailForward, reply } from "../support/mails.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  count,
  moveTo,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import type { Touchpoint } from "../../src/opportunity/opportunity.ts";
import { signedIn } from "../support/visitor.ts";
import type { Visitor } from "../support/visitor.ts";

/** Ada a week after an interview at Acme: her first follow-up is due. */
async function adaAfterInterview(): Promise<{ world: TestWorld; ada: Visitor; path: string; id: string }> {
  const world = testWorld(MONDAY);
  await addAda(world);
  await arriveAndSettle(world, interview);
  await moveTo(world, "2026-11-09T07:30:00Z");
  const ada = await signedIn(world, "ada");
  const id = (await world.db.prepare("SELECT id FROM opportunities").first<string>("id")) ?? "";
  return { world, ada, path: `/opportunities/${id}`, id };
}

async function followUps(world: TestWorld): Promise<string[]> {
  const { results } = await world.db
    .prepare(
      "SELECT kind || ' ' || state || ' ' || due_on AS says FROM follow_ups WHERE kind LIKE '%follow-up' ORDER BY says",
    )
    .all<{ says: string }>();
  return results.map(({ says }) => says);
}

async function standing(world: TestWorld): Promise<string[]> {
  const { results } = await world.db
    .prepare(
      "SELECT coalesce(company, '') || ' ' || coalesce(outcome, stage) AS says FROM opportunities WHERE live = 1 ORDER BY says",
    )
    .all<{ says: string }>();
  return results.map(({ says }) => says);
}

describe("an order on a page", () => {
  it("finishes, puts off and skips a follow-up, says so, and can be taken back", async ({ expect }) => {
    const { world, ada, path, id } = await adaAfterInterview();
    const item = `${id}/first-follow-up/2026-11-02`;
    const sent = await ada.post(path, { verb: "done", item });
    expect(sent.text).toContain(
      "First follow-up, Staff Engineer at Acme: marked as sent. If no answer comes, the second and final one is planned for Mon 16 Nov.",
    );
    expect(await followUps(world)).toEqual([
      "first-follow-up done 2026-11-09",
      "second-follow-up open 2026-11-16",
    ]);
    // What was said is said once.
    expect((await ada.get(path)).text).not.toContain("marked as sent");
    const again = await ada.post(path, { verb: "done", item });
    expect(again.text).toContain("was so already");
    // Nothing changed: nothing is offered to be taken back.
    expect(again.text).not.toContain("Undo this");
    expect((await ada.undo(sent)).text).toContain("Taken back: your last change (Staff Engineer at Acme)");
    expect(await followUps(world)).toEqual(["first-follow-up open 2026-11-09"]);
    expect((await ada.post(path, { verb: "snooze", item, until: "2026-11-12" })).text).toContain(
      "comes back on Thu 12 Nov",
    );
    expect(await followUps(world)).toEqual(["first-follow-up open 2026-11-12"]);
    expect((await ada.post(path, { verb: "skip", item })).text).toContain("skipped");
    expect(await followUps(world)).toEqual(["first-follow-up skipped 2026-11-09"]);
  });

  it("does the same as the same order by mail", async ({ expect }) => {
    const byPage = await adaAfterInterview();
    await byPage.ada.post(byPage.path, { verb: "done", item: `${byPage.id}/first-follow-up/2026-11-02` });
    const page = [await followUps(byPage.world), await standing(byPage.world)];
    const { reset, applyD1Migrations } = await import("cloudflare:test");
    const { env } = await import("cloudflare:workers");
    await reset();
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
    const byMail = await adaAfterInterview();
    const to = byMail.world.sent.findLast(({ subject }) => subject.startsWith("Your week"))?.replyTo ?? "";
    await arriveAndSettle(byMail.world, reply(to, "done"), { to });
    expect([await followUps(byMail.world), await standing(byMail.world)]).toEqual(page);
  });

  it("closes in every way, and reopens", async ({ expect }) => {
    const { world, ada, path } = await adaAfterInterview();
    for (const [verb, outcome] of [
      ["close", "gone_quiet"],
      ["rejected", "rejected"],
      ["declined", "declined"],
      ["withdraw", "withdrawn"],
      ["accepted", "accepted"],
    ] as const) {
      const page = await ada.post(path, { verb });
      expect(await standing(world), verb).toEqual([`Acme ${outcome}`]);
      expect(page.text.includes("A line to them, if you like"), verb).toBe(verb === "withdraw");
    }
    expect((await ada.post(path, { verb: "reopen" })).text).toContain("open again");
    expect(await standing(world)).toEqual(["Acme interviewing"]);
  });

  it("keeps notes, the good thing and a reply that came another way", async ({ expect }) => {
    const { world, ada, path } = await adaAfterInterview();
    await ada.post(path, { verb: "note", value: "Ask about <the team>" });
    await ada.post(path, { verb: "good", value: "I liked the tour of the lab." });
    const page = (await ada.get(path)).text;
    expect(page).toContain("Ask about &lt;the team&gt;");
    expect(page).toContain("I especially enjoyed the tour of the lab");
    expect((await ada.post(path, { verb: "replied" })).text).toContain("nothing more is planned");
    expect(await followUps(world)).toEqual(["first-follow-up answered 2026-11-09"]);
    expect((await ada.post(path, { verb: "note", value: " " })).text).toContain("Please write a few words");
    expect((await ada.post(path, { verb: "delete-me" })).text).toContain("There is no such order");
  });

  it("puts in the time of an interview on the person's clock, calls it off, and notes that they did not come", async ({
    expect,
  }) => {
    const { world, ada, path } = await adaAfterInterview();
    const page = (await ada.post(path, { verb: "interview", start: "2026-11-12T10:30" })).text;
    expect(page).toContain("Thursday 12 November, 10:30");
    expect(page).toContain('data-until="2026-11-12T10:30:00+01:00"');
    expect((await ada.get("/board")).text).toContain("Coming up");
    const calendar = (await ada.get(`${path}/interviews.ics`)).text;
    expect(calendar).toContain("DTSTART:20261112T093000Z");
    // The letter of the evening before is due by the clock.
    await moveTo(world, "2026-11-11T16:00:00Z");
    expect(world.sent.at(-1)?.subject).toBe("Tomorrow, 10:30: interview, Staff Engineer at Acme");
    expect((await ada.post(path, { verb: "interview", off: "yes" })).text).toContain(
      "the interview is called off",
    );
    expect((await ada.post(path, { verb: "no-show" })).text).toContain("did not turn up on Mon 2 Nov");
    expect((await ada.post(path, { verb: "interview", start: "2026-02-31T10:30" })).text).toContain(
      "Please give the day and the time",
    );
  });

  it("puts facts right: the person's word outranks mails, earlier and later, and what they left alone stays", async ({
    expect,
  }) => {
    const { world, ada, path } = await adaAfterInterview();
    const known = {
      verb: "facts",
      company: "Acme",
      role: "Staff Engineer",
      agency: "",
      name: "Rae Lind",
      address: "rae.lind@acme.example",
      title: "Talent Partner",
      deadline: "",
    };
    const before = await count(world, "touchpoints");
    await ada.post(path, known);
    expect(await count(world, "touchpoints")).toBe(before);
    const said = {
      ...known,
      role: "Principal Engineer",
      agency: "Globex Talent",
      name: "Jo Park",
      address: "Jo@Acme.example",
      title: "",
    };
    const page = (await ada.post(path, said)).text;
    expect(page).toContain("Principal Engineer at Acme: put right.");
    expect(page).toContain("To jo@acme.example");
    expect(page).toContain("Hi Jo,");
    // A later mail that says otherwise changes none of it.
    await arriveAndSettle(
      world,
      gmailForward({ text: INTERVIEW_TEXT.replace("November 2 at", "November 30 at"), subject: "Once more" }),
    );
    const after = (await ada.get(path)).text;
    expect(after).toContain("Principal Engineer at Acme");
    expect(after).toContain("via Globex Talent");
    expect(after).toContain('value="jo@acme.example"');
    expect((await ada.post(path, { ...said, address: "no address" })).text).toContain(
      "Contact: Please give a mail address",
    );
  });

  it("sets and drops the day by which they want something", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({
        subject: "Your test",
        text: "Hi Ada,\r\n\r\nplease complete our coding test for the Staff Engineer role at Acme by November 10.\r\n\r\nRae",
      }),
    );
    const ada = await signedIn(world, "ada");
    const id = await world.db.prepare("SELECT id FROM opportunities").first<string>("id");
    const facts = { verb: "facts", name: "Rae Lind", address: "rae@acme.example" };
    const deadlines = async () =>
      (
        await world.db.prepare("SELECT id FROM follow_ups WHERE kind = 'deadline'").all<{ id: string }>()
      ).results.map((row) => row.id.slice(-10));
    expect(await deadlines()).toEqual(["2026-11-10"]);
    await ada.post(`/opportunities/${id}`, { ...facts, deadline: "2026-11-20" });
    expect(await deadlines()).toEqual(["2026-11-20"]);
    const dropped = await ada.post(`/opportunities/${id}`, { ...facts, deadline: "" });
    expect(await deadlines()).toEqual([]);
    await ada.undo(dropped);
    expect(await deadlines()).toEqual(["2026-11-20"]);
  });

  it("merges two, splits a message off, and corrects what a message is, by reading it again while it is kept", async ({
    expect,
  }) => {
    const { world, ada, path } = await adaAfterInterview();
    await arriveAndSettle(world, acknowledgement);
    expect(await count(world, "opportunities")).toBe(2);
    const other = await world.db
      .prepare("SELECT id FROM opportunities WHERE company <> 'Acme'")
      .first<string>("id");
    const merged = await ada.post(path, { verb: "merge", with: other ?? "" });
    expect(merged.text).toContain("one opportunity now");
    expect(await standing(world)).toHaveLength(1);
    // The page of the one that was merged leads to where it lives on.
    expect((await ada.get(`/opportunities/${other}`)).text).toContain("Staff Engineer");
    const home = merged.path;
    const message = await world.db
      .prepare("SELECT seq FROM touchpoints WHERE opportunity_id = ?")
      .bind(other)
      .first<number>("seq");
    const split = await ada.post(home, { verb: "message", message: String(message), place: "new" });
    expect(split.path).not.toBe(home);
    expect(await standing(world)).toHaveLength(2);
    const corrected = await ada.post(split.path, {
      verb: "message",
      message: String(message),
      kind: "rejection",
    });
    expect((await standing(world)).filter((says) => says.endsWith("rejected"))).toHaveLength(1);
    // What it taught about the sender goes with an undo.
    expect(await count(world, "corrections")).toBe(1);
    await ada.undo(corrected);
    expect(await count(world, "corrections")).toBe(0);
  });

  it("adds one by hand, once, with its stage, and forgets it for good", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const ada = await signedIn(world, "ada");
    const page = await ada.post("/opportunities", { company: "Hooli", role: "Nurse", stage: "talking" });
    expect(page.text).toContain("Nurse at Hooli");
    expect(await standing(world)).toEqual(["Hooli talking"]);
    expect((await ada.post("/opportunities", { company: "hooli", role: "nurse" })).text).toContain(
      "was so already",
    );
    expect((await ada.post("/opportunities", { company: "" })).text).toContain("Please give the company");
    expect((await ada.get(`${page.path}/forget`)).text).toContain("Forget Nurse at Hooli?");
    expect((await ada.post(`${page.path}/forget`)).text).toContain("forgotten");
    expect([await count(world, "opportunities"), await count(world, "touchpoints")]).toEqual([0, 0]);
  });

  it("is decided again when a mail changed the history at the same moment", async ({ expect }) => {
    const { world, ada, path } = await adaAfterInterview();
    let collided = 0;
    const db: D1Database = new Proxy(world.db, {
      get(target, name) {
        if (name !== "batch") return Reflect.get(target, name).bind(target);
        return async (statements: D1PreparedStatement[]) => {
          // Something is appended between the page's reading and its writing, once.
          if (statements.length > 8 && collided === 0) {
            collided = 1;
            await target
              .prepare(
                'INSERT INTO touchpoints SELECT user_id, (SELECT max(seq) + 1 FROM touchpoints), opportunity_id, \'noted\', happened_at, recorded_at, NULL, NULL, NULL, \'{"kind":"noted","text":"by mail"}\' FROM touchpoints LIMIT 1',
              )
              .run();
          }
          return target.batch(statements);
        };
      },
    });
    const busy = await signedIn({ ...world, db }, "ada");
    await busy.post(path, { verb: "note", value: "by page" });
    expect(collided).toBe(1);
    const page = (await ada.get(path)).text;
    expect(page).toContain("by page");
    expect(page).toContain("by mail");
  });
});

describe("a mail that could not be placed", () => {
  it("is answered by one click, and the answer counts as by mail", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const inboundId = await arriveAndSettle(world, nothing);
    const ada = await signedIn(world, "ada");
    expect((await ada.get("/board")).text).toContain("Questions (1)");
    expect((await ada.get("/questions")).text).toContain(`action="/questions/${inboundId}"`);
    const answered = await ada.post(`/questions/${inboundId}`, {
      kind: "interview",
      company: "Initech",
      role: "Tester",
    });
    expect(answered.text).toContain("Tester at Initech");
    expect(await standing(world)).toEqual(["Initech interviewing"]);
    expect((await ada.get("/questions")).text).toContain("Nothing waits for your word");
  });

  it("is set aside when it is not about a job", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const inboundId = await arriveAndSettle(world, nothing);
    const ada = await signedIn(world, "ada");
    expect((await ada.post(`/questions/${inboundId}`, { kind: "not-job" })).text).toContain(
      "Set aside: it is not about a job",
    );
    expect(await count(world, "opportunities")).toBe(0);
  });

  it("offers the opportunities that it may be about, and a new one", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    for (const role of ["Staff Engineer", "Data Lead"])
      await arriveAndSettle(
        world,
        gmailForward({ text: INTERVIEW_TEXT.replace("Staff Engineer", role), subject: `Interview: ${role}` }),
      );
    const inboundId = await arriveAndSettle(
      world,
      gmailForward({
        subject: "An update",
        date: "Sat, Oct 31, 2026 at 9:00 AM",
        text: "Hi Ada,\r\n\r\nunfortunately we have decided not to move forward with your application at Acme.\r\n\r\nRae Lind",
      }),
    );
    const ada = await signedIn(world, "ada");
    const page = (await ada.get("/questions")).text;
    expect(page).toContain("Which opportunity is it about?");
    const place = /name="place" value="([a-z2-7]{26})"[^>]*>\s*Data Lead at Acme/.exec(page)?.[1] ?? "";
    expect((await ada.post(`/questions/${inboundId}`, { place })).text).toContain("Data Lead at Acme");
    expect(await standing(world)).toEqual(["Acme interviewing", "Acme rejected"]);
  });
});

describe("getting started", () => {
  it("waits for a mail and tells what was understood, without a reload", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const ada = await signedIn(world, "ada");
    const page = (await ada.get("/getting-started")).text;
    const ask = /data-ask="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const look = async () => {
      const response = await ada.send(new Request(`http://localhost${ask}`));
      return { arrived: response.headers.get("arrived"), text: await response.text() };
    };
    expect(await look()).toMatchObject({
      arrived: "waiting",
      text: expect.stringContaining("Waiting for your mail") as string,
    });
    await arrive(world, interview);
    expect(await look()).toMatchObject({
      arrived: "waiting",
      text: expect.stringContaining("We are reading it") as string,
    });
    await runJobs(world);
    const done = await look();
    expect(done.arrived).toBe("done");
    expect(done.text).toContain("an interview invitation");
    expect(done.text).toContain("Staff Engineer at Acme");
    expect((await ada.get("/callback.vcf")).text).toContain(`EMAIL:${ADA.inbox}`);
  });
});

describe("a page", () => {
  it("takes at most two round trips to the database, an order too", async ({ expect }) => {
    const { world, path, id } = await adaAfterInterview();
    let trips = 0;
    const counted = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(one, name) {
          const value: unknown = Reflect.get(one, name);
          if (typeof value !== "function") return value;
          return (...given: unknown[]) => {
            if (["batch", "run", "all", "first", "raw", "exec"].includes(String(name))) trips += 1;
            const result: unknown = value.apply(one, given);
            return name === "prepare" || name === "bind" ? Object.assign(result as object, {}) : result;
          };
        },
      });
    const ada = await signedIn({ ...world, db: counted(world.db) }, "ada");
    for (const page of [
      "/board",
      path,
      "/questions",
      "/overview",
      "/settings",
      "/getting-started",
      "/import",
      "/delete",
      "/export/callback.json",
      "/callback.vcf",
    ]) {
      trips = 0;
      await ada.get(page);
      expect(trips, page).toBe(1);
    }
    trips = 0;
    await ada.send(
      new Request(`http://localhost${path}`, {
        method: "POST",
        headers: { origin: "http://localhost" },
        body: new URLSearchParams({ verb: "done", item: `${id}/first-follow-up/2026-11-02` }),
      }),
    );
    expect(trips).toBe(2);
  });

  it("filters and searches the board, and helps where there is nothing", async ({ expect }) => {
    const { world, ada } = await adaAfterInterview();
    await ada.post("/opportunities", { company: "Hooli", role: "Nurse" });
    await ada.post("/opportunities", { company: "Initech", role: "Cook" });
    const ids = await world.db
      .prepare("SELECT id, company FROM opportunities")
      .all<{ id: string; company: string }>();
    const initech = ids.results.find(({ company }) => company === "Initech")?.id;
    await ada.post(`/opportunities/${initech}`, { verb: "rejected" });
    const all = async (query: string) => {
      const response = await ada.send(new Request(`http://localhost/board${query}`));
      const text = await response.text();
      return ["Acme", "Hooli", "Initech"].filter((name) =>
        text.slice(text.indexOf('id="all"')).includes(`${name}: `),
      );
    };
    expect(await all("")).toEqual(["Acme", "Hooli"]);
    expect(await all("?show=due")).toEqual(["Acme"]);
    expect(await all("?show=waiting")).toEqual(["Hooli"]);
    expect(await all("?show=closed")).toEqual(["Initech"]);
    expect(await all("?q=NUR+hoo")).toEqual(["Hooli"]);
    expect(await all("?q=rae")).toEqual(["Acme"]);
    expect(await all("?q=nobody")).toEqual([]);
    const empty = testWorld();
    await addAda(empty, { id: "eve", address: "eve@home.example", inbox: "in-eve@callback.example" });
    expect((await (await signedIn(empty, "eve")).get("/board")).text).toContain("Nothing is here yet");
  });

  it("shows the same board whether words are loaded or not", async ({ expect }) => {
    const { world, ada } = await adaAfterInterview();
    for (const mail of [acknowledgement]) await arriveAndSettle(world, mail);
    const board = (await ada.get("/board")).text;
    const { loadHistory, loadBriefHistory, toBriefHistory, toHistory } =
      await import("../../src/store/opportunities.ts");
    const { replayAll } = await import("../../src/opportunity/opportunity.ts");
    const shown = (touchpoints: readonly Touchpoint[]) =>
      replayAll(touchpoints, ADA.zone).map(({ company, role, stage, steps, contacts, heard }) => ({
        company,
        role,
        stage,
        contacts,
        steps: steps.map(({ start, heldOn }) => [start, heldOn]),
        heard: heard.map(({ on, kind, reading }) => [on, kind, reading.deadline, reading.missing]),
      }));
    const full = (await loadHistory(world.db, "?", "ada").all()).results;
    const brief = (await loadBriefHistory(world.db, "?1", "ada").all()).results;
    expect(shown(toBriefHistory(brief))).toEqual(shown(toHistory(full)));
    expect(JSON.stringify(brief).length).toBeLessThan(JSON.stringify(full).length * 0.5);
    expect(board).toContain("Acme: Staff Engineer");
  });

  it("shows every mail's words as text", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const evil = INTERVIEW_TEXT.replace("Jo Park", '<img src=x onerror="alert(1)">Jo').replace(
      "on Zoom",
      "at javascript:alert(1) on Zoom",
    );
    await arriveAndSettle(world, gmailForward({ text: evil, subject: "<script>alert(1)</script>" }));
    const ada = await signedIn(world, "ada");
    const id = await world.db.prepare("SELECT id FROM opportunities").first<string>("id");
    for (const page of ["/board", `/opportunities/${id}`, "/overview", "/questions"]) {
      const { text } = await ada.get(page);
      expect(text, page).not.toMatch(/<script>|<img|href="javascript/);
    }
  });
});
