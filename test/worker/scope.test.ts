// Every route with somebody else's ids: nothing is shown, nothing is changed. Routes are taken from the site itself, so that a new one is tried, too.
import { describe, it } from "vitest";
import { site } from "../../src/web/site.tsx";
import interview from "../fixtures/ada/01-gmail-en-interview.eml";
import nothing from "../fixtures/ada/11-gmail-en-nothing.eml";
import { ADA, addAda, arriveAndSettle, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import { ORIGIN, signedIn, visitor } from "../support/visitor.ts";

const TABLES = [
  "users",
  "addresses",
  "inbound_messages",
  "opportunities",
  "contacts",
  "touchpoints",
  "follow_ups",
  "corrections",
  "digests",
  "outbox",
];

async function rowsOf(world: TestWorld, userId: string): Promise<string> {
  const rows = await Promise.all(
    TABLES.map(async (table) => {
      const column = table === "users" ? "id" : "user_id";
      return (await world.db.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).bind(userId).all())
        .results;
    }),
  );
  return JSON.stringify(rows);
}

const VERBS = [
  "done",
  "skip",
  "snooze",
  "undo",
  "close",
  "withdraw",
  "reopen",
  "replied",
  "no-show",
  "note",
  "good",
  "interview",
  "facts",
  "merge",
  "message",
];

describe("another person's ids", () => {
  it("show nothing and change nothing, on any route, signed in or not", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await addAda(world, {
      id: "eve",
      address: "eve@home.example",
      inbox: "in-eve@callback.example",
      name: "Eve",
    });
    await arriveAndSettle(world, interview);
    const waiting = await arriveAndSettle(world, nothing);
    const opportunity = (await world.db.prepare("SELECT id FROM opportunities").first<string>("id")) ?? "";
    const followUp =
      (await world.db.prepare("SELECT id FROM follow_ups WHERE state = 'open'").first<string>("id")) ?? "";
    expect([opportunity, followUp, waiting].every((id) => id !== "")).toBe(true);
    const ids: Record<string, string> = {
      id: opportunity,
      inboundId: waiting,
      secret: "a".repeat(26),
      token: "ada.x",
      file: "ada.x.ics",
    };
    const routes = site(world, {
      receive: () => Promise.resolve({ is: "rejected" }),
      report: () => Promise.resolve({ status: 404 as const }),
      wake: () => Promise.resolve(),
    }).routes.filter(({ method, path }) => method !== "ALL" && !path.startsWith("/local"));
    expect(routes.length).toBeGreaterThan(30);
    const eve = await signedIn(world, "eve");
    // One of her own, so that an order may combine it with Ada's.
    await eve.post("/opportunities", { company: "Own", role: "Baker" });
    const own =
      (await world.db.prepare("SELECT id FROM opportunities WHERE user_id = 'eve'").first<string>("id")) ??
      "";
    const before = await rowsOf(world, "ada");
    const tried = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
    // What deletes or signs out Eve herself comes last.
    const last = ["POST /delete/", "POST /sign-out", "POST /settings/sign-out-everywhere", "POST /delete"];
    for (const route of tried.toSorted((a, b) => Number(last.includes(a)) - Number(last.includes(b)))) {
      const [method = "", pattern = ""] = route.split(" ");
      for (const verb of method === "POST" && pattern === "/opportunities/:id" ? VERBS : [""])
        for (const target of [opportunity, own]) {
          const path = pattern.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) =>
            name === "id" ? target : (ids[name] ?? "x"),
          );
          for (const browser of [eve, visitor(world)]) {
            const response = await browser.send(
              method === "GET"
                ? new Request(`${ORIGIN}${path}`)
                : new Request(`${ORIGIN}${path}`, {
                    method,
                    headers: { origin: ORIGIN },
                    body: new URLSearchParams({
                      verb,
                      item: followUp,
                      with: opportunity,
                      place: opportunity,
                      message: "1",
                      kind: "rejection",
                      value: "x",
                      until: "2026-12-01",
                      start: "2026-12-01T10:00",
                      company: "Evil",
                      address: ADA.inbox,
                      sure: "yes",
                    }),
                  }),
            );
            const text = await response.text();
            expect(response.status, `${method} ${path} ${verb}`).toBeLessThan(500);
            for (const secret of [ADA.inbox, "Staff Engineer", "Rae Lind", ADA.name])
              expect(text.includes(secret), `${method} ${path} shows ${secret}`).toBe(false);
            if (pattern === "/opportunities/:id" && target === opportunity && browser === eve)
              expect(response.status, `${method} ${path} ${verb}`).toBe(404);
          }
        }
    }
    expect(await rowsOf(world, "ada")).toBe(before);
    // Orders that name nothing else of Ada's, so that only whose mail it is can stop them.
    const again = await signedIn(world, "eve");
    const answers = await Promise.all(
      [{ kind: "rejection" }, { kind: "interview", place: "new" }].map(async (fields) =>
        again.post(`/questions/${waiting}`, { ...fields, company: "Evil" }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const { path: theirs } = await again.post("/opportunities", { company: "Own Two", role: "Baker" });
    expect(theirs).toMatch(/^\/opportunities\/[a-z2-7]{26}$/);
    const corrected = await again.post(theirs, {
      verb: "message",
      message: "1",
      kind: "rejection",
    });
    expect(corrected.status).toBe(404);
    expect(await rowsOf(world, "ada")).toBe(before);
    // What was tried does work for whose it is.
    const ada = await signedIn(world, "ada");
    expect((await ada.get(`/opportunities/${opportunity}`)).text).toContain("Rae Lind");
  });

  it("leave everything as it is on every GET, and are seen by no cache", async ({ expect }) => {
    const world = testWorld();
    await addAda(world);
    await arriveAndSettle(world, interview);
    await arriveAndSettle(world, nothing);
    const opportunity = (await world.db.prepare("SELECT id FROM opportunities").first<string>("id")) ?? "";
    const ada = await signedIn(world, "ada");
    const everything = async () =>
      JSON.stringify(
        await Promise.all(
          [...TABLES, "tokens", "seen"].map(
            async (table) => (await world.db.prepare(`SELECT * FROM ${table}`).all()).results,
          ),
        ),
      );
    const before = await everything();
    const routes = site(world, {
      receive: () => Promise.resolve({ is: "rejected" }),
      report: () => Promise.resolve({ status: 404 as const }),
      wake: () => Promise.resolve(),
    }).routes;
    for (const { method, path } of routes) {
      if (method !== "GET") continue;
      const response = await ada.send(
        new Request(`${ORIGIN}${path.replace(":id", opportunity).replace(/:\w+(?:\{[^}]*\})?/, "x")}`),
      );
      expect(response.status, path).toBeLessThan(500);
      expect(response.headers.get("cache-control"), path).toContain("no-store");
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy, path).toContain("script-src 'self';");
      if (!path.startsWith("/local")) expect(policy, path).not.toContain("unsafe-inline");
      const text = await response.text();
      if (!path.startsWith("/local"))
        expect(text, path).not.toMatch(/<script(?! src=)|<style|\sstyle="|\son\w+="/);
    }
    expect(await everything()).toBe(before);
  });
});
