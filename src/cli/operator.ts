// What an operator's command needs: the database and the raw mail, of this machine or (`--remote`) of production, through wrangler.
import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import type { Query } from "../store/stored.ts";
import { QUIET_WRANGLER } from "./local-settings.ts";

const run = promisify(execFile);
const MOST_BYTES = 256 * 1024 * 1024;

export type Operator = {
  readonly query: Query;
  /** The bytes of a raw mail; null when it is gone. */
  readonly raw: (key: string) => Promise<Uint8Array | null>;
};

export function operator({ remote }: { readonly remote: boolean }): Operator {
  const where = remote ? "--remote" : "--local";
  const env = { ...process.env, ...QUIET_WRANGLER };
  return {
    query: async (statements) => {
      const command = ["d1", "execute", "DB", where, "--json", "--command", statements.join(";\n")];
      const { stdout } = await run("wrangler", command, { env, maxBuffer: MOST_BYTES });
      // What wrangler says beside the answer stands in front of it.
      const answers = JSON.parse(stdout.slice(stdout.indexOf("["))) as readonly {
        results: readonly unknown[];
      }[];
      return answers.map(({ results }) => results);
    },
    raw: async (key) => {
      const args = ["r2", "object", "get", `callback-raw/${key}`, "--pipe", where];
      try {
        const { stdout } = await run("wrangler", args, { env, maxBuffer: MOST_BYTES, encoding: "buffer" });
        return new Uint8Array(stdout);
      } catch {
        return null;
      }
    },
  };
}
