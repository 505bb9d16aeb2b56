// Lets sockets in: the address, where the page came from, the session and the role, and only then the room.

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import * as decoding from "lib0/decoding";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Person } from "#domain/person.ts";
import { CLOSE } from "#domain/wire.ts";
import type { Actor } from "../access/authorize.ts";
import type { Sight } from "../access/sight.ts";
import type { Attendance, Visitors } from "../access/visitors.ts";
import type { CallerKey } from "../caller-address.ts";
import { answerRaw } from "../raw-answer.ts";
import type { OpenArticle } from "../rooms/open-article.ts";
import type { OpenRooms } from "../rooms/rooms.ts";
import type { ArticleSchemes } from "../rooms/space-schemes.ts";
import { type Address, readAddress } from "./address.ts";
import { ArticleConnection } from "./article-connection.ts";
import { Audience } from "./audience.ts";
import { closeCodeOf } from "./close-code.ts";
import type { Connection } from "./connection.ts";
import { Handshake, type Knock } from "./handshake.ts";
import { LayerConnection } from "./layer-connection.ts";
import type { SyncLimits } from "./limits.ts";
import { placeOf } from "./place.ts";
import { Roll } from "./roll.ts";
import { orMalformed } from "./sync-message.ts";
import { SyncMetrics } from "./sync-metrics.ts";
import { Watch } from "./watch.ts";
import { inWaves } from "./waves.ts";
import { type Pulse, WireSocket } from "./wire-socket.ts";

/** What nobody tells of is noticed within this many milliseconds. */
const LOOK = 5000;

/** How long it may take to find out who somebody is, and to end the socket of whoever may not come in, in milliseconds. */
const PATIENCE = 5000;

type DoorOptions = {
  readonly rooms: OpenRooms;
  readonly visitors: Visitors;
  readonly schemes: ArticleSchemes;
  /** The origins of this site's pages, exactly as browsers send them. */
  readonly origins: ReadonlySet<string>;
  /** What the address of a socket is counted under. */
  readonly callerKey: CallerKey;
  readonly report: Logger;
  readonly registry: Registry;
  readonly limits: SyncLimits;
  readonly pulse?: Pulse;
  /** Milliseconds between two looks at all sessions and roles; `LOOK` when absent. */
  readonly look?: number;
  /** Milliseconds; `PATIENCE` when absent. */
  readonly patience?: number;
  /** How long somebody whose connection broke is still here, in milliseconds; 3 s when absent. */
  readonly lostFor?: number;
};

interface Door {
  /** Answers an upgrade, whatever it asks for. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends the sockets of those who may not be here any more; resolves when that is done. Never rejects. */
  readonly lookAgain: () => Promise<void>;
  /** Ends all sockets with 1012, many of them in waves; until then they are served. */
  readonly close: () => Promise<void>;
}

/** Opens the door to the rooms. */
export function openDoor(options: DoorOptions): Door {
  return new SyncDoor(options);
}

/** Someone who may come in. */
type Guest = {
  readonly person: Person;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly attendance: Attendance;
  /** The number of looks when this was found out. */
  readonly looks: number;
};

class SyncDoor implements Door {
  readonly #options: DoorOptions;
  readonly #audiences = new Map<OpenArticle, Audience>();
  readonly #sockets = new Set<WireSocket>();
  readonly #metrics: SyncMetrics;
  readonly #watch: Watch;
  /** Sockets by address, and by person and article. */
  readonly #roll = new Roll();
  readonly #handshake: Handshake;

  constructor(options: DoorOptions) {
    this.#options = options;
    const { visitors, report, look: every = LOOK } = options;
    this.#watch = new Watch({ visitors, report, every });
    this.#handshake = new Handshake(report, this.#patience);
    this.#metrics = new SyncMetrics(options.registry, () =>
      [...this.#audiences.values()].reduce((sockets, { size }) => sockets + size, 0),
    );
  }

  readonly upgrade: Door["upgrade"] = (request, socket, head) => {
    // a connection that breaks before it is a WebSocket has nobody else to hear of it
    socket.on("error", () => {});
    const target = request.url ?? "";
    const address = readAddress(target);
    // a client waits for the answer before it speaks
    if (head.length > 0) socket.destroy();
    else if (!target.startsWith("/")) answerRaw(socket, "400 Bad Request");
    else if (address === null) answerRaw(socket, "404 Not Found");
    else if (!this.#isOurs(request.headers.origin)) answerRaw(socket, "403 Forbidden");
    else void this.#letIn(address, { request, socket, head });
  };

  readonly lookAgain: Door["lookAgain"] = async () => {
    await this.#watch.look();
    // what was taken while it was allowed is on disk or not when this is over, and not some time later
    await this.#options.rooms.settle();
  };

  readonly close: Door["close"] = () =>
    inWaves(this.#sockets, (wave) => {
      // who is ended hears first what became of their words
      this.#options.rooms.beat.now();
      for (const socket of wave) socket.close(CLOSE.restart);
    });

