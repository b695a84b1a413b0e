// The interview a mail speaks of: when, where, on which platform, in which format, with whom; and what S4 still wants known.
import type { Invite } from "../../mail/invite.ts";
import { SCHEDULING_HOSTS, VIDEO_HOSTS } from "../../playbook/senders.ts";
import type { Format, InterviewStatus, Missing, Platform } from "../../vocabulary.ts";
import { found } from "../reading.ts";
import type { Evidence, Found, Interview } from "../reading.ts";
import type { ExtractContext } from "./context.ts";
import { plainLetters } from "./plain-times.ts";
import { momentsIn } from "./moments.ts";
import type { Moment } from "./moments.ts";

type InterviewFacts = {
  readonly interview: Interview;
  readonly evidence: Readonly<Record<string, Evidence>>;
};

/** The interview, or null for kinds that have none. A calendar part fills it whatever the kind. */
export function extractInterview(context: ExtractContext, invite: Invite | null): InterviewFacts | null {
  if (!invite && context.kind !== "interview" && context.kind !== "reschedule") return null;
  const { text } = context;
  const status = statusOf(context, invite);
  const { single, options } = invite ? NO_TIMES : chooseTimes(timesIn(context), status);
  const start = invite?.start ?? single?.start ?? null;
  const link = invite?.link ?? videoLink(text);
  const platform = platformOf(text, link, invite?.location ?? null);
  return {
    interview: {
      status,
      start,
      end: invite?.end ?? single?.end ?? null,
      zone: invite ? invite.zone : (single?.zone ?? null),
      options: optionsOf(options),
      platform,
      link,
      place: platform === "on-site" ? (invite?.location ?? null) : null,
      format: formatOf(text, context),
      interviewers: interviewersIn(text),
    },
    evidence: evidenceOf(invite, single),
  };
}

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

function statusOf({ text, kind }: ExtractContext, invite: Invite | null): InterviewStatus {
  if (invite?.cancelled) return "cancelled";
  if (kind === "reschedule")
    return /\bcancel/i.test(text) && !/\bnew time|instead\b/i.test(text) ? "cancelled" : "moved";
  const confirms =
    /\b(?:confirm(?:ed|ing|ation)|is scheduled|has been scheduled|see you on|reminder)\b/i.test(text);
  return invite !== null || confirms ? "confirmed" : "proposed";
}

type Times = { readonly single?: Moment | undefined; readonly options: readonly Moment[] };

const NO_TIMES: Times = { options: [] };

/** The times in the text, else in the subject. */
function timesIn(context: ExtractContext): Moment[] {
  for (const source of [context.text, context.original.subject ?? ""]) {
    const times = momentsIn(source, context).filter(({ start }) => start !== null);
    if (times.length > 0) return times;
  }
  return [];
}

/** The one time that is meant, or the several that are offered. */
function chooseTimes(all: readonly Moment[], status: InterviewStatus): Times {
  const days = new Set(all.map(({ day }) => day));
  const meant = all.filter(
    ({ before, end, saysDay }) =>
      !PASSED_WORDS.test(before) &&
      !LIMIT_WORDS.test(before) &&
      (end !== null || saysDay || !(AFTER_WORDS.test(before) || (days.size > 1 && FROM_WORDS.test(before)))),
  );
  // A time that is only called off, or from which on somebody is free, is none to come at.
  const times = meant.filter(({ quote, before }) => NEW_WORDS.test(before) || !calledOff(quote));
  if (times.length === 0) return NO_TIMES;
  const offered = times.slice(1).some(({ before }) => CHOICE_WORDS.test(before));
  const dayed = times.filter(({ saysDay }) => saysDay);
  if (status === "moved") {
    const fresh = times.findLast(({ before }) => NEW_WORDS.test(before));
    return offered ? { options: times } : { single: fresh ?? times.at(-1), options: [] };
  }
  if (offered || new Set(dayed.map(({ start }) => start)).size > 1) return { options: times };
  // Further times of the same day are its programme.
  return { single: dayed[0] ?? times[0], options: [] };
}

/** Before a time that holds no longer. */
const PASSED_WORDS =
  /(?:^|[^\p{L}])(?:before(?=:)|instead of|rather than|not|was|old|previously|previous(?: slot| date)?|originally|no longer|statt|anstatt|war|bisher|ursprunglich|alt|alter termin|au lieu d[eu]|initialement|prevue?|ancien(?:ne)?|en vez del?|en lugar del?|antes(?=:)|anterior|originalmente|em vez d[aeo]|invece d[ei]l?|al posto d[ei]l?|anziche|in plaats van|oude?|eerst)[\s:.,]*(?:slot|date|time|date\/time|termin|am|vom|the|el|la|le|il|op|on|at)?[\s:]*$/u;
