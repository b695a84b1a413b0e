// What to have ready the evening before an interview (S4): asked of the people one meets, and brought from one's own work.
export const EVENING_QUESTIONS: readonly {
  readonly source: string;
  readonly needs: "name" | null;
  readonly says: string;
}[] = [
  { source: "S4", needs: "name", says: "Ask {name} about their own work: it shows that you looked." },
  { source: "S4", needs: null, says: "Ask what this role should have achieved after half a year." },
  { source: "S4", needs: null, says: "Ask what the next step after this talk would be." },
];

export const EVENING_READY = {
  source: "S4",
  says: "Have three achievements ready that answer the job description, each in two sentences.",
} as const;
