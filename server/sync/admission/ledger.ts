// What of a document exists and what of it is deleted, without the document: clocks and ranges of clocks.

import * as Y from "yjs";
import { firstThat } from "#domain/first-that.ts";
import { DELETED, type Range, type Update } from "./read-update.ts";

export class Ledger {
  /** Client id → how many clocks of it exist. */
  readonly clocks = new Map<number, number>();
  /** Client id → what of it is deleted. */
  readonly deletes = new Map<number, RangeSet>();

  /** What a document holds. */
  static of(doc: Y.Doc): Ledger {
    const ledger = new Ledger();
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
      ledger.clocks.set(client, clock);
    }
    for (const [client, items] of Y.createDeleteSetFromStructStore(doc.store).clients) {
      for (const { clock, len } of items) ledger.#rangesOf(client).add(clock, clock + len);
    }
    return ledger;
  }

  clockOf(client: number): number {
    return this.clocks.get(client) ?? 0;
  }

  /** Whether all of a range of a client is known to be deleted. */
  isDeleted(client: number, { clock, end }: Range): boolean {
    return this.deletes.get(client)?.covers(clock, end) ?? false;
  }

  /** Whether an update brings a clock or a deletion that is not here yet. */
  isNews({ sections, deletes }: Update): boolean {
    if (sections.some(({ client, end }) => end > this.clockOf(client))) return true;
    for (const [client, ranges] of deletes) {
      if (ranges.some((range) => !this.isDeleted(client, range))) return true;
    }
    return false;
  }

  /** Enters an update that was admitted. */
  enter({ sections, deletes }: Update): void {
    for (const { client, end, structs } of sections) {
      this.clocks.set(client, Math.max(end, this.clockOf(client)));
      for (const { kind, clock, length } of structs) {
        if (kind <= DELETED) this.#rangesOf(client).add(clock, clock + length);
      }
    }
    for (const [client, ranges] of deletes) {
      for (const { clock, end } of ranges) this.#rangesOf(client).add(clock, end);
    }
  }

  #rangesOf(client: number): RangeSet {
    const known = this.deletes.get(client);
    if (known) return known;
    const ranges = new RangeSet();
    this.deletes.set(client, ranges);
    return ranges;
  }
}

/** Ranges of whole numbers: sorted, and neither overlapping nor touching each other. */
class RangeSet {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  all(): readonly Range[] {
    return this.#starts.map((clock, at) => ({ clock, end: this.#ends[at] ?? clock }));
  }

  /** Whether all of it is in one of the ranges. */
  covers(start: number, end: number): boolean {
    const index = this.#firstEndingFrom(start + 1);
    return (
      (this.#starts[index] ?? Number.POSITIVE_INFINITY) <= start && (this.#ends[index] ?? 0) >= end
    );
  }

  add(start: number, end: number): void {
    const last = this.#ends.length - 1;
    const most = this.#ends[last] ?? Number.NEGATIVE_INFINITY;
    if (start > most) {
      this.#starts.push(start);
      this.#ends.push(end);
    } else if (start === most) {
      this.#ends[last] = end;
    } else {
      this.#join(start, end);
    }
  }

  #join(start: number, end: number): void {
    const from = this.#firstEndingFrom(start);
    let to = from;
    let [least, most] = [start, end];
    while ((this.#starts[to] ?? Number.POSITIVE_INFINITY) <= end) {
      least = Math.min(least, this.#starts[to] ?? least);
      most = Math.max(most, this.#ends[to] ?? most);
      to++;
    }
    this.#starts.splice(from, to - from, least);
    this.#ends.splice(from, to - from, most);
  }

  /** The index of the first range that ends at `end` or later. */
  #firstEndingFrom(end: number): number {
    return firstThat(this.#ends, (each) => each >= end);
  }
}
