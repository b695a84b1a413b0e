// A person's data by mail: all of it, without one opportunity, or gone. And the one click that stops digests.
import ICAL from "ical.js";
import Papa from "papaparse";
import { describe, it } from "vitest";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import acknowledgement from "../fixtures/ada/02-outlook-en-acknowledgement.eml";
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
import { site } from "../../src/web/site.tsx";

async function withMails(): Promise<{ world: TestWorld; to: string }> {
  const world = testWorld(MONDAY);
  await addAda(world);
  await arriveAndSettle(world, interview);
  await arriveAndSettle(world, acknowledgement);
  return { world, to: world.sent.at(-1)?.replyTo ?? "" };
}

function fetchFrom(world: TestWorld, path: string, method: string, headers: Record<string, string> = {}) {
  const app = site(world, {
    receive: () => Promise.reject(new Error("no mail")),
    report: () => Promise.resolve({ status: 404 as const }),
    wake: () => Promise.resolve(),
  });
  const body = method === "POST" ? new URLSearchParams({ "List-Unsubscribe": "One-Click" }) : null;
  return app.fetch(new Request(`http://localhost${path}`, { method, body, headers }));
}

const ORIGIN = { origin: "http://localhost" };
const linkIn = (text: string) => /\/confirm\/[a-z2-7]+/.exec(text)?.[0] ?? "";

describe("export", () => {
  it("comes as JSON, as a table that no spreadsheet runs, and as a calendar", async ({ expect }) => {
    const { world, to } = await withMails();
    await arriveAndSettle(world, reply(to, "note Acme\nadd =HYPERLINK(1), Engineer\nexport"), { to });
    const files = world.sent.at(-1)?.attachments ?? [];
    expect(files.map(({ name }) => name)).toEqual(["callback.json", "callback.csv", "callback.ics"]);
    const json = JSON.parse(files[0]?.text ?? "{}") as {
      format: string;
      opportunities: { company: string; history: unknown[] }[];
    };
    expect(json.format).toBe("callback-export");
    expect(json.opportunities.map(({ company }) => company)).toEqual(["Acme", "Globex", "=HYPERLINK(1)"]);
    expect(json.opportunities[0]?.history.length).toBeGreaterThan(0);
    const table = Papa.parse<Record<string, string>>(files[1]?.text ?? "", {
      header: true,
      skipEmptyLines: true,
    });
    expect(table.errors).toEqual([]);
    expect(table.data.map((row) => row["company"])).toEqual(["Acme", "Globex", "'=HYPERLINK(1)"]);
    const calendar = new ICAL.Component(ICAL.parse(files[2]?.text ?? ""));
    expect(calendar.getAllSubcomponents("vevent").length).toBe(1);
  });
});

describe("forget", () => {
  it("asks on a page, and only its button forgets: history, contacts, raw mail, and the words of letters", async ({
    expect,
  }) => {
    const { world, to } = await withMails();
    await arriveAndSettle(world, reply(to, "forget Acme"), { to });
    const link = linkIn(world.sent.at(-1)?.text ?? "");
    const page = await fetchFrom(world, link, "GET");
    expect(await page.text()).toContain("Forget Staff Engineer at Acme?");
    expect(await count(world, "opportunities")).toBe(2);
    expect((await fetchFrom(world, link, "POST")).status).toBe(403);
    expect(await (await fetchFrom(world, link, "POST", ORIGIN)).text()).toContain("forgotten");
    const rows = await world.db
      .prepare(
        "SELECT (SELECT group_concat(event) FROM touchpoints) || (SELECT group_concat(coalesce(text, '') || subject) FROM outbox) || (SELECT group_concat(coalesce(name, '')) FROM contacts) AS all_of_it",
      )
      .first<string>("all_of_it");
    expect(rows).not.toMatch(/Acme|Rae Lind/);
    expect(rows).toContain("Globex");
    expect((await world.raw.list()).objects.length).toBe(2);
    expect((await fetchFrom(world, link, "POST", ORIGIN)).status).toBe(404);
  });

  it("forgets what was merged into it too, and what was never there by its link only", async ({ expect }) => {
    const { world, to } = await withMails();
    await arriveAndSettle(world, reply(to, "list"), { to });
    const list = world.sent.at(-1)?.replyTo ?? "";
    const [first = "", second = ""] = [...(world.sent.at(-1)?.text ?? "").matchAll(/^\* (\d+):/gm)].map(
      ([, n]) => n,
    );
    await arriveAndSettle(world, reply(list, `merge ${first} and ${second}\nforget ${first}`), { to: list });
    await fetchFrom(world, linkIn(world.sent.at(-1)?.text ?? ""), "POST", ORIGIN);
    expect(await count(world, "touchpoints")).toBe(0);
    expect(await count(world, "opportunities")).toBe(0);
    expect((await fetchFrom(world, `/confirm/${"a".repeat(26)}`, "GET")).status).toBe(404);
  });
});

