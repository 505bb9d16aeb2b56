// Comma-separated values, a row for each annotation, for sheets and statistics: UTF-8 with a byte order
// mark, every cell in quotes. No cell begins as a formula does: such a one has an apostrophe before it.

import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import type { MarkedArticle } from "./marked-article.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { type Cell, COLUMNS, rowsOf } from "./sheet-columns.ts";
import { textFile, textOf } from "./text-file.ts";

/** How a formula begins; sheets take full-width signs for the others, too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** What was written before a cell that would be a formula, and before one that looks as if it had been. */
const ESCAPED = /^'(?='*[=+\-@\t\r\n＝＋－＠])/u;

export const csv: Format = {
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  writer: {
    carries: new Set(["blanks", "label", "note", "attributes", "author", "created"]),
    omits: () => new Set(),
    write: (marked, stem) => [textFile(`${stem}.csv`, sheetOf(marked))],
  },
  reader: { recognises: ([file]) => file !== undefined && isOurs(file), read },
};

function sheetOf(marked: MarkedArticle): string {
  const rows = rowsOf(marked).map((row) => COLUMNS.map((column) => safe(row[column])));
  return stringify([[...COLUMNS], ...rows], { bom: true, quoted: true, record_delimiter: "\r\n" });
}

function safe(cell: Cell): string {
  const text = String(cell ?? "");
  return FORMULA.test(text.replace(/^'+/, "")) ? `'${text}` : text;
}

const offset = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number);

const rowShape = z.object({
  quote: z.string(),
  start: offset.or(z.literal("")).default(""),
  end: offset.or(z.literal("")).default(""),
  kind: z.string().default(""),
  label: z.string().default(""),
  author: z.string().default(""),
  note: z.string().default(""),
  attributes: z.string().default(""),
  created: z.string().default(""),
});

type ReadRow = z.infer<typeof rowShape>;

const attributesShape = z.record(z.string(), z.string());

/** Whether its columns are among ours and tell of passages. */
function isOurs(file: NamedFile): boolean {
  const names = headOf(file)
    .split(delimiterOf(file))
    .map((name) => name.replace(/^"(.*)"$/, "$1"));
  return ["quote", "start", "kind", "label"].every((name) => names.includes(name));
}

const headOf = (file: NamedFile): string => textOf(file).split(/\r?\n/, 1)[0] ?? "";

/** Sheets separate by what their country's numbers leave free. */
function delimiterOf(file: NamedFile): string {
  const head = headOf(file);
  const [most = ","] = [",", ";", "\t"].sort((a, b) => head.split(b).length - head.split(a).length);
  return most;
}

function read(files: readonly NamedFile[]): ReadArticle[] {
  return files.map((file) => {
    const rows = recordsOf(file);
    const annotations = rows.flatMap(annotationOf);
    const leftOut = someOf({ "out-of-text": rows.length - annotations.length });
    return readArticle({ annotations, leftOut });
  });
}

function recordsOf(file: NamedFile): ReadRow[] {
  try {
    const records: unknown = parse(textOf(file), {
      ...{ bom: true, columns: true, delimiter: delimiterOf(file), skip_empty_lines: true },
      cast: (cell: string) => cell.replace(ESCAPED, ""),
    });
    return z.array(rowShape).parse(records);
  } catch (cause) {
    throw new UnreadableFile("not-this-format", cause);
  }
}

/** A row with neither words nor offsets tells of no passage. */
function annotationOf(row: ReadRow): ReadAnnotation[] {
  const { quote, start, end, kind, label, author, note, attributes, created } = row;
  const range = start !== "" && end !== "" && start < end ? { start, end } : null;
  if (range === null && quote === "") return [];
  return [
    readAnnotation({
      ...{ range, kind, note, by: { id: author, name: author } },
      quote: quote === "" ? null : { exact: quote, prefix: "", suffix: "" },
      label: label === "" ? null : label,
      attributes: attributesOf(attributes),
      created: created === "" ? null : created,
    }),
  ];
}

/** JSON, or `name=value; …` as people write it. */
function attributesOf(cell: string): Record<string, string> {
  try {
    return attributesShape.parse(JSON.parse(cell));
  } catch {
    const pairs = cell.split(";").map((pair) => /^\s*([^=]+?)\s*=\s*(.*?)\s*$/s.exec(pair));
    return Object.fromEntries(
      pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", pair[2] ?? ""]] : [])),
    );
  }
}
