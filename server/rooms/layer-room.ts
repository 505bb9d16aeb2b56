// One person's layer, open: admits updates without building the document, and changes it for HTTP requests.

import type * as Y from "yjs";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { readLayer } from "#domain/annotation/layer.ts";
import { recordsOf } from "#domain/annotation/layer-roots.ts";
import { type LayerTalk, readTalk } from "#domain/talk/talk.ts";
import type { Answer, RoomUpdate } from "#domain/wire.ts";
import { layerRoom } from "../store/room-name.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { type Admitted, admitToLayer, annotationsBegunIn } from "../sync/admission/admit-layer.ts";
import type { Ledger } from "../sync/admission/ledger.ts";
import { beginAnew, isDue } from "./begin-anew.ts";
import type { ClientIds } from "./client-ids.ts";
import type { Committer } from "./committer.ts";
import { recordChange } from "./record-change.ts";
import { RoomRecords } from "./room-records.ts";

/** How many annotations a layer may hold: each costs everybody who reads the article. */
const MOST_ANNOTATIONS = 5000;

/** How much a layer may hold, encoded: room for as many, with their notes. */
const LAYER_BYTES = 2 * 1024 * 1024;

/** How much of a layer's history the log keeps. */
const LOG_BYTES = 64 * 1024 * 1024;

export type LayerParts = {
  readonly article: string;
  readonly owner: string;
  readonly log: UpdateLog;
  readonly committer: Committer;
  readonly clientIds: ClientIds;
  /** Told of every record that is on disk. */
  readonly onRecord: (record: RoomUpdate) => void;
};

/** Whether a layer takes nothing but deletions, and how many annotations are on disk. */
type Room = { readonly isFull: boolean; readonly count: () => number };

/** Called once: "stored" when the update is on disk, or was before. */
export type Answered = (answer: Answer) => void;

export class LayerRoom {
  readonly #parts: LayerParts;
  readonly #name: string;
  readonly #records: RoomRecords;
  /** All that was admitted. It runs ahead of the records until the commit; null: ask the records again. */
  #ledger: Ledger | null;
  /** At least as many as there are: those that were there when they were last counted, and those begun since. */
  #count: number;
  #annotations: { readonly seq: number; readonly all: readonly Annotation[] } | null = null;
  #talk: { readonly seq: number; readonly all: LayerTalk } | null = null;

  /** Loads the layer; one that was never written is empty. Throws Unloadable. */
  constructor(parts: LayerParts) {
    this.#parts = parts;
    this.#name = layerRoom(parts.article, parts.owner);
    const { records, gathered } = this.#read();
    this.#records = records;
    this.#ledger = gathered.ledger;
    this.#count = gathered.begun;
  }

