// A random week of Ada's search: what recruiters write, how it reaches us, and what she answers. The mails are short and clear: how well mail
// is understood is measured elsewhere.
import { toInstant } from "../../src/calendar.ts";
import { weatherOf } from "./weather.ts";
import type { Weather } from "./weather.ts";
import { dice } from "./dice.ts";
import type { Dice } from "./dice.ts";

export const ADA = {
  id: "ada",
  name: "Ada Byron",
  address: "ada@home.example",
  inbox: "in-ada@callback.example",
};
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A mail on its way to us. `id` is its Message-ID; a copy has the same one. */
export type Mail = { readonly id: string; readonly at: number; readonly raw: string; readonly stamp: string };

/** What Ada says to the receipt of a mail, some time after it reached her. */
export type Answer = {
  readonly id: string;
  readonly to: string;
  readonly waitMinutes: number;
  readonly say: "done" | "skip" | "snooze" | "note" | "undo" | "list" | "tap";
};

export type Week = {
  readonly seed: number;
  readonly zone: string;
  readonly every: "week" | "day";
  readonly begin: number;
  /** Nothing goes wrong any more from here on. */
  readonly calm: number;
  readonly end: number;
  readonly mails: readonly Mail[];
  readonly answers: readonly Answer[];
  readonly weather: Weather;
  /** When cron does not come (milliseconds since 1970). */
  readonly cronGaps: readonly { readonly from: number; readonly until: number }[];
  readonly knowsKeys: boolean;
  readonly skewSeconds: number;
};

export function weekOf(seed: number): Week {
  const chance = dice(seed);
  const begin =
    Date.parse("2026-01-05T00:00:00Z") + chance.between(0, 340) * DAY + chance.between(0, 23) * HOUR;
  const calm = begin + 8 * DAY;
  const zone = chance.pick(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]);
  const mails = storiesOf(chance, begin, zone);
  return {
    seed,
    zone,
    every: chance.pick(["week", "week", "day"]),
    begin,
    calm,
    end: calm + 3 * DAY,
    mails: [...mails, ...copiesOf(mails, chance)],
    answers: answersTo(mails, chance),
    weather: weatherOf(chance, begin, calm),
    cronGaps: Array.from({ length: chance.between(0, 2) }, () => {
      const from = chance.between(begin, calm - 6 * HOUR);
      return { from, until: from + chance.between(1, 5) * HOUR };
    }),
    knowsKeys: chance.chance(0.9),
    skewSeconds: chance.pick([0, 2, 20]),
  };
}

/** Each company writes to Ada at her address; she forwards by hand, or a rule of hers does. */
type Company = {
  readonly name: string;
  readonly role: string;
  readonly recruiter: string;
  readonly from: string;
};
const COMPANIES = [
  ["Acme", "Staff Engineer", "Rae Lind"],
  ["Globex", "Data Platform Lead", "Kim Osei"],
  ["Northwind", "Product Manager", "Noor Haddad"],
  ["Initech", "Site Reliability Engineer", "Jo Park"],
  ["Umbrella", "Research Nurse", "Lin Achterberg"],
] as const;

function storiesOf(chance: Dice, begin: number, zone: string): Mail[] {
  const isBurst = chance.chance(0.3);
  const companies = COMPANIES.filter(() => chance.chance(0.6));
  const mails = companies.flatMap(([name, role, recruiter]) => {
    const from = `${recruiter} <${recruiter.split(" ")[0]?.toLowerCase()}@${name.toLowerCase()}.example>`;
    return storyOf({ name, role, recruiter, from }, chance, begin, zone);
  });
  const noise = [outOfOffice, newsletter, nothing].filter(() => chance.chance(0.4));
  const all = [...mails, ...noise.map((make) => make(begin + chance.between(2, 160) * HOUR, chance))];
  if (!isBurst) return all;
  // She hands over a whole search at once.
  const at = begin + chance.between(24, 120) * HOUR;
  return all.map((mail, n) => (n < 8 ? { ...mail, at: Math.max(mail.at, at + n * 40_000) } : mail));
}

type Chapter = readonly [subject: string, text: (company: Company, when: string) => string];
const CHAPTERS: readonly Chapter[] = [
  [
    "Your application",
    ({ name, role }) =>
      `thank you for your application for the ${role} position at ${name}. We have received your application and our team is reviewing it.`,
  ],
  [
    "Interview",
    ({ name, role }, when) =>
      `we would like to invite you to an interview for the ${role} position at ${name}. You would be speaking with our hiring manager on ${when} on Zoom.`,
  ],
  [
    "Your interview has moved",
    ({ name, role }, when) =>
      `unfortunately we have to reschedule your interview for the ${role} position at ${name}. The new time is ${when}.`,
  ],
  [
    "Technical test",
    ({ name, role }, when) =>
      `as the next step for the ${role} position at ${name} please complete our technical test by ${when.split(" at ")[0]}.`,
  ],
  [
    "An update",
    ({ name, role }) =>
      `we are still deciding about the ${role} position at ${name}. Thank you for your patience while we finish our other interviews.`,
  ],
  [
    "The outcome",
    ({ name, role }) =>
      `thank you for your interest in the ${role} position at ${name}. Unfortunately we have decided not to move forward with your application.`,
  ],
];

