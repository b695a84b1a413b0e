// The interview a mail speaks of: when, where, on which platform, in which format, with whom; and what S4 still wants known.
import type { Invite } from "../../mail/invite.ts";
import {
  CONFIRM_WORDS,
  FORMAT_WORDS,
  PLACE_LABELS,
  PLATFORM_WORDS,
  WITH_WORDS,
} from "../../playbook/interview-words.ts";
import { SCHEDULING_HOSTS, VIDEO_HOSTS } from "../../playbook/senders.ts";
import type { Format, InterviewStatus, Kind, Missing, Platform } from "../../vocabulary.ts";
import { found } from "../reading.ts";
import type { Evidence, Found, Interview } from "../reading.ts";
import { MAX_EXTRACT_CHARACTERS } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { chooseTimes } from "./meeting-times.ts";
import { momentsIn } from "./moments.ts";
import type { Moment } from "./moments.ts";
import { plainLetters } from "./plain-times.ts";
import { senderOf } from "./sender.ts";
import { isPersonName, signatureOf } from "./signature.ts";

type InterviewFacts = {
  readonly interview: Interview;
  readonly evidence: Readonly<Record<string, Evidence>>;
};

/** The interview, or null for kinds that have none. A calendar part fills it whatever the kind. */
export function extractInterview(context: ExtractContext, invite: Invite | null): InterviewFacts | null {
  const { text, kind } = context;
  const isMain = invite !== null || kind === "interview" || kind === "reschedule";
  const times = invite || !(isMain || BESIDE.includes(kind)) ? [] : timesIn(context);
  const hasTime = times.some(({ start }) => start !== null);
  const status = statusOf(context, invite, hasTime);
  const { single, options } = chooseTimes(isMain ? times : times.filter(saysInterview), status);
  if (!isMain && single === undefined) return null;
  const start = invite?.start ?? single?.start ?? null;
  const link = invite?.link ?? videoLink(text);
  const said = placeIn(text);
  const platform = platformOf(text, link, invite?.location ?? null, said);
  return {
    interview: {
      status,
      start,
      end: invite?.end ?? single?.end ?? null,
      zone: invite ? invite.zone : (single?.zone ?? null),
      options: optionsOf(options),
      platform,
      link,
      place: platform === "on-site" ? (invite?.location ?? said) : null,
      format: formatOf(text, context),
      interviewers: interviewersIn(text),
    },
    evidence: evidenceOf(invite, single),
  };
}

/** Kinds whose mails may confirm an interview besides. */
const BESIDE: readonly Kind[] = ["assessment", "references"];

/** Whether the sentence of a time names the interview. */
function saysInterview({ quote }: Moment): boolean {
  return INTERVIEW_WORD.test(quote);
}

const INTERVIEW_WORD =
  /(?<!\p{L})(?:interview|(?:vorstellungs|bewerbungs|kennenlern)?gespräch|entretien|entrevista|colloquio|(?:sollicitatie)?gesprek)(?!\p{L})/iu;

/** Where to choose a time oneself. */
export function extractSchedulingLink({ text }: ExtractContext): Found<string> {
  const link = linksIn(text).find((url) => SCHEDULING_HOSTS.some((host) => url.includes(host)));
  return link ? found(link, link, "certain", "scheduling-link/host") : null;
}

/** What the mail did not say of S4's list: date, time, place or platform, format, interviewers. */
export function missingFrom(interview: Interview): Missing[] {
  if (interview.status === "cancelled") return [];
  const timed = interview.start !== null || interview.options.length > 0;
  const checks: readonly (readonly [Missing, boolean])[] = [
    ["date", !timed],
    ["time", !timed || /^\d{4}-\d{2}-\d{2}$/.test(interview.start ?? "")],
    [
      "zone",
      timed &&
        interview.start !== null &&
        interview.zone === null &&
        !/[Z]|[+-]\d\d:\d\d$/.test(interview.start),
    ],
    ["place-or-platform", interview.platform === null && interview.link === null && interview.place === null],
    ["format", interview.format === null],
    ["interviewers", interview.interviewers.length === 0],
  ];
  return checks.filter(([, missing]) => missing).map(([name]) => name);
}

function statusOf({ text, kind }: ExtractContext, invite: Invite | null, hasTime: boolean): InterviewStatus {
  if (invite?.cancelled) return "cancelled";
  const plain = plainLetters(text);
  if (kind === "reschedule") return CALLED_OFF.test(plain) && !hasTime ? "cancelled" : "moved";
  return invite !== null || CONFIRMS.test(plain) ? "confirmed" : "proposed";
}

const inside = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "u");
const CONFIRMS = inside(CONFIRM_WORDS);
/** Called off without another time; "can't do Thursday" still asks for one. */
const CALLED_OFF = inside(
  "cancel(?:l?ed|l?ing)?|call(?:ed|ing)? off|abgesagt|absagen|annule\\w*|annuler|cancelad[oa]|cancelar|anulad[oa]|annullat[oa]|geannuleerd|afgelast|vervalt",
);

/** The moments of the mail's own words, else of its subject; those of the signature are office hours. */
function timesIn(context: ExtractContext): Moment[] {
  const { person, label } = senderOf(context.original);
  const { body } = signatureOf(context.text, person, label);
  for (const source of [body, context.text, context.original.subject ?? ""]) {
    const times = momentsIn(source, context);
    if (times.some(({ start }) => start !== null)) return times;
  }
  return [];
}

function optionsOf(times: readonly Moment[]): { start: string; end: string | null }[] {
  return times.flatMap(({ start, end }) => (start === null ? [] : [{ start, end }])).slice(0, 20);
}

