// One person at one article: what the screen reads, and what a hand can do.

import type * as Y from "yjs";
import type { Labelling } from "#domain/annotation/annotation.ts";
import type { AnnotationIndex, Placed } from "#domain/annotation/annotation-index.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { Person, Role } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Visibility } from "#domain/space.ts";
import type { Lock } from "#domain/talk/article-state.ts";
import type { Place, Refusal } from "#domain/wire.ts";
import type { ArticleNews } from "./article-news.ts";
import type { ArticleTalk } from "./article-talk.ts";
import type { Readable } from "./store.ts";

/** How what this person wrote stands with the server. */
export type Saving =
  /** The first connection is being made. */
  | { readonly state: "connecting" }
  /** Everything is on the server's disk. */
  | { readonly state: "saved" }
  /** On its way. */
  | { readonly state: "saving" }
  /** No connection. `waiting`: what was done here that waits for one: nothing, something, or something that this browser keeps. */
  | { readonly state: "offline"; readonly waiting: "nothing" | "unkept" | "kept" }
  /** The server refused an edit, or the text was locked before it; it is kept in this browser. */
  | { readonly state: "refused"; readonly refusal: Refusal | "locked" }
  /** The server ended the session for good, with this close code. */
  | { readonly state: "closed"; readonly code: number };

/** What one session hands over to the next, as Yjs updates. */
export type Carried = { readonly layer: Uint8Array; readonly article: Uint8Array };

/** A new annotation of mine, or why there is none. */
export type Marked = { readonly ref: string } | { readonly refusal: MarkRefusal };

export type MarkRefusal = "read-only" | "no-words" | "too-long";

/** Someone who has the article open now (one entry per person, however many tabs), or who wrote on it. */
export type Participant = {
  readonly person: Person;
  readonly here: boolean;
  /** What they have selected, in the flat text. */
  readonly selection: TextRange | null;
  /** The reference to the annotation at which they are writing: the note of their own, a reply to another's. */
  readonly note: string | null;
};

export interface ArticleSession {
  readonly articleId: string;
  readonly me: Person;
  /** What this session was opened for; where `place` tells of another one, it is to go on as another session. */
  readonly role: Role;
  /** What this person may do here by now. */
  readonly place: Readable<Place>;
  /** The article's document. Only the editor that is mounted while editing writes to it. */
  readonly article: Y.Doc;
  /** Everybody's annotations. The id of each is its reference, `owner/id`. */
  readonly index: AnnotationIndex;
  /**
   * All annotations in reading order, orphans last. A new array comes after every change, the later
   * the more there are; who wants those of one place, or wants them now, asks the index.
   */
  readonly annotations: Readable<readonly Placed[]>;
  /** Everyone but me comes first by presence, then by name. */
  readonly participants: Readable<readonly Participant[]>;
  readonly saving: Readable<Saving>;
  readonly lock: Readable<Lock | null>;
  /** The scheme of the article's space, kept up to date. */
  readonly scheme: Readable<Scheme>;
  /** Whose annotations are shown to those who are no editors: everybody's, or their own and editors'. */
  readonly visibility: Readable<Visibility>;
  /** Whether the article's text has arrived from the server or from this browser. */
  readonly loaded: Readable<boolean>;
  readonly canUndo: Readable<boolean>;
  readonly canRedo: Readable<boolean>;
  readonly talk: ArticleTalk;
  readonly news: ArticleNews;

  /** Adds an annotation of mine. */
  mark(range: TextRange, labelling: Labelling): Marked;
  /** Adds one for each passage that can be marked, as one step of undo; tells their references. */
  markAll(ranges: readonly TextRange[], labelling: Labelling): readonly string[];
  /** Changes an annotation of mine, as `setNote` and `remove` do: a reference to another's does nothing. */
  relabel(ref: string, labelling: Labelling): void;
  relabelAll(refs: readonly string[], labelling: Labelling): void;
  /**
   * Puts an annotation of mine on another passage; null, or why that cannot be. A move that goes on
   * from the one right before it is the same step of undo.
   */
  move(ref: string, range: TextRange, goesOn?: boolean): MarkRefusal | null;
  setNote(ref: string, note: string): void;
  /** Fills in one attribute of the scheme; "" takes it away. */
  setAttribute(ref: string, attribute: string, value: string): void;
  remove(ref: string): void;
  removeAll(refs: readonly string[]): void;
  undo(): void;
  redo(): void;
  /** Everything I wrote that may not have reached the server, as JSON text to be kept in a file. */
  unsavedWork(): string;
  /**
   * Whether a layer was begun anew on the server: the session then has ended, and goes on as another one,
   * opened with what `carryOver` returns.
   */
  readonly renewed: Readable<boolean>;
  /** My work, in the layer begun anew if there is one, and the text as it is here; to be asked for when nothing is written any more. */
  carryOver(): Carried;
  /** Where in the flat text the editor's next edit begins, told right before it is made. */
  readonly expectEdit: (at: number) => void;
  /** Knocks again after the server ended the connection for good: the same person has entered again. */
  reconnect(): void;
  /** Tells the others what I have selected. */
  showSelection(range: TextRange | null): void;
  /** Tells the others at which annotation I am writing. */
  showWriting(ref: string | null): void;
  destroy(): void;
}
