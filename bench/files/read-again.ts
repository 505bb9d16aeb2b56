// How files with annotations are read: by the reader of their format alone, in a process of its own.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { formatOf } from "../../server/formats/formats.ts";
import { runScript } from "../load/run-script.ts";
import { type Row, say } from "../report.ts";
import { type Figure, inShort, rowsOf } from "../sync/figures.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { secondsToRead } from "./plain-cost.ts";
import type { Asked } from "./take-along.ts";

const READER = new URL("reader.ts", import.meta.url);
const MIB = 1024 * 1024;

const readSchema = z.object({
  seconds: z.number(),
  cpu: z.number(),
  peak: z.number(),
  annotations: z.number(),
});

type Read = z.infer<typeof readSchema>;

const FIGURES: readonly Figure<Read>[] = [
  { name: "seconds", unit: "s", of: ({ seconds }) => seconds, targets: [{ atMost: 5 }] },
  { name: "seconds beside reading it", unit: "s", of: ({ seconds }) => seconds },
  { name: "CPU", unit: "s", of: ({ cpu }) => cpu },
  { name: "memory of the reader", unit: "MiB", of: ({ peak }) => peak / MIB },
  { name: "annotations", unit: "", of: ({ annotations }) => annotations },
];

/** Reads what was taken along; no rows for a format that is only written. */
export async function readAgain(
  format: Asked,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Row[]> {
  if (format === "json" || (await formatOf(format)).reader === null) return [];
  const folder = temporaryFolder();
  const names = Object.keys(files).map((name) => name || "file");
  for (const [index, bytes] of Object.values(files).entries()) {
    const path = join(folder, names[index] ?? "");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  const read = await runScript(READER, { format, folder, names }, readSchema);
  const title = `${format} read`;
  say(`${title}: ${inShort(FIGURES, read)}`);
  const seconds = Object.values(files).reduce((sum, bytes) => sum + secondsToRead(bytes), 0);
  const limit = { seconds, cpu: Number.NaN, peak: Number.NaN, annotations: Number.NaN };
  return rowsOf(
    title,
    FIGURES,
    new Map([
      ["Postil", [read]],
      ["limit", [limit]],
    ]),
  );
}
