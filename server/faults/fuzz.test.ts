// Broken bytes by the thousand, over real sockets: whatever comes, others write on and all see the same, no
// message keeps the server for long, and nothing of them stays in memory.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { type Answer, CLOSE, encodeHello, encodePush } from "#domain/wire.ts";
import { hostileLayerUpdates } from "../sync/admission/hostile-layer-updates.ts";
import { encodePresence, encodeStep1, encodeStep2, encodeUpdate } from "../sync/sync-message.ts";
import { TestClient } from "../sync/test-client.ts";
import { TestPeople } from "../sync/test-people.ts";
import { figureOf, until } from "../sync/test-server.ts";

/** `FUZZ_ROUNDS=5000 npm test -- unit server/faults/fuzz` is a million messages. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 40);
const PER_ROUND = 200;
/** After so many rounds, code is compiled and buffers are there. */
const WARM = 5;

/** The most that one message may keep the processor, in milliseconds: what others do on the machine does not count. */
const LONGEST = 100;

/** How much more may be in memory after all of it, in bytes. */
const MEMORY = 50 * 1024 * 1024;

/** How a socket may end that talks nonsense; anything else is a fault of the server. */
const ENDS: ReadonlySet<number> = new Set([
  ...[CLOSE.malformed, CLOSE.clientTaken, CLOSE.tooOld, CLOSE.tooBig],
]);

let people: TestPeople;
let mallory: TestClient;
let ben: TestClient;
/** Honest updates of Mallory's, to be broken. */
const honest: Uint8Array[] = [];

beforeEach(async () => {
  people = await TestPeople.at(
    { mallory: "editor", ben: "annotator", eva: "annotator" },
    { isBrief: true },
  );
  [mallory, ben] = [await people.join("mallory"), await people.join("ben")];
  await until(() => articleFragment(mallory.article).length > 0, "the text");
  record(mallory);
  await until(() => mallory.isSaved && mallory.isTextSaved, "honest work is stored");
});

afterEach(() => {
  mallory.cut();
  return people.leave();
});

/** Has Mallory write a little of everything, and keeps the updates. */
function record({ article, layer: layerOf }: TestClient): void {
  const layer = layerOf.call(mallory);
  const keep = (update: Uint8Array): number => honest.push(update);
  article.on("update", keep);
  layer.on("update", keep);
  const fields = fieldsOf(layer);
  for (const value of ["one", 2, null, { three: [true] }]) fields.set("key", value);
  fields.delete("key");
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  articleFragment(article).insert(0, [paragraph]);
  text.insert(0, "Mallory was here. 😀");
  text.format(0, 7, { bold: true });
  text.delete(3, 4);
  article.off("update", keep);
  layer.off("update", keep);
}

/** Takes bytes apart at places between 0 and 1. */
type Damage = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(
    ([at, value]): Damage =>
      (bytes) => {
        const changed = Uint8Array.from(bytes);
        changed[Math.floor(at * bytes.length)] = value;
        return changed;
      },
  ),
  place.map(
    (at): Damage =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(place, fc.uint8Array({ maxLength: 12 })).map(
    ([at, more]): Damage =>
      (bytes) => {
        const middle = Math.floor(at * bytes.length);
        return Uint8Array.from([...bytes.slice(0, middle), ...more, ...bytes.slice(middle)]);
      },
  ),
  fc.tuple(place, fc.nat(100)).map(
    ([at, which]): Damage =>
      (bytes) => {
        const other = honest[which % honest.length] ?? bytes;
        return Uint8Array.from([
          ...bytes.slice(0, Math.floor(at * bytes.length)),
          ...other.slice(Math.floor(at * other.length)),
        ]);
      },
  ),
);

const update = fc
  .tuple(fc.nat(100), fc.array(damage, { maxLength: 4 }))
  .map(([which, damages]) => (client: number): Uint8Array => {
    const hostile = hostileLayerUpdates({ client, foreign: 1, fresh: 4000 });
    const all = [...honest, ...hostile.map((each) => each.update)];
    const chosen = all[which % all.length] ?? new Uint8Array();
    return broken(chosen, damages);
  });

/** What goes over the wire. Most of it is answered; a few kinds of it end the socket. */
const message = fc.oneof(
  { weight: 16, arbitrary: update.map((of) => (client: number) => push(of(client))) },
  { weight: 4, arbitrary: update.map((of) => (client: number) => encodeUpdate(of(client))) },
  { weight: 1, arbitrary: update.map((of) => (client: number) => encodeStep2(of(client))) },
  { weight: 1, arbitrary: update.map((of) => (client: number) => encodeStep1(of(client))) },
  { weight: 1, arbitrary: fc.array(damage, { maxLength: 2 }).map((all) => presence(all)) },
  { weight: 1, arbitrary: fc.array(damage, { maxLength: 2 }).map((all) => hello(all)) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => () => bytes),
  },
);

