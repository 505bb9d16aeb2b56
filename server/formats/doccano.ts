// doccano's JSON lines for sequence labelling: a document on each line, its spans in code points. It
// stands there once for each annotator, whose name doccano keeps as metadata.
// https://doccano.github.io/doccano/tutorial/

import { z } from "zod";
import { byAuthor } from "./by-author.ts";
import { CodePoints } from "./code-points.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import type { Format } from "./format.ts";
import { linesFile, linesOf, looksLike } from "./json-lines.ts";
import { isPlaced, type MarkedArticle } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { type ReadArticle, readAnnotation, readArticle, someOf } from "./read-article.ts";
import { rangeOf } from "./spans.ts";

const spans = z.array(z.tuple([z.int(), z.int(), z.string()]));

/** Older versions write `labels`, and newer ones `entities` where relations are kept, too. */
const documentShape = z
  .looseObject({
    text: z.string(),
    annotator: z.string().default(""),
    title: z.string().nullable().default(null),
    label: spans.optional(),
    labels: spans.optional(),
  })
  .refine(({ label, labels }) => label !== undefined || labels !== undefined);

export const doccano: Format = {
  extension: "jsonl",
  mediaType: "application/jsonl",
  writer: {
    carries: new Set(["blanks", "label", "author"]),
    write: (marked, stem) => [linesFile(`${stem}.jsonl`, documentsOf(marked))],
  },
  reader: {
    recognises: (files) => looksLike(documentShape, files),
    read: (files) => mergeTexts(linesOf(documentShape, files).map(readDocument)),
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

function readDocument(document: z.infer<typeof documentShape>): ReadArticle {
  const { text, title, annotator, label, labels } = document;
  const told = label ?? labels ?? [];
  const points = new CodePoints(text);
  const by = { id: annotator, name: annotator };
  const annotations = told.flatMap(([first, last, tag]) => {
    const range = rangeOf({ text, points }, first, last);
    return range ? [readAnnotation({ by, range, ...readFlatLabel(tag) })] : [];
  });
  const leftOut = someOf({ "out-of-text": told.length - annotations.length });
  return readArticle({ text, title, annotations, leftOut });
}
