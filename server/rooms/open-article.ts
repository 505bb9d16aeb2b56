// One article that somebody has open: its text, its state and all its layers.

import * as Y from "yjs";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { allAsMoved, type MovedAnchor } from "#domain/annotation/moved-anchors.ts";
import type { ArticleNode } from "#domain/article/article.ts";
import type { ArticleText } from "#domain/article/article-text.ts";
import { type Decisions, forgetInState, type Lock } from "#domain/talk/article-state.ts";
import type { LayerTalk } from "#domain/talk/talk.ts";
import { type Answer, CLOSE, type Held, type RoomUpdate, STATE_ROOM } from "#domain/wire.ts";
import { articleRoom, layerRoom } from "../store/room-name.ts";
import { Unreadable, type UpdateLog } from "../store/update-log.ts";
import { ArticleLayers } from "./article-layers.ts";
import { ClientIds } from "./client-ids.ts";
import type { Committer } from "./committer.ts";
import type { Answered } from "./layer-room.ts";
import {
  LayerFull,
  type LiveArticle,
  NotStored,
  type SeesLayer,
  SetAside,
} from "./live-article.ts";
import type { SetAsideRooms } from "./set-aside.ts";
import { StateRoom } from "./state-room.ts";
import { TextRoom } from "./text-room.ts";

/** Hears what happens to an article. */
export interface ArticleListener {
  /** A record of a layer or of the state is on disk. */
  onRecord(record: RoomUpdate): void;
  /** An update of the text is on disk. */
  onText(update: Uint8Array): void;
  /** Somebody's layer was erased: this record of an empty one stands in the place of all before. */
  onErased(record: RoomUpdate): void;
  /** The article is over for everyone; the close code says why. */
  onEnd(code: number): void;
}

export type ArticleParts = {
  readonly log: UpdateLog;
  readonly committer: Committer;
  readonly setAside: SetAsideRooms;
  /** Told when the text cannot be read any more: the next arrival has to load anew. */
  readonly onLost: (article: OpenArticle) => void;
};

export class OpenArticle implements LiveArticle {
  readonly id: string;
  readonly clientIds: ClientIds;
  readonly #parts: ArticleParts;
  readonly #text: TextRoom;
  readonly #state: StateRoom;
  readonly #layers: ArticleLayers;
  readonly #listeners = new Set<ArticleListener>();

  /** Loads an article. Rejects with NoSuchRoom or SetAside; a layer that cannot be read is set aside alone. */
  static async load(id: string, parts: ArticleParts): Promise<OpenArticle> {
    parts.committer.flush(); // the log tells what is written, be it on disk or not
    try {
      const article = new OpenArticle(id, parts);
      await article.#layers.load();
      parts.setAside.remove(articleRoom(id));
      return article;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      parts.setAside.add(articleRoom(id), error);
      throw new SetAside(id);
    }
  }

  private constructor(id: string, parts: ArticleParts) {
    this.id = id;
    this.#parts = parts;
    this.clientIds = new ClientIds(id, parts.log.clients(id));
    const { log, committer } = parts;
    const shared = { article: id, log, committer, clientIds: this.clientIds };
    this.#text = new TextRoom({ ...shared, onUpdate: this.#onText });
    this.#state = new StateRoom({ ...shared, onRecord: this.#onRecord });
    const { setAside } = parts;
    this.#layers = new ArticleLayers({ ...shared, setAside, onRecord: this.#onRecord });
  }

