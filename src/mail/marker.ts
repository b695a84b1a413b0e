// The line above a forwarded message: "---------- Forwarded message ---------", "Anfang der weitergeleiteten Nachricht:", and rules of dashes.
import { FORWARD_MARKERS, FORWARD_STEMS, ORIGINAL_MARKERS } from "./forward-markers.ts";
import { unquoted } from "./header-block.ts";

/** A line that stands around a forwarded message and is no part of it. */
export function isAround(line: string): boolean {
  return line.trim() === "" || isRule(line) || markerOf(line) !== null;
}

export type Marker = { readonly at: number; readonly forwarded: boolean } | "none";

/** Whether a line said "forwarded message". */
export function isForwardMarker(marker: Marker): boolean {
  return marker !== "none" && marker.forwarded;
}

/** A marker line among the few lines above a header block. */
export function markerAbove(lines: readonly string[], blockAt: number): Marker {
  for (let at = blockAt - 1; at >= Math.max(0, blockAt - 4); at -= 1) {
    if (unquoted(lines[at] ?? "", 99).trim() === "" || isRule(lines[at] ?? "")) continue;
    const forwarded = markerOf(lines[at] ?? "");
    return forwarded === null ? "none" : { at, forwarded: forwarded === "forwarded" };
  }
  return "none";
}

/** What a line by itself marks: words between dashes in any language, or an Apple Mail sentence. */
function markerOf(line: string): "forwarded" | "original" | null {
  const text = unquoted(line, 99).trim();
  if (text === "" || text.length > 160) return null;
  const dashed = /^[-=_*~–—─]{2,80} {0,3}([^-=_*~–—─].{1,120}?) {0,3}[-=_*~–—─]{2,80}$/.exec(text)?.[1];
  const words = (dashed ?? text)
    .replace(/[\s:：*]{1,10}$/, "")
    .replace(/^\*{1,3}/, "")
    .toLowerCase();
  if (ORIGINAL_MARKERS.includes(words)) return "original";
  if (FORWARD_MARKERS.includes(words)) return "forwarded";
  if (dashed === undefined || !/\p{L}{2}/u.test(dashed)) return null;
  // Words between dashes in any language stand above a message; only those that say so stand above a forward.
  return FORWARD_STEMS.some((stem) => words.includes(stem)) ? "forwarded" : "original";
}

/** Outlook's line of underscores, and rules of dashes. */
export function isRule(line: string): boolean {
  return /^[\s>]{0,20}[_\-*=–—─]{5,500}\s{0,20}$/.test(line);
}
