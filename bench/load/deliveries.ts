// Who has received which operation, and when.

import { quantile } from "../quantile.ts";

/** Milliseconds. */
export type Latency = { readonly p50: number; readonly p99: number };

export type Tally = {
  /** Operations, and the deliveries that they should have made. */
  readonly operations: number;
  readonly expected: number;
  /** Deliveries, those of presence that came by a newer one included. */
  readonly delivered: number;
  /** Deliveries that a message carried. */
  readonly carried: number;
  /** From the sender's write to each receiver. */
  readonly each: Latency;
  /** From the sender's write to the last receiver, of the operations that reached all. */
  readonly last: Latency;
  /** The same for annotations only. */
  readonly lastOfAnnotations: Latency;
};

type Sent = { readonly sender: number; readonly isAnnotation: boolean; readonly at: number };

type Operation = Sent & {
  /** The presence update that this one makes outdated, or null. */
  readonly outdates: number | null;
  /** Milliseconds until each client had it; NaN while it has not. */
  readonly delays: Float32Array;
  /** How many clients got a newer presence update instead. */
  skipped: number;
};

/**
 * One operation reaching one client that is not its sender counts once, whatever frame it came in.
 * A presence update has also reached a client when a newer one of its sender has: servers may leave
 * out what is outdated.
 */
export class Deliveries {
  readonly #clients: number;
  readonly #operations: Operation[] = [];
  /** Sender → its last presence update. */
  readonly #presence = new Map<number, number>();
  #missing = 0;

  constructor(clients: number) {
    this.#clients = clients;
  }

  /** The number that the next operation will have. */
  get next(): number {
    return this.#operations.length;
  }

  /** Whether all operations have reached everybody. */
  get isComplete(): boolean {
    return this.#missing === 0;
  }

  sent(operation: Sent): void {
    const { sender, isAnnotation } = operation;
    const outdates = isAnnotation ? null : (this.#presence.get(sender) ?? null);
    if (!isAnnotation) this.#presence.set(sender, this.next);
    const delays = new Float32Array(this.#clients).fill(Number.NaN);
    this.#operations.push({ ...operation, outdates, delays, skipped: 0 });
    this.#missing += this.#clients - 1;
  }

  /** `at` is in milliseconds, by the clock of `sent`. */
  received(receiver: number, number: number, at: number): void {
    let operation = this.#find(number);
    if (!this.#arrive(operation, receiver, at)) return;
    while (operation.outdates !== null) {
      operation = this.#find(operation.outdates);
      if (!this.#arrive(operation, receiver, at)) return;
      operation.skipped++;
    }
  }

  /** Sums up the operations from number `from` up to, not including, `to`. */
  tally(from: number, to: number): Tally {
    const operations = this.#operations.slice(from, to);
    const each = operations.flatMap(reached);
    const complete = operations.filter((each) => reached(each).length === this.#clients - 1);
    const skipped = operations.reduce((sum, operation) => sum + operation.skipped, 0);
    return {
      operations: operations.length,
      expected: operations.length * (this.#clients - 1),
      delivered: each.length,
      carried: each.length - skipped,
      each: latency(each),
      last: latency(complete.map(slowest)),
      lastOfAnnotations: latency(complete.filter((each) => each.isAnnotation).map(slowest)),
    };
  }

  #find(number: number): Operation {
    const operation = this.#operations[number];
    if (!operation) throw new Error(`Nobody sent operation ${number}.`);
    return operation;
  }

  /** False when it was there already, or is its sender's own. */
  #arrive({ sender, at: sentAt, delays }: Operation, receiver: number, at: number): boolean {
    if (sender === receiver || !Number.isNaN(delays[receiver])) return false;
    delays[receiver] = at - sentAt;
    this.#missing--;
    return true;
  }
}

function reached({ delays }: Operation): number[] {
  return Array.from(delays).filter((delay) => !Number.isNaN(delay));
}

function slowest(operation: Operation): number {
  return Math.max(...reached(operation));
}

function latency(delays: readonly number[]): Latency {
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) };
}
