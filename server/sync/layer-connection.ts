// One socket at one layer, as a room of its own for any y-websocket client.

import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { type Answer, AWARENESS, CLOSE, SYNC } from "#domain/wire.ts";
import { type Actor, authorize } from "../access/authorize.ts";
import type { Sight } from "../access/sight.ts";
import { SetAside } from "../rooms/live-article.ts";
import { NOBODY } from "../store/update-log.ts";
import { Malformed } from "./admission/byte-reader.ts";
import type { Member, Topic } from "./audience.ts";
import { CLOSE_FOR } from "./close-code.ts";
import type { Connection, ConnectionParts } from "./connection.ts";
import { frameOf } from "./frame.ts";
import {
  encodeStep1,
  encodeStep2,
  readAll,
  readSync,
  STEP_1,
  STEP_2,
  type SyncMessage,
} from "./sync-message.ts";

export class LayerConnection implements Connection, Member {
  readonly #parts: ConnectionParts;
  readonly #owner: string;
  #actor: Actor;
  #sight: Sight;

  constructor(parts: ConnectionParts, owner: string) {
    this.#parts = parts;
    this.#owner = owner;
    this.#actor = parts.actor;
    this.#sight = parts.sight;
  }

  open(): void {
    const { audience, person } = this.#parts;
    audience.join(this, person);
    this.#ask();
  }

  receive(type: number, decoder: decoding.Decoder): void {
    if (type === SYNC) this.#onSync(readAll(decoder, readSync));
    else if (type === AWARENESS) readAll(decoder, decoding.readVarUint8Array);
    else throw new Malformed("type of message");
  }

  actAs(actor: Actor, sight: Sight): void {
    this.#actor = actor;
    this.#sight = sight;
    if (!sight.seesWhole(this.#owner)) this.close(CLOSE.noAccess);
  }

  left(): void {
    this.#parts.audience.leave(this);
  }

  get sight(): Sight {
    return this.#sight;
  }

  get ear(): string {
    return `layer ${this.#owner}`;
  }

  hears({ kind, room }: Topic): boolean {
    return kind === "layer" && room === this.#owner;
  }

  flush(shared: Buffer | null): void {
    this.#parts.socket.flush(shared);
  }

  close(code: number): void {
    this.#parts.socket.close(code);
  }

  get #mayWrite(): boolean {
    return authorize(this.#actor, "layer.write", { type: "layer", owner: this.#owner });
  }

  /** Asks for what the server lacks. Only the owner is asked: whoever answers, writes. */
  #ask(): void {
    if (!this.#mayWrite) return;
    const clocks = this.#parts.article.layerClocks(this.#owner);
    if (clocks === null) throw new SetAside(this.#owner);
    this.#parts.socket.queue(encodeStep1(Y.encodeStateVector(new Map(clocks))));
    this.#parts.socket.flush(null);
  }

  #onSync({ step, bytes }: SyncMessage): void {
    const { socket, article, metrics } = this.#parts;
    if (step === STEP_1) {
      if (this.#isOfBefore(bytes)) {
        socket.close(CLOSE.clientTaken);
        return;
      }
      const layer = article.layerDoc(this.#owner);
      if (layer === null) throw new SetAside(this.#owner);
      socket.answer([frameOf(encodeStep2(Y.encodeStateAsUpdate(layer, bytes)))]);
    } else if (this.#mayWrite) {
      const told = metrics.received();
      article.push(this.#owner, bytes, (answer) => {
        told(answer);
        this.#onPushed(step, answer);
      });
    } else {
      socket.close(CLOSE.noAccess);
    }
  }

  /** Whether a state vector is of the document that this layer was before it was begun anew. */
  #isOfBefore(stateVector: Uint8Array): boolean {
    const { ownerOf } = this.#parts.article.clientIds;
    return [...Y.decodeStateVector(stateVector).keys()].some((id) => ownerOf(id) === NOBODY);
  }

  #onPushed(step: number, answer: Answer): void {
    if (answer === "stored") return;
    const code = CLOSE_FOR[answer];
    if (code !== "again") this.close(code);
    else if (step === STEP_2) this.close(CLOSE.malformed);
    else this.#ask();
  }
}
