// Brings the local D1 to the newest schema, through wrangler's own migrations.
import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { QUIET_WRANGLER } from "./local-settings.ts";

export async function migrateLocal(): Promise<void> {
  await promisify(execFile)("wrangler", ["d1", "migrations", "apply", "DB", "--local"], {
    env: { ...process.env, ...QUIET_WRANGLER },
  });
}
