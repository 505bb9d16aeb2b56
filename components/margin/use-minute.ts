// The time, for what is told relative to it.

import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

/** The time in milliseconds since 1970, to the minute. */
export function useMinute(): number {
  return useSyncExternalStore(everyMinute, thisMinute, thisMinute) * MINUTE;
}

// rounded up, so that what was just made lies in the past and reads "now"
const thisMinute = (): number => Math.ceil(Date.now() / MINUTE);

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE / 4);
  return () => clearInterval(timer);
}
