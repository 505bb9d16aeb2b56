// Work that the server does not take: told in time, kept, readable as a file, and stored once it may be.

import { afterAll, afterEach, expect, test, vi } from "vitest";
import type { ArticleSession } from "./article-session.ts";
import { OwnServer, saved, until } from "./own-server.test-kit.ts";

const TEXT = "The minister lied to the council.";
const DECADE = 10 * 365 * 24 * 60 * 60 * 1000;

const server = await OwnServer.start();
const owner = await server.enterAsOwner();
const [ada, ben] = [await server.enter("Ada"), await server.enter("Ben")];
afterAll(() => server.remove());
afterEach(() => {
  vi.useRealTimers();
});

function mark(session: ArticleSession, start: number, end: number): string {
  const marked = session.mark({ start, end }, { kind: "claim", label: "fact" });
  if ("refusal" in marked) throw new Error(marked.refusal);
  return marked.ref;
}

/** Types on in a note until the server takes no more; returns what was typed in the end. */
async function writeUntilRefused(session: ArticleSession, ref: string): Promise<string> {
  let note = "";
  const type = (): void => {
    note += "on ";
    session.setNote(ref, note);
  };
  const stop = session.saving.subscribe(() => {
    if (session.saving.get().state === "saved") queueMicrotask(type);
  });
  type();
  await until(session, () => session.saving.get().state === "refused");
  stop();
  return note;
}

test("[N2] what is refused is told, is in a file that a person can read, and is stored as soon as it may be", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const cable = await server.cable();
  const session = server.open(ada, articleId, "annotator", cable);
  await saved(session);
  const ref = mark(session, 4, 12);
  session.talk.reply(ref, { text: "Says who?", mentions: [] });
  await saved(session);
  server.sql("UPDATE member SET role = 'viewer' WHERE user_id = ?", ada.id);
  const note = await writeUntilRefused(session, ref);
  expect(session.saving.get()).toEqual({ state: "refused", refusal: "not-allowed" });
  expect((await server.annotations(articleId))[0]?.note).not.toBe(note);

  const file = session.unsavedWork();
  expect(file.split("\n").length).toBeGreaterThan(10); // one line for each thing that it says
  expect(JSON.parse(file)).toMatchObject({
    article: articleId,
    annotations: [
      {
        ...{ kind: "claim", label: "fact", note },
        quote: { exact: "minister", prefix: "The ", suffix: " lied to the" },
      },
    ],
    replies: [{ to: ref, text: "Says who?" }],
  });

  server.sql("UPDATE member SET role = 'annotator' WHERE user_id = ?", ada.id);
  cable.pull(); // whoever comes back sends what is not stored
  cable.plugIn();
  await until(session, () => session.saving.get().state !== "refused");
  await saved(session);
  expect(await server.annotations(articleId)).toMatchObject([{ quote: "minister", note }]);
  session.destroy();
  cable.remove();
}, 60_000);

test("[N21] a clock that is ten years off harms nobody, and dates nothing that the server decides", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const before = server.open(ben, articleId);
  await saved(before);
  before.news.begin(null);
  const visit = before.news.visit();
  before.destroy();

  const refs: string[] = [];
  const passages = [
    { off: DECADE, start: 13, end: 17 },
    { off: -DECADE, start: 4, end: 12 },
  ];
  for (const { off, start, end } of passages) {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + off });
    const session = server.open(ada, articleId);
    await saved(session);
    refs.push(mark(session, start, end));
    await saved(session);
    session.destroy();
    vi.useRealTimers();
  }

  const after = server.open(ben, articleId);
  after.news.begin(visit);
  await saved(after);
  const quotes = after.index.placed().map(({ annotation }) => annotation.anchor.quote);
  expect(quotes).toEqual(["minister", "lied"]);
  await expect.poll(() => after.news.fresh.get()).toEqual(new Set(refs));
  await server.ask(owner, "PATCH", `/api/articles/${articleId}`, { locked: true });
  await until(after, () => after.lock.get() !== null);
  expect(Math.abs((after.lock.get()?.at ?? 0) - Date.now())).toBeLessThan(60_000);
  after.destroy();
}, 60_000);
