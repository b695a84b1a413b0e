// Multinomial logistic regression over sparse features, by AdaGrad in a fixed order: the same examples give the same weights everywhere.

export type Sample = {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly label: number;
  readonly weight: number;
  /** Scores that stand already, of every label; the weights learn what is missing. */
  readonly offset?: readonly number[];
};

export type Settings = {
  readonly labels: number;
  readonly columns: number;
  readonly epochs: number;
  readonly step: number;
  /** Pulls weights towards zero at every step. */
  readonly decay: number;
  /** The share of a sample's features that a step does not see: no few of them may learn to explain it alone. */
  readonly dropped: number;
  /** The answer is the mean of the weights after each of this many last epochs: steadier than the last ones. */
  readonly averaged: number;
};

/** Weights laid out `column * labels + label`. */
export function train(
  samples: readonly Sample[],
  { labels, columns, epochs, step, decay, dropped, averaged }: Settings,
): Float64Array {
  const weights = new Float64Array(labels * columns);
  const squares = new Float64Array(labels * columns).fill(1e-6);
  const mean = new Float64Array(labels * columns);
  const scores = new Float64Array(labels);
  const order = samples.map((_, index) => index);
  const random = linearCongruential(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = random() % (index + 1);
      const kept = order[index] ?? 0;
      order[index] = order[other] ?? 0;
      order[other] = kept;
    }
    for (const index of order) {
      const whole = samples[index];
      if (!whole) continue;
      const sample = dropped > 0 ? withoutSome(whole, dropped, random) : whole;
      probabilities(weights, sample, scores);
      for (let label = 0; label < labels; label++) {
        const error = ((scores[label] ?? 0) - (label === sample.label ? 1 : 0)) * sample.weight;
        if (Math.abs(error) < 1e-4) continue;
        for (let at = 0; at < sample.columns.length; at++) {
          const slot = (sample.columns[at] ?? 0) * labels + label;
          const weight = weights[slot] ?? 0;
          const gradient = error * (sample.values[at] ?? 0) + decay * weight;
          const square = (squares[slot] ?? 0) + gradient * gradient;
          squares[slot] = square;
          weights[slot] = weight - (step * gradient) / Math.sqrt(square);
        }
      }
    }
    if (epoch >= epochs - averaged)
      for (let slot = 0; slot < mean.length; slot++)
        mean[slot] = (mean[slot] ?? 0) + (weights[slot] ?? 0) / averaged;
  }
  return mean;
}

/** Whole numbers below 2^32, the same in every run. */
function linearCongruential(start: number): () => number {
  let seed = start;
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
}

/** The sample with some of its features left out; the others count more, so that the sum stays. */
function withoutSome(sample: Sample, share: number, random: () => number): Sample {
  const limit = share * 2 ** 32;
  const columns: number[] = [];
  const values: number[] = [];
  for (let at = 0; at < sample.columns.length; at++) {
    if (random() < limit) continue;
    columns.push(sample.columns[at] ?? 0);
    values.push((sample.values[at] ?? 0) / (1 - share));
  }
  return { ...sample, columns, values };
}

/** Writes the probability of each label into `scores`. */
function probabilities(
  weights: Float64Array,
  { columns, values, offset }: Sample,
  scores: Float64Array,
): void {
  const labels = scores.length;
  for (let label = 0; label < labels; label++) scores[label] = offset?.[label] ?? 0;
  for (let at = 0; at < columns.length; at++) {
    const value = values[at] ?? 0;
    const start = (columns[at] ?? 0) * labels;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[start + label] ?? 0);
  }
  const top = Math.max(...scores);
  let sum = 0;
  for (let label = 0; label < labels; label++) {
    const power = Math.exp((scores[label] ?? 0) - top);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < labels; label++) scores[label] = (scores[label] ?? 0) / sum;
}
