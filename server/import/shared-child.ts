// A process like those of child.ts, for many small pieces of work at once: it stays a while for more. One
// that hangs or breaks takes with it what it had.

import type { ChildProcess } from "node:child_process";
import { z } from "zod";
import { ChildFailed, type ChildWork, startChild } from "./child.ts";
import { watchMemory } from "./watch-memory.ts";

/** A process, and whoever waits for an answer of it. */
type Running = {
  readonly child: ChildProcess;
  readonly waiting: Map<number, PromiseWithResolvers<unknown>>;
  readonly unwatch: () => void;
  /** Runs while nothing is under way. */
  idle?: NodeJS.Timeout;
};

export type SharedChildOptions = {
  /** What the process runs; it answers by `answerEach`. */
  readonly module: URL;
  /** Half of these look up names of sites, one each. */
  readonly threads: number;
  /** How long it stays when there is nothing to do, in milliseconds. */
  readonly idle: number;
};

const answeredShape = z.object({ id: z.int(), answer: z.unknown() });

export class SharedChild {
  readonly #options: SharedChildOptions;
  #running: Running | null = null;
  #last = 0;

  constructor(options: SharedChildOptions) {
    this.#options = options;
  }

  /** Has one piece of work done; resolves with the answer. Rejects with ChildFailed, or as `signal` says. */
  async work({ task, time, signal }: Pick<ChildWork, "task" | "time" | "signal">) {
    signal.throwIfAborted();
    const running = this.#running ?? this.#start();
    const id = ++this.#last;
    const answered = Promise.withResolvers<unknown>();
    running.waiting.set(id, answered);
    clearTimeout(running.idle);
    const timer = setTimeout(() => this.#end(running, "slow"), time);
    const leave = (): void => answered.reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    try {
      running.child.send({ id, task }, (error) => {
        if (error !== null) this.#end(running, "broken");
      });
      return await answered.promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", leave);
      running.waiting.delete(id);
      if (running.waiting.size === 0 && running === this.#running) this.#rest(running);
    }
  }

  /** Ends the process, if there is one. */
  close(): void {
    if (this.#running !== null) this.#end(this.#running, "broken");
  }

  #rest(running: Running): void {
    running.idle = setTimeout(() => this.#end(running, "broken"), this.#options.idle).unref();
  }

  #start(): Running {
    const { module, threads } = this.#options;
    const child = startChild(module, { UV_THREADPOOL_SIZE: String(threads) });
    const unwatch = watchMemory(child.pid ?? 0, () => this.#end(running, "memory"));
    const running: Running = { child, unwatch, waiting: new Map() };
    child.on("message", (told) => {
      const { success, data } = answeredShape.safeParse(told);
      if (success) running.waiting.get(data.id)?.resolve(data.answer);
      else this.#end(running, "broken");
    });
    for (const event of ["error", "exit"]) child.once(event, () => this.#end(running, "broken"));
    this.#running = running;
    return running;
  }

  /** Ends a process; what was under way in it has failed, and what comes next begins another. */
  #end(running: Running, reason: ChildFailed["reason"]): void {
    if (this.#running === running) this.#running = null;
    for (const { reject } of running.waiting.values()) reject(new ChildFailed(reason));
    running.unwatch();
    clearTimeout(running.idle);
    running.child.kill("SIGKILL");
  }
}
