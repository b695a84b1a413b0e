// What stands in front of a subject: `Fwd:`, `WG:`, `Re[2]:`, `[EXTERNAL]`, in any language of forward-markers.ts.
import { FORWARD_PREFIXES, REPLY_PREFIXES } from "./forward-markers.ts";

/** Whether a subject begins with `Fwd:`, `WG:` …, or says it as Thunderbird and Pine do: `[Fwd: …]`, `… (fwd)`. */
export function saysForward(subject: string): boolean {
  return hasPrefix(subject, FORWARD_PREFIXES) || /^\[fwd:.{0,500}\]$|\(fwd\)$/i.test(subject.trim());
}

/** Whether a subject begins with `Re:`, `AW:` … */
export function saysReply(subject: string): boolean {
  return hasPrefix(subject, REPLY_PREFIXES);
}

/** The subject without any number of `Re:`, `Fwd:` … in front. */
export function withoutPrefixes(subject: string): string {
  let rest = (/^\[fwd:(.{0,500})\]$/i.exec(subject.trim())?.[1] ?? subject)
    .replace(/\(fwd\)\s{0,3}$/i, "")
    .trim();
  for (let count = 0; count < 20; count += 1) {
    const prefix = prefixOf(rest);
    if (prefix === null || !(FORWARD_PREFIXES.includes(prefix) || REPLY_PREFIXES.includes(prefix))) break;
    rest = rest.slice(rest.indexOf(":") + 1).trim();
  }
  return rest;
}

function hasPrefix(subject: string, prefixes: readonly string[]): boolean {
  const prefix = prefixOf(subject.trim());
  return prefix !== null && prefixes.includes(prefix);
}

/** `Fwd` of `Fwd: …`, `Re` of `Re[2]: …`; lower case. */
export function prefixOf(tagged: string): string | null {
  // "[EXTERNAL] Fwd: …": a gateway's tag in front.
  const subject = tagged.replace(/^(?:\[[\w -]{2,20}\]\s{0,3}){1,3}(?=\p{L}{1,12}\s?[:：])/u, "");
  const match = /^(\p{L}[\p{L}\p{M} -]{0,20}\p{L}|\p{L})\.?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s{0,3}[:：]/u.exec(
    subject,
  );
  // "İ" in lower case is an "i" with a second dot.
  return match?.[1]?.toLowerCase().replaceAll("\u0307", "") ?? null;
}
