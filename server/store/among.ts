// Lists in queries.

import { sql } from "kysely";

/** A list of any length as one value: cheaper than a value each, of which SQLite takes some thousands. */
export const among = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
