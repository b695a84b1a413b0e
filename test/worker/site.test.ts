import { hearProvider } from "../../src/outbound/webhook.ts";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { site } from "../../src/web/site.tsx";
import worker from "../../src/worker.ts";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import { ADA, addAda, arrive, arriveAndSettle, count, runJobs, testWorld, wake } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

const ORIGIN = "http://localhost";

function open(world: TestWorld) {
  return site(world, {
    receive: async ({ to, bytes }) => arrive(world, await bytes(), { to, stamp: "" }),
    report: (request) => hearProvider(world, request),
    wake: () => wake(world),
  });
}

function post(path: string, fields: Record<string, string>, origin = ORIGIN): Request {
  return new Request(`${origin}${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin },
  });
}

describe("signing up", () => {
  it("asks the mail address first; its button brings the secret address, to it and to nobody else", async ({
    expect,
  }) => {
    const world = testWorld();
    const response = await open(world).fetch(
      post("/people", { address: " New@Home.example ", zone: "Europe/Berlin" }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/in-[a-z2-7]{26}/);
    await runJobs(world);
    expect(world.sent).toMatchObject([
      { to: "new@home.example", subject: "Do you want a Callback address?" },
    ]);
    const path = /\/confirm\/[a-z2-7]+/.exec(world.sent[0]?.text ?? "")?.[0] ?? "";
    expect((await open(world).fetch(new Request(`${ORIGIN}${path}`))).status).toBe(200);
    expect(await count(world, "addresses")).toBe(1);
    await open(world).fetch(post(path, {}));
    await runJobs(world);
    expect(world.sent[1]).toMatchObject({ to: "new@home.example", subject: "Your Callback address" });
    expect(world.sent[1]?.text).toMatch(/in-[a-z2-7]{26}@callback\.example/);
    // The button works once.
    expect((await open(world).fetch(post(path, {}))).status).toBe(404);
    expect(await count(world, "addresses")).toBe(2);
  });

  it("answers the same to an address that is here already, and adds nothing", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const known = await open(world).fetch(post("/people", { address: ADA.address, zone: "Europe/Berlin" }));
    const unknown = await open(world).fetch(
      post("/people", { address: "new@home.example", zone: "Europe/Berlin" }),
    );
    expect(await known.text()).toBe(await unknown.text());
    expect(await count(world, "users")).toBe(2);
  });

  it("says what is wrong with an address or a zone", async ({ expect }) => {
    const world = testWorld();
    expect(
      (await open(world).fetch(post("/people", { address: "nonsense", zone: "Europe/Berlin" }))).status,
    ).toBe(400);
    expect(
      (await open(world).fetch(post("/people", { address: "a@b.example", zone: "Berlin" }))).status,
    ).toBe(400);
    expect(await count(world, "users")).toBe(0);
  });

  it("is not done for another site's form", async ({ expect }) => {
    const request = new Request(`${ORIGIN}/people`, {
      method: "POST",
      body: new URLSearchParams({ address: "a@b.example", zone: "UTC" }),
      headers: { origin: "https://evil.example" },
    });
    expect((await open(testWorld()).fetch(request)).status).toBe(403);
  });

  it("verifies the address by the first authentic mail from it to the secret inbox", async ({ expect }) => {
    const world = testWorld();
    await addAda(world, { verified: false });
    const verified = () =>
      world.db.prepare("SELECT verified_at FROM addresses WHERE kind = 'sender'").first("verified_at");
    await arriveAndSettle(world, interview, { stamp: "dmarc=none header.from=home.example" });
    expect(await verified()).toBeNull();
    await arriveAndSettle(world, `From: ${ADA.address}\r\nTo: ${ADA.inbox}\r\nSubject: hello\r\n\r\nhello`);
    expect(await verified()).toBe(world.now);
  });
});

describe("the local mailbox", () => {
  it("shows people, letters, mails and the clock, and opens a letter", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    const page = await (await open(world).fetch(new Request(`${ORIGIN}/local`))).text();
    for (const words of [
      ADA.inbox,
      "Re: Fwd: Interview for the Staff Engineer position",
      "delivered",
      "2026-11-02 07:00:00 UTC",
      "first-follow-up",
    ])
      expect(page).toContain(words);
    const id = world.sent[0]?.id ?? "";
    const letter = await (await open(world).fetch(new Request(`${ORIGIN}/local/letters/${id}`))).text();
    expect(letter).toContain("invite you to an interview");
    // Our own HTML, in a frame that may do nothing.
    expect(letter).toMatch(/<iframe [^>]*sandbox=""/);
  });

  it("takes a pasted forward, and moves the clock and runs the cron", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const app = open(world);
    const forwarded = await app.fetch(
      post("/local/forward", {
        person: ADA.id,
        how: "as-it-is",
        pasted: new TextDecoder().decode(interview),
      }),
    );
    expect(forwarded.status).toBe(303);
    await runJobs(world);
    expect(await count(world, "touchpoints")).toBe(1);
    expect((await app.fetch(post("/local/clock", { by: "604800" }))).status).toBe(303);
    expect(await world.db.prepare("SELECT value FROM seen").first("value")).toBe("604800");
  });

  it("takes any mail as the person's forward with it attached", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const pasted =
      "From: Rae Lind <rae@acme.example>\r\nSubject: Interview\r\nDate: Mon, 2 Nov 2026 07:00:00 +0100\r\n\r\nWe would like to invite you to an interview for the Staff Engineer position at Acme.";
    await open(world).fetch(post("/local/forward", { person: ADA.id, how: "attached", pasted }));
    await runJobs(world);
    expect(await world.db.prepare("SELECT arrival FROM inbound_messages").first("arrival")).toBe(
      "attached-forward",
    );
    expect(await count(world, "opportunities")).toBe(1);
  });

  it("answers a letter as the person would", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    await open(world).fetch(post(`/local/letters/${world.sent[0]?.id}/reply`, { text: "done" }));
    await runJobs(world);
    expect(world.sent.at(-1)?.text).toContain("Confirm the details, Staff Engineer at Acme: marked as sent");
  });

  const LOCAL_PATHS = ["/local", "/local/state", "/local/letters/x"];

  it("does not exist where the mailer is not local", async ({ expect }) => {
    const local = testWorld();
    const world = {
      ...local,
      settings: {
        ...local.settings,
        siteUrl: "https://callback.example",
        mailer: { is: "resend" as const, apiKey: "re_x", url: "https://api.resend.com", webhookSecrets: [] },
      },
    };
    for (const origin of ["https://callback.example", ORIGIN])
      for (const path of LOCAL_PATHS)
        expect((await open(world).fetch(new Request(`${origin}${path}`))).status, path).toBe(404);
    for (const path of ["/local/mail?to=x", "/local/forward", "/local/clock", "/local/letters/x/reply"])
      expect((await open(world).fetch(post(path, {}))).status, path).toBe(404);
  });

  it("does not exist for requests to another host, even with the local mailer", async ({ expect }) => {
    const world = testWorld();
    for (const path of LOCAL_PATHS)
      expect((await open(world).fetch(new Request(`https://callback.example${path}`))).status, path).toBe(
        404,
      );
    expect(
      (await open(world).fetch(post("/local/clock", { by: "1" }, "https://callback.example"))).status,
    ).toBe(404);
  });
});

