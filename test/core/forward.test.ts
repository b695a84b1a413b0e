import { describe, it } from "vitest";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";

const OWNER = "ada@home.example";
const INBOX = "in-ada@callback.example";

/** How a mail arrives; header lines, then an empty line, then the body. */
async function arrival(
  lines: readonly string[],
  { answersLetter = false, owners = [OWNER] }: { answersLetter?: boolean; owners?: readonly string[] } = {},
) {
  return readArrival(await readMessage(new TextEncoder().encode(lines.join("\r\n"))), {
    owners,
    inbox: INBOX,
    zone: "UTC",
    answersLetter,
  });
}

const FROM_ADA = [
  "From: Ada Byron <ada@home.example>",
  `To: ${INBOX}`,
  "Date: Mon, 2 Nov 2026 09:00:00 +0100",
];
const FROM_RAE = [
  "From: Rae Lind <rae@acme.example>",
  "To: ada@home.example",
  "Date: Mon, 2 Nov 2026 09:00:00 +0100",
];
const GMAIL = [
  "---------- Forwarded message ---------",
  "From: Rae Lind <rae@acme.example>",
  "Date: Fri, Oct 30, 2026 at 4:12 PM",
  "Subject: Interview",
  "To: <ada@home.example>",
  "",
  "",
  "See you soon.",
];
const OUTLOOK = [
  "________________________________",
  "From: Rae Lind <rae@acme.example>",
  "Sent: Friday, October 30, 2026 4:12 PM",
  "To: Ada Byron",
  "Subject: Interview",
  "",
  "See you soon.",
];
const ATTACHED = [
  "--b",
  "Content-Type: message/rfc822",
  "",
  "From: Rae Lind <rae@acme.example>",
  "Subject: Interview",
  "",
  "See you soon.",
  "--b--",
];
const CALENDAR = [
  "--b",
  "Content-Type: text/calendar",
  "",
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART:20261110T140000Z",
  "END:VEVENT",
  "END:VCALENDAR",
  "--b--",
];
const MIXED = 'Content-Type: multipart/mixed; boundary="b"';

