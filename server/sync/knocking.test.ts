// What somebody can do before being let in: nothing that costs more than a little memory and a little time.

import { createConnection, type Socket } from "node:net";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { articlePath, CLOSE } from "#domain/wire.ts";
import { readAddress } from "./address.ts";
import { TestPeople } from "./test-people.ts";
import { figureOf, until } from "./test-server.ts";

const KILOBYTE = 1024;

let people: TestPeople;
const knocks: Knock[] = [];

afterEach(async () => {
  for (const { socket } of knocks.splice(0)) socket.destroy();
  await people.leave();
});

/** A connection that asks for an upgrade, byte by byte, and what came back. */
class Knock {
  readonly socket: Socket;
  #answer = Buffer.alloc(0);
  isOver = false;

  constructor(target: string, ...headers: readonly string[]) {
    knocks.push(this);
    this.socket = createConnection(people.server.port, "127.0.0.1");
    this.socket.on("error", () => {});
    this.socket.on("data", (data) => {
      this.#answer = Buffer.concat([this.#answer, data]);
    });
    this.socket.on("close", () => {
      this.isOver = true;
    });
    const lines = [
      `GET ${target} HTTP/1.1`,
      "Host: postil",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    ];
    this.socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  }

  /** 0 as long as there is none. */
  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.#answer.toString("latin1"))?.[1] ?? 0);
  }

  get headers(): string {
    return this.#answer.toString("latin1").split("\r\n\r\n")[0] ?? "";
  }

  /** The code in the close frame that came, or 0. */
  get closeCode(): number {
    const frame = this.#answer.lastIndexOf(Buffer.from([0x88, 0x02]));
    return frame < 0 ? 0 : this.#answer.readUInt16BE(frame + 2);
  }
}

/** A WebSocket frame as a client sends it, of this many bytes. */
function frame(bytes: number, { opcode = 2, isLast = true } = {}): Buffer {
  const head = Buffer.alloc(14);
  head.writeUInt8((isLast ? 0x80 : 0) | opcode, 0);
  head.writeUInt8(0x80 | 127, 1);
  head.writeBigUInt64BE(BigInt(bytes), 2); // the mask that follows is 0: the bytes stay as they are
  return Buffer.concat([head, Buffer.alloc(bytes)]);
}

test("[S1] twelve forms of another site's origin are refused before the upgrade", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const foreign = [
    "https://evil.example",
    "null",
    "http://postil.example",
    "https://postil.example.evil.example",
    "https://evil.example/postil.example",
    "https://notpostil.example",
    "https://postil.example:8443",
    "https://POSTIL.example",
    "https://xn--pstil-jua.example",
    "https://postil.example/",
    "https://postil.example.",
    "https://user@postil.example",
  ];
  for (const origin of foreign) {
    const knock = new Knock(
      articlePath("article"),
      "Authorization: Bearer ada",
      `Origin: ${origin}`,
    );
    await until(() => knock.isOver, origin);
    expect([origin, knock.status]).toEqual([origin, 403]);
  }
  expect(await figureOf(people.server, "postil_sockets")).toBe(0);
});

/** What one read of the system brings at most, and what a request may be long. */
const ONE_READ = 64 * KILOBYTE + 16 * KILOBYTE;

function flood({ socket }: Knock): void {
  for (let count = 0; count < 10_000; count++) socket.write(frame(4 * KILOBYTE));
}

test("[S19] whoever is not known yet is not waited for for long", async () => {
  people = await TestPeople.at(
    { ada: "annotator" },
    { knows: new Promise(() => {}), patience: 300 },
  );
  const knock = new Knock(articlePath("article"), "Authorization: Bearer ada");
  await until(() => knock.isOver, "the end");
  expect(knock.status).toBe(0);
});

test("[S19] whoever speaks before they are known is cut off after one read", async () => {
  people = await TestPeople.at({ ada: "annotator" }, { knows: new Promise(() => {}) });
  const hasty = new Knock(articlePath("article"), "Authorization: Bearer ada");
  flood(hasty);
  await until(() => hasty.isOver, "the end of one that does not wait at all");
  expect(people.server.bytesRead()).toBeLessThanOrEqual(ONE_READ);

  const before = people.server.bytesRead();
  const impatient = new Knock(articlePath("article"), "Authorization: Bearer ada");
  await until(() => people.server.bytesRead() > before, "the request");
  flood(impatient);
  await until(() => impatient.isOver, "the end of one that waits a little");
  expect(impatient.status).toBe(0);
  expect(people.server.bytesRead() - before).toBeLessThanOrEqual(ONE_READ);
});

