// The scheme of the space, told to those who have an article open.

import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { encodeHello, READY, SCHEME, SCHEME_ROOM } from "#domain/wire.ts";
import { openStock } from "./stock-client.ts";
import type { TestClient } from "./test-client.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;

beforeEach(async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "viewer" });
});
afterEach(() => people.leave());

const version = (number: number) => ({ ...POSTIL_CORE, version: number });

const readyTimes = ({ heard }: TestClient): number => heard.filter((type) => type === READY).length;

/** Says HELLO once more, and waits for the answer. */
async function greet(client: TestClient, held: number): Promise<void> {
  const before = readyTimes(client);
  client.send(encodeHello(new Map([[SCHEME_ROOM, held]])));
  await until(() => readyTimes(client) > before, "the answer");
}

test("[S16] whoever holds no version, or another one, is sent the scheme before READY", async () => {
  const ada = await people.join("ada");
  expect(ada.scheme).toEqual(POSTIL_CORE);
  expect(ada.heard.indexOf(SCHEME)).toBeLessThan(ada.heard.indexOf(READY));
  await greet(ada, 1);
  expect(ada.heard.filter((type) => type === SCHEME)).toHaveLength(1);
  await greet(ada, 7);
  expect(ada.heard.filter((type) => type === SCHEME)).toHaveLength(2);
});

test("[S16] a change is told to everybody at once, and to whoever comes later", async () => {
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  people.server.schemes.change(version(2));
  await until(() => ada.scheme?.version === 2 && ben.scheme?.version === 2, "both are told");
  const again = await people.join("ada");
  expect(again.scheme?.version).toBe(2);
  people.server.schemes.change(version(3));
  await until(() => [ada, ben, again].every(({ scheme }) => scheme?.version === 3), "all are");
});

test("[S16] a stock client hears nothing of it", async () => {
  const stock = openStock(people.server, "article", "ben", new Y.Doc());
  await until(() => stock.synced, "ben is synced");
  const types: number[] = [];
  stock.messageHandlers[SCHEME] = () => types.push(SCHEME);
  const ada = await people.join("ada");
  people.server.schemes.change(version(2));
  await until(() => ada.scheme?.version === 2, "ada is told");
  ada.showPresence();
  await until(() => stock.awareness.getStates().has(ada.article.clientID), "ben hears the rest");
  expect(types).toEqual([]);
  stock.destroy();
});
