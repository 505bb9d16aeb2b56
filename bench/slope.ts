// How fast something grows.

/** A value at a moment. */
export type Sample = { readonly at: number; readonly value: number };

/** The slope of the line with the least squares through all samples, in units per unit of `at`; NaN with less than two. */
export function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const at = mean((sample) => sample.at);
  const value = mean((sample) => sample.value);
  const together = mean((sample) => (sample.at - at) * (sample.value - value));
  return together / mean((sample) => (sample.at - at) ** 2);
}
