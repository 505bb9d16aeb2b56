// In which order people are told of what is on disk.

import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { TestPeople } from "../sync/test-people.ts";
import { until } from "../sync/test-server.ts";
import { WatchedLog } from "./watched-log.test-kit.ts";

let people: TestPeople;

afterEach(() => people.leave());

async function open(): Promise<WatchedLog> {
  const opened = Promise.withResolvers<WatchedLog>();
  const wrap = (log: UpdateLog): UpdateLog => {
    const watched = new WatchedLog(log);
    opened.resolve(watched);
    return watched;
  };
  people = await TestPeople.at({}, { wrap });
  return await opened.promise;
}

test("[R5] who asks for all that is stored while being told of some of it changes no order", async () => {
  const log = await open();
  const { article, leave } = await people.server.rooms.enter("article");
  const told: unknown[] = [];
  article.listen({
    onRecord: ({ room, after, seq }) => {
      told.push([room, after, seq]);
      article.layerClocks("ada");
    },
    ...{ onText: () => {}, onErased: () => {}, onEnd: () => {} },
  });
  const push = (user: string): void => {
    const layer = new Y.Doc();
    fieldsOf(layer).set("one", 1);
    article.push(user, Y.encodeStateAsUpdate(layer), () => {});
  };
  const disk = Promise.withResolvers<void>();
  log.disk = disk.promise;
  const before = log.commits;
  for (const user of ["ada", "ben"]) push(user);
  await until(() => log.commits === before + 1, "they are written");
  push("ben");
  disk.resolve();
  await until(() => told.length === 3, "all are told");
  expect(told).toEqual([
    ["ada", 0, 1],
    ["ben", 0, 1],
    ["ben", 1, 2],
  ]);
  leave();
});
