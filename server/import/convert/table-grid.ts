// Tables as a grid without gaps: what editors expect, and pages seldom have.

import type { ArticleNode } from "#domain/article/article.ts";

/** The most places a table may have. */
const PLACES = 10_000;

export type Cell = {
  readonly header: boolean;
  /** How many columns and rows the page says that it fills; anything but a positive number is 1. */
  readonly colspan: number;
  readonly rowspan: number;
  readonly content: readonly ArticleNode[];
};

/** A table node of rows that are equally long; null for a table that is too large for one, or has no cell. */
export function tableOf(rows: readonly (readonly Cell[])[]): ArticleNode | null {
  const grid = placed(rows);
  const width = Math.max(0, ...grid.taken.map((row) => row.length));
  if (width === 0 || width * rows.length > PLACES) return null;
  const content = grid.rows.map((cells, index): ArticleNode => {
    const missing = width - [...(grid.taken[index] ?? [])].filter(Boolean).length;
    const gaps = Array.from({ length: missing }, () => EMPTY);
    return { type: "tableRow", content: [...cells, ...gaps] };
  });
  return { type: "table", content };
}

const EMPTY: ArticleNode = { type: "tableCell", content: [{ type: "paragraph" }] };

/** Puts each cell at the first free place of its row; none reaches over another or below the table. */
function placed(rows: readonly (readonly Cell[])[]) {
  const taken: boolean[][] = rows.map(() => []);
  const nodes = rows.map((cells, y) =>
    cells.map((cell) => {
      const [row = [], ...below] = taken.slice(y, y + within(cell.rowspan));
      const x = firstFree(row);
      const colspan = Math.min(within(cell.colspan), freeFrom(row, x));
      for (const line of [row, ...below]) take(line, x, colspan);
      return cellNode(cell, colspan, below.length + 1);
    }),
  );
  return { taken, rows: nodes };
}

function take(row: boolean[], x: number, colspan: number): void {
  for (let column = row.length; column < x; column++) row.push(false);
  for (let column = x; column < x + colspan; column++) row[column] = true;
}

/** Spans of more are mistakes, or meant to fill memory. */
const within = (span: number): number => (span >= 1 && span <= 100 ? Math.floor(span) : 1);

function firstFree(row: readonly boolean[]): number {
  const free = row.findIndex((isTaken) => !isTaken);
  return free === -1 ? row.length : free;
}

/** How many places are free from here on; without end behind the last taken one. */
function freeFrom(row: readonly boolean[], x: number): number {
  const next = row.indexOf(true, x);
  return next === -1 ? Number.POSITIVE_INFINITY : next - x;
}

function cellNode({ header, content }: Cell, colspan: number, rowspan: number): ArticleNode {
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
  return {
    type: header ? "tableHeader" : "tableCell",
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  };
}
