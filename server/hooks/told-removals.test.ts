// What webhooks are told when people are erased and spaces deleted, so that copies elsewhere can go, too.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { until } from "../sync/test-server.ts";
import { HookedServer, type Known, MINUTE } from "./hooks.test-kit.ts";

let at: HookedServer;
let bob: Known;
let eve: Known;
let article = "";
/** What Bob and Eve wrote. */
let bobs = "";
let eves = "";

beforeAll(async () => {
  at = await HookedServer.start();
  at.server.sql("UPDATE user SET isAnonymous = 0");
  bob = await at.server.guest("Bob");
});
beforeEach(async () => {
  at.begin();
  eve = await at.server.guest("Eve Canary");
  article = await at.addArticle();
  [bobs, eves] = [await mark(bob, "mine"), await mark(eve, "canary of eve")];
  await at.make("annotations", "replies", "articles", "people");
});
afterAll(() => at.stop());

async function mark(who: Known, note: string): Promise<string> {
  const json = { kind: "claim", start: 0, end: 3, note };
  return (await who.ask(`/api/articles/${article}/annotations`, { json })).body.id;
}

const about = (ref: string) => `/api/articles/${article}/annotations/${ref}`;
const vote = (who: Known, ref: string) =>
  who.ask(`${about(ref)}/vote`, { method: "PUT", json: { vote: "agree" } });

async function erase(): Promise<void> {
  const json = { name: "Eve Canary" };
  expect((await eve.ask("/api/person/erasure", { json })).status).toBe(204);
}

/** What there is in the files of the server. */
function files(): Buffer {
  const { folder } = at.server;
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

test("[WH8] that all of somebody who is erased is gone is told, and no word of theirs", async () => {
  const json = { text: "canary again" };
  const said = await eve.ask(`${about(`${bob.id}/${bobs}`)}/replies`, { json });
  await vote(eve, `${bob.id}/${bobs}`);
  await at.toldByNow();
  await erase();
  expect(files().includes("canary")).toBe(false);
  const events = await at.toldByNow();
  const of = { article, author: eve.id };
  expect(events).toHaveLength(4);
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: "annotation.deleted", ...of, id: eves }),
      expect.objectContaining({ type: "reply.deleted", ...of, id: said.body.id }),
      expect.objectContaining({ type: "annotation.voted", author: bob.id, id: bobs }),
      expect.objectContaining({ type: "member.left", user: eve.id }),
    ]),
  );
  expect(JSON.stringify(at.received)).not.toMatch(/canary/i);
});

test("[WH8] of what waits of who is erased nothing is left but that something is gone", async () => {
  const gone = await mark(eve, "gone before");
  await at.settle();
  await eve.ask(`/api/articles/${article}/annotations/${gone}`, { method: "DELETE" });
  const role = { method: "PATCH", json: { role: "viewer" } };
  await at.owner.ask(`/api/spaces/${at.space}/members/${eve.id}`, role);
  await at.settle();
  // what is sent meanwhile comes back
  at.status = 503;
  await erase();
  const waiting = at.server.sql("SELECT type, place FROM hook_event WHERE user_id = ?", eve.id);
  const deleted = { type: "annotation.deleted" };
  expect(waiting).toHaveLength(3);
  expect(waiting).toEqual(
    expect.arrayContaining([
      { ...deleted, place: gone },
      { ...deleted, place: eves },
      { type: "member.left", place: null },
    ]),
  );
});

test("[WH8] an erasure that broke off and is completed at the next start has told nothing less", async () => {
  await at.toldByNow();
  at.server.sql("INSERT INTO erasure (user_id, space_id, ordered_at) VALUES (?, NULL, 1)", eve.id);
  // as far as it had come
  at.server.sql("DELETE FROM member WHERE user_id = ? AND space_id = ?", eve.id, at.space);
  at.server.sql(
    `INSERT INTO hook_event (hook_id, at, type, user_id)
      SELECT id, ${at.now}, 'member.left', ? FROM hook`,
    eve.id,
  );
  await at.server.restart();
  await until(() => at.server.sql("SELECT id FROM erasure").length === 0, "it is completed");
  expect(await at.toldByNow()).toEqual([
    expect.objectContaining({ type: "member.left", user: eve.id }),
    expect.objectContaining({ type: "annotation.deleted", author: eve.id, id: eves }),
  ]);
});

test("[WH8] what is noticed while somebody is being erased is not told, but that it is gone", async () => {
  await at.toldByNow();
  at.server.sql("UPDATE article SET created_by = ? WHERE id = ?", eve.id, article);
  // as if somebody had searched just then
  at.server.sql(`CREATE TRIGGER noticed AFTER UPDATE OF created_by ON article BEGIN
    INSERT INTO hook_event (hook_id, at, type, article_id, user_id, place)
      SELECT id, ${at.now}, 'annotation.changed', new.id, '${eve.id}', '${eves}' FROM hook; END`);
  await erase();
  at.server.sql("DROP TRIGGER noticed");
  const types = (await at.toldByNow()).map(({ type }) => type);
  expect(types.toSorted()).toEqual(["annotation.deleted", "member.left"]);
});

test("[WH8] all that somebody wrote is told as changed when it is hidden", async () => {
  await at.toldByNow();
  const path = `/api/spaces/${at.space}/members/${eve.id}/hiding`;
  const hidden = await at.owner.ask(path, { method: "PUT", json: { reason: "Later." } });
  expect(hidden.status).toBe(200);
  expect(await at.toldByNow()).toMatchObject([
    { type: "annotation.changed", author: eve.id, id: eves },
  ]);
});

test("[WH9] a space that is deleted says so once, to all its webhooks that are on, and leaves nothing", async () => {
  const space = { name: `Gone ${newId()}`, template: "class" };
  const { id } = (await at.owner.ask("/api/spaces", { json: space })).body;
  const hook = { url: at.address, topics: ["people"] };
  const hooks = `/api/spaces/${id}/hooks`;
  const { secret } = (await at.owner.ask(hooks, { json: hook })).body;
  const off = (await at.owner.ask(hooks, { json: hook })).body;
  await at.owner.ask(`${hooks}/${off.id}`, { method: "PATCH", json: { on: false } });
  const json = { name: "Another" };
  const path = `/api/spaces/${id}`;
  expect((await at.owner.ask(path, { method: "DELETE", json })).status).toBe(422);
  json.name = space.name;
  expect((await at.owner.ask(path, { method: "DELETE", json })).status).toBe(204);
  await until(() => at.received.length > 0, "it is told");
  const last = await at.addArticle();
  at.pass(MINUTE);
  await until(() => at.told().some((event) => event.article === last), "all has come");
  const bodies = at.received.map(({ body }) => JSON.parse(body));
  expect(bodies.filter(({ type }) => type === "space.deleted")).toEqual([
    { type: "space.deleted", timestamp: expect.stringMatching(/Z$/), data: { space: id } },
  ]);
  expect(files().includes(secret)).toBe(false);
});
