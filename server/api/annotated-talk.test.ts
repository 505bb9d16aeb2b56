// Our own file comes in again, at a real server.

import { afterAll, beforeAll, expect, test } from "vitest";
import { goldArticle, markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { TestServer } from "../test-server.ts";
import { all, marked, type Person, sendFile, TEXT, takeOver } from "./annotated.test-kit.ts";
import { type Known, spaceOf, teacherAt } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let space: string;
beforeAll(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server);
  space = await spaceOf(teacher);
});
afterAll(() => server.stop());

test("[A8] the gold sample comes back from our own file as it was", async () => {
  const gold = goldArticle();
  const [file] = (await (await formatOf("postil")).writer?.write(gold, "gold")) ?? [];
  const { body } = await sendFile(teacher, Uint8Array.from(file?.bytes ?? []), {
    space,
    name: "gold.json",
  });
  expect(body.format).toBe("postil");
  const wanted = {
    ...all(body),
    people: body.people.map((each: Person, index: number) => ({
      id: each.id,
      name: each.name || `P${index}`,
    })),
  };
  const { body: taken } = await takeOver(teacher, space, wanted);
  const [{ id, annotations, unfound }] = taken.articles;
  expect([annotations, unfound]).toEqual([gold.annotations.length, 0]);
  const { body: again } = await teacher.ask(`/api/articles/${id}/annotations`);
  const told = (all: readonly MarkedAnnotation[]) =>
    all
      .map(({ start, end, kind, label, note }) => JSON.stringify([start, end, kind, label, note]))
      .sort();
  expect(told(again.annotations)).toEqual(told(gold.annotations));
  expect((await teacher.ask(`/api/articles/${id}`)).body.text).toBe(gold.article.text);
});

test("[A8] what was said and decided about an annotation comes along, and what is hidden stays hidden", async () => {
  const [ann, ben] = ["Ann", "Ben"].map((name) => ({ id: name, name }));
  const at = "2026-03-01T12:00:00.000Z";
  const replies = [
    { text: "Is it?", hidden: null },
    { text: "Secret", hidden: { by: { id: "Ann", name: "Ann" }, at, reason: "no" } },
  ].map((each, index) => ({
    ...{ id: `reply-${index}`, author: { id: "Fay", name: "Fay" }, mentions: [], createdAt: at },
    ...{ editedAt: null, ...each },
  }));
  const spoken = marked("mill closed", "Ann", {
    ...{ id: "a1", replies, votes: { agree: 1, disagree: 0, unsure: 0 } },
    voters: [{ by: ben ?? expect.unreachable(), at, vote: "agree" }],
    resolved: { by: ben ?? expect.unreachable(), at },
  });
  const hidden = { by: ann ?? expect.unreachable(), at, reason: "rude" };
  const away = marked("town", "Ben", { id: "a2", hidden });
  const [file] =
    (await (await formatOf("postil")).writer?.write(markedText(TEXT, [spoken, away]), "a")) ?? [];
  const { body } = await sendFile(teacher, Uint8Array.from(file?.bytes ?? []), {
    space,
    name: "a.json",
  });
  expect(body.people).toEqual([
    { id: "Ann", name: "Ann", annotations: 1, said: 1 },
    { id: "Ben", name: "Ben", annotations: 1, said: 2 },
    { id: "Fay", name: "Fay", annotations: 0, said: 1 },
  ]);
  expect(body.leftOut).toEqual({ talk: 1 });
  const { body: taken } = await takeOver(teacher, space, all(body));
  expect(taken.standIns).toContain("Fay");
  const path = `/api/articles/${taken.articles[0].id}/annotations`;
  const [first, second] = (await teacher.ask(path)).body.annotations;
  expect(first).toMatchObject({
    replies: [{ author: { name: "Fay" }, text: "Is it?", createdAt: at }],
    voters: [{ by: { name: "Ben" }, vote: "agree", at }],
    resolved: { by: { name: "Ben" }, at },
    hidden: null,
  });
  expect(second.hidden).toMatchObject({ by: { name: "Ann" }, at, reason: "rude" });
});
