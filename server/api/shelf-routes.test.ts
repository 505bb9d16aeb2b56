import * as decoding from "lib0/decoding";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { newId } from "#domain/id.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { CLOSE, PLACE, readPlace } from "#domain/wire.ts";
import type { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";
import { clientOf, type Known, memberOf, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let space: string;
beforeAll(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server);
  space = await spaceOf(teacher);
});
afterAll(() => server.stop());

const idOf = (path: string): string => path.split("/").at(-1) ?? "";

/** Adds an article to a space; returns its path in the API. */
async function add(to: string, more: object = {}): Promise<string> {
  const json = { space: idOf(to), title: "The bridge", text: "The mayor lied.", ...more };
  const { status, body } = await teacher.ask("/api/articles", { json });
  expect(status).toBe(201);
  return `/api/articles/${body.id}`;
}

const mark = (who: Caller, article: string) =>
  who.ask(`${article}/annotations`, { json: { kind: "claim", start: 0, end: 9 } });

/** What somebody was told last of what they may do. */
const placeTold = ({ frames }: TestClient) =>
  frames
    .map((frame) => decoding.createDecoder(frame))
    .filter((decoder) => decoding.readVarUint(decoder) === PLACE)
    .map(readPlace)
    .at(-1);

/** The article as somebody's library tells it; undefined when it is not there. */
async function listed(who: Caller, article: string) {
  const { body } = await who.ask("/api/articles");
  return body.articles.find(({ id }: { id: string }) => id === idOf(article));
}

test("[Y1] an archived article can be read and nothing else, sockets included, until an editor brings it back", async () => {
  const article = await add(space);
  const pupil = await memberOf(server, teacher, space);
  const client = clientOf(server, idOf(article), pupil);
  await client.connect();
  await until(() => client.isReady && client.isSaved, "the pupil is there");
  client.answers.length = 0;
  expect(placeTold(client)).toEqual({ role: "annotator", archived: false });
  const patch = (json: object) => teacher.ask(article, { method: "PATCH", json });
  expect((await patch({ archived: true })).body).toMatchObject({ archived: true, role: "viewer" });
  await until(() => placeTold(client)?.archived === true, "the socket tells");
  expect(placeTold(client)).toEqual({ role: "viewer", archived: true });
  for (const refused of [await mark(pupil, article), await patch({ title: "Another" })]) {
    expect([refused.status, refused.body.code]).toEqual([403, "archived"]);
  }
  fieldsOf(client.layer()).set("one", 1);
  await until(() => client.answers.length === 1, "the socket answers");
  expect(client.answers).toEqual(["not-allowed"]);
  expect((await pupil.ask(article)).body.text).toBe("The mayor lied.");
  expect(await listed(pupil, article)).toMatchObject({ archived: true, mayArrange: false });
  expect(await listed(teacher, article)).toMatchObject({ archived: true, mayArrange: true });
  await patch({ archived: false });
  await until(() => placeTold(client)?.archived === false, "the socket tells");
  expect(placeTold(client)).toEqual({ role: "annotator", archived: false });
  expect((await mark(pupil, article)).status).toBe(201);
  expect((await verbsOf(teacher, space)).slice(0, 2)).toEqual([
    "article-restored",
    "article-archived",
  ]);
  client.cut();
});

test("[Y1] in an archived space no article is put in order", async () => {
  const old = await spaceOf(teacher);
  const article = await add(old);
  await teacher.ask(old, { method: "PATCH", json: { archived: true } });
  const { status, body } = await teacher.ask(article, { method: "PATCH", json: { tags: ["x"] } });
  expect([status, body.code]).toEqual([403, "archived"]);
  expect(await listed(teacher, article)).toMatchObject({ mayArrange: false });
  const copy = await teacher.ask(`${article}/copies`, { json: { space: idOf(space) } });
  expect(copy.status).toBe(201);
});

test("[Y2] tags are clean, few and distinct, and set by editors", async () => {
  const article = await add(space);
  const pupil = await memberOf(server, teacher, space);
  const tag = (tags: readonly string[], who: Caller = teacher) =>
    who.ask(article, { method: "PATCH", json: { tags } });
  expect(
    (await tag(["  local \n news", "Local News", "e\u0301t\u00e9", "سياسة"])).body.tags,
  ).toEqual(["local news", "\u00e9t\u00e9", "سياسة"]);
  expect((await listed(pupil, article)).tags).toHaveLength(3);
  const wrong = [[""], ["x".repeat(41)], ["a\u202eb"], Array.from({ length: 13 }, String)];
  for (const tags of wrong) expect((await tag(tags)).status).toBe(400);
  expect((await tag(["x"], pupil)).body.code).toBe("may-not-arrange");
});

test("[Y3] a copy has text, source, language and tags, and nothing that anybody wrote", async () => {
  const source = "https://example.org/a";
  const article = await add(space, { source, byline: "Somebody", language: "en" });
  await teacher.ask(article, { method: "PATCH", json: { tags: ["bridges"] } });
  const pupil = await memberOf(server, teacher, space);
  await mark(pupil, article);
  const other = await spaceOf(teacher);
  const json = { space: idOf(other), title: "The bridge, again" };
  const { status, body } = await teacher.ask(`${article}/copies`, { json });
  expect(status).toBe(201);
  const before = (await teacher.ask(article)).body;
  const after = (await teacher.ask(`/api/articles/${body.id}`)).body;
  const { content, hash, byline, language, tags } = before;
  expect(after).toMatchObject({ content, hash, source, byline, language, tags });
  expect([after.title, after.space.id]).toEqual(["The bridge, again", idOf(other)]);
  const { body: written } = await teacher.ask(`/api/articles/${body.id}/annotations`);
  expect(written.annotations).toEqual([]);
});

