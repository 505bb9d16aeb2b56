// What is set about who sees what: by a space, by an article, and by who is an editor.

import { ROLES } from "#domain/person.ts";
import type { Visibility } from "#domain/space.ts";
import type { Sharing } from "../access/sight.ts";
import { among } from "./among.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";

/** Of each of these articles, by id; those that do not exist are left out. */
export async function sharingAt(
  database: Database,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Sharing>> {
  const rows = await database
    .selectFrom("article")
    .innerJoin("space", "space.id", "article.space_id")
    .where("article.id", "in", among(articleIds))
    .select(["article.id", "article.visibility as own"])
    .select(["space.id as space", "space.visibility", "space.names_shown"])
    .execute();
  const editors = await editorsIn(database, [...new Set(rows.map(({ space }) => space))]);
  return new Map(
    rows.map(({ id, own, space, visibility, names_shown }) => [
      id,
      {
        ...{ space, visibility: own ?? visibility, namesShown: names_shown === 1 },
        editors: editors.get(space) ?? new Set(),
      },
    ]),
  );
}

/** Of a space, for what belongs to no article; null when there is no such space. */
export async function sharingIn(database: Database, space: string): Promise<Sharing | null> {
  const row = await database
    .selectFrom("space")
    .where("id", "=", space)
    .select(["visibility", "names_shown"])
    .executeTakeFirst();
  if (row === undefined) return null;
  const editors = (await editorsIn(database, [space])).get(space) ?? new Set();
  return { space, visibility: row.visibility, namesShown: row.names_shown === 1, editors };
}

type Switching = { readonly article: string; readonly space: string; readonly by: string };

/** Sets an article's visibility, or with null has it follow its space; what is so already is not written down. */
export async function switchVisibility(
  database: Database,
  { article, space, by }: Switching,
  visibility: Visibility | null,
  now: number,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const switched = await transaction
      .updateTable("article")
      .set({ visibility })
      .where("id", "=", article)
      .where("visibility", "is not", visibility)
      .returning("id")
      .executeTakeFirst();
    if (switched === undefined) return;
    await recordAct(transaction, {
      ...{ spaceId: space, at: now, actorId: by, verb: "article-shown", subjectId: article },
      details: { visibility },
    });
  });
}

/** Space → its editors and owners. */
async function editorsIn(
  database: Database,
  spaces: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await database
    .selectFrom("member")
    .where("space_id", "in", among(spaces))
    .where("role", "in", ROLES.slice(ROLES.indexOf("editor")))
    .select(["space_id", "user_id"])
    .execute();
  const groups = Map.groupBy(rows, ({ space_id }) => space_id);
  return new Map(
    [...groups].map(([space, all]) => [space, new Set(all.map(({ user_id }) => user_id))]),
  );
}
