// What is taken away and brought back, on a clock that the test moves.

import { afterAll, beforeAll, expect, test } from "vitest";
import { RETURN_TIME } from "#domain/return-time.ts";
import { CLOSE } from "#domain/wire.ts";
import { until } from "../sync/test-server.ts";
import { TestServer } from "../test-server.ts";
import {
  byLink,
  clientOf,
  type Known,
  linkFor,
  memberOf,
  spaceOf,
  teacherAt,
  verbsOf,
} from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
  teacher = await teacherAt(server);
});
afterAll(() => server.stop());

const idIn = (space: string): string => space.replace("/api/spaces/", "");

async function articleIn(space: string): Promise<string> {
  const json = { space: idIn(space), title: "T", text: "The mayor lied." };
  return (await teacher.ask("/api/articles", { json })).body.id;
}

/** Has somebody take another out of a space. */
async function remove(space: string, { id }: Known, who: Known = teacher): Promise<void> {
  const { status } = await who.ask(`${space}/members/${id}`, { method: "DELETE" });
  expect(status).toBe(204);
}

const bringBack = (space: string, { id }: Known, who: Known = teacher) =>
  who.ask(`${space}/members/${id}/return`, { method: "POST" });

/** How somebody stands in a space; null for who is not in. */
async function standingOf(space: string, { id }: Known): Promise<unknown> {
  const [row = null] = server.sql(
    "SELECT role, joined_at FROM member WHERE space_id = ? AND user_id = ?",
    idIn(space),
    id,
  );
  return row;
}

test("[Q17] who was removed comes back as they were, in the same browser, with the same alias and all notes", async () => {
  const space = await spaceOf(teacher);
  const articleId = await articleIn(space);
  server.sql("UPDATE space SET names_shown = 0 WHERE id = ?", idIn(space));
  const pupil = await memberOf(server, teacher, space);
  const annotations = `/api/articles/${articleId}/annotations`;
  await pupil.ask(annotations, { json: { kind: "claim", start: 0, end: 9 } });
  const before = {
    standing: await standingOf(space, pupil),
    aliases: (await teacher.ask(`${space}/aliases`)).body,
    notes: (await teacher.ask(annotations)).body,
  };
  const client = clientOf(server, articleId, pupil);
  await client.connect();
  await until(() => client.isReady, "the pupil is at the article");
  now += 60_000;
  await remove(space, pupil);
  await until(() => client.closeCode !== null, "the socket ends");
  expect(client.closeCode).toBe(CLOSE.noAccess);
  expect((await pupil.ask(`/api/articles/${articleId}`)).status).toBe(404);

  expect((await bringBack(space, pupil)).status).toBe(204);
  expect((await pupil.ask(`/api/articles/${articleId}`)).status).toBe(200);
  const again = clientOf(server, articleId, pupil);
  await again.connect();
  await until(() => again.isReady, "the pupil is back at the article");
  again.cut();
  expect({
    standing: await standingOf(space, pupil),
    aliases: (await teacher.ask(`${space}/aliases`)).body,
    notes: (await teacher.ask(annotations)).body,
  }).toEqual(before);
  expect((await verbsOf(teacher, space)).slice(0, 2)).toEqual(["returned", "removed"]);
  // who presses twice hears the same, and nothing more is written down
  expect((await bringBack(space, pupil)).status).toBe(204);
  expect((await verbsOf(teacher, space)).slice(0, 2)).toEqual(["returned", "removed"]);
});

test("[Q17] a guest who was brought back takes the seat to another browser; a code of before stays void", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const seat = `${space}/members/${pupil.id}/seat`;
  const { body: old } = await teacher.ask(seat, { method: "POST" });
  await remove(space, pupil);
  await bringBack(space, pupil);
  const other = server.stranger();
  const take = (code: string) => other.ask("/api/joins", { json: { code } });
  expect((await take(old.code)).status).toBe(404);
  const { body: anew } = await teacher.ask(seat, { method: "POST" });
  expect((await take(anew.code)).status).toBe(200);
  expect((await other.ask("/api/session")).body.user.id).toBe(pupil.id);
});

