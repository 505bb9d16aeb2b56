// One client's socket, from opening to joined.

import { WebSocket } from "ws";
import type { Dialect } from "./dialect.ts";

const JOIN_MS = 15_000;

export type Join = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dialect: Pick<Dialect, "greetings" | "isJoined">;
  readonly onMessage: (message: Buffer) => void;
};

/**
 * Opens a socket and resolves once the server took the client in. Rejects when it does not; a socket
 * that is closed by the server later is reported through `socket.on("close")`, as usual.
 */
export async function join({ url, headers, dialect, onMessage }: Join): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.terminate(), JOIN_MS);
    const joined = (): void => {
      clearTimeout(timer);
      socket.off("message", listen);
      resolve(socket);
    };
    const listen = (message: unknown): void => {
      if (Buffer.isBuffer(message) && dialect.isJoined(message)) joined();
    };
    socket.on("message", listen);
    socket.on("message", (message) => Buffer.isBuffer(message) && onMessage(message));
    socket.once("open", () => {
      for (const greeting of dialect.greetings) socket.send(greeting);
      if (dialect.greetings.length === 0) joined();
    });
    socket.once("error", reject);
    socket.once("close", (code) => reject(new Error(`${url} closed a joining socket: ${code}`)));
  });
}
