// Rooms over a real log: opened once, closed when nobody needs them, set aside alone, never ahead of the disk.

import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { readLock, writeLock } from "#domain/talk/article-state.ts";
import { CLOSE } from "#domain/wire.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { TestPeople } from "../sync/test-people.ts";
import { figureOf, paragraphOf, until } from "../sync/test-server.ts";
import { Closing, NoSuchRoom, NotStored, SetAside } from "./live-article.ts";
import { WatchedLog } from "./watched-log.test-kit.ts";

let people: TestPeople;

afterEach(() => people.leave());

const ROLES = { ada: "annotator", ben: "annotator", eva: "editor" } as const;

async function open(grace?: number): Promise<WatchedLog> {
  let watched: WatchedLog | null = null;
  const wrap = (log: UpdateLog): UpdateLog => {
    watched = new WatchedLog(log);
    return watched;
  };
  people = await TestPeople.at(ROLES, grace === undefined ? { wrap } : { wrap, grace });
  if (watched === null) throw new Error("the server did not ask for a log");
  return watched;
}

const setOne = (value: number) => (layer: Y.Doc) => fieldsOf(layer).set("one", value);

/** What stands on the disk in ada's layer. */
function stored(log: UpdateLog): unknown {
  const doc = new Y.Doc();
  for (const { update } of log.read("article/layer/ada", 0)) Y.applyUpdate(doc, update);
  return fieldsOf(doc).toJSON();
}

describe("opening and closing", () => {
  test("[R1] those who arrive together share one load", async () => {
    const log = await open();
    const { rooms } = people.server;
    await rooms.create("other", paragraphOf("Another one."));
    log.reads.length = 0;
    const lengths = await Promise.all(
      Array.from({ length: 10 }, () => rooms.use("other", (article) => article.text().text.length)),
    );
    expect(lengths).toEqual(Array(10).fill(12));
    expect(log.reads.filter((room) => room === "other/article")).toHaveLength(1);
  });

  /** How often the text of an article was read from the log. */
  const loadsOf = (log: WatchedLog, article: string): number =>
    log.reads.filter((room) => room === `${article}/article`).length;

  /** Waits until an article that nobody has open was closed and loaded again. */
  async function reload(log: WatchedLog, article: string): Promise<void> {
    const before = loadsOf(log, article);
    await until(async () => {
      await people.server.rooms.use(article, () => {});
      return loadsOf(log, article) > before;
    }, `${article} is loaded again`);
  }

  test("[R2] an article stays open for a while after the last has gone", async () => {
    const log = await open();
    await people.server.rooms.use("article", () => {});
    const before = loadsOf(log, "article");
    await people.server.rooms.use("article", () => {});
    expect(loadsOf(log, "article")).toBe(before);
  });

  test("[R2] after that it is closed, and loaded anew for the next", async () => {
    const log = await open(0);
    await people.server.rooms.use("article", (article) => article.changeLayer("ada", setOne(1)));
    await reload(log, "article");
    const annotations = await people.server.rooms.use("article", (article) =>
      article.changeLayer("ada", (layer) => fieldsOf(layer).get("one")),
    );
    expect(annotations).toBe(1);
  });

  test("[R2] whoever arrives while it is about to close keeps it open", async () => {
    const log = await open(0);
    const { rooms } = people.server;
    await rooms.create("other", paragraphOf("Another one."));
    await rooms.use("article", () => {});
    const { article, leave } = await rooms.enter("article");
    const before = loadsOf(log, "article");
    await reload(log, "other"); // by now, so would the first have been
    await rooms.use("article", (same) => expect(same).toBe(article));
    expect(loadsOf(log, "article")).toBe(before);
    leave();
    leave(); // once too often must not take somebody else's stay
  });

  test("[R2] closing stores what waits, ends all sockets with 1012 and takes no new work", async () => {
    const log = await open();
    const ada = await people.join("ada");
    const { rooms } = people.server;
    fieldsOf(ada.layer()).set("one", 1);
    const late = rooms.use("article", (article) => article.changeLayer("ben", setOne(2)));
    await late;
    await rooms.close();
    await until(() => ada.closeCode !== null, "the close code");
    expect(ada.closeCode).toBe(CLOSE.restart);
    expect(log.rooms("article/layer/")).toContain("article/layer/ben");
    await expect(rooms.use("article", () => {})).rejects.toThrow(Closing);
    await expect(rooms.create("new", [])).rejects.toThrow(Closing);
  });

  test("[R2] an article without a text does not exist, and gets one only once", async () => {
    await open();
    const { rooms } = people.server;
    await expect(rooms.use("absent", () => {})).rejects.toThrow(NoSuchRoom);
    await rooms.create("absent", paragraphOf("Here now."));
    expect(await rooms.use("absent", (article) => article.text().text)).toBe("Here now.");
    await expect(rooms.create("absent", [])).rejects.toThrow(RangeError);
  });
});

