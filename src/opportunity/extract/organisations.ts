// Names of organisations in a mail: every capitalised name that could be one, weighed by where it stands and by how well it fits the
// sender's domain. Company and agency are chosen among them.
import { oneLine } from "../../mail/text.ts";
import {
  AGENCY_WORDS,
  CERTAIN_AGENCY_WORDS,
  CLIENT_PHRASES,
  DEPARTMENT_WORDS,
  ORGANISATION_WORDS,
} from "../../playbook/organisation-words.ts";
import { ROLE_HEADS } from "../../playbook/role-words.ts";
import { sentencesOf, unwrapped } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { domainLabel, fitOf } from "./domain-names.ts";
import { namesFirm, namesOrganisation } from "./organisation-names.ts";
import { plainLetters } from "./plain-times.ts";
import { senderOf } from "./sender.ts";
import { isPersonName, sharesWord, signatureOf } from "./signature.ts";

export type Organisation = {
  readonly name: string;
  /** With the words that could be a department's or an agency's: "Quill Legal Recruitment". */
  readonly whole: string;
  readonly weight: number;
  /** How well it fits the sender's domain: 0 to 1. */
  readonly fits: number;
  readonly quote: string;
  readonly rule: string;
};

export type Organisations = {
  readonly company: Organisation | null;
  readonly agency: Organisation | null;
};

const DEPARTMENTS = new Set(DEPARTMENT_WORDS);
const AGENCIES = new Set(AGENCY_WORDS);
const CERTAIN_AGENCIES = new Set(CERTAIN_AGENCY_WORDS);
const ORGANISATIONS = new Set(ORGANISATION_WORDS);
const CLIENT = new RegExp(`(?<![\\p{L}])(?:${CLIENT_PHRASES.join("|")})(?![\\p{L}])`, "u");

/** The employer, and the agency that writes for it. */
export function organisationsIn(context: ExtractContext, role: string | null): Organisations {
  const sightings = sightingsIn(context).filter(
    ({ name, fits }) => fits >= 0.5 || role === null || !(contains(role, name) || contains(name, role)),
  );
  const merged = merge(sightings);
  const agency = agencyAmong(merged, context);
  const employers = merged.filter(
    (one) =>
      one.name !== agency?.name &&
      (agency === null ||
        (one.fits < 0.5 && !contains(agency.whole, one.name) && !SENDER_RULES.has(one.rule))),
  );
  const needed = 1;
  const [company] = employers
    .filter(({ weight }) => weight >= needed)
    .toSorted((a, b) => b.weight - a.weight);
  return { company: company ?? null, agency };
}

/** The sender's own firm, when its name, its words or a second firm in the mail tell that it works for somebody else. */
function agencyAmong(organisations: readonly Organisation[], context: ExtractContext): Organisation | null {
  const label = domainLabel(context.original.from?.address ?? "");
  const sender =
    organisations.find(({ fits }) => fits >= 0.5) ?? organisations.find(({ rule }) => SENDER_RULES.has(rule));
  if (!sender) return null;
  const signs = agencySigns(sender, organisations, context, label);
  const score = AGENCY_SIGNS.reduce((sum, sign) => sum + (signs[sign] ? AGENCY_WEIGHTS[sign] : 0), 0);
  return score >= AGENCY_THRESHOLD
    ? { ...sender, name: signs.named || signs.certain ? sender.whole : sender.name }
    : null;
}

