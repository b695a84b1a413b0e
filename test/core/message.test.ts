import { describe, it } from "vitest";
import { readHeaders, readMessage } from "../../src/mail/message.ts";
import { BROKEN_MAILS, bytes } from "../support/broken-mails.ts";

const read = (text: string) => readMessage(bytes(text));

describe("a broken mail", () => {
  for (const [name, raw, expected] of BROKEN_MAILS)
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
