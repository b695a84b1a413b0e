// Mail made to take time or memory: every size is capped, every reader is linear, and nothing is ever unpacked. The limit here only tells a machine that
// is busy from a reader that hangs; speed is measured by `npm run bench`.
import { describe, it } from "vitest";
import { MAX_RAW_BYTES } from "../../src/inbound/receive.ts";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";
import { visibleReply } from "../../src/mail/reply.ts";
import { MAX_TEXT_CHARACTERS } from "../../src/mail/text.ts";
import { inspect } from "../../src/opportunity/inspection.ts";
import { readInstructions } from "../../src/opportunity/instructions.ts";

const HANGS_MS = 15_000;
const HEAD = "From: Ada <ada@home.example>\r\nTo: in-ada@callback.example\r\nSubject: Fwd: x\r\n";
const CHARACTERS = 300_000;

async function read(raw: string): Promise<string> {
  const message = await readMessage(new TextEncoder().encode(raw));
  const when = { zone: "Europe/Berlin", today: "2026-11-03" };
  const arrived = await readArrival(message, {
    owners: ["ada@home.example"],
    inbox: null,
    zone: when.zone,
    answersLetter: false,
  });
  inspect("x", arrived, when);
  readInstructions(visibleReply(message.text), { ...when, me: "Ada" });
  return message.text;
}

async function takes(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** What somebody would repeat who wants a pattern to go wrong. */
const REPEATED = [
  "From: Rae\r\nSent: x\r\n\r\n",
  "---------- Forwarded message ---------\r\n",
  "From: Rae <rae@acme.example>\r\n",
  ">>>>>>>>>>>>>> ",
  " ",
  "a",
  "-",
  "a, ",
  "Monday, November 2 at 3:00 PM CET or ",
  "3:00 ",
  "1 ",
  "a@b.example ",
  "<",
  "(",
  "[mailto:",
  "a: b\r\n",
  "On Mon, Nov 2, 2026 at 8:00 AM Callback <hello@callback.example> wrote:\r\n",
  "https://zoom.us/j/1?x ",
  "done 1 and 2, ",
  "\r\n",
  "😀",
  "-- \r\nRae\r\n",
  "for the Staff Engineer position at ",
];
const REPEATED_HTML = ["<div><p>a", '<a href="mailto:x">x</a>', "<!-- ", "&amp;&lt;", "<table><tr><td>"];

describe("a mail of 300,000 characters", () => {
  for (const [type, list] of [
    ["plain", REPEATED],
    ["html", REPEATED_HTML],
  ] as const)
    for (const piece of list)
      it(`of nothing but ${JSON.stringify(piece)} is read, as ${type}`, async ({ expect }) => {
        const body = piece.repeat(Math.ceil(CHARACTERS / piece.length));
        const text = { is: "" };
        const took = await takes(
          async () =>
            (text.is = await read(`${HEAD}Content-Type: text/${type}; charset=utf-8\r\n\r\n${body}`)),
        );
        expect(took).toBeLessThan(HANGS_MS);
        expect(text.is.length).toBeLessThanOrEqual(MAX_TEXT_CHARACTERS);
      });
});

describe("a bomb", () => {
  it("of five thousand parts is read", async ({ expect }) => {
    const parts = Array.from(
      { length: 5_000 },
      (_, at) => `--b\r\nContent-Type: text/plain\r\n\r\npart ${at}\r\n`,
    ).join("");
    const took = await takes(() =>
      read(`${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`),
    );
    expect(took).toBeLessThan(HANGS_MS);
  });

  it("of five hundred messages in each other is read", async ({ expect }) => {
    let raw = `${HEAD}\r\nthe innermost`;
    for (let depth = 0; depth < 500; depth += 1) raw = `${HEAD}Content-Type: message/rfc822\r\n\r\n${raw}`;
    expect(await takes(() => read(raw))).toBeLessThan(HANGS_MS);
  });

  it("of five thousand boundaries in each other is read", async ({ expect }) => {
    const nested = Array.from(
      { length: 5_000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join("");
    expect(await takes(() => read(`${HEAD}${nested}`))).toBeLessThan(HANGS_MS);
  });

  it("in an archive is never unpacked: attachments that are neither mail nor calendar are not read", async ({
    expect,
  }) => {
    const zip = `--b\r\nContent-Type: application/zip; name=x.zip\r\nContent-Disposition: attachment; filename=x.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa("PK\u0003\u0004 kumquat7351")}\r\n`;
    const text = await read(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n${zip}--b--`,
    );
    expect(text.trim()).toBe("hello");
  });

  it("of a hundred thousand header lines, or one that does not end, is read", async ({ expect }) => {
    const many = Array.from({ length: 100_000 }, (_, at) => `X-${at}: x\r\n`).join("");
    expect(await takes(() => read(`${HEAD}${many}\r\nhello`))).toBeLessThan(HANGS_MS);
    expect(
      await takes(() => read(`${HEAD}References: ${"<a@b> ".repeat(50_000)}\r\n\r\nhello`)),
    ).toBeLessThan(HANGS_MS);
  });

  it("is not taken beyond 25 MiB", ({ expect }) => {
    expect(MAX_RAW_BYTES).toBe(25 * 1024 * 1024);
  });
});