test("[S19] who is turned away is told why, and ended soon, whatever they go on to send", async () => {
  people = await TestPeople.at({ ada: "annotator" }, { patience: 300 });
  const silent = new Knock(articlePath("article"));
  await until(() => silent.closeCode === CLOSE.noSession, "why");
  await until(() => silent.isOver, "the end of one that does not close");

  const loud = new Knock(articlePath("article"));
  await until(() => loud.closeCode === CLOSE.noSession, "why");
  // a message of which nearly all is there, to be kept until the rest comes
  loud.socket.write(frame(256 * KILOBYTE).subarray(0, 250 * KILOBYTE));
  await until(() => loud.isOver, "the end of one that is too large");

  const endless = new Knock(articlePath("article"));
  await until(() => endless.closeCode === CLOSE.noSession, "why");
  const before = people.server.bytesRead();
  flood(endless);
  await until(() => endless.isOver, "the end of one that does not stop");
  // what may come, and the read that was too much
  expect(people.server.bytesRead() - before).toBeLessThanOrEqual(2 * 64 * KILOBYTE);
});

test("[S1] three hundred names that are none are all told the same", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const names = mutations(articlePath("article"));
  expect(names.size).toBeGreaterThanOrEqual(300);
  const told = new Set<string>();
  for (const target of names) {
    const knock = new Knock(target, "Authorization: Bearer ada");
    await until(() => knock.isOver, target);
    told.add(knock.headers);
  }
  expect(told.size).toBe(1);
  expect([...told][0]).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
});

/** Targets that look like this one and name no room. */
function mutations(target: string): ReadonlySet<string> {
  const piece = fc.constantFrom(
    ...["..", ".", "/", "//", "%2e%2e", "%2f", "%00", "%61", "\\", "*", ";", "~", "%", "%ff"],
    ...[
      "%c3%a9",
      "%f0%9f%98%80",
      "=",
      "&",
      ":",
      "@",
      "|",
      "'",
      '"',
      "<",
      "$",
      "layer/",
      "a".repeat(10_000),
    ],
  );
  const changed = fc
    .tuple(fc.nat(target.length - 1), piece)
    .map(([at, text]) => `/${target.slice(1, at + 1)}${text}${target.slice(at + 1)}`)
    // some name another article, which there may be
    .filter((name) => readAddress(name) === null);
  return new Set(fc.sample(changed, { numRuns: 1500, seed: 7 }).slice(0, 900));
}

test("[S11] frames of a megabyte, of thousands of pieces and compressed ones end the socket", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" });
  const ben = await people.join("ben");
  const ada = "Authorization: Bearer ada";
  const deflated = new Knock(
    articlePath("article"),
    ada,
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
  );
  await until(() => deflated.status === 101, "the upgrade");
  expect(deflated.headers).not.toMatch(/extensions/i);
  const packed = frame(100);
  packed.writeUInt8(0xc2, 0); // says that it is compressed
  deflated.socket.write(packed);

  const large = new Knock(articlePath("article"), ada);
  await until(() => large.status === 101, "the upgrade");
  large.socket.write(frame(1024 * KILOBYTE));

  const pieces = new Knock(articlePath("article"), ada);
  await until(() => pieces.status === 101, "the upgrade");
  pieces.socket.write(frame(1, { isLast: false }));
  for (let count = 0; count < 20_000; count++) {
    pieces.socket.write(frame(1, { opcode: 0, isLast: false }));
  }
  const all = [deflated, large, pieces];
  await until(() => all.every(({ closeCode }) => closeCode > 0), "all are told");
  expect(all.map(({ closeCode }) => closeCode)).toEqual([1002, CLOSE.tooBigFrame, 1008]);
  await until(async () => (await figureOf(people.server, "postil_sockets")) === 1, "they end");
  expect(ben.closeCode).toBeNull();
});