/** Before a time by which something else must be done. */
const LIMIT_WORDS =
  /(?:^|[^\p{L}])(?:by|before(?!:)|until|till|no later than|deadline|bis(?: zum| spatestens)?|spatestens|avant|d'ici|au plus tard|antes del?|hasta|ate|entro|voor|uiterlijk|arrive|report to reception by|doors open|log in at|join at)[\s:]*(?:the|el|le|il|o|a)?\s*$/u;
/** Before a time after which somebody is free. */
const AFTER_WORDS =
  /(?:^|[^\p{L}])(?:after|nach|apres|despues de|depois(?: das?)?|dopo|na)\s*(?:las?|le|alle)?\s*$/u;
/** Before a time from which on, or around which: with several days to choose from it is none to come at. */
const FROM_WORDS =
  /(?:^|[^\p{L}])(?:any ?time from|from|ab|a partir de|vers|des|a partir das?|desde|dalle|vanaf)\s*(?:las?|le|alle)?\s*$/u;

/** Whether a sentence says that what stood in it will not be. */
function calledOff(sentence: string): boolean {
  return CALLED_OFF.test(plainLetters(sentence));
}

const CALLED_OFF =
  /(?<!\p{L})(?:cancel(?:l?ed|l?ing|s)?|call(?:ed|ing)? off|can't make|cannot make|can't do|cannot do|won't work|won't happen|no longer (?:works?|possible)|fall through|abgesagt|absagen|fallt aus|entfallt|ausfallen|wird nix|wird nichts|geht nicht|klappt nicht|nicht stattfinden|annul\w*|ne tient plus|tombe a l'eau|est reporte\w*|n'aura pas lieu|cancelad[oa]s?|anulad\w*|suspend\w*|queda sin efecto|no va a poder ser|desmarc\w*|nao da|nao vai dar|nao vai rolar|annullat\w*|rimandat\w*|non si fa|afgelast|geannuleerd|gaat niet door|niet doorgaan|kan niet doorgaan|vervalt|lukt niet)(?!\p{L})/u;

const CHOICE_WORDS =
  /(?:^|[^\p{L}])(?:or|oder|ou|o|u|oppure|of|either)(?: (?:else|on|at|am|um|le|a|el|alle|op|om|at|the|maybe|even|wahlweise|bien|alternatively|sino|anche|anders))*\s*$/u;
const NEW_WORDS =
  /(?:^|[^\p{L}])(?:to|instead|now|new|after(?=:)|make it|neu|jetzt|nun|auf|stattdessen|lieber|plutot|desormais|maintenant|au|reporte|nouvelle date|ahora|al|nueva?|mejor|mas bien|agora|para|nova?|adesso|nuov[ao]|spostat[ao] (?:a|al|alle)|naar|nieuwe?|nu|liever)[\s:]*(?:the|date|time|slot|termin|fecha|data|datum|den|am|el|le|il|op|on|at|datetime|date\/time)?[\s:]*$/u;

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

const PLATFORM_WORDS: readonly (readonly [RegExp, Platform])[] = [
  [/\bzoom\b/i, "zoom"],
  [/\bgoogle meet\b/i, "meet"],
  [/\b(?:microsoft |ms )teams\b|\bon teams\b|\bvia teams\b/i, "teams"],
  [/\bwebex\b/i, "webex"],
  [
    /\b(?:by phone|phone (?:call|interview|screen)|(?:will|I'll|can) call you|telephone|over the phone)\b/i,
    "phone",
  ],
  [/\b(?:video (?:call|interview|conference)|by video|skype)\b/i, "other-video"],
  [
    /\b(?:on-?site|in person|in-person|at our (?:office|offices|campus|headquarters)|our office at)\b/i,
    "on-site",
  ],
];

function platformOf(text: string, link: string | null, location: string | null): Platform | null {
  const host = link === null ? undefined : VIDEO_HOSTS.find(([piece]) => link.includes(piece));
  if (host) return host[1];
  const said = PLATFORM_WORDS.find(([words]) => words.test(location ?? "") || words.test(text));
  if (said) return said[1];
  return location !== null && /\d/.test(location) && !/https?:/.test(location) ? "on-site" : null;
}

const FORMAT_WORDS: readonly (readonly [RegExp, Format])[] = [
  [/\bpanel\b/i, "panel"],
  [/\bbehaviou?ral\b|\bcompetency\b/i, "behavioural"],
  [
    /\btechnical (?:interview|round|discussion|conversation|session)|\bcoding\b|\bsystem design\b|\bpair programming\b/i,
    "technical",
  ],
  [/\bcase (?:study|interview)\b/i, "case"],
  [/\bpresent(?:ation| your)\b/i, "presentation"],
  [
    /\b(?:informal|casual|quick|brief|short) (?:chat|conversation|call)\b|\bphone screen|\bscreening call|\bconversation\b/i,
    "conversation",
  ],
];

function formatOf(text: string, { subkind }: ExtractContext): Format | null {
  if (subkind === "panel" || subkind === "technical" || subkind === "case") return subkind;
  return FORMAT_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

/** `with Jo Park (Engineering Manager) and Sam Roe, our CTO` */
function interviewersIn(text: string): { name: string; title: string | null }[] {
  const person =
    "(\\p{Lu}\\p{L}{1,20} \\p{Lu}[\\p{L}'’-]{1,25})(?:,? \\(([^)\\n]{2,60})\\)|, (?:our |the )?([A-Z][\\w ]{2,40}?)(?=[,.;]| and\\b))?";
  const after = new RegExp(
    `\\b(?:with|meet|speak to|speaking with|meeting with|interviewers?(?: will be| are|:)?) ${person}`,
    "gu",
  );
  const also = new RegExp(`\\band ${person}`, "u");
  const people: { name: string; title: string | null }[] = [];
  for (const match of text.slice(0, 8_000).matchAll(after)) {
    people.push({ name: match[1] ?? "", title: match[2] ?? match[3] ?? null });
    const next = also.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 120));
    if (next && next.index <= 2) people.push({ name: next[1] ?? "", title: next[2] ?? next[3] ?? null });
  }
  return people
    .filter(({ name }, at) => people.findIndex((other) => other.name === name) === at)
    .slice(0, 10);
}
