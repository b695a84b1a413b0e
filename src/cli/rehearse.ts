// `npm run -s rehearse [-- --remote] [--people 200] [--mails]`: what the rules at hand would make of what is stored. Writes nothing; exit 0 when
// nothing is otherwise, 2 when something is.
import process from "node:process";
import { readArguments, stop } from "./arguments.ts";
import { operator } from "./operator.ts";
import { rehearse } from "./rehearsal.ts";

const USAGE = "usage: npm run -s rehearse [-- --remote] [--people N] [--mails]";
const { values } = readArguments(
  {
    options: {
      remote: { type: "boolean", default: false },
      people: { type: "string", default: "200" },
      mails: { type: "boolean", default: false },
    },
  } as const,
  USAGE,
);
const people = Number(values.people);
if (!(people > 0)) stop(USAGE);
const { differences, ...seen } = await rehearse(operator(values), { people, mails: values.mails });
for (const { id, what, was, is } of differences) say(`${id}  ${what}: ${was} → ${is}`);
const mails = values.mails ? ` and ${seen.mails} kept mails` : "";
say(
  `${seen.opportunities} opportunities of ${seen.people} people${mails}: ${differences.length} things would be otherwise.`,
);
process.exitCode = differences.length === 0 ? 0 : 2;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
