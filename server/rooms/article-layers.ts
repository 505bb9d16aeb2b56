// The layers of one open article. One that cannot be read is set aside alone.

import * as Y from "yjs";
import { emptyLayer } from "#domain/annotation/renewed-layer.ts";
import type { RoomUpdate } from "#domain/wire.ts";
import { layerRoom, layersPrefix } from "../store/room-name.ts";
import { Turns } from "../turns.ts";
import { type LayerParts, LayerRoom } from "./layer-room.ts";
import type { SeesLayer } from "./live-article.ts";
import { readOrSetAside, type SetAsideRooms } from "./set-aside.ts";

type Parts = Omit<LayerParts, "owner"> & { readonly setAside: SetAsideRooms };

export class ArticleLayers {
  readonly #parts: Parts;
  readonly #layers = new Map<string, LayerRoom>();
  /** Owners of layers that cannot be read. */
  readonly #unread = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens every layer that was ever written. */
  async load(): Promise<void> {
    const { article, log } = this.#parts;
    const turns = new Turns();
    for (const room of log.rooms(layersPrefix(article))) {
      this.#open(room.slice(layersPrefix(article).length));
      if (turns.isOver) await turns.next();
    }
  }

  /** The users whose layers hold something and can be read. */
  owners(): string[] {
    return [...this.#layers].filter(([, layer]) => !layer.isEmpty).map(([owner]) => owner);
  }

  /** Whether nobody has ever written here, be it gone since. */
  get areUntouched(): boolean {
    return this.#unread.size === 0 && [...this.#layers.values()].every(({ isEmpty }) => isEmpty);
  }

  /** Whoever asks for a layer that nobody has written must not make the server keep one. */
  isUnwritten(owner: string): boolean {
    return !this.#layers.has(owner) && !this.#unread.has(owner);
  }

  isSetAside(owner: string): boolean {
    return this.#unread.has(owner);
  }

  /** Works with one layer, opening it when needed; null when it cannot be read. */
  use<T>(owner: string, work: (layer: LayerRoom) => T): T | null {
    const layer = this.#layers.get(owner) ?? this.#open(owner);
    if (layer === null) return null;
    const { article, setAside } = this.#parts;
    const result = readOrSetAside(layerRoom(article, owner), setAside, () => work(layer));
    if (result === null) this.#leaveUnread(owner);
    return result;
  }

  /** Reads every layer that the asker sees, by owner; those that cannot be read are left out. */
  readAll<T>(
    sees: SeesLayer,
    read: (layer: LayerRoom, owner: string) => T,
  ): ReadonlyMap<string, T> {
    const found = new Map<string, T>();
    for (const owner of this.owners().filter(sees)) {
      const content = this.use(owner, (layer) => read(layer, owner));
      if (content !== null) found.set(owner, content);
    }
    return found;
  }

  /** Puts an empty layer in the place of what somebody wrote. Returns what its readers have to be told; null: nothing was there. */
  erase(owner: string): RoomUpdate | null {
    if (this.isUnwritten(owner)) return null;
    const { article, log, setAside, clientIds } = this.#parts;
    const room = layerRoom(article, owner);
    const layer = this.use(owner, (each) => each.doc());
    this.#layers.delete(owner);
    this.#unread.delete(owner);
    if (layer === null) {
      log.remove(room);
      setAside.remove(room);
      return null;
    }
    const retired = [...Y.decodeStateVector(Y.encodeStateVector(layer)).keys()];
    if (retired.length === 0) return null;
    const client = clientIds.fresh();
    const begun = { room, update: emptyLayer(layer, client), retired };
    log.erase({ ...begun, client: { article, client, user: owner } });
    clientIds.bind([client], owner);
    clientIds.retire(retired);
    return this.use(owner, (each) => each.since(0))?.at(0) ?? null;
  }

  #open(owner: string): LayerRoom | null {
    if (this.#unread.has(owner)) return null;
    const { setAside, ...parts } = this.#parts;
    const room = layerRoom(parts.article, owner);
    const layer = readOrSetAside(room, setAside, () => new LayerRoom({ ...parts, owner }));
    if (layer === null) {
      this.#leaveUnread(owner);
      return null;
    }
    setAside.remove(room);
    this.#layers.set(owner, layer);
    return layer;
  }

  #leaveUnread(owner: string): void {
    this.#layers.delete(owner);
    this.#unread.add(owner);
  }
}
