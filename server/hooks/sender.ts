// Hands deliveries to a process that may reach the public web and nothing else. It is one for all: a site
// that lets it wait costs a socket, and nobody else any time.

import { z } from "zod";
import type { HookFault } from "#domain/hook.ts";
import { ChildFailed } from "../import/child.ts";
import { SharedChild } from "../import/shared-child.ts";

/** Milliseconds until the process counts as hanging, its start included; it gives each delivery 10 s. */
const TIME = 30_000;

/** How long the process stays for more, in milliseconds: a class that marks has a delivery every ten seconds. */
const IDLE = 60_000;

/** Twice as many as are sent at once: a name that is found slowly keeps no other waiting. */
const THREADS = 200;

export type SenderOptions = {
  /** What runs in the process that sends; tests have one that knows sites of this machine. */
  readonly sender?: URL;
};

/** What the other end answered, or why it did not. */
export type Outcome = { readonly status: number | null; readonly fault: HookFault | null };

/** What is sent, and where to. */
export type Letter = {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export class Sender {
  readonly #child: SharedChild;

  constructor({ sender }: SenderOptions = {}) {
    const module = sender ?? new URL("../import/fetch/send-main.ts", import.meta.url);
    this.#child = new SharedChild({ module, threads: THREADS, idle: IDLE });
  }

  /** Posts to an address, whatever else is being sent. Rejects as `signal` says. */
  async send(letter: Letter, signal: AbortSignal): Promise<Outcome> {
    try {
      return outcomeOf(
        answerShape.parse(await this.#child.work({ task: letter, time: TIME, signal })),
      );
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error;
      return { status: null, fault: error.reason === "slow" ? "slow" : "unreachable" };
    }
  }

  /** Ends the process; to be called when nothing is sent any more. */
  close(): void {
    this.#child.close();
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