test("[Y3] whoever may not add articles makes no copies, and none in spaces that they are not in", async () => {
  const article = await add(space);
  const pupil = await memberOf(server, teacher, space);
  expect((await pupil.ask(`${article}/copies`, { json: {} })).body.code).toBe("may-not-add");
  const strange = { space: newId() };
  expect((await teacher.ask(`${article}/copies`, { json: strange })).body.code).toBe(
    "no-such-space",
  );
});

test("[Y4] an article on which nobody has written moves, and whoever is not there is out at once", async () => {
  const article = await add(space);
  const other = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const client = clientOf(server, idOf(article), pupil);
  await client.connect();
  await pupil.ask(`${article}/visit`, { method: "PUT" });
  const json = { space: idOf(other) };
  expect((await teacher.ask(`${article}/space`, { method: "PUT", json })).status).toBe(204);
  await until(() => client.closeCode === CLOSE.noAccess, "the socket is closed");
  expect((await pupil.ask(article)).status).toBe(404);
  expect((await teacher.ask(article)).body.space.id).toBe(idOf(other));
  expect((await verbsOf(teacher, space))[0]).toBe("article-moved");
  expect((await verbsOf(teacher, other))[0]).toBe("article-moved");
  expect(server.sql("SELECT * FROM visit WHERE article_id = ?", idOf(article))).toEqual([]);
});

test("[Y4] pages that are open at an article that moves get the scheme of its new space", async () => {
  const article = await add(space);
  const other = await spaceOf(teacher);
  const wanted = { basedOn: POSTIL_CORE.version, scheme: POSTIL_CORE };
  expect((await teacher.ask(`${other}/scheme`, { method: "PUT", json: wanted })).status).toBe(200);
  const client = clientOf(server, idOf(article), teacher);
  await client.connect();
  await until(() => client.isReady, "the teacher is there");
  expect(client.scheme?.version).toBe(POSTIL_CORE.version);
  await teacher.ask(`${article}/space`, { method: "PUT", json: { space: idOf(other) } });
  await until(() => client.scheme?.version === POSTIL_CORE.version + 1, "the scheme is told");
  client.cut();
});

test("[Y4] what was written stays in its space, and the article with it, also when it was deleted since", async () => {
  const article = await add(space);
  const other = await spaceOf(teacher);
  const { body: annotation } = await mark(teacher, article);
  const move = () =>
    teacher.ask(`${article}/space`, { method: "PUT", json: { space: idOf(other) } });
  const refused = await move();
  expect([refused.status, refused.body.code]).toEqual([409, "written-on"]);
  await teacher.ask(`${article}/annotations/${annotation.id}`, { method: "DELETE" });
  expect((await move()).status).toBe(409);
  expect((await teacher.ask(article)).body.space.id).toBe(idOf(space));
});

test("[Y4] nobody moves an article to where they may not add one", async () => {
  const article = await add(space);
  const theirs = await teacherAt(server, "Another");
  const other = await spaceOf(theirs);
  await memberOf(server, theirs, other);
  const token = (
    await theirs.ask(`${other}/invites`, { json: { role: "annotator", days: 1, uses: 1 } })
  ).body.token;
  const move = () =>
    teacher.ask(`${article}/space`, { method: "PUT", json: { space: idOf(other) } });
  expect((await move()).body.code).toBe("no-such-space");
  await teacher.ask("/api/joins", { json: { token } });
  expect((await move()).body.code).toBe("may-not-add");
});

test("[Y5] editors are told how many people wrote how much, everybody else of themself only", async () => {
  const article = await add(space);
  const ada = await memberOf(server, teacher, space);
  const ben = await memberOf(server, teacher, space);
  await mark(ada, article);
  await mark(ada, article);
  const { body: annotation } = await mark(ben, article);
  expect(await listed(teacher, article)).toMatchObject({
    own: 0,
    all: { people: 2, annotations: 3 },
  });
  expect(await listed(ada, article)).toMatchObject({ own: 2, all: null });
  await ben.ask(`${article}/annotations/${annotation.id}`, { method: "DELETE" });
  expect(await listed(ben, article)).toMatchObject({ own: 0, all: null });
  expect(await listed(teacher, article)).toMatchObject({ all: { people: 1, annotations: 2 } });
});

test("[Y6] when somebody opened an article last is told to them, and when its text was changed to all", async () => {
  const article = await add(space);
  const pupil = await memberOf(server, teacher, space);
  const before = await listed(pupil, article);
  expect([before.openedAt, before.changedAt]).toEqual([null, before.createdAt]);
  expect((await pupil.ask(`${article}/visit`, { method: "PUT" })).status).toBe(204);
  expect((await pupil.ask(`${article}/visit`)).body).toEqual({ layers: null });
  expect(Date.parse((await listed(pupil, article)).openedAt)).toBeGreaterThan(0);
  expect((await listed(teacher, article)).openedAt).toBeNull();
  await mark(pupil, article);
  expect((await listed(pupil, article)).changedAt).toBe(before.createdAt);

  const client = clientOf(server, idOf(article), teacher);
  await client.connect();
  await until(() => articleFragment(client.article).length > 0, "the text is there");
  articleFragment(client.article).delete(0, 1);
  await until(
    async () => (await listed(pupil, article)).changedAt > before.createdAt,
    "the change is told",
  );
  client.cut();
});
