// A client of ours for tests: article, layers and state over one socket, with both directions held on demand.

import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { Person } from "#domain/person.ts";
import { type Presence, presenceSchema } from "#domain/presence.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Visibility } from "#domain/space.ts";
import {
  ANSWER,
  type Answer,
  AWARENESS,
  articlePath,
  EXCERPT,
  encodeHello,
  encodePush,
  FORGET,
  PEOPLE,
  READY,
  ROOM,
  readAnswer,
  readForget,
  readPeople,
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
} from "#domain/wire.ts";
import {
  encodePresence,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  readPresence,
  readSync,
  STEP_1,
  STEP_2,
} from "./sync-message.ts";
import { REMOTE, TestRooms } from "./test-rooms.ts";

const utf8 = new TextDecoder();

export class TestClient {
  readonly user: string;
  readonly article = new Y.Doc();
  readonly rooms = new TestRooms();
  readonly people = new Map<string, Person>();
  readonly answers: Answer[] = [];
  /** All that came, and the types of it. */
  readonly frames: Uint8Array[] = [];
  readonly heard: number[] = [];
  /** As it was told last. */
  scheme: Scheme | null = null;
  visibility: Visibility | null = null;
  /** Who is present, by client id, and everybody who ever was. */
  readonly present = new Map<number, Presence>();
  readonly seen = new Set<number>();
  isReady = false;
  closeCode: number | null = null;
  stored = 0;
  /** While true, nothing leaves and nothing is read; `letThrough` lets single messages pass. */
  isHeld = false;
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #unanswered = new Set<number>();
  readonly #asked = new Map<number, (answer: Answer) => void>();
  readonly #incoming: Uint8Array[] = [];
  readonly #outgoing: Uint8Array[] = [];
  /** My own layer, once it is sent as it is written. */
  #own: Y.Doc | null = null;
  #request = 0;
  #edits = 0;
  #isTextKnown = false;
  /** Whether the next names are those of everybody. */
  #isAnswered = false;
  #ws: WebSocket | null = null;

