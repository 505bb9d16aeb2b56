// Canaries in every field of two people: of the one who is erased none is in any file, of the other all are.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { type Caller, TestServer } from "../test-server.ts";

type Known = Caller & { readonly id: string };

let server: TestServer;
let teacher: Known;
let spaceId: string;
let articleId: string;

beforeEach(async () => {
  server = await TestServer.start();
  teacher = await server.guest("Teacher");
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", teacher.id);
  const made = await teacher.ask("/api/spaces", { json: { name: "8b", template: "class" } });
  spaceId = made.body.id;
  articleId = await addArticle(teacher);
});

afterEach(() => server.stop());

async function addArticle(caller: Caller): Promise<string> {
  const article = { space: spaceId, title: "News", text: "The minister slammed the mayor twice." };
  const { status, body } = await caller.ask("/api/articles", { json: article });
  expect(status).toBe(201);
  return body.id;
}

/** A canary of 32 characters. */
const canary = (name: string, field: string): string => `${name}-${field}-${newId()}`.slice(0, 32);

async function come(name: string, role = "annotator"): Promise<Known> {
  const guest = await server.guest(name);
  server.sql("INSERT INTO member VALUES (?, ?, ?, 1)", spaceId, guest.id, role);
  return guest;
}

/** A pupil who leaves a canary wherever a person can write words. Returns those that are to go, and those deleted already. */
async function plant(who: string) {
  const [name, first, second, reply, edited, deleted, reason, note] = [
    ...["name", "first", "second", "reply", "edited", "gone", "reason", "teacher"],
  ].map((field) => canary(who, field));
  const pupil = await come(name ?? "", "editor");
  const ask = async (path: string, json: object, method = "POST"): Promise<string> => {
    const { status, body } = await pupil.ask(`/api/articles/${articleId}${path}`, { method, json });
    expect(status, `${method} ${path}`).toBeLessThan(300);
    return body?.id;
  };
  const mark = { kind: "claim", start: 0, end: 12 };
  const annotation = await ask("/annotations", { ...mark, note: first });
  expect((await teacher.ask(`/api/search?q="${first}"`)).body.articles).toHaveLength(1);
  await ask(`/annotations/${annotation}`, { note: second }, "PATCH");
  expect((await teacher.ask(`/api/search?q="${second}"`)).body.articles).toHaveLength(1);
  const gone = await ask("/annotations", { ...mark, note: deleted });
  await pupil.ask(`/api/articles/${articleId}/annotations/${gone}`, { method: "DELETE" });
  const said = await ask(`/annotations/${pupil.id}/${annotation}/replies`, { text: reply });
  await ask(`/replies/${said}`, { text: edited }, "PATCH");
  const other = await teacher.ask(`/api/articles/${articleId}/annotations`, { json: mark });
  await ask(`/annotations/${teacher.id}/${other.body.id}/hiding`, { reason }, "PUT");
  const hiding = { method: "PUT", json: { reason: note } };
  const path = `/api/articles/${articleId}/annotations/${pupil.id}/${annotation}`;
  expect((await teacher.ask(`${path}/hiding`, hiding)).status).toBe(200);
  await ask("/visit", { layers: {} }, "PATCH");
  return {
    pupil,
    name: name ?? "",
    standing: [name, second, edited, reason, note],
    deleted: [first, reply, deleted],
  };
}

/** Which of these stand in any file of the data folder. */
function found(canaries: readonly (string | undefined)[]): string[] {
  const files = readdirSync(server.folder).map((name) => readFileSync(join(server.folder, name)));
  return canaries
    .filter((word) => word !== undefined)
    .filter((word) => files.some((file) => file.includes(word)));
}

const erase = (pupil: Known, name: string) =>
  teacher.ask(`/api/spaces/${spaceId}/members/${pupil.id}/erasure`, { json: { name } });

