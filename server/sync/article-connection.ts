// One socket at an article: its text as y-websocket speaks it, and for clients of ours layers and state.

import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { decidersOf } from "#domain/talk/article-state.ts";
import {
  type Answer,
  AWARENESS,
  CLOSE,
  encodeAnswer,
  encodeExcerpt,
  encodeForget,
  encodePeople,
  encodeReady,
  encodeScheme,
  encodeStored,
  HELLO,
  type Held,
  PROTOCOL_VERSION,
  PUSH,
  type Push,
  readHello,
  readPush,
  SCHEME_ROOM,
  STATE_ROOM,
  SYNC,
} from "#domain/wire.ts";
import { type Actor, authorize } from "../access/authorize.ts";
import type { Sight } from "../access/sight.ts";
import { Malformed } from "./admission/byte-reader.ts";
import type { Member, Topic } from "./audience.ts";
import { CLOSE_FOR, closeCodeOf, isLoss } from "./close-code.ts";
import type { Connection, ConnectionParts } from "./connection.ts";
import { frameOf } from "./frame.ts";
import { tellPlace, tellSight } from "./place.ts";
import type { Seat } from "./presence.ts";
import { StoredCount } from "./stored-count.ts";
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
  #sight: Sight;
  /** Whether it said HELLO and was answered. */
  #isInformed = false;
  /** Updates of the text, and how many of them were said to be on disk. */
  readonly #count = new StoredCount();
  #saidStored = 0;
  /** Whether a step 1 waits for the step 2 that answers it. */
  #isAsking = false;

  readonly #handlers: ReadonlyMap<number, Handler> = new Map<number, Handler>([
    [SYNC, (decoder) => this.#onSync(readAll(decoder, readSync))],
    [AWARENESS, (decoder) => this.#onPresence(readAll(decoder, decoding.readVarUint8Array))],
    [HELLO, (decoder) => this.#onHello(readAll(decoder, readHello))],
    [PUSH, (decoder) => this.#onPush(readAll(decoder, readPush))],
  ]);

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#actor = parts.actor;
    this.#sight = parts.sight;
    this.#seat = parts.audience.presence.sit(parts.person);
  }

  open(): void {
    const { socket, audience, person } = this.#parts;
    audience.join(this, person);
    this.#ask();
    socket.queue(audience.presence.all(this.#sight));
    socket.flush(null);
  }

  receive(type: number, decoder: decoding.Decoder): void | Promise<void> {
    const handler = this.#handlers.get(type);
    if (!handler) throw new Malformed("type of message");
    return handler(decoder);
  }

  actAs(actor: Actor, sight: Sight): void {
    const { role, archived } = this.#actor;
    const isOtherPlace = actor.role !== role || actor.archived !== archived;
    this.#actor = actor;
    if (isOtherPlace && this.#isInformed) this.#parts.socket.queue(tellPlace(actor));
    if (isOtherPlace || this.#count.lacks) this.#parts.audience.wake();
    const before = this.#sight;
    this.#sight = sight;
    this.#parts.audience.followTo(sight.sharing.space);
    const isOther = sight.name !== before.name;
    if (isOther || sight.sharing.visibility !== before.sharing.visibility) {
      this.#onOtherSight(before);
    }
  }

  left(code: number): void {
    const { audience } = this.#parts;
    audience.leave(this);
    audience.presence.leave(this.#seat, isLoss(code));
  }

  get sight(): Sight {
    return this.#sight;
  }

  get ear(): string {
    return this.#isInformed ? this.#sight.name : `text ${this.#sight.name}`;
  }

  hears({ kind, room }: Topic): boolean {
    if (kind === "text") return true;
    if (!this.#isInformed) return false;
    if (kind === "excerpt") return room === this.#sight.name;
    return kind === "room" && this.#sight.seesWhole(room);
  }

  flush(shared: Buffer | null): void {
    const { socket } = this.#parts;
    const { stored, lacks } = this.#count;
    if (this.#isInformed && stored > this.#saidStored) {
      this.#saidStored = stored;
      socket.queue(encodeStored(stored));
    }
    // what was dropped under a lock, for instance, as soon as there is none
    if (lacks && !this.#isAsking && this.#mayEdit(this.#isLocked)) this.#ask();
    socket.flush(shared);
  }

  close(code: number): void {
    this.#parts.socket.close(code);
  }

  /** From now on it hears of no room; a client of ours says HELLO again. */
  #onOtherSight(before: Sight): void {
    const { socket, audience } = this.#parts;
    const lost = audience.presence.lostBetween(before, this.#sight);
    if (lost) socket.queue(lost);
    if (this.#isInformed) socket.queue(tellSight(this.#sight, true));
    this.#isInformed = false;
    audience.resight();
    audience.wake();
  }

  #onSync({ step, bytes }: SyncMessage): void {
    const { socket, article, metrics } = this.#parts;
    if (step === STEP_1) {
      socket.answer([frameOf(encodeStep2(article.textSince(bytes)))]);
      return;
    }
    const number = this.#count.count(step);
    if (this.#mayWrite(bytes)) {
      const told = metrics.received();
      article.edit(this.#actor.userId, bytes, (answer) => {
        told(answer);
        this.#onEdited(step, number, answer);
      });
    } else {
      this.#lose(step, number);
    }
  }

  get #isLocked(): boolean {
    return this.#parts.article.lock() !== null;
  }

  #mayEdit(locked: boolean): boolean {
    return authorize(this.#actor, "article.edit", { type: "article", locked });
  }

  /** A locked text takes from its editors what says nothing new, so that they are told it is stored. */
  #mayWrite(bytes: Uint8Array): boolean {
    const { article } = this.#parts;
    if (this.#mayEdit(this.#isLocked)) return true;
    return this.#mayEdit(false) && article.knows(this.#actor.userId, bytes);
  }

  #onEdited(step: number, number: number, answer: Answer): void {
    const { socket, audience } = this.#parts;
    audience.wake();
    if (answer === "stored") {
      if (step === STEP_2) this.#isAsking = false;
      this.#count.store(step, number);
      return;
    }
    const code = CLOSE_FOR[answer];
    if (code !== "again") socket.close(code);
    else if (step === STEP_2) socket.close(CLOSE.malformed);
    else this.#lose(step, number);
  }

  #lose(step: number, number: number): void {
    if (step === STEP_2) this.#isAsking = false;
    this.#count.lose(number);
  }

  /** Asks for what the server lacks of the text. */
  #ask(): void {
    const { socket, article } = this.#parts;
    try {
      socket.queue(encodeStep1(article.textStateVector()));
      this.#isAsking = true;
    } catch (error) {
      socket.close(closeCodeOf(error));
    }
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
    if (audience.scheme === null) await audience.readScheme();
    let named = this.#namedHere();
    while (!audience.knows(named)) {
      await audience.meet(named);
      named = this.#namedHere(); // a layer may have appeared meanwhile
    }
    // for one who has gone, excerpts would be kept that nobody ever lets go
    if (!socket.isOpen) return;
    const sight = this.#sight;
    const clocks = article.layerClocks(this.#actor.userId) ?? new Map<number, number>();
    socket.answer([
      frameOf(tellSight(sight, false)),
      frameOf(tellPlace(this.#actor)),
      ...this.#unseen(held),
      frameOf(encodePeople(audience.peopleWith(named, sight))),
      ...this.#records(held),
      ...audience.excerpts.wholeFor(sight).map((told) => frameOf(encodeExcerpt(told))),
      frameOf(audience.presence.all(sight)),
      ...this.#newScheme(held),
      frameOf(encodeReady(Y.encodeStateVector(new Map(clocks)))),
    ]);
    this.#isInformed = true;
  }

  /** The order to forget what is held and may not be seen any more. */
  #unseen(held: Held): Buffer[] {
    const unseen = [...held.keys()].filter((room) => !this.#sight.seesWhole(room));
    return unseen.length === 0 ? [] : [frameOf(encodeForget(unseen))];
  }

  /** What is lacked of the rooms that are seen whole. */
  #records(held: Held): Buffer[] {
    const { audience, article } = this.#parts;
    const { seesWhole } = this.#sight;
    return article
      .roomsSince(held, seesWhole)
      .filter(({ room }) => seesWhole(room))
      .map((record) => audience.frameOf(record));
  }

  /** The scheme, for someone who holds another version of it. */
  #newScheme(held: Held): Buffer[] {
    const { scheme } = this.#parts.audience;
    const isHeld = scheme === null || scheme.version === held.get(SCHEME_ROOM);
    return isHeld ? [] : [frameOf(encodeScheme(scheme))];
  }

  /** Whose layers are sent, who decided something in the state, and all editors for who sees hardly anybody else. */
  #namedHere(): string[] {
    const { article } = this.#parts;
    const { seesWhole, sees, sharing } = this.#sight;
    if (!seesWhole(STATE_ROOM)) return [...sharing.editors];
    return [...article.owners().filter(sees), ...decidersOf(article.decisions())];
  }

  #onPush({ request, update }: Push): void {
    const { socket, audience, article, metrics } = this.#parts;
    const { userId } = this.#actor;
    const told = metrics.received();
    const answer = (code: Answer): void => {
      told(code);
      socket.queue(encodeAnswer(request, code));
      audience.wake();
    };
    const layer = { type: "layer", owner: userId } as const;
    if (authorize(this.#actor, "layer.write", layer)) article.push(userId, update, answer);
    else answer("not-allowed");
  }
}
