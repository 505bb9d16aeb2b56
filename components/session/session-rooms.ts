// What the server tells of layers and of the state, and all that is kept in step with it.

import * as Y from "yjs";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import { followAnnotations } from "#domain/annotation/follow-annotations.ts";
import type { Visibility } from "#domain/space.ts";
import { type Lock, readLock } from "#domain/talk/article-state.ts";
import { type Held, type RoomUpdate, STATE_ROOM, type Telling } from "#domain/wire.ts";
import type { SessionNews } from "./article-news.ts";
import type { SessionTalk } from "./article-talk.ts";
import type { MovedPlaces } from "./moved-places.ts";
import type { Participants } from "./participants.ts";
import { ReceivedRooms } from "./received-rooms.ts";
import { Store } from "./store.ts";

type Parts = {
  readonly me: string;
  /** My own layer. */
  readonly layer: Y.Doc;
  readonly index: AnnotationIndex;
  readonly talk: SessionTalk;
  readonly news: SessionNews;
  readonly moved: MovedPlaces;
  readonly people: () => Participants;
  /** Asks for all that is lacked. */
  readonly greet: () => void;
  /** The state may be another one. */
  readonly onState: () => void;
  /** A layer was begun anew: this update is all of it, and cannot go into the document that is here. */
  readonly onRenewed: (update: RoomUpdate) => void;
};

export class SessionRooms {
  readonly visibility: Store<Visibility>;
  readonly #parts: Parts;
  readonly #rooms: ReceivedRooms;
  #state = new Y.Doc();

  constructor(visibility: Visibility, parts: Parts) {
    this.visibility = new Store(visibility);
    this.#parts = parts;
    this.#rooms = new ReceivedRooms((room, doc) =>
      room === STATE_ROOM ? this.#followState(doc) : this.#followLayer(room, doc),
    );
    this.#rooms.adopt(parts.me, parts.layer);
    this.#rooms.adopt(STATE_ROOM, this.#state);
  }

  get held(): Held {
    return this.#rooms.held;
  }

  get lock(): Lock | null {
    return readLock(this.#state);
  }

  readonly onRoom = (update: RoomUpdate): void => {
    const receipt = this.#rooms.receive(update);
    if (receipt === "renewed") this.#parts.onRenewed(update);
    else this.#onReceived(update, receipt);
  };

  readonly onExcerpt = (update: RoomUpdate): void =>
    this.#onReceived(update, this.#rooms.receiveExcerpt(update));

  readonly onForget = (rooms: readonly string[]): void =>
    this.#rooms.forget(rooms.filter((room) => room !== this.#parts.me));

  /** Everything is told from here to `complete`; or, when something has `changed`, it is to be asked for. */
  readonly onSight = ({ visibility, changed }: Telling): void => {
    const people = this.#parts.people();
    this.visibility.set(visibility);
    if (changed) {
      people.forgetPresent();
      this.#parts.greet();
    } else {
      people.expectAll();
      this.#rooms.expectAll();
    }
  };

  complete(): void {
    this.#rooms.complete();
  }

  destroy(): void {
    this.#rooms.destroy();
  }

  #onReceived({ room }: RoomUpdate, receipt: "used" | "hole"): void {
    if (receipt === "hole") this.#parts.greet();
    else if (room === STATE_ROOM) this.#parts.onState();
  }

  #followLayer(owner: string, layer: Y.Doc): () => void {
    const { index, talk, news, moved } = this.#parts;
    const stops = [
      talk.followLayer(owner, layer),
      news.followLayer(owner, layer),
      followAnnotations(index, owner, layer, (ref, each) => moved.place(ref, each)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #followState(state: Y.Doc): () => void {
    this.#state = state;
    this.#parts.moved.followState(state);
    return this.#parts.talk.followState(state);
  }
}
