// A process of its own for one piece of hostile work: it may read the program's own files and nothing
// else, knows no secret, has little memory and little time, and is killed when it needs more.

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { watchMemory } from "./watch-memory.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const READABLE = ["server/*", "domain/*", "node_modules/*", "package.json"];

/** Megabytes of JavaScript's own memory. */
const HEAP = 384;

/** Bytes of all memory together, with what files unpack to. */
const MEMORY = 1024 ** 3;

export type ChildWork = {
  /** What the child runs; it answers one message by `answerOnce`. */
  readonly module: URL;
  readonly task: unknown;
  /** Milliseconds, its start included. */
  readonly time: number;
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
};

/** Why a child gave no answer: too slow, out of memory, or ended in another way. */
export class ChildFailed extends Error {
  readonly reason: "slow" | "memory" | "broken";

  constructor(reason: ChildFailed["reason"]) {
    super(`the child process failed: ${reason}`);
    this.reason = reason;
  }
}

/** Has one piece of work done; resolves with the answer. Rejects with ChildFailed, or as `signal` says. */
export async function workInChild({ module, task, time, signal }: ChildWork): Promise<unknown> {
  signal.throwIfAborted();
  const child = fork(module, {
    execArgv: [
      "--permission",
      ...READABLE.map((path) => `--allow-fs-read=${ROOT}${path}`),
      `--max-old-space-size=${HEAP}`,
    ],
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ChildFailed("slow")), time);
  const unwatch = watchMemory(child.pid ?? 0, MEMORY, () => reject(new ChildFailed("memory")));
  const leave = (): void => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([answerOf(child, task), over]);
  } finally {
    clearTimeout(timer);
    unwatch();
    signal.removeEventListener("abort", leave);
    child.kill("SIGKILL");
  }
}

function answerOf(child: ChildProcess, task: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", () => reject(new ChildFailed("broken")));
    // out of memory, V8 aborts the process
    child.once("exit", (_code, signal) =>
      reject(new ChildFailed(signal === "SIGABRT" || signal === "SIGTRAP" ? "memory" : "broken")),
    );
    child.send(Object(task), (error) => error && reject(new ChildFailed("broken")));
  });
}