describe("delete me", () => {
  it("deletes everything at once, sweeps what was on its way, and ends", async ({ expect }) => {
    const { world, to } = await withMails();
    await arriveAndSettle(world, reply(to, "delete me"), { to });
    const link = linkIn(world.sent.at(-1)?.text ?? "");
    expect(await count(world, "users")).toBe(1);
    expect(await (await fetchFrom(world, link, "POST", ORIGIN)).text()).toContain("Everything is deleted");
    for (const table of [
      "users",
      "addresses",
      "inbound_messages",
      "touchpoints",
      "opportunities",
      "outbox",
      "tokens",
    ])
      expect(await count(world, table), table).toBe(0);
    expect((await world.raw.list()).objects).toEqual([]);
    expect(await arrive(world, gmailForward({ text: "late" }))).toMatchObject({ is: "rejected" });
    // A mail that was being received when the row went.
    await world.raw.put(`${ADA.id}/late`, "x");
    await moveTo(world, "2026-11-02T08:30:00Z");
    expect((await world.raw.list()).objects).toEqual([]);
    await moveTo(world, "2026-11-02T10:00:00Z");
    expect(await count(world, "seen")).toBe(0);
  });
});

describe("one click", () => {
  it("stops digests without signing in or an origin, never on GET, and says so once", async ({ expect }) => {
    const { world } = await withMails();
    await moveTo(world, "2026-11-09T07:15:00Z");
    const header = world.sent.at(-1)?.headers["List-Unsubscribe"] ?? "";
    const path = new URL(header.slice(1, -1)).pathname;
    const paused = () => world.db.prepare("SELECT paused_at FROM users").first("paused_at");
    expect(await (await fetchFrom(world, path, "GET")).text()).toContain("Pause digests");
    expect(await paused()).toBeNull();
    expect((await fetchFrom(world, path, "POST")).status).toBe(200);
    expect((await fetchFrom(world, path, "POST")).status).toBe(200);
    await runJobs(world);
    expect(await paused()).toBe("2026-11-09T07:15:00Z");
    expect(world.sent.filter(({ subject }) => subject === "Your digests are paused").length).toBe(1);
    const before = world.sent.length;
    await moveTo(world, "2026-11-16T07:15:00Z");
    expect((await fetchFrom(world, path, "POST")).status).toBe(200);
    await runJobs(world);
    expect(world.sent.length).toBe(before);
    expect(await paused()).toBe("2026-11-09T07:15:00Z");
  });

  it("does nothing by a forged token", async ({ expect }) => {
    const { world } = await withMails();
    expect((await fetchFrom(world, `/stop/${ADA.id}.${"a".repeat(26)}`, "POST")).status).toBe(404);
    expect(await world.db.prepare("SELECT paused_at FROM users").first("paused_at")).toBeNull();
  });

  it("stands on letters by the clock, and on no receipt", async ({ expect }) => {
    const { world } = await withMails();
    expect(world.sent.every(({ headers }) => !("List-Unsubscribe" in headers))).toBe(true);
    expect(world.sent.map(({ headers }) => headers["Feedback-ID"])).toEqual([
      "receipt:letters:mail:callback",
      "receipt:letters:mail:callback",
    ]);
  });
});
