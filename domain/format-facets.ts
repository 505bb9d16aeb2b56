// What an article with annotations consists of, as far as a format may be unable to carry it.

/**
 * What a format may be unable to carry. `annotation`: the annotation as a whole; `blanks`: those at the
 * edges of a passage; `layout`: what sets a node of the article apart from a plain paragraph; `pictures`:
 * those in the article; `details`: byline, source and language.
 */
export const FACETS = [
  "annotation",
  "blanks",
  "label",
  "note",
  "attributes",
  "author",
  "created",
  "replies",
  "votes",
  "proposals",
  "resolved",
  "hidden",
  "layout",
  "pictures",
  "details",
] as const;

export type Facet = (typeof FACETS)[number];
