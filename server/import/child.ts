// A process of its own for one piece of hostile work: it may read the program's own files and nothing
// else, knows no secret, has little memory and little time, and is killed when it needs more.

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { watchMemory } from "./watch-memory.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const READABLE = ["server/*", "domain/*", "node_modules/*", "package.json"];

/** Megabytes of JavaScript's own memory. */
const HEAP = 384;

export type ChildWork = {
  /** What the child runs; it answers one message by `answerOnce`. */
  readonly module: URL;
  readonly task: unknown;
  /** What the task is about; it goes ahead in pieces, so that the server does not stand still. */
  readonly bytes?: Uint8Array;
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
export async function workInChild(work: ChildWork): Promise<unknown> {
  const { module, time, signal } = work;
  signal.throwIfAborted();
  const child = startChild(module);
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ChildFailed("slow")), time);
  const unwatch = watchMemory(child.pid ?? 0, () => reject(new ChildFailed("memory")));
  const leave = (): void => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([answerOf(child, work), over]);
  } finally {
    clearTimeout(timer);
    unwatch();
    signal.removeEventListener("abort", leave);
    child.kill("SIGKILL");
  }
}

/** Starts a process that may do as little as this file says, with these variables and no others of ours. */
export function startChild(module: URL, variables: NodeJS.Dict<string> = {}): ChildProcess {
  return fork(module, {
    execArgv: [
      "--permission",
      ...READABLE.map((path) => `--allow-fs-read=${ROOT}${path}`),
      `--max-old-space-size=${HEAP}`,
    ],
    env: { NODE_ENV: "production", ...variables },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function answerOf(child: ChildProcess, work: ChildWork): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", () => reject(new ChildFailed("broken")));
    // out of memory, V8 aborts the process
    child.once("exit", (_code, signal) =>
      reject(new ChildFailed(signal === "SIGABRT" || signal === "SIGTRAP" ? "memory" : "broken")),
    );
    handOver(child, work).catch(() => reject(new ChildFailed("broken")));
  });
}

/** Bytes that are handed over before others have a turn. */
const PIECE = 1024 * 1024;

async function handOver(
  child: ChildProcess,
  { task, bytes = new Uint8Array() }: ChildWork,
): Promise<void> {
  const send = promisify((message: unknown, sent: (error: Error | null) => void) =>
    child.send(Object(message), sent),
  );
  for (let at = 0; at < bytes.length; at += PIECE) await send(bytes.subarray(at, at + PIECE));
  await send(task);
}
