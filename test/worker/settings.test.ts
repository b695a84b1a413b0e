// Settings, addresses, the calendar feed; taking data along, bringing it, and deleting everything.
import Ajv from "ajv/dist/2020.js";
import { describe, it } from "vitest";
import { EXPORT_SCHEMA } from "../../src/letters/export-schema.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import acknowledgement from "../fixtures/ada/02-outlook-en-acknowledgement.eml";
import newsletter from "../fixtures/ada/05-gmail-en-newsletter.eml";
import { gmailForward, reply } from "../support/mails.ts";
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
import { signedIn } from "../support/visitor.ts";
import type { Visitor } from "../support/visitor.ts";

const FORM = {
  every: "week",
  weekday: "1",
  hour: "8",
  zone: "Europe/Berlin",
  receipts: "always",
  evening: "yes",
  thankYou: "yes",
  waitDays: "7",
  tone: "plain",
  holidays: "",
  language: "",
  name: ADA.name,
};

async function adaAtHome(): Promise<{ world: TestWorld; ada: Visitor }> {
  const world = testWorld(MONDAY);
  await addAda(world);
  return { world, ada: await signedIn(world, "ada") };
}

describe("settings", () => {
  it("are kept, and the next digest is told", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    const changed = {
      ...FORM,
      every: "day",
      hour: "17",
      zone: "America/New_York",
      waitDays: "10",
      tone: "formal",
      holidays: "US",
      language: "de",
      receipts: "when-needed",
      emptyDigest: "yes",
      name: "Ada B.",
    };
    const page = (await ada.post("/settings", { ...changed, evening: "", thankYou: "" })).text;
    expect(page).toContain("Saved. The next digest: Monday 2 November, 17:00.");
    expect(page).toContain("Next digest: Monday 2 November, 17:00");
    expect(
      await world.db
        .prepare(
          "SELECT digest_every, digest_hour, zone, wait_days, tone, holidays, language, receipts, evening, thank_you, empty_digest, name, paused_at FROM users",
        )
        .first(),
    ).toEqual({
      digest_every: "day",
      digest_hour: 17,
      zone: "America/New_York",
      wait_days: 10,
      tone: "formal",
      holidays: "US",
      language: "de",
      receipts: "when-needed",
      evening: 0,
      thank_you: 0,
      empty_digest: 1,
      name: "Ada B.",
      paused_at: null,
    });
    await ada.post("/settings", { ...FORM, every: "paused" });
    expect((await ada.get("/settings")).text).toContain(
      "Digests and reminders are paused since Monday 2 November",
    );
    await ada.post("/settings", FORM);
    expect(
      await world.db.prepare("SELECT paused_at, holidays, language, digest_every FROM users").first(),
    ).toEqual({ paused_at: null, holidays: null, language: null, digest_every: "week" });
  });

  it("say what is wrong and change nothing", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    for (const [wrong, says] of [
      [{ waitDays: "3" }, "7 to 14 days"],
      [{ waitDays: "7.5" }, "7 to 14 days"],
      [{ hour: "24" }, "Something was missing"],
      [{ weekday: "0" }, "Something was missing"],
      [{ tone: "rude" }, "Something was missing"],
    ] as const)
      expect((await ada.post("/settings", { ...FORM, hour: "9", ...wrong })).text).toContain(says);
    expect(await world.db.prepare("SELECT digest_hour FROM users").first("digest_hour")).toBe(8);
  });

  it("keep everything else when the time zone is none, and write a known one as it is written", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    expect((await ada.post("/settings", { ...FORM, hour: "9", zone: "Berlin" })).text).toContain(
      "“Berlin” is no time zone that we know; yours stays Europe/Berlin.",
    );
    await ada.post("/settings", { ...FORM, hour: "9", zone: "europe/lisbon" });
    expect(await world.db.prepare("SELECT digest_hour, zone FROM users").first()).toEqual({
      digest_hour: 9,
      zone: "Europe/Lisbon",
    });
  });

  it("do not skip a digest that is due this very moment", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    await arriveAndSettle(world, interview);
    world.now = "2026-11-09T07:05:00Z";
    await ada.post("/settings", { ...FORM, tone: "formal" });
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(world.sent.at(-1)?.subject).toContain("Your week: 1 to do");
  });

  it("reach the letters: no evening before, no needless receipt, drafts in another language", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    await ada.post("/settings", { ...FORM, evening: "", receipts: "when-needed", language: "de" });
    // Nothing to do and nothing to answer: no receipt.
    await arriveAndSettle(world, acknowledgement);
    expect(world.sent).toEqual([]);
    await arriveAndSettle(world, interview);
    expect(world.sent.map(({ subject }) => subject)).toEqual([
      "Re: Fwd: Interview for the Staff Engineer position",
    ]);
    expect(world.sent[0]?.text).toMatch(/Hallo|Liebe|Guten Tag/);
    const id = await world.db
      .prepare("SELECT id FROM opportunities WHERE company = 'Acme' AND stage = 'interviewing'")
      .first<string>("id");
    await ada.post(`/opportunities/${id}`, { verb: "interview", start: "2026-11-05T10:00" });
    await moveTo(world, "2026-11-04T16:30:00Z");
    expect(world.sent.filter(({ subject }) => subject.startsWith("Tomorrow"))).toEqual([]);
  });
});

