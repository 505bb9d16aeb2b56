// Finds a place in an ordered list by halving it.

/** The index of the first value that passes, where all behind it pass, too; the list's length when none does. */
export function firstThat<T>(values: readonly T[], passes: (value: T) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value === undefined || passes(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
