import { describe, it } from "vitest";
import { automaticReason } from "../../src/mail/automatic.ts";
import { readMessage } from "../../src/mail/message.ts";
import { readVerification } from "../../src/mail/verification.ts";

const message = (lines: readonly string[]) => readMessage(new TextEncoder().encode(lines.join("\r\n")));

/** What a mail is, and whether that makes it uninteresting. */
async function automatic(lines: readonly string[]): Promise<string | null> {
  const found = automaticReason(await message(lines), ["ada@home.example"]);
  return found?.isNoise ? found.reason : null;
}

const DAEMON = "From: Mail Delivery System <MAILER-DAEMON@mx.example>";
const RAE = "From: Rae Lind <rae@acme.example>";
const REPORT = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"';

describe("a machine", () => {
  for (const [name, reason, lines] of [
    ["a report by RFC 3464", "bounce", ["From: postmaster@mx.example", "Subject: x", REPORT, "", "--b--"]],
    [
      "a feedback report by RFC 5965",
      "bounce",
      [
        "From: fbl@mx.example",
        'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
        "",
        "--b--",
      ],
    ],
    [
      "a delay",
      "bounce",
      [DAEMON, "Subject: Delayed Mail (still being retried)", "", "Delivery is delayed."],
    ],
    [
      "qmail's notice",
      "bounce",
      [
        "From: MAILER-DAEMON@mx.example",
        "Subject: failure notice",
        "",
        "Hi. This is the qmail-send program.",
      ],
    ],
    [
      "Exim's, from a daemon without an address",
      "bounce",
      ["From: MAILER-DAEMON <>", "Subject: Mail delivery failed", "", "It failed."],
    ],
    [
      "an empty sender",
      "bounce",
      ["From: <>", "Subject: Delivery Status", "", "The following addresses had delivery problems"],
    ],
    [
      "Exchange's, from a postmaster, in German",
      "bounce",
      [
        "From: postmaster@acme.example",
        "Subject: Unzustellbar: Bewerbung",
        "",
        "Ihre Nachricht konnte nicht zugestellt werden",
      ],
    ],
    [
      "a postmaster's with a status code",
      "bounce",
      ["From: postmaster@acme.example", "Subject: Your mail", "", "550 5.1.1 <x@acme.example>: user unknown"],
    ],
    [
      "a provider's notification",
      "bounce",
      ["From: no-reply@sns.cloud.example", "Subject: Notification", "", '{"notificationType":"Bounce"}'],
    ],
    [
      "Gmail's header",
      "bounce",
      ["From: x@mx.example", "X-Failed-Recipients: a@b.example", "Subject: x", "", "x"],
    ],
    [
      "an out-of-office by its header",
      "auto-reply",
      [RAE, "Auto-Submitted: auto-replied", "Subject: Re: Interview", "", "Away."],
    ],
    [
      "an out-of-office by an older header",
      "auto-reply",
      [RAE, "X-Autoreply: yes", "Subject: Re: Interview", "", "Away."],
    ],
    [
      "an out-of-office by precedence",
      "auto-reply",
      [RAE, "Precedence: auto_reply", "Subject: Re: Interview", "", "Away."],
    ],
    [
      "a read receipt",
      "auto-reply",
      [
        RAE,
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="b"',
        "Subject: Read: Interview",
        "",
        "--b--",
      ],
    ],
    ...[
      "Automatic reply: Interview",
      "Automatische Antwort: Interview",
      "Réponse automatique : Interview",
      "Respuesta automática: Interview",
      "Resposta automática: Interview",
      "Risposta automatica: Interview",
      "Automatisch antwoord: Interview",
      "Autosvar: Interview",
      "Automatiskt svar: Interview",
      "Automaattinen vastaus: Interview",
      "Odpowiedź automatyczna: Interview",
      "Automatická odpověď: Interview",
      "Automatikus válasz: Interview",
      "Răspuns automat: Interview",
      "Автоматический ответ: Interview",
      "Автоматична відповідь: Interview",
      "Αυτόματη απάντηση: Interview",
      "Otomatik Yanıt: Interview",
      "תשובה אוטומטית: Interview",
      "رد تلقائي: Interview",
      "自动答复: Interview",
      "自動応答: Interview",
      "자동 회신: Interview",
      "Trả lời tự động: Interview",
      "Balasan Otomatis: Interview",
      "Out of office: Interview",
    ].map(
      (subject) =>
        [
          `an out-of-office by its subject "${subject}"`,
          "auto-reply",
          [RAE, `Subject: ${subject}`, "", "Away."],
        ] as const,
    ),
    [
      "a list's post",
      "list",
      ["From: kim@list.example", "List-Post: <mailto:jobs@list.example>", "Subject: A role", "", "x"],
    ],
    [
      "a list to which the person is not addressed",
      "list",
      [
        "From: kim@list.example",
        "To: jobs@list.example",
        "List-Id: <jobs.list.example>",
        "Subject: A role",
        "",
        "x",
      ],
    ],
    [
      "our own letter",
      "loop",
      ["From: hello@callback.example", "X-Callback-Letter: abc", "Subject: Your week", "", "x"],
    ],
  ] as const)
    it(`is known: ${name}`, async ({ expect }) => {
      expect(await automatic(lines)).toBe(reason);
    });
});

