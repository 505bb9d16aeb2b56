// A script of clients in a process of its own: it gets one job, gives one answer, and is gone.

import { fork } from "node:child_process";
import { once } from "node:events";
import type { z } from "zod";

const LEASH = new URL("../servers/leash.ts", import.meta.url);

/** Runs a script. Rejects when it gave up, as it does when a client is refused or cut off. */
export async function runScript<Answer extends z.ZodType>(
  script: URL,
  job: object,
  answerSchema: Answer,
): Promise<z.output<Answer>> {
  const child = fork(script, { execArgv: ["--import", LEASH.href] });
  let answer: unknown = null;
  child.on("message", (message) => {
    answer = message;
  });
  child.send(job);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The clients gave up; why is said above.");
  return answerSchema.parse(answer);
}

/** The other side: in the script, does the job and answers. */
export async function answerJob(work: (job: unknown) => Promise<object>): Promise<void> {
  process.channel?.ref(); // the leash let go of it
  const [job]: unknown[] = await once(process, "message");
  const answer = await work(job);
  process.send?.(answer, undefined, undefined, () => process.exit());
}
