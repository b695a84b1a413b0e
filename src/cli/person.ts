// `npm run -s person -- add ada@home.example --zone Europe/Berlin` and `… person -- list`: people in the local database.
import process from "node:process";
import { getPlatformProxy } from "wrangler";
import { isZone, toInstant } from "../calendar.ts";
import { normaliseAddress } from "../mail/address.ts";
import { clockOffset } from "../store/local.ts";
import { listPeople, whoseAddress } from "../store/people.ts";
import { readArguments, stop } from "./arguments.ts";
import { LOCAL_MAIL_DOMAIN, QUIET_WRANGLER } from "./local-settings.ts";
import { migrateLocal } from "./migrate.ts";
import { createPerson } from "./new-person.ts";

const USAGE = "usage: npm run -s person -- add ADDRESS --zone IANA [--name NAME] | list";

Object.assign(process.env, QUIET_WRANGLER);
const { values: flags, positionals } = readArguments(
  { allowPositionals: true, options: { zone: { type: "string" }, name: { type: "string" } } } as const,
  USAGE,
);
const [verb, address = ""] = positionals;
const zone = flags.zone ?? "";
if (verb === "list") await withDatabase(list);
else if (verb !== "add" || !address.includes("@")) stop(USAGE);
else if (!isZone(zone))
  stop(`--zone should be an IANA time zone such as Europe/Berlin${zone === "" ? "" : `; ${zone} is none`}`);
else await withDatabase((db) => add(db, address));

async function add(db: D1Database, given: string): Promise<void> {
  if (await whoseAddress(db, normaliseAddress(given))) return stop(`${given} is here already`);
  const now = toInstant(Date.now() + (await clockOffset(db)) * 1000);
  const { inbox } = await createPerson(db, {
    address: given,
    name: flags.name ?? null,
    zone,
    mailDomain: LOCAL_MAIL_DOMAIN,
    now,
  });
  process.stdout.write(`${given} forwards to ${inbox}\n`);
}

async function list(db: D1Database): Promise<void> {
  for (const person of await listPeople(db))
    process.stdout.write(`${person.address} (${person.zone}) forwards to ${person.inbox}\n`);
}

async function withDatabase(use: (db: D1Database) => Promise<void>): Promise<void> {
  await migrateLocal();
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>();
  try {
    await use(env.DB);
  } finally {
    await dispose();
  }
}
