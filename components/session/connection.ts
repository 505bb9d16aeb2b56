// The socket of one article: the y-websocket provider, with our own messages beside its own.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { splitUpdate } from "#domain/annotation/split-update.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import {
  ANSWER,
  type Answer,
  CLOSE,
  EXCERPT,
  encodeAwareness,
  encodeHello,
  FORGET,
  type Held,
  PEOPLE,
  PLACE,
  type Place,
  READY,
  ROOM,
  type RoomUpdate,
  readAnswer,
  readForget,
  readPeople,
  readPlace,
  readReady,
  readRoom,
  readScheme,
  readSight,
  readStored,
  SCHEME,
  SIGHT,
  STORED,
  SYNC,
  type Telling,
  UPDATE_BYTES,
} from "#domain/wire.ts";
import { pauseBefore } from "./pause-before.ts";

/** From so many failures on, the provider waits for as long as we say. */
const OUR_PACE = 10;

/** What the connection tells; every call comes from a message or an event of the socket. */
export type ConnectionEvents = {
  readonly held: () => Held;
  readonly onPeople: (people: readonly Person[]) => void;
  readonly onRoom: (update: RoomUpdate) => void;
  readonly onExcerpt: (update: RoomUpdate) => void;
  readonly onForget: (rooms: readonly string[]) => void;
  readonly onSight: (telling: Telling) => void;
  readonly onPlace: (place: Place) => void;
  readonly onScheme: (scheme: Scheme) => void;
  readonly onReady: (stateVector: Uint8Array) => void;
  readonly onAnswer: (request: number, answer: Answer) => void;
  /** The article's text has arrived. */
  readonly onSynced: () => void;
  readonly onDisconnect: () => void;
  /** The server ended the connection for good. */
  readonly onClosed: (code: number) => void;
  /** Something that decides about saving has changed. */
  readonly onChange: () => void;
};

/** Where the server's sockets are, and what opens one; a browser uses its own page's server. */
export type SocketSource = {
  /** For example `wss://postil.example/sync`. */
  readonly url: string;
  readonly WebSocket: typeof WebSocket;
};

/** The server that this page came from. */
function pageSource(): SocketSource {
  return { url: `${location.origin.replace(/^http/, "ws")}/sync`, WebSocket };
}

export class Connection {
  readonly provider: WebsocketProvider;
  readonly #events: ConnectionEvents;
  readonly #article: Y.Doc;
  /** Step 2 and all updates of the article since, on this socket; null before step 2. STORED counts the same. */
  #sent: number | null = null;
  #stored = 0;
  /** When the article was last changed here, by `performance.now()`; null once that is stored. */
  #changedAt: number | null = null;
  /** How often the connection went since the article arrived last. */
  #failed = 0;

  constructor(
    articleId: string,
    article: Y.Doc,
    events: ConnectionEvents,
    source: SocketSource = pageSource(),
  ) {
    this.#events = events;
    this.#article = article;
    this.provider = new WebsocketProvider(source.url, articleId, article, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: source.WebSocket,
    });
    this.#listen();
    this.#keepPace();
    this.#speakForMyselfOnly();
    article.off("update", this.provider._updateHandler); // which knows of no limit
    article.on("update", this.#onArticleUpdate);
  }

  get isOpen(): boolean {
    return this.provider.wsconnected;
  }

  /** Whether all of this socket's changes to the article are on the server's disk. */
  get isArticleStored(): boolean {
    return this.#sent !== null && this.#stored >= this.#sent;
  }

  /** How long a change of the article has been waiting to be stored, in milliseconds; 0 when none is. */
  get articleWaits(): number {
    return this.#changedAt === null ? 0 : Math.max(1, performance.now() - this.#changedAt);
  }

  connect(): void {
    this.provider.connect();
  }

  /** Connects anew: the server asks again for what it lacks of the article. */
  reconnect(): void {
    this.provider.ws?.close(CLOSE.anew);
    this.provider.disconnect();
    this.provider.connect();
  }

