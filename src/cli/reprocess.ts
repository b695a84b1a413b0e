// `npm run -s reprocess -- list | all | ID… [--remote]`: mails that failed, and running them again after a fix. The cron's next sweep takes them.
import process from "node:process";
import { FAILED_MAILS, reprocessFailed } from "../store/reprocess.ts";
import type { FailedMail } from "../store/reprocess.ts";
import { readArguments, stop } from "./arguments.ts";
import { operator } from "./operator.ts";

const USAGE = "usage: npm run -s reprocess -- list | all | ID… [--remote]";
const { values, positionals } = readArguments(
  { allowPositionals: true, options: { remote: { type: "boolean", default: false } } } as const,
  USAGE,
);
const [verb] = positionals;
if (verb === undefined) stop(USAGE);
if (verb !== "list" && verb !== "all" && !positionals.every((id) => /^[a-z2-7]{26}$/.test(id)))
  stop(`an id of a mail has 26 characters of a to z and 2 to 7\n${USAGE}`);
const { query } = operator(values);
if (verb === "list") {
  const [failed = []] = (await query([FAILED_MAILS])) as [FailedMail[]?];
  for (const { id, reason, attempts, receivedAt, kept } of failed)
    say(`${id}  ${receivedAt}  ${attempts} attempts  ${reason}${kept === 1 ? "" : "  (raw mail gone)"}`);
  say(failed.length === 0 ? "No mail has failed." : `${failed.length} failed.`);
} else {
  const [again = []] = await query([reprocessFailed(verb === "all" ? "all" : positionals)]);
  say(
    `${again.length} ${again.length === 1 ? "mail is" : "mails are"} run again with the next cron, within a quarter of an hour.`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
