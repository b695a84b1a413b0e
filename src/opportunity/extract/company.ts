// Which company: its name in the text first, then the sender's name, then the domain (implied, and never of a system or a free-mail host).
import { domainOf, organisationalDomain } from "../../mail/address.ts";
import { oneLine } from "../../mail/text.ts";
import { FREE_MAIL_DOMAINS, SYSTEM_DOMAINS } from "../../playbook/senders.ts";
import { found } from "../reading.ts";
import type { Found } from "../reading.ts";
import { MAX_EXTRACT_CHARACTERS } from "./context.ts";
import type { ExtractContext } from "./context.ts";

/** A name: up to five capitalised words, with the small words that stand inside names. */
const NAME =
  "((?:\\p{Lu}|\\d)[\\p{L}\\p{N}&'’-]{0,30}(?:\\.(?:com|ai|io|co|org|net|dev))?(?: (?:(?:of|and|&|for|de|the) )?\\p{Lu}[\\p{L}\\p{N}&'’-]{0,30}){0,4})";

/** Words before (or after) a company's name, most telling first. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ["company/field", new RegExp(`^(?:Company|Employer|Organi[sz]ation):\\s{0,3}${NAME}`, "mu")],
  [
    "company/position-at",
    new RegExp(
      `\\b(?:position|role|opening|job|internship|vacancy)\\b[^.\\n]{0,60}? (?:at|with) ${NAME}`,
      "u",
    ),
  ],
  [
    "company/interest-in",
    new RegExp(
      `\\b(?:interest in|interested in|expressing interest in) (?:joining |working (?:at|with|for) |a (?:career|position|role) (?:at|with) |the team at )?${NAME}(?=[\\s]?[.,!;]| and| as| for| team| we)`,
      "u",
    ),
  ],
  [
    "company/applying-to",
    new RegExp(
      `\\b(?:[Aa]ppl(?:ying|ied|ication)(?: for [^.\\n]{1,80}?)? (?:to|at|with)|opportunit(?:y|ies) (?:at|with)|[Cc]areers? (?:at|with)|[Jj]oin(?:ing)?|[Ww]elcome to|[Hh]ere at|team at|behalf of|recruiter (?:at|with|for)|offer from|work(?:ing)? (?:at|for)|interview (?:with|at)|from the team at) ${NAME}`,
      "u",
    ),
  ],
  [
    "company/team",
    new RegExp(
      `(?:^|\\n|[Tt]he |[Yy]our ) ?${NAME} (?:(?:US |Global )?(?:Recruiting|Recruitment|Talent|Hiring|HR|People|Careers|Human Resources|Acquisition)\\b(?: (?:&|and) [A-Z]\\w{1,20})?(?: (?:Acquisition|Team))?|Team)(?=[\\s.,!]|$)`,
      "u",
    ),
  ],
];

/** Capitalised words that are no company. */
const NOT_NAMES =
  /^(?:Th(?:e|is|ank|anks|ese|at)|Our|Your|We|You|It|In|If|As|At|On|My|A|An|I|Hi|Hello|Dear|Best|Kind|Regards|Sincerely|Warm|Please|Talent|HR|Human Resources|Recruit(?:ing|ment)|Hiring|People|Team|Position|Role|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Zoom|Google Meet|Microsoft Teams|LinkedIn|HackerRank|Codility|CodeSignal|Calendly|Senior|Junior|Lead|Staff|Principal|Software|Engineer|Acquisition|Careers?)$/;

/** The employer's name. */
export function extractCompany({ original, text }: ExtractContext): Found<string> {
  const body = text.slice(0, MAX_EXTRACT_CHARACTERS).replace(/[ \t]+/g, " ");
  for (const source of [body, original.subject ?? ""]) {
    for (const [rule, pattern] of PATTERNS) {
      const match = pattern.exec(source);
      const name = trimName(match?.[1] ?? "");
      if (name !== "" && match) return found(name, match[0], "certain", rule);
    }
  }
  return fromSender(original.from?.name ?? null) ?? fromDomain(original.from?.address ?? "");
}

function trimName(name: string): string {
  const words = oneLine(name)
    .replace(/['’]s$/, "")
    .split(" ");
  while (words.length > 0 && NOT_NAMES.test(words[0] ?? "")) words.shift();
  while (words.length > 0 && NOT_NAMES.test(words.at(-1) ?? "")) words.pop();
  const trimmed = words.join(" ");
  // "at 10:00", "on Friday at 3pm" say when.
  const isTime = /^\d[\d:.]{0,6}(?: ?[ap]\.?m\.?)?(?:\s|$)/i.test(trimmed);
  return trimmed.length >= 2 && !NOT_NAMES.test(trimmed) && !isTime ? trimmed : "";
}

/** `Acme Careers`, `Rae Lind at Acme`, `Rae from Acme`, `Acme Hiring Team`. */
function fromSender(name: string | null): Found<string> {
  if (!name) return null;
  const match =
    /\b(?:at|from|@) (.{2,50})$/u.exec(name) ??
    /^(.{2,50}?) (?:Careers?|Recruiting|Recruitment|Talent(?: Acquisition)?|Hiring|HR|Jobs|People)(?: Team)?$/u.exec(
      name,
    );
  const company = trimName(match?.[1] ?? "");
  return company === "" ? null : found(company, name, "implied", "company/sender-name");
}

function fromDomain(address: string): Found<string> {
  const domain = organisationalDomain(domainOf(address));
  if (domain === "" || SYSTEM_DOMAINS.includes(domain) || FREE_MAIL_DOMAINS.includes(domain)) return null;
  const label = domain.split(".")[0] ?? "";
  // A placeholder of documentation is nobody's name.
  if (label.length < 2 || label === "employer" || label === "example") return null;
  const name = label.length <= 3 ? label.toUpperCase() : `${label[0]?.toUpperCase()}${label.slice(1)}`;
  return found(name, address, "implied", "company/domain");
}
