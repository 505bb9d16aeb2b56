// JSON lines as Prodigy writes and reads them, and spaCy with them: a document on each line, its spans in
// code points, one line for each annotator. Spans may lie over each other. What an annotator of Prodigy
// rejected or passed over is no annotation, but counted. Also read are spaCy's own
// `Doc.to_json` (groups of spans, `ents`) and its older training data (`entities`).
// https://prodi.gy/docs/api-interfaces and https://spacy.io/api/doc#to_json

import { z } from "zod";
import { byAuthor } from "./by-author.ts";
import { CodePoints } from "./code-points.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import type { Format } from "./format.ts";
import { linesFile, linesOf, looksLike } from "./json-lines.ts";
import { isPlaced, type MarkedArticle } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { rangeOf } from "./spans.ts";

const spanShape = z.object({
  start: z.int(),
  end: z.int(),
  label: z.string().default(""),
  note: z.string().default(""),
  attributes: z.record(z.string(), z.string()).default({}),
  created: z.string().nullable().default(null),
  kb_id: z.string().default(""),
});

type Span = z.infer<typeof spanShape>;

const tripleShape = z
  .tuple([z.int(), z.int(), z.string()])
  .transform(([start, end, label]): Span => spanShape.parse({ start, end, label }));

const spanList = z.array(spanShape);
const relationList = z.array(z.unknown()).default([]);

const documentShape = z
  .looseObject({
    text: z.string(),
    spans: z.union([spanList, z.record(z.string(), spanList)]).optional(),
    ents: spanList.optional(),
    entities: z.array(tripleShape).optional(),
    relations: relationList,
    cats: z.record(z.string(), z.unknown()).default({}),
    meta: z.looseObject({ title: z.string(), source: z.string() }).partial().default({}),
    answer: z.string().default("accept"),
    ...{ _annotator_id: z.string().nullish(), _session_id: z.string().nullish() },
  })
  .refine(({ spans, ents, entities }) => spans ?? ents ?? entities);

export const spacy: Format = {
  extension: "jsonl",
  mediaType: "application/jsonl",
  writer: {
    carries: new Set(["blanks", "label", "author", "note", "attributes", "created"]),
    write: (marked, stem) => [linesFile(`${stem}.jsonl`, documentsOf(marked))],
  },
  reader: {
    recognises: (files) => looksLike(documentShape, files),
    read: (files) => mergeTexts(linesOf(documentShape, files).map(readDocument)),
  },
};

function documentsOf({ article: { text, title }, annotations }: MarkedArticle): object[] {
  const points = new CodePoints(text);
  const documents = byAuthor(annotations.filter(isPlaced)).map(({ name, annotations }) => ({
    ...{ text, meta: { title }, _annotator_id: name },
    spans: annotations.map(({ start, end, kind, label, note, attributes, createdAt }) => ({
      ...{ start: points.fromUtf16(start), end: points.fromUtf16(end) },
      ...{ label: flatLabel({ kind, label }), note, attributes, created: createdAt },
    })),
  }));
  return documents.length > 0 ? documents : [{ text, meta: { title }, spans: [] }];
}

type Document = z.infer<typeof documentShape>;

function readDocument(document: Document): ReadArticle {
  const { text, meta, _session_id, _annotator_id } = document;
  const name = _annotator_id ?? _session_id ?? "";
  const points = new CodePoints(text);
  const isAccepted = document.answer === "accept";
  const told = spansIn(document);
  const spans = isAccepted ? told : [];
  const annotations = spans.flatMap(({ start, end, label, kb_id, ...said }): ReadAnnotation[] => {
    const range = rangeOf({ text, points }, start, end);
    const attributes = { ...(kb_id !== "" && { kb_id }), ...said.attributes };
    const by = { id: name, name };
    return range
      ? [readAnnotation({ ...said, attributes, by, range, ...readFlatLabel(label) })]
      : [];
  });
  return readArticle({
    ...{ text, annotations, title: meta.title ?? null, source: meta.source ?? null },
    leftOut: someOf({
      relation: document.relations.length,
      "document-label": Object.keys(document.cats).length,
      "out-of-text": spans.length - annotations.length,
      other: told.length - spans.length,
    }),
  });
}

/** Of `spans` and `ents`, which a document of spaCy holds beside each other, all. */
function spansIn({ spans = [], ents = [], entities = [] }: Document): readonly Span[] {
  const groups = Array.isArray(spans) ? spans : Object.values(spans).flat();
  return [...groups, ...ents, ...entities];
}
