// The shape of the drafts of one language. Texts with {placeholders} are filled from facts and refused when one is missing.
import type { Format, Missing, Platform, Subkind } from "../vocabulary.ts";

/** What a draft is for. The first five belong to follow-ups, the others to what happens on the way. */
export const DRAFT_KINDS = [
  "confirm-details",
  "ask-when",
  "thank-you",
  "first-follow-up",
  "second-follow-up",
  "reschedule-reply",
  "no-show",
  "references-list",
  "assessment-scope",
  "deadline-extension",
  "later-reply",
  "withdrawal",
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** How the person likes to write. */
export const TONES = ["plain", "formal"] as const;
export type Tone = (typeof TONES)[number];

export type DraftTexts = {
  /** BCP 47, for days. */
  readonly locale: string;
  /** `{first}` and `{full}` name; `nobody`: the mails never named a person. */
  readonly greeting: Readonly<Record<Tone, string>> & { readonly nobody: Readonly<Record<Tone, string>> };
  readonly closing: Readonly<Record<Tone, string>>;
  /** As far as it is known: `{role}`, `{company}`. */
  readonly position: {
    readonly both: string;
    readonly role: string;
    readonly company: string;
    readonly none: string;
  };
  /** How the first and the second follow-up begin: after a talk (`{talk}`), or after what was handed in (`{work}`); `{heldOn}`. */
  readonly openings: Readonly<
    Record<"first" | "second", { readonly talk: string; readonly handedIn: string }>
  >;
  /** What was handed in; behind "I sent you". `blank`: in place of the one good thing about it. */
  readonly handedIn: Readonly<Record<"assessment" | "references" | "blank", string>>;
  /** What the last talk was; behind "thank you for". */
  readonly talk: Readonly<Partial<Record<Subkind, string>>> & { readonly any: string };
  /** Something that the mails themselves show; behind "I especially enjoyed". `{names}` */
  readonly details: { readonly people: string } & Readonly<Partial<Record<Format, string>>>;
  /** In place of the one thing that only the person knows. */
  readonly blank: string;
  /** In place of the people who agreed to be asked. */
  readonly referees: string;
  /** The new time of a moved interview, as the beginning of a sentence: `{day}`, `{time}`. */
  readonly newTime: string;
  /** `{position}`, `{day}`, `{time}`, `{where}`. */
  readonly known: {
    readonly time: string;
    readonly day: string;
    readonly options: string;
    readonly none: string;
  };
  readonly where: Readonly<Record<Platform, string>>;
  readonly questions: Readonly<Record<Missing | "company-and-role" | "company" | "role", string>>;
  readonly and: string;
  readonly bodies: Readonly<Record<DraftKind, string>>;
  /** What no draft may say: a demand, a deadline of one's own, or the phrases that everybody skips. Lower case. */
  readonly forbidden: readonly string[];
  /** What a counted follow-up must contain, by the words that show it (S5). Lower case. */
  readonly mustSay: {
    readonly interest: readonly string[];
    readonly update: readonly string[];
    readonly offer: readonly string[];
  };
};
