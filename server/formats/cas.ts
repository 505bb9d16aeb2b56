// What a UIMA CAS tells, however it is written: a text, and things of declared types that stand in it.
// Each layer of INCEpTION is a type. Offsets are UTF-16 code units.

import { z } from "zod";
import type { NamedFile } from "./format.ts";
import type { PlacedAnnotation } from "./marked-article.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { annotatorOf, LAYER } from "./webanno-tsv-reader.ts";

/** The view that holds the text, where there are several. */
export const FIRST_VIEW = "_InitialView";

/** The features of our own layer: words, all of them. */
export const OWN_FEATURES = ["kind", "label", "note", "created", "attributes"] as const;

/** What belongs to every document, and was annotated by nobody. */
const MACHINERY =
  /^uima\.cas\.|^uima\.tcas\.DocumentAnnotation$|\.segmentation\.type\.(?:Token|TokenForm|Sentence|Paragraph|Heading|Div)$|\.(?:metadata|xml|pdf)\.type\.|\.clarin\.webanno\.api\.type\./;

/** What a feature holds that leads to nothing else. */
export const PLAIN_TYPE =
  /^uima\.cas\.(?:String|Boolean|Byte|Short|Integer|Long|Float|Double)(?:Array|List|\[\])?$/;

const META_DATA = /\.DocumentMetaData$|^uima\.tcas\.DocumentAnnotation$/;

/** Whether things of a type say anything about a text. */
export const isOfUse = (type: string): boolean => !MACHINERY.test(type) || META_DATA.test(type);

/** A thing in a CAS, without what says where to find it. */
export type Structure = {
  readonly type: string;
  /** The id of the text that it stands in; null when it does not tell. */
  readonly sofa: string | null;
  /** Null where it has no place in a text; NaN where that is none. */
  readonly begin: number | null;
  readonly end: number | null;
  readonly values: readonly (readonly [feature: string, value: string])[];
  /** The features that lead to other things, once for each thing. */
  readonly links: readonly string[];
};

export type Cas = {
  readonly text: string;
  /** Its id. */
  readonly sofa: string;
  readonly structures: readonly Structure[];
  /** The features of each type that hold words or numbers, as it declares them. */
  readonly features: ReadonlyMap<string, readonly string[]>;
};

/** What was said, without what was not; attributes as text of JSON. */
export function ownFeatures(annotation: PlacedAnnotation): Record<string, string> {
  const { kind, label, note, createdAt, attributes } = annotation;
  const hasAttributes = Object.keys(attributes).length > 0;
  return {
    kind,
    ...(label !== null && { label }),
    ...(note !== "" && { note }),
    created: createdAt,
    ...(hasAttributes && { attributes: JSON.stringify(attributes) }),
  };
}

/** The article of which a file tells, annotated by whom the file is named after. */
export function articleOfCas(cas: Cas, file: NamedFile): ReadArticle {
  const told = cas.structures.filter(
    ({ type, begin, end }) => !MACHINERY.test(type) && begin !== null && end !== null,
  );
  const spans = told.filter((each) => !isRelation(each));
  const name = annotatorOf(file);
  const annotations = spans.flatMap((each) => {
    const range = rangeIn(cas, each);
    return range ? [readAnnotation({ by: { id: name, name }, range, ...saidBy(each, cas) })] : [];
  });
  return readArticle({
    ...{ text: cas.text, annotations, ...documentIn(cas) },
    leftOut: someOf({
      relation: told.length - spans.length + spans.flatMap(({ links }) => links).length,
      "out-of-text": spans.length - annotations.length,
    }),
  });
}

/** Whether it leads from one thing to another. */
const isRelation = ({ links }: Structure): boolean =>
  links.includes("Governor") && links.includes("Dependent");

function rangeIn({ text, sofa }: Cas, structure: Structure): ReadAnnotation["range"] {
  const { begin: start, end } = structure;
  if (!isOffset(start) || !isOffset(end) || (structure.sofa ?? sofa) !== sofa) return null;
  return start < end && end <= text.length ? { start, end } : null;
}

const isOffset = (value: number | null): value is number => Number.isSafeInteger(value);

/** What the document says of itself. */
function documentIn({ structures }: Cas): Pick<ReadArticle, "title" | "language"> {
  const told = structures
    .filter(({ type }) => META_DATA.test(type))
    .flatMap(({ values }) => values);
  const metaOf = (feature: string): string | null =>
    told.find(([name, value]) => name === feature && value !== "")?.[1] ?? null;
  const language = metaOf("language");
  return {
    title: metaOf("documentTitle"),
    language: language === "x-unspecified" ? null : language,
  };
}

/** Of our own layer, what its features are; of another, its name, its main feature and the others. */
function saidBy({ type, values }: Structure, { features }: Cas): Partial<ReadAnnotation> {
  if (type === LAYER) return saidHere(Object.fromEntries(values));
  const declared = features.get(type) ?? [];
  const main = declared.includes("value") ? "value" : (declared[0] ?? values[0]?.[0]);
  return {
    kind: type.replace(/^.*\./, ""),
    label: values.find(([name]) => name === main)?.[1] ?? null,
    attributes: Object.fromEntries(values.filter(([name]) => name !== main)),
  };
}

function saidHere(told: Readonly<Record<string, string | undefined>>): Partial<ReadAnnotation> {
  const { kind = "", label = null, note = "", created = null, attributes = "{}" } = told;
  return { kind, label, note, created, attributes: attributesOf(attributes) };
}

function attributesOf(json: string): Readonly<Record<string, string>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(json));
  } catch {
    return {};
  }
}
