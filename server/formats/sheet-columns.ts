// Annotations as rows of a sheet: the columns that all formats of sheets share.

import { byAuthor } from "./by-author.ts";
import { isPlaced, type MarkedAnnotation, type MarkedArticle } from "./marked-article.ts";

export type Cell = string | number | null;

/** In the order in which they stand. Offsets are UTF-16 code units, attributes JSON. */
export const COLUMNS = [
  "id",
  "quote",
  "start",
  "end",
  "kind",
  "label",
  "author",
  "note",
  "attributes",
  "agree",
  "disagree",
  "unsure",
  "replies",
  "state",
  "created",
] as const;

export type Column = (typeof COLUMNS)[number];

export type Row = Readonly<Record<Column, Cell>>;

/** Every annotation, those whose words are gone at the end. */
export function rowsOf({ annotations }: MarkedArticle): Row[] {
  const works = byAuthor(annotations);
  const authors = new Map(
    works.flatMap(({ name, annotations }) => annotations.map((each) => [each, name])),
  );
  return annotations.map((each) => ({
    ...{ id: each.id, quote: each.quote, start: each.start, end: each.end },
    ...{ kind: each.kind, label: each.label, author: authors.get(each) ?? "", note: each.note },
    attributes: Object.keys(each.attributes).length > 0 ? JSON.stringify(each.attributes) : null,
    ...each.votes,
    ...{ replies: each.replies.length, state: stateOf(each), created: each.createdAt },
  }));
}

function stateOf(annotation: MarkedAnnotation): string {
  if (annotation.hidden) return "hidden";
  if (!isPlaced(annotation)) return "orphan";
  return annotation.resolved ? "resolved" : "open";
}
