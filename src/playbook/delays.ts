// Why it is quiet (S3): reasons that have nothing to do with the candidate, and the words in a mail that support them.

/** How long silence after an interview is usual, in days (S5: follow up after one to two weeks). */
export const USUAL_SILENCE_DAYS = { least: 7, most: 14 } as const;

export const GENERAL_REASON =
  "Most often it is logistics: other interviews to finish, a manager on the road, an agreement still to find.";

/** A reason is given only when the mails themselves said it. */
export const DELAY_REASONS: readonly { readonly reason: string; readonly phrases: readonly string[] }[] = [
  {
    reason: "They said that other candidates are still being interviewed.",
    phrases: ["still interviewing", "other candidates", "finish interviewing", "remaining interviews"],
  },
  {
    reason: "They mentioned a freeze or a budget question; that is about money, not about you.",
    phrases: ["hiring freeze", "budget freeze", "budget approval"],
  },
  {
    reason: "They said that the role or the organisation is being rearranged.",
    phrases: ["restructuring", "reorganisation", "reorganization", "re-evaluate", "scope of the role"],
  },
  {
    reason: "They said that somebody needed for the decision is away.",
    phrases: ["travelling", "traveling", "on vacation", "on holiday", "out of office", "on leave"],
  },
];
