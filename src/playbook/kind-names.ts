// What a kind of mail is called in a letter.
import type { Kind } from "../vocabulary.ts";

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  interview: "an interview invitation",
  reschedule: "a change to an interview",
  assessment: "a test or task",
  references: "a request for references",
  offer: "an offer",
  rejection: "an answer that closes this one",
  acknowledgement: "a confirmation that your application arrived",
  delay: "news that the answer takes longer",
  outreach: "a recruiter's first word about a role",
  "other-job": "about jobs, but not about one of your opportunities",
  "not-job": "not about a job",
};
