// The public holidays that a person may keep, by country.
import type { Day, Holidays } from "../calendar.ts";
import { HOLIDAYS } from "./holiday-days.ts";

/** The countries that are known. */
export const HOLIDAY_COUNTRIES: readonly string[] = Object.keys(HOLIDAYS);

const NONE: Holidays = new Set();
const cache = new Map<string, Holidays>();

/** The public holidays of a country; none for null and for a country that is not known. */
export function holidaysOf(country: string | null): Holidays {
  const lines = country === null ? undefined : HOLIDAYS[country];
  if (country === null || lines === undefined) return NONE;
  const known = cache.get(country);
  if (known) return known;
  const days = new Set<Day>(
    lines.flatMap((line) => {
      const [year, ...monthDays] = line.split(" ");
      return monthDays.map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
    }),
  );
  cache.set(country, days);
  return days;
}
