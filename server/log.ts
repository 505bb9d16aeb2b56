// What the server reports about itself: JSON lines on standard error, never content, names, tokens or full addresses.

import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

export type ServerLog = Logger;

/** Opens the log. Lines are written at once, so that the last one before an end is not lost. */
export function openLog(level: Config["logLevel"]): ServerLog {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
