// Bytes that no header explains: 8-bit letters in headers (RFC 5322 forbids them, mail programs write them), bodies without
// a charset, and bodies whose charset is a lie. Turned into UTF-8 before the MIME parser puts replacement characters in their place.

const HEAD_BYTES = 65_536;
/** Charsets that cannot be wrong about a byte below 128, and say nothing about one above. */
const SAYS_NOTHING = /^(?:us-ascii|ascii|ansi_x3\.4-1968|unknown-8bit|x-unknown|iso-8859-1)$/i;

/** The message with its unexplained 8-bit text as UTF-8; the same bytes when there is nothing to mend. */
export function withReadableBytes(raw: Uint8Array, headerEnd: number): Uint8Array {
  const head = raw.subarray(0, headerEnd);
  const body = raw.subarray(headerEnd);
  const ascii = new TextDecoder("latin1").decode(head.subarray(0, HEAD_BYTES));
  const named = /charset\s{0,3}=\s{0,3}"?([\w.:-]{2,40})/i.exec(ascii)?.[1] ?? null;
  const mendedHead = !has8Bit(head) || isUtf8(head) ? head : toUtf8(head, charsetOf(head, named));
  // Parts of a multipart name their own charsets, and encoded bodies show their letters only to the parser.
  const isPlain =
    !/^content-type:\s{0,3}multipart/im.test(ascii) &&
    !/^content-transfer-encoding:\s{0,3}(?:base64|quoted)/im.test(ascii);
  if (!isPlain || !has8Bit(body)) return mendedHead === head ? raw : joined(mendedHead, body);
  const mendedBody = isUtf8(body) ? body : toUtf8(body, charsetOf(body, named));
  return joined(renamed(mendedHead), mendedBody);
}

/** The charset that the mail names, when the bytes fit it; else a guess. */
function charsetOf(bytes: Uint8Array, named: string | null): string {
  return named !== null && !SAYS_NOTHING.test(named) && fits(bytes, named) ? named : guess(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  return fits(bytes, "utf-8");
}

function fits(bytes: Uint8Array, charset: string): boolean {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes).length >= 0;
  } catch {
    return false;
  }
}

function has8Bit(bytes: Uint8Array): boolean {
  // A loop: the callback of some() costs more than all else here.
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return true;
  return false;
}

function toUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
}

/** The headers with the charset that the body has now. */
function renamed(head: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(head);
  const charset = /(charset\s{0,3}=\s{0,3}"?)[\w.:-]{2,40}/i;
  return charset.test(text) ? new TextEncoder().encode(text.replace(charset, "$1utf-8")) : head;
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
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
