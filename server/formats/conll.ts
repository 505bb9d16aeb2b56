// CoNLL-2002: a token and its tag on each line, a blank line behind each sentence; tags begin with B, I
// or O, elsewhere also with E and L (the last token) and S and U (the only one). No passage can lie over another, and blanks are not told: the text stands in a file beside them.
// https://www.clips.uantwerpen.be/conll2002/ner/

import type { TextRange } from "#domain/article/article-text.ts";
import { annotatorOfFile, filesByAuthor } from "./annotator-file.ts";
import { byAuthor } from "./by-author.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import {
  isPlaced,
  type MarkedAnnotation,
  type MarkedArticle,
  type MarkedText,
  type PlacedAnnotation,
} from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { type ReadArticle, readAnnotation, readArticle } from "./read-article.ts";
import { SentenceLines, sweep } from "./sentence-lines.ts";
import { beginningOf, lateFile, textFile, textOf } from "./text-file.ts";
import { cutTokens } from "./tokens.ts";

const LINE = /^(\S+)(?:[ \t]+\S+)*[ \t]+((?:[BIELSU]-\S+)|O)\s*$/;

/** What begins a passage, or carries one on, under another letter. */
const PLACES: Readonly<Record<string, string>> = { S: "B", U: "B", E: "I", L: "I" };

export const conll: Format = {
  extension: "conll",
  mediaType: "text/plain; charset=utf-8",
  writer: {
    carries: new Set(["label", "author"]),
    omits: ({ annotations }) => {
      const kept = new Set<MarkedAnnotation>(
        byAuthor(annotations.filter(isPlaced)).flatMap((own) => apartFrom(own.annotations)),
      );
      return new Set(annotations.filter((annotation) => !kept.has(annotation)));
    },
    write,
  },
  reader: {
    recognises: (files) => taggedOf(files).length > 0,
    read: (files) => mergeTexts(taggedOf(files).map((file) => readFile(file, files))),
  },
};

/** Those that lie over none before them, and hold more than blanks. */
function apartFrom(annotations: readonly PlacedAnnotation[]): PlacedAnnotation[] {
  let end = 0;
  return annotations.filter((annotation) => {
    if (annotation.start < end || annotation.quote.trim() === "") return false;
    end = annotation.end;
    return true;
  });
}

function write({ article, annotations }: MarkedArticle, stem: string): NamedFile[] {
  const placed = annotations.filter(isPlaced);
  const groups = filesByAuthor(placed);
  const lines = new SentenceLines(article, ({ tokens }, index, over) => {
    const annotationsOver = sweep(over);
    const cuts = over.flatMap(({ start, end }) => [start, end]);
    const rows = cutTokens(tokens, cuts).map((token) => {
      const [annotation] = annotationsOver(token);
      return `${article.text.slice(token.start, token.end)} ${tagOf(annotation, token, article)}\n`;
    });
    return (index > 0 ? "\n" : "") + rows.join("");
  });
  const files = groups.map(({ file, annotations }) =>
    lateFile(`${file}.conll`, () => lines.markedWith(apartFrom(annotations))),
  );
  return [...files, textFile(`${stem}.txt`, article.text)];
}

/** The first token of a passage begins with B: before it are only blanks. */
function tagOf(
  annotation: PlacedAnnotation | undefined,
  token: TextRange,
  { text }: MarkedText,
): string {
  if (annotation === undefined) return "O";
  const isFirst = text.slice(annotation.start, token.start).trim() === "";
  return `${isFirst ? "B" : "I"}-${flatLabel(annotation)}`;
}

/** A token with its tag, one for all lines that are the same; null between sentences. */
type Row = { readonly token: string; readonly place: string; readonly tag: string } | null;

