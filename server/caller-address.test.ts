import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerKeys, isNetwork } from "./caller-address.ts";

/** A real server, for what Node makes of headers. */
let port = 0;
let seen: IncomingMessage;
const server = createServer((request, response) => {
  seen = request;
  response.end();
});
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => server.close());

async function keyFor(proxies: readonly string[], ...lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const forwarded = lines.map((line) => `X-Forwarded-For: ${line}\r\n`).join("");
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\n${forwarded}\r\n`);
  await once(socket, "data");
  const key = callerKeys(proxies)(seen);
  socket.destroy();
  return key;
}

const HERE = ["127.0.0.1"];
const INSIDE = ["127.0.0.0/8", "10.0.0.0/8", "fd00::/8"];

test("[H28] nobody's word counts unless a setting says so", async () => {
  expect(await keyFor([], "192.0.2.7")).toBe("127.0.0.1");
  expect(await keyFor(["10.0.0.0/8"], "192.0.2.7")).toBe("127.0.0.1");
});

test.each([
  [HERE, ["192.0.2.7"], "192.0.2.7"],
  [HERE, ["192.0.2.7:4711"], "192.0.2.7"],
  [HERE, ["2001:db8:1:2:3::1"], "2001:db8:1:2::/64"],
  [HERE, ["[2001:db8:1:2:3::1]:4711"], "2001:db8:1:2::/64"],
  [HERE, ["::ffff:192.0.2.7"], "192.0.2.7"],
  [INSIDE, ["192.0.2.7, 10.1.2.3"], "192.0.2.7"],
  [INSIDE, ["192.0.2.7, ::ffff:10.1.2.3, fd00::1"], "192.0.2.7"],
  [INSIDE, ["10.1.2.3"], "10.1.2.3"],
] as const)("[H28] proxies %j are believed that say %j", async (proxies, lines, key) => {
  expect(await keyFor(proxies, ...lines)).toBe(key);
});

test.each([
  [["6.6.6.6, 192.0.2.7"], "192.0.2.7"],
  [["6.6.6.6", "192.0.2.7"], "192.0.2.7"],
  [["10.1.2.3, 192.0.2.7"], "192.0.2.7"],
  [["192.0.2.7, nonsense"], "127.0.0.1"],
  [["192.0.2.7, "], "127.0.0.1"],
  [["unknown"], "127.0.0.1"],
  [["192.0.2.7,,10.0.0.1"], "10.0.0.1"],
  [[], "127.0.0.1"],
] as const)(
  "[H28] what a caller wrote in front of the proxies is not believed: %j",
  async (lines, key) => {
    expect(await keyFor(INSIDE, ...lines)).toBe(key);
  },
);

test.each([
  ["127.0.0.1", true],
  ["::1", true],
  ["10.0.0.0/8", true],
  ["fd00::/8", true],
  ["10.0.0.0/33", false],
  ["10.0.0.0/", false],
  ["10.0.0.0/8/8", false],
  ["10.0.0", false],
  ["proxy.example", false],
  ["", false],
])("[C2] %j is a network: %j", (text, is) => {
  expect(isNetwork(text)).toBe(is);
});