  /** Has `listener` hear what happens. Returns the function that stops it. */
  listen(listener: ArticleListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells everyone that the article is over. */
  end(code: number): void {
    for (const listener of [...this.#listeners]) listener.onEnd(code);
  }

  text(): ArticleText {
    return this.#withText((text) => text.text());
  }

  nodes(): readonly ArticleNode[] {
    return this.#withText((text) => text.nodes());
  }

  lock(): Lock | null {
    return this.decisions().lock;
  }

  decisions(): Decisions {
    return this.#state.decisions();
  }

  moved(): ReadonlyMap<string, MovedAnchor> {
    return this.#state.moved();
  }

  /** What the text holds, as a state vector; nothing in it runs ahead of the disk. */
  textStateVector(): Uint8Array {
    this.#parts.committer.flush();
    return this.#withText((text) => text.stateVector());
  }

  /** As `TextRoom.since`; throws SetAside, too. */
  textSince(stateVector: Uint8Array): Uint8Array {
    return this.#withText((text) => text.since(stateVector));
  }

  /** Has an editor's update stored; `answered` hears what became of it. Throws SetAside. */
  edit(user: string, update: Uint8Array, answered: Answered): void {
    this.#withText((text) => text.edit(user, update, answered));
  }

  /** Whether somebody's update of the text brings nothing that isn't here. Throws SetAside. */
  knows(user: string, update: Uint8Array): boolean {
    return this.#withText((text) => text.knows(update, user));
  }

  /** The users whose layers hold something and can be read. */
  owners(): string[] {
    return this.#layers.owners();
  }

  /** Has an update of its owner stored in a layer; `answered` hears what became of it. */
  push(owner: string, update: Uint8Array, answered: Answered): void {
    const done = this.#layers.use(owner, (layer) => {
      layer.push(update, answered);
      return true;
    });
    if (done === null) answered("set-aside");
  }

  /** What somebody lacks who holds `held` and sees these layers. Everything in it is on disk. */
  roomsSince(held: Held, sees: SeesLayer): RoomUpdate[] {
    this.#parts.committer.flush();
    const layers = this.#layers.readAll(sees, (layer, owner) => layer.since(held.get(owner) ?? 0));
    return [...this.#state.since(held.get(STATE_ROOM) ?? 0), ...[...layers.values()].flat()];
  }

  /** Client id → clocks of a layer that are on disk; null when it cannot be read. */
  layerClocks(owner: string): ReadonlyMap<number, number> | null {
    this.#parts.committer.flush();
    if (this.#layers.isUnwritten(owner)) return new Map();
    return this.#layers.use(owner, (layer) => layer.clocks());
  }

  /** A layer's document as it is on disk, not to be changed; null when it cannot be read. */
  layerDoc(owner: string): Y.Doc | null {
    this.#parts.committer.flush();
    if (this.#layers.isUnwritten(owner)) return new Y.Doc();
    return this.#layers.use(owner, (layer) => layer.doc());
  }

  annotations(sees: SeesLayer): readonly Annotation[] {
    const all = [...this.#layers.readAll(sees, (layer) => layer.annotations()).values()].flat();
    return allAsMoved(all, this.moved());
  }

  talk(sees: SeesLayer): ReadonlyMap<string, LayerTalk> {
    return this.#layers.readAll(sees, (layer) => layer.talk());
  }

  isSetAside(owner: string): boolean {
    return this.#layers.isSetAside(owner);
  }

  isUntouched(): boolean {
    return this.#layers.areUntouched;
  }

  async changeLayer<T>(owner: string, change: (layer: Y.Doc) => T): Promise<T> {
    const settled = Promise.withResolvers<Answer>();
    const done = this.#layers.use(owner, (layer) => ({
      result: layer.change(change, settled.resolve),
    }));
    if (done === null) throw new SetAside(layerRoom(this.id, owner));
    refuseUnlessStored(await settled.promise);
    return done.result;
  }

  async changeState<T>(change: (state: Y.Doc) => T): Promise<T> {
    const settled = Promise.withResolvers<Answer>();
    const result = this.#state.change(change, settled.resolve);
    // at once: no edit may come between the hash of a lock and the lock
    this.#parts.committer.flush();
    refuseUnlessStored(await settled.promise);
    return result;
  }

  /** Erases all that somebody wrote here. Resolves when it is on disk; rejects with NotStored when the disk refused. */
  async erase(userId: string): Promise<void> {
    await this.changeState((state) => forgetInState(state, userId));
    // what they wrote meanwhile would else be stored behind the empty layer
    this.#parts.committer.flush();
    const record = this.#layers.erase(userId);
    if (record === null) return;
    for (const listener of this.#listeners) listener.onErased(record);
  }

  draft(): Y.Doc {
    this.#parts.committer.flush();
    return this.#withText((text) => text.draft());
  }

  async publish(draft: Y.Doc, change: (state: Y.Doc) => void): Promise<void> {
    const settled = Promise.withResolvers<Answer>();
    // the state first, for it stores what waits; what both add then is one commit
    this.#state.change(change, () => {});
    this.#withText((text) => text.publish(draft, settled.resolve));
    refuseUnlessStored(await settled.promise);
  }

  /** Throws SetAside when the text turns out to be unreadable; then the article is over for everyone. */
  #withText<T>(work: (text: TextRoom) => T): T {
    try {
      return work(this.#text);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#parts.setAside.add(articleRoom(this.id), error);
      this.#parts.onLost(this);
      this.end(CLOSE.setAside);
      throw new SetAside(this.id);
    }
  }

  readonly #onRecord = (record: RoomUpdate): void => {
    for (const listener of this.#listeners) listener.onRecord(record);
  };

  readonly #onText = (update: Uint8Array): void => {
    for (const listener of this.#listeners) listener.onText(update);
  };
}

function refuseUnlessStored(answer: Answer): void {
  if (answer === "stored") return;
  if (answer === "full") throw new LayerFull();
  if (answer === "not-stored") throw new NotStored();
  throw new Error(`the server's own change was refused: ${answer}`);
}
