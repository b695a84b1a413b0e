// The operator's commands as the README tells them, on a database of their own: backup and restore, failed mails run again, a changed rule rehearsed.
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { getPlatformProxy } from "wrangler";
import { createPerson } from "../../src/cli/new-person.ts";
import { ADA, LOCAL_MAIL_DOMAIN, QUIET_WRANGLER, localSettings } from "../../src/cli/local-settings.ts";
import { receive } from "../../src/inbound/receive.ts";
import { withHeaderOnTop } from "../../src/mail/written-message.ts";
import { localMailer } from "../../src/outbound/mailers/local.ts";
import { perform } from "../../src/perform.ts";
import { readSettings } from "../../src/settings.ts";
import { base32 } from "../../src/mail/address.ts";
import type { Job, World } from "../../src/world.ts";

const ROOT = join(import.meta.dirname, "../..");
const NOW = "2026-11-02T08:00:00Z";
const home = mkdtempSync(join(tmpdir(), "callback-drill-"));
const first = join(home, "first");
const second = join(home, "second");

/** A folder that wrangler takes for the project, with storage of its own. */
function project(folder: string): void {
  mkdirSync(folder);
  copyFileSync(join(ROOT, "wrangler.toml"), join(folder, "wrangler.toml"));
  for (const name of ["src", "node_modules"]) symlinkSync(join(ROOT, name), join(folder, name));
}

type Ran = { readonly code: number; readonly out: string };

function run(folder: string, command: string, args: readonly string[]): Promise<Ran> {
  const env = {
    ...process.env,
    ...QUIET_WRANGLER,
    PATH: `${join(ROOT, "node_modules/.bin")}:${process.env["PATH"]}`,
  };
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 1) : 0;
      resolve({ code, out: `${stdout}${code === 0 ? "" : stderr}` });
    });
  });
}
const wrangler = (folder: string, ...args: string[]) => run(folder, "wrangler", args);
const ours = (folder: string, name: string, ...args: string[]) =>
  run(folder, "node", [join(ROOT, `src/cli/${name}.ts`), ...args]);

/** Every row of every table of ours, as wrangler tells it. */
async function everything(folder: string): Promise<string> {
  const tables = [
    "users",
    "addresses",
    "inbound_messages",
    "opportunities",
    "contacts",
    "touchpoints",
    "follow_ups",
    "outbox",
    "tokens",
  ];
  const { out } = await wrangler(
    folder,
    "d1",
    "execute",
    "DB",
    "--local",
    "--json",
    "--command",
    tables.map((table) => `SELECT * FROM ${table} ORDER BY 1, 2`).join("; "),
  );
  const answers = JSON.parse(out.slice(out.indexOf("["))) as { results: unknown[] }[];
  return JSON.stringify(answers.map(({ results }) => results));
}

let inboundId = "";

beforeAll(async () => {
  for (const folder of [first, second]) project(folder);
  await wrangler(first, "d1", "migrations", "apply", "DB", "--local");
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database; RAW: R2Bucket }>({
    configPath: join(first, "wrangler.toml"),
    persist: { path: join(first, ".wrangler/state/v3") },
  });
  const read = readSettings(localSettings("http://localhost"));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const queued: Job[] = [];
  const world: World = {
    db: env.DB,
    raw: env.RAW,
    jobs: {
      sendBatch: (batch) => Promise.resolve(void queued.push(...[...batch].map(({ body }) => body)) as never),
    },
    mailer: localMailer(),
    limits: { visits: () => Promise.resolve(true), mails: () => Promise.resolve(true) },
    settings: read.settings,
    now: NOW,
    newId: () => base32(crypto.getRandomValues(new Uint8Array(16))),
    pause: () => Promise.resolve(),
  };
  await createPerson(env.DB, { ...ADA, mailDomain: LOCAL_MAIL_DOMAIN, now: NOW });
  for (const name of ["01-gmail-en-interview", "02-outlook-en-acknowledgement"]) {
    const bytes = withHeaderOnTop(
      new Uint8Array(readFileSync(join(ROOT, `test/fixtures/ada/${name}.eml`))),
      "Authentication-Results",
      `${read.settings.authservId}; dmarc=pass header.from=home.example`,
    );
    const received = await receive(world, {
      to: ADA.inbox,
      size: bytes.length,
      bytes: () => Promise.resolve(bytes),
    });
    if (received.is === "accepted") ({ inboundId } = received);
  }
  for (let job = queued.shift(); job; job = queued.shift()) await perform(world, job);
  await dispose();
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("the operator", () => {
  it("gets every row back out of a backup", async ({ expect }) => {
    const backup = join(home, "backup.sql");
    expect((await wrangler(first, "d1", "export", "DB", "--local", "--output", backup)).code).toBe(0);
    expect((await wrangler(second, "d1", "execute", "DB", "--local", "--yes", "--file", backup)).code).toBe(
      0,
    );
    const before = await everything(first);
    expect(before).toContain("Staff Engineer");
    expect(await everything(second)).toBe(before);
    // It knows of its version: the next deployment goes on from there.
    expect((await wrangler(second, "d1", "migrations", "apply", "DB", "--local")).out).toContain(
      "No migrations to apply",
    );
  }, 120_000);

  it("rehearses rules on what is stored: nothing is otherwise, until something is", async ({ expect }) => {
    const same = await ours(first, "rehearse", "--mails");
    expect(same).toEqual({
      code: 0,
      out: "2 opportunities of 1 people and 2 kept mails: 0 things would be otherwise.\n",
    });
    await wrangler(
      first,
      "d1",
      "execute",
      "DB",
      "--local",
      "--command",
      "UPDATE opportunities SET stage = 'offer' WHERE company = 'Acme'",
    );
    await wrangler(
      first,
      "d1",
      "execute",
      "DB",
      "--local",
      "--command",
      "UPDATE touchpoints SET event = json_set(event, '$.reading.kind', 'delay') WHERE event ->> '$.reading.company' = 'Globex'",
    );
    const other = await ours(first, "rehearse", "--mails");
    expect(other.code).toBe(2);
    expect(other.out).toMatch(/^[a-z2-7]{26} {2}stage: offer → interviewing$/m);
    expect(other.out).toMatch(/^[a-z2-7]{26} {2}kind: delay → acknowledgement$/m);
    // Nothing of anybody's mail is shown.
    expect(other.out).not.toMatch(/\b(?:acme|globex|rae|ada)\b/i);
  }, 120_000);

  it("lists mails that failed and has them run again, one or all", async ({ expect }) => {
    expect(await ours(first, "reprocess", "list")).toEqual({ code: 0, out: "No mail has failed.\n" });
    await wrangler(
      first,
      "d1",
      "execute",
      "DB",
      "--local",
      "--command",
      "UPDATE inbound_messages SET state = 'failed', reason = 'error: TypeError', attempts = 5",
    );
    expect((await ours(first, "reprocess", "list")).out).toMatch(/error: TypeError[^]*2 failed\./);
    expect((await ours(first, "reprocess", inboundId)).out).toContain("1 mail is run again");
    expect((await ours(first, "reprocess", "all")).out).toContain("1 mail is run again");
    const states = await wrangler(
      first,
      "d1",
      "execute",
      "DB",
      "--local",
      "--json",
      "--command",
      "SELECT DISTINCT state, attempts FROM inbound_messages",
    );
    expect(states.out).toMatch(/"state": "pending",\s+"attempts": 0/);
    expect((await ours(first, "reprocess", "x' OR 1")).code).toBe(1);
  }, 120_000);
});