describe("addresses", () => {
  it("are added by a button in their own mailbox, and then count as the person's", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    expect((await ada.post("/settings/addresses", { address: "Ada@work.example" })).text).toContain(
      "If ada@work.example is free, a letter with a link is on its way",
    );
    await runJobs(world);
    expect(world.sent).toMatchObject([{ to: "ada@work.example", subject: "Is this one of your addresses?" }]);
    expect(await count(world, "addresses")).toBe(2);
    const path = /\/confirm\/[a-z2-7]+/.exec(world.sent[0]?.text ?? "")?.[0] ?? "";
    expect((await ada.get(path)).text).toContain("Is this address yours?");
    expect(await count(world, "addresses")).toBe(2);
    expect((await ada.post(path)).text).toContain("ada@work.example is yours now");
    expect((await ada.get("/settings")).text).toContain("Remove ada@work.example");
    expect((await ada.post("/settings/addresses/remove", { address: ADA.address })).text).toContain(
      `${ADA.address} is removed`,
    );
    expect((await ada.post("/settings/addresses/remove", { address: "ada@work.example" })).text).toContain(
      "That one stays",
    );
    // Removing never touches the secret address.
    await ada.post("/settings/addresses/remove", { address: ADA.inbox });
    expect(await count(world, "addresses")).toBe(2);
  });

  it("of somebody else are not asked, and never taken", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    await addAda(world, { id: "eve", address: "eve@home.example", inbox: "in-eve@callback.example" });
    for (const address of ["eve@home.example", "in-eve@callback.example"])
      expect((await ada.post("/settings/addresses", { address })).text).toContain(`If ${address} is free`);
    expect(await count(world, "outbox")).toBe(0);
    // Asked while it was free, taken by somebody since.
    await ada.post("/settings/addresses", { address: "new@home.example" });
    await runJobs(world);
    await addAda(world, { id: "new", address: "new@home.example", inbox: "in-new@callback.example" });
    const path = /\/confirm\/[a-z2-7]+/.exec(world.sent[0]?.text ?? "")?.[0] ?? "";
    expect((await ada.post(path)).text).toContain("belongs to somebody already");
    expect(
      await world.db
        .prepare("SELECT user_id FROM addresses WHERE address = 'new@home.example'")
        .first("user_id"),
    ).toBe("new");
  });
});

describe("the secret address", () => {
  it("can be replaced: the old one works for seven more days, or until it is ended", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    const page = (await ada.post("/settings/inbox")).text;
    expect(page).toContain("The old one works until Monday 9 November");
    await runJobs(world);
    const inbox = /in-[a-z2-7]{26}@callback\.example/.exec(world.sent[0]?.text ?? "")?.[0] ?? "";
    expect(world.sent[0]).toMatchObject({ to: ADA.address, subject: "Your new Callback address" });
    expect((await arrive(world, interview)).is).toBe("accepted");
    expect((await arrive(world, newsletter, { to: inbox })).is).toBe("accepted");
    await runJobs(world);
    world.now = "2026-11-09T06:59:59Z";
    expect((await arrive(world, gmailForward({ text: "hello" }))).is).toBe("accepted");
    world.now = "2026-11-09T07:00:00Z";
    expect((await arrive(world, gmailForward({ text: "hello again" }))).is).toBe("rejected");
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(await count(world, "addresses")).toBe(2);
    // Once more, and ended at once.
    await ada.post("/settings/inbox");
    expect((await ada.post("/settings/inbox/end", { address: inbox })).text).toContain(
      "does not work any more",
    );
    expect((await arrive(world, gmailForward({ text: "too late" }), { to: inbox })).is).toBe("rejected");
    const current = await world.db
      .prepare("SELECT address FROM addresses WHERE kind = 'inbox'")
      .first<string>("address");
    expect((await ada.post("/settings/inbox/end", { address: current ?? "" })).text).toContain(
      "There is no such old address",
    );
    expect(await count(world, "addresses")).toBe(2);
  });
});

