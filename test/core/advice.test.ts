// What Callback says about written histories: one readable file each, covering every row of the article (S1 to S10) and every edge.
// Someone who has read only the article must find nothing here that contradicts it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { readHistory } from "../../src/cli/history-file.ts";
import { adviseOn } from "../../src/letters/written-history.ts";

const FOLDER = join(import.meta.dirname, "../golden/advice");
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -5));

type File = { readonly about: string; readonly source: string; readonly today: string };

function load(name: string): File {
  const file: File = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8"));
  return file;
}

describe("the advice", () => {
  for (const name of NAMES)
    it(`${name}: ${load(name).about}`, async ({ expect }) => {
      const file = load(name);
      const read = readHistory(file);
      if (!read.ok) throw new Error(read.problem);
      const { text } = adviseOn(read.history, file.today);
      await expect(`${file.about} (${file.source})\n\n${text}\n`).toMatchFileSnapshot(
        `../golden/advice/${name}.txt`,
      );
    });

  it("covers every row of the article", ({ expect }) => {
    const sources = new Set(NAMES.flatMap((name) => load(name).source.split(", ")));
    expect([...sources].toSorted()).toEqual(["S1", "S10", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9"]);
    expect(NAMES.length).toBeGreaterThanOrEqual(40);
  });

  it("never speaks of a verdict, a demand or a third follow-up", ({ expect }) => {
    for (const name of NAMES) {
      const file = load(name);
      const read = readHistory(file);
      if (!read.ok) throw new Error(read.problem);
      const { text } = adviseOn(read.history, file.today);
      expect(text).not.toMatch(
        /third follow-up|toxic|avoid this company|you were rejected|demand an answer/i,
      );
    }
  });

  for (const [problem, json] of [
    ['needs a "history"', {}],
    ['entry 1: "at" must be a day', { history: [{ at: "2026-02-30", they: "interview" }] }],
    ["entry 1 must have required property 'at'", { history: [{ they: "interview" }] }],
    ['entry 1: "they" must be one of', { history: [{ at: "2026-11-02", they: "party" }] }],
    ['entry 1: "you" must be', { history: [{ at: "2026-11-02", you: "danced" }] }],
    [
      'entry 1: "intervew" is not known',
      { history: [{ at: "2026-11-02", they: "interview", intervew: "" }] },
    ],
    ['person: "waitDays" must be >= 7', { history: [], person: { waitDays: 3 } }],
    ['person: "zone" must be a time zone', { history: [], person: { zone: "Moon/Sea" } }],
  ] as const)
    it(`says what is wrong with a history: ${problem}`, ({ expect }) => {
      const read = readHistory(json);
      expect(read.ok ? "" : read.problem).toContain(problem);
    });
});
