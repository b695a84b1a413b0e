// `npm run -s advise -- --history FILE.json --today DATE`: what Callback would say for a written history. No database, no network.
// The file is for people who do not program: one entry a line of what they wrote and what you did (see README).
import { readFileSync } from "node:fs";
import process from "node:process";
import { isDay } from "../calendar.ts";
import { adviseOn } from "../letters/written-history.ts";
import { readArguments, stop } from "./arguments.ts";
import { readHistory } from "./history-file.ts";

const USAGE = "usage: npm run -s advise -- --history FILE.json --today YYYY-MM-DD [--json]";

const { values: flags } = readArguments(
  {
    options: {
      history: { type: "string" },
      today: { type: "string" },
      json: { type: "boolean", default: false },
    },
  } as const,
  USAGE,
);
const { history: path, today } = flags;
if (path === undefined || today === undefined || !isDay(today)) stop(USAGE);

const read = readHistory(parse(path));
if (!read.ok) stop(`${path}: ${read.problem}`);
const advice = adviseOn(read.history, today);
process.stdout.write(flags.json ? `${JSON.stringify(advice, null, 2)}\n` : `${advice.text}\n`);

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return stop(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
