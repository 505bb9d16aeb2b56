// One WebSocket: writes ready frames to it, notices when nobody is there or reads too slowly, and ends it.

import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { CLOSE } from "#domain/wire.ts";
import { Bucket, type Rate } from "../bucket.ts";
import { frameOf, keptFrameOf } from "./frame.ts";
import { Inbox } from "./inbox.ts";
import { HEARTBEAT } from "./sync-message.ts";

/**
 * What may wait for a client to read it, apart from what it asked for itself: `bytes` for as long as it
 * likes, more for `patience` milliseconds, but never more than `most` bytes.
 */
const WAITING = { bytes: 1024 * 1024, patience: 2000, most: 8 * 1024 * 1024 };

/** How many answers to the client's own questions may wait once `WAITING.most` bytes do. */
const ANSWERS = 8;

/** From how many bytes on an answer is a large one, and how many of those a client may ask for without a rest. */
const LARGE = 64 * 1024;
const LARGE_ANSWERS: Rate = { burst: 5, refill: 12_000 };

/** One for all. */
const HEARTBEAT_FRAME = keptFrameOf(HEARTBEAT);

/** Milliseconds between two pings, and of silence after which a socket is given up. */
export type Pulse = { readonly ping: number; readonly dead: number };

const PULSE: Pulse = { ping: 25_000, dead: 60_000 };

type SocketManners = {
  /** How often a silent socket is asked; every 25 s, and given up after 60 s, when absent. */
  readonly pulse?: Pulse | undefined;
  /** How many messages a second are read. */
  readonly messagesPerSecond: number;
};

type SocketEvents = {
  readonly onMessage: (message: Uint8Array) => void;
  /** Called once, however it ended, with the code it was closed with. */
  readonly onClose: (code: number) => void;
};

export class WireSocket {
  readonly #ws: WebSocket;
  /** Under the WebSocket: several frames in one write, which `ws` itself does not offer. */
  readonly #raw: Duplex;
  #queue: Buffer[] = [];
  /** Bytes of answers to the client's own questions that may still be waiting. */
  #asked = 0;
  /** How many they are. */
  #answers = 0;
  readonly #large = new Bucket(LARGE_ANSWERS, performance.now());
  #inbox: Inbox | null = null;
  #heard = performance.now();
  /** The code that it was closed with from here; the client may never confirm it. */
  #ending: number | null = null;
  /** Since when more is waiting than may. */
  #slowSince: number | null = null;

  constructor(ws: WebSocket, raw: Duplex) {
    this.#ws = ws;
    this.#raw = raw;
  }

  /** Begins to listen. */
  start(
    { onMessage, onClose }: SocketEvents,
    { pulse = PULSE, messagesPerSecond }: SocketManners,
  ): void {
    const inbox = this.#openInbox(onMessage, messagesPerSecond);
    this.#inbox = inbox;
    const timer = setInterval(() => this.#beat(pulse), pulse.ping);
    this.#raw.on("drain", () => this.#forgetAnswers());
    this.#ws.on("message", (data) => {
      this.#heard = performance.now();
      inbox.receive(bytesOf(data));
    });
    this.#ws.on("pong", () => {
      this.#heard = performance.now();
    });
    // ws closes the socket itself, with 1009 for instance; the error needs a listener, nothing else
    this.#ws.on("error", () => {});
    this.#ws.on("close", (code) => {
      clearInterval(timer);
      inbox.shut();
      onClose(this.#ending ?? code);
    });
  }

  #openInbox(onMessage: SocketEvents["onMessage"], messagesPerSecond: number): Inbox {
    return new Inbox({
      messagesPerSecond,
      deliver: (message) => {
        if (this.isOpen) onMessage(message);
      },
      pause: () => this.#ws.pause(),
      resume: () => this.#ws.resume(),
      onFlood: () => this.close(CLOSE.tooFast),
    });
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  /** Keeps a message for the next `flush`. */
  queue(message: Uint8Array): void {
    this.#queue.push(frameOf(message));
  }

  /** Writes what is queued, then `shared`: ready frames that others get as well. */
  flush(shared: Buffer | null): void {
    if (this.#queue.length === 0) this.#write(shared);
    else this.#writeQueued(shared);
    if (this.#isTooSlow()) this.close(CLOSE.slow);
  }

  /** Answers what the client asked for: ready frames that do not count as waiting. */
  answer(frames: readonly Buffer[]): void {
    if (this.#raw.writableLength === 0) this.#forgetAnswers();
    this.#answers++;
    const bytes = frames.reduce((sum, { length }) => sum + length, 0);
    this.#asked += bytes;
    this.#queue.push(...frames);
    this.flush(null);
    if (bytes < LARGE) return;
    const rest = this.#large.owe(performance.now());
    if (rest > 0) this.#inbox?.rest(rest);
  }

  /**
   * Closes with a code of wire.ts. The client still gets what was written before; if it does not read
   * it within half a minute, ws cuts the connection.
   */
  close(code: number): void {
    if (!this.isOpen) return;
    this.#ending = code;
    this.#inbox?.shut();
    this.#ws.resume(); // else the end of the connection would not be read
    this.#ws.close(code);
  }

  #write(frames: Buffer | null): void {
    if (frames !== null && this.isOpen) this.#raw.write(frames);
  }

  #writeQueued(shared: Buffer | null): void {
    const queued = this.#queue;
    this.#queue = [];
    this.#raw.cork();
    for (const frame of queued) this.#write(frame);
    this.#write(shared);
    this.#raw.uncork();
  }

  #forgetAnswers(): void {
    this.#asked = 0;
    this.#answers = 0;
  }

  #isTooSlow(): boolean {
    if (this.#answers > ANSWERS && this.#raw.writableLength > WAITING.most) return true;
    const waiting = this.#raw.writableLength - this.#asked;
    if (waiting <= WAITING.bytes) {
      this.#slowSince = null;
      return false;
    }
    const now = performance.now();
    this.#slowSince ??= now;
    return waiting > WAITING.most || now - this.#slowSince > WAITING.patience;
  }

  #beat({ dead }: Pulse): void {
    if (performance.now() - this.#heard > dead) {
      this.#ws.terminate();
    } else if (this.isOpen) {
      this.#ws.ping();
      this.#write(HEARTBEAT_FRAME);
    }
  }
}

/** `ws` hands over a Buffer as long as its binaryType is not changed. */
function bytesOf(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return Array.isArray(data) ? Buffer.concat(data) : data;
}
