// The ledger of erasures: a file beside the store that says whom to erase again when an older backup is
// restored. It holds ids and times, one erasure a line.

import { existsSync, readFileSync } from "node:fs";
import { appendFile, writeFile } from "node:fs/promises";
import { z } from "zod";

/** The name of the file in the data folder. */
export const LEDGER = "erased.jsonl";

/** The same of what the next start has to erase again. */
export const TO_ERASE = "to-erase.jsonl";

const entrySchema = z.object({
  userId: z.string(),
  spaceId: z.string().nullable(),
  /** Milliseconds since 1970. */
  at: z.int(),
});

/** Who was erased, where (null: everywhere), and when that was done. */
export type LedgerEntry = Readonly<z.infer<typeof entrySchema>>;

/** Adds a line, which is in the file when this resolves. */
export async function addToLedger(path: string, entry: LedgerEntry): Promise<void> {
  await appendFile(path, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
}

/** Writes a whole ledger, which is in the file when this resolves. */
export async function writeLedger(path: string, entries: readonly LedgerEntry[]): Promise<void> {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  await writeFile(path, lines, { mode: 0o600, flush: true });
}

/** All lines; none where there is no file. A line that was torn off is left out. */
export function readLedger(path: string): LedgerEntry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").split("\n").flatMap(entriesIn);
}

function entriesIn(line: string): LedgerEntry[] {
  try {
    return [entrySchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
