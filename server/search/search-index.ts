// Keeps what can be found equal to what is stored: looks again at articles that changed, and after a start
// at those that changed while nobody looked.

import { setImmediate as nextTurn } from "node:timers/promises";
import { readRef, refTo } from "#domain/annotation/annotation-ref.ts";
import { STATE_ROOM } from "#domain/wire.ts";
import type { ServerLog } from "../log.ts";
import {
  Closing,
  type LiveArticle,
  NoSuchRoom,
  type Rooms,
  SetAside,
} from "../rooms/live-article.ts";
import { touchArticle } from "../store/articles.ts";
import type { Database } from "../store/database.ts";
import { withoutMarks } from "../store/find-passages.ts";
import { forgetEvents, type Happening, queueEvents } from "../store/hook-events.ts";
import {
  forgetPassages,
  indexedRooms,
  markIndexed,
  NOBODYS,
  type Passage,
  type PassageChange,
  putPassages,
  type Room,
  votesBefore,
} from "../store/passages.ts";
import { articlePrefix, articleRoom, layersPrefix, stateRoom } from "../store/room-name.ts";
import { Unreadable, type UpdateLog } from "../store/update-log.ts";
import { votedOn, votesIn, votesLost } from "./votes.ts";

/** How long changes are gathered before an article is looked at, in milliseconds. */
const GATHER = 5000;

type Parts = {
  readonly database: Database;
  readonly log: UpdateLog;
  readonly rooms: Rooms;
  readonly report: ServerLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Room (as in `passages.ts`) → the seq of its last record. */
type Seqs = ReadonlyMap<string, number>;

export class SearchIndex {
  readonly #parts: Parts;
  readonly #changed = new Set<string>();
  /** One article after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #isClosing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** These rooms of the log have new records. */
  changed(rooms: ReadonlySet<string>): void {
    for (const room of rooms) this.#changed.add(room.slice(0, room.indexOf("/")));
    this.#timer ??= setTimeout(() => void this.settle([...this.#changed]), GATHER).unref();
  }

  /** Looks at every article, one after the other. Never rejects. */
  async start(): Promise<void> {
    const rows = await this.#parts.database.selectFrom("article").select("id").execute();
    for (const { id } of rows) {
      if (this.#isClosing) return;
      await this.#inTurn(() => this.#look(id));
      await nextTurn();
    }
  }

  /** Resolves when these articles can be found as they are now. Never rejects: what cannot be read is left as it was. */
  async settle(articleIds: readonly string[]): Promise<void> {
    const due = articleIds.filter((id) => this.#changed.has(id));
    for (const id of due) this.#changed.delete(id);
    if (this.#changed.size === 0 && this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    for (const id of due) void this.#inTurn(() => this.#look(id));
    await this.#last;
  }

  /**
   * Has nothing that this user wrote on the article be found any more, nor told but that it is gone; to be
   * called once it is out of the log.
   */
  async forget(articleId: string, userId: string): Promise<void> {
    await this.#inTurn(async () => {
      await this.#drop({ articleId, room: userId });
      await forgetEvents(this.#parts.database, userId, { articleId });
    });
  }

  /** Resolves when what is under way is over; nothing is looked at after. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#last;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #look(articleId: string): Promise<void> {
    if (this.#isClosing) return;
    try {
      await this.#lookNow(articleId);
    } catch (error) {
      const isKnown = [NoSuchRoom, SetAside, Unreadable, Closing].some(
        (kind) => error instanceof kind,
      );
      if (isKnown) return;
      this.#changed.add(articleId);
      this.#parts.report.error({ err: error }, "an article could not be indexed");
    }
  }

  async #lookNow(articleId: string): Promise<void> {
    const { database, rooms } = this.#parts;
    const before = await indexedRooms(database, articleId);
    if (isSame(this.#seqs(articleId), before)) return;
    await rooms.use(articleId, (live) => this.#update(live, before));
  }

  async #update(live: LiveArticle, before: Seqs): Promise<void> {
    const { database } = this.#parts;
    const articleId = live.id;
    const now = this.#seqs(articleId);
    if (before.has(NOBODYS) && now.get(NOBODYS) !== before.get(NOBODYS)) {
      await touchArticle(database, articleId, this.#parts.now());
    }
    for (const room of staleRooms(now, before).filter((each) => !live.isSetAside(each))) {
      await this.#put(live, { articleId, room }, now.get(room) ?? 0);
      // a commit for each: those who write have a turn in between
      await nextTurn();
    }
    for (const room of before.keys()) {
      if (!now.has(room)) await this.#drop({ articleId, room });
    }
  }

  /** Has nothing of a room be found any more, and told that it is gone. */
  async #drop(of: Room): Promise<void> {
    const at = this.#parts.now();
    await this.#parts.database.transaction().execute(async (transaction) => {
      const votes = await votesBefore(transaction, of);
      const changes = await forgetPassages(transaction, of);
      const spaceId = await spaceOf(transaction, of.articleId);
      if (spaceId === null) return;
      const told = changes.flatMap(happeningIn(of, at));
      const lost = await votesLost(transaction, of.articleId, { votes, at });
      await queueEvents(transaction, spaceId, [...told, ...lost]);
    });
  }

  /** Nothing is put for an article that has no row yet, or none any more. */
  async #put(live: LiveArticle, of: Room, seq: number): Promise<void> {
    const { articleId, room } = of;
    const passages = room === STATE_ROOM ? null : passagesOf(live, room);
    const votes = votesIn(live, room);
    const at = this.#parts.now();
    await this.#parts.database.transaction().execute(async (transaction) => {
      const spaceId = await spaceOf(transaction, articleId);
      if (spaceId === null) return;
      const changes = passages ? await putPassages(transaction, of, passages) : [];
      const before = await votesBefore(transaction, of);
      const told = [
        ...changes.flatMap(happeningIn(of, at)),
        ...votedOn(live, { before, now: votes, at }),
      ];
      await queueEvents(transaction, spaceId, told);
      const annotations = passages?.filter(({ part }) => part === "annotation").length ?? 0;
      await markIndexed(transaction, of, { seq, annotations, votes });
    });
  }

  #seqs(articleId: string): Seqs {
    const { log } = this.#parts;
    return new Map(
      log
        .rooms(articlePrefix(articleId))
        .map((name) => [roomOf(articleId, name), log.last(name)] as const),
    );
  }
}