describe("how a message arrived: the first row that fits", () => {
  for (const [name, expected, lines] of [
    ["a forward by Gmail", "forward", [...FROM_ADA, "Subject: Fwd: Interview", "", ...GMAIL]],
    [
      "a forward by Outlook without any prefix",
      "forward",
      [...FROM_ADA, "Subject: Interview", "", ...OUTLOOK],
    ],
    [
      "a forward by a stranger",
      "forward",
      ["From: ada@work.example", `To: ${INBOX}`, "Subject: Fwd: Interview", "", ...GMAIL],
    ],
    [
      "an attached message",
      "attached-forward",
      [...FROM_ADA, "Subject: Fwd: Interview", MIXED, "", ...ATTACHED],
    ],
    [
      "an attached message with a block in the text: the attachment counts",
      "attached-forward",
      [
        ...FROM_ADA,
        "Subject: Fwd: Interview",
        MIXED,
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        ...GMAIL,
        ...ATTACHED,
      ],
    ],
    [
      "a recruiter's mail by a rule",
      "auto-forward",
      [...FROM_RAE, "Subject: Interview", "", "See you soon."],
    ],
    [
      "an employer's system by a rule, marked as automatic and bulk",
      "auto-forward",
      [
        "From: jobs@acme.example",
        "To: ada@home.example",
        "Auto-Submitted: auto-generated",
        "Precedence: bulk",
        "Subject: Interview",
        "",
        "See you.",
      ],
    ],
    [
      "a recruiter's invitation by a rule",
      "invite",
      [...FROM_RAE, "Subject: Interview", MIXED, "", ...CALENDAR],
    ],
    [
      "a recruiter's answer that quotes the person below",
      "auto-forward",
      [
        ...FROM_RAE,
        "Subject: Interview",
        "",
        "Yes, that works.",
        "",
        "From: Ada Byron <ada@home.example>",
        "Sent: Friday",
        "To: Rae",
        "Subject: Interview",
        "",
        "Does it?",
      ],
    ],
    [
      "a copy in secret",
      "bcc",
      [
        "From: ada@home.example",
        "To: rae@acme.example",
        "Subject: Re: Interview",
        "",
        "I look forward to it.",
      ],
    ],
    ["an answer to a letter", "reply", [...FROM_ADA, "Subject: Re: Your week", "", "done"]],
    [
      "an out-of-office of the recruiter",
      "automatic",
      [...FROM_RAE, "Subject: Automatic reply: Interview", "", "I am away."],
    ],
    [
      "an out-of-office to a letter of ours",
      "automatic",
      [...FROM_ADA, "Auto-Submitted: auto-replied", "Subject: Re: Your week", "", "I am away."],
    ],
    [
      "a bounce",
      "automatic",
      ["From: MAILER-DAEMON@mx.example", "Subject: Undelivered Mail Returned to Sender", "", "It failed."],
    ],
    [
      "our own letter coming back",
      "automatic",
      ["From: hello@callback.example", "X-Callback-Letter: abc", "Subject: Your week", "", "1. First"],
    ],
    [
      "a list post",
      "automatic",
      ["From: x@list.example", "List-Post: <mailto:list@list.example>", "Subject: Jobs", "", "A role."],
    ],
    [
      "an employer's mail with List-Id to the person",
      "auto-forward",
      [...FROM_RAE, "List-Id: <acme.example>", "Subject: Interview", "", "See you."],
    ],
    [
      "Gmail's confirmation of forwarding",
      "verification",
      [
        "From: forwarding-noreply@google.com",
        `To: ${INBOX}`,
        "Subject: (#123456789) Gmail Forwarding Confirmation - Receive Mail from ada@home.example",
        "",
        "https://mail-settings.google.com/mail/vf-abc",
      ],
    ],
    [
      "a note of the person with nothing in it",
      "unplaced",
      [...FROM_ADA, "Subject: Fwd: Interview", "", "They called."],
    ],
    [
      "an out-of-office that quotes a forward: automatic before forward",
      "automatic",
      [...FROM_RAE, "Auto-Submitted: auto-replied", "Subject: Fwd: Interview", "", ...GMAIL],
    ],
    [
      "a bounce that attaches the mail: automatic before attached",
      "automatic",
      ["From: MAILER-DAEMON@mx.example", "Subject: failure notice", MIXED, "", ...ATTACHED],
    ],
    [
      "an answer to a letter with a forward in it: reply before forward",
      "reply",
      [...FROM_ADA, "Subject: Fwd: Interview", "", ...GMAIL],
    ],
    [
      "an attached message and a calendar: attached before invite",
      "attached-forward",
      [...FROM_RAE, "Subject: Interview", MIXED, "", ...CALENDAR.slice(0, -1), ...ATTACHED],
    ],
    [
      "a forward of the person with a calendar: forward before invite",
      "forward",
      [
        ...FROM_ADA,
        "Subject: Fwd: Interview",
        MIXED,
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        ...GMAIL,
        ...CALENDAR,
      ],
    ],
    [
      "a forward of the person in secret: forward before copy",
      "forward",
      ["From: ada@home.example", "To: kim@home.example", "Subject: Fwd: Interview", "", ...GMAIL],
    ],
    [
      "a calendar of the person alone",
      "unplaced",
      [...FROM_ADA, "Subject: Interview", MIXED, "", ...CALENDAR],
    ],
    [
      "Outlook's rule",
      "auto-forward",
      [
        ...FROM_RAE,
        "X-MS-Exchange-Inbox-Rules-Loop: ada@home.example",
        "Resent-From: <ada@home.example>",
        "Subject: Interview",
        "",
        "See you.",
      ],
    ],
    [
      "Gmail's rule",
      "auto-forward",
      [
        ...FROM_RAE,
        "X-Forwarded-For: ada@home.example in-ada@callback.example",
        "X-Forwarded-To: in-ada@callback.example",
        "Subject: Interview",
        "",
        "See you.",
      ],
    ],
    [
      "iCloud's rule",
      "auto-forward",
      [...FROM_RAE, "Resent-To: in-ada@callback.example", "Subject: Interview", "", "See you."],
    ],
    ["an empty forward", "unplaced", [...FROM_ADA, "Subject: Fwd: Interview", "", ""]],
    [
      "a Brazilian answer",
      "unplaced",
      [
        ...FROM_ADA,
        "Subject: RES: Interview",
        "",
        "Sim!",
        "",
        "De: Rae Lind <rae@acme.example>",
        "Enviada em: 3 de novembro de 2026 14:02",
        "Para: Ada",
        "Assunto: Interview",
        "",
        "Pode?",
      ],
    ],
    [
      "a plan with places and a day",
      "unplaced",
      [...FROM_ADA, "Subject: Fwd: my plan", "", "From: Berlin", "To: Munich", "Date: 10 November"],
    ],
    [
      "a reply that carries the same block",
      "unplaced",
      [...FROM_ADA, "Subject: Re: Interview", "", "Fine!", "", ...OUTLOOK],
    ],
  ] as const)
    it(`is ${expected}: ${name}`, async ({ expect }) => {
      expect(
        (
          await arrival(lines, {
            answersLetter: expected === "reply" || name.includes("to a letter of ours"),
          })
        ).arrival,
      ).toBe(expected);
    });

  it("is never an invented sender where nothing is recoverable", async ({ expect }) => {
    const { originals } = await arrival([...FROM_ADA, "Subject: Fwd: Fwd: Interview", "", "They called."]);
    expect(originals).toMatchObject([{ from: null, subject: "Interview", text: "They called." }]);
  });
});

