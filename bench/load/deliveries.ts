// Who has received which operation, and when.

import { quantile } from "../quantile.ts";

/** Milliseconds; NaN of nothing. */
export type Latency = { readonly p50: number; readonly p95: number; readonly p99: number };

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
  /** Milliseconds until each client of the sender's room had it; NaN while it has not. */
  readonly delays: Float32Array;
  reached: number;
  /** The longest of the delays so far. */
  slowest: number;
  /** How many clients got a newer presence update instead. */
  skipped: number;
};

/** Where a client is: its room, and its place among those who are there. */
type Seat = { readonly room: number; readonly place: number };

/**
 * One operation reaching one client of its room that is not its sender counts once, whatever frame
 * it came in. A presence update has also reached a client when a newer one of its sender has:
 * servers may leave out what is outdated.
 */
export class Deliveries {
  readonly #seats: readonly Seat[];
  /** Room → how many clients it has. */
  readonly #sizes = new Map<number, number>();
  readonly #operations: Operation[] = [];
  /** Sender → its last presence update. */
  readonly #presence = new Map<number, number>();
  readonly #first: number;
  #missing = 0;

  /** Client → its room. Operations are numbered from `first`; those below are others' and not counted. */
  constructor(rooms: readonly number[], first = 0) {
    this.#first = first;
    this.#seats = rooms.map((room) => {
      const place = this.#sizes.get(room) ?? 0;
      this.#sizes.set(room, place + 1);
      return { room, place };
    });
  }

  /** The number that the next operation will have. */
  get next(): number {
    return this.#first + this.#operations.length;
  }

  /** Whether all operations have reached everybody. */
  get isComplete(): boolean {
    return this.#missing === 0;
  }

  sent(operation: Sent): void {
    const { sender, isAnnotation } = operation;
    const outdates = isAnnotation ? null : (this.#presence.get(sender) ?? null);
    if (!isAnnotation) this.#presence.set(sender, this.next);
    const delays = new Float32Array(this.#sizes.get(this.#seat(sender).room) ?? 0).fill(Number.NaN);
    this.#operations.push({ ...operation, outdates, delays, reached: 0, slowest: 0, skipped: 0 });
    this.#missing += delays.length - 1;
  }

  /** `at` is in milliseconds, by the clock of `sent`. Throws when it came out of another room. */
  received(receiver: number, number: number, at: number): void {
    if (number < this.#first) return;
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
    const operations = this.#operations.slice(from - this.#first, to - this.#first);
    const complete = operations.filter(({ reached, delays }) => reached === delays.length - 1);
    const each = delaysOf(operations);
    return {
      operations: operations.length,
      expected: sum(operations, ({ delays }) => delays.length - 1),
      delivered: each.length,
      carried: each.length - sum(operations, ({ skipped }) => skipped),
      each: latency(each),
      last: latency(complete.map(({ slowest }) => slowest)),
      lastOfAnnotations: latency(
        complete.filter(({ isAnnotation }) => isAnnotation).map(({ slowest }) => slowest),
      ),
    };
  }

  #find(number: number): Operation {
    const operation = this.#operations[number - this.#first];
    if (!operation) throw new Error(`Nobody sent operation ${number}.`);
    return operation;
  }

  #seat(client: number): Seat {
    const seat = this.#seats[client];
    if (!seat) throw new Error(`There is no client ${client}.`);
    return seat;
  }

  /** False when it was there already, or is its sender's own. */
  #arrive(operation: Operation, receiver: number, at: number): boolean {
    const { room, place } = this.#seat(receiver);
    if (room !== this.#seat(operation.sender).room) throw new Error("An operation left its room.");
    if (operation.sender === receiver || !Number.isNaN(operation.delays[place])) return false;
    const delay = at - operation.at;
    operation.delays[place] = delay;
    operation.slowest = Math.max(operation.slowest, delay);
    operation.reached++;
    this.#missing--;
    return true;
  }
}

/** Sums up what was measured, in milliseconds. */
export function latency(delays: ArrayLike<number>): Latency {
  const sorted = Float64Array.from(delays).sort();
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
  };
}

/** All delays of all receivers, one after the other. */
function delaysOf(operations: readonly Operation[]): Float32Array {
  const delays = new Float32Array(sum(operations, ({ reached }) => reached));
  let at = 0;
  for (const operation of operations) {
    for (const delay of operation.delays) if (!Number.isNaN(delay)) delays[at++] = delay;
  }
  return delays;
}

const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((total, each) => total + of(each), 0);