/** What tells that the sender's firm finds people for others. */
function agencySigns(
  sender: Organisation,
  organisations: readonly Organisation[],
  { original, text, kind }: ExtractContext,
  label: string,
): Readonly<Record<AgencySign, boolean>> {
  const others = organisations.filter(
    (one) => one !== sender && one.fits < 0.5 && !SENDER_RULES.has(one.rule),
  );
  const person = senderOf(original).person;
  const signature = signatureOf(text, person, label);
  const title = plainLetters([signature.title, ...signature.firms].join(" , "));
  // "Merriden Building Society Recruitment" is a department; so is "Altamarea Recruiting" where nobody signs.
  const isFirm = (signature.name ?? person) !== null && !hasWord(sender.name, ORGANISATIONS);
  const certain =
    hasWord(sender.name, CERTAIN_AGENCIES) || (isFirm && hasWord(sender.whole, CERTAIN_AGENCIES));
  return {
    certain,
    named: !certain && hasWord(sender.whole, AGENCIES) && sender.whole.includes(" "),
    client: CLIENT.test(plainLetters(text)),
    sureEmployer: others.some(
      ({ rule, weight }) => SURE_EMPLOYER_RULES.has(rule) && weight >= 1.3 && sender.fits >= 0.8,
    ),
    employer: others.some(({ rule, weight }) => EMPLOYER_RULES.has(rule) && weight >= 1.3),
    otherNamed: others.some(({ rule, weight }) => rule !== "company/subject" && weight >= 1),
    inSubject: others.some(
      ({ name }) => name.includes(" ") && plainLetters(original.subject ?? "").includes(plainLetters(name)),
    ),
    label: AGENCY_LABEL.test(label),
    sureTitle: SURE_AGENT_TITLE.test(title),
    title: AGENT_TITLE.test(title),
    outreach: kind === "outreach",
    nobodySigns: (signature.name ?? person) === null,
    hires: sender.rule === "company/position-at",
  };
}

const AGENCY_SIGNS = [
  "certain",
  "named",
  "client",
  "sureEmployer",
  "employer",
  "otherNamed",
  "inSubject",
  "label",
  "sureTitle",
  "title",
  "outreach",
  "nobodySigns",
  "hires",
] as const;
type AgencySign = (typeof AGENCY_SIGNS)[number];

/** How much each sign tells: fitted by logistic regression on the example mails. */
const AGENCY_WEIGHTS: Readonly<Record<AgencySign, number>> = {
  certain: 4,
  named: 3.2,
  client: 4.3,
  sureEmployer: 1,
  employer: 0.5,
  otherNamed: 0.8,
  inSubject: 0.7,
  label: 1.9,
  sureTitle: 2.9,
  title: 0.9,
  outreach: 1.7,
  nobodySigns: -2.5,
  hires: -2,
};
/** A little more than even: an employer taken for an agency loses its name. */
const AGENCY_THRESHOLD = 4;

/** What people who find people for others call themselves. */
const AGENT_TITLE =
  /(?:^| )(?:consultant|principal|partner|managing partner|managing consultant|director asociado|associe|associee|socio|socia|selezionatrice|selezionatore|tecnic[oa] de seleccion|recruiter|resourcer|headhunter|recruitment|talent|placement|personalberater|personalberaterin|personaldisponentin?|conseillere? en recrutement|chargee? de recrutement|consulente|consultora?|intercedente)(?: |$|,)/;

/** What only people of agencies call themselves. */
const SURE_AGENT_TITLE =
  /(?:^| )(?:recruitment consultant|resourcer|headhunter|personalberater|personalberaterin|personaldisponentin?|intercedente?|consulente del personale|conseillere? en recrutement|consultante? en recrutement|consultora? de seleccion)(?: |$|,)/;

function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return plainLetters(name)
    .split(/[^\p{L}&]+/u)
    .some((word) => words.has(word));
}

/** In a domain: its owner finds people for others. */
const AGENCY_LABEL =
  /recruit|talent|staffing|search|personnel|personal(?:beratung|dienst)|headhunt|temps|interim|jobs?(?:$|-)|werving|uitzend|selecc|selez|recrut|locum|manpower|people|crew|zeitarbeit|vermittlung|rh$|hr$|resourc|appointments|careers/;

