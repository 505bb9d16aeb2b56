// An article with what was written on it, as formats carry it: the API's own answers, and nothing of the store.

import type { z } from "@hono/zod-openapi";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Visibility } from "#domain/space.ts";
import type { annotationShape, articleShape } from "../api/shapes.ts";
import type { namedShape } from "../api/talk-shapes.ts";
import type { FileLanguage } from "./file-words.ts";
import { wordsOf } from "./passage-steps.ts";

/** An annotation with all that was said and decided about it. Offsets are UTF-16 code units in the article's text. */
export type MarkedAnnotation = z.infer<typeof annotationShape>;

/**
 * What formats tell of the article itself. `content` are its nodes, `blocks` its paragraphs in `text`. It was
 * added at `createdAt`, in the place that it comes from, if it is known.
 */
export type MarkedText = Pick<
  z.infer<typeof articleShape>,
  | "id"
  | "title"
  | "byline"
  | "source"
  | "language"
  | "tags"
  | "createdAt"
  | "published"
  | "fetchedAt"
  | "sourceHash"
  | "text"
  | "hash"
  | "blocks"
  | "content"
> & {
  /** Whether it is put away itself, whatever its space is. */
  readonly archived: boolean;
  /** What is set for it alone; null: as its space has it. */
  readonly visibility: Visibility | null;
};

type Named = z.infer<typeof namedShape>;

type Version = {
  readonly number: number;
  readonly hash: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null when that user is gone, or is not told. */
  readonly by: Named | null;
  /** Null where it is not told. */
  readonly text: string | null;
};

export type MarkedArticle = {
  readonly article: MarkedText;
  /** Where people read it. */
  readonly url: string;
  readonly scheme: Scheme;
  /** The texts that it was locked with, the newest first. */
  readonly versions: readonly Version[];
  /** Who locked it, and when (ISO 8601); null when it is not locked, or that is not told. */
  readonly locked: { readonly by: Named; readonly at: string } | null;
  /** Those who had no part in it but to be mentioned in replies. */
  readonly mentioned: readonly Named[];
  /** In which files for people say what nobody of these people said. */
  readonly language: FileLanguage;
  /** In reading order, orphans last. */
  readonly annotations: readonly MarkedAnnotation[];
};

/** An annotation that stands in the text. */
export type PlacedAnnotation = MarkedAnnotation & { readonly start: number; readonly end: number };

/** Whether an annotation stands in the text: an orphan does not. */
export const isPlaced = (annotation: MarkedAnnotation): annotation is PlacedAnnotation =>
  annotation.start !== null && annotation.end !== null;

/** Whether the article begins with its title as a headline, so that it need not be written above. */
export function beginsWithTitle({ title, content: [first] }: MarkedText): boolean {
  return first?.type === "heading" && wordsOf(first).trim() === title.trim();
}
