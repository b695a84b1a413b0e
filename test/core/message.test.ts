import { describe, it } from "vitest";
import { readHeaders, readMessage } from "../../src/mail/message.ts";

/** A character is a byte here: \xfc is ü in Latin-1. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (text: string) => readMessage(bytes(text));

describe("a broken mail", () => {
  for (const [name, raw, expected] of [
    [
      "8-bit headers in Latin-1",
      "From: J\xfcrgen <j@home.example>\r\nSubject: Gr\xfc\xdfe\r\n\r\nhello",
      { from: { name: "Jürgen" }, subject: "Grüße", text: "hello" },
    ],
    [
      "8-bit headers in UTF-8",
      "From: J\xc3\xbcrgen <j@home.example>\r\nSubject: Gr\xc3\xbc\xc3\x9fe\r\n\r\nhello",
      { from: { name: "Jürgen" }, subject: "Grüße" },
    ],
    [
      "8-bit headers in the charset that its body names",
      "From: a@home.example\r\nSubject: \xcf\xf0\xe8\xe2\xe5\xf2\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2",
      { subject: "Привет", text: "Привет" },
    ],
    [
      "a body in Latin-1 without a charset",
      "From: a@home.example\r\nSubject: x\r\n\r\nSch\xf6n",
      { text: "Schön" },
    ],
    [
      "a body in Cyrillic without a charset",
      "From: a@home.example\r\nSubject: x\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0",
      { text: "Привет, как дела" },
    ],
    [
      "a charset that nobody knows",
      "From: a@home.example\r\nContent-Type: text/plain; charset=x-nobody\r\n\r\nhello",
      { text: "hello" },
    ],
    [
      "lines that end in carriage returns",
      "From: a@home.example\rSubject: x\r\rhello\r",
      { subject: "x", text: "hello" },
    ],
    ["no headers", "\r\nhello there", { text: "hello there" }],
    [
      "no empty line before its body",
      "From: a@home.example\r\nSubject: x\r\nhello there, this is no header",
      { subject: "x" },
    ],
    [
      "a boundary that never comes",
      'From: a@home.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\nhello there',
      { text: "hello there" },
    ],
    ["base64 that is none", "From: a@home.example\r\nContent-Transfer-Encoding: base64\r\n\r\nhello!!", {}],
    ["nothing at all", "", { text: "", from: null }],
  ] as const)
    it(`with ${name} is still read`, async ({ expect }) => {
      const message = await read(raw);
      expect({ ...message, text: message.text.trim() }).toMatchObject(expected);
    });

  it("nested too deep for the parser keeps its words", async ({ expect }) => {
    const depth = 400;
    const open = Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
    ).join("");
    expect((await read(`From: a@home.example\r\nSubject: x\r\n${open}\r\n\r\nkumquat`)).text).toContain(
      "kumquat",
    );
  });

  it("with a placeholder for its text shows its HTML", async ({ expect }) => {
    const html = `<p>${"We would like to invite you to an interview. ".repeat(30)}</p>`;
    const raw = `From: a@home.example\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease view in HTML\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--`;
    expect((await read(raw)).text).toContain("invite you to an interview");
  });
});

describe("the clock of a sender", () => {
  for (const [date, minutes] of [
    ["Tue, 3 Nov 2026 14:02:00 +0100", 60],
    ["Tue, 3 Nov 2026 14:02:00 -0530 (IST)", -330],
    ["Tue, 3 Nov 2026 14:02:00 EST", -300],
    ["Tue, 3 Nov 2026 14:02:00 GMT", 0],
    ["Tue, 3 Nov 2026 14:02:00", null],
  ] as const)
    it(`is ${minutes} minutes east in "${date}"`, async ({ expect }) => {
      expect((await read(`Date: ${date}\r\n\r\nx`)).offsetMinutes).toBe(minutes);
    });
});

describe("HTML", () => {
  it("of a hundred thousand nested elements is read in time", async ({ expect }) => {
    const { text } = await read(`Content-Type: text/html\r\n\r\n${"<div>".repeat(100_000)}kumquat`);
    expect(text).toContain("kumquat");
  });

  it("keeps addresses and links that stand behind words", async ({ expect }) => {
    const { text } = await read(
      'Content-Type: text/html\r\n\r\n<p><a href="mailto:rae@acme.example">Rae Lind</a> <a href="https://acme.zoom.us/j/5">Join</a> <a href="https://acme.example">acme.example</a></p>',
    );
    expect(text.trim()).toBe("Rae Lind <rae@acme.example> Join <https://acme.zoom.us/j/5> acme.example");
  });
});

describe("headers alone", () => {
  it("are read without the body, however long it is", async ({ expect }) => {
    const headers = await readHeaders(
      bytes(`Subject: x\r\nX-Two: 1\r\nX-Two: 2\r\n\r\n${"a".repeat(1_000_000)}`),
    );
    expect(headers.map(({ name, value }) => `${name}=${value}`)).toEqual(["subject=x", "x-two=1", "x-two=2"]);
  });
});
