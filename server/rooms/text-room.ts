// The article's text, open: a document in memory that editors' updates are applied to before they are stored.

import * as Y from "yjs";
import { type ArticleNode, articleFragment, readNodes } from "#domain/article/article.ts";
import { type ArticleText, readText } from "#domain/article/article-text.ts";
import { articleRoom } from "../store/room-name.ts";
import { type ClientOwner, NOBODY } from "../store/update-log.ts";
import { admitToArticle } from "../sync/admission/admit-article.ts";
import type { Admitted } from "../sync/admission/admit-layer.ts";
import { Ledger } from "../sync/admission/ledger.ts";
import type { Answered, LayerParts } from "./layer-room.ts";
import { NoSuchRoom } from "./live-article.ts";
import { applyAll, isWaiting } from "./load-doc.ts";

type TextParts = Pick<LayerParts, "article" | "log" | "committer" | "clientIds"> & {
  /** Told of every update that is on disk. */
  readonly onUpdate: (update: Uint8Array) => void;
};

/** The document, and what was computed from it since it last changed. */
type Open = {
  readonly doc: Y.Doc;
  /** All that was admitted. */
  readonly ledger: Ledger;
  text?: ArticleText;
  nodes?: readonly ArticleNode[];
  whole?: Uint8Array;
};

export class TextRoom {
  readonly #parts: TextParts;
  readonly #name: string;
  /** Null when it ran ahead of a disk that refused, or broke: it is built again from what is on disk. */
  #open: Open | null;

  /** Loads the text. Throws NoSuchRoom when there is none, or Unloadable. */
  constructor(parts: TextParts) {
    this.#parts = parts;
    this.#name = articleRoom(parts.article);
    this.#open = this.#load();
  }

  text(): ArticleText {
    const open = this.#current();
    open.text ??= readText(articleFragment(open.doc));
    return open.text;
  }

  nodes(): readonly ArticleNode[] {
    const open = this.#current();
    open.nodes ??= readNodes(open.doc);
    return open.nodes;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#current().doc);
  }

  /**
   * What somebody lacks who holds what this state vector says; nothing in it runs ahead of the disk.
   * Throws for bytes that are no state vector.
   */
  since(stateVector: Uint8Array): Uint8Array {
    this.#parts.committer.flush();
    const open = this.#current();
    if (stateVector.length > 1) return Y.encodeStateAsUpdate(open.doc, stateVector);
    open.whole ??= Y.encodeStateAsUpdate(open.doc);
    return open.whole;
  }

  /** Whether an update brings nothing that isn't here; false for one that is malformed. Throws Unloadable. */
  knows(bytes: Uint8Array, user: string): boolean {
    const { doc, ledger } = this.#current();
    const sender = { user, ownerOf: this.#parts.clientIds.ownerOf };
    const admission = admitToArticle(bytes, doc, sender);
    return admission.refusal === null && !ledger.isNews(admission.update);
  }

  /** Admits an editor's update, applies it, and has it stored. Throws Unloadable when the text broke for good. */
  edit(user: string, bytes: Uint8Array, answered: Answered): void {
    const { doc, ledger } = this.#current();
    const sender = { user, ownerOf: this.#parts.clientIds.ownerOf };
    const admission = admitToArticle(bytes, doc, sender);
    if (admission.refusal !== null) answered(admission.refusal);
    else if (!ledger.isNews(admission.update)) this.#await(answered);
    else this.#take(admission, user, answered);
  }

  /** A copy of the document. */
  draft(): Y.Doc {
    const draft = new Y.Doc();
    Y.applyUpdate(draft, this.since(new Uint8Array()));
    return draft;
  }

  /** Has the server's own change stored: what a draft holds that isn't here. */
  publish(draft: Y.Doc, answered: Answered): void {
    const { doc } = this.#current();
    const update = Y.encodeStateAsUpdate(draft, Y.encodeStateVector(doc));
    Y.applyUpdate(doc, update);
    this.#open = { doc, ledger: Ledger.of(doc) };
    this.#store(update, this.#parts.clientIds.bind([draft.clientID], NOBODY));
    this.#await(answered);
  }

  #take({ update, bytes }: Admitted, user: string, answered: Answered): void {
    const { doc, ledger } = this.#current();
    const written = this.#apply(doc, bytes);
    if (written === null) {
      this.#reload();
      answered("malformed");
      return;
    }
    ledger.enter(update);
    this.#open = { doc, ledger };
    const clients = update.sections.map(({ client }) => client);
    const fresh = this.#parts.clientIds.bind(clients, user);
    for (const each of [Uint8Array.from(bytes), ...written]) this.#store(each, fresh);
    this.#await(answered);
  }

  /**
   * Applies an update. Returns what Yjs then wrote by itself (it takes superfluous marks out of a text),
   * or null when the document broke or waits for something.
   */
  #apply(doc: Y.Doc, bytes: Uint8Array): Uint8Array[] | null {
    const written: Uint8Array[] = [];
    const onUpdate = (update: Uint8Array, origin: unknown): void => {
      if (origin !== this) written.push(update);
    };
    doc.on("update", onUpdate);
    try {
      Y.applyUpdate(doc, bytes, this);
      return isWaiting(doc) ? null : written;
    } catch {
      return null; // whatever Yjs threw, the document is half changed now
    } finally {
      doc.off("update", onUpdate);
    }
  }

  #store(update: Uint8Array, fresh: readonly ClientOwner[]): void {
    const { committer, clientIds, onUpdate } = this.#parts;
    committer.add({
      record: { room: this.#name, update },
      clients: fresh,
      stored: () => onUpdate(update),
      failed: () => {
        clientIds.release(fresh);
        this.#open = null;
      },
    });
  }

  /** Answers when everything added before is on disk. */
  #await(answered: Answered): void {
    this.#parts.committer.add({
      record: null,
      clients: [],
      stored: () => answered("stored"),
      failed: () => answered("not-stored"),
    });
  }

  #current(): Open {
    this.#open ??= this.#load();
    return this.#open;
  }

  /** Builds the document again; what others wrote in this beat is stored first, so that it is in it. */
  #reload(): void {
    this.#parts.committer.flush();
    this.#open = this.#load();
  }

  #load(): Open {
    const records = this.#parts.log.read(this.#name, 0);
    if (records.length === 0) throw new NoSuchRoom(this.#parts.article);
    const doc = new Y.Doc();
    articleFragment(doc);
    applyAll(
      doc,
      records.map(({ update }) => update),
    );
    return { doc, ledger: Ledger.of(doc) };
  }
}
