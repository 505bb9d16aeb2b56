// Guests of a space that ended, on a clock that the test moves.

import { afterEach, beforeEach, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";

const DAY = 24 * 60 * 60 * 1000;

let server: TestServer;
let now: number;
let owner: Caller & { readonly id: string };
let spaceId: string;

beforeEach(async () => {
  now = Date.now();
  server = await TestServer.start({ now: () => now });
  owner = await server.guest("Owner");
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", owner.id);
  spaceId = (await owner.ask("/api/spaces", { json: { name: "8b", template: "class" } })).body.id;
});

afterEach(() => server.stop());

async function come(name: string): Promise<Caller & { readonly id: string }> {
  const guest = await server.guest(name);
  server.sql("INSERT INTO member VALUES (?, ?, 'annotator', 1)", spaceId, guest.id);
  return guest;
}

const isHere = (id: string): boolean =>
  server.sql("SELECT id FROM user WHERE id = ?", id).length === 1;

async function pass(days: number): Promise<void> {
  now += days * DAY;
  await server.restart();
}

const set = (json: object) => owner.ask(`/api/spaces/${spaceId}`, { method: "PATCH", json });

test("[E8] guests go so many days after the day on which their space ended, accounts stay", async () => {
  const [ben, holder, elsewhere] = [await come("Ben"), await come("Holder"), await server.guest()];
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", holder.id);
  const endsOn = new Date(now + 10 * DAY).toISOString().slice(0, 10);
  const changed = await set({ endsOn, retentionDays: 30 });
  expect(changed.body.settings).toMatchObject({ endsOn, retentionDays: 30 });
  await pass(39);
  expect((await owner.ask(`/api/spaces/${spaceId}/audit`)).body.entries[0].verb).not.toBe("erased");
  expect(isHere(ben.id)).toBe(true);
  await pass(2);
  await expect.poll(() => isHere(ben.id)).toBe(false);
  expect([isHere(holder.id), isHere(elsewhere.id)]).toEqual([true, true]);
  const { body } = await owner.ask(`/api/spaces/${spaceId}/audit`);
  expect(body.entries[0]).toMatchObject({ verb: "erased", actor: null, subject: null });
});

test("[E8] without a day the space ends when it is archived; who was removed before goes, too", async () => {
  const [ben, cem] = [await come("Ben"), await come("Cem")];
  await owner.ask(`/api/spaces/${spaceId}/members/${cem.id}`, { method: "DELETE" });
  await set({ archived: true });
  await pass(179);
  expect([isHere(ben.id), isHere(cem.id)]).toEqual([true, true]);
  await pass(2);
  await expect.poll(() => [isHere(ben.id), isHere(cem.id)]).toEqual([false, false]);
});

test("[E9] a class is erased together: the files are written anew a few times, not once for each", async () => {
  const made = await owner.ask("/api/spaces", { json: { name: "8c", template: "class" } });
  const spaces = [spaceId, made.body.id];
  const pupils = await Promise.all(Array.from({ length: 12 }, (_, at) => come(`Pupil ${at}`)));
  for (const { id } of pupils) {
    server.sql("INSERT INTO member VALUES (?, ?, 'annotator', 1)", made.body.id, id);
  }
  for (const space of spaces) {
    await owner.ask(`/api/spaces/${space}`, { method: "PATCH", json: { archived: true } });
  }
  // each VACUUM counts it up
  const rewritten = (): number => Number(server.sql("PRAGMA schema_version")[0]?.schema_version);
  const before = rewritten();
  await pass(181);
  const patience = { timeout: 15_000 };
  await expect.poll(() => pupils.filter(({ id }) => isHere(id)), patience).toEqual([]);
  await expect.poll(() => server.sql("SELECT id FROM erasure"), patience).toEqual([]);
  expect(rewritten() - before).toBeGreaterThan(0);
  expect(rewritten() - before).toBeLessThanOrEqual(2 * spaces.length);
});

test("[E8] a space that keeps its guests keeps them", async () => {
  const ben = await come("Ben");
  await set({ archived: true });
  server.sql("UPDATE space SET retention_days = NULL WHERE id = ?", spaceId);
  await pass(5000);
  // a stop waits for what is under way
  await server.restart();
  expect(isHere(ben.id)).toBe(true);
});