describe("a Worker that is not set up", () => {
  const broken = { ...env, SIGNING_SECRET: "short", MAILER: "pigeon" };

  it("says at the first request which settings are wrong and what they should be", async ({ expect }) => {
    const response = await worker.fetch(new Request(ORIGIN) as never, broken);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("SIGNING_SECRET is wrong: it should be a secret of at least 32 characters");
    expect(text).toContain('MAILER is wrong: it should be "resend"');
    expect(text).not.toContain("pigeon");
  });

  it("takes no mail: the sending server tries again later", async ({ expect }) => {
    const message = {
      from: ADA.address,
      to: ADA.inbox,
      rawSize: interview.length,
      raw: new Blob([Uint8Array.from(interview)]).stream(),
    };
    await expect(worker.email(message as never, broken)).rejects.toThrow("SIGNING_SECRET");
  });
});

describe("the Worker's own handlers", () => {
  const mail = (to: string) => {
    const rejected: string[] = [];
    const forwarded: string[] = [];
    const message = {
      from: ADA.address,
      to,
      rawSize: interview.length,
      raw: new Blob([Uint8Array.from(interview)]).stream(),
      setReject: (reason: string) => rejected.push(reason),
      forward: (address: string) => Promise.resolve(void forwarded.push(address)),
    };
    return { message: message as never, rejected, forwarded };
  };

  it("reject, accept, and hand to the operator", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const unknown = mail("in-nobody@callback.example");
    await worker.email(unknown.message, env);
    expect(unknown.rejected).toEqual(["There is no mailbox with this address."]);
    const known = mail(ADA.inbox);
    await worker.email(known.message, env);
    expect(known.rejected).toEqual([]);
    expect(await count(world, "inbound_messages")).toBe(1);
    const abuse = mail("abuse@callback.example");
    await worker.email(abuse.message, env);
    expect(abuse.forwarded).toEqual(["operator@callback.example"]);
  });

  it("process what the real queue brings, and answer with a receipt", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await worker.email(mail(ADA.inbox).message, env);
    const state = () => world.db.prepare("SELECT state FROM outbox WHERE kind = 'receipt'").first("state");
    await expect.poll(state, { timeout: 10_000 }).toBe("sent");
    await worker.scheduled(undefined as never, env);
  });
});
