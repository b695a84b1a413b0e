// SECURITY.md and the list that `npm run prove` takes away are the same threats, and every test that either names is there.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { DEFENCES } from "../defences/defences.ts";

const ROOT = join(import.meta.dirname, "../..");
const page = readFileSync(join(ROOT, "SECURITY.md"), "utf8");
const rows = [
  ...page
    .slice(page.indexOf("## What they could try"), page.indexOf("## Keys"))
    .matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm),
]
  .map(([, threat = "", , , tests = ""]) => ({ threat: threat.trim(), tests: tests.trim() }))
  .filter(({ threat }) => threat !== "threat" && !threat.startsWith("-"));

describe("SECURITY.md", () => {
  it("names the threats whose defences are proven, and no other", ({ expect }) => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ threat }) => threat).toSorted()).toEqual(
      [...new Set(DEFENCES.map(({ threat }) => threat))].toSorted(),
    );
  });

  it("names tests that are there", ({ expect }) => {
    const files = ["core", "worker"].flatMap((folder) => readdirSync(join(ROOT, "test", folder)));
    for (const { threat, tests } of rows)
      for (const [, name = ""] of tests.matchAll(/`([a-z-]+)`/g))
        expect(files, `${threat}: ${name}`).toContain(`${name}.test.ts`);
  });

  it("is about the code as it is: every defence that is taken away stands there", ({ expect }) => {
    for (const { threat, without, test } of DEFENCES) {
      expect(existsSync(join(ROOT, test[0])), test[0]).toBe(true);
      for (const [file, text] of without)
        expect(readFileSync(join(ROOT, file), "utf8").includes(text), `${threat}: ${file}: ${text}`).toBe(
          true,
        );
    }
  });
});
