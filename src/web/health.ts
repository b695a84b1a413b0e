// `GET /healthz`, for machines: 200 when all is well, 503 with what is wrong. No personal data.
import { Hono } from "hono";
import { readHealth } from "../store/health.ts";
import type { Health } from "../store/health.ts";
import { VERSION } from "../version.ts";
import type { World } from "../world.ts";

/** From when on something is wrong, in the units of `Health`. Mails take seconds; cron finds a lost job within twenty minutes. */
const LIMITS = { pendingSeconds: 1_800, outboxSeconds: 7_200, databaseShare: 0.9 } as const;

export function healthPage({ db, now, settings }: World): Hono {
  const app = new Hono();
  app.get("/", async (c) => {
    const health = await readHealth(db, now).catch(() => null);
    if (health === null)
      return c.json({ ok: false, version: VERSION, now, problems: ["the database is away"] }, 503);
    const problems = problemsOf(health, settings.databaseBytes);
    const ok = problems.length === 0;
    return c.json({ ok, version: VERSION, now, ...health, problems }, ok ? 200 : 503);
  });
  return app;
}

function problemsOf(health: Health, mostBytes: number): string[] {
  const share = health.databaseBytes / mostBytes;
  return [
    ...(health.oldestPendingSeconds > LIMITS.pendingSeconds ? ["a mail has not been read for long"] : []),
    ...(health.outboxAgeSeconds > LIMITS.outboxSeconds ? ["a letter has not left for long"] : []),
    ...(health.overdueDigests > 0 ? ["digests are overdue"] : []),
    ...(health.failedIn24h > 0 ? ["mails failed: see them with npm run reprocess"] : []),
    ...(share > LIMITS.databaseShare ? ["the database is nearly full"] : []),
  ];
}
