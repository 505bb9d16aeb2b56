// UIMA CAS JSON 0.4, as INCEpTION and dkpro-cassis write it: the text and what was annotated in one list,
// with the types that it is of, a file for every annotator.
// https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc

import { z } from "zod";
import { filesByAuthor } from "./annotator-file.ts";
import {
  articleOfCas,
  type Cas,
  FIRST_VIEW,
  OWN_FEATURES,
  ownFeatures,
  PLAIN_TYPE,
  type Structure,
} from "./cas.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { LAYER } from "./webanno-tsv-reader.ts";

const SOFA = "uima.cas.Sofa";

const structureShape = z.looseObject({ "%ID": z.int(), "%TYPE": z.string() });

type RawStructure = z.infer<typeof structureShape>;

/** Things as a list; earlier drafts have them by their ids. */
const structuresShape = z.union([
  z.array(structureShape),
  z
    .record(z.string().regex(/^\d+$/), z.looseObject({ "%TYPE": z.string() }))
    .transform((told): RawStructure[] =>
      Object.entries(told).map(([id, structure]) => ({ ...structure, "%ID": Number(id) })),
    ),
]);

const casShape = z.looseObject({
  "%TYPES": z.record(z.string(), z.looseObject({})).nullish(),
  "%FEATURE_STRUCTURES": structuresShape,
});

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
      return mergeTexts(own.map((file) => articleOfCas(casIn(file), file)));
    },
  },
};

function write({ article: { text }, annotations }: MarkedArticle): NamedFile[] {
  const placed = annotations.filter(isPlaced);
  return filesByAuthor(placed).map((own) =>
    jsonFile(`${own.file}.json`, casOf(text, own.annotations)),
  );
}

function casOf(text: string, annotations: readonly PlacedAnnotation[]): object {
  const words = OWN_FEATURES.map((name) => [name, { "%NAME": name, "%RANGE": "uima.cas.String" }]);
  const layer = { "%NAME": LAYER, "%SUPER_TYPE": "uima.tcas.Annotation" };
  const sofa = { sofaNum: 1, sofaID: FIRST_VIEW, mimeType: "text", sofaString: text };
  const structures = annotations.map((annotation, index) => ({
    ...{ "%ID": index + 2, "%TYPE": LAYER, "@sofa": 1 },
    ...{ begin: annotation.start, end: annotation.end, ...ownFeatures(annotation) },
  }));
  const members = structures.map((structure) => structure["%ID"]);
  return {
    "%TYPES": { [LAYER]: { ...layer, ...Object.fromEntries(words) } },
    "%FEATURE_STRUCTURES": [{ "%ID": 1, "%TYPE": SOFA, ...sofa }, ...structures],
    "%VIEWS": { [FIRST_VIEW]: { "%SOFA": 1, "%MEMBERS": members } },
  };
}

function hasStructures(value: unknown): boolean {
  return z.looseObject({ "%FEATURE_STRUCTURES": z.unknown() }).safeParse(value).success;
}

function casIn(file: NamedFile): Cas {
  const parsed = casShape.safeParse(jsonOf(file));
  if (!parsed.success) throw new UnreadableFile("not-this-format", parsed.error);
  const { "%TYPES": types, "%FEATURE_STRUCTURES": all } = parsed.data;
  const sofas = all.filter((each) => each["%TYPE"] === SOFA && isText(each.sofaString));
  const sofa = sofas.find(({ sofaID }) => sofaID === FIRST_VIEW) ?? sofas[0];
  if (sofa === undefined || !isText(sofa.sofaString)) throw new UnreadableFile("no-text");
  const byId = new Map(all.map((each) => [each["%ID"], each]));
  return {
    ...{ text: sofa.sofaString, sofa: String(sofa["%ID"]) },
    structures: all.map((each) => structureOf(each, byId)),
    features: new Map(
      Object.entries(types ?? {}).map(([name, type]) => [name, plainFeatures(type)]),
    ),
  };
}

function plainFeatures(type: Readonly<Record<string, unknown>>): string[] {
  const range = z.looseObject({ "%RANGE": z.string().regex(PLAIN_TYPE) });
  return Object.keys(type).filter((name) => range.safeParse(type[name]).success);
}

const isText = (value: unknown): value is string => typeof value === "string";

type ById = ReadonlyMap<number, RawStructure>;

/** Offsets may have a sign before their names that tells that they are offsets. */
function structureOf(raw: RawStructure, byId: ById): Structure {
  const { "%TYPE": type, "@sofa": sofa, "^begin": first, "^end": last, ...others } = raw;
  const { begin = first, end = last, ...features } = others;
  const told = Object.entries(features).filter(([name]) => !/^[%^]/.test(name));
  const leading = told.filter(([name]) => name.startsWith("@"));
  const lists = leading.flatMap(([name, id]) => listOf(byId.get(Number(id)), name.slice(1)));
  return {
    ...{ type, sofa: sofa === undefined ? null : String(sofa) },
    ...{ begin: offsetOf(begin), end: offsetOf(end) },
    values: [...told.flatMap(([name, value]) => plainValue(name, value)), ...lists],
    links: leading.flatMap(([name, id]) => linksTo(byId.get(Number(id)), name.slice(1))),
  };
}

function offsetOf(told: unknown): number | null {
  if (told === undefined) return null;
  return typeof told === "number" ? told : Number.NaN;
}

/** Numbers that JSON cannot write have a sign before their name. */
function plainValue(name: string, value: unknown): [string, string][] {
  const isPlain = value !== null && typeof value !== "object" && !name.startsWith("@");
  return isPlain ? [[name.replace(/^#/, ""), String(value)]] : [];
}

/** The values of a list as one. */
function listOf(target: RawStructure | undefined, feature: string): [string, string][] {
  const values = isPlainList(target) ? elementsOf(target) : [];
  return values.length > 0 ? [[feature, values.join(", ")]] : [];
}

/** A feature once for each thing that it leads to. */
function linksTo(target: RawStructure | undefined, feature: string): string[] {
  if (target === undefined || isPlainList(target)) return [];
  if (!("%ELEMENTS" in target)) return [feature];
  return elementsOf(target).map(() => feature);
}

/** Whether a thing is a list of words or numbers. */
const isPlainList = (target: RawStructure | undefined): boolean =>
  target !== undefined && "%ELEMENTS" in target && PLAIN_TYPE.test(target["%TYPE"]);

function elementsOf(list: RawStructure | undefined): string[] {
  const elements = list?.["%ELEMENTS"];
  return Array.isArray(elements) ? elements.filter((each) => each !== null).map(String) : [];
}
