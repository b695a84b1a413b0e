// The production build in workerd with Resend as the mailer: the real SDK, through the real queue, to a stand-in on loopback.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { createTestHarness } from "wrangler";
import type { TestHarness } from "wrangler";
import { createPerson } from "../../src/cli/new-person.ts";
import { ADA, LOCAL_MAIL_DOMAIN, QUIET_WRANGLER, localSettings } from "../../src/cli/local-settings.ts";
import { VERSION } from "../../src/version.ts";
import { resendStandIn } from "../support/resend-stand-in.ts";
import type { StandIn } from "../support/resend-stand-in.ts";

const ROOT = join(import.meta.dirname, "../..");
const INTERVIEW = readFileSync(join(ROOT, "test/fixtures/ada/01-gmail-en-interview.eml"), "utf8");

let standIn: StandIn;
let harness: TestHarness;
let db: D1Database;

beforeAll(async () => {
  Object.assign(process.env, QUIET_WRANGLER, { WRANGLER_LOG: "none" });
  standIn = await resendStandIn();
  harness = createTestHarness({
    root: ROOT,
    workers: [
      {
        configPath: "wrangler.toml",
        vars: {
          ...localSettings("https://callback.example"),
          MAILER: "resend",
          RESEND_URL: standIn.url,
          RESEND_API_KEY: "re_test",
          RESEND_WEBHOOK_SECRET: `whsec_${btoa("the secret of the webhook")}`,
        },
      },
    ],
  });
  await harness.listen();
  const worker = harness.getWorker<{ DB: D1Database }>();
  await worker.applyD1Migrations("DB");
  db = (await worker.getEnv()).DB;
  await createPerson(db, { ...ADA, mailDomain: LOCAL_MAIL_DOMAIN, now: "2026-11-02T07:00:00Z" });
}, 60_000);
afterAll(async () => {
  await harness.close();
  await standIn.close();
});

const letters = (subject: RegExp) =>
  standIn.requests.filter(({ body }) => subject.test(String(body["subject"])));

describe("the production build", () => {
  it("answers a forward with one receipt through Resend", async ({ expect }) => {
    const result = await harness.getWorker().email({ from: ADA.address, to: ADA.inbox, raw: INTERVIEW });
    expect(result).toMatchObject({ outcome: "ok" });
    await expect.poll(() => letters(/^Re: Fwd: Interview/).length, { timeout: 15_000 }).toBe(1);
    expect(letters(/^Re: Fwd: Interview/)[0]?.key).toMatch(/^[a-z2-7]{26}$/);
    expect(standIn.violations).toEqual([]);
  });

  it("hears what the provider reports, by the SDK's own check, and tells how it is doing", async ({
    expect,
  }) => {
    const receipt = () =>
      db
        .prepare("SELECT id, delivered_at AS delivered FROM outbox WHERE kind = 'receipt'")
        .first<{ id: string; delivered: string | null }>();
    const id = (await receipt())?.id ?? "";
    const body = JSON.stringify({
      type: "email.delivered",
      created_at: "2026-11-02T08:00:00.000Z",
      data: { email_id: "x", to: [ADA.address], tags: { letter_id: id } },
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", "the secret of the webhook")
      .update(`report-1.${timestamp}.${body}`)
      .digest("base64");
    const post = (signed: string) =>
      harness.fetch("/webhooks/resend", {
        method: "POST",
        body,
        headers: { "svix-id": "report-1", "svix-timestamp": timestamp, "svix-signature": `v1,${signed}` },
      });
    expect((await post("forged")).status).toBe(401);
    expect((await receipt())?.delivered).toBeNull();
    expect((await post(signature)).status).toBe(204);
    expect((await receipt())?.delivered).toBe("2026-11-02T08:00:00Z");
    const health = await harness.fetch("/healthz");
    expect([health.status, await health.json()]).toMatchObject([
      503,
      { version: VERSION, problems: expect.arrayContaining(["digests are overdue"]) },
    ]);
  });

  it("rejects an unknown address with a sentence", async ({ expect }) => {
    const result = await harness
      .getWorker()
      .email({ from: ADA.address, to: "in-nobody@callback.example", raw: INTERVIEW });
    expect(result).toMatchObject({ rejectReason: "There is no mailbox with this address." });
  });

  it("prepares the digest by cron and sends it once, also when Resend is busy at first and cron runs twice", async ({
    expect,
  }) => {
    standIn.answers.push({
      status: 429,
      body: { statusCode: 429, name: "rate_limit_exceeded", message: "slow down" },
      headers: { "retry-after": "1" },
    });
    const worker = harness.getWorker();
    await worker.scheduled({ cron: "*/15 * * * *", scheduledTime: new Date() });
    await worker.scheduled({ cron: "*/15 * * * *", scheduledTime: new Date() });
    const sent = () =>
      db.prepare("SELECT count(*) AS n FROM outbox WHERE kind = 'digest' AND state = 'sent'").first("n");
    await expect.poll(sent, { timeout: 20_000 }).toBe(1);
    const digests = letters(/^Your week/);
    expect(new Set(digests.map(({ key }) => key)).size).toBe(1);
    expect(new Set(digests.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await db.prepare("SELECT count(*) AS n FROM digests").first("n")).toBe(1);
  });

  it("has no local mailbox", async ({ expect }) => {
    for (const path of ["/local", "/local/state", "/local/mail"])
      expect((await harness.fetch(path)).status, path).toBe(404);
  });
});
