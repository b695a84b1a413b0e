import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Env } from "../../src/worker.ts";

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      readonly TEST_MIGRATIONS: D1Migration[];
      /** What each version of the schema makes possible, as SQL; in order. */
      readonly TEST_SCHEMA_DATA: string[];
    }
  }
}
type WorkerEnv = Env;
