// The excerpts that are told at one article: of the state, and of editors' layers, for everyone who sees
// only what is about visible annotations.

import * as Y from "yjs";
import { ownerIn } from "#domain/annotation/annotation-ref.ts";
import { LAYER_ROOTS, PROPOSALS, REPLIES, VOTES } from "#domain/annotation/layer-roots.ts";
import { ANCHORS } from "#domain/annotation/moved-anchors.ts";
import { ARTICLE, HIDDEN, HIDDEN_REPLIES, RESOLVED } from "#domain/talk/article-state.ts";
import { type RoomUpdate, STATE_ROOM } from "#domain/wire.ts";
import type { Sight } from "../access/sight.ts";
import type { OpenArticle } from "../rooms/open-article.ts";
import { type Entry, Excerpt } from "./excerpt.ts";

const STATE_ROOTS: readonly string[] = [ARTICLE, RESOLVED, HIDDEN, HIDDEN_REPLIES, ANCHORS];

/** Everyone with one sight. */
type Reader = { readonly sight: Sight; readonly excerpts: Map<string, Excerpt> };

export class Excerpts {
  readonly #article: OpenArticle;
  /** Readers by the names of their sights. */
  readonly #readers = new Map<string, Reader>();
  /** What excerpts are made of, by room. */
  readonly #sources = new Map<string, Source>();

  constructor(article: OpenArticle) {
    this.#article = article;
  }

  get areRead(): boolean {
    return this.#readers.size > 0;
  }

  /** Of every room that this sight does not show whole, all that may be told; `follow` goes on from there. */
  wholeFor(sight: Sight): RoomUpdate[] {
    const reader = this.#readers.get(sight.name) ?? { sight, excerpts: new Map() };
    this.#readers.set(sight.name, reader);
    const rooms = [STATE_ROOM, ...this.#article.owners()].filter((room) => isPartly(sight, room));
    return rooms
      .map((room) => this.#excerptFor(reader, room).whole())
      .filter((told) => told !== null);
  }

  /** What a record that is on disk means to readers, by the names of their sights. */
  follow({ room, update }: RoomUpdate): (readonly [name: string, told: RoomUpdate])[] {
    if (!this.areRead) return [];
    // a source that is made below has the record already
    const touched = this.#sources.get(room)?.take(update) ?? [];
    const readers = [...this.#readers].filter(([, { sight }]) => isPartly(sight, room));
    return readers.flatMap(([name, reader]) => {
      const known = reader.excerpts.get(room);
      const told = known ? known.follow(touched) : this.#excerptFor(reader, room).whole();
      return told === null ? [] : [[name, told] as const];
    });
  }

  /** What a layer held was erased. Returns the names of the sights that had excerpts of it. */
  forget(room: string): string[] {
    this.#sources.delete(room);
    return [...this.#readers]
      .filter(([, { excerpts }]) => excerpts.delete(room))
      .map(([name]) => name);
  }

  /** Keeps nothing for sights that nobody has any more. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of [...this.#readers.keys()]) if (!names.has(name)) this.#readers.delete(name);
    if (this.#readers.size === 0) this.#sources.clear();
  }

  #excerptFor({ sight, excerpts }: Reader, room: string): Excerpt {
    const known = excerpts.get(room);
    if (known) return known;
    const { doc, entries } = this.#source(room);
    const excerpt = new Excerpt(room, doc, entries(), (entry, value) =>
      this.#mayTell(sight, entry, value),
    );
    excerpts.set(room, excerpt);
    return excerpt;
  }

  #source(room: string): Source {
    const source = this.#sources.get(room) ?? new Source(this.#article, room);
    this.#sources.set(room, source);
    return source;
  }

  #mayTell({ sees, seesWhole }: Sight, { root, key }: Entry, value: unknown): boolean {
    switch (root) {
      case RESOLVED:
      case HIDDEN:
      case ANCHORS:
      case VOTES:
      case PROPOSALS:
        return sees(ownerIn(key));
      case REPLIES:
        return sees(ownerIn(targetIn(value)));
      case HIDDEN_REPLIES:
        return seesWhole(ownerIn(key)) || (sees(ownerIn(key)) && sees(this.#targetOf(key)));
      default:
        return true;
    }
  }

  /** Whose annotation a reply is about. */
  #targetOf(reply: string): string {
    const owner = ownerIn(reply);
    const replies = this.#source(owner).doc.getMap(REPLIES);
    return ownerIn(targetIn(replies.get(reply.slice(owner.length + 1))));
  }
}

/** The document of a room as it is on disk. */
class Source {
  readonly doc = new Y.Doc();
  readonly #room: string;
  #touched: Entry[] = [];

  constructor(article: OpenArticle, room: string) {
    this.#room = room;
    for (const record of article.roomsSince(new Map(), (owner) => owner === room)) {
      if (record.room === room) Y.applyUpdate(this.doc, record.update);
    }
    for (const root of this.#roots) {
      this.doc.getMap(root).observe(({ keysChanged }) => {
        const keys = [...keysChanged].filter((key) => key !== null);
        for (const key of keys) this.#touched.push({ room, root, key });
      });
    }
  }

  /** All that there is. */
  readonly entries = (): Entry[] =>
    this.#roots.flatMap((root) =>
      [...this.doc.getMap(root).keys()].map((key) => ({ room: this.#room, root, key })),
    );

  /** Takes a record in, and tells which entries it touched. */
  take(update: Uint8Array): readonly Entry[] {
    this.#touched = [];
    Y.applyUpdate(this.doc, update);
    return this.#touched;
  }

  get #roots(): readonly string[] {
    return this.#room === STATE_ROOM ? STATE_ROOTS : LAYER_ROOTS;
  }
}

/** Whether a room is told in excerpts. */
const isPartly = ({ sees, seesWhole }: Sight, room: string): boolean =>
  !seesWhole(room) && (room === STATE_ROOM || sees(room));

/** What a reply is about; empty for what is no reply. */
function targetIn(value: unknown): string {
  const isReply = typeof value === "object" && value !== null && "to" in value;
  return isReply && typeof value.to === "string" ? value.to : "";
}
