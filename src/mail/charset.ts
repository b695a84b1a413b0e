// Bytes that no header explains: 8-bit letters in headers (RFC 5322 forbids them, mail programs write them) and bodies without a charset.
// Turned into UTF-8 before the MIME parser sees them, which would put replacement characters in their place.

const HEAD_BYTES = 65_536;

/** The message with its unexplained 8-bit text as UTF-8; the same bytes when there is nothing to mend. */
export function withReadableBytes(raw: Uint8Array, headerEnd: number): Uint8Array {
  const head = raw.subarray(0, headerEnd);
  const ascii = new TextDecoder("latin1").decode(raw.subarray(0, HEAD_BYTES));
  const named = /charset="?([\w.:-]{2,40})/i.exec(ascii)?.[1] ?? null;
  const mendedHead = isUtf8(head) ? head : toUtf8(head, named);
  const body = raw.subarray(headerEnd);
  // A part that names its charset is the parser's work; so is one whose bytes are 7-bit or UTF-8.
  const mendedBody = named !== null || isUtf8(body) ? body : toUtf8(body, null);
  if (mendedHead === head && mendedBody === body) return raw;
  const mended = new Uint8Array(mendedHead.length + mendedBody.length);
  mended.set(mendedHead);
  mended.set(mendedBody, mendedHead.length);
  return mended;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes).length >= 0;
  } catch {
    return false;
  }
}

function toUtf8(bytes: Uint8Array, named: string | null): Uint8Array {
  return new TextEncoder().encode(decoderOf(named ?? guess(bytes)).decode(bytes));
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

/** Western text has single letters above ASCII; Cyrillic has whole words of them. */
function guess(bytes: Uint8Array): string {
  let high = 0;
  let inRuns = 0;
  let run = 0;
  for (const byte of bytes.subarray(0, HEAD_BYTES)) {
    run = byte >= 0xc0 ? run + 1 : 0;
    if (byte >= 0x80) high += 1;
    if (run >= 3) inRuns += 1;
  }
  return high > 4 && inRuns * 2 > high ? "windows-1251" : "windows-1252";
}
