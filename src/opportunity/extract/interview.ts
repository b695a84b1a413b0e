// The interview a mail speaks of: when, where, on which platform, in which format, with whom; and what S4 still wants known.
import type { Invite } from "../../mail/invite.ts";
import { SCHEDULING_HOSTS, VIDEO_HOSTS } from "../../playbook/senders.ts";
import type { Format, InterviewStatus, Kind, Missing, Platform } from "../../vocabulary.ts";
import { found } from "../reading.ts";
import type { Evidence, Found, Interview } from "../reading.ts";
import type { ExtractContext } from "./context.ts";
import { chooseTimes } from "./meeting-times.ts";
import { momentsIn } from "./moments.ts";
import type { Moment } from "./moments.ts";
import { senderOf } from "./sender.ts";
import { signatureOf } from "./signature.ts";

type InterviewFacts = {
  readonly interview: Interview;
  readonly evidence: Readonly<Record<string, Evidence>>;
};

/** The interview, or null for kinds that have none. A calendar part fills it whatever the kind. */
export function extractInterview(context: ExtractContext, invite: Invite | null): InterviewFacts | null {
  const { text, kind } = context;
  const isMain = invite !== null || kind === "interview" || kind === "reschedule";
  const status = statusOf(context, invite);
  const times = invite || !(isMain || BESIDE.includes(kind)) ? [] : timesIn(context);
  const { single, options } = chooseTimes(isMain ? times : times.filter(saysInterview), status);
  if (!isMain && single === undefined) return null;
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

function statusOf({ text, kind }: ExtractContext, invite: Invite | null): InterviewStatus {
  if (invite?.cancelled) return "cancelled";
  if (kind === "reschedule")
    return /\bcancel/i.test(text) && !/\bnew time|instead\b/i.test(text) ? "cancelled" : "moved";
  const confirms =
    /\b(?:confirm(?:ed|ing|ation)|is scheduled|has been scheduled|see you on|reminder)\b/i.test(text);
  return invite !== null || confirms ? "confirmed" : "proposed";
}

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
