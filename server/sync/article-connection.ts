// One socket at an article: its text as y-websocket speaks it, and for clients of ours layers and state.

import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import {
  type Answer,
  AWARENESS,
  CLOSE,
  encodeAnswer,
  encodePeople,
  encodeReady,
  encodeStored,
  HELLO,
  type Held,
  PROTOCOL_VERSION,
  PUSH,
  type Push,
  readHello,
  readPush,
  STATE_ROOM,
  SYNC,
} from "#domain/wire.ts";
import { type Actor, authorize } from "../access/authorize.ts";
import { visibleLayers } from "../access/visible-layers.ts";
import { Malformed } from "./admission/byte-reader.ts";
import type { Member, Topic } from "./audience.ts";
import { CLOSE_FOR } from "./close-code.ts";
import type { Connection, ConnectionParts } from "./connection.ts";
import { frameOf } from "./frame.ts";
import type { Seat } from "./presence.ts";
import {
  encodeStep1,
  encodeStep2,
  readAll,
  readSync,
  STEP_1,
  STEP_2,
  type SyncMessage,
} from "./sync-message.ts";

type Handler = (decoder: decoding.Decoder) => void | Promise<void>;

export class ArticleConnection implements Connection, Member {
  readonly #parts: ConnectionParts;
  readonly #seat: Seat;
  #actor: Actor;
  /** Whether it said HELLO and was answered. */
  #isInformed = false;
  /** Updates of the text since the first step 2, and how many of them are on disk, and were said to be. */
  #counted = 0;
  #stored = 0;
  #saidStored = 0;

  readonly #handlers: ReadonlyMap<number, Handler> = new Map<number, Handler>([
    [SYNC, (decoder) => this.#onSync(readAll(decoder, readSync))],
    [AWARENESS, (decoder) => this.#onPresence(readAll(decoder, decoding.readVarUint8Array))],
    [HELLO, (decoder) => this.#onHello(readAll(decoder, readHello))],
    [PUSH, (decoder) => this.#onPush(readAll(decoder, readPush))],
  ]);

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#actor = parts.actor;
    this.#seat = parts.audience.presence.sit(parts.person);
  }

  open(): void {
    const { socket, audience, article, person } = this.#parts;
    audience.join(this, person);
    socket.queue(encodeStep1(article.textStateVector()));
    socket.queue(audience.presence.all());
    socket.flush(null);
  }

  receive(type: number, decoder: decoding.Decoder): void | Promise<void> {
    const handler = this.#handlers.get(type);
    if (!handler) throw new Malformed("type of message");
    return handler(decoder);
  }

  actAs(actor: Actor): void {
    this.#actor = actor;
  }

  left(): void {
    const { audience } = this.#parts;
    audience.leave(this);
    audience.presence.leave(this.#seat);
  }

  hears({ kind, room }: Topic): boolean {
    if (kind === "text") return true;
    return kind === "room" && this.#isInformed && this.#sees(room);
  }

  flush(shared: Buffer | null): void {
    const { socket } = this.#parts;
    if (this.#isInformed && this.#stored > this.#saidStored) {
      this.#saidStored = this.#stored;
      socket.queue(encodeStored(this.#stored));
    }
    socket.flush(shared);
  }

  close(code: number): void {
    this.#parts.socket.close(code);
  }

  #sees(room: string): boolean {
    return room === STATE_ROOM || visibleLayers(this.#actor)(room);
  }

  #onSync({ step, bytes }: SyncMessage): void {
    const { socket, article } = this.#parts;
    if (step === STEP_1) {
      socket.answer([frameOf(encodeStep2(article.textSince(bytes)))]);
      return;
    }
    if (step === STEP_2 || this.#counted > 0) this.#counted++;
    const number = this.#counted;
    if (!this.#mayWrite(bytes)) return;
    article.edit(this.#actor.userId, bytes, (answer) => this.#onEdited(step, number, answer));
  }

  /** A locked text takes from its editors what says nothing new, so that they are told it is stored. */
  #mayWrite(bytes: Uint8Array): boolean {
    const { article } = this.#parts;
    const may = (locked: boolean): boolean =>
      authorize(this.#actor, "article.edit", { type: "article", locked });
    return may(article.lock() !== null) || (may(false) && article.knows(this.#actor.userId, bytes));
  }

  #onEdited(step: number, number: number, answer: Answer): void {
    const { socket, article, audience } = this.#parts;
    if (answer === "stored") {
      this.#stored = Math.max(this.#stored, number);
      audience.wake();
      return;
    }
    const code = CLOSE_FOR[answer];
    if (code !== "again") socket.close(code);
    else if (step === STEP_2) socket.close(CLOSE.malformed);
    else socket.queue(encodeStep1(article.textStateVector()));
    audience.wake();
  }

  #onPresence(update: Uint8Array): void {
    const { socket, audience } = this.#parts;
    if (!audience.presence.receive(this.#seat, update)) socket.close(CLOSE.clientTaken);
  }

  async #onHello({ version, held }: { version: number; held: Held }): Promise<void> {
    const { socket, audience, article } = this.#parts;
    if (version !== PROTOCOL_VERSION) {
      socket.close(CLOSE.tooOld);
      return;
    }
    let owners = this.#visibleOwners();
    while (!audience.knows(owners)) {
      await audience.meet(owners);
      owners = this.#visibleOwners(); // a layer may have appeared meanwhile
    }
    const records = article.roomsSince(held, (owner) => this.#sees(owner));
    const clocks = article.layerClocks(this.#actor.userId) ?? new Map<number, number>();
    socket.answer([
      frameOf(encodePeople(audience.peopleWith(owners))),
      ...records.map((record) => audience.frameOf(record)),
      frameOf(encodeReady(Y.encodeStateVector(new Map(clocks)))),
    ]);
    this.#isInformed = true;
  }

  #visibleOwners(): string[] {
    return this.#parts.article.owners().filter((owner) => this.#sees(owner));
  }

  #onPush({ request, update }: Push): void {
    const { socket, audience, article } = this.#parts;
    const { userId } = this.#actor;
    const answer = (code: Answer): void => {
      socket.queue(encodeAnswer(request, code));
      audience.wake();
    };
    const layer = { type: "layer", owner: userId } as const;
    if (authorize(this.#actor, "layer.write", layer)) article.push(userId, update, answer);
    else answer("not-allowed");
  }
}
