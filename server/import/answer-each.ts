// The inside of a child process that many share: it takes tasks as they come, and answers each.

import { z } from "zod";
import { answerTo } from "./answer-once.ts";

const askedShape = z.object({ id: z.int(), task: z.unknown() });

/** Answers every task with what `work` makes of it, as `answerOnce` does, and says which it was. */
export function answerEach(work: (task: unknown) => Promise<unknown>): void {
  process.on("message", (told) => {
    const { id, task } = askedShape.parse(told);
    void answerTo(() => work(task)).then((answer) => process.send?.({ id, answer }));
  });
}
