// What comes of a file that other tools have annotated: articles, and annotations that are not yet anybody's.

import type { FormatId } from "#domain/format-ids.ts";
import type { ReadArticle } from "../../formats/read-article.ts";

/** An article without what was said about its annotations, which is only counted. */
export type AnnotatedArticle = Omit<ReadArticle, "annotations"> & {
  readonly annotations: readonly AnnotatedPassage[];
};

export type AnnotatedPassage = Omit<ReadArticle["annotations"][number], "talk">;

export type Annotated = {
  /** The name of the file; "" when it has none. */
  readonly source: string;
  readonly format: FormatId;
  /** Never empty. */
  readonly articles: readonly AnnotatedArticle[];
  /** How many files of an archive are of no use here. */
  readonly unread: number;
  /** How many replies, votes and decisions there are about annotations. */
  readonly talk: number;
};

/** How much one file may hold. */
export const ANNOTATED_LIMITS = {
  articles: 100,
  annotations: 50_000,
  labels: 500,
  people: 100,
  /** UTF-16 code units of all texts together. */
  letters: 10_000_000,
} as const;

/** By what annotators of a file are told apart; "" for nobody in particular. */
export const personKey = ({ id, name }: AnnotatedPassage["by"]): string => id || name;

/** By what its labels are told apart. */
export const labelKey = ({ kind, label }: Pick<AnnotatedPassage, "kind" | "label">): string =>
  JSON.stringify([kind, label]);