test("[E1] of a pupil who is erased no word is in any file, not even deleted ones; a neighbour's are all there", async () => {
  const [ben, cem] = [await plant("ben"), await plant("cem")];
  for (let count = 0; count < 40; count++) await come(`filler ${count} ${newId()}`);
  expect(found([...ben.standing, ...ben.deleted])).toHaveLength(8);
  const refused = await erase(ben.pupil, "Somebody");
  expect([refused.status, refused.body.code]).toEqual([422, "not-the-name"]);
  expect((await erase(ben.pupil, ben.name)).status).toBe(204);
  expect(found([...ben.standing, ...ben.deleted])).toEqual([]);
  expect(found([ben.pupil.id])).toEqual([ben.pupil.id]); // in the ledger
  expect(found(cem.standing)).toEqual(cem.standing);
  expect((await ben.pupil.ask("/api/session")).body).toEqual({ user: null });
  const search = `/api/search?q="${ben.standing[1]}"`;
  expect((await teacher.ask(search)).body.articles).toEqual([]);
  const { body } = await cem.pupil.ask(`/api/articles/${articleId}/annotations`);
  const authors = body.annotations.map(({ author }: { author: { name: string } }) => author.name);
  expect(new Set(authors)).toEqual(new Set(["Teacher", cem.name]));
});

test("[E2] somebody with an account goes from the space only, and comes back with nothing", async () => {
  const ben = await plant("ben");
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", ben.pupil.id);
  expect((await erase(ben.pupil, ben.name)).status).toBe(204);
  expect(found(ben.standing)).toEqual([ben.name]);
  expect((await ben.pupil.ask(`/api/articles/${articleId}`)).status).toBe(404);
  server.sql("INSERT INTO member VALUES (?, ?, 'annotator', 1)", spaceId, ben.pupil.id);
  const { body } = await ben.pupil.ask("/api/person/data");
  expect(body.spaces.find(({ id }: { id: string }) => id === spaceId).articles).toEqual([]);
  const again = { kind: "claim", start: 4, end: 8, note: "anew" };
  const path = `/api/articles/${articleId}/annotations`;
  expect((await ben.pupil.ask(path, { json: again })).status).toBe(201);
  expect(found(["anew"])).toEqual(["anew"]);
});

test("[E2] their account stays, also where an owner of this Postil erases them from their only space", async () => {
  const ben = await come("Ben");
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", ben.id);
  server.sql("DELETE FROM member WHERE user_id = ? AND space_id != ?", ben.id, spaceId);
  server.sql("UPDATE user SET owner = 1 WHERE id = ?", teacher.id);
  expect((await erase(ben, "Ben")).status).toBe(204);
  expect((await ben.ask(`/api/spaces/${spaceId}`)).status).toBe(404);
  expect((await ben.ask("/api/session")).body.user).toMatchObject({ id: ben.id, name: "Ben" });
});

test("[E3] that it happened is written down, without the name or the id", async () => {
  const ben = await plant("ben");
  await erase(ben.pupil, ben.name);
  const { body } = await teacher.ask(`/api/spaces/${spaceId}/audit`);
  expect(body.entries[0]).toMatchObject({
    verb: "erased",
    subject: null,
    actor: { id: teacher.id },
  });
  expect(JSON.stringify(body)).not.toContain(ben.pupil.id);
});

test("[E4] a guest erases themself, everywhere; who alone owns a space may not", async () => {
  const ben = await plant("ben");
  const json = { name: ben.name };
  expect((await ben.pupil.ask("/api/person/erasure", { json })).status).toBe(204);
  expect(found([...ben.standing, ...ben.deleted])).toEqual([]);
  const last = await teacher.ask("/api/person/erasure", { json: { name: "Teacher" } });
  expect([last.status, last.body.code]).toEqual([409, "last-owner"]);
});

test("[E5] the file of a person has all of theirs and nothing of others", async () => {
  const [ben, cem] = [await plant("ben"), await plant("cem")];
  const own = JSON.stringify((await ben.pupil.ask("/api/person/data")).body);
  const path = `/api/spaces/${spaceId}/members/${ben.pupil.id}/data`;
  const forTeacher = JSON.stringify((await teacher.ask(path)).body);
  const [name, note, reply, reason] = ben.standing;
  for (const file of [own, forTeacher]) {
    for (const word of [name, note, reply, reason]) expect(file).toContain(word);
    for (const word of [...cem.standing, "Teacher"]) expect(file).not.toContain(word);
  }
  expect((await cem.pupil.ask(path)).status).toBe(403);
  expect((await (await server.guest()).ask(path)).status).toBe(404);
});

test("[E6] an erasure that broke off is completed at the next start", async () => {
  const ben = await plant("ben");
  await server.restart();
  server.sql(
    "INSERT INTO erasure (user_id, space_id, ordered_at) VALUES (?, NULL, 1)",
    ben.pupil.id,
  );
  await server.restart();
  await expect.poll(() => server.sql("SELECT id FROM erasure")).toEqual([]);
  expect(found([...ben.standing, ...ben.deleted])).toEqual([]);
});
