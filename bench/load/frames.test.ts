import { once } from "node:events";
import { createServer } from "node:http";
import fc from "fast-check";
import { expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { serverFrame } from "../servers/server-frame.ts";
import { join } from "./connection.ts";
import { BINARY, FrameReader } from "./frames.ts";

/** On both sides of where a length needs more bytes. */
const lengths = fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536, 70_000);

test("[B6] frames are found however their bytes come in chunks", () => {
  fc.assert(
    fc.property(
      fc.array(lengths, { maxLength: 5 }),
      fc.infiniteStream(fc.nat(9000)),
      (all, cuts) => {
        const contents = all.map((length, index) => Buffer.alloc(length, index + 1));
        const stream = Buffer.concat(contents.map(serverFrame));
        const found: Buffer[] = [];
        const reader = new FrameReader();
        for (let at = 0; at < stream.length; ) {
          const end = at + 1 + (cuts.next().value ?? 0);
          reader.read(stream.subarray(at, end), (opcode, content) => {
            expect(opcode).toBe(BINARY);
            found.push(content);
          });
          at = end;
        }
        expect(found).toEqual(contents);
      },
    ),
  );
});

test("[B6] a server reads what a client sends, its pings are answered, and its last word is heard", async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  sockets.on("connection", (socket) => {
    socket.on("message", (message) => {
      socket.ping("beat");
      socket.once("pong", () => {
        socket.send(message);
        socket.close(4321);
      });
    });
  });
  const messages = [0, 125, 126, 70_000].map((length) => Buffer.alloc(length, 7));
  for (const message of messages) {
    const received: Buffer[] = [];
    const connection = await join({
      url: `ws://127.0.0.1:${port}/`,
      headers: {},
      dialect: { greetings: [], isJoined: () => true },
      onMessage: (echo) => received.push(echo),
    });
    connection.send(message);
    expect(await connection.ended).toBe(4321);
    expect(received).toEqual([message]);
  }
  sockets.close();
  server.close();
});