describe("storing", () => {
  test("[R5] what many write at the same time is one commit", async () => {
    const log = await open();
    const { article, leave } = await people.server.rooms.enter("article");
    const before = log.commits;
    const answers: string[] = [];
    for (let user = 0; user < 50; user++) {
      const layer = new Y.Doc();
      setOne(user)(layer);
      const answered = (answer: string): void => void answers.push(answer);
      article.push(`user${user}`, Y.encodeStateAsUpdate(layer), answered);
    }
    expect(answers).toEqual([]);
    await until(() => answers.length === 50, "all are answered");
    expect(new Set(answers)).toEqual(new Set(["stored"]));
    expect(log.commits - before).toBe(1);
    leave();
  });

  test("[R5] while the disk is at work nothing is told, others are served, and what comes is one more commit", async () => {
    const log = await open();
    const [ada, ben] = [await people.join("ada"), await people.join("ben")];
    const disk = Promise.withResolvers<void>();
    log.disk = disk.promise;
    const before = log.commits;
    fieldsOf(ada.layer()).set("one", 1);
    await until(() => log.commits === before + 1, "it is written");
    fieldsOf(ada.layer()).set("two", 2);
    fieldsOf(ben.layer()).set("three", 3);
    ada.showPresence();
    await until(() => ben.seen.has(ada.article.clientID), "ben hears of ada");
    expect(log.commits).toBe(before + 1);
    expect(fieldsOf(ben.layer("ada")).size).toBe(0);
    disk.resolve();
    await until(() => fieldsOf(ben.layer("ada")).size === 2, "ben has what ada wrote");
    await until(() => fieldsOf(ada.layer("ben")).size === 1, "ada has what ben wrote");
    expect(log.commits).toBe(before + 2);
  });

  test("[R5] whoever arrives while the disk is at work finds what was written on it", async () => {
    const log = await open();
    const ada = await people.join("ada");
    log.disk = new Promise(() => {});
    const before = log.commits;
    fieldsOf(ada.layer()).set("one", 1);
    await until(() => log.commits === before + 1, "it is written");
    const ben = await people.join("ben");
    expect(fieldsOf(ben.layer("ada")).get("one")).toBe(1);
  });

  test("[R3] when the disk refuses, nothing is told, the writer hears it, and writing again works", async () => {
    const log = await open();
    const [ada, ben] = [await people.join("ada"), await people.join("ben")];
    log.failures = 1;
    const layer = new Y.Doc();
    setOne(1)(layer);
    const update = Y.encodeStateAsUpdate(layer);
    expect(await ada.ask(update)).toBe("not-stored");
    expect(stored(log)).toEqual({});
    expect(await ada.ask(update)).toBe("stored");
    await until(() => fieldsOf(ben.layer("ada")).get("one") === 1, "ben sees it");
    expect(stored(log)).toEqual({ one: 1 });
  });

  test("[R3] what is sent twice is not called stored before it is", async () => {
    const log = await open();
    const { article, leave } = await people.server.rooms.enter("article");
    const layer = new Y.Doc();
    setOne(1)(layer);
    const answers: string[] = [];
    const push = (): void =>
      article.push("ada", Y.encodeStateAsUpdate(layer), (answer) => void answers.push(answer));
    log.failures = 1;
    push();
    push();
    await until(() => answers.length === 2, "both are answered");
    expect(answers).toEqual(["not-stored", "not-stored"]);
    push();
    push();
    await until(() => answers.length === 4, "both are answered");
    expect(answers.slice(2)).toEqual(["stored", "stored"]);
    expect(log.read("article/layer/ada", 0)).toHaveLength(1);
    leave();
  });

  test("[R3] an editor whose edit was not stored is closed with 1012, and brings it again", async () => {
    const log = await open();
    const [eva, ben] = [await people.join("eva"), await people.join("ben")];
    await until(() => articleFragment(eva.article).length === 1, "the text");
    log.failures = 1;
    articleFragment(eva.article).insert(0, [new Y.XmlElement("blockquote")]);
    await until(() => eva.closeCode !== null, "the close code");
    expect(eva.closeCode).toBe(CLOSE.restart);
    expect(articleFragment(ben.article).length).toBe(1);
    await eva.connect();
    await until(() => articleFragment(ben.article).length === 2, "ben sees it");
    expect(ben.closeCode).toBeNull();
  });

  test("[R3] for a request, too: it fails, and the layer is as before", async () => {
    const log = await open();
    await people.server.rooms.use("article", async (article) => {
      await article.changeLayer("ada", setOne(1));
      log.failures = 1;
      await expect(article.changeLayer("ada", setOne(2))).rejects.toThrow(NotStored);
      expect(await article.changeLayer("ada", (layer) => fieldsOf(layer).get("one"))).toBe(1);
      await article.changeLayer("ada", setOne(3));
      log.failures = 1;
      const lock = { hash: "00", by: "eva", at: 1 };
      const change = article.changeState((state) => writeLock(state, lock));
      await expect(change).rejects.toThrow(NotStored);
      expect(article.lock()).toBeNull();
      expect(await article.changeState(readLock)).toBeNull();
    });
    expect(stored(log)).toEqual({ one: 3 });
  });

  test("[R3] what a request changes next after a refusal is stored when it says so", async () => {
    const log = await open();
    log.failures = 1;
    await people.server.rooms.use("article", async (article) => {
      await expect(article.changeLayer("ada", setOne(1))).rejects.toThrow(NotStored);
      await article.changeLayer("ada", setOne(2));
    });
    expect(stored(log)).toEqual({ one: 2 });
  });

  test("[R3] a change that throws half-way leaves nothing behind", async () => {
    const log = await open();
    await people.server.rooms.use("article", async (article) => {
      await article.changeLayer("ada", setOne(1));
      const change = article.changeLayer("ada", (layer) => {
        setOne(2)(layer);
        throw new RangeError("no");
      });
      await expect(change).rejects.toThrow(RangeError);
      await article.changeLayer("ada", (layer) => fieldsOf(layer).set("two", 2));
    });
    expect(stored(log)).toEqual({ one: 1, two: 2 });
  });
});

