// All that is known of one person, and nothing of others: what they take along.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Decisions } from "#domain/talk/article-state.ts";
import type { LayerTalk } from "#domain/talk/talk.ts";
import { accountOf } from "../accounts/accounts.ts";
import { sessionsOf } from "../accounts/session-list.ts";
import { SetAside } from "../rooms/live-article.ts";
import { openingsOf } from "../store/shelf.ts";
import { Unreadable } from "../store/update-log.ts";
import { findVisit } from "../store/visits.ts";
import type { Services } from "./services.ts";

type Taken = {
  readonly userId: string;
  /** Null: of all spaces, with account and sessions. */
  readonly spaceId: string | null;
};

/** What goes into the file, ready to be JSON. Times are ISO 8601 in UTC. */
export async function personData(services: Services, { userId, spaceId }: Taken): Promise<object> {
  const { database, now } = services;
  const person = await database
    .selectFrom("user")
    .where("id", "=", userId)
    .select(["id", "name", "colour"])
    .executeTakeFirstOrThrow();
  const account = await accountOf(database, userId);
  return {
    format: "postil-person/1",
    made: timeOf(now()),
    person,
    ...(spaceId === null && { account, sessions: await sessionsOf(database, userId, now()) }),
    spaces: await spacesOf(services, { userId, spaceId }),
    acts: await actsOf(services, { userId, spaceId }),
  };
}

/** Also those in which they are not any more, where they wrote something. */
async function spacesOf(services: Services, taken: Taken): Promise<object[]> {
  const { userId, spaceId } = taken;
  const spaces = await services.database
    .selectFrom("space")
    .leftJoin("member", (join) =>
      join.onRef("member.space_id", "=", "space.id").on("member.user_id", "=", userId),
    )
    .$if(spaceId !== null, (query) => query.where("space.id", "=", spaceId ?? ""))
    .select(["space.id", "space.name", "member.role", "member.joined_at"])
    .orderBy("space.created_at")
    .execute();
  const told: object[] = [];
  for (const { joined_at, role, ...space } of spaces) {
    const articles = await articlesIn(services, space.id, userId);
    const joined = joined_at === null ? null : timeOf(joined_at);
    if (role !== null || articles.length > 0) told.push({ ...space, role, joined, articles });
  }
  return told;
}

async function articlesIn(services: Services, spaceId: string, userId: string): Promise<object[]> {
  const { database } = services;
  const rows = await database
    .selectFrom("article")
    .where("space_id", "=", spaceId)
    .select(["id", "title", "created_by"])
    .orderBy("created_at")
    .execute();
  const openings = await openingsOf(database, userId);
  const told: object[] = [];
  for (const { created_by, ...article } of rows) {
    const added = created_by === userId;
    const seen = await findVisit(database, { article: article.id, user: userId });
    const written = await writtenOn(services, article.id, userId);
    const openedAt = openings.get(article.id);
    if (!added && openedAt === undefined && seen === null && written === null) continue;
    const opened = openedAt === undefined ? null : timeOf(openedAt);
    const had = seen === null ? null : JSON.parse(seen);
    told.push({ ...article, added, opened, seen: had, ...written });
  }
  return told;
}

/** Null where they wrote nothing, or what they wrote cannot be read. */
async function writtenOn(
  { rooms }: Services,
  articleId: string,
  userId: string,
): Promise<object | null> {
  const isTheirs = (owner: string): boolean => owner === userId;
  try {
    if (!rooms.knows(articleId, userId)) return null;
    return await rooms.use(articleId, (live) => {
      const annotations = live.annotations(isTheirs).map(annotationOf);
      const talk = talkOf(live.talk(isTheirs).get(userId));
      const all = { annotations, ...talk, ...hiddenBy(userId, live.decisions()) };
      return Object.values(all).every(isEmpty) ? null : all;
    });
  } catch (error) {
    if (error instanceof SetAside || error instanceof Unreadable) return null;
    throw error;
  }
}

const isEmpty = (all: readonly unknown[]): boolean => all.length === 0;

const annotationOf = ({ id, kind, label, note, attributes, anchor, createdAt }: Annotation) => ({
  ...{ id, kind, label, note, attributes },
  quote: anchor.quote,
  created: timeOf(createdAt),
});

const talkOf = (talk: LayerTalk | undefined) => ({
  replies: (talk?.replies ?? []).map(({ id, to, text, createdAt, editedAt }) => ({
    ...{ id, to, text, created: timeOf(createdAt) },
    edited: editedAt === null ? null : timeOf(editedAt),
  })),
  votes: [...(talk?.votes ?? [])].map(([to, { vote, at }]) => ({ to, vote, at: timeOf(at) })),
  proposals: [...(talk?.proposals ?? [])].map(([to, { kind, label, at }]) => ({
    ...{ to, kind, label },
    at: timeOf(at),
  })),
});

/** What they hid of others, and why. */
const hiddenBy = (userId: string, { hidden, hiddenReplies }: Decisions) => ({
  hidden: [...hidden, ...hiddenReplies]
    .filter(([, { by }]) => by === userId)
    .map(([of, { at, reason }]) => ({ of, reason, at: timeOf(at) })),
});

/** What they did in spaces, as it was written down. */
async function actsOf({ database }: Services, { userId, spaceId }: Taken): Promise<object[]> {
  const rows = await database
    .selectFrom("audit")
    .where("actor_id", "=", userId)
    .$if(spaceId !== null, (query) => query.where("space_id", "=", spaceId))
    .select(["space_id as space", "verb", "at"])
    .orderBy("id")
    .execute();
  return rows.map(({ at, ...act }) => ({ ...act, at: timeOf(at) }));
}

const timeOf = (at: number): string => new Date(at).toISOString();
