// What the people of a space have written, over all its articles: counted, and hidden.

import { refTo } from "#domain/annotation/annotation-ref.ts";
import {
  type Hiding,
  readHiding,
  readReplyHiding,
  writeHidden,
  writeReplyHidden,
} from "#domain/talk/article-state.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { articlesIn } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import type { Services } from "./services.ts";

/** How much somebody has written; `lastAt` in milliseconds since 1970. */
type Progress = {
  claim: number;
  entity: number;
  framing: number;
  replies: number;
  hidden: number;
  lastAt: number;
};

/** Who has written how much in a space, by user id. */
export async function progressIn(
  services: Services,
  spaceId: string,
): Promise<ReadonlyMap<string, Readonly<Progress>>> {
  const people = new Map<string, Progress>();
  await atAllArticles(services, spaceId, (live) => countIn(live, people));
  return people;
}

function countIn(live: LiveArticle, people: Map<string, Progress>): void {
  const of = (author: string, at: number): Progress => {
    const known = people.get(author);
    const progress = known ?? { claim: 0, entity: 0, framing: 0, replies: 0, hidden: 0, lastAt: 0 };
    if (!known) people.set(author, progress);
    progress.lastAt = Math.max(progress.lastAt, at);
    return progress;
  };
  const { hidden } = live.decisions();
  for (const { author, id, kind, createdAt } of live.annotations(() => true)) {
    const progress = of(author, createdAt);
    progress[kind]++;
    if (hidden.has(refTo(author, id))) progress.hidden++;
  }
  for (const [author, { replies }] of live.talk(() => true)) {
    for (const { createdAt, editedAt } of replies) of(author, editedAt ?? createdAt).replies++;
  }
}

type HidingAll = {
  readonly spaceId: string;
  /** Whose writing it is. */
  readonly userId: string;
  /** Who decides. */
  readonly by: string;
  /** Null shows everything again. */
  readonly hiding: Hiding | null;
};

/** Hides everything that somebody has written in a space, or shows it again; returns how many pieces that changed. */
export async function hideAll(services: Services, wanted: HidingAll): Promise<number> {
  const { spaceId, userId, by, hiding } = wanted;
  let changed = 0;
  await atAllArticles(services, spaceId, async (live) => {
    changed += await hideIn(live, wanted);
  });
  await recordAct(services.database, {
    ...{ spaceId, at: services.now(), actorId: by, subjectId: userId },
    verb: hiding === null ? "annotations-shown" : "annotations-hidden",
    details: { count: changed },
  });
  return changed;
}

async function hideIn(live: LiveArticle, { userId, hiding }: HidingAll): Promise<number> {
  const isTheirs = (owner: string): boolean => owner === userId;
  const annotations = live.annotations(isTheirs).map(({ id }) => refTo(userId, id));
  const replies =
    live
      .talk(isTheirs)
      .get(userId)
      ?.replies.map(({ id }) => refTo(userId, id)) ?? [];
  if (annotations.length + replies.length === 0) return 0;
  return await live.changeState((state) => {
    const others = annotations.filter(
      (ref) => (readHiding(state, ref) === null) !== (hiding === null),
    );
    const otherReplies = replies.filter(
      (ref) => (readReplyHiding(state, ref) === null) !== (hiding === null),
    );
    for (const ref of others) writeHidden(state, ref, hiding);
    for (const ref of otherReplies) writeReplyHidden(state, ref, hiding);
    return others.length + otherReplies.length;
  });
}

/** Does something at each article, one after the other: a space may have more than fit into memory at once. */
async function atAllArticles(
  { database, rooms }: Services,
  spaceId: string,
  work: (live: LiveArticle) => void | Promise<void>,
): Promise<void> {
  for (const articleId of await articlesIn(database, spaceId)) await rooms.use(articleId, work);
}
