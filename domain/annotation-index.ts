// Which annotation lies where in the article as it stands now.

import type * as Y from "yjs";
import type { Annotation } from "./annotation.ts";
import type { ArticleText, TextRange } from "./article-text.ts";
import type { KindId } from "./scheme.ts";

/** An annotation with its place in the flat text; null for an orphan, whose words are gone. */
export type Placed = { readonly annotation: Annotation; readonly range: TextRange | null };

/** The piece of an annotation that lies in one block; offsets count inside the block. */
export type Segment = {
  readonly id: string;
  readonly kind: KindId;
  readonly start: number;
  readonly end: number;
};

/** What a change touched: the indexes of blocks to paint anew, and whether blocks came, went or moved. */
export type IndexChange = { readonly blocks: ReadonlySet<number>; readonly structural: boolean };

export interface AnnotationIndex {
  /** The flat text as it stands. */
  readonly text: ArticleText;
  /** Adds an annotation, or replaces the one of its id. */
  put(annotation: Annotation): void;
  remove(id: string): void;
  get(id: string): Placed | null;
  /** All, in reading order (start, then the longer first, then id); orphans last. */
  placed(): readonly Placed[];
  /** The pieces inside one block, in reading order. */
  inBlock(block: number): readonly Segment[];
  /** The annotations over the letter at `offset` of the flat text, the shortest first. */
  at(offset: number): readonly Placed[];
  /** Calls `listener` after every change of annotations or text, once per transaction. */
  subscribe(listener: (change: IndexChange) => void): () => void;
  destroy(): void;
}

export type OpenIndex = (article: Y.Doc) => AnnotationIndex;
