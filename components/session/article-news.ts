// What others wrote since I left the article last.

import type * as Y from "yjs";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { watchLayer } from "#domain/annotation/layer.ts";
import { proposalsOf, recordsOf, repliesOf, votesOf } from "#domain/annotation/layer-roots.ts";
import { isCarriedOver } from "#domain/annotation/renewed-layer.ts";
import { type Knows, knownAt, type LastVisit, visitOf, writingOf } from "#domain/last-visit.ts";
import { readReply, watchTalk } from "#domain/talk/talk.ts";
import { type Readable, Store } from "./store.ts";

/** Annotations go by their references. */
export interface ArticleNews {
  /**
   * The annotations that are new, or about which something new was said. Empty until the last visit
   * is known and everything has arrived. What is said of an annotation may arrive before itself.
   */
  readonly fresh: Readable<ReadonlySet<string>>;
  /** Tells how the last visit ended; null when there was none: then what there is now is not new. */
  begin(last: LastVisit | null): void;
  /** Nothing about this annotation is new any more. */
  open(ref: string): void;
  openAll(): void;
  /** This visit, if it ended now; null until it has begun and everything has arrived. */
  visit(): LastVisit | null;
}

/** The maps of a layer that news come from. */
const ROOTS = [recordsOf, repliesOf, votesOf, proposalsOf] as const;

type Root = (typeof ROOTS)[number];

/** How long what arrives is gathered before it is told to be new, in milliseconds. */
const GATHERING = 150;

/** Something that somebody wrote: an entry of a map of their layer, by its key, as it was written. */
type Written = { readonly owner: string; readonly root: Root; readonly key: string };

export class SessionNews implements ArticleNews {
  readonly fresh = new Store<ReadonlySet<string>>(new Set());
  readonly #me: string;
  readonly #layers = new Map<string, Y.Doc>();
  /** By annotation: the names of what is new about it, with the writing of each. */
  readonly #news = new Map<string, Map<string, string>>();
  /** By the name of what was written: the annotation it is about. */
  readonly #about = new Map<string, string>();
  /** The writings that were opened in this visit. */
  readonly #opened = new Set<string>();
  #isComplete = false;
  #last: LastVisit | null | undefined;
  #knows: Knows | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(me: string) {
    this.#me = me;
  }

  /** Returns the function that forgets what is new in the layer, and stops. */
  followLayer(owner: string, layer: Y.Doc): () => void {
    this.#layers.set(owner, layer);
    if (owner === this.#me) return () => {};
    const judge = (root: Root, keys: Iterable<string>): void => {
      for (const key of keys) this.#judge({ owner, root, key });
    };
    const stopLayer = watchLayer(layer, (ids) => {
      judge(recordsOf, ids);
      this.#tellSoon();
    });
    const stopTalk = watchTalk(layer, ({ replies, votes, proposals }) => {
      judge(repliesOf, replies);
      judge(votesOf, votes);
      judge(proposalsOf, proposals);
      this.#tellSoon();
    });
    return () => {
      stopLayer();
      stopTalk();
      this.#leave(owner);
    };
  }

  /** Everything that others wrote until now has arrived. */
  complete(): void {
    this.#isComplete = true;
    this.#start();
  }

  begin(last: LastVisit | null): void {
    this.#last = last;
    this.#start();
  }

  open(ref: string): void {
    this.#open(ref);
    this.#tell();
  }

  openAll(): void {
    for (const ref of [...this.#news.keys()]) this.#open(ref);
    this.#tell();
  }

  visit(): LastVisit | null {
    return this.#knows === null ? null : visitOf(this.#layers);
  }

  #start(): void {
    if (this.#knows !== null || !this.#isComplete || this.#last === undefined) return;
    this.#knows = knownAt(this.#last ?? visitOf(this.#layers));
    for (const [owner, layer] of this.#layers) {
      if (owner === this.#me) continue;
      for (const root of ROOTS) {
        for (const key of root(layer).keys()) this.#judge({ owner, root, key });
      }
    }
    this.#tell();
  }

  #judge({ owner, root, key }: Written): void {
    const layer = this.#layers.get(owner);
    if (!layer || this.#knows === null) return;
    const name = `${ROOTS.indexOf(root)} ${owner} ${key}`;
    this.#forget(name);
    const id = writingOf(root(layer), key);
    if (id === null || this.#knows(owner, id) || this.#wasSeen(owner, layer, id)) return;
    const writing = `${owner} ${id.client} ${id.clock}`;
    const ref = aboutWhich(layer, { owner, root, key });
    if (ref === null || this.#opened.has(writing)) return;
    this.#about.set(name, ref);
    this.#news.set(ref, (this.#news.get(ref) ?? new Map()).set(name, writing));
  }

  /** Whatever a layer held when it was begun anew is not new to somebody who had seen it before. */
  #wasSeen(owner: string, layer: Y.Doc, writing: Y.ID): boolean {
    return isCarriedOver(layer, writing) && this.#last?.layers[owner] !== undefined;
  }

  #leave(owner: string): void {
    this.#layers.delete(owner);
    for (const name of [...this.#about.keys()]) {
      if (name.split(" ")[1] === owner) this.#forget(name);
    }
    this.#tellSoon();
  }

  #forget(name: string): void {
    const ref = this.#about.get(name);
    if (ref === undefined) return;
    this.#about.delete(name);
    const others = this.#news.get(ref);
    others?.delete(name);
    if (others?.size === 0) this.#news.delete(ref);
  }

  #open(ref: string): void {
    for (const [name, writing] of this.#news.get(ref) ?? []) {
      this.#opened.add(writing);
      this.#about.delete(name);
    }
    this.#news.delete(ref);
  }

  /** Nobody waits for a sign of what is new as they wait for a highlight. */
  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), GATHERING);
  }

  #tell(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const told = this.fresh.get();
    const isSame = told.size === this.#news.size && [...told].every((ref) => this.#news.has(ref));
    if (!isSame) this.fresh.set(new Set(this.#news.keys()));
  }
}

/** The annotation that something is about; null for a reply that is malformed. */
function aboutWhich(layer: Y.Doc, { owner, root, key }: Written): string | null {
  if (root === recordsOf) return refTo(owner, key);
  return root === repliesOf ? (readReply(layer, owner, key)?.to ?? null) : key;
}