test("[Q17] what was ended while they were out stays ended: sessions and tokens", async () => {
  const space = await spaceOf(teacher);
  const ada = await memberOf(server, teacher, space, "editor");
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", ada.id);
  const wish = { name: "Script", access: "read", spaces: null };
  const [kept, revoked] = [
    (await ada.ask("/api/tokens", { json: wish })).body,
    (await ada.ask("/api/tokens", { json: wish })).body,
  ];
  const reads = async ({ token }: { token: string }): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await server.stranger().ask(space, { headers })).status;
  };
  expect([await reads(kept), await reads(revoked)]).toEqual([200, 200]);
  await remove(space, ada);
  expect([await reads(kept), await reads(revoked)]).toEqual([404, 404]);
  await ada.ask(`/api/tokens/${revoked.id}`, { method: "DELETE" });
  await bringBack(space, ada);
  expect([await reads(kept), await reads(revoked)]).toEqual([200, 401]);
  await remove(space, ada);
  server.sql("DELETE FROM session WHERE userId = ?", ada.id);
  await bringBack(space, ada);
  expect((await ada.ask(space)).status).toBe(401);
});

test("[Q17] only who stands above them brings somebody back, and nobody else than who was removed", async () => {
  const space = await spaceOf(teacher);
  const [editor, equal, pupil] = [
    await memberOf(server, teacher, space, "editor"),
    await memberOf(server, teacher, space, "editor"),
    await memberOf(server, teacher, space),
  ];
  await remove(space, equal);
  await remove(space, pupil);
  expect((await bringBack(space, equal, editor)).status).toBe(403);
  expect((await bringBack(space, pupil, pupil)).status).toBe(404);
  expect((await bringBack(space, pupil, equal)).status).toBe(404);
  expect((await bringBack(space, pupil, editor)).status).toBe(204);
  const stranger = await bringBack(space, await teacherAt(server));
  expect([stranger.status, stranger.body.code]).toEqual([404, "return-spent"]);
  await remove(space, pupil, pupil); // leaves
  const left = await bringBack(space, pupil);
  expect([left.status, left.body.code]).toEqual([404, "return-spent"]);
});

test("[Q17] who came in again meanwhile stays what they are now, and can leave for good", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space, "editor");
  await remove(space, pupil);
  await byLink(pupil, await linkFor(teacher, space, "viewer"));
  expect((await bringBack(space, pupil)).status).toBe(204);
  expect(await standingOf(space, pupil)).toMatchObject({ role: "viewer" });
  expect(await verbsOf(teacher, space)).not.toContain("returned");
  await remove(space, pupil);
  await byLink(pupil, await linkFor(teacher, space));
  await remove(space, pupil, pupil); // leaves
  expect((await bringBack(space, pupil)).status).toBe(404);
  expect(await standingOf(space, pupil)).toBeNull();
});

test("[Q17] in an archived space, too; not in one that is gone, nor when they are erased, nor after ten minutes", async () => {
  const space = await spaceOf(teacher);
  const [ben, cem, dan] = [
    await memberOf(server, teacher, space),
    await memberOf(server, teacher, space),
    await memberOf(server, teacher, space),
  ];
  for (const pupil of [ben, cem, dan]) await remove(space, pupil);
  const archiving = { method: "PATCH", json: { archived: true } };
  expect((await teacher.ask(space, archiving)).status).toBe(200);
  now += RETURN_TIME - 1;
  expect((await bringBack(space, ben)).status).toBe(204);
  const { body: me } = await cem.ask("/api/session");
  const erased = await cem.ask("/api/person/erasure", { json: { name: me.user.name } });
  expect(erased.status).toBe(204);
  expect((await bringBack(space, cem)).status).toBe(404);
  now += 1;
  const late = await bringBack(space, dan);
  expect([late.status, late.body.code]).toEqual([404, "return-spent"]);
  await remove(space, ben);
  const { status } = await teacher.ask(space, { method: "DELETE", json: { name: "8b" } });
  expect(status).toBe(204);
  expect((await bringBack(space, ben)).status).toBe(404);
  expect(server.sql("SELECT user_id FROM removal WHERE space_id = ?", idIn(space))).toEqual([]);
});

test("[Q17] of two who bring somebody back at the same time, and of one who removes them, all are answered", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const second = await memberOf(server, teacher, space, "owner");
  for (let round = 0; round < 5; round += 1) {
    await remove(space, pupil);
    const [first, other, gone] = await Promise.all([
      bringBack(space, pupil),
      bringBack(space, pupil, second),
      second.ask(`${space}/members/${pupil.id}`, { method: "DELETE" }),
    ]);
    for (const { status } of [first, other, gone]) expect([204, 404]).toContain(status);
    if ((await standingOf(space, pupil)) === null) await bringBack(space, pupil);
    expect(await standingOf(space, pupil)).toMatchObject({ role: "annotator" });
  }
});
