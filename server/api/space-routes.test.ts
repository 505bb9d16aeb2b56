import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLOSE } from "#domain/wire.ts";
import { until } from "../sync/test-server.ts";
import { TestServer } from "../test-server.ts";
import { clientOf, type Known, memberOf, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
beforeAll(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server);
});
afterAll(() => server.stop());

async function articleIn(space: string, text = "The mayor lied."): Promise<string> {
  const json = { space: space.replace("/api/spaces/", ""), title: "T", text };
  return (await teacher.ask("/api/articles", { json })).body.id;
}

test("[Q2] whoever makes a space owns it, and its template says what is set first", async () => {
  for (const [template, settings] of [
    ["class", { articlesFrom: "editor", guestsAllowed: true, waitingRoom: true }],
    ["desk", { articlesFrom: "annotator", guestsAllowed: false, waitingRoom: false }],
    ["newsroom", { articlesFrom: "annotator", guestsAllowed: false, waitingRoom: false }],
  ] as const) {
    const { body } = await teacher.ask(await spaceOf(teacher, template));
    expect(body).toMatchObject({ name: "8b", role: "owner", template, archived: false, settings });
  }
});

test("[Q2] a guest makes no spaces", async () => {
  const guest = await server.guest();
  const { status, body } = await guest.ask("/api/spaces", {
    json: { name: "x", template: "desk" },
  });
  expect([status, body.code]).toEqual([403, "may-not-make-space"]);
});

test.each(["", "  ", "x".repeat(81), "a\u0000b"])("[Q2] %j is no name of a space", async (name) => {
  const { status } = await teacher.ask("/api/spaces", { json: { name, template: "class" } });
  expect(status).toBe(400);
});

test("[Q2] in a class only editors add articles, unless its owner wants otherwise", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const json = { space: space.replace("/api/spaces/", ""), title: "T", text: "x" };
  expect((await pupil.ask("/api/articles", { json })).status).toBe(403);
  await teacher.ask(space, { method: "PATCH", json: { articlesFrom: "annotator" } });
  expect((await pupil.ask("/api/articles", { json })).status).toBe(201);
});

test("[Q1] what the owner of a space does to it is in its list", async () => {
  const space = await spaceOf(teacher);
  for (const json of [
    { name: "8c" },
    { name: "8c" },
    { waitingRoom: false, guestsAllowed: true },
    { archived: true },
    { archived: false },
  ]) {
    expect((await teacher.ask(space, { method: "PATCH", json })).status).toBe(200);
  }
  expect(await verbsOf(teacher, space)).toEqual([
    "space-restored",
    "space-archived",
    "settings-changed",
    "space-renamed",
    "space-created",
  ]);
  const { body } = await teacher.ask(`${space}/audit`);
  expect(body.entries[2]).toMatchObject({
    actor: { id: teacher.id, name: "Teacher" },
    details: { waitingRoom: false },
  });
});

test("[Q3] an archived space can be read and nothing else, by its owner neither, until it is brought back", async () => {
  const space = await spaceOf(teacher);
  const articleId = await articleIn(space);
  const pupil = await memberOf(server, teacher, space);
  const annotation = {
    path: `/api/articles/${articleId}/annotations`,
    asking: { json: { kind: "claim", start: 0, end: 3 } },
  };
  expect((await pupil.ask(annotation.path, annotation.asking)).status).toBe(201);
  await teacher.ask(space, { method: "PATCH", json: { archived: true } });
  for (const somebody of [pupil, teacher]) {
    const { status, body } = await somebody.ask(annotation.path, annotation.asking);
    expect([status, body.code]).toEqual([403, "archived"]);
    expect((await somebody.ask(annotation.path)).body.annotations).toHaveLength(1);
    expect((await somebody.ask(`/api/articles/${articleId}`)).body.role).toBe("viewer");
  }
  expect((await teacher.ask(`${space}/invites`, { json: {} })).status).toBe(403);
  await teacher.ask(space, { method: "PATCH", json: { archived: false } });
  expect((await pupil.ask(annotation.path, annotation.asking)).status).toBe(201);
});

test("[Q4] a space is deleted by who says its name; then its sockets end and nothing of it is in any file", async () => {
  const space = await spaceOf(teacher);
  const canary = "canary-5f1d7a90c2";
  const articleId = await articleIn(space, `The ${canary} text lied.`);
  const pupil = await memberOf(server, teacher, space);
  const path = `/api/articles/${articleId}/annotations`;
  for (const note of [`${canary} one`, `${canary} two`]) {
    await pupil.ask(path, { json: { kind: "claim", start: 0, end: 3, note } });
  }
  const { body } = await pupil.ask(path);
  await pupil.ask(`${path}/${body.annotations[0].id}`, { method: "DELETE" });
  const client = clientOf(server, articleId, pupil);
  await client.connect();
  await until(() => client.isReady, "the pupil is at the article");

  const wrong = await teacher.ask(space, { method: "DELETE", json: { name: "8B" } });
  expect([wrong.status, wrong.body.code]).toEqual([422, "name-differs"]);
  expect((await pupil.ask(space, { method: "DELETE", json: { name: "8b" } })).status).toBe(403);
  expect(filesWith(canary)).not.toEqual([]);

  expect((await teacher.ask(space, { method: "DELETE", json: { name: "8b" } })).status).toBe(204);
  await until(() => client.closeCode !== null, "the socket ends");
  expect(client.closeCode).toBe(CLOSE.noRoom);
  expect((await teacher.ask(space)).status).toBe(404);
  expect((await teacher.ask(path)).status).toBe(404);
  expect(filesWith(canary)).toEqual([]);
  expect(filesWith(articleId)).toEqual([]);
});

test("[Q4] while a backup reads the files a space is not deleted, and that is said", async () => {
  const space = await spaceOf(teacher);
  await articleIn(space);
  const backup = new DatabaseSync(join(server.folder, "updates.db"), { readOnly: true });
  backup.exec("BEGIN; SELECT count(*) FROM record");
  const early = await teacher.ask(space, { method: "DELETE", json: { name: "8b" } });
  expect([early.status, early.body.code]).toEqual([503, "unavailable"]);
  expect((await teacher.ask(space)).status).toBe(200);
  backup.close();
  expect((await teacher.ask(space, { method: "DELETE", json: { name: "8b" } })).status).toBe(204);
});

/** The files of the data folder that hold these words, in UTF-8. */
function filesWith(words: string): string[] {
  const files = readdirSync(server.folder).map((name) => join(server.folder, name));
  return files.filter((file) => readFileSync(file).includes(words));
}
