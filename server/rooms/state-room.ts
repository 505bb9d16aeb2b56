// What an article's members share and nobody owns, open: only the server writes it.

import type * as Y from "yjs";
import { type MovedAnchor, readAllMoved } from "#domain/annotation/moved-anchors.ts";
import { type Decisions, readDecisions } from "#domain/talk/article-state.ts";
import { type RoomUpdate, STATE_ROOM } from "#domain/wire.ts";
import { stateRoom } from "../store/room-name.ts";
import type { Answered, LayerParts } from "./layer-room.ts";
import { recordChange } from "./record-change.ts";
import { RoomRecords } from "./room-records.ts";

type StateParts = Pick<LayerParts, "article" | "log" | "committer" | "onRecord">;

export class StateRoom {
  readonly #parts: StateParts;
  readonly #name: string;
  readonly #records: RoomRecords;
  #decisions: { readonly seq: number; readonly all: Decisions } | null = null;
  #moved: { readonly seq: number; readonly all: ReadonlyMap<string, MovedAnchor> } | null = null;

  /** Loads the state; one that was never written is empty. Throws Unloadable. */
  constructor(parts: StateParts) {
    this.#parts = parts;
    this.#name = stateRoom(parts.article);
    const source = { log: parts.log, stored: this.#name, room: STATE_ROOM };
    this.#records = RoomRecords.read(source).records;
  }

  /** What somebody lacks who holds the records up to `held`. */
  since(held: number): readonly RoomUpdate[] {
    return this.#records.since(held);
  }

  /** What was decided, as it is on disk; the same object until something else is. */
  decisions(): Decisions {
    const { seq } = this.#records;
    if (this.#decisions?.seq !== seq) {
      this.#decisions = { seq, all: readDecisions(this.#records.doc()) };
    }
    return this.#decisions.all;
  }

  /** Where passages went whose text was made anew, as it is on disk; the same object until something changes. */
  moved(): ReadonlyMap<string, MovedAnchor> {
    const { seq } = this.#records;
    if (this.#moved?.seq !== seq) this.#moved = { seq, all: readAllMoved(this.#records.doc()) };
    return this.#moved.all;
  }

  /** As `LayerRoom.change`. */
  change<T>(change: (state: Y.Doc) => T, settled: Answered): T {
    const { committer } = this.#parts;
    committer.flush();
    try {
      const { result, update } = recordChange(this.#records.doc(), change);
      if (update === null) settled("stored");
      else this.#store(update, settled);
      return result;
    } catch (error) {
      this.#records.dropDoc();
      throw error;
    }
  }

  #store(update: Uint8Array, settled: Answered): void {
    const { committer, onRecord } = this.#parts;
    committer.add({
      record: { room: this.#name, update },
      clients: [],
      stored: (seq) => {
        const record = this.#records.append(seq, update);
        settled("stored");
        onRecord(record);
      },
      failed: () => {
        this.#records.dropDoc();
        settled("not-stored");
      },
    });
  }
}
