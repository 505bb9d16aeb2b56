// The inside of a child process: it takes one task, answers, and ends.

import { Unreadable } from "./unreadable.ts";

/** Answers the first message with what `work` makes of it: `{ done }`, or `{ unreadable }` with a code. */
export function answerOnce(work: (task: unknown) => Promise<unknown>): void {
  process.once("message", (task) => {
    void answerTo(task, work).then((answer) => process.send?.(answer));
  });
}

async function answerTo(
  task: unknown,
  work: (task: unknown) => Promise<unknown>,
): Promise<unknown> {
  try {
    return { done: await work(task) };
  } catch (error) {
    // what a library throws at a file that it was not made for
    return { unreadable: error instanceof Unreadable ? error.code : "file-damaged" };
  }
}
