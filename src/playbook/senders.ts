// Systems that write on behalf of employers: their domain says which system it is, never which company.
import { domainOf, organisationalDomain } from "../mail/address.ts";

/** Applicant-tracking systems, schedulers and test providers, by registrable domain. */
export const SYSTEM_DOMAINS: readonly string[] = [
  "greenhouse.io", // greenhouse-mail.io too
  "greenhouse-mail.io",
  "lever.co",
  "ashbyhq.com",
  "myworkday.com",
  "workday.com",
  "smartrecruiters.com",
  "workable.com",
  "workablemail.com",
  "icims.com",
  "taleo.net",
  "successfactors.com",
  "successfactors.eu",
  "bamboohr.com",
  "personio.de",
  "personio.com",
  "teamtailor.com",
  "teamtailor-mail.com",
  "recruitee.com",
  "jobvite.com",
  "breezy.hr",
  "jazz.co",
  "applytojob.com",
  "calendly.com",
  "goodtime.io",
  "hackerrank.com",
  "codesignal.com",
  "codility.com",
  "linkedin.com",
  "indeed.com",
  "indeedemail.com",
  "ziprecruiter.com",
  "glassdoor.com",
  "monster.com",
  "hire.com",
  "avature.net",
  "google.com", // calendar invitations
];

/** Hosts of private mailboxes: their domain says nothing about a company. */
export const FREE_MAIL_DOMAINS: readonly string[] = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "ymail.com",
  "aol.com",
  "icloud.com",
  "me.com",
  "mac.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "gmx.net",
  "gmx.com",
  "web.de",
  "mail.ru",
  "yandex.ru",
  "yandex.com",
  "zoho.com",
  "fastmail.com",
];

/** Local parts that name a department instead of a person. */
export const ROLE_MAILBOXES: readonly string[] = [
  "careers",
  "career",
  "hr",
  "humanresources",
  "info",
  "jobs",
  "job",
  "no-reply",
  "noreply",
  "donotreply",
  "do-not-reply",
  "notifications",
  "notification",
  "people",
  "recruiter",
  "recruiting",
  "recruitment",
  "talent",
  "hiring",
  "team",
  "hello",
  "support",
  "offers",
  "apply",
  "applications",
];

/** Where people are asked to choose a time. */
export const SCHEDULING_HOSTS: readonly string[] = [
  "calendly.com",
  "goodtime.io",
  "cal.com",
  "savvycal.com",
  "doodle.com",
  "youcanbook.me",
  "meetings.hubspot.com",
  "outlook.office365.com/owa/calendar",
  "bookings.cloud.microsoft",
  "calendar.app.google",
  "calendar.google.com/calendar/appointments",
];

/** Where interviews by video take place: a piece of the link, and the platform it means. */
export const VIDEO_HOSTS = [
  ["zoom.us/", "zoom"],
  ["zoomgov.com/", "zoom"],
  ["meet.google.com/", "meet"],
  ["teams.microsoft.com/", "teams"],
  ["teams.live.com/", "teams"],
  ["webex.com/", "webex"],
  ["whereby.com/", "other-video"],
  ["meet.jit.si/", "other-video"],
  ["gotomeeting.com/", "other-video"],
  ["hirevue.com/", "other-video"],
] as const;

/** Whether nobody reads what is sent there. */
export function isSystemAddress(address: string): boolean {
  return (
    /^(?:no-?_?reply|do-?not-?reply|notifications?|mailer|system|automat|noresponder|nao-?responda|niet-?beantwoorden|ne-?pas-?repondre)/.test(
      address,
    ) || SYSTEM_DOMAINS.includes(organisationalDomain(domainOf(address)))
  );
}

/** An address that sends job alerts and nothing else. */
export function isAlertAddress(address: string): boolean {
  return /^(?:job-?alerts?|jobs?-?alert|alerts?-jobs?|jobsuche|jobagent|alerte-?emploi|alertas?-?empleo|alerta-?vagas|vacature-?alert)/.test(
    address.toLowerCase(),
  );
}
