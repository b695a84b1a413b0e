import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, it } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

/** From left to right: a file imports only from its own room or from one to its left. */
const ROOMS = [
  ["vocabulary", "calendar", "settings", "version"],
  ["mail"],
  ["playbook"],
  ["opportunity"],
  ["letters"],
  ["store"],
  ["world"],
  ["desk"],
  ["inbound", "outbound", "web", "cli"],
  ["perform"],
  ["worker"],
];
const rankOf = (room: string) => ROOMS.findIndex((rooms) => rooms.includes(room));
const CORE = ["vocabulary", "calendar", "mail", "playbook", "opportunity", "letters"];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const roomOf = (file: string) => (file.split("/")[0] ?? "").replace(/\.tsx?$/, "");
const sourceOf = (file: string) => readFileSync(join(SRC, file), "utf8");
const importsOf = (file: string) =>
  [...sourceOf(file).matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gm)].map((match) => match[1] ?? "");

describe("the import rule", () => {
  it("knows every room", ({ expect }) => {
    expect(files.map(roomOf).filter((room) => rankOf(room) < 0)).toEqual([]);
  });

  it("is kept: a file imports from its own room or from what stands to its left, and shells never from each other", ({
    expect,
  }) => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith("."))
        .map((path) => normalize(join(dirname(file), path)))
        .filter((target) => roomOf(target) !== roomOf(file) && rankOf(roomOf(target)) >= rankOf(roomOf(file)))
        // Types of the local mailbox's JSON are all that the command line knows of the website.
        .filter(
          (target) =>
            !(
              roomOf(file) === "cli" &&
              target === "web/pages/mailbox.tsx" &&
              sourceOf(file).includes("import type { LocalState }")
            ),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("leaves the core without clock, randomness and network", ({ expect }) => {
    const impure = files
      .filter((file) => CORE.includes(roomOf(file)))
      .filter((file) =>
        /Date\.now\(|new Date\(\)|Math\.random|crypto\.(?:random|getRandom)|[^.\w]fetch\(|\bEnv\b|D1Database/.test(
          sourceOf(file),
        ),
      );
    expect(impure).toEqual([]);
  });

  it("leaves SQL to the store, and Node to the command line", ({ expect }) => {
    const sql = files.filter(
      (file) => roomOf(file) !== "store" && /\.prepare\(|\bSELECT [\w*]/.test(sourceOf(file)),
    );
    const node = files.filter(
      (file) => roomOf(file) !== "cli" && importsOf(file).some((path) => path.startsWith("node:")),
    );
    expect({ sql, node }).toEqual({ sql: [], node: [] });
  });

  it("calls out in two places only: nothing that a mail names is ever fetched", ({ expect }) => {
    const inWorker = files.filter((file) => !file.startsWith("cli/"));
    const calls = inWorker.filter((file) =>
      /(?<![.\w])(?<!async )fetch\(|\bconnect\(|new WebSocket|new Resend\(/.test(sourceOf(file)),
    );
    expect(calls.toSorted()).toEqual(["outbound/mailers/resend.ts", "outbound/webhook.ts"]);
  });
});
