// `npm run prove [-- WORDS]`: takes every defence of the threat model away, one at a time, in a copy of the project, and runs the test that should see it.
// Exit 0 only when each of them was seen. With words, only threats that have them in their name.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { DEFENCES } from "./defences.ts";
import type { Defence } from "./defences.ts";

const ROOT = join(import.meta.dirname, "../..");
const wanted = process.argv.slice(2).join(" ");
const queue = DEFENCES.filter(({ threat }) => threat.includes(wanted));
const total = queue.length;
let unseen = 0;
await Promise.all(Array.from({ length: Math.min(total, availableParallelism()) }, prover));
process.stdout.write(`${total - unseen} of ${total} defences: without them, their tests fail.\n`);
process.exitCode = unseen === 0 ? 0 : 1;

/** Works off the queue in a copy of its own. */
async function prover(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), "callback-defences-"));
  for (const name of ["src", "test", "package.json", "tsconfig.json", "wrangler.toml", "README.md"])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  for (let defence = queue.shift(); defence; defence = queue.shift()) {
    const outcome = await prove(defence, copy);
    if (outcome !== "seen") unseen += 1;
    process.stdout.write(
      `  ${outcome === "seen" ? "✓" : "✗"} ${defence.threat}: ${defence.test[1]} ${outcome === "seen" ? "" : `(${outcome})`}\n`,
    );
  }
  rmSync(copy, { recursive: true, force: true });
}

async function prove({ without, test: [file, title] }: Defence, copy: string): Promise<string> {
  const files = [...new Set(without.map(([path]) => path))];
  const before = new Map(files.map((path) => [path, readFileSync(join(copy, path), "utf8")]));
  const changed = new Map(before);
  for (const [path, text, instead] of without) {
    const source = changed.get(path) ?? "";
    if (!source.includes(text)) return `${path} does not say any more: ${text}`;
    changed.set(
      path,
      source.replace(text, () => instead),
    );
  }
  for (const [path, source] of changed) writeFileSync(join(copy, path), source);
  const { failed, ran } = await run(copy, file, title);
  for (const [path, source] of before) writeFileSync(join(copy, path), source);
  if (!ran) return "no such test, or it could not start";
  return failed ? "seen" : "NOT SEEN";
}

function run(copy: string, file: string, title: string): Promise<{ failed: boolean; ran: boolean }> {
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const args = ["run", "--config", "test/vitest.config.ts", "--reporter=json", "--outputFile", report, file];
  return new Promise((resolve) => {
    execFile("vitest", [...args, ...(title === "" ? [] : ["-t", pattern])], { cwd: copy }, () => {
      const told = existsSync(report)
        ? (JSON.parse(readFileSync(report, "utf8")) as { numFailedTests: number; numPassedTests: number })
        : { numFailedTests: 0, numPassedTests: 0 };
      const { numFailedTests: failed, numPassedTests: passed } = told;
      resolve({ failed: failed > 0, ran: failed + passed > 0 });
    });
  });
}
