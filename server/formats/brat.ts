// brat's standoff format: the text in one file, annotations in another, offsets in code points. A passage
// across lines is told in one fragment for each line, and brat begins a new line at each sign that Unicode
// calls one. Every annotator has a folder; each line of a note is a note of its own.
// https://brat.nlplab.org/standoff.html

import { annotatorOfFile, filesByAuthor } from "./annotator-file.ts";
import { type CountedText, countedText, type ToldPassage } from "./brat-text.ts";
import { CodePoints } from "./code-points.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import {
  type LeftOut,
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { rangeOf } from "./spans.ts";
import { textFile, textOf } from "./text-file.ts";

const NOTE = "AnnotatorNotes";

export const brat: Format = {
  extension: "ann",
  mediaType: "text/plain; charset=utf-8",
  writer: { carries: new Set(["blanks", "label", "author", "note"]), write },
  reader: {
    recognises: (files) => pairsOf(files).length > 0,
    read: (files) => mergeTexts(pairsOf(files).map(readPair)),
  },
};

function write({ article: { text }, annotations }: MarkedArticle, stem: string): NamedFile[] {
  const points = new CodePoints(text);
  const placed = annotations.filter(isPlaced);
  const pairs = filesByAuthor(placed).flatMap((own) => {
    const path = `${own.file}/${stem}`;
    const lines = own.annotations.flatMap((each, index) =>
      linesFor(each, index + 1, { text, points }),
    );
    return [textFile(`${path}.ann`, numbered(lines).join("")), textFile(`${path}.txt`, text)];
  });
  return [...pairs, textFile("annotation.conf", configuration(placed))];
}

type Counted = { readonly text: string; readonly points: CodePoints };

/** Lines without the numbers of notes, which count through the file. */
function linesFor(annotation: PlacedAnnotation, number: number, counted: Counted): string[] {
  const { places, words } = fragmentsOf(annotation, counted);
  const { note } = annotation;
  return [
    `T${number}\t${flatLabel(annotation)} ${places}\t${words}\n`,
    ...(note === "" ? [] : note.split(LINE_END)).map((line) => `#\t${NOTE} T${number}\t${line}\n`),
  ];
}

/** What brat takes for the end of a line. */
const LINE_END = /\r\n|[[\p{Cc}\p{Zl}\p{Zp}]--\t]/v;

/** Signs of line ends but for the line feed, which no passage begins or ends with. */
const ENDS = String.raw`[[\p{Cc}\p{Zl}\p{Zp}]--[\t\n]]+`;

const WORDS = String.raw`[[\P{Cc}\t]--[\p{Zl}\p{Zp}]]+`;

/** What stands in a line. At the edges of a passage signs of line ends count, for it would be shorter without. */
const FRAGMENT = new RegExp(`(?:^${ENDS})?${WORDS}(?:${ENDS}$)?|^${ENDS}|${ENDS}$`, "gv");

const EDGES = new RegExp(`^${ENDS}|${ENDS}$`, "v");

/** Where the fragments of a passage stand, and their words as brat puts them together; it fills in those
 * that would not stay in their line. */
function fragmentsOf({ start, end }: PlacedAnnotation, { text, points }: Counted) {
  const fragments = [...text.slice(start, end).matchAll(FRAGMENT)].map(({ index, 0: words }) => {
    const first = start + index;
    return { words, place: [first, first + words.length].map((edge) => points.fromUtf16(edge)) };
  });
  return {
    places: fragments.map(({ place }) => place.join(" ")).join(";"),
    words: fragments.some(({ words }) => EDGES.test(words))
      ? ""
      : fragments.map(({ words }) => words).join(" "),
  };
}

function numbered(lines: readonly string[]): string[] {
  let notes = 0;
  return lines.map((line) => (line.startsWith("#") ? `#${++notes}${line.slice(1)}` : line));
}

/** What brat has to know to show the files. */
function configuration(annotations: readonly PlacedAnnotation[]): string {
  const labels = [...new Set(annotations.map(flatLabel))].sort();
  return [
    ...["[entities]", ...labels, ""],
    ...["[relations]", OVERLAP, "", "[events]", "", "[attributes]", ""],
  ].join("\n");
}

/** Passages may lie over each other, in any way. */
const OVERLAP = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>";

type Pair = { readonly text: NamedFile; readonly annotations: NamedFile };

