// One socket and a client that does not read: what may wait for it.

import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE } from "#domain/wire.ts";
import { frameOf } from "./frame.ts";
import { until } from "./test-server.ts";
import { WireSocket } from "./wire-socket.ts";

const MEGABYTE = frameOf(new Uint8Array(1024 * 1024));

let server: Server;
let client: WebSocket;
let socket: WireSocket;
/** What the socket writes to. */
let raw: Duplex;

beforeEach(async () => {
  const opened = Promise.withResolvers<WebSocket>();
  server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, duplex, head) => {
    raw = duplex;
    sockets.handleUpgrade(request, duplex, head, opened.resolve);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  client = new WebSocket(`ws://127.0.0.1:${port}`);
  socket = new WireSocket(await opened.promise, raw);
  socket.start({ onMessage: () => {}, onClose: () => {} }, { messagesPerSecond: 1e6 });
});

afterEach(async () => {
  client.terminate();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("[S11] who asks again and again and reads no answer is cut with 1013", async () => {
  const code = Promise.withResolvers<number>();
  client.on("close", code.resolve);
  await until(() => client.readyState === WebSocket.OPEN, "the client is open");
  client.pause();
  for (let asked = 0; asked < 100 && socket.isOpen; asked++) socket.answer([MEGABYTE]);
  expect(socket.isOpen).toBe(false);
  expect(raw.writableLength).toBeLessThan(10 * MEGABYTE.length);
  client.resume();
  expect(await code.promise).toBe(CLOSE.slow);
});

test("[S11] who reads may ask as often as they like", async () => {
  let heard = 0;
  client.on("message", () => heard++);
  for (let asked = 1; asked <= 50; asked++) {
    socket.answer([MEGABYTE]);
    await until(() => heard === asked, `answer ${asked}`);
  }
  expect(socket.isOpen).toBe(true);
});

test("[S11] a first answer may be as large as an article and its layers are", async () => {
  let heard = 0;
  client.on("message", () => heard++);
  socket.answer(Array.from({ length: 60 }, () => MEGABYTE));
  expect(socket.isOpen).toBe(true);
  await until(() => heard === 60, "all of it");
});
