// What goes on while the log is written anew.

import { afterEach, expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { TestPeople } from "../sync/test-people.ts";
import { until } from "../sync/test-server.ts";
import { WatchedLog } from "./watched-log.test-kit.ts";

let people: TestPeople;

afterEach(() => people.leave());

async function open(): Promise<WatchedLog> {
  let watched: WatchedLog | null = null;
  const wrap = (log: UpdateLog): UpdateLog => {
    watched = new WatchedLog(log);
    return watched;
  };
  people = await TestPeople.at({ ada: "annotator", ben: "annotator", cem: "annotator" }, { wrap });
  if (watched === null) throw new Error("the server did not ask for a log");
  return watched;
}

test("[R10] while the log is written anew people see each other, what they write waits, and who comes", async () => {
  const log = await open();
  const { rooms } = people.server;
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  const files = Promise.withResolvers<void>();
  log.files = files.promise;
  const [rewriting, before] = [rooms.rewrite(), log.commits];
  fieldsOf(ada.layer()).set("one", 1);
  ada.showPresence();
  await until(() => ben.seen.has(ada.article.clientID), "ben hears of ada");
  const coming = people.join("cem");
  const asking = rooms.use("article", (article) => article.text().text);
  const looking = people.server.lookAgain();
  let isOver = false;
  void Promise.race([coming, asking, looking, rewriting]).then(() => {
    isOver = true;
  });
  ben.showPresence();
  await until(() => ada.seen.has(ben.article.clientID), "ada hears of ben");
  expect(isOver).toBe(false);
  expect(log.commits).toBe(before);
  expect(fieldsOf(ben.layer("ada")).size).toBe(0);

  files.resolve();
  await Promise.all([rewriting, looking]);
  expect(await asking).toBe("The mayor lied.");
  await until(() => ada.isSaved && fieldsOf(ben.layer("ada")).size === 1, "ben has what ada wrote");
  expect(fieldsOf((await coming).layer("ada")).get("one")).toBe(1);
});

test("[R10] when the log could not be written anew, writing goes on", async () => {
  const log = await open();
  const ada = await people.join("ada");
  const files = Promise.withResolvers<void>();
  log.files = files.promise;
  const rewriting = people.server.rooms.rewrite();
  fieldsOf(ada.layer()).set("one", 1);
  files.reject(new Error("no room"));
  await expect(rewriting).rejects.toThrow("no room");
  await until(() => ada.isSaved, "it is saved");
});
