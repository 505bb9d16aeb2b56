// What our own file tells of an article as a whole comes in again, at a real server.

import { afterAll, beforeAll, expect, test } from "vitest";
import { markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import { TestServer } from "../test-server.ts";
import { all, done, fileOf, marked, sendFile, TEXT, takeOver } from "./annotated.test-kit.ts";
import { type Known, memberOf, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let space: string;
beforeAll(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server);
  space = await spaceOf(teacher);
});
afterAll(() => server.stop());

const SET = { archived: true, visibility: "own", createdAt: "2025-04-05T06:07:08.000Z" } as const;

/** A file of an article with all that is set for it, as it is told when somebody sends it. */
async function sent(who: Known) {
  const { writer } = await formatOf("postil");
  const [file] = (await writer?.write(markedText(TEXT, [marked("town", "Ann")], SET), "a")) ?? [];
  const bytes = Uint8Array.from(file?.bytes ?? []);
  const { body } = await done(sendFile(who, bytes, { space, name: "a.json" }));
  expect(body.articles).toMatchObject([{ archived: true, visibility: "own" }]);
  return all(body);
}

test("[A9] an editor's new article is put away and shown as it was, and told its first time", async () => {
  const before = Date.now();
  const { body: taken } = await done(takeOver(teacher, space, await sent(teacher)));
  const [{ id, unsaid }] = taken.articles;
  expect(unsaid).toBe(0);
  const verbs = await verbsOf(teacher, space);
  expect(verbs.slice(0, 3)).toEqual(["annotations-imported", "article-archived", "article-shown"]);
  const article = `/api/articles/${id}`;
  const { body } = await done(teacher.ask(article));
  expect(body).toMatchObject({ archived: true, visibility: "own" });
  // lists go by when it came
  expect(Date.parse(body.createdAt)).toBeGreaterThanOrEqual(before);
  expect((await fileOf(teacher, article)).article).toMatchObject(SET);
  const back = await done(teacher.ask(article, { method: "PATCH", json: { archived: false } }));
  expect(back.body.archived).toBe(false);
});

test("[A9] nobody else sets anything, and an article that is there keeps its own: it is counted", async () => {
  await done(teacher.ask(space, { method: "PATCH", json: { articlesFrom: "annotator" } }));
  const pupil = await memberOf(server, teacher, space);
  const mine = { ...(await sent(pupil)), people: [{ id: "Ann", as: "mine" }] };
  const { body: taken } = await done(takeOver(pupil, space, mine));
  const [{ id, unsaid }] = taken.articles;
  expect(unsaid).toBe(2);
  const there = await sent(teacher);
  const into = { ...there, articles: [{ index: 0, into: id }] };
  const { body: tried } = await done(takeOver(teacher, space, { ...into, preview: true }));
  expect(tried.articles).toMatchObject([{ annotations: 1, unsaid: 2 }]);
  await done(takeOver(teacher, space, into));
  const { body } = await done(teacher.ask(`/api/articles/${id}`));
  expect(body).toMatchObject({ archived: false, visibility: "open" });
});
