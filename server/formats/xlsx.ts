// A workbook as Excel and LibreOffice read it: a sheet with a row for each annotation, and one that tells
// of the article and what labels mean. Every word is a cell of text, so that none is taken for a formula.
// https://learn.microsoft.com/en-us/office/open-xml/spreadsheet/structure-of-a-spreadsheetml-document

import writeWorkbook, { type Sheet, type Cell as SheetCell } from "write-excel-file/node";
import { directionOf } from "#domain/language-direction.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Format, NamedFile } from "./format.ts";
import type { MarkedArticle } from "./marked-article.ts";
import { COLUMNS, type Column, type Row, rowsOf } from "./sheet-columns.ts";

export const xlsx: Format = {
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  writer: {
    carries: new Set([
      ...(["blanks", "label", "note", "attributes", "author", "created"] as const),
      "details",
    ]),
    omits: () => new Set(),
    loses,
    write,
  },
  reader: null,
};

async function write(marked: MarkedArticle, stem: string): Promise<NamedFile[]> {
  const sheets = [annotationsSheet(marked), articleSheet(marked)];
  return [{ name: `${stem}.xlsx`, bytes: await writeWorkbook(sheets).toBuffer() }];
}

/** Widths in characters. */
const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  ...{ id: 14, quote: 60, author: 20, note: 40, attributes: 24, label: 16, created: 19 },
};

const NARROW = 10;

function annotationsSheet(marked: MarkedArticle): Sheet<Buffer> {
  const rows = rowsOf(marked).map((row) => COLUMNS.map((column) => annotationCell(column, row)));
  return {
    ...{ sheet: "Annotations", stickyRowsCount: 1, ...directed(marked) },
    columns: COLUMNS.map((column) => ({ width: WIDTHS[column] ?? NARROW })),
    data: [COLUMNS.map(heading), ...rows],
  };
}

function annotationCell(column: Column, row: Row): SheetCell {
  const value = row[column];
  if (value === null || value === "") return null;
  if (column === "created") return moment(String(value));
  return typeof value === "number" ? { value, type: Number, alignVertical: "top" } : words(value);
}

function articleSheet(marked: MarkedArticle): Sheet<Buffer> {
  const { article, url, scheme, annotations } = marked;
  const facts = [
    [heading("title"), words(article.title)],
    [heading("byline"), words(article.byline ?? "")],
    [heading("source"), words(article.source ?? "")],
    [heading("language"), words(article.language ?? "")],
    [heading("created"), moment(article.createdAt)],
    [heading("address"), words(url)],
    [heading("annotations"), { value: annotations.length, type: Number, align: "left" as const }],
  ];
  return {
    ...{ sheet: "Article", ...directed(marked) },
    columns: [{ width: 16 }, { width: 40 }, { width: 24 }, { width: 80 }],
    data: [...facts, [], [...LEGEND.map(heading)], ...legendOf(scheme)],
  };
}

const LEGEND = ["kind", "label", "name", "definition"] as const;

/** What each label means. */
function legendOf({ kinds }: Scheme): SheetCell[][] {
  return kinds.flatMap((kind) => [
    [words(kind.id), null, words(kind.name)],
    ...kind.labels.map(({ id, name, definition }) => [kind.id, id, name, definition].map(words)),
  ]);
}

/** Columns run as the article's language does. */
const directed = ({ article }: MarkedArticle) => ({
  rightToLeft: directionOf(article.language ?? "") === "rtl",
});

const heading = (value: string): SheetCell => ({ value, fontWeight: "bold" });

/** In Coordinated Universal Time. */
const moment = (told: string): SheetCell => ({
  ...{ value: new Date(told), type: Date, format: "yyyy-mm-dd hh:mm:ss" },
  ...{ alignVertical: "top", align: "left" },
});

function words(told: string): SheetCell {
  if (told === "") return null;
  return { value: cellText(told), type: String, wrap: true, alignVertical: "top" };
}

/** The most that a cell holds, in UTF-16 code units. */
const MOST_IN_CELL = 32_767;

/** What is cut because a cell does not hold it. */
function loses(marked: MarkedArticle): { readonly note: number; readonly attributes: number } {
  const rows = rowsOf(marked);
  const cut = (column: Column): number =>
    rows.filter((row) => String(row[column] ?? "").length > MOST_IN_CELL).length;
  return { note: cut("note"), attributes: cut("attributes") };
}

/**
 * Words as a cell holds them: `_x0041_` would be read as a sign by its number, unless its first sign is
 * written so itself; so are words that every object has a property of, which the library would not write.
 */
function cellText(told: string): string {
  const held = told.length > MOST_IN_CELL ? `${told.slice(0, MOST_IN_CELL - 1)}…` : told;
  const text = held.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return text in {} ? numbered(text.slice(0, 1)) + text.slice(1) : text;
}

const numbered = (sign: string): string =>
  `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
