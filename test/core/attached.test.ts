import { describe, it } from "vitest";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";

const inner = (name: string, body = `Hello from ${name}.`) =>
  [
    `From: ${name} Lind <${name.toLowerCase()}@acme.example>`,
    "To: ada@home.example",
    `Subject: Interview with ${name}`,
    "Date: Tue, 3 Nov 2026 14:02:00 +0100",
    `Message-ID: <${name}@acme.example>`,
    "",
    body,
  ].join("\r\n");
const part = (content: string, headers: readonly string[] = ["Content-Type: message/rfc822"]) =>
  ["--b", ...headers, "", content].join("\r\n");
const outer = (...parts: readonly string[]) =>
  [
    `From: Ada Byron <ada@home.example>`,
    "To: in-ada@callback.example",
    "Subject: Fwd: several",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    ...parts,
    "--b--",
    "",
  ].join("\r\n");

async function originals(raw: string) {
  const arrived = await readArrival(await readMessage(new TextEncoder().encode(raw)), {
    owners: ["ada@home.example"],
    inbox: "in-ada@callback.example",
    zone: "UTC",
    answersLetter: false,
  });
  return {
    arrival: arrived.arrival,
    comment: arrived.comment,
    from: arrived.originals.map(({ from }) => from?.address ?? null),
    originals: arrived.originals,
  };
}

describe("attached messages", () => {
  it("are originals of their own, in document order, with the words beside them as comment", async ({
    expect,
  }) => {
    const read = await originals(
      outer(part("Two of them", ["Content-Type: text/plain"]), part(inner("Rae")), part(inner("Sam"))),
    );
    expect(read).toMatchObject({
      arrival: "attached-forward",
      comment: "Two of them",
      from: ["rae@acme.example", "sam@acme.example"],
    });
    expect(read.originals[0]).toMatchObject({
      subject: "Interview with Rae",
      date: "2026-11-03T13:02:00Z",
      text: "Hello from Rae.",
      messageId: "Rae@acme.example",
    });
  });

  it("nested in each other come after the one around them", async ({ expect }) => {
    const nested = [
      "From: Rae Lind <rae@acme.example>",
      "Subject: Outer",
      "Content-Type: multipart/mixed; boundary=c",
      "",
      "--c",
      "Content-Type: text/plain",
      "",
      "See attached.",
      "--c",
      "Content-Type: message/rfc822",
      "",
      inner("Sam"),
      "--c--",
    ].join("\r\n");
    expect((await originals(outer(part(nested), part(inner("Kim"))))).from).toEqual([
      "rae@acme.example",
      "sam@acme.example",
      "kim@acme.example",
    ]);
  });

  it("in base64 are read", async ({ expect }) => {
    const encoded = part(btoa(inner("Rae")), [
      "Content-Type: message/rfc822",
      "Content-Transfer-Encoding: base64",
      'Content-Disposition: attachment; filename="x.eml"',
    ]);
    expect((await originals(outer(encoded))).from).toEqual(["rae@acme.example"]);
  });

  it("as .eml files of another type are read", async ({ expect }) => {
    const file = part(btoa(inner("Rae")), [
      'Content-Type: application/octet-stream; name="Interview.eml"',
      "Content-Transfer-Encoding: base64",
      'Content-Disposition: attachment; filename="Interview.eml"',
    ]);
    expect((await originals(outer(part("Look", ["Content-Type: text/plain"]), file))).from).toEqual([
      "rae@acme.example",
    ]);
  });

  it("that are damaged still say what they can", async ({ expect }) => {
    expect((await originals(outer(part("Subject: half a mai")))).originals).toMatchObject([
      { from: null, subject: "half a mai" },
    ]);
    expect((await originals(outer(part(inner("Rae").slice(0, 150))))).from).toEqual(["rae@acme.example"]);
  });

  it("that only pass a forward on are what it carries; with words of their own they stay themselves", async ({
    expect,
  }) => {
    const block = [
      "---------- Forwarded message ---------",
      "From: Sam Roe <sam@initech.example>",
      "Date: Tue, Nov 3, 2026 at 2:02 PM",
      "Subject: A role",
      "To: <ada@home.example>",
      "",
      "Interested?",
    ].join("\r\n");
    expect((await originals(outer(part(inner("Kim", block))))).from).toEqual(["sam@initech.example"]);
    expect(
      (
        await originals(
          outer(
            part(
              inner("Kim", `Dear Ada, please see what my colleague wrote to me last week.\r\n\r\n${block}`),
            ),
          ),
        )
      ).from,
    ).toEqual(["kim@acme.example"]);
  });

  it("are at most fifty", async ({ expect }) => {
    const many = Array.from({ length: 60 }, (_, at) => part(inner(`Rae${at}`)));
    expect((await originals(outer(...many))).from.length).toBe(50);
  });
});
