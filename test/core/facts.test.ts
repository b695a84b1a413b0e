// Facts out of recruiters' words: small mails, each about one way to be wrong.
import { describe, it } from "vitest";
import { asOriginal } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { readOriginal } from "../../src/opportunity/read.ts";

/** The reading of a mail that Rita of Hooli wrote on Monday 23 November 2026, 07:00 in Berlin. */
async function read(
  body: string,
  {
    from = "Rita Moss <rita@hooli.example>",
    subject = "Interview invitation - Backend Developer at Hooli",
  } = {},
) {
  const raw = `From: ${from}\r\nTo: bob@home.example\r\nSubject: ${subject}\r\nDate: Mon, 23 Nov 2026 06:00:00 +0000\r\n\r\n${body}`;
  return readOriginal(asOriginal(await readMessage(new TextEncoder().encode(raw))), {
    zone: "Europe/Berlin",
  });
}

describe("the time of an interview", () => {
  for (const [name, body, expected] of [
    [
      "is not how long it takes",
      "We invite you to an interview on Tuesday, 24 November at 14:00 CET. It takes 45 minutes.",
      { start: "2026-11-24T14:00:00+01:00", options: [] },
    ],
    [
      "is not how long it takes, said first",
      "We invite you to a 30-minute interview on Tuesday, 24 November at 14:00 CET.",
      { start: "2026-11-24T14:00:00+01:00", options: [] },
    ],
    [
      "is read in the zone that it names",
      "We invite you to an interview on Tuesday, November 24 at 3pm ET.",
      { start: "2026-11-24T15:00:00-05:00", zone: "America/New_York" },
    ],
    [
      "is in the person's zone where none is named",
      "We invite you to an interview on Thursday at 10:00.",
      { start: "2026-11-26T10:00:00+01:00", zone: "Europe/Berlin" },
    ],
  ] as const)
    it(`of it: ${name}`, async ({ expect }) => {
      expect((await read(body)).interview).toMatchObject(expected);
    });

  it("is several when several are offered", async ({ expect }) => {
    const { interview } = await read(
      "We would like to invite you to an interview. Please pick a time:\r\n- Tuesday, November 24 at 10:00\r\n- Wednesday, November 25 at 15:00",
    );
    expect(interview).toMatchObject({
      start: null,
      options: [{ start: "2026-11-24T10:00:00+01:00" }, { start: "2026-11-25T15:00:00+01:00" }],
    });
  });
});

describe("the company", () => {
  for (const body of [
    "I invite you to a phone screen for the Data Engineer position on Thursday 26 November at 10:00. Thanks",
    "I invite you to the final interview for the Product Designer role with our CEO on Friday at 3pm.",
  ])
    it(`is never a time: "${body}"`, async ({ expect }) => {
      expect((await read(body)).company).toBe("Hooli");
    });
});

describe("the role", () => {
  for (const [name, body, role] of [
    [
      "ends with its sentence",
      "We have received your application for Site Reliability Engineer. Our team will review it.",
      "Site Reliability Engineer",
    ],
    [
      "ends with its paragraph",
      "We decided not to move forward with your application for Data Engineer\r\n\r\nNils Berg\r\nHooli",
      "Data Engineer",
    ],
    [
      "may have dots inside",
      "We have received your application for the Senior Node.js Developer position at Hooli.",
      "Senior Node.js Developer",
    ],
    [
      "may begin with an abbreviation",
      "We have received your application for the Sr. Backend Engineer role at Hooli.",
      "Sr. Backend Engineer",
    ],
    [
      "may wrap over a line",
      "We have received your application for the Staff\r\nEngineer position at Hooli.",
      "Staff Engineer",
    ],
  ] as const)
    it(`of it: ${name}`, async ({ expect }) => {
      expect((await read(body, { subject: "Your application" })).role).toBe(role);
    });
});

describe("a contact", () => {
  it("is called by the first name, in whatever order it is written", async ({ expect }) => {
    const { contacts } = await read("We invite you to an interview.", {
      from: '"Lee, Anna" <anna.lee@hooli.example>',
    });
    expect(contacts).toMatchObject([{ name: "Anna Lee", address: "anna.lee@hooli.example" }]);
  });
});
