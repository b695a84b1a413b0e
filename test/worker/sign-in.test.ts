// Signing in and out: who gets a link, what it does, and what it cannot do.
import { describe, it } from "vitest";
import { networkOf } from "../../src/web/tries.ts";
import { ADA, addAda, count, moveTo, runJobs, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import { ORIGIN, signedIn, visitor } from "../support/visitor.ts";

async function askForLink(world: TestWorld, address = ADA.address): Promise<string> {
  await visitor(world).post("/sign-in", { address });
  await runJobs(world);
  return /\/sign-in\/[a-z2-7]{26}/.exec(world.sent.at(-1)?.text ?? "")?.[0] ?? "";
}

describe("a sign-in link", () => {
  it("signs in by its button, once, and a scanner that follows it changes nothing", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const link = await askForLink(world);
    expect(world.sent).toMatchObject([{ to: ADA.address, subject: "Sign in to Callback" }]);
    const scanner = visitor(world);
    expect((await scanner.get(link)).text).toContain(`signed in as ${ADA.address}`);
    expect(scanner.cookies.size).toBe(0);
    const ada = visitor(world);
    expect(await ada.post(link)).toMatchObject({ status: 200, path: "/board" });
    expect((await ada.get("/board")).text).toContain("Your search");
    const second = visitor(world);
    expect((await second.post(link)).status).toBe(404);
    expect((await second.get(link)).status).toBe(404);
    expect(second.cookies.size).toBe(0);
  });

  it("works for 15 minutes", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const link = await askForLink(world);
    world.now = "2026-11-02T07:14:59Z";
    expect((await visitor(world).get(link)).status).toBe(200);
    world.now = "2026-11-02T07:15:00Z";
    expect((await visitor(world).post(link)).status).toBe(404);
  });

  it("stands in no row: neither the link's secret nor the session's", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const link = await askForLink(world);
    const ada = visitor(world);
    await ada.post(link);
    const rows = JSON.stringify(
      await Promise.all(
        ["tokens", "outbox", "seen"].map(
          async (table) => (await world.db.prepare(`SELECT * FROM ${table}`).all()).results,
        ),
      ),
    );
    expect(rows).toContain("sign-in");
    expect(link).toMatch(/[a-z2-7]{26}$/);
    expect(rows).not.toContain(link.split("/").at(-1));
    expect(ada.cookies.get("session")).toMatch(/^[a-z2-7]{26}$/);
    expect(rows).not.toContain(ada.cookies.get("session"));
  });

  it("goes to proven addresses of people who signed up, and the page says the same to everybody", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    await addAda(world, {
      id: "eve",
      address: "eve@home.example",
      inbox: "in-eve@callback.example",
      verified: false,
    });
    await visitor(world).post("/people", { address: "new@home.example", zone: "Europe/Berlin" });
    world.queued.length = 0;
    const before = await count(world, "outbox");
    const said: string[] = [];
    for (const address of [ADA.address, "eve@home.example", "new@home.example", "nobody@home.example"])
      said.push((await visitor(world).post("/sign-in", { address })).text);
    expect(new Set(said).size).toBe(1);
    expect(await count(world, "outbox")).toBe(before + 1);
  });

  it("is not sent more than five times an hour to one address, nor thirty times for one network", async ({
    expect,
  }) => {
    const world = testWorld();
    await addAda(world);
    for (let at = 0; at < 7; at += 1)
      await visitor(world, `198.51.100.${at}`).post("/sign-in", { address: ADA.address });
    expect(await count(world, "outbox")).toBe(5);
    const network = visitor(world, "2001:db8:1:2:3::4");
    for (let at = 0; at < 30; at += 1)
      expect((await network.post("/sign-in", { address: `a${at}@home.example` })).status).toBe(200);
    // Another machine of the same household, and the other form.
    const other = visitor(world, "2001:db8:1:2:ffff::1");
    expect((await other.post("/people", { address: "b@home.example", zone: "UTC" })).status).toBe(429);
    expect(
      (await visitor(world, "2001:db8:1:3::4").post("/sign-in", { address: "c@home.example" })).status,
    ).toBe(200);
    const rows = JSON.stringify((await world.db.prepare("SELECT * FROM seen").all()).results);
    expect(rows).not.toMatch(/home\.example|198\.51|2001/);
    await moveTo(world, "2026-11-02T08:00:00Z");
    expect((await network.post("/sign-in", { address: ADA.address })).status).toBe(200);
    expect(await count(world, "outbox")).toBe(6);
    await moveTo(world, "2026-11-02T10:00:00Z");
    expect(await count(world, "seen")).toBe(0);
  });

  it("knows networks by their address, or by the first half of a long one", ({ expect }) => {
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("2001:DB8::1")).toBe("2001:db8:0:0");
    expect(networkOf("2001:0db8:0001:0002:0003:0004:0005:0006")).toBe("2001:db8:1:2");
    expect(networkOf("::1")).toBe("0:0:0:0");
  });
});

