// Five people write at random while their connections are held, shuffled against each other and cut.

import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf, recordsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { TestClient } from "./test-client.ts";
import { paragraphOf, startTestServer, type TestServer, until } from "./test-server.ts";

const SEEDS = 200;
const STEPS = 50;
const AT_ONCE = 4;
const USERS = ["ada", "ben", "cem", "dea", "eva"];

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ grace: 0, isBrief: true });
  for (const user of USERS) server.roles.set(user, user < "c" ? "editor" : "annotator");
  server.roles.set("fay", "viewer");
});

afterAll(() => server.close());

/** Numbers from 0 up to, not including, n: the same ones for the same seed (mulberry32). */
function numbersOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

type Step = (client: TestClient, pick: (n: number) => number) => void | Promise<void>;

const mark: Step = (client, pick) => {
  const map = (pick(2) === 0 ? recordsOf : fieldsOf)(client.layer());
  const key = `key ${pick(6)}`;
  if (pick(4) === 0) map.delete(key);
  else map.set(key, { value: pick(1000), words: "x".repeat(pick(20)) });
};

const edit: Step = (client, pick) => {
  if (server.roles.get(client.user) !== "editor") return;
  const fragment = articleFragment(client.article);
  const paragraph = fragment.length === 0 ? null : fragment.get(pick(fragment.length));
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText) || pick(5) === 0) {
    const added = new Y.XmlElement("paragraph");
    added.insert(0, [new Y.XmlText(`new ${pick(100)}`)]);
    fragment.insert(pick(fragment.length + 1), [added]);
    return;
  }
  const what = text.length > 2 ? pick(3) : 0;
  if (what === 0) text.insert(pick(2), `${pick(10)}`);
  else if (what === 1) text.delete(0, 1 + pick(2));
  else text.format(0, 1 + pick(2), { bold: true });
};

const hold: Step = (client) => {
  client.isHeld = true;
};

const letThrough: Step = (client, pick) => client.letThrough(pick(2) === 0 ? "in" : "out");

const release: Step = (client) => client.release();

const cut: Step = (client) => client.cut();

const reconnect: Step = async (client) => {
  if (client.closeCode !== null) await client.connect();
};

/** Lets the server and the sockets work for a turn. */
const wait: Step = () => new Promise((resolve) => setImmediate(resolve));

const MIX: readonly Step[] = [
  ...Array<Step>(6).fill(mark),
  ...Array<Step>(4).fill(edit),
  ...Array<Step>(6).fill(letThrough),
  ...Array<Step>(4).fill(wait),
  hold,
  hold,
  release,
  cut,
  reconnect,
  reconnect,
];

/** What a client holds of everything, as bytes. */
function contentOf(client: TestClient): string {
  const docs = [client.article, ...USERS.map((user) => client.layer(user))];
  return docs.map((doc) => Buffer.from(encode(doc)).toString("base64")).join("\n");
}

/** All that a document holds; by way of a fresh one, since Yjs cuts equal content into runs as it came. */
function encode(doc: Y.Doc): Uint8Array {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return Y.encodeStateAsUpdate(fresh);
}

async function runSeed(seed: number): Promise<void> {
  const pick = numbersOf(seed);
  const articleId = `seed-${seed}`;
  await server.rooms.create(articleId, paragraphOf("The mayor lied to us all."));
  const clients = USERS.map((user) => new TestClient(server, articleId, user));
  await Promise.all(clients.map((client) => client.connect()));
  for (let step = 0; step < STEPS; step++) {
    const client = clients[pick(clients.length)];
    if (client) await MIX[pick(MIX.length)]?.(client, pick);
  }
  for (const client of clients) {
    client.release();
    await reconnect(client, pick);
  }
  const isQuiet = (): boolean =>
    clients.every((client) => client.isSaved && client.closeCode === null) &&
    new Set(clients.map(contentOf)).size === 1;
  await until(isQuiet, `convergence of seed ${seed}`, 20_000);
  for (const client of clients) client.cut();
  await checkNewcomer(articleId, clients, seed);
}

/** Whoever comes later, when the article may have been closed and loaded again, gets the same. */
async function checkNewcomer(
  articleId: string,
  clients: TestClient[],
  seed: number,
): Promise<void> {
  const newcomer = new TestClient(server, articleId, "fay");
  await newcomer.connect();
  const isSame = (): boolean =>
    newcomer.isReady && contentOf(newcomer) === clients.map(contentOf)[0];
  await until(isSame, `the same for a newcomer of seed ${seed}`);
  newcomer.cut();
}

test(`[S9] ${SEEDS} seeds of random operations by five people converge byte for byte`, async () => {
  let converged = 0;
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1).values();
  const work = async (): Promise<void> => {
    for (const seed of seeds) {
      await runSeed(seed);
      converged++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(converged).toBe(SEEDS);
}, 120_000);
