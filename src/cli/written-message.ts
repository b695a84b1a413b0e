// A message written down as fields instead of bytes: one line of a .jsonl file. Turned into bytes, so that one reader reads all.

export type WrittenMessage = {
  readonly id: string;
  /** The whole message; stands for its UTF-8 bytes. */
  readonly raw?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly date?: string;
  /** Plain text as it reached us. */
  readonly body?: string;
  readonly html?: string;
  /** Read as a reply to one of our letters. */
  readonly as?: "reply";
};

/** The message's bytes: UTF-8 headers (RFC 6532) and a MIME part for each body. */
export function rawOf(message: WrittenMessage): Uint8Array {
  return new TextEncoder().encode(message.raw ?? composed(message));
}

function composed({ from, to, subject, date, body, html }: WrittenMessage): string {
  const headers = Object.entries({ From: from, To: to, Subject: subject, Date: date })
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value?.replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
  const parts = [
    ...(body !== undefined || html === undefined ? [part("plain", body ?? "")] : []),
    ...(html !== undefined ? [part("html", html)] : []),
  ];
  const boundary = "written-message-boundary";
  const content =
    parts.length === 1
      ? (parts[0] ?? "")
      : `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("")}--${boundary}--\r\n`;
  return `${headers}MIME-Version: 1.0\r\n${content}`;
}

function part(subtype: "plain" | "html", text: string): string {
  return `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`;
}
