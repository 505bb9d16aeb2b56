// Runs one load against one server and returns the figures.

import { fork } from "node:child_process";
import { once } from "node:events";
import { type Job, type Result, resultSchema } from "./job.ts";

const GENERATOR = new URL("generator.ts", import.meta.url);
const LEASH = new URL("../servers/leash.ts", import.meta.url);

/** Does `job` in a fresh process. Rejects when a client was refused or lost its connection. */
export async function measure(job: Job): Promise<Result> {
  const child = fork(GENERATOR, { execArgv: ["--import", LEASH.href] });
  let answer: unknown = null;
  child.on("message", (message) => {
    answer = message;
  });
  child.send(job);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The clients gave up; why is said above.");
  return resultSchema.parse(answer);
}