describe("an original", () => {
  const unwrapped = async (body: readonly string[], subject = "Fwd: Interview") => {
    const { originals, comment } = await arrival([...FROM_ADA, `Subject: ${subject}`, "", ...body]);
    return { ...originals[0], comment };
  };

  it("comes out of Gmail's layout, dated by the forwarder's own clock", async ({ expect }) => {
    expect(await unwrapped(["Look!", "", ...GMAIL])).toMatchObject({
      from: { name: "Rae Lind", address: "rae@acme.example" },
      subject: "Interview",
      date: "2026-10-30T15:12:00Z",
      text: "See you soon.",
      comment: "Look!",
    });
  });

  it("comes out of Outlook's layout", async ({ expect }) => {
    expect(await unwrapped(OUTLOOK, "FW: Interview")).toMatchObject({
      from: { address: "rae@acme.example" },
      date: "2026-10-30T15:12:00Z",
      text: "See you soon.",
      comment: null,
    });
  });

  it("comes out of Apple Mail's quoted layout, with the zone that its date names", async ({ expect }) => {
    const lines = [
      "Begin forwarded message:",
      "",
      "From: Rae Lind <rae@acme.example>",
      "Subject: Interview",
      "Date: October 30, 2026 at 4:12:11 PM GMT",
      "To: ada@home.example",
      "",
      "See you soon.",
    ].map((line) => `> ${line}`);
    expect(await unwrapped(lines)).toMatchObject({
      from: { name: "Rae Lind", address: "rae@acme.example" },
      date: "2026-10-30T16:12:11Z",
      text: "See you soon.",
    });
  });

  it("has a name only where the client wrote no address", async ({ expect }) => {
    expect(
      await unwrapped(
        [
          "From: Rae Lind",
          "Sent: Friday, October 30, 2026 4:12 PM",
          "To: Ada",
          "Subject: Interview",
          "",
          "Hello.",
        ],
        "FW: Interview",
      ),
    ).toMatchObject({ from: { name: "Rae Lind", address: "" } });
  });

  it("of a forward of a forward is the innermost", async ({ expect }) => {
    const outer = [
      "---------- Forwarded message ---------",
      "From: Kim <kim@friend.example>",
      "Date: Sat, Oct 31, 2026 at 9:00 AM",
      "Subject: Fwd: Interview",
      "To: <ada@home.example>",
      "",
      "FYI",
      "",
      ...GMAIL,
    ];
    expect(await unwrapped(outer)).toMatchObject({
      from: { address: "rae@acme.example" },
      subject: "Interview",
      text: "See you soon.",
    });
  });

  it("is the recruiter's answer, not the words of the person that it answers to", async ({ expect }) => {
    const answer = [
      "---------- Forwarded message ---------",
      "From: Rae Lind <rae@acme.example>",
      "Date: Fri, Oct 30, 2026 at 4:12 PM",
      "Subject: Re: Interview",
      "To: <ada@home.example>",
      "",
      "Yes, Tuesday works!",
      "",
      "---------- Původní e-mail ----------",
      "Od: Ada Byron <ada@home.example>",
      "Komu: rae@acme.example",
      "Datum: 30. 10. 2026 9:00:00",
      "Předmět: Interview",
      "",
      "Does Tuesday work?",
    ];
    const original = await unwrapped(answer);
    expect(original).toMatchObject({ from: { address: "rae@acme.example" }, subject: "Re: Interview" });
    expect(original.text).toMatch(/^Yes, Tuesday works!/);
  });

  it("keeps what the recruiter quoted below", async ({ expect }) => {
    const lines = [...GMAIL, "", "On Thu, Oct 29, 2026 Ada wrote:", "> When shall we talk?"];
    expect((await unwrapped(lines)).text).toContain("> When shall we talk?");
  });

  it("is found in an HTML mail without text", async ({ expect }) => {
    const html =
      '<p>Look</p><div><p><b>From:</b> Rae Lind &lt;<a href="mailto:rae@acme.example">rae@acme.example</a>&gt;<br><b>Sent:</b> Friday, October 30, 2026 4:12 PM<br><b>To:</b> Ada<br><b>Subject:</b> Interview</p></div><p>See you soon.</p>';
    const { originals, comment } = await arrival([
      ...FROM_ADA,
      "Subject: FW: Interview",
      "Content-Type: text/html",
      "",
      html,
    ]);
    expect(originals).toMatchObject([
      {
        from: { name: "Rae Lind", address: "rae@acme.example" },
        subject: "Interview",
        text: "See you soon.",
      },
    ]);
    expect(comment).toBe("Look");
  });
});
