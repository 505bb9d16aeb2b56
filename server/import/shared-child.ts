// A process like those of child.ts, for many small pieces of work at once: it is there while any is under
// way. One that hangs or breaks takes with it what it had.

import type { ChildProcess } from "node:child_process";
import { z } from "zod";
import { ChildFailed, type ChildWork, MEMORY, startChild } from "./child.ts";
import { watchMemory } from "./watch-memory.ts";

/** A process, and whoever waits for an answer of it. */
type Running = {
  readonly child: ChildProcess;
  readonly waiting: Map<number, PromiseWithResolvers<unknown>>;
  readonly unwatch: () => void;
};

const answeredShape = z.object({ id: z.int(), answer: z.unknown() });

export class SharedChild {
  readonly #module: URL;
  readonly #threads: number;
  #running: Running | null = null;
  #last = 0;

  /** `module` answers by `answerEach`. Names of sites are looked up by half of the `threads`, one each. */
  constructor(module: URL, threads: number) {
    this.#module = module;
    this.#threads = threads;
  }

  /** Has one piece of work done; resolves with the answer. Rejects with ChildFailed, or as `signal` says. */
  async work({ task, time, signal }: Pick<ChildWork, "task" | "time" | "signal">) {
    signal.throwIfAborted();
    const running = this.#running ?? this.#start();
    const id = ++this.#last;
    const answered = Promise.withResolvers<unknown>();
    running.waiting.set(id, answered);
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
      if (running.waiting.size === 0) this.#end(running, "broken");
    }
  }

  #start(): Running {
    const child = startChild(this.#module, { UV_THREADPOOL_SIZE: String(this.#threads) });
    const unwatch = watchMemory(child.pid ?? 0, MEMORY, () => this.#end(running, "memory"));
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
    running.child.kill("SIGKILL");
  }
}
