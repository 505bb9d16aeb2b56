// UIMA CAS JSON, as INCEpTION and dkpro-cassis write it: the text and what was annotated in one list, with
// the types that it is of, offsets in UTF-16 code units, a file for every annotator.
// https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc

import { z } from "zod";
import { fileOfAnnotator } from "./annotator-file.ts";
import { byAuthor } from "./by-author.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { annotatorOf, LAYER } from "./webanno-tsv-reader.ts";

const SOFA = "uima.cas.Sofa";

const FEATURES = ["kind", "label", "note", "created", "attributes"] as const;

/** What belongs to every document, and was annotated by nobody. */
const MACHINERY = /^uima\.|\.(?:segmentation|metadata)\.type\.|\.TagsetDescription$/;

const structureShape = z.looseObject({ "%ID": z.int(), "%TYPE": z.string() });

const casShape = z.looseObject({
  "%TYPES": z.record(z.string(), z.looseObject({})).default({}),
  "%FEATURE_STRUCTURES": z.array(structureShape),
});

type Structure = z.infer<typeof structureShape>;

type Cas = z.infer<typeof casShape>;

export const uimaCasJson: Format = {
  extension: "json",
  mediaType: "application/json",
  writer: {
    carries: new Set(["blanks", "label", "note", "attributes", "author", "created"]),
    write,
  },
  reader: {
    recognises: (files) => files.some((file) => hasStructures(jsonOf(file))),
    read: (files) => {
      const own = files.filter((file) => hasStructures(jsonOf(file)));
      return mergeTexts(own.map(readFile));
    },
  },
};

function write({ article: { text }, annotations }: MarkedArticle): NamedFile[] {
  const placed = annotations.filter(isPlaced);
  const groups = placed.length > 0 ? byAuthor(placed) : [{ name: "", annotations: [] }];
  return groups.map((own) =>
    jsonFile(`${fileOfAnnotator(own.name)}.json`, casOf(text, own.annotations)),
  );
}

function casOf(text: string, annotations: readonly PlacedAnnotation[]): object {
  const features = FEATURES.map((name) => [name, { "%NAME": name, "%RANGE": "uima.cas.String" }]);
  const layer = { "%NAME": LAYER, "%SUPER_TYPE": "uima.tcas.Annotation" };
  const sofa = { sofaNum: 1, sofaID: "_InitialView", mimeType: "text", sofaString: text };
  const structures = annotations.map((annotation, index) => ({
    ...{ "%ID": index + 2, "%TYPE": LAYER, "@sofa": 1 },
    ...{ begin: annotation.start, end: annotation.end, ...featuresOf(annotation) },
  }));
  const members = structures.map((structure) => structure["%ID"]);
  return {
    "%TYPES": { [LAYER]: { ...layer, ...Object.fromEntries(features) } },
    "%FEATURE_STRUCTURES": [{ "%ID": 1, "%TYPE": SOFA, ...sofa }, ...structures],
    "%VIEWS": { _InitialView: { "%SOFA": 1, "%MEMBERS": members } },
  };
}

/** What was said, without what was not; attributes as text of JSON. */
function featuresOf({ kind, label, note, createdAt, attributes }: PlacedAnnotation): object {
  const hasAttributes = Object.keys(attributes).length > 0;
  return {
    kind,
    ...(label !== null && { label }),
    ...(note !== "" && { note }),
    created: createdAt,
    ...(hasAttributes && { attributes: JSON.stringify(attributes) }),
  };
}

function hasStructures(value: unknown): boolean {
  return z.looseObject({ "%FEATURE_STRUCTURES": z.unknown() }).safeParse(value).success;
}

function readFile(file: NamedFile): ReadArticle {
  const cas = casShape.safeParse(jsonOf(file));
  if (!cas.success) throw new UnreadableFile("not-this-format", cas.error);
  const structures = cas.data["%FEATURE_STRUCTURES"];
  const sofa = structures.find((each) => each["%TYPE"] === SOFA && isText(each.sofaString));
  const text = sofa?.sofaString;
  if (sofa === undefined || !isText(text)) throw new UnreadableFile("no-text");
  const told = structures.filter((each) => !MACHINERY.test(each["%TYPE"]) && "begin" in each);
  const spans = told.filter((each) => !isRelation(each));
  const name = annotatorOf(file);
  const annotations = spans.flatMap((each) => {
    const range = rangeIn(text, each, sofa["%ID"]);
    return range
      ? [readAnnotation({ by: { id: name, name }, range, ...saidBy(each, cas.data) })]
      : [];
  });
  const leftOut = someOf({
    relation: told.length - spans.length,
    "out-of-text": spans.length - annotations.length,
  });
  return readArticle({ text, annotations, leftOut });
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Whether it leads from one thing to another. */
const isRelation = (structure: Structure): boolean =>
  Object.keys(structure).filter((key) => key.startsWith("@") && key !== "@sofa").length > 1;

function rangeIn(text: string, structure: Structure, sofa: number): ReadAnnotation["range"] {
  const { begin: start, end, "@sofa": own = sofa } = structure;
  if (!isOffset(start) || !isOffset(end) || own !== sofa) return null;
  return start < end && end <= text.length ? { start, end } : null;
}

const isOffset = (value: unknown): value is number => z.int().min(0).safeParse(value).success;

/** Of our own layer, what its features are; of another, its name, its first feature and the others. */
function saidBy(structure: Structure, { "%TYPES": types }: Cas): Partial<ReadAnnotation> {
  const type = structure["%TYPE"];
  const { begin: _, end: __, ...features } = structure;
  const told = Object.entries(features).flatMap(([name, value]) =>
    /^[%@^]/.test(name) || value === null || typeof value === "object"
      ? []
      : [[name, String(value)] as const],
  );
  if (type === LAYER) return saidHere(Object.fromEntries(told));
  const declared = Object.keys(types[type] ?? {}).find((name) => !name.startsWith("%"));
  const first = declared ?? told[0]?.[0];
  return {
    kind: type.replace(/^.*\./, ""),
    label: told.find(([name]) => name === first)?.[1] ?? null,
    attributes: Object.fromEntries(told.filter(([name]) => name !== first)),
  };
}

function saidHere(told: Readonly<Record<string, string | undefined>>): Partial<ReadAnnotation> {
  const { kind = "", label = null, note = "", created = null, attributes = "{}" } = told;
  return { kind, label, note, created, attributes: attributesOf(attributes) };
}

function attributesOf(json: string): Readonly<Record<string, string>> {
  const file = { name: "", bytes: new TextEncoder().encode(json) };
  const told = z.record(z.string(), z.string()).safeParse(jsonOf(file));
  return told.success ? told.data : {};
}