  #read(): ReturnType<typeof RoomRecords.read> {
    const source = { log: this.#parts.log, stored: this.#name, room: this.#parts.owner };
    const read = RoomRecords.read(source);
    const isAnew =
      isDue(read.gathered.ledger) && beginAnew(this.#name, read.records.doc(), this.#parts);
    return isAnew ? RoomRecords.read(source) : read;
  }

  get isEmpty(): boolean {
    return this.#records.seq === 0;
  }

  /** What somebody lacks who holds the records up to `held`. Throws Unloadable. */
  since(held: number): readonly RoomUpdate[] {
    return this.#records.since(held);
  }

  /** Client id → how many of its clocks were admitted. Throws Unloadable. */
  clocks(): ReadonlyMap<number, number> {
    return this.#known().clocks;
  }

  /** The document as it is on disk; not to be changed. Throws Unloadable. */
  doc(): Y.Doc {
    return this.#records.doc();
  }

  /** The annotations that are on disk. Throws Unloadable. */
  annotations(): readonly Annotation[] {
    const { seq } = this.#records;
    if (this.#annotations?.seq !== seq) {
      this.#annotations = { seq, all: readLayer(this.#records.doc(), this.#parts.owner) };
    }
    return this.#annotations.all;
  }

  /** What its owner said of annotations, as it is on disk. Throws Unloadable. */
  talk(): LayerTalk {
    const { seq } = this.#records;
    if (this.#talk?.seq !== seq) {
      this.#talk = { seq, all: readTalk(this.#records.doc(), this.#parts.owner) };
    }
    return this.#talk.all;
  }

  /** Admits an update of the owner and has it stored. Throws Unloadable. */
  push(bytes: Uint8Array, answered: Answered): void {
    const count = (): number => recordsOf(this.#records.doc()).size;
    this.#admit(bytes, { isFull: this.#isFull(), count }, answered);
  }

  /**
   * Changes the document on the owner's behalf; `settled` hears what became of it. Returns what
   * `change` returned, and throws what it throws (then nothing is stored). Throws Unloadable.
   */
  change<T>(change: (layer: Y.Doc) => T, settled: Answered): T {
    this.#parts.committer.flush();
    // before the change: made after it, the ledger and the snapshot would take it for old
    this.#known();
    const held = recordsOf(this.#records.doc()).size;
    const room = { isFull: this.#isFull(), count: () => held };
    try {
      const { result, update } = recordChange(this.#records.doc(), change);
      if (update === null) settled("stored");
      else this.#admit(update, room, (answer) => this.#settle(answer, settled));
      return result;
    } catch (error) {
      this.#records.dropDoc();
      throw error;
    }
  }

  /** Whether the layer takes nothing but deletions. */
  #isFull(): boolean {
    return this.#records.logged > LOG_BYTES || this.#records.isLarger(LAYER_BYTES);
  }

  #admit(bytes: Uint8Array, { isFull, count }: Room, answered: Answered): void {
    const { owner, clientIds } = this.#parts;
    const ledger = this.#known();
    const admission = admitToLayer(bytes, ledger, { user: owner, ownerOf: clientIds.ownerOf });
    if (admission.refusal !== null) answered(admission.refusal);
    else if (!ledger.isNews(admission.update)) this.#await(answered);
    else if (isFull && admission.update.sections.length > 0) answered("full");
    else if (!this.#hasRoomFor(annotationsBegunIn(admission.update), count)) answered("full");
    else {
      ledger.enter(admission.update);
      this.#store(admission, answered);
    }
  }

  /** Whether so many more annotations may be begun; then they count. Deleted ones are left out by counting anew. */
  #hasRoomFor(begun: number, count: Room["count"]): boolean {
    if (begun > 0 && this.#count + begun > MOST_ANNOTATIONS) this.#count = count();
    if (begun > 0 && this.#count + begun > MOST_ANNOTATIONS) return false;
    this.#count += begun;
    return true;
  }

  #settle(answer: Answer, settled: Answered): void {
    if (answer !== "stored") this.#records.dropDoc();
    settled(answer);
  }

  #known(): Ledger {
    this.#ledger ??= this.#records.gathered().ledger;
    return this.#ledger;
  }

  /** Nothing new: true as soon as all that came before is on disk. */
  #await(answered: Answered): void {
    this.#parts.committer.add({
      record: null,
      clients: [],
      stored: () => answered("stored"),
      failed: () => answered("not-stored"),
    });
  }

  #store({ update: { sections }, bytes }: Admitted, answered: Answered): void {
    const { committer, clientIds, owner, onRecord } = this.#parts;
    // a copy: what came from the socket is a window on a larger buffer
    const update = Uint8Array.from(bytes);
    const clients = sections.map(({ client }) => client);
    const fresh = clientIds.bind(clients, owner);
    committer.add({
      record: { room: this.#name, update },
      clients: fresh,
      stored: (seq) => {
        const record = this.#records.append(seq, update);
        answered("stored");
        onRecord(record);
      },
      failed: () => {
        clientIds.release(fresh);
        this.#ledger = null;
        answered("not-stored");
      },
    });
  }
}
