// The inside of a child process: it takes one task, answers, and ends.

import { Unreadable } from "./unreadable.ts";

/**
 * Answers the first task with what `work` makes of it: `{ done }`, or `{ unreadable }` with a code. `bytes`
 * came before it, in pieces.
 */
export function answerOnce(work: (task: unknown, bytes: Uint8Array) => Promise<unknown>): void {
  const pieces: Uint8Array[] = [];
  const listen = (told: unknown): void => {
    if (told instanceof Uint8Array) {
      pieces.push(told);
      return;
    }
    process.off("message", listen);
    const bytes = joined(pieces.splice(0));
    void answerTo(() => work(told, bytes)).then((answer) => process.send?.(answer));
  };
  process.on("message", listen);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** `{ done }` with what `work` resolves with, or `{ unreadable }` with the code of what it could not read. */
export async function answerTo(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return { done: await work() };
  } catch (error) {
    // what a library throws at a file that it was not made for
    return { unreadable: error instanceof Unreadable ? error.code : "file-damaged" };
  }
}
