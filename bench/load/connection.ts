// One client's socket, from opening to joined: a WebSocket that costs the generator as little as possible.

import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { Socket } from "node:net";
import type { Dialect } from "./dialect.ts";
import { BINARY, CLOSE_FRAME, clientFrame, FrameReader, PING, PONG } from "./frames.ts";

const JOIN_MS = 30_000;

/** The code of a connection that ended without one. */
const UNSAID = 1006;

/** An open socket. Messages that are not binary are passed over; pings are answered. */
export class Connection {
  /** Resolves with the server's close code when all has ended, or with 1006. */
  readonly ended: Promise<number>;
  readonly #stream: Socket;
  readonly #reader = new FrameReader();
  #onMessage: (message: Buffer) => void;
  #code = UNSAID;
  #isOpen = true;

  /** Messages are views of what was received: copy what is to stay. */
  constructor(stream: Socket, onMessage: (message: Buffer) => void) {
    this.#stream = stream;
    this.#onMessage = onMessage;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.ended = promise;
    stream.setNoDelay();
    stream.on("data", (chunk: Buffer) => this.#reader.read(chunk, this.#receive));
    stream.on("end", () => stream.destroy());
    stream.on("error", () => stream.destroy());
    stream.once("close", () => {
      this.#isOpen = false;
      resolve(this.#code);
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends a message; nothing when the connection has ended. */
  send(message: Uint8Array): void {
    if (this.#isOpen) this.#stream.write(clientFrame(BINARY, message));
  }

  /** Reads no more until `readOn`: what comes waits in the kernel, then in the server. */
  stall(): void {
    this.#stream.pause();
  }

  readOn(): void {
    this.#stream.resume();
  }

  /** Ends it without a word, as a pulled cable does; nothing is received any more. */
  cut(): void {
    this.#onMessage = () => {};
    this.#stream.destroy();
  }

  readonly #receive = (opcode: number, content: Buffer): void => {
    if (opcode === BINARY) this.#onMessage(content);
    else if (opcode === PING) this.#stream.write(clientFrame(PONG, content));
    else if (opcode === CLOSE_FRAME) this.#leave(content);
  };

  /** The server ends the connection when its word is given back. */
  #leave(word: Buffer): void {
    if (word.length >= 2) this.#code = word.readUInt16BE();
    this.#stream.write(clientFrame(CLOSE_FRAME, word));
  }
}

export type Join = {
  /** The address of the socket, with ws: in front. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dialect: Pick<Dialect, "greetings" | "isJoined">;
  readonly onMessage: (message: Buffer) => void;
};

/** Opens a socket and resolves once the server took the client in. Rejects when it does not. */
export async function join({ url, headers, dialect, onMessage }: Join): Promise<Connection> {
  const { stream, head } = await upgrade(url, headers);
  const { promise: joined, resolve } = Promise.withResolvers<void>();
  let hasJoined = false;
  const connection = new Connection(stream, (message) => {
    if (!hasJoined && dialect.isJoined(message)) {
      hasJoined = true;
      resolve();
    }
    onMessage(message);
  });
  if (head.length > 0) stream.unshift(head);
  for (const greeting of dialect.greetings) connection.send(greeting);
  if (dialect.greetings.length === 0) resolve();
  const timer = setTimeout(() => connection.cut(), JOIN_MS);
  const refused = connection.ended.then((code) => {
    throw new Error(`${url} closed a joining socket: ${code}`);
  });
  await Promise.race([joined, refused]).finally(() => clearTimeout(timer));
  refused.catch(() => {}); // once joined, its end is told by `ended`
  return connection;
}

type Upgraded = { readonly stream: Socket; readonly head: Buffer };

/** Asks for a WebSocket. What the server answers is believed: it is ours, or a peer's that is tested. */
async function upgrade(url: string, headers: Join["headers"]): Promise<Upgraded> {
  const { promise, resolve, reject } = Promise.withResolvers<Upgraded>();
  const asking = request(url.replace(/^ws/, "http"), {
    agent: false,
    headers: {
      ...headers,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
    },
  });
  asking.once("upgrade", (_response, stream, head) => {
    if (stream instanceof Socket) resolve({ stream, head });
    else reject(new Error(`${url} is not reached through a socket.`));
  });
  asking.once("response", ({ statusCode }) => reject(new Error(`${url} answered ${statusCode}`)));
  asking.once("error", reject);
  asking.end();
  return promise;
}
