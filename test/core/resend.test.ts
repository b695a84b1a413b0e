import { afterAll, beforeAll, describe, it } from "vitest";
import { resendMailer } from "../../src/outbound/mailers/resend.ts";
import type { AddressedLetter } from "../../src/world.ts";
import { describedHere, resendStandIn } from "../support/resend-stand-in.ts";
import type { Answer, StandIn } from "../support/resend-stand-in.ts";

const LETTER: AddressedLetter = {
  id: "abcdefghijklmnopqrstuvwxy2",
  from: "Callback <hello@callback.example>",
  to: "ada@home.example",
  replyTo: "reply-x@callback.example",
  subject: "Your week",
  text: "1. First follow-up",
  html: "<p>1. First follow-up</p>",
  headers: { References: "<x.letter@callback.example>", "Auto-Submitted": "auto-generated" },
  attachments: [],
};

let standIn: StandIn;
beforeAll(async () => {
  standIn = await resendStandIn();
});
afterAll(() => standIn.close());

const mailer = () => resendMailer({ apiKey: "re_test", url: standIn.url });
const error = (status: number, name: string, headers?: Record<string, string>): Answer => ({
  status,
  body: { statusCode: status, name, message: "no" },
  ...(headers ? { headers } : {}),
});

describe("Resend, by its real SDK", () => {
  it("gets the letter with its id as idempotency key and as tag", async ({ expect }) => {
    expect(await mailer().send(LETTER)).toMatchObject({ is: "sent" });
    const request = standIn.requests.at(-1);
    expect(request?.key).toBe(LETTER.id);
    expect(request?.body).toEqual({
      from: LETTER.from,
      to: LETTER.to,
      reply_to: LETTER.replyTo,
      subject: LETTER.subject,
      text: LETTER.text,
      html: LETTER.html,
      headers: LETTER.headers,
      tags: [{ name: "letter_id", value: LETTER.id }],
    });
  });

  it("gets files in base64 of their UTF-8, and tells the Message-ID that it gave the letter", async ({
    expect,
  }) => {
    const text = "BEGIN:VCALENDAR\r\nSUMMARY:Gespräch 面接\r\n".repeat(2_000);
    const file = { name: "interview.ics", type: "text/calendar; charset=utf-8; method=PUBLISH", text };
    const sent = await mailer().send({ ...LETTER, id: "with-file", attachments: [file] });
    const body = standIn.requests.at(-1)?.body as { attachments: { content: string }[] };
    expect(body.attachments).toMatchObject([{ filename: file.name, content_type: file.type }]);
    expect(Buffer.from(body.attachments[0]?.content ?? "", "base64").toString("utf8")).toBe(text);
    expect(standIn.violations).toEqual([]);
    expect(sent).toMatchObject({ is: "sent", messageId: expect.stringMatching(/@provider\.example$/) });
  });

  it("answers the same letter with the same id, and refuses another one under its key", async ({
    expect,
  }) => {
    const first = await mailer().send({ ...LETTER, id: "same" });
    expect(await mailer().send({ ...LETTER, id: "same" })).toEqual(first);
    expect(await mailer().send({ ...LETTER, id: "same", text: "changed" })).toEqual({
      is: "failed",
      reason: "409 invalid_idempotent_request",
    });
  });

  for (const [name, answer, result] of [
    [
      "is asked to wait as long as it says",
      error(429, "rate_limit_exceeded", { "retry-after": "3" }),
      { is: "retry", afterSeconds: 3, reason: "rate_limit_exceeded" },
    ],
    [
      "is asked to wait without saying how long",
      error(429, "rate_limit_exceeded"),
      { is: "retry", afterSeconds: 5, reason: "rate_limit_exceeded" },
    ],
    [
      "has used up its day",
      error(429, "daily_quota_exceeded"),
      { is: "retry", afterSeconds: 3_600, reason: "daily_quota_exceeded" },
    ],
    [
      "is sending the same letter at this moment",
      error(409, "concurrent_idempotent_requests"),
      { is: "retry", afterSeconds: 30, reason: "concurrent_idempotent_requests" },
    ],
    [
      "has a fault",
      error(500, "internal_server_error"),
      { is: "retry", afterSeconds: 120, reason: "internal_server_error" },
    ],
    [
      "answers with a page instead of JSON",
      { status: 502, body: undefined },
      { is: "retry", afterSeconds: 120, reason: "application_error" },
    ],
    ["refuses the letter", error(422, "validation_error"), { is: "failed", reason: "422 validation_error" }],
    ["refuses the key", error(403, "invalid_api_key"), { is: "failed", reason: "403 invalid_api_key" }],
    ["hangs up", "hang-up", { is: "no-answer", reason: "application_error" }],
  ] as const)
    it(`is understood when it ${name}`, async ({ expect }) => {
      standIn.answers.push(answer);
      expect(await mailer().send(LETTER)).toEqual(result);
    });

  it("is understood when nobody is there", async ({ expect }) => {
    expect(await resendMailer({ apiKey: "re_test", url: "http://127.0.0.1:9" }).send(LETTER)).toMatchObject({
      is: "no-answer",
    });
  });

  it.runIf(describedHere)(
    "finds every request of these tests as its published description says",
    ({ expect }) => {
      expect(standIn.requests.length).toBeGreaterThan(5);
      expect(standIn.violations).toEqual([]);
    },
  );
  it.runIf(!describedHere)(
    "is not described here: requests were checked without its published description",
    ({ expect }) => {
      expect(standIn.violations).toEqual([]);
    },
  );
});
