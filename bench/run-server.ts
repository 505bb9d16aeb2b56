// A server in a process of its own, which never outlives the bench.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

const ROOT = new URL("..", import.meta.url).pathname;
const LEASH = new URL("servers/leash.ts", import.meta.url).href;
const START_MS = 30_000;

export type RunningServer = {
  readonly pid: number;
  /** The origin that it said it is ready at, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Whether it still runs. */
  isUp(): boolean;
  /** Kills it, as `kill -9` does, and resolves when it is gone. */
  kill(): Promise<void>;
};

export type ServerScript = {
  /** Path and arguments, the path relative to the root of the project. */
  readonly command: readonly string[];
  /** All environment variables that it gets. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts a script and resolves when it printed `ready at ADDRESS`. Rejects with its last words when it ended instead. */
export async function runServer({
  command,
  environment = {},
}: ServerScript): Promise<RunningServer> {
  const child = spawn(process.execPath, ["--import", LEASH, ...command], {
    cwd: ROOT,
    env: { NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const gone = once(child, "exit");
  const stopIfLate = setTimeout(() => child.kill("SIGKILL"), START_MS);
  const url = await readyAddress(child, command).finally(() => clearTimeout(stopIfLate));
  return {
    pid: child.pid ?? 0,
    url,
    isUp: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function readyAddress(child: ChildProcess, command: readonly string[]): Promise<string> {
  let words = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      words = (words + chunk.toString()).slice(-4000);
      const url = /ready at (http:\/\/[^\s/]+)\/?\s/.exec(words)?.[1];
      if (url !== undefined) resolve(url);
    };
    for (const stream of [child.stdout, child.stderr] satisfies (Readable | null)[]) {
      stream?.on("data", listen);
    }
    child.once("error", reject);
    child.once("close", () => reject(new Error(`${command.join(" ")} did not start.\n${words}`)));
  });
}
