// Presence over real sockets: who somebody is comes from the session, what they look at from them.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Presence, presenceSchema } from "#domain/presence.ts";
import { AWARENESS, articlePath, CLOSE, encodeAwareness } from "#domain/wire.ts";
import { openStock } from "./stock-client.ts";
import { encodePresence } from "./sync-message.ts";
import { TestPeople } from "./test-people.ts";
import { personOf, until } from "./test-server.ts";

let people: TestPeople;
const providers: WebsocketProvider[] = [];
const sockets: WebSocket[] = [];

beforeEach(async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator", cem: "viewer" });
});

afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy();
  for (const socket of sockets.splice(0)) socket.terminate();
  await people.leave();
});

async function open(user: string): Promise<WebsocketProvider> {
  const provider = openStock(people.server, "article", user, new Y.Doc());
  providers.push(provider);
  await until(() => provider.synced, `${user} is synced`);
  return provider;
}

/** A bare socket that counts what it hears of presence. */
async function openBare(
  user: string,
): Promise<{ ws: WebSocket; lines: () => number; code: () => number }> {
  const ws = new WebSocket(`${people.server.url}${articlePath("article")}`, {
    headers: { authorization: `Bearer ${user}` },
  });
  sockets.push(ws);
  let [lines, code] = [0, 0];
  ws.on("message", (data: Buffer) => {
    if (data[0] === AWARENESS) lines += countLines(data);
  });
  ws.on("close", (closed) => {
    code = closed;
  });
  await new Promise((resolve) => ws.once("open", resolve));
  return { ws, lines: () => lines, code: () => code };
}

function countLines(message: Buffer): number {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  return decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
}

/** What `provider` knows of `of`. */
function seen(provider: WebsocketProvider, of: WebsocketProvider): Presence | null {
  const state = presenceSchema.safeParse(provider.awareness.getStates().get(of.doc.clientID));
  return state.success ? state.data : null;
}

const stateOf = (client: number, state: unknown, clock = 1): Uint8Array =>
  encodePresence([{ client, clock, json: JSON.stringify(state) }]);

test("[S7] whatever a client says of itself, others see who it is and what it looks at", async () => {
  const [ada, ben] = [await open("ada"), await open("ben")];
  ada.awareness.setLocalState({
    user: { id: "ben", name: "The headmaster", colour: 99 },
    note: "of mine",
    selection: { start: 1, end: 2 },
    extra: "x".repeat(100),
  });
  await until(() => seen(ben, ada)?.note === "of mine", "ben sees ada");
  expect(ben.awareness.getStates().get(ada.doc.clientID)).toEqual({
    selection: { start: 1, end: 2 },
    note: "of mine",
    user: personOf("ada"),
  });
});

test("[S7] whoever comes later sees who is here; whoever goes is seen no more", async () => {
  const ada = await open("ada");
  const ben = await open("ben");
  await until(() => seen(ben, ada)?.user.name === "ada", "ben sees ada");
  ada.disconnect();
  await until(() => seen(ben, ada) === null, "ada has gone");
  ada.connect();
  await until(() => seen(ben, ada)?.user.name === "ada", "ada is back at once");
});

test("[S7] somebody else's client id closes with 4409, while and after they are here", async () => {
  const ada = await open("ada");
  const [first, second] = [await openBare("ben"), await openBare("ben")];
  first.ws.send(stateOf(ada.doc.clientID, {}, 50));
  await until(() => first.code() > 0, "the close code");
  ada.disconnect();
  second.ws.send(stateOf(ada.doc.clientID, {}, 50));
  await until(() => second.code() > 0, "the close code");
  expect([first.code(), second.code()]).toEqual([CLOSE.clientTaken, CLOSE.clientTaken]);
});

