// The records of one layer or state: what a client that holds some of them needs, and the document when asked for.

import { uint32 } from "lib0/random";
import * as Y from "yjs";
import type { RoomUpdate } from "#domain/wire.ts";
import type { UpdateLog } from "../store/update-log.ts";
import type { Gathered } from "../sync/admission/gather.ts";
import { applyAll, gatherAll } from "./load-doc.ts";

/** How many of the newest records stay in memory for clients that come back, and how many bytes of them. */
const TAIL = { records: 512, bytes: 1024 * 1024 };

/** How many records may follow the snapshot before a new one is made for whoever joins. */
const BEHIND = 64;

/** How many bytes may be stored before it is looked at again how large everything is: it costs as much as a join. */
const UNSEEN = 64 * 1024;

/** A client id that nobody writes with. */
const NOBODY = 0;

type Source = {
  readonly log: UpdateLog;
  /** The name in the log. */
  readonly stored: string;
  /** The name on the wire. */
  readonly room: string;
};

export class RoomRecords {
  readonly #source: Source;
  /** Of documents built here: one for the life of this object, because each one more costs all readers. */
  readonly #client = uint32();
  #snapshot: RoomUpdate;
  #tail: RoomUpdate[] = [];
  #tailBytes = 0;
  /** Bytes stored since the snapshot. */
  #grown = 0;
  #seq: number;
  #doc: { readonly doc: Y.Doc; seq: number } | null = null;

  /** Reads all records from the log, and returns what they hold, too. Throws Unloadable. */
  static read(source: Source): { readonly records: RoomRecords; readonly gathered: Gathered } {
    const stored = source.log.read(source.stored, 0);
    const gathered = gatherAll(stored.map(({ update }) => update));
    const records = new RoomRecords(source, stored.at(-1)?.seq ?? 0, gathered.update);
    return { records, gathered };
  }

  /** `whole` is everything up to `seq`. */
  private constructor(source: Source, seq: number, whole: Uint8Array) {
    this.#source = source;
    this.#seq = seq;
    this.#snapshot = this.#snapshotOf(whole);
  }

  get seq(): number {
    return this.#seq;
  }

  /** Adds a record that is on disk. Returns it as it goes over the wire. */
  append(seq: number, update: Uint8Array): RoomUpdate {
    const record = { room: this.#source.room, after: this.#seq, seq, update };
    this.#seq = seq;
    this.#grown += update.length;
    this.#tail.push(record);
    this.#tailBytes += update.length;
    this.#trim();
    return record;
  }

  /** What somebody lacks who holds everything up to `held`. Equal answers are the same objects. Throws Unloadable. */
  since(held: number): readonly RoomUpdate[] {
    if (held === this.#seq) return [];
    const isBack = held > 0 && held < this.#seq;
    if (isBack && held >= this.#tailStart) return this.#tailAfter(held);
    if (this.#snapshot.seq < this.#tailStart || this.#seq - this.#snapshot.seq > BEHIND) {
      this.gathered();
    }
    const tail = this.#tailAfter(this.#snapshot.seq);
    return this.#snapshot.seq === 0 ? tail : [this.#snapshot, ...tail];
  }

  /** What is on disk, without the document; from now on newcomers are sent this. Throws Unloadable. */
  gathered(): Gathered {
    const { seq, update } = this.#snapshot;
    const gathered = gatherAll([update, ...this.#updatesAfter(seq)]);
    this.#snapshot = this.#snapshotOf(gathered.update);
    this.#grown = 0;
    return gathered;
  }

  /** The document with everything that is on disk; only `recordChange` may write to it. Throws Unloadable. */
  doc(): Y.Doc {
    this.#doc ??= this.#build();
    const { doc, seq } = this.#doc;
    if (seq < this.#seq) {
      this.#apply(doc, this.#updatesAfter(seq));
      this.#doc.seq = this.#seq;
    }
    return doc;
  }

  /** Forgets a document that ran ahead of the disk, or broke. */
  dropDoc(): void {
    this.#doc?.doc.destroy();
    this.#doc = null;
  }

  /** Bytes of all records in the log behind its snapshot. */
  get logged(): number {
    return this.#source.log.extent(this.#source.stored).bytes;
  }

  /**
   * Whether everything together is larger than `bytes`, encoded as one update; noticed at the latest
   * when it is by `UNSEEN` more. Throws Unloadable.
   */
  isLarger(bytes: number): boolean {
    const seen = this.#snapshot.update.length;
    const unseen = seen > bytes ? 0 : UNSEEN;
    if (this.#grown > unseen && seen + this.#grown > bytes + unseen) this.gathered();
    return this.#snapshot.update.length > bytes;
  }

  get #tailStart(): number {
    return this.#tail[0]?.after ?? this.#seq;
  }

  #tailAfter(held: number): RoomUpdate[] {
    return this.#tail.slice(Math.max(0, held - this.#tailStart));
  }

  #updatesAfter(seq: number): Uint8Array[] {
    const { log, stored } = this.#source;
    const records = seq >= this.#tailStart ? this.#tailAfter(seq) : log.read(stored, seq);
    // the log may hold more: what is not known to be on disk yet
    return records.filter((record) => record.seq <= this.#seq).map(({ update }) => update);
  }

  #build(): { doc: Y.Doc; seq: number } {
    const { seq, update } = this.#snapshot;
    const doc = new Y.Doc();
    this.#apply(doc, [update]);
    return { doc, seq };
  }

  /** Yjs changes the client id of a document that receives what was written with the same one. */
  #apply(doc: Y.Doc, updates: readonly Uint8Array[]): void {
    doc.clientID = NOBODY;
    applyAll(doc, updates);
    doc.clientID = this.#client;
  }

  /** `update` holds everything up to now. */
  #snapshotOf(update: Uint8Array): RoomUpdate {
    return { room: this.#source.room, after: 0, seq: this.#seq, update };
  }

  /** Older records can be read from the log again. */
  #trim(): void {
    while (this.#tail.length > TAIL.records || this.#tailBytes > TAIL.bytes) {
      const dropped = this.#tail.splice(0, Math.ceil(this.#tail.length / 4));
      for (const { update } of dropped) this.#tailBytes -= update.length;
    }
  }
}
