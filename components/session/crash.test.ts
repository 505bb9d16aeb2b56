// What is acknowledged survives: the real session against a real server that is killed while ten people write.

import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { readRef } from "#domain/annotation/annotation-ref.ts";
import type { ArticleSession } from "./article-session.ts";
import { type Guest, OwnServer, saved } from "./own-server.test-kit.ts";

const ROUNDS = 5;
const WRITERS = 10;

const server = await OwnServer.start();
afterAll(() => server.remove());

test(`[N1] an acknowledged annotation survives kill -9, one that was not is sent again, none comes twice (${ROUNDS} rounds)`, {
  timeout: 180_000,
}, async () => {
  const names = Array.from({ length: WRITERS }, (_, n) => `Writer ${n}`);
  const guests = await Promise.all(names.map((name) => server.enter(name)));
  const articleId = await server.sampleArticle();
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    await playRound({ guests, articleId, acknowledged });
  }
  // more than what the living half sent again: some was acknowledged to those who died
  expect(acknowledged.size).toBeGreaterThan((ROUNDS * WRITERS) / 2);
});

type Round = {
  readonly guests: readonly Guest[];
  readonly articleId: string;
  readonly acknowledged: Set<string>;
};

/** Ten write, the server is killed; five die with it, five live on and send what was not acknowledged. */
async function playRound({ guests, articleId, acknowledged }: Round): Promise<void> {
  const sessions = guests.map((guest) => server.open(guest, articleId));
  await Promise.all(sessions.map(saved));
  const made = sessions.map((session) => write(session, acknowledged));
  // the moment of the kill is random, some time after the first "saved"; nothing waits for it
  await Promise.race(made.map(({ first }) => first));
  await pause(Math.random() * 200);
  const died = server.kill();
  const [dead, alive] = [sessions.slice(0, WRITERS / 2), sessions.slice(WRITERS / 2)];
  for (const session of dead) session.destroy();
  for (const each of made) each.stop();
  await died;
  await server.restart();
  await Promise.all(alive.map(saved));
  const stored = (await server.annotations(articleId)).map(({ id }) => id);
  expect(new Set(stored).size, "nothing twice").toBe(stored.length);
  for (const each of made.slice(WRITERS / 2)) for (const id of each.ids) acknowledged.add(id);
  const present = new Set(stored);
  expect(
    [...acknowledged].filter((id) => !present.has(id)),
    "nothing lost",
  ).toEqual([]);
  for (const session of alive) session.destroy();
}

/** Marks as fast as the server answers; an id counts as acknowledged once the session says "saved". */
function write(session: ArticleSession, acknowledged: Set<string>) {
  const ids: string[] = [];
  const first = Promise.withResolvers<void>();
  const mark = (): void => {
    const start = Math.floor(Math.random() * 2000);
    const marked = session.mark({ start, end: start + 20 }, { kind: "claim", label: null });
    const read = "ref" in marked ? readRef(marked.ref) : null;
    if (read) ids.push(read.id);
  };
  const stop = session.saving.subscribe(() => {
    if (session.saving.get().state !== "saved") return;
    for (const id of ids) acknowledged.add(id);
    if (ids.length > 0) first.resolve();
    setImmediate(mark);
  });
  mark();
  return { ids, stop, first: first.promise };
}
