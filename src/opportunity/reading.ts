// Reading: all that was understood from one original. The shape is public (`npm run inspect`), so it only ever grows.
import type { Day, Zone } from "../calendar.ts";
import type { DelayReasonKind } from "../playbook/delays.ts";
import type { Language } from "../playbook/languages.ts";
import type {
  Certainty,
  Format,
  InterviewStatus,
  Kind,
  Missing,
  Part,
  Platform,
  RedFlagKind,
  ScamSignKind,
  Subkind,
} from "../vocabulary.ts";

/** One phrase that counted, with the rule that says what it means. */
export type Signal = {
  readonly kind: Kind;
  readonly phrase: string;
  readonly certainty: Certainty;
  readonly rule: string;
};

/** The words that show a fact, and the rule that read them. */
export type Evidence = { readonly quote: string; readonly certainty: Certainty; readonly rule: string };

export type Contact = {
  readonly name: string | null;
  readonly address: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  readonly part: Part;
};

export type Interview = {
  readonly status: InterviewStatus;
  /** ISO 8601 with its offset; a bare day for an all-day event; null when only options or nothing is known. */
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: Zone | null;
  readonly options: readonly { readonly start: string; readonly end: string | null }[];
  readonly platform: Platform | null;
  readonly link: string | null;
  readonly place: string | null;
  readonly format: Format | null;
  readonly interviewers: readonly { readonly name: string; readonly title: string | null }[];
};

export type TakeHome = {
  readonly hours: number | null;
  readonly paid: boolean | null;
  readonly scope: string | null;
};

export type Facts = {
  readonly company: string | null;
  readonly agency: string | null;
  readonly role: string | null;
  readonly requisition: string | null;
  readonly round: number | null;
  readonly contacts: readonly Contact[];
  readonly interview: Interview | null;
  readonly schedulingLink: string | null;
  /** The last day: of a window, its end. */
  readonly deadline: Day | null;
  readonly promisedBy: Day | null;
  readonly takeHome: TakeHome | null;
  readonly salary: string | null;
};

export type Reading = Facts & {
  readonly kind: Kind;
  readonly subkind: Subkind | null;
  /** Exactly for interview, assessment, references and offer (S1). */
  readonly callback: boolean;
  /** Of the kind, 0 to 1: below 0.7 the receipt asks and nothing changes state; from 0.9 it is called certain. */
  readonly certainty: number;
  readonly signals: readonly Signal[];
  readonly missing: readonly Missing[];
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** The language it is written in: drafts answer in it. */
  readonly language?: Language;
  /** What it gives as the reason of a delay (S3). */
  readonly reasons?: readonly { readonly kind: DelayReasonKind; readonly quote: string }[];
  /** Where the job is described. */
  readonly jobLink?: string | null;
  readonly redFlags: readonly { readonly kind: RedFlagKind; readonly quote: string }[];
  readonly scamSigns: readonly { readonly kind: ScamSignKind; readonly quote: string }[];
};

/** An interview of which nothing is known yet. */
export const NO_INTERVIEW: Interview = {
  status: "proposed",
  start: null,
  end: null,
  zone: null,
  options: [],
  platform: null,
  link: null,
  place: null,
  format: null,
  interviewers: [],
};

/** A mail that says nothing. */
export const NOTHING_READ: Reading = {
  kind: "not-job",
  subkind: null,
  callback: false,
  certainty: 0,
  signals: [],
  company: null,
  agency: null,
  role: null,
  requisition: null,
  round: null,
  contacts: [],
  interview: null,
  schedulingLink: null,
  deadline: null,
  promisedBy: null,
  takeHome: null,
  salary: null,
  missing: [],
  evidence: {},
  redFlags: [],
  scamSigns: [],
};

/** A fact found in the text, or nothing. */
export type Found<T> = { readonly value: T; readonly evidence: Evidence } | null;

/** The longest quote we keep: evidence must be forgettable too. */
export const MAX_QUOTE_CHARACTERS = 300;

/** Evidence with its quote on one line and capped. */
export function found<T>(value: T, quote: string, certainty: Certainty, rule: string): Found<T> {
  return {
    value,
    evidence: { quote: quote.replace(/\s+/g, " ").trim().slice(0, MAX_QUOTE_CHARACTERS), certainty, rule },
  };
}