describe("a person, or an employer's system, is never taken for a machine", () => {
  for (const [name, lines] of [
    [
      "a recruiter who writes about a bounce",
      [
        RAE,
        "Subject: Undeliverable mail?",
        "",
        "My last mail was returned to sender, user unknown. Is this address right?",
      ],
    ],
    [
      "a recruiter who is away next week",
      [RAE, "Subject: Interview", "", "I will be out of the office next week, so let us talk today."],
    ],
    [
      "a postmaster who writes himself",
      [
        "From: Kim <postmaster@acme.example>",
        "Subject: Your application",
        "",
        "We would like to invite you to an interview.",
      ],
    ],
    [
      "a system that marks its mail as automatic",
      [
        "From: jobs@acme.example",
        "Auto-Submitted: auto-generated",
        "Precedence: bulk",
        "Subject: Interview",
        "",
        "We would like to invite you.",
      ],
    ],
    [
      "a system with an unsubscribe link and a list id, to the person",
      [
        "From: jobs@acme.example",
        "To: ada@home.example",
        "List-Id: <x.acme.example>",
        "List-Unsubscribe: <https://acme.example/u>",
        "Subject: Interview",
        "",
        "x",
      ],
    ],
    [
      "a no-reply address that writes about a delivery",
      [
        "From: no-reply@acme.example",
        "Subject: Delivery driver, interview",
        "",
        "Your message to us was received.",
      ],
    ],
    [
      "a recruiter who asks to move the interview",
      [
        RAE,
        "Subject: Out of office next week - can we move your interview?",
        "",
        "Could we do Thursday? We would like to interview you.",
      ],
    ],
    [
      "a recruiter who goes on leave",
      [
        RAE,
        "Subject: I am on leave from Monday - Tom takes over your application",
        "",
        "Tom will write to you.",
      ],
    ],
    [
      "a role in automation",
      [
        RAE,
        "Subject: Automatic Response Systems Engineer - interview",
        "",
        "We would like to interview you.",
      ],
    ],
    [
      "a role in cars",
      [RAE, "Subject: Auto: Senior Engineer, Bremen", "", "We would like to interview you."],
    ],
    [
      "a German recruiter who is away soon",
      [RAE, "Subject: Abwesend nächste Woche - Ihr Gespräch", "", "Passt Ihnen Donnerstag?"],
    ],
    [
      "a department called admin",
      [
        "From: HR <hr-admin@acme.example>",
        "Subject: Your message to Acme Recruiting",
        "",
        "We would like to invite you to an interview.",
      ],
    ],
    [
      "a department called request",
      [
        "From: Interviews <interview-request@acme.example>",
        "Subject: Interview",
        "",
        "Your earlier message could not be delivered to me; please call.",
      ],
    ],
    [
      "a role in mail delivery",
      [
        "From: <no-reply@acme.example>",
        "Return-Path: <>",
        "Auto-Submitted: auto-generated",
        "Subject: Mail Delivery Engineer: your application",
        "",
        "Thank you for applying.",
      ],
    ],
    [
      "a company in mail delivery",
      [
        "From: Royal Mail Delivery Services Careers <careers@post.example>",
        "Subject: Interview invitation",
        "",
        "We invite you.",
      ],
    ],
    ["Auto-Submitted: no", [RAE, "Auto-Submitted: no", "X-Autoreply: no", "Subject: Interview", "", "x"]],
  ] as const)
    it(`is heard: ${name}`, async ({ expect }) => {
      expect(await automatic(lines)).toBeNull();
    });

  it("though the field says that a system wrote, and whom never to answer", async ({ expect }) => {
    const found = automaticReason(
      await message(["From: jobs@acme.example", "Auto-Submitted: auto-generated", "Subject: x", "", "x"]),
      [],
    );
    expect(found).toEqual({
      reason: "auto-reply",
      evidence: "Auto-Submitted: auto-generated",
      isNoise: false,
    });
  });
});

