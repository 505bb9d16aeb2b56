import { afterAll, expect, test } from "vitest";
import type { ArticleSession } from "./article-session.ts";
import { OwnServer, saved } from "./own-server.test-kit.ts";
import type { Readable } from "./store.ts";

const server = await OwnServer.start();
const owner = await server.enterAsOwner();
const [ada, ben] = [await server.enter("Ada"), await server.enter("Ben")];
afterAll(() => server.remove());

function mark(session: ArticleSession, start: number, end: number): string {
  const marked = session.mark({ start, end }, { kind: "claim", label: "fact" });
  if ("refusal" in marked) throw new Error(marked.refusal);
  return marked.ref;
}

/** Resolves once a store holds what it should. */
function holds<T>(readable: Readable<T>, isSo: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isSo(readable.get())) return;
      stop();
      resolve();
    };
    const stop = readable.subscribe(check);
    check();
  });
}

const isNew =
  (...refs: readonly string[]) =>
  (fresh: ReadonlySet<string>): boolean =>
    fresh.size === refs.length && refs.every((ref) => fresh.has(ref));

async function visitBy(person: typeof ada, articleId: string): Promise<ArticleSession> {
  const session = server.open(person, articleId);
  await saved(session);
  return session;
}

test("[N12] what others wrote since the last visit is new until it is opened; on a first visit nothing is", async () => {
  const articleId = await server.addArticle(owner, "The minister lied to the council.");
  const his = await visitBy(ben, articleId);
  const [old, other] = [mark(his, 4, 12), mark(his, 13, 17)];
  await saved(his);

  const first = await visitBy(ada, articleId);
  expect(first.news.visit()).toBeNull();
  first.news.begin(null);
  expect(first.news.fresh.get().size).toBe(0);
  const mine = mark(first, 0, 3);
  await saved(first);
  const left = first.news.visit();
  first.destroy();

  const fresh = mark(his, 25, 32);
  his.talk.reply(old, { text: "Who says so?", mentions: [] });
  await holds(his.annotations, (all) => all.length === 4);
  his.talk.vote(mine, "agree");
  await saved(his);

  const second = await visitBy(ada, articleId);
  second.news.begin(left);
  await holds(second.news.fresh, isNew(fresh, old, mine));
  second.news.open(old);
  expect(isNew(fresh, mine)(second.news.fresh.get())).toBe(true);

  his.talk.vote(other, "unsure");
  await holds(second.news.fresh, isNew(fresh, mine, other));
  his.talk.vote(other, null);
  his.remove(fresh);
  await holds(second.news.fresh, isNew(mine));
  second.news.openAll();
  expect(second.news.fresh.get().size).toBe(0);

  const third = await visitBy(ada, articleId);
  third.news.begin(second.news.visit());
  expect(third.news.fresh.get().size).toBe(0);
  for (const session of [his, second, third]) session.destroy();
});
