// `npm run pictures`, first half: every golden letter as a picture, at 320 and 640 px, light and dark, into letters/ (which git ignores).
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { VIEWS, openBrowser } from "./chromium.ts";

const GOLDEN = join(import.meta.dirname, "../golden/letters");
const PICTURES = join(import.meta.dirname, "../../letters");

const opened = await openBrowser();
if (!opened.ok) {
  process.stderr.write(`No pictures: ${opened.why}.\n`);
  process.exit(1);
}
const { browser } = opened;
rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES);
const letters = readdirSync(GOLDEN).filter((name) => name.endsWith(".html"));
for (const { width, colorScheme, name } of VIEWS) {
  const context = await browser.newContext({ viewport: { width, height: 640 }, colorScheme });
  const page = await context.newPage();
  for (const letter of letters) {
    await page.setContent(readFileSync(join(GOLDEN, letter), "utf8"));
    await page.screenshot({
      path: join(PICTURES, `${letter.replace(".html", "")}-${name}.png`),
      fullPage: true,
    });
  }
  await context.close();
}
await browser.close();
process.stdout.write(`${letters.length} letters, ${letters.length * VIEWS.length} pictures in letters/\n`);