test("[S7] nobody can take another's presence away or speak for a second id", async () => {
  const [ada, cem] = [await open("ada"), await open("cem")];
  await until(() => seen(cem, ada) !== null, "cem sees ada");
  const ben = await openBare("ben");
  ben.ws.send(stateOf(77, { note: "mine" }));
  ben.ws.send(stateOf(ada.doc.clientID, null, 50));
  ben.ws.send(stateOf(78, { note: "another's" }));
  ben.ws.send(stateOf(77, { note: "mine, later" }, 2));
  const noteOf = (client: number): unknown => cem.awareness.getStates().get(client)?.note;
  await until(() => noteOf(77) === "mine, later", "the last state");
  expect(noteOf(78)).toBeUndefined();
  expect(seen(cem, ada)).not.toBeNull();
});

test("[S7] a socket keeps its one id when it says that nobody is there", async () => {
  const ada = await open("ada");
  const ben = await openBare("ben");
  const noteOf = (client: number): unknown => ada.awareness.getStates().get(client)?.note;
  ben.ws.send(stateOf(77, { note: "here" }));
  await until(() => noteOf(77) === "here", "ben is here");
  ben.ws.send(stateOf(77, null, 2));
  await until(() => noteOf(77) === undefined, "ben is away");
  for (let client = 100; client < 200; client++) {
    ben.ws.send(stateOf(client, { note: "another" }));
    ben.ws.send(stateOf(client, null, 2));
  }
  ben.ws.send(stateOf(200, { note: "another" }));
  ben.ws.send(stateOf(77, { note: "back" }, 3));
  await until(() => noteOf(77) === "back", "ben is back");
  expect(noteOf(200)).toBeUndefined();
  const { article, leave } = await people.server.rooms.enter("article");
  expect([77, 100, 200].map(article.clientIds.ownerOf)).toEqual(["ben", null, null]);
  leave();
});

test("[S7] an old socket that ends after the new one came takes nobody away", async () => {
  const ada = await open("ada");
  const [old, fresh] = [await openBare("ben"), await openBare("ben")];
  const noteOf = (client: number): unknown => ada.awareness.getStates().get(client)?.note;
  old.ws.send(stateOf(77, { note: "old" }));
  await until(() => noteOf(77) === "old", "the old one");
  fresh.ws.send(stateOf(77, { note: "fresh" }));
  await until(() => noteOf(77) === "fresh", "the fresh one");
  old.ws.close();
  await until(() => old.code() > 0, "the old one has gone");
  fresh.ws.send(stateOf(77, { note: "still fresh" }, 3));
  await until(() => noteOf(77) === "still fresh", "the fresh one goes on");
});

test("[S7] a state over 2 KiB is not passed on, and costs nothing else", async () => {
  const ada = await open("ada");
  const ben = await openBare("ben");
  ben.ws.send(stateOf(77, { note: "fine" }));
  ben.ws.send(stateOf(77, { note: "big", selection: { start: "x".repeat(2048), end: 0 } }, 2));
  ben.ws.send(stateOf(77, { note: "fine again" }, 3));
  const notes: unknown[] = [];
  ada.awareness.on("update", () => notes.push(ada.awareness.getStates().get(77)?.note));
  await until(() => notes.includes("fine again"), "the last state");
  expect(notes).not.toContain("big");
});

test("[S7] a flood of states is merged, and the last one arrives", async () => {
  const ada = await open("ada");
  const ben = await openBare("ben");
  const cem = await openBare("cem");
  const before = cem.lines();
  for (let clock = 1; clock <= 300; clock++) {
    ben.ws.send(stateOf(77, { note: `${clock}` }, clock));
    if (clock % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 6));
  }
  await until(() => ada.awareness.getStates().get(77)?.note === "300", "the last state");
  expect(cem.lines() - before).toBeLessThan(40);
});

/** An awareness update as a hand writes it. */
const byHand = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encodeAwareness(encoding.encode(write));

const entry = (json: string, { client = 77, clock = 1 } = {}): Uint8Array =>
  encodePresence([{ client, clock, json }]);

const NESTED = `${'{"selection":'.repeat(100)}1${"}".repeat(100)}`;