const broken = (bytes: Uint8Array, damages: readonly Damage[]): Uint8Array =>
  damages.reduce((each, apply) => apply(each), bytes);

const presence = (damages: readonly Damage[]) => (client: number) => {
  const json = JSON.stringify({ selection: { start: [1], end: {} }, note: "mallory/x" });
  return broken(encodePresence([{ client, clock: 1, json }]), damages);
};

const hello = (damages: readonly Damage[]) => () => {
  const held = ["mallory", "ben", "state", "scheme"].map((room, at) => [room, at] as const);
  return broken(encodeHello(new Map(held)), damages);
};

const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

const push = (bytes: Uint8Array): Uint8Array => encodePush({ request: 1, update: bytes });

const state = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** Sends a message; one that takes long is sent again, for only what always takes long is to blame. */
async function send(bytes: Uint8Array): Promise<void> {
  let took = await measured(bytes);
  for (let again = 0; again < 2 && took > LONGEST; again++) {
    took = Math.min(took, await measured(bytes));
  }
  longest = Math.max(longest, took);
  dealtWith++;
}

/** The milliseconds of the processor until the server has dealt with a message: by ending the socket, or not. */
async function measured(bytes: Uint8Array): Promise<number> {
  if (mallory.closeCode !== null) {
    expect(ENDS).toContain(mallory.closeCode);
    mallory = await arrive("mallory");
  }
  const { answers } = mallory;
  const used = process.threadCpuUsage();
  mallory.send(bytes);
  const before = answers.length;
  mallory.send(push(NOTHING));
  while (mallory.closeCode === null && !isAnswered(answers.slice(before))) {
    await new Promise(setImmediate);
  }
  const { user, system } = process.threadCpuUsage(used);
  return (user + system) / 1000;
}

/** Connects somebody of whom nothing is kept once they have gone. */
async function arrive(user: string): Promise<TestClient> {
  const client = new TestClient(people.server, "article", user);
  await client.connect();
  return client;
}

/** The last answer is to NOTHING, which is always stored. */
const isAnswered = (answers: readonly Answer[]): boolean => answers.at(-1) === "stored";

let written = 0;
let dealtWith = 0;
/** The most that a message took of the processor, in milliseconds: here and there, and to collect garbage. */
let longest = 0;

/** What is in memory once it was tidied up, in bytes. */
function inMemory(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** An honest word still lands, and a newcomer sees what everyone sees, all of it whole. */
async function proveWell(): Promise<void> {
  fieldsOf(ben.layer()).set("count", ++written);
  await until(() => ben.isSaved, "ben's word is stored");
  const eva = await arrive("eva");
  await until(() => eva.isReady && articleFragment(eva.article).length > 0, "the text");
  expect(fieldsOf(eva.layer("ben")).toJSON()).toEqual({ count: written });
  const { log } = people.server;
  expect(log.rooms("article/layer/")).toEqual(["article/layer/ben", "article/layer/mallory"]);
  expect(log.extent("article/layer/ben").records).toBe(written);
  expect(log.rooms("article/state")).toEqual([]);
  for (const doc of [eva.article, ...eva.layers.values()]) {
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
  const mine = (client: TestClient): Uint8Array[] => [
    state(client.article),
    state(client.layer("mallory")),
  ];
  await until(
    () => mine(ben).every((bytes, n) => Buffer.compare(bytes, mine(eva)[n] ?? bytes) === 0),
    "ben and eva see the same",
  );
  expect(await figureOf(people.server, "postil_documents_set_aside")).toBe(0);
  expect(people.server.faults).toEqual([]);
  eva.cut();
}

test(`[F5] ${ROUNDS * PER_ROUND} broken messages harm nobody`, {
  timeout: ROUNDS * 20_000,
}, async () => {
  const round = fc.array(message, { minLength: PER_ROUND, maxLength: PER_ROUND });
  let [rounds, before] = [0, 0];
  await fc.assert(
    fc.asyncProperty(round, async (messages) => {
      for (const build of messages) {
        await send(build(mallory.layer().clientID));
      }
      await proveWell();
      // whatever is made once, is made by then
      if (++rounds === WARM) [before, longest] = [inMemory(), 0];
    }),
    { numRuns: ROUNDS, endOnFailure: true },
  );
  expect(dealtWith).toBe(ROUNDS * PER_ROUND);
  expect(longest).toBeLessThan(LONGEST);
  // buffers are given back a moment after the tidying up
  await until(() => inMemory() - before < MEMORY, "what stays in memory is little");
});
