// Our own format: all that the API tells of an article, in one file of JSON, and back without a loss.

import { z } from "@hono/zod-openapi";
import { knownNodes } from "#domain/article/known-nodes.ts";
import { FACETS } from "#domain/format-facets.ts";
import { parseScheme } from "#domain/scheme/scheme-schema.ts";
import { VISIBILITIES } from "#domain/space.ts";
import { annotationShape, articleShape } from "../api/shapes.ts";
import { namedShape } from "../api/talk-shapes.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedAnnotation } from "./marked-article.ts";
import {
  type Annotator,
  type ReadAnnotation,
  type ReadArticle,
  readArticle,
  someOf,
} from "./read-article.ts";

const NAME = "postil-article/1";

const by = namedShape.nullable().default(null);

/** What has a default was not told in files of before. */
const fileShape = z.object({
  format: z.literal(NAME),
  article: articleShape
    .pick({
      ...{ title: true, byline: true, source: true, language: true, text: true, content: true },
    })
    .extend({
      published: articleShape.shape.published.default(null),
      tags: articleShape.shape.tags.default([]),
      fetchedAt: articleShape.shape.fetchedAt.default(null),
      sourceHash: articleShape.shape.sourceHash.default(null),
      createdAt: articleShape.shape.createdAt.nullable().default(null),
      archived: z.boolean().default(false),
      visibility: z.enum(VISIBILITIES).nullable().default(null),
    }),
  versions: z
    .array(
      z.object({ number: z.int(), at: z.string(), by, text: z.string().nullable().default(null) }),
    )
    .default([]),
  locked: z.object({ by: namedShape, at: z.string() }).nullable().default(null),
  mentioned: z.array(namedShape).default([]),
  scheme: z.unknown(),
  annotations: z.array(
    annotationShape.extend({ prefix: z.string().default(""), suffix: z.string().default("") }),
  ),
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
  const { article, annotations, versions, locked, mentioned, scheme } = parsed.data;
  const { fetchedAt, sourceHash, createdAt, ...told } = article;
  const isFetched = fetchedAt !== null && sourceHash !== null;
  return readArticle({
    ...told,
    ...{ content, added: createdAt },
    fetched: isFetched ? { at: fetchedAt, hash: sourceHash } : null,
    ...readVersions(versions),
    ...codebookIn(scheme, annotations),
    locked: locked && { ...locked, by: annotator(locked.by) },
    // somebody without a name cannot be mentioned
    mentioned: mentioned.filter(({ name }) => name !== null).map(annotator),
    annotations: annotations.map((each) => toRead(each, article.text)),
  });
}

/** Those whose text is not told are left out. */
function readVersions(
  versions: z.infer<typeof fileShape>["versions"],
): Pick<ReadArticle, "versions" | "leftOut"> {
  const told = versions
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ at, by, text }) => (text ? [{ at, by: by && annotator(by), text }] : []));
  return { versions: told, leftOut: someOf({ version: versions.length - told.length }) };
}

/** Of the codebook, what these annotations have, or were to have; nothing of one that is none. */
function codebookIn(
  scheme: unknown,
  annotations: readonly MarkedAnnotation[],
): Pick<ReadArticle, "labels" | "attributes"> {
  const parsed = parseScheme(scheme);
  if (!parsed.ok) return { labels: [], attributes: [] };
  const { kinds } = parsed.scheme;
  const labellings = annotations.flatMap((each) => [each, ...each.proposals]);
  const used = new Set(labellings.map(({ kind, label }) => `${kind} ${label}`));
  const filled = new Set(
    annotations.flatMap((each) => Object.keys(each.attributes).map((id) => `${each.kind} ${id}`)),
  );
  return {
    labels: kinds.flatMap(({ id: kind, labels }) =>
      labels.filter(({ id }) => used.has(`${kind} ${id}`)).map((label) => ({ kind, label })),
    ),
    attributes: kinds.flatMap(({ id: kind, attributes }) =>
      attributes
        .filter(({ id }) => filled.has(`${kind} ${id}`))
        .map((attribute) => ({ kind, attribute })),
    ),
  };
}

function toRead(annotation: MarkedAnnotation, text: string): ReadAnnotation {
  const { kind, label, note, attributes, createdAt, proposals, resolved } = annotation;
  const range = rangeIn(text, annotation);
  const { quote: exact, prefix, suffix } = annotation;
  return {
    by: annotator(annotation.author),
    ...{ kind, label, note, attributes, created: createdAt },
    range,
    quote: { exact, prefix, suffix },
    remembered: range !== null || !isPlaced(annotation) ? { exact, prefix, suffix } : null,
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