function storyOf(company: Company, chance: Dice, begin: number, zone: string): Mail[] {
  let written = begin + chance.between(1, 40) * HOUR;
  return CHAPTERS.filter(() => chance.chance(0.55)).map(([subject, text]) => {
    written += chance.between(1, 30) * HOUR;
    const at = written + chance.between(1, 300) * 60_000;
    const when = sayWhen(written + chance.between(30, 110) * HOUR, zone);
    const words = `Hi Ada,\r\n\r\n${text(company, when)}\r\n\r\nBest regards,\r\n${company.recruiter}\r\nRecruiter, ${company.name}`;
    const title = `${subject}: ${company.role}`;
    const id = `${chance.id()}@mail.home.example`;
    return chance.chance(0.25)
      ? byRule(id, at, written, company.from, title, words)
      : byHand(id, at, written, company.from, title, words, zone);
  });
}

/** On the hour, by the person's own clock, in a zone that the mail does not need to name. */
function sayWhen(moment: number, zone: string): string {
  const day = new Intl.DateTimeFormat("en-US", {
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
    timeZone: zone,
  });
  const hour = 9 + (Math.floor(moment / HOUR) % 8);
  return `${day.format(moment)} at ${hour > 12 ? hour - 12 : hour}:00 ${hour >= 12 ? "PM" : "AM"}`;
}

const HER_STAMP = "dmarc=pass header.from=home.example";

function byHand(
  id: string,
  at: number,
  written: number,
  from: string,
  subject: string,
  text: string,
  zone: string,
): Mail {
  const date = new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    month: "short",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  }).format(written);
  const block = `---------- Forwarded message ---------\r\nFrom: ${from}\r\nDate: ${date}\r\nSubject: ${subject}\r\nTo: ${ADA.address}\r\n\r\n${text}`;
  const raw = writeMail(id, at, `${ADA.name} <${ADA.address}>`, ADA.inbox, `Fwd: ${subject}`, block);
  return { id, at, raw, stamp: HER_STAMP };
}

function byRule(id: string, at: number, written: number, from: string, subject: string, text: string): Mail {
  const domain = /@([^>]*)/.exec(from)?.[1] ?? "";
  const raw = writeMail(id, written, from, ADA.address, subject, text);
  return { id, at, raw, stamp: `dmarc=pass header.from=${domain}` };
}

function outOfOffice(at: number, chance: Dice): Mail {
  const id = `${chance.id()}@acme.example`;
  const raw = writeMail(
    id,
    at,
    "Rae Lind <rae@acme.example>",
    ADA.inbox,
    "Automatic reply: Re: Interview",
    "I am away.",
  );
  return {
    id,
    at,
    raw: `Auto-Submitted: auto-replied\r\n${raw}`,
    stamp: "dmarc=pass header.from=acme.example",
  };
}

function newsletter(at: number, chance: Dice): Mail {
  const from = "Garden Weekly <news@garden.example>";
  const text =
    "This week: how to prune roses, and a recipe for pumpkin soup. Have a good week in the garden!";
  return byHand(`${chance.id()}@mail.home.example`, at, at - HOUR, from, "Roses in autumn", text, "UTC");
}

function nothing(at: number, chance: Dice): Mail {
  const id = `${chance.id()}@mail.home.example`;
  const raw = writeMail(id, at, `${ADA.name} <${ADA.address}>`, ADA.inbox, "Fwd: hello", "see below");
  return { id, at, raw, stamp: HER_STAMP };
}

function writeMail(id: string, at: number, from: string, to: string, subject: string, text: string): string {
  const date = new Date(toInstant(at)).toUTCString().replace("GMT", "+0000");
  return `Message-ID: <${id}>\r\nFrom: ${from}\r\nTo: ${to}\r\nDate: ${date}\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
}

/** The sending server repeats itself, and Ada forwards the same thing again. */
function copiesOf(mails: readonly Mail[], chance: Dice): Mail[] {
  return mails.flatMap((mail) => {
    const at = mail.at + chance.between(0, 600) * 60_000;
    if (chance.chance(0.15)) return [{ ...mail, at }];
    const id = `again-${mail.id}`;
    const raw = mail.raw.replace(mail.id, id);
    return chance.chance(0.1) ? [{ ...mail, id, at, raw }] : [];
  });
}

function answersTo(mails: readonly Mail[], chance: Dice): Answer[] {
  return mails
    .filter(() => chance.chance(0.4))
    .map(({ id: to }) => ({
      id: `${chance.id()}@mail.home.example`,
      to,
      waitMinutes: chance.between(3, 600),
      say: chance.pick(["done", "done", "skip", "snooze", "note", "undo", "list", "tap", "tap"]),
    }));
}

/** The words of an answer, as Ada's mail program sends them. */
export function answerMail(id: string, saidAt: number, to: string, words: string): Mail {
  const raw = writeMail(id, saidAt, `${ADA.name} <${ADA.address}>`, to, "Re: Your letter", words);
  return { id, at: saidAt, raw, stamp: HER_STAMP };
}
