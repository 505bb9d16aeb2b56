// Our own format: all that the API tells of an article, in one file of JSON, and back without a loss.

import { z } from "@hono/zod-openapi";
import { knownNodes } from "#domain/article/known-nodes.ts";
import { FACETS } from "#domain/format-facets.ts";
import { annotationShape, articleShape } from "../api/shapes.ts";
import type { namedShape } from "../api/talk-shapes.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedAnnotation } from "./marked-article.ts";
import {
  type Annotator,
  type ReadAnnotation,
  type ReadArticle,
  readArticle,
} from "./read-article.ts";

const NAME = "postil-article/1";

const fileShape = z.object({
  format: z.literal(NAME),
  article: articleShape
    .pick({
      ...{ title: true, byline: true, source: true, language: true, text: true, content: true },
    })
    .extend({ published: articleShape.shape.published.default(null) }),
  annotations: z.array(annotationShape),
});

export const postil: Format = {
  extension: "json",
  mediaType: "application/json",
  writer: {
    carries: new Set(FACETS),
    omits: () => new Set(),
    write: ({ language: _, ...told }, stem) => [
      jsonFile(`${stem}.json`, { format: NAME, ...told }),
    ],
  },
  reader: {
    recognises: ([file]) => file !== undefined && isOurs(jsonOf(file)),
    read: (files) => files.map(readFile),
  },
};

const isOurs = (value: unknown): boolean =>
  z.object({ format: z.literal(NAME) }).safeParse(value).success;

function readFile(file: NamedFile): ReadArticle {
  const parsed = fileShape.safeParse(jsonOf(file));
  const content = parsed.success ? knownNodes(parsed.data.article.content) : null;
  if (!parsed.success || content === null)
    throw new UnreadableFile("not-this-format", parsed.error);
  const { article, annotations } = parsed.data;
  return readArticle({
    ...article,
    content,
    annotations: annotations.map((each) => toRead(each, article.text)),
  });
}

function toRead(annotation: MarkedAnnotation, text: string): ReadAnnotation {
  const { kind, label, note, attributes, quote, createdAt, proposals, resolved } = annotation;
  return {
    by: annotator(annotation.author),
    ...{ kind, label, note, attributes, created: createdAt },
    range: rangeIn(text, annotation),
    quote: { exact: quote, prefix: "", suffix: "" },
    talk: {
      replies: annotation.replies.map(
        ({ author, text, createdAt, editedAt, mentions, hidden }) => ({
          ...{ by: annotator(author), text, created: createdAt, edited: editedAt, mentions },
          hidden: hidden && { ...hidden, by: annotator(hidden.by) },
        }),
      ),
      votes: annotation.voters.map((vote) => ({ ...vote, by: annotator(vote.by) })),
      proposals: proposals.map((proposal) => ({ ...proposal, by: annotator(proposal.by) })),
      resolved: resolved && { ...resolved, by: annotator(resolved.by) },
      hidden: annotation.hidden && { ...annotation.hidden, by: annotator(annotation.hidden.by) },
    },
  };
}

/** Null where the offsets of a file that somebody changed lead nowhere: then its words count. */
function rangeIn(text: string, annotation: MarkedAnnotation): ReadAnnotation["range"] {
  if (!isPlaced(annotation)) return null;
  const { start, end } = annotation;
  return start < end && end <= text.length ? { start, end } : null;
}

/** Somebody who was removed has no name. */
const annotator = ({ id, name }: z.infer<typeof namedShape>): Annotator => ({
  id,
  name: name ?? "",
});