describe("setting aside", () => {
  /** Bytes with a right checksum that Yjs cannot read. */
  const BROKEN = new Uint8Array([1, 1, 1, 0, 200]);

  const aside = (): Promise<number> => figureOf(people.server, "postil_documents_set_aside");

  test("[R4] a layer that cannot be read is set aside alone", async () => {
    const log = await open();
    log.append({ records: [{ room: "article/layer/ada", update: BROKEN }], clients: [] });
    const [ada, ben] = [await people.join("ada"), await people.join("ben")];
    const layer = new Y.Doc();
    setOne(1)(layer);
    expect(await ada.ask(Y.encodeStateAsUpdate(layer))).toBe("set-aside");
    setOne(1)(ben.layer());
    await until(() => fieldsOf(ada.layer("ben")).get("one") === 1, "ada sees ben's");
    expect(await aside()).toBe(1);
    await people.server.rooms.use("article", async (article) => {
      expect(article.annotations(() => true)).toEqual([]);
      await expect(article.changeLayer("ada", setOne(1))).rejects.toThrow(SetAside);
    });
  });

  test("[R4] an article whose text cannot be read is closed with 4410; others are open", async () => {
    const log = await open();
    await people.server.rooms.create("other", paragraphOf("Another one."));
    log.append({ records: [{ room: "article/article", update: BROKEN }], clients: [] });
    await expect(people.server.rooms.use("article", () => {})).rejects.toThrow(SetAside);
    const ada = await people.connect("ada");
    await until(() => ada.closeCode !== null, "the close code");
    expect(ada.closeCode).toBe(CLOSE.setAside);
    expect(await aside()).toBe(1);
    const text = await people.server.rooms.use("other", (article) => article.text().text);
    expect(text).toBe("Another one.");
  });
});