/** The files of tokens; a plain text among them may look like one. */
function taggedOf(files: readonly NamedFile[]): readonly NamedFile[] {
  const tagged = files.filter((file) =>
    LINE.test(/^(?:\s*|# .*\n)*(.*)/.exec(beginningOf(file))?.[1] ?? ""),
  );
  const others = tagged.filter(({ name }) => !isText(name));
  return others.length > 0 ? others : tagged;
}

const isText = (name: string): boolean => /\.txt$/i.test(name);

function readFile(file: NamedFile, files: readonly NamedFile[]): ReadArticle {
  const rows = rowsOf(textOf(file));
  const name = annotatorOfFile(file.name.replace(/^.*\//, "").replace(/\.[^.]*$/, ""));
  const texts = files.filter((each) => each !== file && isText(each.name)).map(textOf);
  const { text, places } = placed(rows, texts) ?? placed(rows, [joined(rows)]) ?? NOWHERE;
  const annotations = passagesOf(rows, places).map(({ range, tag }) =>
    readAnnotation({ by: { id: name, name }, range, ...readFlatLabel(tag) }),
  );
  return readArticle({ text, annotations });
}

function rowsOf(text: string): Row[] {
  const known = new Map<string, Row>();
  const lines = text.split(/\r?\n/).filter((line) => !isAside(line));
  return lines.map((line) => {
    const row = known.get(line) ?? rowOf(line);
    if (row !== null) known.set(line, row);
    return row;
  });
}

function rowOf(line: string): Row {
  if (line.trim() === "") return null;
  const [, token, tag] = LINE.exec(line) ?? [];
  if (token === undefined || tag === undefined) {
    throw new UnreadableFile("not-this-format", line.slice(0, 40));
  }
  const place = tag.slice(0, 1);
  return { token, place: PLACES[place] ?? place, tag: tag.slice(2) };
}

/** Where a document begins, and what is said of the sentence that follows. */
const isAside = (line: string): boolean =>
  line.startsWith("-DOCSTART-") || (line.startsWith("# ") && !LINE.test(line));

/** A text of the tokens, where there is no other: a sentence on each line. */
function joined(rows: readonly Row[]): string {
  return rows
    .map((row) => row?.token ?? "\n")
    .join(" ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n+/g, "\n")
    .trim();
}

const NOWHERE = { text: "", places: [] };

/** The first of these texts that has the tokens of the rows, and where in it they stand; null when none has. */
function placed(rows: readonly Row[], texts: readonly string[]) {
  for (const text of texts) {
    const places = placesIn(text, rows);
    if (places !== null) return { text, places };
  }
  return null;
}

/** Where each row stands in a text that has the same tokens; null for another text. */
function placesIn(text: string, rows: readonly Row[]): (TextRange | null)[] | null {
  let at = 0;
  const places: (TextRange | null)[] = [];
  const words = /\S|$/gu;
  for (const row of rows) {
    if (row === null) {
      places.push(null);
      continue;
    }
    words.lastIndex = at;
    const start = words.exec(text)?.index ?? text.length;
    if (!text.startsWith(row.token, start)) return null;
    at = start + row.token.length;
    places.push({ start, end: at });
  }
  return text.slice(at).trim() === "" ? places : null;
}

type Passage = { range: { start: number; end: number }; readonly tag: string };

/**
 * The tagged passages. Where every one begins with B, an I behind a blank line goes on; elsewhere
 * sentences end them.
 */
function passagesOf(rows: readonly Row[], places: readonly (TextRange | null)[]): Passage[] {
  const passages: Passage[] = [];
  const sentencesEnd = !beginWithB(rows);
  let open: Passage | null = null;
  for (const [index, row] of rows.entries()) {
    const place = places[index];
    if (row && place) open = carryOn(passages, open, row, place);
    else if (sentencesEnd) open = null;
  }
  return passages;
}

/** The passage that a token belongs to: the one that is open, a new one, or none. */
function carryOn(
  passages: Passage[],
  open: Passage | null,
  { place, tag }: NonNullable<Row>,
  range: TextRange,
): Passage | null {
  if (place === "I" && open?.tag === tag) {
    open.range.end = range.end;
    return open;
  }
  if (place === "O") return null;
  const passage = { range: { ...range }, tag };
  passages.push(passage);
  return passage;
}

function beginWithB(rows: readonly Row[]): boolean {
  const tokens = rows.filter((row) => row !== null);
  return tokens.every(({ place, tag }, index) => {
    const before = tokens[index - 1];
    return place !== "I" || (before !== undefined && before.place !== "O" && before.tag === tag);
  });
}
