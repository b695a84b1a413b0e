// The recruiter's own message as plain data: what every way of arriving ends in.
import type { Instant } from "../calendar.ts";
import type { Correspondent } from "./address.ts";
import type { Message } from "./message.ts";

/** The recruiter's own message, however it reached us. */
export type Original = {
  readonly from: Correspondent | null;
  readonly replyTo: readonly Correspondent[];
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string | null;
  readonly date: Instant | null;
  /** Minutes east of UTC of the clock that wrote `date`; null when only the instant is known. */
  readonly offsetMinutes: number | null;
  readonly text: string;
  readonly messageId: string | null;
  /** Ids of the mails before it in its thread. */
  readonly references: readonly string[];
  readonly calendars: readonly string[];
};

/** The message itself as an original: for automatic forwards, invites and attached messages. */
export function asOriginal(message: Message): Original {
  return {
    from: message.from,
    replyTo: message.replyTo,
    to: message.to,
    cc: message.cc,
    subject: message.subject || null,
    date: message.date,
    offsetMinutes: message.offsetMinutes,
    text: message.text.trim(),
    messageId: message.messageId,
    references: [...message.references, ...message.inReplyTo],
    calendars: message.calendars,
  };
}
