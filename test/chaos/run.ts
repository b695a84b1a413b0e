// `npm run chaos [-- --runs 1000 --seed 1]`: random weeks in workerd in which D1, R2, the queue, the mailer, cron and clocks fail. Exit 0 only when
// nothing was lost and nothing came twice. A failure prints its seed: `--runs 1 --seed N` plays that week again.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createTestHarness } from "wrangler";
import { QUIET_WRANGLER } from "../../src/cli/local-settings.ts";
import type { Figures } from "./verdict.ts";
import type { Verdict } from "./weeks.ts";

Object.assign(process.env, QUIET_WRANGLER, { WRANGLER_LOG: "none" });
const { values } = parseArgs({
  options: { runs: { type: "string", default: "100" }, seed: { type: "string" } },
});
const runs = Number(values.runs);
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));
if (!(runs > 0) || !Number.isInteger(first)) {
  process.stderr.write("usage: npm run chaos [-- --runs N --seed N]\n");
  process.exit(1);
}
process.stdout.write(`${runs} weeks from seed ${first}\n`);
const started = performance.now();
const verdicts: Verdict[] = [];
let next = first;
const players = Math.min(runs, availableParallelism());
await Promise.all(Array.from({ length: players }, player));
report();

/** One workerd that plays one week after the other. */
async function player(): Promise<void> {
  const harness = createTestHarness({
    root: join(import.meta.dirname, "../.."),
    workers: [{ configPath: "test/chaos/wrangler.toml" }],
  });
  await harness.listen();
  await harness.getWorker().applyD1Migrations("DB");
  for (let seed = next++; seed < first + runs; seed = next++) {
    const response = await harness.fetch(`/?seed=${seed}`);
    const verdict = response.ok
      ? ((await response.json()) as Verdict)
      : { seed, problems: [`the week broke off: ${(await response.text()).slice(0, 300)}`], figures: null };
    if (verdict.figures !== null) verdicts.push(verdict);
    if (verdict.problems.length > 0) {
      process.exitCode = 1;
      process.stdout.write(`  ✗ seed ${seed}\n${verdict.problems.map((one) => `      ${one}\n`).join("")}`);
    }
    if (verdicts.length % 100 === 0) process.stdout.write(`  … ${verdicts.length} weeks\n`);
  }
  await harness.close();
}

function report(): void {
  const sum = (figure: keyof Figures) => verdicts.reduce((total, { figures }) => total + figures[figure], 0);
  const bad = verdicts.filter(({ problems }) => problems.length > 0).length + runs - verdicts.length;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `${runs} weeks in ${seconds} s: ${bad} with problems\n` +
      `  ${sum("faults")} faults; ${sum("mails")} mails, ${sum("failed")} of them failed and were run again\n` +
      `  ${sum("letters")} letters, ${sum("digests")} of them digests (${sum("lateDigests")} more than two hours late, ${sum("emptiedDigests")} too late to say anything)\n` +
      `  ${sum("unknown")} letters of which nobody knows, ${sum("excusedCopies")} second copies by a provider without keys, ${sum("lateReminders")} reminders too late to leave\n`,
  );
}