describe("a session", () => {
  it("ends by signing out, everywhere at once if wanted, and after 30 days", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const [phone, desk] = [await signedIn(world, "ada"), await signedIn(world, "ada")];
    const kept = phone.cookies.get("session") ?? "";
    await phone.post("/sign-out");
    expect(phone.cookies.has("session")).toBe(false);
    phone.cookies.set("session", kept);
    expect((await phone.get("/board")).path).toBe("/sign-in");
    expect((await desk.get("/board")).path).toBe("/board");
    const third = await signedIn(world, "ada");
    await desk.post("/settings/sign-out-everywhere");
    expect((await third.get("/board")).path).toBe("/sign-in");
    // A cookie that opens nothing goes, so that the start page is there again.
    expect(third.cookies.has("session")).toBe(false);
    const last = await signedIn(world, "ada");
    world.now = "2026-12-02T07:00:00Z";
    expect((await last.get("/board")).path).toBe("/sign-in");
  });

  it("is a cookie for this site alone, not for scripts, and only by TLS where there is TLS", async ({
    expect,
  }) => {
    const local = testWorld();
    await addAda(local);
    const link = await askForLink(local);
    const world: TestWorld = {
      ...local,
      settings: {
        ...local.settings,
        siteUrl: "https://callback.example",
        mailer: { is: "resend", apiKey: "re_x", url: "https://api.resend.com", webhookSecrets: [] },
      },
    };
    const response = await visitor(world).send(
      new Request(`https://callback.example${link}`, {
        method: "POST",
        headers: { origin: "https://callback.example" },
      }),
    );
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith("__Host-session=")) ?? "";
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Domain");
  });

  it("is not used by another site's form", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    const ada = await signedIn(world, "ada");
    for (const path of ["/opportunities", "/undo", "/settings", "/delete", "/sign-out", "/import"]) {
      const response = await ada.send(
        new Request(`${ORIGIN}${path}`, {
          method: "POST",
          body: new URLSearchParams({ company: "Evil", sure: "yes" }),
          headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
        }),
      );
      expect(response.status, path).toBe(403);
    }
    expect(await count(world, "users")).toBe(1);
    expect(await count(world, "opportunities")).toBe(0);
  });

  it("begins with signing up: the button in the mail leads to getting started", async ({ expect }) => {
    const world = testWorld();
    const browser = visitor(world);
    await browser.post("/people", { address: "new@home.example", zone: "Europe/Berlin" });
    await runJobs(world);
    const path = /\/confirm\/[a-z2-7]+/.exec(world.sent[0]?.text ?? "")?.[0] ?? "";
    const page = await browser.post(path);
    expect(page.path).toBe("/getting-started");
    expect(page.text).toMatch(/in-[a-z2-7]{26}@callback\.example/);
  });
});
