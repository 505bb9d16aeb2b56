// The rooms that a test client was told of.

import * as Y from "yjs";
import type { RoomUpdate } from "#domain/wire.ts";

/** The origin of what came from the server. */
export const REMOTE = "remote";

export class TestRooms {
  readonly layers = new Map<string, Y.Doc>();
  /** The rooms of `layers` that are held as excerpts. */
  readonly excerpts = new Set<string>();
  /** How far each of the others is held. */
  readonly held = new Map<string, number>();
  /** Excerpts that were not told again since an answer began. */
  #stale: ReadonlySet<string> = new Set();

  layer(room: string): Y.Doc {
    const layer = this.layers.get(room) ?? new Y.Doc();
    this.layers.set(room, layer);
    return layer;
  }

  /** Returns false for a record behind a hole. */
  take({ room, after, seq, update }: RoomUpdate): boolean {
    const held = this.held.get(room) ?? 0;
    if (after > held) return false;
    if (this.excerpts.has(room)) this.forget(room);
    Y.applyUpdate(this.layer(room), update, REMOTE);
    this.held.set(room, Math.max(seq, held));
    return true;
  }

  takeExcerpt({ room, after, update }: RoomUpdate): void {
    if (after === 0) this.forget(room);
    Y.applyUpdate(this.layer(room), update, REMOTE);
    this.excerpts.add(room);
    this.#stale = new Set([...this.#stale].filter((each) => each !== room));
  }

  forget(room: string): void {
    this.layers.delete(room);
    this.held.delete(room);
    this.excerpts.delete(room);
  }

  /** An answer begins. */
  beginAnswer(): void {
    this.#stale = new Set(this.excerpts);
  }

  endAnswer(): void {
    for (const room of this.#stale) if (this.excerpts.has(room)) this.forget(room);
    this.#stale = new Set();
  }
}
