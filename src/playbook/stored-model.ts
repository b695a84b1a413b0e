// How trained weights are stored: strings of printable characters that compress well. `src/opportunity/kind-model.ts` writes and reads them.

/** Rows of weights for hashed features: steps between the features' slots, then every label's weights in row order. */
export type StoredTable = {
  readonly labels: number;
  readonly scale: number;
  readonly slots: string;
  readonly weights: string;
};

export type StoredModel = {
  readonly sentences: StoredTable;
  readonly mails: StoredTable;
  readonly marks: readonly number[];
  /** By kind: what the scores are divided by before they become a certainty of that kind. */
  readonly temperatures: readonly number[];
};