/** What is no presence: it ends the socket that it came from. */
const BROKEN: Readonly<Record<string, Uint8Array>> = {
  "no JSON": entry("{"),
  "broken UTF-8": byHand((encoder) => {
    for (const number of [1, 77, 1]) encoding.writeVarUint(encoder, number);
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0x22, 0xc3, 0x28));
  }),
  "a million announced": byHand((encoder) => encoding.writeVarUint(encoder, 1e6)),
  "bytes left over": byHand((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeUint8(encoder, 7);
  }),
  "a number without end": byHand((encoder) => {
    for (let count = 0; count < 20; count++) encoding.writeUint8(encoder, 0xff);
  }),
};

/** What is odd: of it nothing is passed on but who somebody is. */
const ODD: Readonly<Record<string, string>> = {
  "a number": "1",
  "a text": '"here"',
  "a list": "[1,2]",
  yes: "true",
  "another's name": '{"user":{"name":"ben","colour":99}}',
  "the prototype": '{"__proto__":{"note":"x"},"constructor":{"note":"x"}}',
  "too deep": NESTED,
  "numbers for words": '{"note":7,"selection":"all"}',
  "a script for a colour": '{"color":"red;background:url(//evil.example)","style":"x"}',
};

test.each(Object.entries(BROKEN))(
  "[S7] %s ends the socket that it comes from, and no other",
  async (_, message) => {
    const ada = await open("ada");
    const ben = await openBare("ben");
    ben.ws.send(message);
    await until(() => ben.code() > 0, "the end");
    expect(ben.code()).toBe(CLOSE.malformed);
    expect(ada.wsconnected).toBe(true);
  },
);

test("[S7] of what is odd nothing is passed on but who somebody is", async () => {
  const ada = await open("ada");
  const ben = await openBare("ben");
  let clock = 0;
  for (const [what, json] of Object.entries(ODD)) {
    ben.ws.send(entry(json, { clock: ++clock }));
    ben.ws.send(entry(`{"note":"after ${what}"}`, { clock: ++clock }));
    await until(() => ada.awareness.getStates().get(77)?.note === `after ${what}`, what);
  }
  const seen: unknown[] = [];
  ada.awareness.on("update", () => seen.push(ada.awareness.getStates().get(77)));
  for (const json of Object.values(ODD)) {
    const before = seen.length;
    ben.ws.send(entry(json, { clock: ++clock }));
    await until(() => seen.length > before, "it is passed on");
  }
  const nothing = { selection: null, note: null, user: personOf("ben") };
  expect(seen.map((state) => JSON.stringify(state))).toEqual(
    seen.map(() => JSON.stringify(nothing)),
  );
});

test("[S7] a state of 2,048 bytes is passed on, one byte more is not", async () => {
  const ada = await open("ada");
  const ben = await openBare("ben");
  const stateOfBytes = (bytes: number, start: number): string => {
    const bare = JSON.stringify({ selection: { start, end: "" } });
    return JSON.stringify({ selection: { start, end: "x".repeat(bytes - bare.length) } });
  };
  const startOf = (): unknown => ada.awareness.getStates().get(77)?.selection?.start;
  ben.ws.send(entry(stateOfBytes(2048, 1)));
  await until(() => startOf() === 1, "the largest");
  ben.ws.send(entry(stateOfBytes(2049, 2), { clock: 2 }));
  ben.ws.send(entry('{"note":"then"}', { clock: 3 }));
  const starts: unknown[] = [];
  ada.awareness.on("update", () => starts.push(startOf()));
  await until(() => ada.awareness.getStates().get(77)?.note === "then", "what came after it");
  expect(starts).not.toContain(2);
});

test("[S7] a clock at the end of all numbers silences nobody but its sender", async () => {
  const [ada, cem] = [await open("ada"), await open("cem")];
  const ben = await openBare("ben");
  const last = Number.MAX_SAFE_INTEGER;
  ben.ws.send(entry('{"note":"last"}', { clock: last }));
  ben.ws.send(entry('{"note":"another\'s"}', { client: cem.doc.clientID, clock: last }));
  await until(() => ada.awareness.getStates().get(77)?.note === "last", "the last one");
  cem.awareness.setLocalState({ note: "cem is here" });
  await until(() => seen(ada, cem)?.note === "cem is here", "ada sees cem");
});
