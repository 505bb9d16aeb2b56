// One article with its layers and state, open in memory: what HTTP requests may do with it.

import type * as Y from "yjs";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { MovedAnchor } from "#domain/annotation/moved-anchors.ts";
import type { ArticleNode } from "#domain/article/article.ts";
import type { ArticleText } from "#domain/article/article-text.ts";
import type { Decisions, Lock } from "#domain/talk/article-state.ts";
import type { LayerTalk } from "#domain/talk/talk.ts";

/** Whether the asker may see the layer of this user. */
export type SeesLayer = (owner: string) => boolean;

export interface LiveArticle {
  readonly id: string;
  /** The flat text as it stands; cached until the next change. */
  text(): ArticleText;
  nodes(): readonly ArticleNode[];
  lock(): Lock | null;
  /** The annotations of all layers that the asker sees, as they lie now, in no particular order. */
  annotations(sees: SeesLayer): readonly Annotation[];
  /** What was said in all layers that the asker sees, by the user id of the owner. */
  talk(sees: SeesLayer): ReadonlyMap<string, LayerTalk>;
  decisions(): Decisions;
  /** Where passages went whose text was made anew, by the reference of their annotation. */
  moved(): ReadonlyMap<string, MovedAnchor>;
  /** Whether nobody has ever written a layer, be it gone since. */
  isUntouched(): boolean;
  /** Whether what this person wrote cannot be read and was set aside. */
  isSetAside(owner: string): boolean;
  /**
   * Changes a person's layer; resolves with what `change` returned once it is on disk. `change` may
   * throw: then nothing is stored and the promise rejects with its error. Rejects with NotStored
   * when the disk refused, LayerFull when the layer may hold no more, SetAside when it cannot be read.
   */
  changeLayer<T>(owner: string, change: (layer: Y.Doc) => T): Promise<T>;
  /** The same for what all share; only for commands that were authorised. */
  changeState<T>(change: (state: Y.Doc) => T): Promise<T>;
  /** A copy of the text's document, which may be changed. */
  draft(): Y.Doc;
  /**
   * Stores what a draft brings and a change of the state in one commit: both or neither are there
   * afterwards. Resolves when they are on disk; rejects with NotStored when the disk refused.
   */
  publish(draft: Y.Doc, change: (state: Y.Doc) => void): Promise<void>;
}

/** Every room of the process. */
export interface Rooms {
  /**
   * Opens an article for one piece of work, loading it when needed; two that arrive together share
   * one load. Rejects with NoSuchRoom for an article without text, with SetAside for one that
   * cannot be loaded, with Closing once `close` was called.
   */
  use<T>(articleId: string, work: (article: LiveArticle) => T | Promise<T>): Promise<T>;
  /**
   * Stores the first text of a new article. Resolves when it is on disk. Rejects with NotStored when
   * the disk refused, with RangeError when the article has a text already.
   */
  create(articleId: string, nodes: readonly ArticleNode[]): Promise<void>;
  /**
   * Forgets an article with all that anybody wrote on it: ends its sockets with 4404, and leaves
   * nothing of it in the log. From then on nothing of it is stored any more.
   */
  remove(articleId: string): Promise<void>;
  /**
   * Whether an article has anything of somebody: a layer, or their id in the state. Opens nothing. Throws
   * Unreadable where the log is damaged.
   */
  knows(articleId: string, userId: string): boolean;
  /**
   * Erases all that somebody wrote on an article: their layer, and their words in the state. An article
   * that cannot be opened keeps its state. Rejects with NotStored when the disk refused, with Closing once
   * `close` was called.
   */
  erase(articleId: string, userId: string): Promise<void>;
  /** Has nothing of what was erased in any file. Those who are here go on; what they write, and who comes, waits. Rejects with BeingRead. */
  rewrite(): Promise<void>;
  /** Stores what waits, then closes all sockets with 1012. No new work is taken from here on. */
  close(): Promise<void>;
}

/** There is no article of this id. */
export class NoSuchRoom extends Error {}

/** The stored updates of this article cannot be read; they are kept, and the article is closed. */
export class SetAside extends Error {}

/** The disk refused; nothing was changed. */
export class NotStored extends Error {}

/** The layer holds as much as a layer may. */
export class LayerFull extends Error {}

/** The server is closing and takes no new work. */
export class Closing extends Error {}
