// Has a file of the store written anew in a thread of its own: it takes about as long as copying the file.

import { Worker } from "node:worker_threads";
import { BeingRead } from "./update-log.ts";

/**
 * Writes a SQLite file in WAL mode anew while it is open here. Whoever reads it does not notice; whoever
 * writes it is told that it is busy. Killed at any moment, it is as before or as after. Rejects with BeingRead.
 */
export function rewriteFile(path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(new URL("./rewrite-worker.ts", import.meta.url), { workerData: path });
  worker.once("message", (isDone: unknown) => {
    if (isDone === true) resolve();
    else reject(new BeingRead(`${path} could not be emptied`));
  });
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("the thread ended before it was done")));
  return promise;
}
