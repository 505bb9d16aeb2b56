// WebAnno TSV as it is read: any version 3, any layers. Where no text stands beside it, blanks between
// sentences are made up.

import { annotatorOfFile } from "./annotator-file.ts";
import { type NamedFile, UnreadableFile } from "./format.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { oneUnitEach, textFile, textOf } from "./text-file.ts";
import { type Row, type Sentence, type TsvSentences, unescaped } from "./tsv-sentences.ts";

/** The layer that holds what was annotated in Postil. */
export const LAYER = "webanno.custom.Postil";

/** The file of a document that nobody has touched. */
const UNTOUCHED = "INITIAL_CAS";

const HEADER = /^#FORMAT=WebAnno TSV 3\b/;

/** Looks at the first line only. */
export const isTsv = ({ name, bytes }: NamedFile): boolean =>
  HEADER.test(textOf({ name, bytes: bytes.subarray(0, 100) }));

/** A layer with its features, and the first of its columns. */
type Layer = {
  readonly isSpan: boolean;
  readonly name: string;
  readonly features: readonly string[];
  readonly column: number;
};

/** One file among others; `known` remembers what was read of these. */
export function readTsv(
  file: NamedFile,
  files: readonly NamedFile[],
  known: TsvSentences,
): ReadArticle {
  const { head, sentences } = known.of(file.bytes);
  const layers = layersOf(head);
  const beside = files.filter((each) => each !== file && !isTsv(each));
  const found = beside.find((each) => holds(plainText(each), sentences));
  const name = annotatorOf(file);
  const rows = sentences.flatMap(({ marked }) => marked);
  const spans = layers.filter(({ isSpan }) => isSpan).flatMap((layer) => spansOf(layer, rows));
  const there = spans.filter(({ range: { start, end } }) => start < end);
  const others = layers.filter(({ isSpan }) => !isSpan);
  const relations = others.reduce((sum, { column }) => sum + filled(rows, column), 0);
  return readArticle({
    title: titleOf(found ?? textFile(documentOf(file), "")),
    text: found ? plainText(found) : joined(sentences),
    annotations: there.map(({ layer, range, values }) =>
      readAnnotation({ range, ...saidBy(layer, values), by: { id: name, name } }),
    ),
    leftOut: someOf({
      relation: there.reduce((sum, span) => sum + slotsOf(span), relations),
      "out-of-text": spans.length - there.length,
    }),
  });
}

