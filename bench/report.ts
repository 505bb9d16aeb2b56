// What every bench prints: the same rows as a table on the screen and as JSON in a file.

import { writeFileSync } from "node:fs";

/** One figure of one case. Numbers are null when nothing could be measured. */
export type Row = {
  readonly case: string;
  readonly figure: string;
  readonly unit: string;
  readonly ours: number | null;
  readonly peers: Readonly<Record<string, number | null>>;
  /** What the same work costs when nothing but the unavoidable is done. */
  readonly limit?: number | null;
  /** Ours divided by what the target names, or by the limit when there is no target. */
  readonly ratio: number | null;
  /** In words, such as `<= 2 x limit`; null when nothing is asked of this figure. */
  readonly target: string | null;
  readonly met: boolean | null;
};

const COLUMN_GAP = "  ";

/** Prints one line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints `rows` as a table and, when `file` is given, writes them there as JSON. */
export function report(rows: readonly Row[], file: string | undefined): void {
  const peers = [...new Set(rows.flatMap((row) => Object.keys(row.peers)))];
  const head = ["case", "figure", "unit", "Postil", "limit", ...peers, "ratio", "target", "met"];
  const lines = rows.map((row) => [
    row.case,
    row.figure,
    row.unit,
    shown(row.ours),
    shown(row.limit),
    ...peers.map((peer) => shown(row.peers[peer])),
    shown(row.ratio),
    row.target ?? "",
    row.met === null ? "" : row.met ? "yes" : "NO",
  ]);
  say("");
  printColumns([head, ...lines]);
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

function printColumns(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines) {
    say(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(COLUMN_GAP)
        .trimEnd(),
    );
  }
}

/** Three digits that matter; a dash for what was not measured. */
export function shown(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "-";
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