describe("the calendar feed", () => {
  it("shows interviews to whoever has its link, until it is replaced or switched off", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    await arriveAndSettle(world, interview);
    const linkIn = (text: string) => /\/calendar\/[^"<\s]+\.ics/.exec(text)?.[0] ?? "";
    expect(linkIn((await ada.get("/settings")).text)).toBe("");
    const link = linkIn((await ada.post("/settings/calendar")).text);
    const { visitor } = await import("../support/visitor.ts");
    const anybody = visitor(world);
    const feed = await anybody.get(link);
    expect(feed.status).toBe(200);
    expect(feed.text).toContain("SUMMARY:Interview: Staff Engineer at Acme");
    expect((await anybody.get(link.replace("ada.", "eve."))).status).toBe(404);
    expect((await anybody.get("/calendar/x.ics")).status).toBe(404);
    const second = linkIn((await ada.post("/settings/calendar")).text);
    expect(second).not.toBe(link);
    expect([(await anybody.get(link)).status, (await anybody.get(second)).status]).toEqual([404, 200]);
    await ada.post("/settings/calendar/off");
    expect((await anybody.get(second)).status).toBe(404);
  });
});

/** A history with everything in it: read, said, done, merged, split, corrected, undone. */
async function adaWithHistory(): Promise<{ world: TestWorld; ada: Visitor }> {
  const { world, ada } = await adaAtHome();
  await arriveAndSettle(world, interview);
  await arriveAndSettle(world, acknowledgement);
  await moveTo(world, "2026-11-09T07:30:00Z");
  const to = world.sent.findLast(({ subject }) => subject.startsWith("Your week"))?.replyTo ?? "";
  await arriveAndSettle(
    world,
    reply(to, "done 1\nadd Hooli, Nurse\nadd Initech, Cook\nclose Initech\nnote Acme: nice people"),
    { to },
  );
  const { results } = await world.db
    .prepare("SELECT id, company FROM opportunities")
    .all<{ id: string; company: string }>();
  const idOf = (company: string) => results.find((one) => one.company === company)?.id ?? "";
  await ada.post(`/opportunities/${idOf("Acme")}`, { verb: "good", value: "the tour" });
  world.now = "2026-11-09T08:00:00Z";
  await ada.post(`/opportunities/${idOf("Hooli")}`, {
    verb: "facts",
    role: "Head Nurse",
    name: "Sam Roe",
    address: "sam@hooli.example",
  });
  world.now = "2026-11-09T08:01:00Z";
  await ada.undo(
    await ada.post(`/opportunities/${idOf("Hooli")}`, { verb: "note", value: "a note that is taken back" }),
  );
  return { world, ada };
}

function fileOf(text: string, name: string): FormData {
  const form = new FormData();
  form.set("file", new File([text], name));
  return form;
}

/** What matters of an export, without what belongs to one installation. */
function contentOf(json: string) {
  const { opportunities } = JSON.parse(json) as {
    opportunities: {
      company: string;
      followUps: unknown;
      history: { happenedAt: string; kind: string }[];
      [name: string]: unknown;
    }[];
  };
  return opportunities
    .map(({ history, ...one }) => ({
      ...one,
      id: "",
      history: history
        .map(({ happenedAt, kind }) => `${happenedAt} ${kind}`)
        .filter((line) => !line.endsWith("undone")),
    }))
    .toSorted((a, b) => a.company.localeCompare(b.company));
}

