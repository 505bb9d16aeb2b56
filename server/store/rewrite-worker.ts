// The thread that writes a file anew, through a connection of its own. Says whether it could.

import { parentPort, workerData } from "node:worker_threads";
import { isBusy, openFile } from "./sqlite-file.ts";

/** How long those are waited for who read the file, in milliseconds. */
const PATIENCE = 1000;

const file = openFile(String(workerData));
file.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
const isDone = rewrite();
file.close();
parentPort?.postMessage(isDone);

function rewrite(): boolean {
  try {
    file.exec("VACUUM");
    return file.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.busy === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
