// `npm run pictures`, second half: the digest as the start page shows it, and the board as the README does, drawn by a real browser.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { addSeconds } from "../../src/calendar.ts";
import { startDemoWorker } from "../../src/cli/demo-worker.ts";
import { ADA } from "../../src/cli/local-settings.ts";
import { readMessage } from "../../src/mail/message.ts";
import { openBrowser } from "./chromium.ts";

const ROOT = join(import.meta.dirname, "../..");
const FIXTURES = join(ROOT, "test/fixtures/ada");
const DIGEST = join(ROOT, "test/golden/letters/digest.html");
/** Finer than it is shown, so that it is sharp on a phone; small enough for a page of 60 KB. */
const SCALE = 1.5;

mkdirSync(join(ROOT, "test/golden/website"), { recursive: true });
const opened = await openBrowser();
if (!opened.ok) {
  process.stderr.write(`No pictures: ${opened.why}.\n`);
  process.exit(1);
}
const { browser } = opened;
for (const colorScheme of ["light", "dark"] as const) {
  const context = await browser.newContext({ viewport: { width: 480, height: 730 }, colorScheme });
  const page = await context.newPage();
  await page.setContent(readFileSync(DIGEST, "utf8"));
  const protocol = await context.newCDPSession(page);
  const { data } = await protocol.send("Page.captureScreenshot", {
    format: "webp",
    quality: 35,
    clip: { x: 0, y: 0, width: 480, height: 730, scale: SCALE },
  });
  writeFileSync(join(ROOT, `src/web/assets/digest-${colorScheme}.webp`), Buffer.from(data, "base64"));
  await context.close();
}
await drawBoard();
await browser.close();

/** Three weeks of Ada's mail, and what she sees then. */
async function drawBoard(): Promise<void> {
  const worker = await startDemoWorker();
  const inbox = await worker.signUp({ ...ADA, now: "2026-10-26T08:00:00Z" });
  for (const name of readdirSync(FIXTURES).toSorted()) {
    const raw = new Uint8Array(readFileSync(join(FIXTURES, name)));
    const { date } = await readMessage(raw);
    const { now } = await worker.client.state();
    await worker.client.moveTo(addSeconds(date !== null && date > now ? date : now, 60));
    await worker.client.arrive(inbox, raw);
  }
  const page = await browser.newPage({ viewport: { width: 1100, height: 620 } });
  await page.goto(new URL("/local", worker.url).href);
  await page.getByRole("button", { name: "Open the website as" }).click();
  await page.screenshot({ path: join(ROOT, "test/golden/website/board.png"), fullPage: true });
  await worker.close();
}
