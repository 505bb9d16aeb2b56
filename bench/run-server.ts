// A server in a process of its own, which never outlives the bench.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { FigureName } from "./servers/gauge.ts";

const ROOT = dirname(import.meta.dirname);
const PRELOADED = ["leash", "gauge"].flatMap((name) => [
  "--import",
  new URL(`servers/${name}.ts`, import.meta.url).href,
]);
const START_MS = 30_000;

/** How much of what a server prints is kept, in UTF-16 code units. */
const WORDS = 4000;

export type RunningServer = {
  readonly pid: number;
  /** The origin that it said it is ready at, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Whether it still runs. */
  isUp(): boolean;
  /** The end of what it has printed. */
  lastWords(): string;
  /** What its process says about itself, see servers/gauge.ts. One question at a time. */
  ask(figure: FigureName): Promise<number>;
  /** Kills it, as `kill -9` does, and resolves when it is gone. */
  kill(): Promise<void>;
};

export type ServerScript = {
  /** Path and arguments, the path relative to the root of the project. */
  readonly command: readonly string[];
  /** All environment variables that it gets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Told each line that it prints. */
  readonly onLine?: (line: string) => void;
};

/** Starts a script and resolves when it printed `ready at ADDRESS`. Rejects with its last words when it ended instead. */
export async function runServer({
  command,
  environment = {},
  onLine = () => {},
}: ServerScript): Promise<RunningServer> {
  const child = spawn(process.execPath, [...PRELOADED, ...command], {
    cwd: ROOT,
    env: { NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const gone = once(child, "exit");
  const output = new Output(child, onLine);
  const stopIfLate = setTimeout(() => child.kill("SIGKILL"), START_MS);
  const url = await output.address.finally(() => clearTimeout(stopIfLate));
  return {
    pid: child.pid ?? 0,
    url,
    isUp: () => child.exitCode === null && child.signalCode === null,
    lastWords: () => output.words,
    ask: async (figure) => {
      child.send(figure);
      const [answer]: unknown[] = await once(child, "message");
      return z.number().parse(answer);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** What a server prints. */
class Output {
  words = "";
  /** The address that it names. */
  readonly address: Promise<string>;

  constructor(child: ChildProcess, onLine: (line: string) => void) {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.address = promise;
    const listen = (chunk: Buffer): void => {
      this.words = (this.words + chunk.toString()).slice(-WORDS);
      const url = /ready at (http:\/\/[^\s/]+)\/?\s/.exec(this.words)?.[1];
      if (url !== undefined) resolve(url);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", listen);
      if (stream) createInterface(stream).on("line", onLine);
    }
    child.once("error", reject);
    child.once("close", (code, signal) =>
      reject(new Error(`A server did not start (${signal ?? `code ${code}`}).\n${this.words}`)),
    );
  }
}
