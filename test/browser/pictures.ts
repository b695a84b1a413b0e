// `npm run pictures`: the digest as the start page shows it, and the board as the README does, drawn by a real browser.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { openBrowser } from "./chromium.ts";

const ROOT = join(import.meta.dirname, "../..");
const DIGEST = join(ROOT, "test/golden/letters/digest.html");
/** Finer than it is shown, so that it is sharp on a phone; small enough for a page of 60 KB. */
const SCALE = 1.5;

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
await browser.close();
