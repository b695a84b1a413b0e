// Every fixture and every broken mail, damaged in thirty ways: always an answer, never a crash, and a body that is there is not lost. (`npm run fuzz`
// tries random ones.)
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";
import { inspect } from "../../src/opportunity/inspection.ts";
import { BROKEN_MAILS, bytes } from "../support/broken-mails.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/ada");
const MAILS: readonly (readonly [string, Uint8Array])[] = [
  ...readdirSync(FIXTURES).map((name) => [name, new Uint8Array(readFileSync(join(FIXTURES, name)))] as const),
  ...BROKEN_MAILS.map(([name, mail]) => [name, bytes(mail)] as const),
];

const latin = (raw: Uint8Array) => Array.from(raw, (byte) => String.fromCharCode(byte)).join("");
const onText = (change: (mail: string) => string) => (raw: Uint8Array) => bytes(change(latin(raw)));
const headers = (change: (head: string) => string) =>
  onText((mail) => {
    const at = mail.search(/\r?\n\r?\n/);
    return at < 0 ? change(mail) : change(mail.slice(0, at)) + mail.slice(at);
  });

/** Name, and what it does to the bytes. */
const DAMAGES: readonly (readonly [string, (raw: Uint8Array) => Uint8Array])[] = [
  ["whole", (raw) => raw],
  ...[0.1, 0.25, 0.5, 0.75, 0.95].map(
    (part) =>
      [
        `cut off at ${part * 100} %`,
        (raw: Uint8Array) => raw.slice(0, Math.floor(raw.length * part)),
      ] as const,
  ),
  ["without its first half", (raw) => raw.slice(Math.floor(raw.length / 2))],
  ["with line feeds alone", onText((mail) => mail.replace(/\r\n/g, "\n"))],
  ["with carriage returns alone", onText((mail) => mail.replace(/\r?\n/g, "\r"))],
  ["with doubled line ends", onText((mail) => mail.replace(/\r?\n/g, "\r\n\r\n"))],
  ["without line ends", onText((mail) => mail.replace(/\r?\n/g, " "))],
  ["with NULs", onText((mail) => mail.replace(/e/g, "e\u0000"))],
  ["with every high byte", onText((mail) => mail.replace(/a/g, "\u00ff"))],
  ["upside down", (raw) => raw.toReversed()],
  ["twice in a row", (raw) => Uint8Array.from([...raw, ...raw])],
  ["behind a byte order mark", (raw) => Uint8Array.from([0xef, 0xbb, 0xbf, ...raw])],
  ["behind an mbox line", onText((mail) => `From MAILER-DAEMON Mon Nov  2 08:00:00 2026\r\n${mail}`)],
  ["behind an empty line", onText((mail) => `\r\n${mail}`)],
  ["without From", headers((head) => head.replace(/^From:.*$/gim, "X: x"))],
  ["without Date", headers((head) => head.replace(/^Date:.*$/gim, "Date: yesterday"))],
  ["without Content-Type", headers((head) => head.replace(/^Content-Type:.*$/gim, "X: x"))],
  ["with headers in capitals", headers((head) => head.toUpperCase())],
  ["with all headers doubled", headers((head) => `${head}\r\n${head}`)],
  ["with folded headers", headers((head) => head.replace(/ /g, "\r\n "))],
  ["with another boundary", onText((mail) => mail.replace(/boundary="?[^"\r\n]*"?/g, 'boundary="nowhere"'))],
  ["with an empty boundary", onText((mail) => mail.replace(/boundary="?[^"\r\n]*"?/g, 'boundary=""'))],
  ["with an unknown charset", onText((mail) => mail.replace(/charset="?[\w-]+"?/g, "charset=x-klingon"))],
  ["as base64 that it is not", headers((head) => `${head}\r\nContent-Transfer-Encoding: base64`)],
  [
    "as quoted-printable that it is not",
    headers((head) => `${head}\r\nContent-Transfer-Encoding: quoted-printable`),
  ],
  ["as a message within itself", onText((mail) => `Content-Type: message/rfc822\r\n\r\n${mail}`)],
  [
    "as a calendar",
    headers((head) => `${head.replace(/^Content-Type:.*$/gim, "X: x")}\r\nContent-Type: text/calendar`),
  ],
];

describe("a damaged mail", () => {
  it("comes in more than eight hundred ways", ({ expect }) => {
    expect(MAILS.length * DAMAGES.length).toBeGreaterThan(800);
  });

  for (const [damage, does] of DAMAGES)
    it(`${damage} gets an answer`, async ({ expect }) => {
      for (const [name, mail] of MAILS) {
        const message = await readMessage(does(mail));
        const arrived = await readArrival(message, {
          owners: [],
          inbox: null,
          zone: "Europe/Berlin",
          answersLetter: false,
        });
        const read = inspect(name, arrived, { zone: "Europe/Berlin", today: "2026-11-03" });
        expect(read.length, name).toBeGreaterThan(0);
        for (const one of read) expect(JSON.parse(JSON.stringify(one)), name).toEqual(one);
      }
    });

  it("keeps its body, wherever headers end and whatever they say", async ({ expect }) => {
    for (const end of ["\r\n", "\n", "\r"])
      for (const type of [
        "",
        "text/plain; charset=x-klingon",
        "text/html",
        "multipart/mixed; boundary=nowhere",
        "message/rfc822",
      ]) {
        const head = [
          "From: a@home.example",
          "Subject: x",
          ...(type === "" ? [] : [`Content-Type: ${type}`]),
        ];
        const message = await readMessage(bytes([...head, "", "kumquat7351", ""].join(end)));
        const attached = message.attached.map(latin).join("");
        expect(message.text + attached, `${JSON.stringify(end)} ${type}`).toContain("kumquat7351");
      }
  });
});
