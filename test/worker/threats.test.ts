// Attacks of SECURITY.md that no other test plays: what is guessed, what is smuggled into a subject, a session that was there before, and what we
// would fetch if a mail could make us.
import { describe, it, vi } from "vitest";
import worker from "../../src/worker.ts";
import { localSettings } from "../../src/cli/local-settings.ts";
import { inboxAddress, linkSecret } from "../../src/mail/address.ts";
import { INTERVIEW_TEXT, gmailForward, reply } from "../support/mails.ts";
import { signedIn, visitor } from "../support/visitor.ts";
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

describe("what somebody could guess", () => {
  it("has 128 bits: ids of the Worker, the secret address, links, sessions and signatures", async ({
    expect,
  }) => {
    const { db, raw } = testWorld();
    const env = {
      ...localSettings("http://localhost"),
      DB: db,
      RAW: raw,
      JOBS: { sendBatch: () => Promise.resolve() },
      VISITS: { limit: () => Promise.resolve({ success: true }) },
      MAILS: { limit: () => Promise.resolve({ success: true }) },
    } as unknown as Parameters<typeof worker.fetch>[1];
    const post = async (path: string, fields: Record<string, string>) => {
      const request = new Request(`http://localhost${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { origin: "http://localhost" },
        redirect: "manual",
      });
      return worker.fetch(request as Parameters<typeof worker.fetch>[0], env);
    };
    await post("/people", { address: ADA.address, zone: "Europe/Berlin" });
    const text = await db.prepare("SELECT text FROM outbox").first<string>("text");
    const [, name = ""] = /\/confirm\/([a-z2-7]+)/.exec(text ?? "") ?? [];
    // The row alone opens nothing.
    expect((await post(`/confirm/${name}`, {})).status).toBe(404);
    const secret = await linkSecret(name, localSettings("")["SIGNING_SECRET"] ?? "");
    const confirmed = await post(`/confirm/${secret}`, {});
    const session = /session=([^;]*)/.exec(confirmed.headers.get("set-cookie") ?? "")?.[1] ?? "";
    const inbox = await db
      .prepare("SELECT address FROM addresses WHERE kind = 'inbox'")
      .first<string>("address");
    const ids = await db.prepare("SELECT id FROM outbox UNION SELECT id FROM users").all<{ id: string }>();
    const local = inbox?.split("@")[0] ?? "";
    // 26 characters of five bits each.
    for (const guessable of [
      name,
      secret,
      session,
      local.replace("in-", ""),
      ...ids.results.map(({ id }) => id),
    ])
      expect(guessable).toMatch(/^[a-z2-7]{26}$/);
    expect(local.length).toBeLessThanOrEqual(64);
  });

  it("is refused in the same words, whether an address never was, was replaced, or is nearly one", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    const refused = { is: "rejected", reason: "There is no mailbox with this address." };
    for (const to of [
      "in-adb@callback.example",
      inboxAddress("a".repeat(26), "callback.example"),
      "ada@callback.example",
    ])
      expect(await arrive(world, gmailForward({ text: INTERVIEW_TEXT }), { to })).toEqual(refused);
    expect((await world.raw.list()).objects).toEqual([]);
  });
});

describe("a session", () => {
  it("is never one that the browser brought along", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const browser = visitor(world);
    browser.cookies.set("session", "a".repeat(26));
    await browser.post("/sign-in", { address: ADA.address });
    await runJobs(world);
    const link = /\/sign-in\/[a-z2-7]+/.exec(world.sent.at(-1)?.text ?? "")?.[0] ?? "";
    await browser.post(link);
    expect(browser.cookies.get("session")).toMatch(/^[a-z2-7]{26}$/);
    expect(browser.cookies.get("session")).not.toBe("a".repeat(26));
    const stranger = visitor(world);
    stranger.cookies.set("session", "a".repeat(26));
    expect((await stranger.get("/board")).path).toBe("/sign-in");
  });
});

describe("a hostile mail", () => {
  const SUBJECT = "Interview\r\nBcc: eve@evil.example\r\n\r\n<script>";
  const EVIL = INTERVIEW_TEXT.replace("Acme", "Acme\r\nBcc: eve@evil.example").replace(
    "Jo Park",
    '=HYPERLINK("http://evil.example")',
  );

  it("smuggles no header into a letter, and no field into a one-tap link", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const raw = gmailForward({ text: EVIL }).replace(
      "Subject: Fwd: Interview",
      `Subject: =?utf-8?B?${btoa(`Fwd: ${SUBJECT}`)}?=`,
    );
    await arriveAndSettle(world, raw);
    await arriveAndSettle(
      world,
      gmailForward({
        text: EVIL,
        subject: "Next?bcc=eve@evil.example&body=x",
        date: "Fri, Oct 30, 2026 at 5:12 PM",
      }),
    );
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(world.sent.length).toBeGreaterThan(2);
    for (const { subject, to, replyTo, headers, text } of world.sent) {
      for (const line of [subject, to, replyTo, ...Object.values(headers)])
        expect(line).not.toMatch(/[\r\n]/);
      for (const [link] of text.matchAll(/mailto:\S+/g)) {
        const bcc = new URL(link).searchParams.getAll("bcc").concat(new URL(link).searchParams.getAll("Bcc"));
        for (const address of bcc) expect(address).toMatch(/@callback\.example$/);
      }
    }
  });

  it("makes us fetch nothing, whatever it links to", async ({ expect }) => {
    const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("nothing may be fetched"));
    const world = testWorld();
    await addAda(world);
    const html = `<img src="http://169.254.169.254/latest"><a href="http://localhost:8787/local">Schedule</a><link rel="stylesheet" href="http://evil.example/x.css">`;
    await arriveAndSettle(
      world,
      `From: ${ADA.address}\r\nTo: ${ADA.inbox}\r\nSubject: Fwd: Interview\r\nContent-Type: text/html\r\n\r\n<div>---------- Forwarded message ---------<br>From: Rae Lind &lt;rae@acme.example&gt;<br>Date: Fri, Oct 30, 2026 at 4:12 PM<br>Subject: Interview<br>To: ada@home.example<br><br>${INTERVIEW_TEXT.replace(/\r\n/g, "<br>")}${html}</div>`,
    );
    await arriveAndSettle(
      world,
      gmailForward({ text: `${INTERVIEW_TEXT}\r\nhttps://calendly.example/x`, subject: "Again" }),
    );
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(await count(world, "touchpoints")).toBeGreaterThan(0);
    expect(fetched).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe("orders", () => {
  it("are given by nobody through what a reply quotes, in whatever way its client quotes", async ({
    expect,
  }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    const to = world.sent.at(-1)?.replyTo ?? "";
    for (const quote of [
      "-----Original Message-----\nFrom: Rae Lind <rae@acme.example>\nSent: Monday, November 2, 2026 9:00 AM\nTo: Ada Byron\nSubject: Interview\n\nrejected 1\nclose Acme",
      "On Mon, Nov 2, 2026 at 9:00 AM Rae Lind <rae@acme.example> wrote:\n\nrejected 1\nclose Acme",
      "________________________________\nVon: Rae Lind <rae@acme.example>\nGesendet: Montag, 2. November 2026 09:00\nAn: Ada\nBetreff: Interview\n\nrejected 1\nclose Acme",
    ])
      await arriveAndSettle(world, reply(to, `note: they were kind\n\n${quote.replaceAll("\n", "\r\n")}`), {
        to,
      });
    expect(await world.db.prepare("SELECT stage FROM opportunities").first("stage")).toBe("interviewing");
    expect(
      await world.db.prepare("SELECT count(*) AS n FROM touchpoints WHERE kind = 'noted'").first("n"),
    ).toBe(1);
  });
});

describe("a link in a letter", () => {
  it("changes nothing when a scanner follows it, whatever it is for", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    const to = world.sent.at(-1)?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "forget Acme\ndelete me"), { to });
    await arriveAndSettle(world, reply(to, "close Acme"), { to, stamp: "" });
    const browser = visitor(world);
    await browser.post("/sign-in", { address: ADA.address });
    await runJobs(world);
    const links = world.sent.flatMap(({ text }) =>
      [...text.matchAll(/\/(?:confirm|sign-in|stop)\/[\w.-]+/g)].map(([link]) => link),
    );
    expect(links.length).toBeGreaterThanOrEqual(4);
    const before = await tables(world);
    for (const link of links) {
      expect((await browser.get(link)).status, link).toBe(200);
      await browser.send(new Request(`http://localhost${link}`, { method: "HEAD" }));
    }
    expect(await tables(world)).toBe(before);
    expect(browser.cookies.get("session")).toBeUndefined();
  });

  it("of one person does nothing to another", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await addAda(world, {
      id: "bo",
      address: "bo@home.example",
      inbox: "in-bo@callback.example",
      name: "Bo",
    });
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }), { to: "in-bo@callback.example" });
    await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
    const to = world.sent.at(-1)?.replyTo ?? "";
    await arriveAndSettle(world, reply(to, "delete me"), { to });
    const link = /\/confirm\/[a-z2-7]+/.exec(world.sent.at(-1)?.text ?? "")?.[0] ?? "";
    const bo = await signedIn(world, "bo");
    await bo.post(link);
    expect(await world.db.prepare("SELECT id FROM users").first("id")).toBe("bo");
    expect((await bo.get("/board")).status).toBe(200);
  });
});

async function tables({ db }: ReturnType<typeof testWorld>): Promise<string> {
  const rows = await Promise.all(
    [
      "users",
      "addresses",
      "inbound_messages",
      "opportunities",
      "touchpoints",
      "follow_ups",
      "tokens",
      "outbox",
    ].map(async (table) => (await db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()).results),
  );
  return JSON.stringify(rows);
}
