// Phrases and what they tell about a mail: plain words, no patterns. Add a phrase where its rule's `why` would still be true.
// Matching ignores case, line breaks and the shape of apostrophes; a phrase matches whole words only.
import type { Kind } from "../vocabulary.ts";
import { PHRASES_DE } from "./phrases/de.ts";
import { PHRASES_EN } from "./phrases/en.ts";
import { PHRASES_ES } from "./phrases/es.ts";
import { PHRASES_FR } from "./phrases/fr.ts";
import { PHRASES_IT } from "./phrases/it.ts";
import { PHRASES_NL } from "./phrases/nl.ts";
import { PHRASES_PT } from "./phrases/pt.ts";

export type SignalRule = {
  /** `kind/short-name`: stable, shown to the person who asks "why?". */
  readonly rule: string;
  readonly kind: Kind;
  /** 3: says it outright. 2: strongly suggests it. 1: a hint that needs company. */
  readonly weight: 1 | 2 | 3;
  readonly why: string;
  readonly phrases: readonly string[];
};

/** Words in front of a phrase that make it a possibility instead of an event ("if selected, we will invite you"). */
export const CONDITIONS: readonly string[] = [
  "if selected",
  "if not selected",
  "if you are not",
  "if you're not",
  "if you have not",
  "should you not",
  "in case you are not",
  "if you are selected",
  "if you're selected",
  "if your profile",
  "if your application",
  "if your skills",
  "if your qualifications",
  "if your experience",
  "if there is a match",
  "if we decide",
  "if we think",
  "if this sounds",
  "if it's a match",
  "should you be",
  "should your",
  "may be invited",
  "may be asked",
  "may include",
  "might be",
  "selected candidates will",
  "successful candidates will",
  "candidates who",
];

/** Words in front of a phrase that turn it around. */
export const NEGATIONS: readonly string[] = [
  "unable to",
  "not able to",
  "cannot",
  "can't",
  "will not",
  "won't",
  "are not",
  "not be",
  "not to",
  "did not",
  "do not",
  "don't",
];

/** Kinds whose words also open or fill mails of other kinds: beside one of those, said outright, they count for little. */
export const YIELDS_TO: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  // "Thank you for applying" opens everything, the refusal included.
  acknowledgement: ["interview", "reschedule", "assessment", "references", "offer", "rejection", "delay"],
  // A mail that moves an interview speaks of the interview.
  interview: ["reschedule"],
};

/** What a phrase tells. The phrases themselves stand in `phrases/`, by language. */
const RULES: readonly Omit<SignalRule, "phrases">[] = [
  {
    rule: "rejection/decided-against",
    kind: "rejection",
    weight: 3,
    why: "says that the application ends here",
  },
  {
    rule: "rejection/others-chosen",
    kind: "rejection",
    weight: 3,
    why: "says that somebody else was chosen, or the position is closed",
  },
  { rule: "rejection/soft-closing", kind: "rejection", weight: 1, why: "the usual words around a refusal" },
  { rule: "offer/extended", kind: "offer", weight: 3, why: "offers the position or its contract" },
  { rule: "offer/terms", kind: "offer", weight: 1, why: "the terms that come with an offer" },
  {
    rule: "references/asked",
    kind: "references",
    weight: 3,
    why: "asks for people who can vouch for the candidate (S1)",
  },
  {
    rule: "assessment/invited",
    kind: "assessment",
    weight: 3,
    why: "asks for a test, a task or a profile (S1)",
  },
  {
    rule: "reschedule/moved",
    kind: "reschedule",
    weight: 3,
    why: "moves or cancels an interview that was agreed",
  },
  { rule: "interview/invited", kind: "interview", weight: 3, why: "invites to talk, or asks when (S1)" },
  { rule: "interview/availability", kind: "interview", weight: 2, why: "asks when the candidate can talk" },
  { rule: "delay/still-deciding", kind: "delay", weight: 3, why: "says that the answer takes longer (S3)" },
  {
    rule: "delay/on-hold",
    kind: "delay",
    weight: 3,
    why: "the role waits for something inside the company (S3)",
  },
  {
    rule: "acknowledgement/received",
    kind: "acknowledgement",
    weight: 2,
    why: "confirms that an application arrived",
  },
  { rule: "outreach/first-word", kind: "outreach", weight: 3, why: "a recruiter writes first about a role" },
  {
    rule: "other-job/alert",
    kind: "other-job",
    weight: 3,
    why: "job alerts, account mail and surveys of job sites",
  },
  {
    rule: "not-job/life",
    kind: "not-job",
    weight: 3,
    why: "the rest of life: orders, money, accounts, newsletters",
  },
];

const PHRASES: readonly Readonly<Record<string, readonly string[]>>[] = [
  PHRASES_EN,
  PHRASES_DE,
  PHRASES_FR,
  PHRASES_ES,
  PHRASES_PT,
  PHRASES_IT,
  PHRASES_NL,
];

export const SIGNAL_RULES: readonly SignalRule[] = RULES.map((rule) => ({
  ...rule,
  phrases: PHRASES.flatMap((phrases) => phrases[rule.rule] ?? []),
}));

/** Words that show that a mail is about work at all; without any of them and without a signal it is not a job mail. */
export const JOB_WORDS: readonly string[] =
  "application applications applied applying applicant applicants candidate candidates candidacy career careers cv resume curriculum hiring hire hired interview interviews interviewer job jobs position positions recruiter recruiters recruiting recruitment role roles talent vacancy vacancies referee referees salary bewerbung bewerbungen bewerber bewerberin stelle stellen stellenanzeige vorstellungsgesprach bewerbungsgesprach lebenslauf gehalt arbeitsvertrag vertrag probearbeiten kandidatin kandidaten candidature candidatures candidat candidate poste postes recrutement entretien embauche emploi candidatura candidaturas candidata candidato puesto puestos vacante vacantes entrevista empleo seleccion postulacion sueldo vaga vagas recrutamento emprego selecao colloquio posizione posto candidata candidati assunzione selezione lavoro sollicitatie sollicitant vacature vacatures functie sollicitatiegesprek gesprek werkgever kandidaat baan".split(
    " ",
  );

/** Subjects that mails of every kind bear, and that clients and people put where there was none: they tell nothing about theirs. Lower case. */
export const GENERIC_SUBJECTS: ReadonlySet<string> = new Set(
  "your application|your job application|your application status|your application update|application status|application update|ihre bewerbung|votre candidature|su candidatura|tu candidatura|a sua candidatura|la sua candidatura|uw sollicitatie|je sollicitatie|update|status update|hello|hi|hallo|bonjour|hola|ola|ciao".split(
    "|",
  ),
);
