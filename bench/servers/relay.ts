// The limit: a relay that understands nothing. Each message is framed once, and the same bytes are
// written to every other socket of the same address. With `--hold 0`, what one turn of the event loop
// brings leaves in one write per socket; with `--hold 5`, what five milliseconds bring.

import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { parseArgs } from "node:util";
import { WebSocketServer } from "ws";
import { announce } from "./announce.ts";
import { serverFrame } from "./server-frame.ts";

const { hold } = parseArgs({ options: { hold: { type: "string" } } }).values;
const corked = new Set<Duplex>();
/** Path → who is there. */
const rooms = new Map<string, Set<Duplex>>();
const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, response) => response.writeHead(404).end());

server.on("upgrade", (request, stream, head) => {
  upgrades.handleUpgrade(request, stream, head, (socket) => {
    const room = roomAt(request.url ?? "/");
    room.add(stream);
    socket.on("message", (message) => {
      if (Buffer.isBuffer(message)) relay(room, stream, message);
    });
    socket.on("close", () => room.delete(stream));
  });
});
announce(server);

function roomAt(path: string): Set<Duplex> {
  const room = rooms.get(path) ?? new Set();
  rooms.set(path, room);
  return room;
}

function relay(room: ReadonlySet<Duplex>, from: Duplex, message: Buffer): void {
  const frame = serverFrame(message);
  for (const stream of room) {
    if (stream === from) continue;
    if (hold !== undefined) holdBack(stream, Number(hold));
    stream.write(frame);
  }
}

function holdBack(stream: Duplex, milliseconds: number): void {
  if (corked.has(stream)) return;
  if (corked.size === 0) {
    if (milliseconds === 0) setImmediate(letGo);
    else setTimeout(letGo, milliseconds);
  }
  corked.add(stream);
  stream.cork();
}

function letGo(): void {
  for (const stream of corked) stream.uncork();
  corked.clear();
}