describe("an export", () => {
  it("fits its published schema, by a second opinion too, and imports elsewhere as the same search", async ({
    expect,
  }) => {
    const { world, ada } = await adaWithHistory();
    const json = (await ada.get("/export/callback.json")).text;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(EXPORT_SCHEMA);
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.parse((await ada.get("/export.schema.json")).text)).toEqual(EXPORT_SCHEMA);
    await addAda(world, { id: "eve", address: "eve@home.example", inbox: "in-eve@callback.example" });
    const eve = await signedIn(world, "eve");
    expect((await eve.post("/import", fileOf(json, "callback.json"))).text).toContain("<li>4 new</li>");
    const theirs = (await eve.get("/export/callback.json")).text;
    expect(contentOf(theirs)).toEqual(contentOf(json));
    // The same mail, forwarded by hand to the new place, is known.
    const before = await count(world, "touchpoints");
    await arriveAndSettle(world, interview, {
      to: "in-eve@callback.example",
      stamp: "dmarc=pass header.from=home.example",
    });
    expect(await count(world, "touchpoints")).toBe(before);
    expect((await ada.get("/export/callback.csv")).text).toContain("Acme");
    expect((await ada.get("/export/callback.ics")).text).toContain("BEGIN:VEVENT");
  });

  it("imported where it came from, or twice, changes nothing", async ({ expect }) => {
    const { world, ada } = await adaWithHistory();
    const json = (await ada.get("/export/callback.json")).text;
    const before = await count(world, "touchpoints");
    for (let times = 0; times < 2; times += 1)
      expect((await ada.post("/import", fileOf(json, "callback.json"))).text).toContain(
        "<li>4 were here just so</li>",
      );
    expect(await count(world, "touchpoints")).toBe(before);
    expect((await ada.get("/export/callback.json")).text).toBe(json);
  });

  it("that is broken gives a clear error and changes nothing", async ({ expect }) => {
    const { world, ada } = await adaWithHistory();
    const good = JSON.parse((await ada.get("/export/callback.json")).text) as {
      historyDetail: string;
      opportunities: { id: string; history: Record<string, unknown>[] }[];
    };
    const broken = (change: (file: typeof good) => void) => {
      const file = structuredClone(good);
      for (const one of file.opportunities) one.id = `other-${one.id}`;
      change(file);
      return JSON.stringify(file);
    };
    const withEvent = (event: Record<string, unknown>) =>
      broken((file) => file.opportunities[0]?.history.push({ happenedAt: "2026-11-01T10:00:00Z", ...event }));
    const before = await count(world, "touchpoints");
    for (const [text, says] of [
      ["{", "This is not JSON"],
      ["[]", "does not look like an export"],
      ["{}", "does not look like an export"],
      ['{"__proto__":{"format":"callback-export"}}', "does not look like an export"],
      [broken((file) => (file.historyDetail = "brief")), "was shortened"],
      [withEvent({ kind: "closed", outcome: "exploded" }), "does not look like an export"],
      [
        withEvent({ kind: "follow-up-snoozed", followUpId: "x/y/z", until: "2026-02-31" }),
        "does not look like an export",
      ],
      [withEvent({ kind: "interview-said", start: "tomorrow" }), "does not look like an export"],
      [withEvent({ kind: "no-such-kind" }), "does not look like an export"],
      [
        broken((file) =>
          file.opportunities[0]?.history.push({ happenedAt: "2026-13-01T10:00:00Z", kind: "reopened" }),
        ),
        "does not look like an export",
      ],
      ["", "Please choose a file"],
    ] as const) {
      const page = await ada.post("/import", fileOf(text, "callback.json"));
      expect(page.status, text.slice(0, 40)).toBe(400);
      expect(page.text, text.slice(0, 40)).toContain(says);
    }
    expect(await count(world, "touchpoints")).toBe(before);
    expect((await ada.get("/board")).status).toBe(200);
  });
});

