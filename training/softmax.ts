// Multinomial logistic regression over sparse features, by AdaGrad in a fixed order: the same mails give the same weights on every machine.

export type Sample = {
  readonly buckets: readonly number[];
  readonly values: readonly number[];
  readonly label: number;
  readonly weight: number;
};

export type Weights = { readonly labels: number; readonly buckets: number; readonly values: Float64Array };

export type Regression = {
  readonly labels: number;
  readonly buckets: number;
  readonly epochs: number;
  readonly step: number;
  readonly decay: number;
};

/** Trains weights laid out `bucket * labels + label`. Bucket `buckets - 1` should be left to the bias. */
export function train(
  samples: readonly Sample[],
  { labels, buckets, epochs, step, decay }: Regression,
): Weights {
  const values = new Float64Array(labels * buckets);
  const squares = new Float64Array(labels * buckets).fill(1e-6);
  const scores = new Float64Array(labels);
  let seed = 1;
  const order = samples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const other = seed % (index + 1);
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    for (const index of order) {
      const sample = samples[index]!;
      probabilities({ labels, buckets, values }, sample, scores);
      for (let label = 0; label < labels; label++) {
        const error = (scores[label]! - (label === sample.label ? 1 : 0)) * sample.weight;
        if (Math.abs(error) < 1e-4) continue;
        for (let at = 0; at < sample.buckets.length; at++) {
          const slot = sample.buckets[at]! * labels + label;
          const gradient = error * sample.values[at]! + decay * values[slot]!;
          squares[slot]! += gradient * gradient;
          values[slot]! -= (step * gradient) / Math.sqrt(squares[slot]!);
        }
      }
    }
  }
  return { labels, buckets, values };
}

/** Writes the probability of each label into `scores`. */
export function probabilities(
  { labels, values }: Weights,
  sample: Pick<Sample, "buckets" | "values">,
  scores: Float64Array,
): Float64Array {
  scores.fill(0);
  for (let at = 0; at < sample.buckets.length; at++) {
    const value = sample.values[at]!;
    const start = sample.buckets[at]! * labels;
    for (let label = 0; label < labels; label++) scores[label]! += value * values[start + label]!;
  }
  const top = Math.max(...scores);
  let sum = 0;
  for (let label = 0; label < labels; label++) sum += scores[label] = Math.exp(scores[label]! - top);
  for (let label = 0; label < labels; label++) scores[label]! /= sum;
  return scores;
}
