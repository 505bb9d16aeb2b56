// What somebody brought in that other tools have annotated: kept like everything else that is brought in.

import { setImmediate as nextTurn } from "node:timers/promises";
import type { Annotated } from "../import/annotated/annotated.ts";
import { parseAnnotated } from "../import/annotated/parse-annotated.ts";
import type { Database } from "./database.ts";
import { type KeptImport, keepImported, readImported } from "./imports.ts";

export type KeptAnnotated = Omit<KeptImport, "imported"> & { readonly annotated: Annotated };

export async function keepAnnotated(database: Database, kept: KeptAnnotated): Promise<void> {
  const { annotated, ...about } = kept;
  const json = JSON.stringify(annotated);
  await nextTurn(); // of thousands of annotations, it takes long to make this, and again to store it
  await keepImported(database, { ...about, json, annotated: true });
  await nextTurn();
}

/** As `findImport`. */
export async function findAnnotated(
  database: Database,
  wanted: { readonly id: string; readonly userId: string; readonly now: number },
): Promise<KeptAnnotated | null> {
  const found = await readImported(database, { ...wanted, annotated: true });
  if (found === null) return null;
  const { json, ...about } = found;
  const told: unknown = JSON.parse(json);
  await nextTurn();
  return { ...about, annotated: await parseAnnotated(told) };
}
