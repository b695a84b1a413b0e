// What becomes of letters after they left: the provider's webhooks, and bounces that come by mail.
import { describe, it } from "vitest";
import { addSeconds } from "../../src/calendar.ts";
import { replyAddress } from "../../src/mail/address.ts";
import { hearProvider } from "../../src/outbound/webhook.ts";
import { site } from "../../src/web/site.tsx";
import { INTERVIEW_TEXT, gmailForward } from "../support/mails.ts";
import { signedIn } from "../support/visitor.ts";
import {
  ADA,
  MONDAY,
  addAda,
  arrive,
  arriveAndSettle,
  moveTo,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const SECRET = `whsec_${btoa("a secret of the webhook at Resend")}`;
const BEFORE = `whsec_${btoa("the secret that was before this one")}`;

/** A World whose letters leave by Resend, and Ada with one receipt sent. */
async function withReceipt(): Promise<{ world: TestWorld; letterId: string }> {
  const base = testWorld();
  const mailer = {
    is: "resend",
    apiKey: "re_test",
    url: "http://resend.example",
    webhookSecrets: [SECRET, BEFORE],
  } as const;
  const world = Object.assign(testWorld(MONDAY, { settings: { ...base.settings, mailer } }));
  await addAda(world);
  await arriveAndSettle(world, gmailForward({ text: INTERVIEW_TEXT }));
  return { world, letterId: world.sent[0]?.id ?? "" };
}

type Told = {
  readonly type: string;
  readonly at?: string;
  readonly data?: object;
  readonly letterId?: string;
};

/** A report as Resend posts it, signed (Standard Webhooks) over its raw body. */
async function report(
  { type, at = MONDAY, data = {}, letterId }: Told,
  { id = crypto.randomUUID(), secret = SECRET, altered = false, age = 0 } = {},
): Promise<Request> {
  const body = JSON.stringify({
    type,
    created_at: at,
    data: {
      email_id: `provider-${letterId}`,
      created_at: at,
      from: "Callback <hello@callback.example>",
      to: [ADA.address],
      subject: "Re: x",
      ...(letterId === undefined ? {} : { tags: { letter_id: letterId } }),
      ...data,
    },
  });
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const key = Uint8Array.from(atob(secret.slice(6)), (one) => one.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
  const signed = await crypto.subtle.sign(
    "HMAC",
    imported,
    new TextEncoder().encode(`${id}.${timestamp}.${body}`),
  );
  const signature = `v1,${btoa(String.fromCharCode(...new Uint8Array(signed)))}`;
  return new Request("http://localhost/webhooks/resend", {
    method: "POST",
    body: altered ? body.replace("Re: x", "Re: y") : body,
    headers: { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": signature },
  });
}

const BOUNCED = { bounce: { type: "Permanent", subType: "NoEmail", message: "no", diagnosticCode: [] } };
const SOFT = { bounce: { type: "Transient", subType: "General", message: "later", diagnosticCode: [] } };

async function tell(world: TestWorld, told: Told, how: Parameters<typeof report>[1] = {}): Promise<number> {
  return (await hearProvider(world, await report(told, how))).status;
}

const addressRow = (world: TestWorld, address = ADA.address) =>
  world.db
    .prepare(
      "SELECT stopped_at AS at, stopped_because AS because, soft_bounces AS soft FROM addresses WHERE address = ?",
    )
    .bind(address)
    .first<{ at: string | null; because: string | null; soft: number }>();
const letterRow = (world: TestWorld, id: string) =>
  world.db
    .prepare("SELECT state, delivered_at AS delivered, reason FROM outbox WHERE id = ?")
    .bind(id)
    .first();

describe("a report of the provider", () => {
  it("is believed by its signature over the raw body, by either of two secrets, and for five minutes", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    const told = { type: "email.bounced", data: BOUNCED, letterId };
    expect(await tell(world, told, { secret: `whsec_${btoa("somebody else's")}` })).toBe(401);
    expect(await tell(world, told, { altered: true })).toBe(401);
    expect(await tell(world, told, { age: 600 })).toBe(401);
    expect(await tell(world, told, { age: -600 })).toBe(401);
    const unsigned = await report(told);
    unsigned.headers.delete("svix-signature");
    expect((await hearProvider(world, unsigned)).status).toBe(401);
    expect((await addressRow(world))?.at).toBeNull();
    expect(await tell(world, { ...told, type: "email.delivered" }, { secret: BEFORE })).toBe(204);
    expect(await tell(world, told)).toBe(204);
    expect((await addressRow(world))?.because).toBe("bounced");
  });

  it("is not taken where no secret is set, nor when it is endless", async ({ expect }) => {
    const { world } = await withReceipt();
    const none = { ...world, settings: { ...world.settings, mailer: { is: "local" } as const } };
    expect((await hearProvider(none, await report({ type: "email.sent" }))).status).toBe(404);
    const long = await report({ type: "email.sent", data: { subject: "x".repeat(300_000) } });
    expect((await hearProvider(world, long)).status).toBe(413);
  });

  it("reaches the site without a cookie or an origin", async ({ expect }) => {
    const { world, letterId } = await withReceipt();
    const app = site(world, {
      receive: () => Promise.reject(new Error("no mail")),
      report: (request) => hearProvider(world, request),
      wake: () => Promise.resolve(),
    });
    expect((await app.fetch(await report({ type: "email.delivered", letterId }))).status).toBe(204);
    expect(await letterRow(world, letterId)).toMatchObject({ state: "sent", delivered: MONDAY });
  });

  it("marks a letter delivered, also one of which nobody knew whether it left, in any order", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    await world.db.prepare("UPDATE outbox SET state = 'unknown', provider_id = NULL, sent_at = NULL").run();
    await tell(world, { type: "email.delivered", letterId });
    await tell(world, { type: "email.sent", letterId });
    expect(await letterRow(world, letterId)).toEqual({ state: "sent", delivered: MONDAY, reason: null });
  });

  it("finds its letter by the provider's id where the tag is missing, and leaves strangers' letters alone", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    const data = { email_id: `provider-${letterId}` };
    expect(await tell(world, { type: "email.delivered", data })).toBe(204);
    expect(await letterRow(world, letterId)).toMatchObject({ delivered: MONDAY });
    expect(await tell(world, { type: "email.bounced", data: { ...BOUNCED, email_id: "nobody's" } })).toBe(
      204,
    );
    expect(
      await tell(world, {
        type: "email.bounced",
        data: { ...BOUNCED, to: ["other@home.example"] },
        letterId,
      }),
    ).toBe(204);
    expect((await addressRow(world))?.at).toBeNull();
  });

  it("of a hard bounce stops every letter but the one that signs in, at once, and says so on every page", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    await tell(world, { type: "email.bounced", data: BOUNCED, letterId });
    world.sent.length = 0;
    await arriveAndSettle(
      world,
      gmailForward({ text: INTERVIEW_TEXT, subject: "Again", date: "Fri, Oct 30, 2026 at 5:12 PM" }),
    );
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(world.sent).toEqual([]);
    const browser = await signedIn(world, ADA.id);
    await browser.post("/sign-in", { address: ADA.address });
    await runJobs(world);
    expect(world.sent.map(({ subject }) => subject)).toEqual([expect.stringMatching(/sign in/i)]);
    for (const page of ["/board", "/settings", "/questions"])
      expect((await browser.get(page)).text).toContain("came back, so we have stopped sending them");
    const resumed = await browser.post("/settings/addresses/resume", { address: ADA.address });
    expect(resumed.text).toContain(`Letters go to ${ADA.address} again.`);
    await moveTo(world, "2026-11-16T07:15:00Z");
    expect(world.sent.at(-1)?.subject).toMatch(/^Your week/);
  });

  it("that is older than what is known since stops nothing", async ({ expect }) => {
    const { world, letterId } = await withReceipt();
    await tell(world, { type: "email.delivered", letterId, at: addSeconds(MONDAY, 60) });
    await tell(world, { type: "email.bounced", data: BOUNCED, letterId, at: addSeconds(MONDAY, 30) });
    expect((await addressRow(world))?.at).toBeNull();
  });

  it("of a soft bounce stops letters at the third in a row; the same one twice counts once", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    const soft = (at: number) => ({
      type: "email.bounced",
      data: SOFT,
      letterId,
      at: addSeconds(MONDAY, at),
    });
    await tell(world, soft(1), { id: "same" });
    await tell(world, soft(1), { id: "same" });
    expect((await addressRow(world))?.soft).toBe(1);
    await tell(world, soft(2));
    await tell(world, { type: "email.delivered", letterId, at: addSeconds(MONDAY, 3) });
    expect(await addressRow(world)).toMatchObject({ soft: 0, at: null });
    for (const at of [4, 5]) await tell(world, soft(at));
    expect((await addressRow(world))?.at).toBeNull();
    await tell(world, soft(6));
    expect(await addressRow(world)).toMatchObject({ soft: 3, because: "bounced" });
  });

  it("of a complaint stops letters to all of the person's addresses; of a bounce they go to the other one", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    await world.db
      .prepare(
        "INSERT INTO addresses (address, user_id, kind, verified_at, created_at) VALUES ('ada@work.example', ?, 'sender', ?, ?)",
      )
      .bind(ADA.id, MONDAY, addSeconds(MONDAY, 1))
      .run();
    await tell(world, { type: "email.bounced", data: BOUNCED, letterId });
    await moveTo(world, "2026-11-09T07:15:00Z");
    expect(world.sent.at(-1)?.to).toBe("ada@work.example");
    await tell(world, { type: "email.complained", letterId: world.sent.at(-1)?.id ?? "", at: world.now });
    expect(await addressRow(world)).toMatchObject({ because: "complained" });
    expect(await addressRow(world, "ada@work.example")).toMatchObject({ because: "complained" });
    const left = world.sent.length;
    await moveTo(world, "2026-11-16T07:15:00Z");
    expect(world.sent.length).toBe(left);
  });
});

