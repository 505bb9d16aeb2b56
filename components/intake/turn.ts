// Waiting for one's turn where the server has too much to do, or takes no more from one person for now.

/** How often somebody is sent back to wait before it is told. */
export const TURNS = 20;

/** The longest that is waited in silence, in seconds. */
const LONGEST = 60;

/** In how many milliseconds the same may be asked again; null where that is no question of time. */
export function turnIn(status: number, retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  const isBusy = status === 429 || status === 503;
  return isBusy && seconds > 0 && seconds <= LONGEST ? seconds * 1000 : null;
}

/** Resolves after these milliseconds, or at once when somebody leaves. */
export function passed(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