  /** Browsers always send an origin with an upgrade; without one, the session alone decides. */
  #isOurs(origin: string | undefined): boolean {
    return origin === undefined || this.#options.origins.has(origin);
  }

  async #letIn(address: Address, knock: Knock): Promise<void> {
    this.#handshake.hold(knock);
    try {
      const guest = await this.#greetInTime(address, knock);
      if (typeof guest === "number") this.#turnAway(knock, guest);
      else await this.#seat(address, knock, guest);
    } catch (error) {
      const code = closeCodeOf(error);
      if (code === CLOSE.failed)
        this.#options.report.error({ err: error }, "could not open a socket");
      this.#turnAway(knock, code);
    }
  }

  /** Someone of whom it takes too long to find out who it is gives up and comes back. */
  async #greetInTime(address: Address, { request, socket }: Knock): Promise<Guest | number> {
    const timer = setTimeout(() => socket.destroy(), this.#patience);
    try {
      return await this.#greet(address, request);
    } finally {
      clearTimeout(timer);
    }
  }

  get #patience(): number {
    return this.#options.patience ?? PATIENCE;
  }

  /** Who asks, or the close code for someone who may not come in. */
  async #greet(
    { articleId, owner }: Address,
    { headers }: IncomingMessage,
  ): Promise<Guest | number> {
    const { visitors } = this.#options;
    const { looks } = this.#watch;
    const visitor = await visitors.identify(headers);
    if (visitor === null) return CLOSE.noSession;
    const { person, session } = visitor;
    const attendance = { session, userId: person.id, articleId };
    const [standing = null] = await visitors.standings([attendance]);
    const sharing = (await visitors.sharings([articleId])).get(articleId) ?? null;
    // nobody learns by the code whether there is an article that is not shared with them
    const place = placeOf(person.id, standing ?? "absent", sharing);
    if (typeof place === "number") return place;
    // a layer that is told in excerpts is no room, like one that is not told at all
    if (owner !== null && !place.sight.seesWhole(owner)) return CLOSE.noAccess;
    return { ...place, person, attendance, looks };
  }

  /** The same again, as long as something may have changed since. */
  async #greetAnew(address: Address, knock: Knock, guest: Guest): Promise<Guest | number> {
    let known: Guest | number = guest;
    while (typeof known !== "number" && known.looks !== this.#watch.looks) {
      known = await this.#greetInTime(address, knock);
    }
    return known;
  }

  async #seat(address: Address, knock: Knock, greeted: Guest): Promise<void> {
    const { article, leave } = await this.#options.rooms.enter(address.articleId);
    // also when ws refuses the handshake, and when the client went away while it waited
    knock.socket.once("close", leave);
    const guest = await this.#greetAnew(address, knock, greeted);
    if (knock.socket.destroyed) {
      leave();
      return;
    }
    if (typeof guest === "number") {
      this.#turnAway(knock, guest);
      return;
    }
    if (!this.#hasRoomFor(article, knock, guest)) {
      this.#turnAway(knock, CLOSE.tooBig);
      return;
    }
    this.#handshake.complete(knock, (ws) => {
      const audience = this.#audienceOf(article);
      const socket = new WireSocket(ws, knock.socket);
      const { person, actor, sight, attendance } = guest;
      const parts = { socket, person, actor, sight, audience, article, metrics: this.#metrics };
      const { owner } = address;
      const connection =
        owner === null ? new ArticleConnection(parts) : new LayerConnection(parts, owner);
      this.#serve(connection, socket, { audience, attendance });
    });
  }

  /** Whether the socket may be one more; it then is counted until it is gone. */
  #hasRoomFor(article: OpenArticle, { socket, request }: Knock, { person }: Guest): boolean {
    const { perArticle, perPerson, perAddress } = this.#options.limits;
    if ((this.#audiences.get(article)?.size ?? 0) >= perArticle) return false;
    const entries = [
      { key: `${article.id} ${person.id}`, most: perPerson },
      { key: this.#options.callerKey(request), most: perAddress },
    ];
    const strike = this.#roll.enter(entries);
    if (strike === null) return false;
    socket.once("close", strike);
    return true;
  }

  #serve(connection: Connection, socket: WireSocket, { audience, attendance }: Served): void {
    const fail = (error: unknown): void => {
      const code = closeCodeOf(error);
      if (code === CLOSE.failed) this.#options.report.error({ err: error }, "socket failed");
      socket.close(code);
    };
    const unwatch = this.#watch.add({
      attendance,
      onLook: (standing, sharing) => {
        const place = placeOf(attendance.userId, standing, sharing);
        if (typeof place === "number") socket.close(place);
        else connection.actAs(place.actor, place.sight);
      },
    });
    const events = {
      onMessage: (message: Uint8Array) => receive(connection, message, fail),
      onClose: (code: number) => {
        this.#metrics.ended(code);
        this.#sockets.delete(socket);
        unwatch();
        connection.left(code);
        if (audience.size === 0) this.#audiences.delete(audience.article);
      },
    };
    this.#sockets.add(socket);
    const { pulse, limits } = this.#options;
    socket.start(events, { pulse, messagesPerSecond: limits.messages });
    try {
      connection.open();
    } catch (error) {
      fail(error);
    }
  }

  #audienceOf(article: OpenArticle): Audience {
    const known = this.#audiences.get(article);
    if (known) return known;
    const { rooms, visitors, schemes, lostFor } = this.#options;
    const audience = new Audience({ article, beat: rooms.beat, visitors, schemes, lostFor });
    this.#audiences.set(article, audience);
    return audience;
  }

  #turnAway(knock: Knock, code: number): void {
    this.#handshake.turnAway(knock, code, () => this.#metrics.ended(code));
  }
}

type Served = { readonly audience: Audience; readonly attendance: Attendance };

/** Has a connection handle a message. Whatever it throws, now or later, goes to `fail`. */
function receive(
  connection: Connection,
  message: Uint8Array,
  fail: (error: unknown) => void,
): void {
  try {
    const decoder = decoding.createDecoder(message);
    const type = orMalformed(() => decoding.readVarUint(decoder));
    connection.receive(type, decoder)?.catch(fail);
  } catch (error) {
    fail(error);
  }
}
