// `npm run -s inspect -- PATH…`: the reading of messages as JSON lines (PRODUCT section 9). No database, no network.
import { readdirSync, readFileSync, statSync } from "node:fs";
import process from "node:process";
import { dayOf, isZone, toInstant } from "../calendar.ts";
import { normaliseAddress } from "../mail/address.ts";
import { readArrival } from "../mail/arrival.ts";
import { readMessage } from "../mail/message.ts";
import { writeMessage } from "../mail/written-message.ts";
import type { WrittenMessage } from "../mail/written-message.ts";
import { inspect } from "../opportunity/inspection.ts";
import { readArguments, stop } from "./arguments.ts";

const USAGE =
  "usage: npm run -s inspect -- PATH… [--now ISO] [--zone IANA] [--owner ADDRESS]… [--inbox ADDRESS]";

// `inspect … | head` is no fault.
process.stdout.on("error", () => process.exit(0));
const { values: flags, positionals: paths } = readArguments(
  {
    allowPositionals: true,
    options: {
      now: { type: "string" },
      zone: { type: "string", default: "UTC" },
      owner: { type: "string", multiple: true, default: [] },
      inbox: { type: "string" },
    },
  } as const,
  USAGE,
);
if (paths.length === 0) stop(USAGE);
if (!isZone(flags.zone)) stop(`--zone ${flags.zone} is not an IANA time zone such as Europe/Berlin`);
if (flags.now !== undefined && Number.isNaN(Date.parse(flags.now)))
  stop(`--now ${flags.now} is not an ISO 8601 instant`);

for (const path of paths) await inspectPath(path);

/** One line of a .jsonl file: a message as text or as fields. */
type JsonLine = WrittenMessage & { readonly id: string; readonly raw?: string; readonly as?: "reply" };

async function inspectPath(path: string): Promise<void> {
  if (path === "-") return inspectFile(path, readFileSync(0));
  try {
    if (statSync(path).isDirectory()) {
      for (const file of filesIn(path)) await inspectFile(file, readFileSync(file));
    } else await inspectFile(path, readFileSync(path));
  } catch (error) {
    stop(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** All files of a folder, recursive, sorted, as folder + "/" + relative path. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((file) => `${folder.replace(/\/$/, "")}/${file.slice(folder.replace(/\/$/, "").length + 1)}`)
    .toSorted();
}

async function inspectFile(path: string, bytes: Uint8Array): Promise<void> {
  if (!path.endsWith(".jsonl") && !(path === "-" && bytes[0] === 0x7b))
    return inspectMessage(path, bytes, false);
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    if (line.trim() === "") continue;
    const { id, raw, as, ...written } = JSON.parse(line) as JsonLine;
    await inspectMessage(
      id,
      raw === undefined ? writeMessage(written) : new TextEncoder().encode(raw),
      as === "reply",
    );
  }
}

async function inspectMessage(id: string, raw: Uint8Array, answersLetter: boolean): Promise<void> {
  const message = await readMessage(raw);
  const owners = flags.owner.map(normaliseAddress);
  const inbox = flags.inbox ? normaliseAddress(flags.inbox) : (message.to[0]?.address ?? null);
  const arrived = await readArrival(message, {
    owners,
    inbox: inbox && normaliseAddress(inbox),
    answersLetter,
    zone: flags.zone,
  });
  const now = flags.now ?? message.date ?? toInstant(Date.now());
  for (const object of inspect(id, arrived, { zone: flags.zone, today: dayOf(now, flags.zone) }))
    process.stdout.write(`${JSON.stringify(object)}\n`);
}
