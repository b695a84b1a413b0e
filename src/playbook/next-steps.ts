// What a callback says about the candidate (S1, S2), in one calm sentence. Never inflated, never for an automatic acknowledgement.
import type { Kind, Missing } from "../vocabulary.ts";

export const STANDING: Readonly<Partial<Record<Kind, { readonly source: string; readonly says: string }>>> = {
  interview: {
    source: "S2",
    says: "Your qualifications passed their first filter; they spend interview time only on people they take seriously.",
  },
  assessment: {
    source: "S1",
    says: "A test is a callback: you are past the first selection and they want to see you work.",
  },
  references: {
    source: "S1",
    says: "Asking for references usually comes late: you are among the last few.",
  },
  offer: { source: "S2", says: "They chose you. Read everything calmly before you answer." },
};

/** How each missing detail is asked for in the confirming reply (S4). */
export const QUESTIONS: Readonly<Record<Missing, string>> = {
  date: "which day you have in mind",
  time: "what time it starts",
  zone: "which time zone the time is in",
  "place-or-platform": "where we will meet, or on which platform",
  format: "what format the interview will have",
  interviewers: "whom I will be speaking with",
};

/** The same details as a list for the person. */
export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  date: "the day",
  time: "the time",
  zone: "the time zone",
  "place-or-platform": "place or platform",
  format: "the format",
  interviewers: "names and titles of the interviewers",
};
