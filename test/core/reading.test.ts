import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const FIXTURES = "test/fixtures/ada";
const CORPUS = join(ROOT, "../shared/corpus");

function inspect(args: readonly string[], input?: string) {
  const run = spawnSync("node", ["src/cli/inspect.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    ...(input === undefined ? {} : { input }),
  });
  return {
    code: run.status,
    err: run.stderr,
    rows: run.stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe("the reading of Ada's mails", () => {
  for (const name of readdirSync(join(ROOT, FIXTURES)).toSorted())
    it(`of ${name} is as written down`, async ({ expect }) => {
      const { rows, code } = inspect([
        `${FIXTURES}/${name}`,
        "--zone",
        "Europe/Berlin",
        "--owner",
        "ada@home.example",
        "--inbox",
        "in-ada@callback.example",
      ]);
      expect(code).toBe(0);
      await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot(
        `../golden/readings/${name.replace(".eml", ".json")}`,
      );
    });
});

describe("npm run inspect", () => {
  const KEYS = [
    "id",
    "arrival",
    "automatic",
    "comment",
    "original",
    "kind",
    "subkind",
    "callback",
    "certainty",
    "signals",
    "company",
    "agency",
    "role",
    "requisition",
    "round",
    "contacts",
    "interview",
    "schedulingLink",
    "deadline",
    "promisedBy",
    "takeHome",
    "salary",
    "missing",
    "evidence",
    "language",
    "reasons",
    "jobLink",
    "redFlags",
    "scamSigns",
    "instructions",
    "verification",
  ];

  it("prints every key of its public shape, for every mail", ({ expect }) => {
    const { rows } = inspect([FIXTURES]);
    expect(rows.length).toBe(11);
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(KEYS.toSorted());
  });

  it("reads folders sorted, with ids as given", ({ expect }) => {
    const { rows } = inspect([FIXTURES]);
    expect(rows[0]?.["id"]).toBe(`${FIXTURES}/01-gmail-en-interview.eml`);
    const ids = rows.map(({ id }) => String(id));
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it("reads JSON lines with fields, raw and replies, from standard input too", ({ expect }) => {
    const lines = [
      {
        id: "fields",
        from: "rae@acme.example",
        to: "ada@home.example",
        subject: "Interview",
        body: "We would like to invite you to an interview.",
      },
      {
        id: "html",
        from: "rae@acme.example",
        html: "<p>We would like to invite you to an <b>interview</b>.</p>",
      },
      {
        id: "raw",
        raw: "From: rae@acme.example\r\nSubject: Größe\r\n\r\nYour order #20391 has shipped. Track your package in the app.",
      },
      {
        id: "reply",
        from: "ada@home.example",
        subject: "Re: Your week",
        body: "done 2\n\n> 1. First",
        as: "reply",
      },
    ];
    const { rows, code } = inspect(["-"], lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(code).toBe(0);
    expect(rows.map(({ id, arrival, kind }) => [id, arrival, kind])).toEqual([
      ["fields", "auto-forward", "interview"],
      ["html", "auto-forward", "interview"],
      ["raw", "auto-forward", "not-job"],
      ["reply", "reply", null],
    ]);
    expect(rows[2]?.["original"]).toMatchObject({ subject: "Größe" });
    expect(rows[3]).toMatchObject({
      comment: "done 2",
      original: null,
      instructions: [{ verb: "done", items: [2] }],
    });
  });

  it("numbers several originals of one mail, and only then", ({ expect }) => {
    const part = (name: string) =>
      `--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: ${name}@acme.example\r\nSubject: ${name}\r\n\r\nhello ${name}\r\n`;
    const raw = (parts: readonly string[]) =>
      `From: ada@home.example\r\nSubject: Fwd: several\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map(part).join("")}--b--\r\n`;
    const { rows } = inspect(
      ["-"],
      [
        { id: "two", raw: raw(["rae", "sam"]) },
        { id: "one", raw: raw(["rae"]) },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    expect(rows.map(({ id, arrival }) => [id, arrival])).toEqual([
      ["two#1", "attached-forward"],
      ["two#2", "attached-forward"],
      ["one", "attached-forward"],
    ]);
  });

  it("answers for broken mails with exit 0, and for a path that cannot be read with exit 1 and a sentence", ({
    expect,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), "callback-"));
    writeFileSync(join(folder, "empty.eml"), "");
    writeFileSync(
      join(folder, "binary.eml"),
      Uint8Array.from({ length: 3_000 }, (_, at) => (at * 31) % 256),
    );
    const broken = inspect([folder]);
    expect([broken.code, broken.rows.length]).toEqual([0, 2]);
    const missing = inspect([join(folder, "nothing.eml")]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain("cannot read");
  });
});

describe("mails that nobody here wrote", () => {
  const present = existsSync(CORPUS);
  it.runIf(present)("are answered, every one, by the corpus's own score", ({ expect }) => {
    const printed = execFileSync("node", [join(CORPUS, "score.mjs"), ROOT, CORPUS], { encoding: "utf8" });
    expect(printed).toMatch(/malformed answered 100\.0%.*exits all 0/);
    expect(printed).toMatch(/notForward 100\.0%/);
    expect(printed).toMatch(/humans taken for machines 0\.0%/);
  });
  it.runIf(!present)("are not here: the corpus is absent, so its score is left out", ({ expect }) => {
    expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain("corpus");
  });
});