/** What webhooks are told of a layer that changed. */
function happeningIn({ articleId, room: userId }: Room, at: number) {
  return ({ part, place, change }: PassageChange): Happening[] =>
    part === "text" ? [] : [{ articleId, userId, at, type: `${part}.${change}`, place }];
}

/** The space of an article; null when it has no row yet, or none any more. */
async function spaceOf(database: Database, articleId: string): Promise<string | null> {
  const row = await database
    .selectFrom("article")
    .where("id", "=", articleId)
    .select("space_id")
    .executeTakeFirst();
  return row?.space_id ?? null;
}

function roomOf(articleId: string, name: string): string {
  if (name === articleRoom(articleId)) return NOBODYS;
  if (name === stateRoom(articleId)) return STATE_ROOM;
  return name.slice(layersPrefix(articleId).length);
}

function isSame(now: Seqs, before: Seqs): boolean {
  return now.size === before.size && [...now].every(([room, seq]) => before.get(room) === seq);
}

/** What is to be read anew; the state last, for whatever it says may be about every layer. */
function staleRooms(now: Seqs, before: Seqs): string[] {
  const isNew = (room: string): boolean => now.get(room) !== before.get(room);
  const all = now.has(STATE_ROOM) && isNew(STATE_ROOM);
  const rooms = [...now.keys()].filter(
    (room) => room !== STATE_ROOM && (isNew(room) || (all && room !== NOBODYS)),
  );
  return all ? [...rooms, STATE_ROOM] : rooms;
}

function passagesOf(live: LiveArticle, room: string): Passage[] {
  return room === NOBODYS
    ? paragraphsOf(live)
    : [...annotationsOf(live, room), ...repliesOf(live, room)];
}

/** What a passage is that is neither an annotation nor about one. */
const PLAIN = {
  kind: null,
  label: null,
  hidden: 0,
  quote: "",
  about_author: null,
  about_place: null,
  attributes: null,
};

function paragraphsOf(live: LiveArticle): Passage[] {
  return live.text().blocks.map(({ text }, index) => ({
    ...{ ...PLAIN, part: "text", place: String(index), at: index },
    words: withoutMarks(text),
  }));
}

function annotationsOf(live: LiveArticle, room: string): Passage[] {
  const { hidden } = live.decisions();
  return live
    .annotations((owner) => owner === room)
    .map(({ id, kind, label, note, attributes, anchor, author, createdAt }) => ({
      ...{ ...PLAIN, part: "annotation", place: id, at: createdAt, kind, label },
      hidden: hidden.has(refTo(author, id)) ? 1 : 0,
      quote: withoutMarks(anchor.quote),
      words: withoutMarks(note),
      attributes: JSON.stringify(Object.entries(attributes).sort()),
    }));
}

function repliesOf(live: LiveArticle, room: string): Passage[] {
  const { hiddenReplies } = live.decisions();
  const said = live.talk((owner) => owner === room).get(room)?.replies ?? [];
  return said.flatMap(({ id, to, text, createdAt }): Passage[] => {
    const about = readRef(to);
    if (about === null) return [];
    return [
      {
        ...{ ...PLAIN, part: "reply", place: id, at: createdAt },
        ...{ about_author: about.owner, about_place: about.id },
        hidden: hiddenReplies.has(refTo(room, id)) ? 1 : 0,
        words: withoutMarks(text),
      },
    ];
  });
}
