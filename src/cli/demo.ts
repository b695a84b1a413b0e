// `npm run demo`: the whole story in the terminal, on the production build in workerd. Exit 0 only if every step held.
// `npm run demo -- --mail a.eml b.eml` tells it with your own mails.
import { existsSync } from "node:fs";
import process from "node:process";
import { readArguments, stop } from "./arguments.ts";
import { ownMails, storyMails } from "./demo-mails.ts";
import { tellStory } from "./demo-story.ts";
import { startDemoWorker } from "./demo-worker.ts";

const { values, positionals } = readArguments(
  { allowPositionals: true, options: { mail: { type: "string", multiple: true, default: [] } } } as const,
  "usage: npm run demo [-- --mail FILE.eml…]",
);
const paths = [...values.mail, ...positionals];
for (const path of paths) if (!existsSync(path)) stop(`there is no file ${path}`);
const demoWorker = await startDemoWorker();
try {
  const held = await tellStory(demoWorker, paths.length === 0 ? await storyMails() : await ownMails(paths));
  process.exitCode = held ? 0 : 1;
} catch (error) {
  process.stderr.write(`\nThe demo broke off: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await demoWorker.close();
}
