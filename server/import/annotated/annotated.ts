// What comes of a file that other tools have annotated: articles, and annotations that are not yet anybody's.

import type { FormatId } from "#domain/format-ids.ts";
import type { Label } from "#domain/scheme/scheme.ts";
import type { ReadArticle, ReadTalk } from "../../formats/read-article.ts";

export type AnnotatedArticle = Omit<ReadArticle, "annotations"> & {
  readonly annotations: readonly AnnotatedPassage[];
};

/** An annotation with what was said and decided about it. */
export type AnnotatedPassage = Omit<ReadArticle["annotations"][number], "talk"> & ReadTalk;

export type Annotated = {
  /** The name of the file; "" when it has none. */
  readonly source: string;
  readonly format: FormatId;
  /** Never empty. */
  readonly articles: readonly AnnotatedArticle[];
  /** How many files of an archive are of no use here. */
  readonly unread: number;
  /** How many mentions there are of people of whom it tells nothing else: they stay mere words. */
  readonly talk: number;
};

/** How much one file may hold. */
export const ANNOTATED_LIMITS = {
  articles: 100,
  annotations: 50_000,
  /** Replies, votes, proposals and decisions. */
  talk: 50_000,
  labels: 500,
  people: 100,
  versions: 1000,
  /** UTF-16 code units of texts, versions, notes, quotes and replies together. */
  letters: 10_000_000,
  /** Bytes of all files in an archive: thirty annotators may each have a file with every word of a book. */
  unpacked: 200 * 1024 * 1024,
} as const;

/** By what annotators of a file are told apart; "" for nobody in particular. */
export const personKey = ({ id, name }: AnnotatedPassage["by"]): string => id || name;

/** By what its labels are told apart. */
export const labelKey = ({ kind, label }: Pick<AnnotatedPassage, "kind" | "label">): string =>
  JSON.stringify([kind, label]);

/** What the file says its labels mean, by their keys; where several articles do, the first. */
export const labelsOfFile = (articles: readonly AnnotatedArticle[]): ReadonlyMap<string, Label> =>
  new Map(
    articles
      .flatMap(({ labels }) => labels)
      .map(({ kind, label }) => [labelKey({ kind, label: label.id }), label] as const)
      .toReversed(),
  );

/** The labels that an annotation has, and that were proposed for it. */
export const labelsOf = (
  passage: AnnotatedPassage,
): readonly Pick<AnnotatedPassage, "kind" | "label">[] => [passage, ...passage.proposals];

/** Those who locked an article, once for each time. */
export function keepersOf({ versions, locked }: AnnotatedArticle): AnnotatedPassage["by"][] {
  return [...versions, locked].flatMap((each) => each?.by ?? []);
}

/** Whether its words were gone from its text already. */
export const isOrphan = ({ range, remembered }: AnnotatedPassage): boolean =>
  range === null && remembered !== null;

/** Those who said or decided something about an annotation, once for each time. */
export function talkersOf({
  replies,
  votes,
  proposals,
  resolved,
  hidden,
}: AnnotatedPassage): AnnotatedPassage["by"][] {
  const hidings = replies.map((reply) => reply.hidden);
  const deeds = [...replies, ...hidings, ...votes, ...proposals, resolved, hidden];
  return deeds.flatMap((deed) => (deed === null ? [] : [deed.by]));
}
