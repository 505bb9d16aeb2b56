// Every article that is open in this process: opened once, closed when nobody needs it any more.

import type { Logger } from "pino";
import { Gauge, type Registry } from "prom-client";
import * as Y from "yjs";
import { type ArticleNode, writeNodes } from "#domain/article/article.ts";
import { CLOSE } from "#domain/wire.ts";
import type { NewsCarrier } from "../news/news.ts";
import { articlePrefix, articleRoom, layerRoom, stateRoom } from "../store/room-name.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { Beat } from "./beat.ts";
import { Committer } from "./committer.ts";
import type { Compactor } from "./compactor.ts";
import {
  Closing,
  type LiveArticle,
  NoSuchRoom,
  NotStored,
  type Rooms,
  SetAside,
} from "./live-article.ts";
import { type ArticleParts, OpenArticle } from "./open-article.ts";
import { SetAsideRooms } from "./set-aside.ts";

/** How long an article that nobody has open any more stays in memory, in milliseconds: a reload finds it warm. */
const GRACE = 30_000;

export type RoomsOptions = {
  readonly log: UpdateLog;
  readonly report: Logger;
  readonly registry: Registry;
  /** Told of rooms that have new records. */
  readonly news: NewsCarrier;
  /** Absent: the log is left as it is. */
  readonly compactor?: Compactor;
  /** Milliseconds; `GRACE` when absent. */
  readonly grace?: number;
};

/** A claim on an open article: it stays open until `leave` is called, which may happen more than once. */
export type Stay = { readonly article: OpenArticle; readonly leave: () => void };

/** The rooms, and what sockets need of them. */
export interface OpenRooms extends Rooms {
  readonly beat: Beat;
  /** Opens an article for as long as a socket needs it. Rejects as `use` does. */
  enter(articleId: string): Promise<Stay>;
  /** What was taken until now is on disk or not when this resolves. */
  settle(): Promise<void>;
}

/** Opens the rooms over a log. Nothing is read until somebody asks. */
export function openRooms(options: RoomsOptions): OpenRooms {
  return new RoomRegistry(options);
}

type Entry = {
  readonly article: Promise<OpenArticle>;
  stays: number;
  timer: NodeJS.Timeout | null;
};

class RoomRegistry implements OpenRooms {
  readonly beat: Beat;
  readonly #parts: ArticleParts;
  readonly #compactor: Compactor | undefined;
  readonly #grace: number;
  readonly #entries = new Map<string, Entry>();
  #isClosing = false;
  /** Resolves when the log is written anew; null while it is not being written anew. */
  #rewriting: Promise<unknown> | null = null;

  constructor({ log, report, registry, news, compactor, grace = GRACE }: RoomsOptions) {
    this.beat = new Beat(registry);
    const entries = this.#entries;
    new Gauge({
      name: "postil_articles_open",
      help: "Articles in memory.",
      registers: [registry],
      collect() {
        this.set(entries.size);
      },
    });
    const onStored = (rooms: ReadonlySet<string>): void => void news.tell("records", rooms);
    const committer = new Committer({ log, report, registry, beat: this.beat, onStored });
    const setAside = new SetAsideRooms(report, registry);
    this.#parts = { log, committer, setAside, onLost: ({ id }) => this.#entries.delete(id) };
    this.#compactor = compactor;
    this.#grace = grace;
  }

  async use<T>(articleId: string, work: (article: LiveArticle) => T | Promise<T>): Promise<T> {
    const { article, leave } = await this.enter(articleId);
    try {
      this.#parts.committer.flush();
      return await work(article);
    } finally {
      leave();
    }
  }

