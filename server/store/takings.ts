// Taking over annotated files needs several commits in two stores. What it is about to do is written down with the
// first and struck out with the last: what is found written down at a start was never finished.

import { z } from "zod";
import type { Database } from "./database.ts";

const takingSchema = z.object({
  /** The users that were made for it. */
  standIns: z.array(z.string()),
  /** The articles that it makes. */
  articles: z.array(z.string()),
  /** The users in whose layers it writes. */
  owners: z.array(z.string()),
  /** Article that was there before → references of the annotations that it adds. */
  annotations: z.record(z.string(), z.array(z.string())),
});

export type Taking = Readonly<z.infer<typeof takingSchema>> & { readonly id: string };

export async function beginTaking(database: Database, { id, ...taking }: Taking): Promise<void> {
  await database
    .insertInto("taking")
    .values({ id, json: JSON.stringify(taking) })
    .execute();
}

export async function endTaking(database: Database, id: string): Promise<void> {
  await database.deleteFrom("taking").where("id", "=", id).execute();
}

/** What was begun and not ended. */
export async function openTakings(database: Database): Promise<Taking[]> {
  const rows = await database.selectFrom("taking").selectAll().execute();
  return rows.map(({ id, json }) => ({ id, ...takingSchema.parse(JSON.parse(json)) }));
}
