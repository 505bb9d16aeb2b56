// WebAnno TSV 3.3, as INCEpTION writes it: a token on each line with a column for each feature of each
// layer, offsets in UTF-16 code units, a file for every annotator. Blanks are no tokens: the text stands
// in a file beside them. To be taken in, a project needs the layer that the header names.
// https://inception-project.github.io/releases/38.4/docs/user-guide.html#sect_webannotsv

import type { TextRange } from "#domain/article/article-text.ts";
import { fileOfAnnotator } from "./annotator-file.ts";
import { byAuthor } from "./by-author.ts";
import type { Format, NamedFile } from "./format.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { textFile } from "./text-file.ts";
import { type Sentence, sentencesOf } from "./tokens.ts";
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
    read: (files) => mergeTexts(files.filter(isTsv).map((file) => readTsv(file, files))),
  },
};

const hasTokens = (annotation: MarkedArticle["annotations"][number]): boolean =>
  isPlaced(annotation) && annotation.quote.trim() !== "";

function write({ article, annotations }: MarkedArticle, stem: string): NamedFile[] {
  const placed = annotations.filter(isPlaced).filter(hasTokens);
  const groups = placed.length > 0 ? byAuthor(placed) : [{ name: "", annotations: [] }];
  const files = groups.map((own) => {
    const cuts = new Set(own.annotations.flatMap(({ start, end }) => [start, end]));
    const rows = rowsOf(article.text, sentencesOf(article, cuts), own.annotations);
    const header = `#FORMAT=WebAnno TSV 3.3\n#T_SP=${LAYER}|kind|label|note\n\n`;
    return textFile(`${fileOfAnnotator(own.name)}.tsv`, header + rows);
  });
  return [...files, textFile(`${stem}.txt`, article.text)];
}

function rowsOf(
  text: string,
  sentences: readonly Sentence[],
  annotations: readonly PlacedAnnotation[],
): string {
  const cellsOf = cellWriter(annotations);
  return sentences
    .map(({ start, end, tokens }, sentence) => {
      const lines = tokens.map((token, index) => {
        const words = escapeText(text.slice(token.start, token.end));
        const place = `${sentence + 1}-${index + 1}\t${token.start}-${token.end}`;
        return `${place}\t${words}\t${cellsOf(token)}\t\n`;
      });
      return `\n#Text=${escapeText(text.slice(start, end))}\n${lines.join("")}`;
    })
    .join("");
}

/** Tells the columns of one token after the other: every annotation has its number in all of them. */
function cellWriter(annotations: readonly PlacedAnnotation[]): (token: TextRange) => string {
  const numbered = annotations.map((annotation, index) => ({ annotation, id: `[${index + 1}]` }));
  let next = 0;
  let open: typeof numbered = [];
  return ({ start, end }) => {
    open = open.filter(({ annotation }) => annotation.end > start);
    for (let one = numbered[next]; one && one.annotation.start < end; one = numbered[++next]) {
      open.push(one);
    }
    if (open.length === 0) return "_\t_\t_";
    const column = (value: (annotation: PlacedAnnotation) => string | null): string =>
      open.map(({ annotation, id }) => escapeValue(value(annotation)) + id).join("|");
    return [
      column(({ kind }) => kind),
      column(({ label }) => label),
      column(({ note }) => note),
    ].join("\t");
  };
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
