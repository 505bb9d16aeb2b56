// One socket and a client that does not read: what may wait for it.

import { afterEach, beforeEach, expect, test } from "vitest";
import { CLOSE } from "#domain/wire.ts";
import { frameOf } from "./frame.ts";
import { openPair, type SocketPair } from "./socket-pair.test-kit.ts";
import { until } from "./test-server.ts";

const MEGABYTE = frameOf(new Uint8Array(1024 * 1024));

let pair: SocketPair;

beforeEach(async () => {
  pair = await openPair();
});

afterEach(() => pair.close());

test("[S11] who asks again and again and reads no answer is cut with 1013", async () => {
  const { client, socket, raw } = pair;
  const code = Promise.withResolvers<number>();
  client.on("close", code.resolve);
  client.pause();
  for (let asked = 0; asked < 100 && socket.isOpen; asked++) socket.answer([MEGABYTE]);
  expect(socket.isOpen).toBe(false);
  expect(raw.writableLength).toBeLessThan(10 * MEGABYTE.length);
  client.resume();
  expect(await code.promise).toBe(CLOSE.slow);
});

test("[S11] who reads may ask as often as they like", async () => {
  const { client, socket } = pair;
  let heard = 0;
  client.on("message", () => heard++);
  for (let asked = 1; asked <= 50; asked++) {
    socket.answer([MEGABYTE]);
    await until(() => heard === asked, `answer ${asked}`);
  }
  expect(socket.isOpen).toBe(true);
});

test("[S11] a first answer may be as large as an article and its layers are", async () => {
  const { client, socket } = pair;
  let heard = 0;
  client.on("message", () => heard++);
  socket.answer(Array.from({ length: 60 }, () => MEGABYTE));
  expect(socket.isOpen).toBe(true);
  await until(() => heard === 60, "all of it");
});
