// Random weeks in which D1, R2, the queue, the mailer, cron and clocks fail: a short run; `npm run chaos -- --runs 1000` plays more.
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { judgeWeek } from "../chaos/weeks.ts";
import { testWorld } from "../support/world.ts";

describe("a week in which everything fails now and then", () => {
  for (let seed = 1; seed <= 12; seed += 1)
    it(`ends as if nothing had happened (seed ${seed})`, async ({ expect }) => {
      const { problems } = await judgeWeek(env, testWorld().settings, seed);
      expect(problems).toEqual([]);
    });
});