/** Where an employer is named by somebody who is not it. */
const EMPLOYER_RULES = new Set([
  "company/client",
  "company/position-at",
  "company/applying-to",
  "company/acts",
  "company/acts-on-you",
  "company/interest-in",
  "company/field",
  "company/named",
]);
/** Words around a name that leave no doubt that it is one. */
const SURE_RULES = new Set([
  "company/field",
  "company/position-at",
  "company/applying-to",
  "company/interest-in",
  "company/sender-name",
  "company/team",
]);
const SURE_EMPLOYER_RULES = new Set([
  "company/client",
  "company/position-at",
  "company/applying-to",
  "company/acts-on-you",
  "company/field",
]);
const YOU =
  /(?<![\p{L}])(?:you|your|Sie|Ihnen|dich|dir|vous|te|toi|le|la|usted|lei|ti|je|jou|u|você)(?![\p{L}])/u;

type Sighting = Organisation;

const SENDER_RULES = new Set(["company/sender-name", "company/signature"]);

export function sightingsIn(context: ExtractContext): Sighting[] {
  const { original, text } = context;
  const sender = original.from?.name ?? "";
  const { person, label } = senderOf(original);
  const signature = signatureOf(text, person, label);
  const out: Sighting[] = [];
  const see = (said: string, weight: number, quote: string, rule: string) => {
    const name = cleaned(said, label);
    if (name === "" || isNoName(name)) return;
    const fits = label === "" ? 0 : fitOf(name, label);
    const organised = namesOrganisation(name);
    // A person's own name is a firm only where it says more, or the domain says so too.
    const isFamily = namesFirm(name);
    const isPerson =
      (person !== null && sharesWord(name, person) && fits < 0.9 && !isFamily) ||
      (signature.name !== null &&
        plainLetters(name) === plainLetters(signature.name) &&
        !organised &&
        !SURE_RULES.has(rule));
    if (isPerson) return;
    const bare = fits < 0.5 && !organised;
    if (bare && (isTitled(name) || isAddress(name))) return;
    const doubt =
      bare && !name.includes(" ") && !SURE_RULES.has(rule) ? (context.language === "de" ? 0.9 : 0.4) : 0;
    out.push({
      name,
      weight: weight + 1.5 * fits + (organised ? 0.5 : 0) - doubt,
      fits,
      quote,
      rule,
      whole: tidy(around(said)),
    });
  };
  for (const piece of senderPieces(sender, sender === person ? person : null))
    see(piece, 1.6, sender, "company/sender-name");
  for (const [index, firm] of signature.firms.entries())
    see(firm, 1.8 - 0.25 * index, firm, "company/signature");
  const body = unwrapped(signature.body.replace(/[ \t]+/g, " "));
  for (const [rule, weight, pattern] of PATTERNS)
    for (const match of body.matchAll(pattern)) {
      const onYou =
        rule === "company/acts" &&
        YOU.test(body.slice(match.index, match.index + 120).split(/[.!?\n](?:\s|$)/)[0] ?? "");
      see(match[1] ?? "", onYou ? weight + 0.5 : weight, match[0], onYou ? "company/acts-on-you" : rule);
    }
  for (const match of text.slice(-400).matchAll(TEAM)) see(match[1] ?? "", 1.5, match[0], "company/team");
  const subject = original.subject ?? "";
  for (const [rule, weight, pattern] of PATTERNS)
    for (const match of subject.matchAll(pattern)) see(match[1] ?? "", weight, match[0], rule);
  for (const piece of subject.split(/\s*[|:–—(),]\s*|\s-\s/))
    if (new RegExp(`^${NAME}$`, "u").test(piece)) see(piece, 0.4, subject, "company/subject");
  for (const sentence of sentencesOf(`${subject}\n${body}`))
    for (const match of sentence.matchAll(ANY_NAME)) {
      const name = match[0];
      if (label !== "" && fitOf(cleaned(name, label), label) >= 0.6)
        see(name, 0.6, sentence, "company/fits-domain");
      else if (
        plainLetters(name)
          .split(/[^\p{L}]+/u)
          .some((word) => ORGANISATIONS.has(word)) &&
        name.includes(" ")
      )
        see(name, 0.5, sentence, "company/named");
    }
  return out;
}

