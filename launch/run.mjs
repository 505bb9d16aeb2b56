// Starts other programs and answers for them: a request to stop is passed on, and none of them
// outlives this process.

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder this house stands in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How long a program may take to stop, in milliseconds; the server promises 15 seconds. */
const PATIENCE = 20_000;

const living = new Set();
let stopping = false;

/**
 * Runs a program in the house's folder to its end and gives `{ code, output }`: its exit code
 * (128 + n when signal n ended it, 127 when it could not be started) and, if `quiet`, what it printed.
 */
export function run(file, args, { quiet = false, cwd = root, env = process.env } = {}) {
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  living.add(child);
  const printed = [];
  child.stdout?.on("data", (chunk) => printed.push(chunk));
  child.stderr?.on("data", (chunk) => printed.push(chunk));
  return new Promise((resolve) => {
    const end = (code) => {
      living.delete(child);
      if (stopping && living.size === 0) process.exit(code);
      if (!stopping) resolve({ code, output: Buffer.concat(printed).toString() });
    };
    child.once("error", (error) => {
      printed.push(Buffer.from(`${error.message}\n`));
      end(127);
    });
    child.once("close", (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}

// Always SIGTERM: Ctrl+C has reached the children already, and the same signal twice may mean "at once".
function stop() {
  stopping = true;
  for (const child of living) child.kill("SIGTERM");
  if (living.size === 0) process.exit(130);
  setTimeout(() => {
    for (const child of living) child.kill("SIGKILL");
  }, PATIENCE).unref();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);

// A stopped npm does not tell what it started; that the parent has changed does.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && !stopping) stop();
}, 200).unref();
