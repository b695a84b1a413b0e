// How long until something: written by the server, kept going by the script where there is one.
import type { Instant } from "../../calendar.ts";

export function Countdown({ to, now }: { readonly to: string; readonly now: Instant }) {
  const minutes = Math.round((Date.parse(to) - Date.parse(now)) / 60_000);
  return (
    <time datetime={to} {...(to.length > 10 ? { "data-until": to } : {})}>
      {saySpan(minutes, { withTime: to.length > 10 })}
    </time>
  );
}

/** `in 2 days, 3 hours`, `in 40 minutes`, `now`. */
function saySpan(minutes: number, { withTime }: { readonly withTime: boolean }): string {
  if (minutes <= 0) return "now";
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (!withTime) return days === 0 ? "tomorrow" : `in ${count(days, "day")}`;
  if (days > 0) return `in ${count(days, "day")}${hours > 0 ? `, ${count(hours, "hour")}` : ""}`;
  if (hours > 0) return `in ${count(hours, "hour")}${rest > 0 ? `, ${count(rest, "minute")}` : ""}`;
  return `in ${count(minutes, "minute")}`;
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
