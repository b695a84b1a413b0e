// Short written mails for tests that are about one thing; everything real-looking is a fixture.
import { ADA } from "./ada.ts";

/** A forward as Gmail writes it, of a recruiter's text. */
export function gmailForward(
  original: { from?: string; subject?: string; date?: string; text: string; comment?: string },
  outer: { id?: string; from?: string; date?: string } = {},
): string {
  const {
    from = "Rae Lind <rae@acme.example>",
    subject = "Interview",
    date = "Fri, Oct 30, 2026 at 4:12 PM",
    text,
    comment,
  } = original;
  return [
    `Message-ID: <${outer.id ?? crypto.randomUUID()}@mail.home.example>`,
    `From: ${outer.from ?? `${ADA.name} <${ADA.address}>`}`,
    `To: ${ADA.inbox}`,
    `Date: ${outer.date ?? "Mon, 2 Nov 2026 08:00:00 +0100"}`,
    `Subject: Fwd: ${subject}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...(comment === undefined ? [] : [...comment.split("\n"), ""]),
    "---------- Forwarded message ---------",
    `From: ${from}`,
    `Date: ${date}`,
    `Subject: ${subject}`,
    `To: ${ADA.address}`,
    "",
    text,
  ].join("\r\n");
}

/** A reply of Ada's to one of our letters. */
export function reply(to: string, text: string, headers: readonly string[] = []): string {
  return [
    `Message-ID: <${crypto.randomUUID()}@mail.home.example>`,
    `From: ${ADA.name} <${ADA.address}>`,
    `To: ${to}`,
    "Date: Mon, 9 Nov 2026 09:00:00 +0100",
    "Subject: Re: Your week",
    ...headers,
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "",
    "On Mon, Nov 9, 2026 at 8:00 AM Callback <hello@callback.example> wrote:",
    "> 1. First follow-up",
    "> done 7",
  ].join("\r\n");
}

export const INTERVIEW_TEXT =
  "Hi Ada,\r\n\r\nwe would like to invite you to an interview for the Staff Engineer position at Acme. You would be speaking with Jo Park on Monday, November 2 at 3:00 PM CET on Zoom.\r\n\r\nBest regards,\r\nRae Lind";
