// What reviews of the website found once, each as a fixture: it must not come back.
import { describe, it } from "vitest";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import { INTERVIEW_TEXT, gmailForward } from "../support/mails.ts";
import { ADA, MONDAY, addAda, arriveAndSettle, count, moveTo, runJobs, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import { ORIGIN, signedIn, visitor } from "../support/visitor.ts";
import type { Visitor } from "../support/visitor.ts";

async function adaAtHome(): Promise<{ world: TestWorld; ada: Visitor }> {
  const world = testWorld(MONDAY);
  await addAda(world);
  return { world, ada: await signedIn(world, "ada") };
}

async function added(ada: Visitor, fields: Record<string, string> = {}): Promise<string> {
  return (await ada.post("/opportunities", { company: "Hooli", role: "Nurse", ...fields })).path;
}

/** An export with one opportunity, changed as the test wants it. */
function exported(history: readonly object[], id = "o1"): FormData {
  const form = new FormData();
  const opportunity = {
    id,
    company: "Acme",
    role: "Cook",
    agency: null,
    requisition: null,
    stage: "applied",
    outcome: null,
    contacts: [],
    interviews: [],
    goodThings: [],
    notes: [],
    followUps: [],
    history: [
      { happenedAt: "2026-10-20T09:00:00Z", kind: "added", company: "Acme", role: "Cook" },
      ...history,
    ],
  };
  form.set(
    "pasted",
    JSON.stringify({
      format: "callback-export",
      version: 1,
      exportedAt: MONDAY,
      historyDetail: "full",
      person: {},
      opportunities: [opportunity],
    }),
  );
  return form;
}

const stageOf = (world: TestWorld) =>
  world.db.prepare("SELECT stage FROM opportunities WHERE live = 1").first("stage");

describe("what a review found", () => {
  it("an emoji where a text is cut breaks no link, no letter and no later mail", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    await arriveAndSettle(world, interview);
    const id = await world.db.prepare("SELECT id FROM opportunities").first<string>("id");
    const cutAt = (most: number) => `${"x".repeat(most - 1)}😀 and more`;
    const page = await ada.post(`/opportunities/${id}`, {
      verb: "facts",
      company: cutAt(150),
      role: cutAt(150),
      agency: "",
      name: cutAt(150),
      address: "rae.lind@acme.example",
      title: "",
      deadline: "",
    });
    expect(page.status).toBe(200);
    expect((await ada.post(`/opportunities/${id}`, { verb: "good", value: cutAt(160) })).status).toBe(200);
    expect((await ada.post(`/opportunities/${id}`, { verb: "note", value: cutAt(1000) })).status).toBe(200);
    expect(
      (await ada.post("/import", exported([{ happenedAt: MONDAY, kind: "noted", text: "half \ud83d" }])))
        .status,
    ).toBe(200);
    await moveTo(world, "2026-11-09T07:30:00Z");
    expect(world.sent.at(-1)?.subject).toContain("Your week");
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT, subject: "Once more" }));
    expect(
      await world.db
        .prepare("SELECT count(*) AS n FROM inbound_messages WHERE state <> 'delivered'")
        .first("n"),
    ).toBe(0);
  });

  it("a hostile import is refused as a whole: nesting, impossible moments, days out of our time", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    let deep: unknown = 1;
    for (let depth = 0; depth < 1_500; depth += 1) deep = [deep];
    for (const event of [
      { kind: "noted", text: "x", more: deep },
      { kind: "interview-said", start: "9999-12-31" },
      { kind: "interview-said", start: "0000-01-01T10:00:00Z" },
      { kind: "interview-said", start: "2026-12-31T23:59:60Z" },
      { kind: "deadline-said", deadline: "9999-12-31" },
    ])
      expect(
        (await ada.post("/import", exported([{ happenedAt: MONDAY, ...event }]))).status,
        JSON.stringify(event).slice(0, 60),
      ).toBe(400);
    expect(await count(world, "touchpoints")).toBe(0);
    const path = await added(ada);
    for (const start of ["9999-12-30T10:00", "2026-11-10T25:99", "2026-02-30T10:00"])
      expect((await ada.post(path, { verb: "interview", start })).text, start).toContain(
        "Please give the day and the time",
      );
    expect((await ada.get("/board")).status).toBe(200);
  });

  it("an import finds again what it made, also after a new name, and after an undo", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    const note = { happenedAt: "2026-10-21T09:00:00Z", kind: "noted", text: "hello" };
    const page = await ada.post("/import", exported([note]));
    const id = await world.db.prepare("SELECT id FROM opportunities").first<string>("id");
    await ada.post(`/opportunities/${id}`, { verb: "facts", company: "Acme Two" });
    const before = await count(world, "touchpoints");
    expect((await ada.post("/import", exported([note]))).text).toContain("<li>1 were here just so</li>");
    expect(await count(world, "touchpoints")).toBe(before);
    await ada.undo(page);
    await ada.post("/import", exported([note]));
    expect(await world.db.prepare("SELECT count(*) AS n FROM opportunities WHERE live = 1").first("n")).toBe(
      1,
    );
  });

  it("contacts that mails named stay when the person names another, and keep an address that was not said", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    await arriveAndSettle(world, interview);
    const id = await world.db.prepare("SELECT id FROM opportunities").first<string>("id");
    const path = `/opportunities/${id}`;
    await ada.post(path, {
      verb: "facts",
      name: "Rae Lind",
      address: "rae.lind@acme.example",
      title: "Head of Talent",
    });
    await ada.post(path, { verb: "facts", name: "Bo Ek", address: "bo@acme.example", title: "" });
    const { results } = await world.db
      .prepare("SELECT name, address FROM contacts ORDER BY ordinal")
      .all<{ name: string; address: string | null }>();
    expect(results).toEqual([
      { name: "Bo Ek", address: "bo@acme.example" },
      { name: "Rae Lind", address: "rae.lind@acme.example" },
    ]);
    await ada.post(path, { verb: "facts", name: "Rae Lind", address: "", title: "" });
    expect((await ada.get(path)).text).toContain("To rae.lind@acme.example");
  });

  it("a deadline that the person sets holds without a mail, and against later mails about the same thing", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    const path = await added(ada);
    const page = await ada.post(path, { verb: "facts", deadline: "2026-11-20" });
    expect(page.text).toContain('value="2026-11-20"');
    const deadlines = async () =>
      (
        await world.db
          .prepare("SELECT id FROM follow_ups WHERE kind = 'deadline' ORDER BY id")
          .all<{ id: string }>()
      ).results.map((row) => row.id.slice(-10));
    expect(await deadlines()).toEqual(["2026-11-20"]);
    await ada.post(`${path}/forget`);
    const test = (subject: string, date: string) =>
      gmailForward({
        subject,
        date,
        text: "Hi Ada,\r\n\r\nplease complete our coding test for the Staff Engineer role at Acme by November 10.\r\n\r\nRae",
      });
    await arriveAndSettle(world, test("Your test", "Fri, Oct 30, 2026 at 4:12 PM"));
    const acme = await world.db.prepare("SELECT id FROM opportunities").first<string>("id");
    await ada.post(`/opportunities/${acme}`, { verb: "facts", deadline: "2026-11-25" });
    world.now = "2026-11-03T07:00:00Z";
    await arriveAndSettle(world, test("Reminder: your test", "Tue, Nov 3, 2026 at 4:12 AM"));
    expect(await deadlines()).toEqual(["2026-11-25"]);
  });

  it("opening again leads back to the stage before closing", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    for (const stage of ["offer", "lead", "talking"]) {
      const path = await added(ada, { company: stage, stage });
      await ada.post(path, { verb: "rejected" });
      await ada.post(path, { verb: "reopen" });
      expect(await stageOf(world)).toBe(stage);
      await ada.post(`${path}/forget`);
    }
  });

  it("two questions in one mail are two questions until both are answered", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    for (const role of ["Staff Engineer", "Data Lead"])
      await arriveAndSettle(
        world,
        gmailForward({ text: INTERVIEW_TEXT.replace("Staff Engineer", role), subject: `Interview: ${role}` }),
      );
    const attached = (subject: string, minute: number) =>
      [
        "--b",
        "Content-Type: message/rfc822",
        "",
        "From: Rae Lind <rae@acme.example>",
        `Subject: ${subject}`,
        `Date: Sat, 31 Oct 2026 09:0${minute}:00 +0100`,
        `Message-ID: <${minute}@acme.example>`,
        "",
        "Hi Ada,",
        "",
        "unfortunately we have decided not to move forward with your application at Acme.",
        "",
        "Rae Lind",
        "",
      ].join("\r\n");
    const inboundId = await arriveAndSettle(
      world,
      [
        `From: ${ADA.name} <${ADA.address}>`,
        `To: ${ADA.inbox}`,
        "Subject: Fwd: two",
        "Date: Mon, 2 Nov 2026 08:00:00 +0100",
        "Message-ID: <two@home.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b"',
        "",
        attached("One", 1) + attached("Two", 2),
        "--b--",
        "",
      ].join("\r\n"),
    );
    const reason = () =>
      world.db.prepare("SELECT reason FROM inbound_messages WHERE id = ?").bind(inboundId).first("reason");
    expect(await reason()).toBe("unclear");
    const { results } = await world.db
      .prepare("SELECT id FROM opportunities ORDER BY rowid")
      .all<{ id: string }>();
    await ada.post(`/questions/${inboundId}`, { at: "0", place: results[0]?.id ?? "" });
    expect(await reason()).toBe("unclear");
    const page = (await ada.get("/questions")).text;
    expect(page).toContain('name="at" value="1"');
    expect(page).not.toContain('name="at" value="0"');
    await ada.post(`/questions/${inboundId}`, { at: "1", place: results[1]?.id ?? "" });
    expect(await reason()).toBeNull();
    expect(
      await world.db.prepare("SELECT count(*) AS n FROM opportunities WHERE outcome = 'rejected'").first("n"),
    ).toBe(2);
  });

  it("a sign-in link dies with its address, and an unanswered sign-up is asked again", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    await world.db
      .prepare(
        "INSERT INTO addresses (address, user_id, kind, verified_at, created_at) VALUES ('old@work.example', 'ada', 'sender', ?1, ?1)",
      )
      .bind(MONDAY)
      .run();
    await visitor(world).post("/sign-in", { address: "old@work.example" });
    await runJobs(world);
    const link = /\/sign-in\/[a-z2-7]{26}/.exec(world.sent[0]?.text ?? "")?.[0] ?? "";
    await ada.post("/settings/addresses/remove", { address: "old@work.example" });
    expect((await visitor(world).post(link)).status).toBe(404);
    for (let times = 1; times <= 2; times += 1) {
      await visitor(world).post("/people", { address: "new@home.example", zone: "Europe/Berlin" });
      await runJobs(world);
      expect(world.sent.filter(({ to }) => to === "new@home.example")).toHaveLength(times);
    }
    const path = /\/confirm\/[a-z2-7]+/.exec(world.sent.at(-1)?.text ?? "")?.[0] ?? "";
    expect((await visitor(world).post(path)).path).toBe("/getting-started");
  });

  it("what was said waits for a page, undo is offered only for what it undoes, and nothing comes from elsewhere", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    const path = await added(ada);
    await ada.send(
      new Request(`${ORIGIN}${path}`, {
        method: "POST",
        headers: { origin: ORIGIN },
        body: new URLSearchParams({ verb: "rejected" }),
      }),
    );
    for (const other of [
      "/callback.vcf",
      "/export/callback.json",
      `${path}/interviews.ics`,
      "/getting-started/arrived",
    ])
      await ada.get(other);
    const page = await ada.get(path);
    expect(page.text).toContain("One process less");
    expect((await ada.post("/settings/calendar")).text).not.toContain("Undo this");
    expect((await ada.post(`${path}/forget`)).text).not.toContain("Undo this");
    const foreign = await ada.send(
      new Request(`${ORIGIN}/settings/calendar/off`, {
        method: "POST",
        headers: { origin: "https://evil.example", "content-type": "application/json" },
        body: "{}",
      }),
    );
    expect(foreign.status).toBe(403);
    const noForm = await ada.send(
      new Request(`${ORIGIN}/undo`, {
        method: "POST",
        headers: { origin: ORIGIN, "content-type": "application/json" },
        body: "{}",
      }),
    );
    expect(noForm.status).toBe(400);
    expect(await count(world, "opportunities")).toBe(0);
  });
});