/** Sightings of one name together; "Acme" counts for "Acme Tools Ltd". */
export function merge(sightings: readonly Sighting[]): Organisation[] {
  const groups: Sighting[][] = [];
  for (const sighting of sightings.slice(0, 120)) {
    const group = groups.find((one) =>
      one.some(({ name }) => contains(name, sighting.name) || contains(sighting.name, name)),
    );
    if (group) group.push(sighting);
    else groups.push([sighting]);
  }
  return groups
    .flatMap((group) => {
      const [best] = group.toSorted((a, b) => b.weight - a.weight || b.name.length - a.name.length);
      const whole = group.map((one) => one.whole).toSorted((a, b) => b.length - a.length)[0] ?? "";
      const isAgencyWhole =
        best !== undefined && contains(whole, best.name) && hasWord(whole, CERTAIN_AGENCIES);
      return best
        ? [
            {
              ...best,
              whole: isAgencyWhole ? whole : best.whole,
              weight: best.weight + Math.min(1.2, 0.3 * (group.length - 1)),
            },
          ]
        : [];
    })
    .toSorted((a, b) => b.weight - a.weight);
}

function contains(one: string, other: string): boolean {
  const [a, b] = [plainLetters(one), plainLetters(other)];
  return a === b || (b.length >= 3 && ` ${a} `.includes(` ${b} `));
}

/** `Acme Careers`, `Rae Lind at Acme`, `Rae | Acme`, `Acme via Greenhouse`: what is left of a sender's name without person and department. */
function senderPieces(sender: string, person: string | null): string[] {
  if (person !== null) return [];
  const pieces = sender.split(
    /\s*[|,/()]\s*|\s[-–—]\s|\s(?:at|from|@|von|bei|de chez|de|da|van|di|von der|of|via)\s/u,
  );
  return pieces.filter(
    (piece, index) =>
      piece.length > 1 &&
      !(index === 0 && pieces.length > 1 && isPersonName(piece) && piece.split(" ").length <= 2),
  );
}

const CAPITAL =
  "(?:\\p{Lu}|\\d|[ei](?=\\p{Lu}))[\\p{L}\\p{N}&'’+-]{0,30}(?:\\.(?:com|ai|io|co|org|net|dev|ly|tv))?";
const LINK =
  "(?:of|the|and|&|for|de|del|della|delle|dei|di|du|des|da|do|dos|das|la|le|les|el|los|las|van|der|den|von|für|und|et|y|e|zu|zum|am|im|in|en|a|au|à|l'|d'|op|het|'t)";
const NAME = `(${CAPITAL}(?: (?:${LINK} ){0,2}(?:d'|l'|dell'|all'|L'|D')?${CAPITAL}){0,6}(?:,? (?:Inc|LLC|Ltd|LLP|GmbH|Corp)\\b)?)`;
const ANY_NAME = new RegExp(`(?<![\\p{L}\\p{N}])${NAME}`, "gu");

/** "The Acme Talent Team". */
const TEAM = new RegExp(
  `(?:^|\\n|[Tt]he |[Yy]our ) ?${NAME} (?:(?:US |Global )?(?:Recruiting|Recruitment|Talent|Hiring|HR|People|Careers|Human Resources)\\b|Team\\b|team\\b)`,
  "gu",
);

