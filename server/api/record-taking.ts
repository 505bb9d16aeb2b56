// What the database keeps of a take-over once all is written, as long as those are there whose it is.

import { reaches } from "../access/authorize.ts";
import { among } from "../store/among.ts";
import { insertArticle } from "../store/articles.ts";
import { type Act, recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { keepFirstVersions } from "../store/versions.ts";
import type { Plan, PlannedArticle } from "./plan-taking.ts";
import { Problem } from "./problem.ts";
import type { Begun, Finished } from "./take-annotated.ts";
import { originOf, settingsFor, versionsOfFile } from "./take-history.ts";
import { timeOf } from "./write-passages.ts";

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
  plan: Plan,
  { begun, taken, at }: Recording,
): Promise<void> {
  const { member } = plan;
  for (const { article, id, told: what } of taken) {
    const act = { spaceId: member.space.id, at, actorId: member.userId, subjectId: id };
    if (article.into === null) await keepNew(transaction, plan, { article, begun, act });
    await recordAct(transaction, {
      ...{ ...act, verb: "annotations-imported" },
      details: { annotations: what.annotations, layers: article.layers.size },
    });
  }
}

type Keeping = Pick<Recording, "begun"> & {
  readonly article: PlannedArticle;
  /** Who adds it where and when; its subject is the article. */
  readonly act: Omit<Act, "verb"> & { readonly spaceId: string; readonly subjectId: string };
};

/** Keeps a new article with all that the file tells of it; what was set for it is written down like any such act. */
async function keepNew(
  transaction: Database,
  { member, kept }: Plan,
  { article, begun, act }: Keeping,
): Promise<void> {
  const { spaceId, subjectId: id, at } = act;
  const { byline, language, tags, added } = article.annotated;
  const { archived, visibility } = settingsFor(member, article);
  await insertArticle(transaction, {
    ...{ id, spaceId, title: article.title, byline, language, tags, visibility },
    ...originOf(article.annotated, kept, at),
    ...{ createdBy: member.userId, createdAt: at, archivedAt: archived ? at : null },
    firstAddedAt: added === null ? null : timeOf(added, at),
  });
  const taker = { userOf: begun.userOf, now: at };
  const versions = reaches(member, "editor") ? versionsOfFile(article.annotated, id, taker) : [];
  await keepFirstVersions(transaction, versions);
  if (visibility !== null) {
    await recordAct(transaction, { ...act, verb: "article-shown", details: { visibility } });
  }
  if (archived) await recordAct(transaction, { ...act, verb: "article-archived" });
}
