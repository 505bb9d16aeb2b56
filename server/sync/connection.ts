// What every connection has, whatever room it is in.

import type * as decoding from "lib0/decoding";
import type { Person } from "#domain/person.ts";
import type { Actor } from "../access/authorize.ts";
import type { Sight } from "../access/sight.ts";
import type { OpenArticle } from "../rooms/open-article.ts";
import type { Audience } from "./audience.ts";
import type { SyncMetrics } from "./sync-metrics.ts";
import type { WireSocket } from "./wire-socket.ts";

export type ConnectionParts = {
  readonly socket: WireSocket;
  readonly person: Person;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly audience: Audience;
  readonly article: OpenArticle;
  readonly metrics: SyncMetrics;
};

export interface Connection {
  /** Says what a client is told first. */
  open(): void;
  /** Handles a message; `decoder` stands behind its type. Throws Malformed, or what closeCodeOf knows. */
  receive(type: number, decoder: decoding.Decoder): void | Promise<void>;
  /** What the person may do and see by now. */
  actAs(actor: Actor, sight: Sight): void;
  /** The socket has gone; the code says how. */
  left(code: number): void;
}
