// What an operator looks at: which spaces there are, and whether all is well.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Config, reachableUrl } from "../config.ts";
import { Refusal } from "../refusal.ts";
import { withDatabase } from "./data.ts";

/** Milliseconds that a running Postil is given to answer. */
const PATIENCE = 3000;

/** A line for each space: id, members, articles, name. */
export async function listSpaces(config: Config): Promise<string> {
  return await withDatabase(config, async ({ database }) => {
    const rows = await database
      .selectFrom("space")
      .select(({ selectFrom, fn }) => [
        "space.id",
        "space.name",
        selectFrom("member")
          .select(fn.countAll<number>().as("count"))
          .whereRef("member.space_id", "=", "space.id")
          .as("members"),
        selectFrom("article")
          .select(fn.countAll<number>().as("count"))
          .whereRef("article.space_id", "=", "space.id")
          .as("articles"),
      ])
      .orderBy("space.created_at")
      .execute();
    return ["id\tmembers\tarticles\tname", ...rows.map(lineOf)].join("\n");
  });
}

type SpaceLine = { id: string; name: string; members: number | null; articles: number | null };

/** Names are what people typed: nothing in them moves the cursor of a terminal. */
const lineOf = ({ id, name, members, articles }: SpaceLine): string =>
  [id, members, articles, name.replace(/[\p{Cc}\p{Cf}]/gu, " ")].join("\t");

/** Whether the server answers and the files are whole. Rejects with Refusal when a file is not. */
export async function tellHealth(config: Config): Promise<string> {
  const counts = await withDatabase(config, async ({ database }) => {
    const count = async (table: "user" | "account" | "space" | "article"): Promise<number> => {
      const counted = database.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("n"));
      return (await counted.executeTakeFirstOrThrow()).n;
    };
    return `${await count("user")} people, ${await count("space")} spaces, ${await count("article")} articles`;
  });
  for (const name of ["postil.db", "updates.db"]) proveWhole(join(config.data, name));
  return [await tellServer(config), `${config.data}: ${counts}; both files are whole.`].join("\n");
}

async function tellServer({ host, port }: Config): Promise<string> {
  const url = reachableUrl(host, port);
  try {
    const { ok } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE) });
    return ok
      ? `Postil answers at ${url}.`
      : `Postil at ${url} says that its store does not answer.`;
  } catch {
    return `Nothing answers at ${url}.`;
  }
}

function proveWhole(path: string): void {
  if (isWhole(path)) return;
  throw new Refusal(`${path} is missing or damaged. Stop Postil and restore the last backup.`);
}

function isWhole(path: string): boolean {
  const file = new DatabaseSync(path, { readOnly: true, open: false });
  try {
    file.open();
    return file.prepare("PRAGMA quick_check").get()?.quick_check === "ok";
  } catch {
    return false; // there is none, or none that SQLite can read
  } finally {
    if (file.isOpen) file.close();
  }
}
