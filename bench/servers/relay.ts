// The limit: a relay that understands nothing. Each message is framed once, and the same bytes are
// written to every other socket. With `--per-turn`, what one turn of the event loop brings leaves in
// one write per socket.

import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { announce } from "./announce.ts";

const BINARY_FRAME = 0x82;
const TWO_BYTE_LENGTH = 126;

const perTurn = process.argv.includes("--per-turn");
const corked = new Set<Duplex>();
const sockets = new Set<Duplex>();
const upgrades = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  maxPayload: 0xffff,
});
const server = createServer((_request, response) => response.writeHead(404).end());

server.on("upgrade", (request, stream, head) => {
  upgrades.handleUpgrade(request, stream, head, (socket) => {
    sockets.add(stream);
    socket.on("message", (message) => {
      if (Buffer.isBuffer(message)) relay(stream, message);
    });
    socket.on("close", () => sockets.delete(stream));
  });
});
announce(server);

function relay(from: Duplex, message: Buffer): void {
  const frame = Buffer.concat([header(message.length), message]);
  for (const stream of sockets) {
    if (stream === from) continue;
    if (perTurn) holdBack(stream);
    stream.write(frame);
  }
}

function holdBack(stream: Duplex): void {
  if (corked.has(stream)) return;
  if (corked.size === 0) setImmediate(letGo);
  corked.add(stream);
  stream.cork();
}

function letGo(): void {
  for (const stream of corked) stream.uncork();
  corked.clear();
}

/** The header of a frame with up to 65,535 bytes of content. */
function header(length: number): Uint8Array {
  return length < TWO_BYTE_LENGTH
    ? Uint8Array.of(BINARY_FRAME, length)
    : Uint8Array.of(BINARY_FRAME, TWO_BYTE_LENGTH, length >> 8, length & 0xff);
}
