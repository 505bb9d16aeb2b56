// The data folder as commands see it: beside a running Postil, or without one.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { Refusal } from "../refusal.ts";
import { type OpenDatabase, openDatabase } from "../store/database.ts";
import { isUpToDate } from "../store/migrations.ts";

/**
 * Opens the database for one piece of work. Rejects with Refusal when there is none yet, or one
 * that this program's server has not brought up to date.
 */
export async function withDatabase<T>(
  { data }: Config,
  work: (opened: OpenDatabase) => Promise<T>,
): Promise<T> {
  const path = join(data, "postil.db");
  if (!existsSync(path)) {
    throw new Refusal(
      `There is no Postil in ${data} yet. Start it once, or name its folder in POSTIL_DATA.`,
    );
  }
  const opened = openDatabase(path);
  try {
    if (!isUpToDate(opened.connection)) {
      throw new Refusal(`The tables in ${data} are not of this version. Start Postil once first.`);
    }
    return await work(opened);
  } finally {
    await opened.database.destroy();
  }
}
