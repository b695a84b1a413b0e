// `npm run holidays`: writes src/playbook/public-holidays.ts from the date-holidays library: the nationwide public holidays of the
// countries whose languages we read, for the years to come. The library itself would double the Worker.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import DateHolidays from "date-holidays";

const COUNTRIES = "AR AT AU BE BR CA CH CL CO DE ES FR GB IE IN IT LU MX NL NZ PE PT SG US UY ZA".split(" ");
const FIRST_YEAR = 2026;
const YEARS = 6;

const rows = COUNTRIES.map((country) => {
  const years = Array.from({ length: YEARS }, (_, index) => {
    const year = FIRST_YEAR + index;
    const days = new DateHolidays(country)
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice(5, 10).replace("-", ""));
    return `${year} ${[...new Set(days)].toSorted().join(" ")}`;
  });
  return `  ${country}: [${years.map((line) => JSON.stringify(line)).join(", ")}],`;
});

writeFileSync(
  join(import.meta.dirname, "../src/playbook/holiday-days.ts"),
  `// Nationwide public holidays by country (ISO 3166), \`year MMDD …\`. Made by \`npm run holidays\` from the date-holidays library, never edited.
export const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
${rows.join("\n")}
};
`,
);
