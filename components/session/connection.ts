// The socket of one article: the y-websocket provider, with our own messages beside its own.

import * as decoding from "lib0/decoding";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme.ts";
import {
  ANSWER,
  type Answer,
  encodeAwareness,
  encodeHello,
  type Held,
  PEOPLE,
  READY,
  ROOM,
  type RoomUpdate,
  readAnswer,
  readPeople,
  readReady,
  readRoom,
  readScheme,
  readStored,
  SCHEME,
  STORED,
  SYNC,
} from "#domain/wire.ts";

/** What the connection tells; every call comes from a message or an event of the socket. */
export type ConnectionEvents = {
  readonly held: () => Held;
  readonly onPeople: (people: readonly Person[]) => void;
  readonly onRoom: (update: RoomUpdate) => void;
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
    this.#speakForMyselfOnly();
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
    this.provider.disconnect();
    this.provider.connect();
  }

  /** Sends a message of ours; without a connection it is dropped, for the next hello makes up for it. */
  send = (message: Uint8Array): void => {
    if (this.isOpen) this.provider.ws?.send(Uint8Array.from(message));
  };

  greet = (): void => this.send(encodeHello(this.#events.held()));

  destroy(): void {
    this.#article.off("update", this.#onArticleUpdate);
    this.provider.destroy();
  }

  #listen(): void {
    const { provider } = this;
    const readSync = provider.messageHandlers[SYNC];
    provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
      const isStep1 = decoding.peekVarUint(decoder) === messageYjsSyncStep1;
      readSync?.(encoder, decoder, ...rest);
      if (isStep1) this.#sent = (this.#sent ?? 0) + 1; // the provider answers with a step 2
    };
    const on = (type: number, read: (decoder: decoding.Decoder) => void): void => {
      provider.messageHandlers[type] = (_encoder, decoder) => read(decoder);
    };
    on(PEOPLE, (decoder) => this.#events.onPeople(readPeople(decoder)));
    on(ROOM, (decoder) => this.#events.onRoom(readRoom(decoder)));
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
    provider.on("sync", (synced) => synced && this.#events.onSynced());
    provider.on("closed", ({ code }) => this.#events.onClosed(code));
    provider.on("connection-error", () => this.#events.onDisconnect());
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
      this.greet();
    }
    if (status === "disconnected") this.#events.onDisconnect();
    this.#events.onChange();
  }

  readonly #onArticleUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return;
    this.#changedAt = performance.now();
    if (this.isOpen && this.#sent !== null) this.#sent++;
    this.#events.onChange();
  };
}
