// A message written down as fields instead of bytes, and its bytes: for `npm run inspect`, the demo, the local mailbox and tests.
// Nothing that leaves the product is written here.

export type WrittenMessage = {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  /** As it stands in the Date header. */
  readonly date?: string;
  readonly body?: string;
  readonly html?: string;
  /** Whole messages to attach, as bytes. */
  readonly attached?: readonly Uint8Array[];
  /** Further headers: `Message-ID`, `In-Reply-To` … */
  readonly headers?: Readonly<Record<string, string>>;
};

const BOUNDARY = "written-message-boundary";

/** The bytes of a written message: UTF-8 headers (RFC 6532), a MIME part for each body and attachment. */
export function writeMessage(message: WrittenMessage): Uint8Array {
  const { from, to, subject, date, body, html, attached = [], headers = {} } = message;
  const encoder = new TextEncoder();
  const head = Object.entries({ ...headers, From: from, To: to, Subject: subject, Date: date })
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value?.replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
  const texts = [
    ...(body !== undefined || html === undefined ? [textPart("plain", body ?? "")] : []),
    ...(html === undefined ? [] : [textPart("html", html)]),
  ];
  const content =
    attached.length > 0
      ? multipart("mixed", "outer", [multipart("alternative", "inner", texts), ...attached.map(attachedPart)])
      : multipart("alternative", "inner", texts);
  return concatenated([encoder.encode(`${head}MIME-Version: 1.0\r\n`), content]);
}

/** The bytes with a header line in front, as a receiving server adds its trace. */
export function withHeaderOnTop(raw: Uint8Array, name: string, value: string): Uint8Array {
  return concatenated([new TextEncoder().encode(`${name}: ${value}\r\n`), raw]);
}

function textPart(subtype: "plain" | "html", text: string): Uint8Array {
  return new TextEncoder().encode(
    `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
  );
}

function attachedPart(raw: Uint8Array): Uint8Array {
  const head =
    'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="original.eml"\r\n\r\n';
  return concatenated([new TextEncoder().encode(head), raw]);
}

function multipart(
  subtype: "mixed" | "alternative",
  level: string,
  parts: readonly Uint8Array[],
): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const boundary = `${BOUNDARY}-${level}`;
  const encoder = new TextEncoder();
  return concatenated([
    encoder.encode(`Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n`),
    ...parts.flatMap((part) => [encoder.encode(`--${boundary}\r\n`), part, encoder.encode("\r\n")]),
    encoder.encode(`--${boundary}--\r\n`),
  ]);
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
