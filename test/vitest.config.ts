// Three projects: `browser` in a real Chromium; `core` in Node for everything pure and for what runs from outside, `worker` in workerd with real D1, R2 and queues.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { localSettings } from "../src/cli/local-settings.ts";

const root = join(import.meta.dirname, "..");

export default defineConfig({
  root,
  test: {
    silent: "passed-only",
    projects: [
      {
        plugins: [bytes()],
        test: { name: "core", include: ["test/core/**/*.test.ts"], testTimeout: 30_000 },
      },
      { test: { name: "browser", include: ["test/browser/**/*.test.ts"], testTimeout: 60_000 } },
      {
        plugins: [
          bytes(),
          cloudflareTest(async () => ({
            wrangler: { configPath: join(root, "wrangler.toml") },
            miniflare: {
              bindings: {
                ...localSettings("http://localhost"),
                TEST_MIGRATIONS: await readD1Migrations(join(root, "src/store/migrations")),
                TEST_SCHEMA_DATA: schemaData(),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          setupFiles: ["test/support/fresh-storage.ts"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});

function schemaData(): string[] {
  const folder = join(root, "test/fixtures/schema");
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Imports .eml files as Uint8Array: `?raw` would read them as UTF-8 and break 8-bit mail. */
function bytes() {
  return {
    name: "eml-as-bytes",
    enforce: "pre" as const,
    load(id: string) {
      const [path = ""] = id.split("?");
      if (!path.endsWith(".eml")) return null;
      const base64 = readFileSync(path).toString("base64");
      return `export default Uint8Array.from(atob(${JSON.stringify(base64)}), (character) => character.charCodeAt(0));`;
    },
  };
}