function layersOf(lines: readonly string[]): Layer[] {
  let column = 0;
  return lines
    .map((line) => /^#T_(SP|RL|CH)=([^|]*)(?:\|(.*))?$/.exec(line))
    .filter((match) => match !== null)
    .map(([, type, name = "", features = ""]) => {
      const layer = { isSpan: type === "SP", name, features: features.split("|"), column };
      column += layer.features.length;
      return layer;
    });
}

type Part = { readonly value: string | null; readonly id: string | null };

/** What stands in a cell, one for each annotation that lies over the token. */
function partsOf(cell: string): Part[] {
  if (cell === "_" || cell === "") return [];
  return (cell.match(/(?:\\.|[^\\|])+/gs) ?? []).map((part) => {
    const [, value = part, id] = /^((?:\\.|[^\\[])*)\[(\d+)\]$/s.exec(part) ?? [];
    return { value: value === "*" ? null : unescaped(value), id: id ?? null };
  });
}

type Values = readonly (string | null)[];

/** What lies over some tokens; over none where something stands between two signs. */
type Span = {
  readonly layer: Layer;
  readonly range: { readonly start: number; end: number };
  readonly values: Values;
};

/** A span ends where the last line ends that tells of it: a part of a token may stand in the token's line, too. */
function spansOf(layer: Layer, rows: readonly Row[]): Span[] {
  const found = new Map<string, Span>();
  for (const [index, { start, end, cells }] of rows.entries()) {
    const [from, to] = [layer.column, layer.column + layer.features.length];
    if (cells.slice(from, to).every((cell) => cell === "_")) continue;
    const columns = layer.features.map((_, at) => partsOf(cells[layer.column + at] ?? "_"));
    const most = columns.reduce((sum, { length }) => Math.max(sum, length), 0);
    for (let nth = 0; nth < most; nth++) {
      const parts = columns.map((column) => column[nth]);
      const own = parts.filter((_, at) => !isTargets(layer, at));
      const id = own.find((part) => part?.id)?.id ?? `${index} ${nth}`;
      const known = found.get(id);
      if (known) known.range.end = end;
      else {
        const values = parts.map((part) => part?.value ?? null);
        found.set(id, { layer, range: { start, end }, values });
      }
    }
  }
  return [...found.values()];
}

/** Before the names of slots; what fills them stands in the column behind. */
const SLOT = "ROLE_";

const isTargets = ({ features }: Layer, at: number): boolean =>
  features[at - 1]?.startsWith(SLOT) ?? false;

/** How many other annotations fill the slots of one. */
const slotsOf = ({ layer, values }: Span): number =>
  values.reduce(
    (sum, value, at) => sum + (isTargets(layer, at) ? (value?.match(/\d+-\d+/g) ?? []).length : 0),
    0,
  );

/** Of our own layer, what its features are; of another, its name, its main feature and the others. */
function saidBy(layer: Layer, values: Values): Partial<ReadAnnotation> {
  const plain = layer.features.filter(
    (name, at) => !name.startsWith(SLOT) && !isTargets(layer, at),
  );
  const told = layer.features.flatMap((feature, at) => {
    const value = values[at] ?? null;
    return value === null || !plain.includes(feature) ? [] : [[feature, value] as const];
  });
  if (layer.name === LAYER) {
    const { kind = "", label = null, note = "" } = Object.fromEntries<string | undefined>(told);
    return { kind, label, note };
  }
  const main = plain.includes("value") ? "value" : plain[0];
  return {
    kind: layer.name.replace(/^.*\./, ""),
    label: told.find(([feature]) => feature === main)?.[1] ?? null,
    attributes: Object.fromEntries(told.filter(([feature]) => feature !== main)),
  };
}

const filled = (rows: readonly Row[], column: number): number =>
  rows.reduce((sum, { cells }) => sum + partsOf(cells[column] ?? "_").length, 0);

const plainText = (file: NamedFile): string => oneUnitEach(textOf(file));

/** Whether a text has the sentences at their places, and only blanks between them. */
function holds(text: string, sentences: readonly Sentence[]): boolean {
  let at = 0;
  for (const sentence of sentences) {
    if (text.slice(at, sentence.start).trim() !== "") return false;
    if (!text.startsWith(sentence.text, sentence.start)) return false;
    at = sentence.start + sentence.text.length;
  }
  return text.slice(at).trim() === "";
}

/** A text of the sentences, each at its place: a blank between those that one unit parts, else lines. */
function joined(sentences: readonly Sentence[]): string {
  let text = "";
  for (const sentence of sentences) {
    const gap = sentence.start - text.length;
    if (gap < 0 || gap > MOST_BLANKS) throw new UnreadableFile("offsets-wrong");
    text += (gap === 1 ? " " : "\n".repeat(gap)) + sentence.text;
  }
  return text;
}

const MOST_BLANKS = 100_000;

/** Whose file it is, such as `ann.tsv`, or `annotation/news.txt/ann.tsv` in a project. */
export function annotatorOf({ name }: NamedFile): string {
  const annotator = name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  return annotator === UNTOUCHED ? "" : annotatorOfFile(annotator);
}

/** What document it is about: in a project, the folder that it stands in. */
function documentOf({ name }: NamedFile): string {
  const [, folder] = /(?:^|\/)(?:annotation|curation)[^/]*\/([^/]+)\/[^/]+$/.exec(name) ?? [];
  return folder ?? name;
}

function titleOf({ name }: NamedFile): string {
  return name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
