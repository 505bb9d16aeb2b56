// What was done with an article as a whole, and whom its readers mention, as far as somebody sees it; for files.

import { reaches } from "../access/authorize.ts";
import type { MarkedAnnotation, MarkedArticle } from "../formats/marked-article.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { ArticleRow } from "../store/articles.ts";
import type { Database } from "../store/database.ts";
import { versionsOf, versionTextsOf } from "../store/versions.ts";
import { type Asker, type Names, namesFor } from "./annotation-answer.ts";

type Seen = {
  readonly article: ArticleRow;
  readonly live: LiveArticle;
  readonly asker: Asker;
};

type History = Pick<MarkedArticle, "versions" | "locked">;

/** What everybody may know who reads the article. */
export async function bareHistory(database: Database, articleId: string): Promise<History> {
  const versions = await versionsOf(database, articleId);
  return {
    versions: versions.map(({ number, hash, at }) => ({
      ...{ number, hash, at: isoOf(at), by: null, text: null },
    })),
    locked: null,
  };
}

/** The same with names, and for editors with the texts. */
export async function wholeHistory(
  database: Database,
  { article, live, asker }: Seen,
): Promise<History> {
  const isEditor = reaches({ ...article.space, userId: "" }, "editor");
  const versions = await versionsOf(database, article.id);
  const texts = isEditor ? await versionTextsOf(database, article.id) : new Map<number, string>();
  const lock = live.lock();
  const ids = [...versions.flatMap(({ by }) => by ?? []), ...(lock ? [lock.by] : [])];
  const names = await namesFor(ids, asker);
  return {
    versions: versions.map(({ number, hash, at, by }) => ({
      ...{ number, hash, at: isoOf(at), text: texts.get(number) ?? null },
      by: by === null ? null : names(by),
    })),
    locked: lock && { by: names(lock.by), at: isoOf(lock.at) },
  };
}

/** Those who had no part in these annotations but to be mentioned. */
export async function mentionedIn(
  annotations: readonly MarkedAnnotation[],
  asker: Asker,
): Promise<ReturnType<Names>[]> {
  const mentions = new Set(
    annotations.flatMap(({ replies }) => replies.flatMap((reply) => reply.mentions)),
  );
  for (const id of annotations.flatMap(talkersIn)) mentions.delete(id);
  const names = await namesFor([...mentions], asker);
  return [...mentions].map(names);
}

const talkersIn = ({ author, replies, voters, proposals, resolved, hidden }: MarkedAnnotation) => [
  ...[author, ...replies.map((reply) => reply.author)].map(({ id }) => id),
  ...[...voters, ...proposals, ...replies.map((reply) => reply.hidden), resolved, hidden].flatMap(
    (deed) => deed?.by.id ?? [],
  ),
];

const isoOf = (time: number): string => new Date(time).toISOString();
