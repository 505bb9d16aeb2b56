// Hands deliveries to a process of their own that may reach the public web and nothing else.

import { z } from "zod";
import type { HookFault } from "#domain/hook.ts";
import { ChildFailed, workInChild } from "../import/child.ts";
import { Lane } from "../import/lane.ts";

/** Milliseconds, the start of the process included; it counts 10 s of its own. */
const TIME = 15_000;

/** How many are sent at once, and may wait for that. */
const AT_ONCE = 3;
const WAITING = 500;

export type SenderOptions = {
  /** What runs in the process that sends; tests have one that knows sites of this machine. */
  readonly sender?: URL;
};

/** What the other end answered, or why it did not. */
export type Outcome = { readonly status: number | null; readonly fault: HookFault | null };

type Task = {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export class Sender {
  readonly #lane = new Lane(AT_ONCE, WAITING);
  readonly #module: URL;

  constructor({ sender }: SenderOptions = {}) {
    this.#module = sender ?? new URL("../import/fetch/send-main.ts", import.meta.url);
  }

  /** Posts to an address. Rejects with LaneFull, or as `signal` says. */
  async send(task: Task, signal: AbortSignal): Promise<Outcome> {
    const work = { module: this.#module, task, time: TIME, signal };
    try {
      return outcomeOf(answerShape.parse(await this.#lane.run(signal, () => workInChild(work))));
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error;
      return { status: null, fault: error.reason === "slow" ? "slow" : "unreachable" };
    }
  }
}

const answerShape = z.union([
  z.strictObject({ done: z.int() }),
  z.strictObject({ unreadable: z.string() }),
]);

function outcomeOf(answer: z.infer<typeof answerShape>): Outcome {
  if ("done" in answer) return { status: answer.done, fault: null };
  return { status: null, fault: FAULTS.get(answer.unreadable) ?? "unreachable" };
}

const FAULTS: ReadonlyMap<string, HookFault> = new Map([
  ["address-refused", "address-refused"],
  ["address-unknown", "address-unknown"],
  ["page-too-slow", "slow"],
]);
