// How faults and refusals end a socket.

import { type Answer, CLOSE } from "#domain/wire.ts";
import { Closing, NoSuchRoom, SetAside } from "../rooms/live-article.ts";
import { Malformed } from "./admission/byte-reader.ts";

/** The close code for what was thrown while a socket was served; `CLOSE.failed` when the fault is ours. */
export function closeCodeOf(error: unknown): number {
  if (error instanceof Malformed) return CLOSE.malformed;
  if (error instanceof NoSuchRoom) return CLOSE.noRoom;
  if (error instanceof SetAside) return CLOSE.setAside;
  if (error instanceof Closing) return CLOSE.restart;
  return CLOSE.failed;
}

/** What the WebSocket protocol calls a connection that ended without a word. */
const BROKEN = 1006;

const LOSSES: readonly number[] = [BROKEN, CLOSE.failed, CLOSE.slow, CLOSE.anew];

/** Whether who was closed with this code did not mean to go, and comes back. */
export const isLoss = (code: number): boolean => LOSSES.includes(code);

/**
 * How a y-websocket client, which knows no answers, hears that its update was not stored: a close code,
 * or "again": it is asked for what is missing.
 */
export const CLOSE_FOR: Readonly<Record<Exclude<Answer, "stored">, number | "again">> = {
  malformed: CLOSE.malformed,
  "foreign-client": CLOSE.clientTaken,
  gap: "again",
  "unknown-reference": "again",
  "not-allowed": CLOSE.noAccess,
  "too-big": CLOSE.tooBig,
  "set-aside": CLOSE.setAside,
  "not-stored": CLOSE.restart,
  full: CLOSE.tooBig,
};
