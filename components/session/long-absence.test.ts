// Those who were away for long: without a connection, or asleep while their session ended.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { CLOSE } from "#domain/wire.ts";
import type { ArticleSession } from "./article-session.ts";
import type { Cable } from "./cable.test-kit.ts";
import { type Guest, OwnServer, saved, until } from "./own-server.test-kit.ts";

const TEXT = "The minister lied to the council, and the council knew. ".repeat(40);

let server: OwnServer;
let olive: Guest;
let ada: Guest;
let cable: Cable;

beforeAll(async () => {
  server = await OwnServer.start();
  olive = await server.enterAsOwner();
  ada = await server.enter("Ada");
});
afterAll(() => server.remove());
beforeEach(async () => {
  cable = await server.cable();
});
afterEach(() => cable.remove());

function mark(session: ArticleSession, start: number): string {
  const marked = session.mark({ start, end: start + 12 }, { kind: "claim", label: null });
  if ("refusal" in marked) throw new Error(marked.refusal);
  return marked.ref;
}

/** 200 annotations, each with a note, and every second one deleted again: 500 changes, one by one. */
function work(session: ArticleSession): void {
  const refs = Array.from({ length: 200 }, (_, at) => mark(session, at * 10));
  for (const ref of refs) session.setNote(ref, `a note on ${ref}`);
  for (const ref of refs.filter((_, at) => at % 2 === 0)) session.remove(ref);
}

const isAway = (session: ArticleSession) => session.saving.get().state === "offline";
const isClosed = (session: ArticleSession) => session.saving.get().state === "closed";

test("[N1] five hundred changes made without a connection are stored within ten seconds of it, beside those of another tab", async () => {
  const articleId = await server.addArticle(olive, TEXT);
  const away = server.open(ada, articleId, "annotator", cable);
  const here = server.open(ada, articleId);
  await Promise.all([saved(away), saved(here)]);
  cable.pull();
  await until(away, () => isAway(away));
  work(away);
  const others = [mark(here, 5), mark(here, 105)];
  await saved(here);

  cable.plugIn();
  const start = performance.now();
  await saved(away);
  expect(performance.now() - start).toBeLessThan(10_000);
  await until(here, () => here.annotations.get().length === 102);
  await until(away, () => away.annotations.get().length === 102);
  const refs = new Set(away.annotations.get().map(({ annotation }) => annotation.id));
  expect(others.every((ref) => refs.has(ref))).toBe(true);
  expect(await server.annotations(articleId)).toHaveLength(102);
  for (const session of [away, here]) session.destroy();
}, 60_000);

test("[N16] five hundred changes made at once with a connection are stored within ten seconds", async () => {
  const articleId = await server.addArticle(olive, TEXT);
  const session = server.open(ada, articleId);
  await saved(session);
  work(session);
  const start = performance.now();
  await saved(session);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(await server.annotations(articleId)).toHaveLength(100);
  session.destroy();
}, 60_000);

test("[N18] whoever comes back to an article that is gone is told so, and still has everything", async () => {
  const articleId = await server.addArticle(olive, TEXT);
  const session = server.open(ada, articleId, "annotator", cable);
  await saved(session);
  cable.pull();
  await until(session, () => isAway(session));
  work(session);
  server.sql("DELETE FROM article WHERE id = ?", articleId);
  cable.plugIn();
  await until(session, () => isClosed(session));
  expect(session.saving.get()).toEqual({ state: "closed", code: CLOSE.noRoom });
  expect(JSON.parse(session.unsavedWork()).annotations).toHaveLength(100);
  session.destroy();
}, 60_000);

test("[N19] whoever slept while the session ended is told so, knocks no more, and goes on once back", async () => {
  const articleId = await server.addArticle(olive, TEXT);
  const session = server.open(ada, articleId, "annotator", cable);
  const awake = server.open(ada, articleId);
  await Promise.all([saved(session), saved(awake)]);
  cable.freeze();
  const ref = mark(session, 4);
  server.sql("UPDATE session SET expiresAt = '2001-01-01' WHERE userId = ?", ada.id);
  await until(awake, () => isClosed(awake)); // and at the same look, the one that sleeps
  awake.destroy();

  cable.thaw();
  await until(session, () => isClosed(session));
  expect(session.saving.get()).toEqual({ state: "closed", code: CLOSE.noSession });
  expect(cable.connections).toBe(1);
  expect(session.index.get(ref)).not.toBeNull();

  server.sql("UPDATE session SET expiresAt = '2999-01-01' WHERE userId = ?", ada.id);
  session.reconnect();
  await saved(session);
  expect(cable.connections).toBe(2);
  expect(await server.annotations(articleId)).toHaveLength(1);
  session.destroy();
}, 60_000);
