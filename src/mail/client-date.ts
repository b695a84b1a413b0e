// Dates as mail clients write them in prose: "Tue, Nov 3, 2026 at 2:02 PM", "November 3, 2026 at 2:02:11 PM GMT".
import { en } from "chrono-node";
import type { Instant } from "../calendar.ts";
import { toInstant } from "../calendar.ts";
import type { Message } from "./message.ts";

/**
 * The instant of a date line. A zone that the line names counts; without one, it is the clock of the person who
 * forwarded (the offset of the raw Date header), as clients convert to the reader's zone.
 */
export function readClientDate(
  line: string | null,
  outer: Pick<Message, "date" | "offsetMinutes">,
): { readonly instant: Instant; readonly offsetMinutes: number } | null {
  if (!line) return null;
  const text = line.slice(0, 200).replace(/\s+/g, " ");
  const reference = {
    instant: new Date(outer.date ?? "2000-01-01T00:00:00Z"),
    timezone: outer.offsetMinutes ?? 0,
  };
  const found = en.casual.parse(text, reference)[0]?.start ?? en.GB.parse(text, reference)[0]?.start;
  if (!found?.isCertain("day") || !found.isCertain("month")) return null;
  return {
    instant: toInstant(found.date().getTime()),
    offsetMinutes: found.get("timezoneOffset") ?? outer.offsetMinutes ?? 0,
  };
}