describe("a table", () => {
  it("brings applications along, with the headings and dates that people use, once", async ({ expect }) => {
    const { world, ada } = await adaAtHome();
    const table = [
      "\uFEFFUnternehmen;Stelle;Beworben am;Status;Ansprechpartner;E-Mail;Notizen",
      "Hooli;Nurse;28.10.2026;beworben;Sam Roe;sam@hooli.example;called twice",
      '"Acme, Inc.";Cook;3.9.2026;Absage;;;',
      ";Nobody;1.1.2026;;;;",
      "Initech;Baker;32.13.2026;Interview;;;",
      "hooli;NURSE;;;;;",
      "=HYPERLINK(1);x;;;;;",
    ].join("\r\n");
    const page = await ada.post("/import", fileOf(table, "list.csv"));
    expect(page.text).toContain("<li>4 new</li>");
    expect(page.text).toContain("<li>1 were here just so</li>");
    expect(page.text).toContain("Line 4: no company.");
    expect(page.text).toContain("Line 5: “32.13.2026” is no day up to today");
    const { results } = await world.db
      .prepare(
        `SELECT company || ' ' || coalesce(outcome, stage) || ' ' || (SELECT min(happened_at) FROM touchpoints WHERE opportunity_id = opportunities.id) AS says FROM opportunities ORDER BY says`,
      )
      .all<{ says: string }>();
    expect(results.map(({ says }) => says)).toEqual([
      "=HYPERLINK(1) applied 2026-11-02T07:00:00Z",
      "Acme, Inc. rejected 2026-09-03T10:00:00Z",
      "Hooli applied 2026-10-28T11:00:00Z",
      "Initech interviewing 2026-11-02T07:00:00Z",
    ]);
    const board = (await ada.get("/board")).text;
    expect(board).toContain("Quiet for 5 days");
    const id = await world.db
      .prepare("SELECT id FROM opportunities WHERE company = 'Hooli'")
      .first<string>("id");
    const one = (await ada.get(`/opportunities/${id}`)).text;
    expect(one).toContain("called twice");
    expect(one).toContain('value="sam@hooli.example"');
    expect((await ada.post("/import", fileOf(table, "list.csv"))).text).toContain("<li>0 new</li>");
    expect((await ada.post("/import", fileOf("a,b\n1,2", "list.csv"))).text).toContain(
      "one of them the company",
    );
    // Everything that a table brought can be taken back at once.
    await ada.undo(page);
    expect(await world.db.prepare("SELECT count(*) AS n FROM opportunities WHERE live = 1").first("n")).toBe(
      0,
    );
  });

  it("reads 3/11 as the person's country does, and by the column where it tells", async ({ expect }) => {
    const happened = async (zone: string, ...dates: string[]) => {
      const { readTable, importTable } = await import("../../src/desk/import-table.ts");
      const { openHistory } = await import("../../src/desk/history.ts");
      const { findPerson } = await import("../../src/store/people.ts");
      const world = testWorld("2026-11-20T12:00:00Z");
      const person = await findPerson(world.db, "ada");
      if (!person) throw new Error("Ada is not there");
      const history = openHistory({ ...person, zone }, [], world.now);
      const table = readTable(["company,date", ...dates.map((date, at) => `C${at},${date}`)].join("\n"));
      if (typeof table === "string") throw new Error(table);
      importTable(table.rows, history, {
        world,
        person: { ...person, zone },
        corrections: [],
        saidAt: world.now,
        inboundId: null,
      });
      return history.touchpoints().map(({ happenedAt }) => happenedAt.slice(0, 10));
    };
    await addAda(testWorld());
    expect(await happened("Europe/Berlin", "3/11/2026")).toEqual(["2026-11-03"]);
    expect(await happened("America/New_York", "3/11/2026")).toEqual(["2026-03-11"]);
    expect(await happened("America/New_York", "3/11/2026", "28/10/2026")).toEqual([
      "2026-11-03",
      "2026-10-28",
    ]);
    expect(await happened("Europe/Berlin", "3/11/2026", "10/28/2026")).toEqual(["2026-03-11", "2026-10-28"]);
    expect(
      await happened("Europe/Berlin", "2026-11-03", "Nov. 3 2026", "3 November 2026", "3rd Nov 2026"),
    ).toEqual(["2026-11-03", "2026-11-03", "2026-11-03", "2026-11-03"]);
  });
});

describe("deleting everything", () => {
  it("takes a tick and a button; rows, raw mail and sessions are gone, and the address is unknown at once", async ({
    expect,
  }) => {
    const { world, ada } = await adaAtHome();
    await arriveAndSettle(world, interview);
    expect((await ada.get("/delete")).text).toContain("Backups of the database keep rows for up to 30 days");
    await ada.post("/delete");
    expect(await count(world, "users")).toBe(1);
    expect((await ada.post("/delete", { sure: "yes" })).text).toContain("Everything is deleted");
    for (const table of [
      "users",
      "addresses",
      "inbound_messages",
      "opportunities",
      "touchpoints",
      "outbox",
      "tokens",
    ])
      expect(await count(world, table), table).toBe(0);
    expect((await world.raw.list()).objects).toEqual([]);
    expect((await arrive(world, newsletter)).is).toBe("rejected");
    expect((await ada.get("/board")).path).toBe("/sign-in");
  });
});
