// What a page shows, and forgets, when somebody may see or do something else than before.

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Visibility } from "#domain/space.ts";
import { CLOSE } from "#domain/wire.ts";
import type { ArticleSession } from "./article-session.ts";
import { type Guest, OwnServer, saved, until } from "./own-server.test-kit.ts";

let server: OwnServer;
let owner: Guest;
let article: string;
const sessions: ArticleSession[] = [];

beforeAll(async () => {
  server = await OwnServer.start();
  owner = await server.enterAsOwner();
  article = await server.addArticle(owner, "The mayor lied about the bridge.");
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.destroy();
});
afterAll(() => server.remove());

const share = (visibility: Visibility): Promise<unknown> =>
  server.ask(owner, "PUT", `/api/articles/${article}/visibility`, { visibility });

async function open(guest: Guest, role: "annotator" | "owner"): Promise<ArticleSession> {
  const session = server.open(guest, article, role);
  sessions.push(session);
  await saved(session);
  return session;
}

const authorsAt = ({ index }: ArticleSession): string[] =>
  [...new Set(index.placed().map(({ annotation }) => annotation.author))].sort();

const claim = { kind: "claim", label: null } as const;

test("[N22] what is revealed arrives, and what is not seen any more goes with names, talk and news", async () => {
  await share("own");
  const [ada, ben] = [await server.enter("Ada"), await server.enter("Ben")];
  const [hers, his, theirs] = [
    await open(ada, "annotator"),
    await open(ben, "annotator"),
    await open(owner, "owner"),
  ];
  hers.news.begin({ layers: {} });
  const marked = his.mark({ start: 0, end: 9 }, claim);
  const ref = "ref" in marked ? marked.ref : "";
  hers.mark({ start: 10, end: 14 }, claim);
  await Promise.all([saved(hers), saved(his)]);
  await until(theirs, () => theirs.index.get(ref) !== null);
  theirs.talk.reply(ref, { text: "Why?", mentions: [] });
  theirs.mark({ start: 15, end: 20 }, claim);
  await until(hers, () => authorsAt(hers).length === 2);
  expect(hers.visibility.get()).toBe("own");
  expect(hers.talk.about(ref).get().replies).toEqual([]);
  expect(hers.participants.get().map(({ person }) => person.name)).toEqual(["Olive Owner"]);
  await until(his, () => his.talk.about(ref).get().replies.length === 1);

  await share("open");
  await until(hers, () => authorsAt(hers).length === 3);
  expect(hers.visibility.get()).toBe("open");
  await until(hers, () => hers.participants.get().some(({ person }) => person.name === "Ben"));
  await until(hers, () => hers.talk.about(ref).get().replies.length === 1);

  await share("own");
  await until(hers, () => authorsAt(hers).length === 2);
  await until(hers, () => hers.participants.get().every(({ person }) => person.name !== "Ben"));
  expect(hers.talk.about(ref).get().replies).toEqual([]);
  expect(hers.news.fresh.get().has(ref)).toBe(false);
  expect(authorsAt(theirs)).toHaveLength(3);
  expect(hers.index.placed()).toHaveLength(2);
});

test("[N23] an archived article is told, and what was done before that was known waits until it is brought back", async () => {
  const ada = await server.enter("Ada");
  const archive = (archived: boolean): Promise<unknown> =>
    server.ask(owner, "PATCH", `/api/articles/${article}`, { archived });
  await share("open");
  const before = server.open(ada, article);
  await saved(before);
  await archive(true);
  await until(before, () => before.place.get().archived);
  expect(before.place.get().role).toBe("viewer");
  before.mark({ start: 0, end: 3 }, claim);
  await until(before, () => before.saving.get().state === "refused");
  const reading = server.openAnew(before, ada);
  await until(reading, () => reading.saving.get().state === "refused");
  expect(reading.mark({ start: 4, end: 9 }, claim)).toEqual({ refusal: "read-only" });
  expect(reading.index.text.text).toContain("The mayor lied");

  await archive(false);
  await until(reading, () => reading.place.get().role === "annotator");
  const after = server.openAnew(reading, ada);
  sessions.push(after);
  await saved(after);
  const quotes = (await server.annotations(article)).map(({ quote }) => quote);
  expect(quotes).toContain("The");
});

test("[N19] whoever was removed and is brought back goes on, with all that they wrote meanwhile", async () => {
  await share("open");
  const ada = await server.enter("Ada");
  const hers = await open(ada, "annotator");
  server.sql("DELETE FROM member WHERE user_id = ?", ada.id);
  await until(hers, () => hers.saving.get().state === "closed");
  expect(hers.saving.get()).toEqual({ state: "closed", code: CLOSE.noAccess });
  hers.mark({ start: 25, end: 31 }, claim);
  server.sql("INSERT INTO member SELECT id, ?, 'annotator', 1 FROM space", ada.id);
  hers.reconnect();
  await saved(hers);
  const notes = await server.annotations(article);
  expect(notes.map(({ quote }) => quote)).toContain("bridge");
});
