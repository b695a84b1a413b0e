// What a callback says about the candidate (S1, S2), and what to do after one (S4). Calm, never inflated, never for an acknowledgement.
import type { Kind, Missing, Subkind } from "../vocabulary.ts";

/** The first that fits is said. `{round}` is the round's number. */
export const STANDING: readonly {
  readonly kind: Kind;
  readonly subkinds?: readonly Subkind[];
  /** Only from this round on. */
  readonly fromRound?: number;
  readonly source: string;
  readonly says: string;
}[] = [
  {
    kind: "interview",
    subkinds: ["final"],
    source: "S2",
    says: "A final round: only a few are left, and they can see you in this role.",
  },
  {
    kind: "interview",
    fromRound: 3,
    source: "S2",
    says: "Round {round}: each round is a smaller, more serious group, and you are in it.",
  },
  {
    kind: "interview",
    subkinds: ["panel"],
    source: "S2",
    says: "A panel costs several people their time; they do that for candidates they take seriously.",
  },
  {
    kind: "interview",
    subkinds: ["technical", "case"],
    source: "S2",
    says: "Your qualifications held up on paper; now they want to see how you think.",
  },
  {
    kind: "interview",
    subkinds: ["on-site"],
    source: "S2",
    says: "They want to meet you where the work is done: a sign of real interest.",
  },
  {
    kind: "interview",
    fromRound: 2,
    source: "S2",
    says: "Another round: your qualifications held up, and most others are out by now.",
  },
  {
    kind: "interview",
    subkinds: ["phone-screen", "informal"],
    source: "S1",
    says: "A first call is a callback: your application passed the first filter, which stops most.",
  },
  {
    kind: "interview",
    source: "S2",
    says: "Your qualifications passed their first filter; they spend interview time only on people they take seriously.",
  },
  {
    kind: "assessment",
    subkinds: ["personality"],
    source: "S1",
    says: "A personality profile is a callback: they look closer at people who already fit on paper.",
  },
  {
    kind: "assessment",
    source: "S1",
    says: "A test is a callback: you are past the first selection and they want to see you work.",
  },
  {
    kind: "references",
    source: "S1",
    says: "Asking for references usually comes late: you are among the last few.",
  },
  { kind: "offer", source: "S2", says: "They chose you. Read everything calmly before you answer." },
];

export type StepKind =
  | "ask"
  | "research"
  | "job-description"
  | "achievements"
  | "enthusiasm"
  | "scope"
  | "plan-time"
  | "ask-referees"
  | "brief-referees"
  | "read-offer"
  | "answer-offer";

/** The steps after a callback. `{what}`, `{name}`, `{title}`, `{company}`. */
export const STEPS: Readonly<Record<StepKind, { readonly source: string; readonly says: string }>> = {
  ask: { source: "S4", says: "Ask for {what}: the mail does not say." },
  research: {
    source: "S4",
    says: "Look up {name}{title}: background and recent work help you ask good questions.",
  },
  "job-description": { source: "S4", says: "Go back to the job description." },
  achievements: { source: "S4", says: "Line up three achievements that answer what it asks for." },
  enthusiasm: { source: "S4", says: "Say once, in your reply, that you want this role at {company}." },
  scope: { source: "S8", says: "Ask how many hours they have in mind and what a good result contains." },
  "plan-time": { source: "S4", says: "Set the time aside now, and a day to look at it again." },
  "ask-referees": { source: "S1", says: "Ask two or three people before you give their names." },
  "brief-referees": {
    source: "S1",
    says: "Tell them about the role at {company}, so that they can speak to it.",
  },
  "read-offer": {
    source: "S9",
    says: "Read everything calmly; asking about pay, start and notice is normal.",
  },
  "answer-offer": { source: "S9", says: "Answer in the time they gave, and tell the others only then." },
};

/** The details of an interview, as what was not said or is to be asked for. */
export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  date: "the day",
  time: "the time",
  zone: "the time zone",
  "place-or-platform": "the place or platform",
  format: "the format",
  interviewers: "names and titles of the interviewers",
};
