// doccano's JSON lines for sequence labelling: a document on each line, its spans in code points. It
// stands there once for each annotator, whose name doccano keeps as metadata. Where annotators work apart,
// doccano itself makes a file for each, called as they are.
// https://doccano.github.io/doccano/tutorial/

import { z } from "zod";
import { annotatorOfFile } from "./annotator-file.ts";
import { byAuthor } from "./by-author.ts";
import { CodePoints } from "./code-points.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import type { Format, NamedFile } from "./format.ts";
import { linesFile, linesOf, looksLike } from "./json-lines.ts";
import { isPlaced, type MarkedArticle } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { type ReadArticle, readAnnotation, readArticle, someOf } from "./read-article.ts";
import { rangeOf } from "./spans.ts";

const triple = z
  .tuple([z.int(), z.int(), z.string()])
  .transform(([start, end, label]) => ({ start, end, label }));

/** As a project with relations writes it. */
const entity = z
  .looseObject({ start_offset: z.int(), end_offset: z.int(), label: z.string() })
  .transform(({ start_offset: start, end_offset: end, label }) => ({ start, end, label }));

const spans = z.array(z.union([triple, entity]));
const any = z.array(z.unknown()).default([]);

/** Older versions write `labels`, and `entities` where relations or labels of documents are kept, too. */
const documentShape = z
  .looseObject({
    text: z.string(),
    annotator: z.string().optional(),
    title: z.string().nullable().default(null),
    ...{ label: spans.optional(), labels: spans.optional(), entities: spans.optional() },
    ...{ relations: any, cats: any, Comments: any, comments: any },
  })
  .transform(({ label, labels, entities, ...told }) => ({
    ...told,
    spans: label ?? labels ?? entities,
  }))
  .refine(({ spans }) => spans !== undefined);

export const doccano: Format = {
  extension: "jsonl",
  mediaType: "application/jsonl",
  writer: {
    carries: new Set(["blanks", "label", "author"]),
    write: (marked, stem) => [linesFile(`${stem}.jsonl`, documentsOf(marked))],
  },
  reader: {
    recognises: (files) => looksLike(documentShape, files),
    read: (files) => mergeTexts(files.flatMap((file) => readFile(file, files.length > 1))),
  },
};

/** A text that nobody annotated is a document, too. */
function documentsOf({ article: { text, title }, annotations }: MarkedArticle): object[] {
  const points = new CodePoints(text);
  const documents = byAuthor(annotations.filter(isPlaced)).map(({ name, annotations }) => ({
    ...{ text, title, annotator: name },
    label: annotations.map((each) => [
      points.fromUtf16(each.start),
      points.fromUtf16(each.end),
      flatLabel(each),
    ]),
  }));
  return documents.length > 0 ? documents : [{ text, title, label: [] }];
}

/** A file that stands beside others may be one person's. */
function readFile(file: NamedFile, isOneOfSeveral: boolean): ReadArticle[] {
  const called = file.name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  const whose = isOneOfSeveral && !NOBODY.has(called) ? annotatorOfFile(called) : "";
  return linesOf(documentShape, [file]).map((document) => readDocument(document, whose));
}

/** The file of a project in which people work together, and that of what nobody did. */
const NOBODY = new Set(["all", "unknown"]);

function readDocument(document: z.infer<typeof documentShape>, whose: string): ReadArticle {
  const { text, title, annotator = whose, spans = [], relations, cats } = document;
  const points = new CodePoints(text);
  const by = { id: annotator, name: annotator };
  const annotations = spans.flatMap(({ start, end, label }) => {
    const range = rangeOf({ text, points }, start, end);
    return range ? [readAnnotation({ by, range, ...readFlatLabel(label) })] : [];
  });
  const leftOut = someOf({
    ...{ relation: relations.length, "document-label": cats.length },
    "out-of-text": spans.length - annotations.length,
    other: document.Comments.length + document.comments.length,
  });
  return readArticle({ text, title, annotations, leftOut });
}