  async enter(articleId: string): Promise<Stay> {
    // who comes in wants what waits to be on disk
    await this.#writable();
    if (this.#isClosing) throw new Closing();
    const entry = this.#entries.get(articleId) ?? this.#open(articleId);
    this.#hold(entry);
    const article = await this.#loaded(articleId, entry);
    // closing may have begun while this one waited
    if (this.#isClosing) throw new Closing();
    let isHere = true;
    const leave = (): void => {
      if (isHere) this.#release(articleId, entry);
      isHere = false;
    };
    return { article, leave };
  }

  async create(articleId: string, nodes: readonly ArticleNode[]): Promise<void> {
    if (this.#isClosing) throw new Closing();
    const { log, committer } = this.#parts;
    const room = articleRoom(articleId);
    if (log.read(room, 0).length > 0) throw new RangeError(`article ${articleId} has a text`);
    const doc = new Y.Doc();
    writeNodes(doc, nodes);
    const settled = Promise.withResolvers<void>();
    committer.add({
      record: { room, update: Y.encodeStateAsUpdate(doc) },
      clients: [],
      stored: () => settled.resolve(),
      failed: () => settled.reject(new NotStored()),
    });
    await settled.promise;
  }

  async settle(): Promise<void> {
    await this.#writable();
    this.beat.now();
  }

  async remove(articleId: string): Promise<void> {
    await this.#writable();
    const { log, committer } = this.#parts;
    committer.refuse(articleId);
    const entry = this.#entries.get(articleId);
    this.#entries.delete(articleId);
    if (entry?.timer) clearTimeout(entry.timer);
    const opened = await entry?.article.catch(() => null);
    opened?.end(CLOSE.noRoom);
    log.remove(articlePrefix(articleId));
    // a snapshot that is being read stands in the way of emptying the file behind it
    await this.#compactor?.settled();
    log.tidy();
  }

  async erase(articleId: string, userId: string): Promise<void> {
    await this.#writable();
    if (!this.knows(articleId, userId)) return;
    const layer = layerRoom(articleId, userId);
    try {
      const { article, leave } = await this.enter(articleId);
      await article.erase(userId).finally(leave);
    } catch (error) {
      if (!(error instanceof SetAside || error instanceof NoSuchRoom)) throw error;
      this.#parts.log.remove(layer);
    }
    this.#compactor?.compact(stateRoom(articleId));
  }

  knows(articleId: string, userId: string): boolean {
    const { log, committer } = this.#parts;
    // the log tells of what was written only
    committer.flush();
    const layer = layerRoom(articleId, userId);
    if (log.rooms(layer).includes(layer)) return true;
    return log
      .read(stateRoom(articleId), 0)
      .some(({ update }) =>
        Buffer.from(update.buffer, update.byteOffset, update.length).includes(userId),
      );
  }

  async rewrite(): Promise<void> {
    // a snapshot that is being read stands in the way
    await this.#compactor?.settled();
    await this.#writable();
    const { committer, log } = this.#parts;
    const rewriting = committer.pause(() => log.rewrite());
    this.#rewriting = rewriting.catch(() => {});
    await rewriting.finally(() => {
      this.#rewriting = null;
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#writable();
    this.#parts.committer.flush();
    this.beat.now();
    for (const { article, timer } of this.#entries.values()) {
      if (timer) clearTimeout(timer);
      const opened = await article.catch(() => null);
      opened?.end(CLOSE.restart);
    }
    this.#entries.clear();
  }

  /** Resolves when the log is not being written anew. */
  async #writable(): Promise<void> {
    while (this.#rewriting !== null) await this.#rewriting;
  }

  #open(articleId: string): Entry {
    const entry = { article: OpenArticle.load(articleId, this.#parts), stays: 0, timer: null };
    this.#entries.set(articleId, entry);
    return entry;
  }

  /** A load that failed is not kept: the next to arrive tries again. */
  async #loaded(articleId: string, entry: Entry): Promise<OpenArticle> {
    try {
      return await entry.article;
    } catch (error) {
      if (this.#entries.get(articleId) === entry) this.#entries.delete(articleId);
      throw error;
    }
  }

  #hold(entry: Entry): void {
    entry.stays++;
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = null;
  }

  /** The last to leave starts the grace; whoever arrives in it finds the article open. */
  #release(articleId: string, entry: Entry): void {
    entry.stays--;
    if (entry.stays > 0 || this.#entries.get(articleId) !== entry) return;
    entry.timer = setTimeout(() => this.#forget(articleId, entry), this.#grace).unref();
  }

  #forget(articleId: string, entry: Entry): void {
    if (entry.stays > 0 || this.#entries.get(articleId) !== entry) return;
    // whatever still waits is on disk before the next arrival loads from there
    this.#parts.committer.flush();
    this.#entries.delete(articleId);
    this.#compactor?.left(articleId);
  }
}