/** A delivery status notification of Ada's mail server about one of our letters. */
function notification({
  to,
  replyTo,
  status = "5.1.1",
  recipient = ADA.address,
}: {
  to: string;
  replyTo: string;
  status?: string;
  recipient?: string;
}): string {
  return [
    `Message-ID: <${crypto.randomUUID()}@mx.home.example>`,
    "From: Mail Delivery Subsystem <mailer-daemon@mx.home.example>",
    `To: ${to}`,
    "Date: Mon, 2 Nov 2026 08:00:00 +0100",
    "Subject: Delivery Status Notification (Failure)",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Your message could not be delivered.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.home.example",
    "",
    `Final-Recipient: rfc822; ${recipient}`,
    "Action: failed",
    `Status: ${status}`,
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    "From: Callback <hello@callback.example>",
    `Reply-To: ${replyTo}`,
    "Subject: Re: Fwd: Interview",
    "",
    "--b--",
    "",
  ].join("\r\n");
}

describe("a letter that comes back by mail", () => {
  for (const where of ["the reply address", "the secret address", "the public address"] as const)
    it(`stops letters when the notification comes to ${where} and quotes the letter's own reply address`, async ({
      expect,
    }) => {
      const { world } = await withReceipt();
      const replyTo = world.sent[0]?.replyTo ?? "";
      const to = {
        "the reply address": replyTo,
        "the secret address": ADA.inbox,
        "the public address": "hello@callback.example",
      }[where];
      const received = await arrive(world, notification({ to, replyTo }), { to, stamp: "" });
      await runJobs(world);
      expect(["accepted", "noted"]).toContain(received.is);
      expect(await addressRow(world)).toMatchObject({ because: "bounced" });
    });

  it("is not believed without a reply address of ours, with another's recipient, or a forged one", async ({
    expect,
  }) => {
    const { world, letterId } = await withReceipt();
    const replyTo = world.sent[0]?.replyTo ?? "";
    const forged = await replyAddress(
      letterId,
      "callback.example",
      "a secret that is not the one of the Worker",
    );
    for (const mail of [
      notification({ to: ADA.inbox, replyTo: forged }),
      notification({ to: ADA.inbox, replyTo, recipient: "somebody@home.example" }),
      notification({ to: ADA.inbox, replyTo: "rae@acme.example" }),
    ]) {
      await arrive(world, mail, { stamp: "" });
      await runJobs(world);
    }
    expect(await addressRow(world)).toMatchObject({ at: null, soft: 0 });
  });

  it("is not believed a week later: whoever finds an old reply address stops nobody's letters", async ({
    expect,
  }) => {
    const { world } = await withReceipt();
    const replyTo = world.sent[0]?.replyTo ?? "";
    world.now = addSeconds(MONDAY, 8 * 24 * 3600);
    await arrive(world, notification({ to: replyTo, replyTo }), { to: replyTo, stamp: "" });
    await runJobs(world);
    expect(await addressRow(world)).toMatchObject({ at: null });
  });

  it("counts as soft when it is for now, or the mailbox is full", async ({ expect }) => {
    const { world } = await withReceipt();
    const replyTo = world.sent[0]?.replyTo ?? "";
    for (const status of ["4.4.1", "5.2.2"]) {
      await arrive(world, notification({ to: replyTo, replyTo, status }), { to: replyTo, stamp: "" });
      await runJobs(world);
    }
    expect(await addressRow(world)).toMatchObject({ at: null, soft: 2 });
  });
});
