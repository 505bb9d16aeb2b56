// Doing something again and again, as people do: at a steady rate, not at a steady beat.

/** How far from its beat a moment may lie, as a share of the interval. */
const JITTER = 0.1;

/** Calls `act` every `interval` milliseconds on average, beginning within the first one; returns what stops it. */
export function repeat(interval: number, random: () => number, act: () => void): () => void {
  let beat = performance.now() + random() * interval;
  let timer: NodeJS.Timeout;
  const plan = (): void => {
    const moment = beat + (random() - 0.5) * JITTER * interval;
    timer = setTimeout(next, Math.max(0, moment - performance.now()));
  };
  const next = (): void => {
    beat += interval;
    plan();
    act();
  };
  plan();
  return () => clearTimeout(timer);
}
