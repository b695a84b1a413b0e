// `npm start`: the Worker in workerd on this machine, with Ada and three weeks of her mail, and the local mailbox to play with.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { getPlatformProxy } from "wrangler";
import { addSeconds } from "../calendar.ts";
import { readMessage } from "../mail/message.ts";
import { setClockOffset } from "../store/local.ts";
import { whoseAddress } from "../store/people.ts";
import { stop } from "./arguments.ts";
import { localClient } from "./local-client.ts";
import { ADA, LOCAL_MAIL_DOMAIN, QUIET_WRANGLER, localSettings } from "./local-settings.ts";
import { migrateLocal } from "./migrate.ts";
import { createPerson } from "./new-person.ts";

const FIXTURES = join(import.meta.dirname, "../../test/fixtures/ada");
/** Ada signs up just before her first mail; the story ends on a Monday morning after the third digest. */
const STORY_BEGINS = "2026-11-02T07:00:00Z";
const STORY_ENDS = "2026-11-23T07:30:00Z";
const START_WITHIN_MS = 60_000;

Object.assign(process.env, QUIET_WRANGLER);
const port = Number(process.env["PORT"] ?? 8787);
if (!(port > 0 && port < 65_536)) stop(`PORT ${process.env["PORT"]} is not a port`);
const url = new URL(`http://localhost:${port}`);
if (await answers())
  stop(`something answers at ${url.href} already: stop it, or choose another port (PORT=8788 npm start)`);

say("Migrating the embedded database …");
await migrateLocal();
const adasInbox = await addAda();
say("Starting the Worker in workerd …");
const worker = startWorker();
await untilItAnswers();
if (adasInbox !== null) await tellStory(adasInbox);
say(
  `\nThe local mailbox: ${new URL("/local", url).href}\nThe start page:    ${url.href}\nStop with Ctrl+C; your data stays in .wrangler/ (delete it to begin anew).`,
);

/** Ada's inbox when she is new here, null when she has her mail already. */
async function addAda(): Promise<string | null> {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>();
  try {
    if (await whoseAddress(env.DB, ADA.address)) return null;
    await setClockOffset(env.DB, (Date.parse(STORY_BEGINS) - Date.now()) / 1000);
    return (await createPerson(env.DB, { ...ADA, mailDomain: LOCAL_MAIL_DOMAIN, now: STORY_BEGINS })).inbox;
  } finally {
    await dispose();
  }
}

function startWorker() {
  const vars = Object.entries(localSettings(url.origin)).flatMap(([name, value]) => [
    "--var",
    `${name}:${value}`,
  ]);
  const child = spawn(
    "wrangler",
    [
      "dev",
      "--port",
      String(port),
      "--ip",
      "127.0.0.1",
      "--log-level",
      "warn",
      "--show-interactive-dev-session=false",
      ...vars,
    ],
    {
      env: { ...process.env, ...QUIET_WRANGLER },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  child.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return child;
}

async function untilItAnswers(): Promise<void> {
  for (const until = Date.now() + START_WITHIN_MS; Date.now() < until; await wait(200)) {
    if (await answers()) return;
  }
  worker.kill();
  throw new Error(`the Worker did not answer at ${url.href} within a minute`);
}

async function answers(): Promise<boolean> {
  return (await fetch(url).catch(() => null))?.ok ?? false;
}

/** Every mail arrives at its own time, and each Monday's digest leaves in between. */
async function tellStory(inbox: string): Promise<void> {
  const client = localClient(url);
  say("Ada signs up and forwards three weeks of mail …");
  for (const name of readdirSync(FIXTURES).toSorted()) {
    const raw = new Uint8Array(readFileSync(join(FIXTURES, name)));
    const { date } = await readMessage(raw);
    const state = await client.state();
    const arrivesAt = addSeconds(date ?? state.now, 60);
    for (const monday of ["2026-11-09T07:15:00Z", "2026-11-16T07:15:00Z"])
      if (state.now < monday && monday < arrivesAt) await client.moveTo(monday);
    await client.moveTo(arrivesAt);
    await client.arrive(inbox, raw);
  }
  await client.moveTo(STORY_ENDS);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
