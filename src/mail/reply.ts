// What a person typed into a reply: without the quoted letter and without their signature. Linear in the text.
import { depthOf, readHeaderBlock } from "./header-block.ts";

/** The visible part of a reply, trimmed; "" when nothing was typed. */
export function visibleReply(text: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((_, at) => startsQuote(lines, at) || startsSignature(lines, at));
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => depthOf(line) === 0)
    .join("\n")
    .trim();
}

function startsQuote(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? "").trim();
  if (/^-{2,}\s?original message\s?-{2,}$/i.test(line) || /^_{20,}$/.test(line)) return true;
  if (readHeaderBlock(lines, at)) return true;
  // "On Tue, 3 Nov 2026 at 09:00, Callback <…> wrote:", which long names wrap over two or three lines.
  if (!/^on\b/i.test(line)) return false;
  const joined = lines
    .slice(at, at + 3)
    .map((one) => one.trim())
    .join(" ")
    .slice(0, 500);
  return /\bwrote:/i.test(joined);
}

function startsSignature(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  // RFC 3676 section 4.3: dash, dash, blank; many clients trim the blank.
  return (
    /^--\s?$/.test(line) || SIGNATURES.some((beginning) => line.trim().toLowerCase().startsWith(beginning))
  );
}

const SIGNATURES = [
  "sent from my ", // iOS Mail, Samsung Mail, BlackBerry
  "sent from outlook", // Outlook for iOS and Android
  "get outlook for ", // Outlook for iOS and Android
  "sent from yahoo mail", // Yahoo Mail on phones
  "sent with proton mail", // Proton
  "sent via ",
];
