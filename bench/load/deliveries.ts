// Who has received which operation, and when.

import { quantile } from "../quantile.ts";

/** Milliseconds. */
export type Latency = { readonly p50: number; readonly p99: number };

export type Tally = {
  /** Operations, and the deliveries that they should have made. */
  readonly operations: number;
  readonly expected: number;
  readonly delivered: number;
  /** From the sender's write to each receiver. */
  readonly each: Latency;
  /** From the sender's write to the last receiver, of the operations that reached all. */
  readonly last: Latency;
  /** The same for annotations only. */
  readonly lastOfAnnotations: Latency;
};

type Operation = { readonly sender: number; readonly isAnnotation: boolean; readonly at: number };

/** One operation reaching one client that is not its sender counts once, whatever frame it came in. */
export class Deliveries {
  readonly #clients: number;
  readonly #operations: Operation[] = [];
  /** For each operation, milliseconds until each client had it; NaN while it has not. */
  readonly #delays: Float32Array[] = [];
  #missing = 0;

  constructor(clients: number) {
    this.#clients = clients;
  }

  /** The number that the next operation will have. */
  get next(): number {
    return this.#operations.length;
  }

  sent(operation: Operation): void {
    this.#operations.push(operation);
    this.#missing += this.#clients - 1;
    this.#delays.push(new Float32Array(this.#clients).fill(Number.NaN));
  }

  /** `at` is in milliseconds, by the clock of `sent`. */
  received(receiver: number, number: number, at: number): void {
    const operation = this.#operations[number];
    const delays = this.#delays[number];
    if (!operation || !delays) throw new Error(`Nobody sent operation ${number}.`);
    if (operation.sender === receiver || !Number.isNaN(delays[receiver])) return;
    delays[receiver] = at - operation.at;
    this.#missing--;
  }

  /** Whether all operations have reached everybody. */
  get isComplete(): boolean {
    return this.#missing === 0;
  }

  /** Sums up the operations from number `from` up to, not including, `to`. */
  tally(from: number, to: number): Tally {
    const each: number[] = [];
    const last: number[] = [];
    const lastOfAnnotations: number[] = [];
    for (let number = from; number < to; number++) {
      const delays = reached(this.#delays[number] ?? []);
      for (const delay of delays) each.push(delay);
      if (delays.length < this.#clients - 1) continue;
      const slowest = Math.max(...delays);
      last.push(slowest);
      if (this.#operations[number]?.isAnnotation) lastOfAnnotations.push(slowest);
    }
    return {
      operations: to - from,
      expected: (to - from) * (this.#clients - 1),
      delivered: each.length,
      each: latency(each),
      last: latency(last),
      lastOfAnnotations: latency(lastOfAnnotations),
    };
  }
}

function reached(delays: ArrayLike<number>): number[] {
  return Array.from(delays).filter((delay) => !Number.isNaN(delay));
}

function latency(delays: readonly number[]): Latency {
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) };
}
