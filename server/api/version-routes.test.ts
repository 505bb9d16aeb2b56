import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";

let server: TestServer;
let guest: Caller;
let owner: Caller;
beforeAll(async () => {
  server = await TestServer.start();
  guest = await server.guest();
  owner = await server.member("owner");
});
afterAll(() => server.stop());

const TEXT = `The council closed Mill Bridge on Monday.

Furious residents say the mayor ignored warnings for years.

Repairs will cost four million, the council expects.`;

const REVISED = `The council closed Mill Bridge on Monday night.

A correction stands below.

Some residents say the mayor ignored warnings for years.`;

/** An article with three marks, locked or not; returns its path. */
async function marked(locked: boolean): Promise<string> {
  const { body } = await guest.ask("/api/articles", { json: { title: "Bridge", text: TEXT } });
  const path = `/api/articles/${body.id}`;
  for (const exact of ["Mill Bridge", "Furious residents", "four million"]) {
    const json = { kind: "entity", quote: { exact } };
    expect((await guest.ask(`${path}/annotations`, { json })).status).toBe(201);
  }
  if (locked) await owner.ask(path, { method: "PATCH", json: { locked } });
  return path;
}

test("[N4] a new version takes the annotations along and tells what became of them", async () => {
  const path = await marked(true);
  const before = (await guest.ask(path)).body;
  const preview = await owner.ask(`${path}/versions`, { json: { text: REVISED, preview: true } });
  expect(preview.body).toMatchObject({ kept: 1, moved: 1, lost: 1 });
  expect((await guest.ask(path)).body.hash).toBe(before.hash);

  const { status, body } = await owner.ask(`${path}/versions`, { json: { text: REVISED } });
  expect(status).toBe(200);
  expect(body).toEqual(preview.body);
  expect(body.changes).toMatchObject([
    { outcome: "moved", before: "Furious residents", after: "Some residents" },
    { outcome: "lost", before: "four million", after: null },
  ]);
  const after = (await guest.ask(path)).body;
  expect(after).toMatchObject({ text: REVISED, hash: body.hash, locked: true });
  const { annotations } = (await guest.ask(`${path}/annotations`)).body;
  expect(
    annotations.map((each: { start: number | null; end: number | null }) =>
      each.start === null ? null : REVISED.slice(each.start, each.end ?? 0),
    ),
  ).toEqual(["Mill Bridge", "Some residents", null]);
});

test("[N5] every locked text is kept with its hash, the same one once", async () => {
  const path = await marked(true);
  await owner.ask(path, { method: "PATCH", json: { locked: false } });
  await owner.ask(path, { method: "PATCH", json: { locked: true } });
  await owner.ask(`${path}/versions`, { json: { text: REVISED } });
  const { body } = await guest.ask(`${path}/versions`);
  expect(body.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(body.versions[0].hash).toBe((await guest.ask(path)).body.hash);
  expect(body.versions[0].by).toBe((await owner.ask("/api/session")).body.user.name);
});

test("[N6] only editors bring in versions, and only of a locked text that says something", async () => {
  const open = await marked(false);
  const locked = await marked(true);
  const json = { text: REVISED };
  expect((await guest.ask(`${locked}/versions`, { json })).status).toBe(403);
  expect((await owner.ask(`${open}/versions`, { json })).status).toBe(409);
  expect((await owner.ask(`${locked}/versions`, { json: { text: " \n " } })).status).toBe(422);
  expect((await guest.ask(locked)).body.text).toBe(TEXT);
});