  /** `headers` say who it is; a test server takes the user's id for a token. */
  constructor(
    server: { readonly url: string },
    articleId: string,
    user: string,
    headers: Readonly<Record<string, string>> = { authorization: `Bearer ${user}` },
  ) {
    this.#url = `${server.url}${articlePath(articleId)}`;
    this.#headers = headers;
    this.user = user;
    this.article.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE && this.#isTextKnown) this.#edit(encodeUpdate(update));
    });
  }

  get layers(): ReadonlyMap<string, Y.Doc> {
    return this.rooms.layers;
  }

  /** One's own is sent as it is written. */
  layer(user = this.user): Y.Doc {
    const layer = this.rooms.layer(user);
    if (user !== this.user || layer === this.#own) return layer;
    this.#own = layer;
    layer.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE && this.isReady) this.push(update);
    });
    return layer;
  }

  /** Resolves when the socket is open. */
  async connect(): Promise<void> {
    const ws = new WebSocket(this.#url, { headers: this.#headers });
    this.#ws = ws;
    this.closeCode = null;
    ws.on("message", (data: Buffer) => this.#arrive(ws, data));
    ws.on("close", (code) => {
      if (ws === this.#ws) this.#lose(code);
    });
    ws.on("error", () => {});
    await new Promise((resolve) => ws.once("open", resolve).once("error", resolve));
    this.send(encodeStep1(Y.encodeStateVector(this.article)));
    this.#greet();
  }

  /** Ends the connection as a pulled cable does: what was under way is lost. */
  cut(): void {
    const ws = this.#ws;
    this.#lose(1006);
    ws?.terminate();
  }

  /** Leaves what comes, pings too, unread from here on. */
  stopReading(): void {
    this.#ws?.pause();
  }
  readOn(): void {
    this.#ws?.resume();
  }

  send(message: Uint8Array): void {
    if (this.isHeld) this.#outgoing.push(message);
    else if (this.#ws?.readyState === WebSocket.OPEN) this.#ws.send(message);
  }

  /** Pushes an update to one's own layer; resolves with the answer to it. */
  async ask(update: Uint8Array): Promise<Answer> {
    const request = this.push(update);
    return new Promise((resolve) => this.#asked.set(request, resolve));
  }

  push(update: Uint8Array): number {
    const request = ++this.#request;
    this.#unanswered.add(request);
    this.send(encodePush({ request, update }));
    return request;
  }

  /** Whether everything written here is on the server's disk, as far as this client was told. */
  get isSaved(): boolean {
    return this.isReady && this.#unanswered.size === 0;
  }

  /** The same for an editor's words. */
  get isTextSaved(): boolean {
    return this.#isTextKnown && this.stored >= this.#edits;
  }

  /** Says that this client is here, with the client id of its article. */
  showPresence(): void {
    this.send(encodePresence([{ client: this.article.clientID, clock: 1, json: "{}" }]));
  }

  letThrough(direction: "in" | "out"): void {
    if (direction === "in") {
      const message = this.#incoming.shift();
      if (message) this.#read(message);
    } else {
      const message = this.#outgoing.shift();
      if (message && this.#ws?.readyState === WebSocket.OPEN) this.#ws.send(message);
    }
  }

  /** Loses what was held on its way out. */
  loseOutgoing(): void {
    this.#outgoing.length = 0;
  }

  /** Lets everything pass again. */
  release(): void {
    this.isHeld = false;
    while (this.#outgoing.length > 0) this.letThrough("out");
    while (this.#incoming.length > 0) this.letThrough("in");
  }

  #edit(message: Uint8Array): void {
    this.#edits++;
    this.send(message);
  }

  #arrive(ws: WebSocket, data: Buffer): void {
    if (ws !== this.#ws) return;
    if (this.isHeld) this.#incoming.push(data);
    else this.#read(data);
  }

  #lose(code: number): void {
    this.closeCode = code;
    this.isReady = false;
    this.#isTextKnown = false;
    this.#ws = null;
    this.#incoming.length = 0;
    this.#outgoing.length = 0;
    this.#unanswered.clear();
    this.#edits = 0;
    this.stored = 0;
  }

  #read(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    this.heard.push(type);
    this.frames.push(message);
    this.#readers[type]?.(decoder);
  }

  readonly #readers: Readonly<Record<number, (decoder: decoding.Decoder) => void>> = {
    [SYNC]: (decoder) => this.#onSync(decoder),
    [AWARENESS]: (decoder) => {
      for (const { client, json } of readPresence(decoding.readVarUint8Array(decoder))) {
        this.seen.add(client);
        const state = presenceSchema.safeParse(JSON.parse(utf8.decode(json)));
        if (state.success) this.present.set(client, state.data);
        else this.present.delete(client);
      }
    },
    [PEOPLE]: (decoder) => {
      if (this.#isAnswered) this.people.clear();
      this.#isAnswered = false;
      for (const person of readPeople(decoder)) this.people.set(person.id, person);
    },
    [ROOM]: (decoder) => this.#onRoom(decoder),
    [EXCERPT]: (decoder) => this.rooms.takeExcerpt(readRoom(decoder)),
    [FORGET]: (decoder) => {
      for (const room of readForget(decoder)) this.rooms.forget(room);
    },
    [SIGHT]: (decoder) => this.#onSight(readSight(decoder)),
    [SCHEME]: (decoder) => {
      this.scheme = readScheme(decoder);
    },
    [READY]: (decoder) => this.#onReady(readReady(decoder)),
    [ANSWER]: (decoder) => {
      const { request, answer } = readAnswer(decoder);
      this.answers.push(answer);
      this.#asked.get(request)?.(answer);
      this.#unanswered.delete(request);
      if (answer === "gap" || answer === "unknown-reference") this.#greet();
    },
    [STORED]: (decoder) => {
      this.stored = readStored(decoder);
    },
  };

  #onSync(decoder: decoding.Decoder): void {
    const { step, bytes } = readSync(decoder);
    if (step === STEP_1) {
      this.#isTextKnown = true;
      this.#edit(encodeStep2(Y.encodeStateAsUpdate(this.article, bytes)));
    } else {
      Y.applyUpdate(this.article, bytes, REMOTE);
      if (step === STEP_2) this.heard.push(-STEP_2);
    }
  }

  #onRoom(decoder: decoding.Decoder): void {
    if (!this.rooms.take(readRoom(decoder))) this.#greet();
  }

  #onSight({ visibility, changed }: Telling): void {
    if (changed) this.present.clear();
    this.visibility = visibility;
    this.#isAnswered = !changed;
    if (changed) this.#greet();
    else this.rooms.beginAnswer();
  }

  #greet(): void {
    this.send(encodeHello(this.rooms.held));
  }

  #onReady(stateVector: Uint8Array): void {
    this.isReady = true;
    this.rooms.endAnswer();
    this.push(Y.encodeStateAsUpdate(this.layer(), stateVector));
  }
}