/** Words around an organisation's name, with how much they tell. */
const PATTERNS: readonly (readonly [string, number, RegExp])[] = [
  [
    "company/client",
    2.2,
    new RegExp(
      `(?:[Oo]ur|[Mm]y|[Uu]nser|[Mm]ein|[Nn]otre|[Mm]on|[Mm]a|[Nn]uestr[oa]|[Mm]i|[Nn]oss[oa]|[Mm]eu|[Mm]inha|[Ii]l nostro|[Nn]ostro|[Mm]io|[Oo]nze|[Mm]ijn) (?:end )?(?:clients?|Kunde|Kunden|Auftraggeber|Mandant|Mandantin|cliente?|mandante?|opdrachtgever|klant),? (?:der |die |das |the |la |le |les |el |il |lo |o |a |de |het )?${NAME}`,
      "gu",
    ),
  ],
  [
    "company/field",
    3,
    new RegExp(
      `^(?:Company|Employer|Organi[sz]ation|Arbeitgeber|Unternehmen|Firma|Entreprise|Employeur|Empresa|Azienda|Ente|Bedrijf|Werkgever):\\s{0,3}${NAME}`,
      "gmu",
    ),
  ],
  [
    "company/position-at",
    2,
    new RegExp(
      `\\b(?:position|role|opening|job|internship|vacancy|post)\\b[^.\\n]{0,60}? (?:at|with) ${NAME}`,
      "gu",
    ),
  ],
  [
    "company/interest-in",
    1.8,
    new RegExp(
      `\\b(?:interest in|interested in|expressing interest in|Interesse an|intérêt pour|interés en|interesse per|interesse em|belangstelling voor|interesse in) (?:joining |working (?:at|with|for) |a (?:career|position|role) (?:at|with) |the team at |der |la |l'|il )?${NAME}`,
      "gu",
    ),
  ],
  [
    "company/applying-to",
    1.8,
    new RegExp(
      `\\b(?:[Aa]ppl(?:ying|ied|ication)(?: for [^.\\n]{1,80}?)? (?:to|at|with)|opportunit(?:y|ies) (?:at|with)(?: the)?|[Cc]areers? (?:at|with)|[Jj]oin(?:ing)?|[Ww]elcome to|sent to|submitted to|considering|in choosing|[Hh]ere at|team at|behalf of|recruiter (?:at|with|for)|offer from|work(?:ing)? (?:at|for|with)|interview (?:with|at)|step with|from the team at|we at|through to) ${NAME}`,
      "gu",
    ),
  ],
  ["company/team", 1.5, TEAM],
  [
    "company/preposition",
    1,
    new RegExp(
      `(?<![\\p{L}])(?:at|with|bei der|bei dem|beim|bei|chez|presso la|presso l'|presso il|presso|bij|join|from|von|vom|of|de la|du|della|del|dell'|da|do|na|no|en el|en la|en|van|im|in der|am) (?:the |der |dem |la |le |il |de |het |el )?${NAME}`,
      "gu",
    ),
  ],
  [
    "company/acts",
    1.1,
    new RegExp(
      `(?:^|[.!?:]\\s|\\n|,\\s|that |because |but |so |and |told you )${NAME} (?:have|has|would|want|wants|are|is|will|said|say|says|can|had|cannot|won't|were|was|hat|haben|möchte|möchten|sucht|suchen|ist|wird|lädt|a |souhaite|recherche|vous|ha|han|quiere|busca|le|tiene|cerca|vorrebbe|heeft|zoekt|wil|tem|quer|procura|vai|bevestigt|teilt|invite|confirme)(?![\\p{L}])`,
      "gu",
    ),
  ],
];

/** A name without the words around it; a department's words go too unless the domain carries them ("Blue Gate Staffing"). */
function cleaned(said: string, label: string): string {
  const words = around(said);
  const whole = tidy(words);
  while (words.length > 0 && isDepartment(words[0])) words.shift();
  while (words.length > 1 && isDepartment(words.at(-1))) words.pop();
  const bare = tidy(words);
  if (bare === whole || bare === "" || label === "") return bare;
  if (label !== "" && fitOf(whole, label) > fitOf(bare, label) + 0.04) return whole;
  return CERTAIN_AGENCIES.has(plainLetters(whole).split(" ").at(-1) ?? "") && fitOf(bare, label) < 0.9
    ? whole
    : bare;
}