describe("a request to confirm forwarding", () => {
  const verification = async (lines: readonly string[]) => readVerification(await message(lines));

  it("of Gmail has its account, code and link", async ({ expect }) => {
    const found = await verification([
      "From: Gmail Team <forwarding-noreply@google.com>",
      "Subject: (#123456789) Gmail Forwarding Confirmation - Receive Mail from ada@gmail.com",
      "",
      "ada@gmail.com has requested to automatically forward mail to your email address in-x@callback.example.",
      "Confirmation code: 123456789",
      "To allow ada@gmail.com to automatically forward mail, please click the link below to confirm the request:",
      "https://mail-settings.google.com/mail/vf-%5BANGjdJ%5D-abc",
      "If you click the link and it appears to be broken, please copy and paste it.",
      "To cancel: https://mail-settings.google.com/mail/uf-%5BANGjdJ%5D-abc",
    ]);
    expect(found).toEqual({
      provider: "gmail",
      account: "ada@gmail.com",
      code: "123456789",
      link: "https://mail-settings.google.com/mail/vf-%5BANGjdJ%5D-abc",
    });
  });

  for (const [provider, from, code] of [
    ["outlook", "account-security-noreply@accountprotection.microsoft.com", "7654321"],
    ["yahoo", "no-reply@cc.yahoo-inc.com", "445566"],
    ["icloud", "noreply@email.apple.com", "112233"],
    ["fastmail", "support@fastmail.com", "998877"],
    ["proton", "no-reply@notify.proton.me", "334455"],
    ["zoho", "noreply@zoho.com", "667788"],
  ] as const)
    it(`of ${provider} is known by its sender and its words`, async ({ expect }) => {
      const lines = [
        `From: ${from}`,
        "Subject: Confirm your forwarding address",
        "",
        `Email forwarding was requested by ada@mail.example. Your verification code: ${code}`,
      ];
      expect(await verification(lines)).toMatchObject({ provider, account: "ada@mail.example", code });
    });

  for (const [name, lines] of [
    [
      "a recruiter of the provider",
      [
        "From: Rae Lind <rae.lind@google.com>",
        "Subject: Interview",
        "",
        "I look forward to hearing from you; your code is 123456: https://google.com/x",
      ],
    ],
    [
      "the provider's careers system",
      [
        "From: noreply-careers@google.com",
        "Subject: Interview",
        "",
        "Looking forward to meeting you. Please confirm: https://careers.google.com/confirm",
      ],
    ],
    [
      "somebody else who writes the same words",
      [
        "From: forwarding-noreply@google.com.evil.example",
        "Subject: (#123456789) Gmail Forwarding Confirmation",
        "",
        "https://mail-settings.google.com/mail/vf-1",
      ],
    ],
  ] as const)
    it(`is none by ${name}`, async ({ expect }) => {
      expect(await verification(lines)).toBeNull();
    });
});
