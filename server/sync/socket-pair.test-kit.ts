// A WebSocket between two ends of one test: a client, and a WireSocket as the door makes it.

import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import { WireSocket } from "./wire-socket.ts";

export type SocketPair = {
  readonly client: WebSocket;
  readonly socket: WireSocket;
  /** What the socket writes to. */
  readonly raw: Duplex;
  readonly close: () => Promise<void>;
};

/** Opens one; `onClose` hears that the client has gone. */
export async function openPair(onClose: (code: number) => void = () => {}): Promise<SocketPair> {
  const opened = Promise.withResolvers<{ readonly ws: WebSocket; readonly raw: Duplex }>();
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, raw, head) => {
    sockets.handleUpgrade(request, raw, head, (ws) => opened.resolve({ ws, raw }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const isOpen = new Promise((resolve) => client.once("open", resolve));
  const { ws, raw } = await opened.promise;
  const socket = new WireSocket(ws, raw);
  socket.start({ onMessage: () => {}, onClose }, { messagesPerSecond: 1e6 });
  await isOpen;
  const close = async (): Promise<void> => {
    client.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { client, socket, raw, close };
}