/** The files of annotations that have a text beside them. */
function pairsOf(files: readonly NamedFile[]): Pair[] {
  const texts = new Map(files.map((file) => [file.name, file]));
  return files.flatMap((annotations) => {
    const text = texts.get(annotations.name.replace(/\.ann$/i, ".txt"));
    return text && text !== annotations ? [{ text, annotations }] : [];
  });
}

/** What stands in one line: its id, what it says in the second column, and the rest. */
type Line = { readonly id: string; readonly says: string; readonly rest: string };

function readPair(pair: Pair): ReadArticle {
  const all = textOf(pair.annotations)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const lines = all.flatMap(lineOf);
  if (lines.length === 0 && all.length > 0) {
    throw new UnreadableFile("not-this-format", all[0]?.slice(0, 40));
  }
  const [folder = ""] = pair.annotations.name.split("/").slice(-2, -1);
  const name = annotatorOfFile(folder);
  const told = lines.filter(({ id }) => id.startsWith("T"));
  const counted = countedText(pair.text, told.map(toldBy));
  const passages = told.map((line) => passageOf(line, counted));
  const about = Map.groupBy(lines, ({ says }) => says.split(" ", 2)[1] ?? "");
  const annotations = passages.flatMap((passage, index) => {
    const line = told[index];
    return line && typeof passage !== "string"
      ? [{ ...passage, by: { id: name, name }, ...saidIn(about.get(line.id) ?? []) }]
      : [];
  });
  return readArticle({
    annotations,
    text: counted.text,
    title: titleOf(pair.text),
    leftOut: leftOutOf(lines, passages, all.length - lines.length),
  });
}

/** Nothing for a line that brat would not understand either, which it reads past. */
function lineOf(line: string): Line[] {
  const [id = "", says = "", ...rest] = line.split("\t");
  return /^(?:[A-Z]\d+|#\d*|\*)$/.test(id) ? [{ id, says, rest: rest.join("\t") }] : [];
}

function toldBy({ says, rest }: Line): ToldPassage {
  const [, ...offsets] = says.split(" ");
  const fragments = offsets.join(" ").split(";");
  return { fragments: fragments.map((each) => each.split(" ").map(Number)), words: rest };
}

/** The passage of a text-bound annotation, or why it has none here. */
function passageOf(line: Line, counted: CountedText): ReadAnnotation | LeftOut {
  const { text, before } = counted;
  const [tag = ""] = line.says.split(" ", 1);
  const ranges = toldBy(line).fragments.map(([first = -1, last = -1]) =>
    rangeOf(counted, first - before, last - before),
  );
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last || ranges.includes(null)) return "out-of-text";
  const gaps = ranges.slice(1).map((range, index) => text.slice(ranges[index]?.end, range?.start));
  if (!gaps.every((gap) => BLANKS.test(gap))) return "discontinuous";
  return readAnnotation({ range: { start: first.start, end: last.end }, ...readFlatLabel(tag) });
}

/** Also signs of line ends that are no blanks elsewhere. */
const BLANKS = /^[\s\p{Cc}]*$/u;

/** What other lines say of an annotation. */
function saidIn(about: readonly Line[]): Pick<ReadAnnotation, "note" | "attributes"> {
  const notes = about.filter(({ id, says }) => id.startsWith("#") && says.startsWith(NOTE));
  const attributes = about
    .filter((line) => /^[AM]/.test(line.id))
    .map(({ says }) => says.split(" "))
    .map(([name = "", , ...value]) => [name, value.join(" ") || "true"]);
  return {
    note: notes.map(({ rest }) => rest).join("\n"),
    attributes: Object.fromEntries(attributes),
  };
}

function leftOutOf(
  lines: readonly Line[],
  passages: readonly (ReadAnnotation | LeftOut)[],
  notUnderstood: number,
) {
  const count = (what: LeftOut): number => passages.filter((each) => each === what).length;
  return someOf({
    relation: lines.filter(({ id }) => /^[R*]/.test(id)).length,
    discontinuous: count("discontinuous"),
    "out-of-text": count("out-of-text"),
    other: notUnderstood + lines.filter(({ id }) => /^[EN]/.test(id)).length,
  });
}

function titleOf({ name }: NamedFile): string {
  return name.replace(/^.*\//, "").replace(/\.txt$/i, "");
}
