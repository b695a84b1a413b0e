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

/** The same as one chooses it. */
export const KIND_CHOICES: Readonly<Record<Kind, string>> = {
  interview: "An interview",
  reschedule: "An interview moved or called off",
  assessment: "A test or task",
  references: "They want references",
  offer: "An offer",
  rejection: "A rejection",
  acknowledgement: "Application received",
  delay: "Still waiting",
  outreach: "A recruiter's first word",
  "other-job": "A job alert or the like",
  "not-job": "Not about a job",
};