/** The words of a name without the small ones that stand around it. */
function around(said: string): string[] {
  const words = oneLine(said)
    .replace(/['’]s$/, "")
    .split(" ");
  while (isAround(words[0])) words.shift();
  while (isAround(words.at(-1))) words.pop();
  return words;
}

function isAround(word: string | undefined): boolean {
  return word !== undefined && (NOT_IN_NAME.test(word) || /^[-–—&|]$/.test(word));
}

function isDepartment(word: string | undefined): boolean {
  return word !== undefined && DEPARTMENTS.has(plainLetters(word).replace(/[^\p{L}&]/gu, ""));
}

function tidy(words: readonly string[]): string {
  return words.join(" ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.!)]+$/gu, "");
}

/** Capitalised words that stand around names without being part of them. */
const NOT_IN_NAME =
  /^(?:(?:I|You|We|They|He|She|It|That|There|Who|What)['’](?:m|ve|ll|re|d|s)|Th(?:e|is|anks?|ese|at|ey|ere|en|ose)|Our|Your|We|You|It|In|If|As|At|On|My|An?|I|He|She|Hi|Hello|Hey|Dear|Best|Kind|Regards|Sincerely|Warm|Please|Position|Role|Job|Re|RE|Fwd|AW|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Interview|Invitation|Update|Application|Your|Zoom|Google|Meet|Teams|Microsoft|LinkedIn|HackerRank|Codility|CodeSignal|Calendly|WhatsApp|Indeed|Greenhouse|Workday|Outlook|Ada|Byron|Frau|Herrn?|Sie|Ihre?n?|Ihnen|Wir|Ich|Der|Die|Das|Ein|Eine|Am|Im|Bei|Bis|Mit|Und|Aber|Guten|Tag|Hallo|Liebe|Sehr|Geehrte|Madame|Monsieur|Bonjour|Nous|Vous|Votre|Je|Le|La|Les|Un|Une|Il|Elle|On|Hola|Estimada|Buenos|Buenas|Su|Nos|El|Los|Las|Una|Se|Olá|Oi|Prezada|Bom|Boa|Gentile|Buongiorno|Ciao|Abbiamo|Beste|Geachte|Hoi|Dag|Het|De|Een|Wij|Je|Uw|U|And|But|So|Or|For|To|From|With|When|Where|What|Who|How|Not|No|Yes|Ok|OK|Let|Just|After|Before|Once|All|Any|Some|Can|Could|Would|Will|Do|Did|Is|Are|Was|Were|Have|Has|Had|Mr|Mrs|Ms|Dr|Prof|Sir|Madam|Team|PS|P\.S)$/;

const NO_NAME =
  /^(?:\d[\d:.,h ]*(?:am|pm|uhr|h)?|hr|cv|it|uk|us|usa|eu|london|berlin|paris|madrid|roma|milano|wien|zürich|street|road|floor|room|building|gate|monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes|sex|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|gmt|cet|bst|est|ist|ref|tel|zoom|teams|chrome|excel|word|sql|python|java|head|home|step|stage|part|section|band|level|grade|one|two|three|appendix|llc|inc|ltd|gmbh|linkedin|indeed|glassdoor|greenhouse|workday|north america|europe|emea)$/i;

/** "Bakery Assistant" is a role, "Reset password" a button. */
function isTitled(name: string): boolean {
  const words = name.split(" ");
  const last = plainLetters(words.at(-1) ?? "");
  return (
    HEADS.has(last) ||
    (words.length > 1 && words.some((word) => /^\p{Ll}/u.test(word) && !LINK_WORDS.has(word)))
  );
}

function isAddress(name: string): boolean {
  return (
    /\d$|(?:street|road|lane|avenue|square|drive|strasse|straße|str\.|platz|weg|gasse|damm|allee|straat|laan|plein|kade)$/i.test(
      name,
    ) ||
    /^(?:\d+,? )?(?:rue|via|calle|rua|avenida|av\.?|viale|piazza|plaza|place|avenue|boulevard) /i.test(name)
  );
}

const HEADS = new Set(Object.values(ROLE_HEADS).flat());
const LINK_WORDS = new Set(
  "of the and & for de del della delle dei di du des da do dos das la le les el los las van der den von für und et y e zu zum am im in en a au à op het by".split(
    " ",
  ),
);

function isNoName(name: string): boolean {
  const words = name.split(" ");
  return (
    name.length < 2 ||
    NO_NAME.test(name) ||
    (words.length === 1 && /^\d/.test(name)) ||
    words.every((word) => DEPARTMENTS.has(plainLetters(word))) ||
    words.length > 9
  );
}
