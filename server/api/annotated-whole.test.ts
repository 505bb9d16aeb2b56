// What our own file tells of an article as a whole comes in again, at a real server.

import { afterAll, beforeAll, expect, test } from "vitest";
import { kindOf } from "#domain/scheme/scheme.ts";
import { markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { TestServer } from "../test-server.ts";
import { all, done, fileOf, marked, sendFile, TEXT, takeOver } from "./annotated.test-kit.ts";
import { type Known, memberOf, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";
import { HOUSE } from "./whole-articles.test-kit.ts";

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

test("[A9] what a codebook asks for is asked for here, too, where an editor wants it, and else stands behind the note", async () => {
  const attributes = { "stance-1a2b3c": "for-1", "nickname-4d5e6f": "not of this kind" };
  const passages = [
    marked("mill closed", "Ann", { note: "Checked.", attributes }),
    marked("Ada 😀", "Ann", { kind: "entity", attributes: { "nickname-4d5e6f": "The A." } }),
  ];
  const { writer } = await formatOf("postil");
  const file = { ...markedText(TEXT, passages), scheme: HOUSE };
  const [{ bytes } = { bytes: new Uint8Array() }] = (await writer?.write(file, "a")) ?? [];
  const owner = await teacherAt(server, "Owner");
  const at = await spaceOf(owner);
  await done(owner.ask(at, { method: "PATCH", json: { articlesFrom: "annotator" } }));
  const pupil = await memberOf(server, owner, at);
  const send = async (who: Known) => {
    const name = "a.json";
    const { body } = await done(sendFile(who, Uint8Array.from(bytes), { space: at, name }));
    expect(body.attributes).toMatchObject([
      { kind: "claim", attribute: { name: "Stance" }, chosen: ["for-1"] },
      { kind: "entity", attribute: { name: "Nickname" }, chosen: [] },
    ]);
    return all(body);
  };
  const notesOf = async (id: string) =>
    (await fileOf(owner, `/api/articles/${id}`)).annotations.map(
      (each: MarkedAnnotation) => [each.note, each.attributes] as const,
    );
  const mine = { ...(await send(pupil)), people: [{ id: "Ann", as: "mine" }] };
  expect((await takeOver(pupil, at, mine)).status).toBe(403);
  const { body: own } = await done(takeOver(pupil, at, { ...mine, newAttributes: false }));
  expect(own.newAttributes).toBe(0);
  expect(await notesOf(own.articles[0].id)).toEqual([
    ["Checked.\n\nStance: For\nnickname-4d5e6f: not of this kind", {}],
    ["Nickname: The A.", {}],
  ]);
  const { body: taken } = await done(takeOver(owner, at, await send(owner)));
  expect(taken.newAttributes).toBe(2);
  expect(await notesOf(taken.articles[0].id)).toEqual([
    ["Checked.\n\nnickname-4d5e6f: not of this kind", { "stance-1a2b3c": "for-1" }],
    ["", { "nickname-4d5e6f": "The A." }],
  ]);
  const { scheme } = (await owner.ask(`${at}/scheme`)).body;
  for (const kind of ["claim", "entity"] as const) {
    expect(kindOf(scheme, kind).attributes.at(-1)).toEqual(kindOf(HOUSE, kind).attributes.at(-1));
  }
});