  /** Disconnects for good. */
  hangUp(): void {
    globalThis.removeEventListener?.("online", this.#onOnline);
    this.provider.disconnect();
  }

  /** Sends a message of ours; without a connection it is dropped, for the next hello makes up for it. */
  send = (message: Uint8Array): void => {
    if (this.isOpen) this.provider.ws?.send(Uint8Array.from(message));
  };

  greet = (): void => this.send(encodeHello(this.#events.held()));

  destroy(): void {
    globalThis.removeEventListener?.("online", this.#onOnline);
    this.#article.off("update", this.#onArticleUpdate);
    this.provider.destroy();
  }

  #listen(): void {
    const { provider } = this;
    const readSync = provider.messageHandlers[SYNC];
    provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
      if (decoding.peekVarUint(decoder) !== messageYjsSyncStep1) {
        readSync?.(encoder, decoder, ...rest);
        return;
      }
      decoding.readVarUint(decoder);
      this.#answerStep1(decoding.readVarUint8Array(decoder));
    };
    const on = (type: number, read: (decoder: decoding.Decoder) => void): void => {
      provider.messageHandlers[type] = (_encoder, decoder) => read(decoder);
    };
    on(PEOPLE, (decoder) => this.#events.onPeople(readPeople(decoder)));
    on(ROOM, (decoder) => this.#events.onRoom(readRoom(decoder)));
    on(EXCERPT, (decoder) => this.#events.onExcerpt(readRoom(decoder)));
    on(FORGET, (decoder) => this.#events.onForget(readForget(decoder)));
    on(SIGHT, (decoder) => this.#events.onSight(readSight(decoder)));
    on(PLACE, (decoder) => this.#events.onPlace(readPlace(decoder)));
    on(SCHEME, (decoder) => this.#events.onScheme(readScheme(decoder)));
    on(READY, (decoder) => this.#events.onReady(readReady(decoder)));
    on(ANSWER, (decoder) => {
      const { request, answer } = readAnswer(decoder);
      this.#events.onAnswer(request, answer);
    });
    on(STORED, (decoder) => {
      this.#stored = readStored(decoder);
      if (this.isArticleStored) this.#changedAt = null;
      this.#events.onChange();
    });
    provider.on("status", ({ status }) => this.#onStatus(status));
    provider.on("sync", (synced) => synced && this.#onSynced());
    provider.on("closed", ({ code }) => this.#events.onClosed(code));
    provider.on("connection-error", () => this.#events.onDisconnect());
  }

  /** By itself the provider would knock again together with everybody else, after 200 ms. */
  #keepPace(): void {
    const { provider } = this;
    provider.on("connection-close", () => {
      provider.wsUnsuccessfulReconnects = OUR_PACE;
      provider.maxBackoffTime = pauseBefore(this.#failed++);
    });
    globalThis.addEventListener?.("online", this.#onOnline);
  }

  readonly #onOnline = (): void => {
    if (this.provider.shouldConnect) this.provider.connect();
  };

  #onSynced(): void {
    this.#failed = 0;
    this.#events.onSynced();
  }

  /** Sends what the server lacks of the article: a step 2, and as updates what that cannot hold. */
  #answerStep1(stateVector: Uint8Array): void {
    const missing = Y.encodeStateAsUpdate(this.#article, stateVector);
    const messages = splitUpdate(missing, UPDATE_BYTES);
    this.#sent = (this.#sent ?? 0) + messages.length;
    for (const [count, update] of messages.entries()) {
      this.#sendSync(count === 0 ? messageYjsSyncStep2 : messageYjsUpdate, update);
    }
  }

  #sendSync(step: number, update: Uint8Array): void {
    const message = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, update);
    });
    this.send(message);
  }

  /** The provider would send back every presence that it hears; only my own is news to the server. */
  #speakForMyselfOnly(): void {
    const { awareness } = this.provider;
    awareness.off("update", this.provider._awarenessUpdateHandler);
    awareness.on("update", (_changes: unknown, origin: unknown) => {
      if (origin !== "local") return;
      this.send(encodeAwareness(encodeAwarenessUpdate(awareness, [awareness.clientID])));
    });
  }

  #onStatus(status: "connected" | "disconnected" | "connecting"): void {
    if (status === "connected") {
      this.#sent = null;
      this.#stored = 0;
      // the first message of all: a page that is too old is told so before its editor sees the text
      this.greet();
    }
    if (status === "disconnected") this.#events.onDisconnect();
    this.#events.onChange();
  }

  readonly #onArticleUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return;
    this.#changedAt = performance.now();
    const messages = this.isOpen ? splitUpdate(update, UPDATE_BYTES) : [];
    if (this.#sent !== null) this.#sent += messages.length;
    for (const each of messages) this.#sendSync(messageYjsUpdate, each);
    this.#events.onChange();
  };
}
