// How much and how long a page may be fetched.

export type FetchLimits = {
  /** Milliseconds until an answer begins. */
  readonly firstByte: number;
  /** Milliseconds for everything, all redirects included. */
  readonly total: number;
  /** How slow a body may be on the average, once `patience` milliseconds have passed. */
  readonly bytesPerSecond: number;
  readonly patience: number;
  /** Bytes as they come, and after they were inflated. */
  readonly wire: number;
  readonly inflated: number;
  readonly redirects: number;
};

export const FETCH_LIMITS: FetchLimits = {
  firstByte: 5000,
  total: 20_000,
  bytesPerSecond: 1024,
  patience: 4000,
  wire: 10 * 1024 * 1024,
  inflated: 20 * 1024 * 1024,
  redirects: 5,
};
