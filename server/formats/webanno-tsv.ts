// WebAnno TSV 3.3, as INCEpTION writes it: a token on each line with a column for each feature of each
// layer, offsets in UTF-16 code units, a file for every annotator. What covers a part of a token stands in
// a line of its own below: INCEpTION takes several files about one text only if all have the same tokens.
// Blanks are no tokens: the text stands in a file beside them. To be taken in, a project needs the layer
// that the header names, which another file beside them declares.
// https://inception-project.github.io/releases/34.5/docs/user-guide.html#sect_webannotsv

import type { TextRange } from "#domain/article/article-text.ts";
import { filesByAuthor } from "./annotator-file.ts";
import type { Format, NamedFile } from "./format.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { SentenceLines, sweep } from "./sentence-lines.ts";
import { lateFile, textFile } from "./text-file.ts";
import type { Sentence } from "./tokens.ts";
import { TsvSentences } from "./tsv-sentences.ts";
import { typesFile } from "./uima-types.ts";
import { isTsv, LAYER, readTsv } from "./webanno-tsv-reader.ts";

export const webannoTsv: Format = {
  extension: "tsv",
  mediaType: "text/tab-separated-values; charset=utf-8",
  writer: {
    carries: new Set(["label", "note", "author"]),
    omits: ({ annotations }) => new Set(annotations.filter((each) => !hasTokens(each))),
    write,
  },
  reader: {
    recognises: (files) => files.some(isTsv),
    read: (files) => {
      const known = new TsvSentences();
      return mergeTexts(files.filter(isTsv).map((file) => readTsv(file, files, known)));
    },
  },
};

const hasTokens = (annotation: MarkedArticle["annotations"][number]): boolean =>
  isPlaced(annotation) && annotation.quote.trim() !== "";

function write({ article, annotations }: MarkedArticle, stem: string): NamedFile[] {
  const placed = annotations.filter(isPlaced).filter(hasTokens);
  const groups = filesByAuthor(placed);
  const numbers = new Map(groups.flatMap((own) => own.annotations.map(numbered)));
  const lines = new SentenceLines(article, (sentence, index, over) =>
    sentenceText(article.text, sentence, { index, over, numbers }),
  );
  const files = groups.map(({ file, annotations }) =>
    lateFile(`${file}.tsv`, () => lines.markedWith(annotations, HEADER)),
  );
  return [...files, textFile(`${stem}.txt`, article.text), typesFile()];
}

const HEADER = `#FORMAT=WebAnno TSV 3.3\n#T_SP=${LAYER}|kind|label|note\n\n`;

/** Every annotation of a file has its number in all columns. */
const numbered = (annotation: PlacedAnnotation, index: number) =>
  [annotation, `[${index + 1}]`] as const;

type Marks = {
  readonly index: number;
  readonly over: readonly PlacedAnnotation[];
  readonly numbers: ReadonlyMap<PlacedAnnotation, string>;
};

function sentenceText(
  text: string,
  { start, end, tokens }: Sentence,
  { index, over, numbers }: Marks,
): string {
  const annotationsOver = sweep(over);
  const lines = tokens.flatMap((token, at) =>
    unitsOf(token, annotationsOver(token)).map(({ start, end, annotations }, part) => {
      const number = `${index + 1}-${at + 1}${part === 0 ? "" : `.${part}`}`;
      const words = escapeText(text.slice(start, end));
      return `${number}\t${start}-${end}\t${words}\t${cellsOf(annotations, numbers)}\t\n`;
    }),
  );
  return `\n#Text=${escapeText(text.slice(start, end))}\n${lines.join("")}`;
}

/** A token or a part of one, with what covers exactly this much of the token. */
type Unit = TextRange & { readonly annotations: readonly PlacedAnnotation[] };

/** The token itself, and its parts as they begin, longer ones first. */
function unitsOf(token: TextRange, over: readonly PlacedAnnotation[]): Unit[] {
  if (over.length === 0) return [{ ...token, annotations: over }];
  const covers = ({ start, end }: TextRange): boolean => start <= token.start && end >= token.end;
  const parts = Map.groupBy(
    over.filter((annotation) => !covers(annotation)),
    ({ start, end }) => `${Math.max(start, token.start)}-${Math.min(end, token.end)}`,
  );
  const units = [...parts].map(([range, annotations]): Unit => {
    const [start = 0, end = 0] = range.split("-").map(Number);
    return { start, end, annotations };
  });
  return [
    { ...token, annotations: over.filter(covers) },
    ...units.sort((a, b) => a.start - b.start || b.end - a.end),
  ];
}

/** The columns of a token, or of a part of one. */
function cellsOf(over: readonly PlacedAnnotation[], numbers: Marks["numbers"]): string {
  if (over.length === 0) return "_\t_\t_";
  const column = (value: (annotation: PlacedAnnotation) => string | null): string =>
    over.map((each) => escapeValue(value(each)) + (numbers.get(each) ?? "")).join("|");
  return [
    column(({ kind }) => kind),
    column(({ label }) => label),
    column(({ note }) => note),
  ].join("\t");
}

const SIGNS: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escapeText = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);

/** A value with what means something to the format escaped; a star where there is none. */
function escapeValue(value: string | null): string {
  if (value === null || value === "") return "*";
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/->|[\\[\]|_;*\t\n]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}