function evidenceOf(invite: Invite | null, moment: Moment | undefined): Record<string, Evidence> {
  if (invite?.start)
    return {
      interview: { quote: invite.summary.slice(0, 300), certainty: "certain", rule: "interview/calendar" },
    };
  if (!moment) return {};
  const one = found(moment.start, moment.quote, moment.zoneCertainty, "interview/time-in-text");
  return one ? { interview: one.evidence } : {};
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>()"']{4,500}/g)].map((match) => match[0].replace(/[.,;]+$/, ""));
}

function videoLink(text: string): string | null {
  return linksIn(text).find((url) => VIDEO_HOSTS.some(([host]) => url.includes(host))) ?? null;
}

const PLATFORMS_SAID = PLATFORM_WORDS.map(([platform, words]) => [inside(words), platform] as const);
const FORMATS_SAID = FORMAT_WORDS.map(([format, words]) => [inside(words), format] as const);

function platformOf(
  text: string,
  link: string | null,
  location: string | null,
  place: string | null,
): Platform | null {
  const host = link === null ? undefined : VIDEO_HOSTS.find(([piece]) => link.includes(piece));
  if (host) return host[1];
  const plain = plainLetters(text);
  const at = plainLetters(location ?? place ?? "");
  const said =
    PLATFORMS_SAID.find(([words]) => words.test(at)) ?? PLATFORMS_SAID.find(([words]) => words.test(plain));
  if (said) return said[1];
  const hasAddress = location !== null && /\d/.test(location) && !/https?:/.test(location);
  return hasAddress || place !== null ? "on-site" : null;
}

function formatOf(text: string, { subkind }: ExtractContext): Format | null {
  if (subkind === "panel" || subkind === "technical" || subkind === "case") return subkind;
  const plain = plainLetters(text);
  return FORMATS_SAID.find(([words]) => words.test(plain))?.[1] ?? null;
}

/** A line that says where: `Where: 12 Harbour Street`, `Ort: Rathaus, Zimmer 204`; else a street with its number. */
function placeIn(text: string): string | null {
  for (const line of text.slice(0, MAX_EXTRACT_CHARACTERS).split("\n")) {
    const [, label = "", said = ""] =
      /^[\s*•–-]{0,4}(\p{L}{2,12})\s?:\s{0,12}(\S.{2,150})$/u.exec(line) ?? [];
    if (said !== "" && PLACE_LABEL.test(plainLetters(label)) && !/https?:|@/.test(said)) return said.trim();
  }
  return STREET.exec(text.slice(0, MAX_EXTRACT_CHARACTERS))?.[1]?.trim() ?? null;
}

const PLACE_LABEL = inside(PLACE_LABELS);
/** "at 14 Cloister Street", "in der Hafenstraße 12", "au 14 rue des Granges", "en Calle Mayor 5", "Via Roma 7", "Kerkstraat 12". */
const STREET =
  /(?<=(?:^|[\s(,])(?:at|to|in|in der|in die|im|zur|zum|bei|an der|am|au|en|na|no|in|op|aan de|aan het|presso|via:)\s)((?:\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}'’-]{1,20} ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Way|Drive|Court|Place|Row|Terrace|Parade|Quay)|\d{1,4}(?: bis)?,? (?:rue|avenue|boulevard|place|quai|allée|chemin) [\p{L}'’ -]{2,40}|\p{Lu}[\p{L}-]{2,30}(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|ufer|straat|laan|plein|kade|gracht) \d{1,4}[a-z]?|(?:Calle|Avenida|Av\.|Plaza|Paseo|Carrera|Rua|Praça|Travessa|Largo|Via|Viale|Piazza|Corso) [\p{L}'’. ]{2,40},? \d{1,4}))/u;

/** `with Jo Park (Engineering Manager) and Sam Roe, our CTO`, `mit Frau Dr. Lena Ott, Pflegedienstleitung` */
function interviewersIn(text: string): { name: string; title: string | null }[] {
  const people: { name: string; title: string | null }[] = [];
  for (const match of text.slice(0, 8_000).matchAll(WITH)) {
    people.push(personOf(match));
    let from = match.index + match[0].length;
    // "… and Sam Roe": as long as the list goes on.
    for (let more = 0; more < 6; more++) {
      const next = ALSO.exec(text.slice(from, from + 140));
      if (!next) break;
      people.push(personOf(next));
      from += next[0].length;
    }
  }
  return people
    .filter(({ name }, at) => people.findIndex((other) => other.name === name) === at)
    .filter(({ name }) => isPersonName(name))
    .slice(0, 10);
}

function personOf(match: RegExpExecArray): { name: string; title: string | null } {
  return { name: (match[1] ?? "").trim(), title: (match[2] ?? match[3] ?? null)?.trim() ?? null };
}

const NAMED_PERSON =
  "(?:(?:Mr|Mrs|Ms|Dr|Prof|Frau|Herrn?|Mme|M|Sr|Sra|D|Dott|Ing|Eng|Dhr|Mevr)\\.? (?:Dr\\. )?)?(\\p{Lu}[\\p{L}'’-]{1,20}(?: (?:van|de|der|den|von|da|do|di|del))?(?: \\p{Lu}[\\p{L}'’-]{1,25}){1,2})(?:,? \\(([^)\\n]{2,60})\\)|, (?:our |the |unsere?m? |notre |nuestr[ao] |noss[ao] |nostr[ao] |onze )?(\\p{L}[\\p{L}\\d -]{2,40}?)(?=[,.;\\n]| and\\b| und\\b| et\\b| y\\b| e\\b| en\\b|$))?";
const WITH = new RegExp(`(?<![\\p{L}])(?:${WITH_WORDS}) ${NAMED_PERSON}`, "gu");
const ALSO = new RegExp(`^,?\\s?(?:and|und|et|y|e|en|&|,) ${NAMED_PERSON}`, "u");
