// Facts about how mail clients write a forward: the line above the block, the labels in it, the subject's prefix.
// One line per fact, with where it was seen. Languages other than English follow the same shape.

export type HeaderLabel = "from" | "date" | "subject" | "to" | "cc" | "replyTo" | "other";

/** Labels at the start of a line in a forward's header block, lower case. */
export const HEADER_LABELS: Readonly<Record<string, HeaderLabel>> = {
  from: "from", // all clients
  date: "date", // Gmail, Apple Mail, Thunderbird, Yahoo
  sent: "date", // Outlook, classic and new
  subject: "subject",
  to: "to",
  cc: "cc",
  bcc: "other",
  "reply-to": "replyTo", // Apple Mail, Thunderbird
  importance: "other", // Outlook
  attachments: "other", // Outlook
  when: "other", // Outlook, forwarded meetings
  where: "other", // Outlook, forwarded meetings
  "resent-from": "other", // Thunderbird
  "message-id": "other", // clients set to show all headers
  "content-type": "other",
};

/** Lines that stand alone above a forwarded message, lower case, without dashes and blanks around them. */
export const FORWARD_MARKERS: readonly string[] = [
  "forwarded message", // Gmail, Thunderbird, Yahoo ("----- Forwarded Message -----")
  "begin forwarded message:", // Apple Mail
  "begin forwarded message", // Apple Mail, iOS
  "forwarded mail", // Roundcube
];

/** Lines above a header block that a reply carries as well as a forward: they prove nothing by themselves. */
export const ORIGINAL_MARKERS: readonly string[] = [
  "original message", // Outlook before 2013, Samsung Mail, Roundcube replies
  "original mail",
];

/** Prefixes of the outer subject, lower case, without the colon. */
export const FORWARD_PREFIXES: readonly string[] = [
  "fw", // Outlook
  "fwd", // Gmail, Apple Mail, Thunderbird
];

export const REPLY_PREFIXES: readonly string[] = [
  "re", // all clients
  "aw", // Outlook, German
  "antw", // Outlook, Dutch
  "sv", // Outlook, Danish, Norwegian, Swedish
  "rv", // Outlook, Spanish forwards carry it too; a block below it decides
];
