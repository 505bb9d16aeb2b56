// What the database keeps of a take-over once all is written, as long as those are there whose it is.

import { reaches } from "../access/authorize.ts";
import { among } from "../store/among.ts";
import { insertArticle } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { keepFirstVersions } from "../store/versions.ts";
import type { Plan } from "./plan-taking.ts";
import { Problem } from "./problem.ts";
import type { Begun, Finished } from "./take-annotated.ts";
import { originOf, versionsOfFile } from "./take-history.ts";

/** Ends the request with 409 where one of these people is not in the space any more. */
export async function demandMembers(
  database: Database,
  spaceId: string,
  people: ReadonlySet<string>,
): Promise<void> {
  const there = await database
    .selectFrom("member")
    .where("space_id", "=", spaceId)
    .where("user_id", "in", among([...people]))
    .select("user_id")
    .execute();
  if (there.length === people.size) return;
  throw new Problem(409, "Somebody of these people left the space meanwhile. Try again.");
}

type Recording = {
  readonly begun: Begun;
  readonly taken: readonly Finished[];
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** New articles are there for others from here on. */
export async function record(
  transaction: Database,
  { member, kept }: Plan,
  { begun, taken, at }: Recording,
): Promise<void> {
  const spaceId = member.space.id;
  for (const { article, id, told: what } of taken) {
    const { byline, language, tags } = article.annotated;
    if (article.into === null) {
      await insertArticle(transaction, {
        ...{ id, spaceId, title: article.title, byline, language, tags },
        ...originOf(article.annotated, kept, at),
        ...{ createdBy: member.userId, createdAt: at },
      });
      const taker = { userOf: begun.userOf, now: at };
      const isEditor = reaches(member, "editor");
      const versions = isEditor ? versionsOfFile(article.annotated, id, taker) : [];
      await keepFirstVersions(transaction, versions);
    }
    await recordAct(transaction, {
      ...{ spaceId, at, actorId: member.userId, verb: "annotations-imported", subjectId: id },
      details: { annotations: what.annotations, layers: article.layers.size },
    });
  }
}
