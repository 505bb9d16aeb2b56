// Files that other tools have annotated, at a real server.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordsOf } from "#domain/annotation/layer-roots.ts";
import { markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { TestServer } from "../test-server.ts";
import {
  all,
  marked,
  PASSAGES,
  type Person,
  projectOf,
  sendFile,
  TEXT,
  takeOver,
} from "./annotated.test-kit.ts";
import { clientOf, type Known, memberOf, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let space: string;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
  teacher = await teacherAt(server);
  space = await spaceOf(teacher);
});
afterAll(() => server.stop());

/** The limits fill up again. */
const rest = () => {
  now += 10 * 60_000;
};

function send(who: Known, bytes: Uint8Array<ArrayBuffer>, at = space, name = "project.zip") {
  rest();
  return sendFile(who, bytes, { space: at, name });
}

const take = (who: Known, json: object, at = space) => takeOver(who, at, json);

const layersOf = async (id: string, who: Known = teacher) => {
  const { body } = await who.ask(`/api/articles/${id}/annotations`);
  return body.annotations.map(
    (each: { author: { name: string }; quote: string; kind: string; label: string }) => [
      each.author.name,
      each.quote,
      each.kind,
      each.label,
    ],
  );
};

const counts = () =>
  ["article", "user", "stand_in", "member", "audit", "scheme"].map(
    (table) => server.sql(`SELECT count(*) AS n FROM ${table}`)[0]?.n,
  );

describe("a project of three annotators", () => {
  test("[A3] is told before anything is done", async () => {
    const before = counts();
    const { status, body } = await send(teacher, await projectOf());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      source: "project.zip",
      format: "webanno-tsv",
      articles: [{ index: 0, title: "mill", length: TEXT.length, annotations: 4, there: null }],
      leftOut: { file: 1 },
    });
    expect(body.articles[0].beginning).toMatch(/^The mill closed/);
    expect(body.people).toEqual([
      { id: "Ann", name: "Ann", annotations: 1, said: 0 },
      { id: "Ben", name: "Ben", annotations: 2, said: 0 },
      { id: "Cem", name: "Cem", annotations: 1, said: 0 },
    ]);
    expect(body.labels).toContainEqual({
      kind: "claim",
      label: "fact",
      name: null,
      annotations: 1,
    });
    const tried = await take(teacher, { ...all(body), preview: true });
    expect(tried.body).toMatchObject({
      articles: [{ id: null, annotations: 4, unfound: 0 }],
      newLabels: 1,
      standIns: ["Ann", "Ben", "Cem"],
    });
    expect(counts()).toEqual(before);
  });

  test("[A4] becomes an article with a layer for each, which nobody can enter", async () => {
    const { body } = await send(teacher, await projectOf());
    const taken = await take(teacher, all(body));
    expect(taken.status).toBe(200);
    const [{ id, annotations }] = taken.body.articles;
    expect(annotations).toBe(4);
    const article = (await teacher.ask(`/api/articles/${id}`)).body;
    expect(article).toMatchObject({ title: "mill", text: TEXT, sourceHash: body.hash });
    expect(await layersOf(id)).toEqual([
      ["Ann", "mill closed", "claim", "fact"],
      ["Ben", "Ada 😀", "entity", "person"],
      ["Ben", "nobody had asked", "framing", null],
      ["Cem", "town", "entity", "place-name"],
    ]);
    const { members } = (await teacher.ask(`${space}/members`)).body;
    const ann = members.find(({ name }: Person) => name === "Ann");
    expect(ann).toMatchObject({ isStandIn: true, role: "annotator" });
    const seat = await teacher.ask(`${space}/members/${ann.id}/seat`, { method: "POST" });
    expect([seat.status, seat.body.code]).toEqual([409, "seat-elsewhere"]);
    expect(server.sql("SELECT id FROM session WHERE userId = ?", ann.id)).toEqual([]);
    expect((await verbsOf(teacher, space))[0]).toBe("annotations-imported");
    const { scheme } = (await teacher.ask(`${space}/scheme`)).body;
    const names = scheme.kinds[1].labels.map(({ name }: { name: string }) => name);
    expect(names).toContain("Place name");
  });

  test("[A5] goes to the article that has its text, live, and to the stand-ins who are there", async () => {
    const { body } = await send(teacher, await projectOf(TEXT, PASSAGES.slice(0, 2)));
    const { there } = body.articles[0];
    expect(there.title).toBe("mill");
    const reader = clientOf(server, there.id, teacher);
    await reader.connect();
    const marks = () =>
      [...reader.layers.values()]
        .map((layer) => recordsOf(layer).size)
        .filter((size) => size > 0)
        .sort();
    await expect.poll(marks).toEqual([1, 1, 2]);
    const told = [...reader.people.values()].map(({ name, standIn }) => [name, standIn]);
    expect(told).toContainEqual(["Ann", true]);
    expect(told.filter(([, standIn]) => standIn === undefined)).toHaveLength(told.length - 3);
    const before = counts();
    const wanted = { ...all(body), articles: [{ index: 0, into: there.id }] };
    const taken = await take(teacher, wanted);
    expect(taken.body).toMatchObject({
      articles: [{ id: there.id, annotations: 2 }],
      standIns: [],
    });
    expect((await layersOf(there.id)).filter(([name]: string[]) => name === "Ann")).toHaveLength(2);
    const [articles, users, standIns, members, acts] = before;
    expect(counts().slice(0, 5)).toEqual([articles, users, standIns, members, Number(acts) + 1]);
    await expect.poll(marks).toEqual([1, 2, 3]);
    reader.cut();
    await server.restart();
    expect(await layersOf(there.id)).toHaveLength(6);
  });

  test("[A6] finds words in another text, and tells which it does not find", async () => {
    const text = `Once more.\n\n${TEXT.replace("nobody had asked", "everybody had asked")}`;
    const made = await teacher.ask("/api/articles", {
      json: { space: space.split("/").at(-1), title: "Other", text },
    });
    const { body } = await send(teacher, await projectOf());
    const wanted = { ...all(body), articles: [{ index: 0, into: made.body.id }] };
    const told = { annotations: 3, unfound: 1, examples: ["nobody had asked"] };
    expect((await take(teacher, { ...wanted, preview: true })).body.articles[0]).toMatchObject(
      told,
    );
    expect((await take(teacher, wanted)).body.articles[0]).toMatchObject(told);
    expect(await layersOf(made.body.id)).toHaveLength(3);
  });
});

test("[A4] the caller may take it as their own, leave people and labels out, and the rest stays away", async () => {
  const annotator = await memberOf(server, teacher, space);
  await teacher.ask(space, { method: "PATCH", json: { articlesFrom: "annotator" } });
  const { body } = await send(annotator, await projectOf());
  const own = {
    ...all(body),
    people: [{ id: "Ben", as: "mine" }],
    labels: all(body)
      .labels.filter(({ kind }) => kind === "entity")
      .map((each) => ({ ...each, as: { kind: "entity", label: "person" } })),
  };
  const refused = await take(annotator, { ...own, people: all(body).people });
  expect(refused.status).toBe(403);
  const taken = await take(annotator, own);
  expect(taken.status).toBe(200);
  const [{ id }] = taken.body.articles;
  expect(await layersOf(id, annotator)).toEqual([
    [expect.any(String), "Ada 😀", "entity", "person"],
  ]);
  const { body: mine } = await annotator.ask(`/api/articles/${id}/annotations`);
  expect(mine.annotations[0].author.id).toBe(annotator.id);
});

describe("[A7] all or nothing", () => {
  test("[A7] a layer that holds no more undoes all before it, and nothing of another who comes meanwhile", async () => {
    const { body } = await send(teacher, await projectOf());
    const { body: made } = await teacher.ask("/api/articles", {
      json: { space: space.split("/").at(-1), title: "Full", text: TEXT },
    });
    // more than a layer takes
    const many = Array.from({ length: 5001 }, () => marked("town", "Dora"));
    const { body: large } = await send(teacher, await projectOf(TEXT, many));
    const before = counts();
    const wanted = all(large);
    const refusing = take(teacher, {
      ...wanted,
      people: [{ id: "Dora", name: "Dora" }],
      articles: [{ index: 0, into: made.id }],
      labels: [{ kind: "claim", label: null, as: { kind: "entity", name: "Never seen" } }],
    });
    const people = body.people.map(({ id }: Person) => ({ id, name: "Dora" }));
    let isOver = false;
    void refusing.then(() => {
      isOver = true;
    });
    const isBegun = () => isOver || server.sql("SELECT id FROM taking").length > 0;
    await expect.poll(isBegun, { interval: 5, timeout: 30_000 }).toBe(true);
    const as = { kind: "entity", label: "person" };
    const labels = all(body).labels.map((each) => ({ ...each, as }));
    const other = await take(teacher, { ...all(body), people, labels });
    expect((await refusing).body.code).toBe("layer-full");
    const authors = (await layersOf(other.body.articles[0].id)).map(([name]: string[]) => name);
    expect(new Set(authors)).toEqual(new Set(["Dora"]));
    const [articles, users, standIns, members, acts, schemes] = before.map(Number);
    expect(counts()).toEqual(
      [articles, users, standIns, members, acts]
        .map((count) => Number(count) + 1)
        .concat(Number(schemes)),
    );
    expect(await layersOf(made.id)).toEqual([]);
    expect(body.id).not.toBe(large.id);
  });

  test("[A7] what is not there is refused before anything is done", async () => {
    const { body } = await send(teacher, await projectOf());
    const before = counts();
    const wanted = all(body);
    const refusals: [object, number][] = [
      [{ ...wanted, import: "none" }, 404],
      [{ ...wanted, articles: [{ index: 7 }] }, 422],
      [{ ...wanted, articles: [{ index: 0, into: server.sampleId }] }, 404],
      [
        {
          ...wanted,
          labels: [{ kind: "claim", label: "fact", as: { kind: "claim", label: "no" } }],
        },
        422,
      ],
      [{ ...wanted, people: [{ id: "Ann", name: "\u202e" }] }, 400],
    ];
    for (const [json, status] of refusals) expect((await take(teacher, json)).status).toBe(status);
    const stranger = await teacherAt(server, "Stranger");
    expect((await take(stranger, wanted)).status).toBe(404);
    expect((await take(stranger, wanted, await spaceOf(stranger))).status).toBe(404);
    expect(counts().slice(0, 3)).toEqual([before[0], Number(before[1]) + 1, before[2]]);
  });
});

test("[A4] stand-ins go with their space, and one by one like guests", async () => {
  const other = await spaceOf(teacher);
  const { body } = await send(teacher, await projectOf(), other);
  const taken = await take(teacher, all(body), other);
  const [{ id }] = taken.body.articles;
  const named = (name: string) =>
    server.sql(
      "SELECT user.id FROM user JOIN stand_in ON user_id = user.id WHERE name = ? AND space_id = ?",
      name,
      other.split("/").at(-1) ?? "",
    );
  const ben = String(named("Ben")[0]?.id);
  const erased = await teacher.ask(`${other}/members/${ben}/erasure`, { json: { name: "Ben" } });
  expect(erased.status).toBeLessThan(300);
  expect(named("Ben")).toEqual([]);
  expect((await layersOf(id)).map(([name]: string[]) => name)).toEqual(["Ann", "Cem"]);
  expect((await teacher.ask(other, { method: "DELETE", json: { name: "8b" } })).status).toBe(204);
  expect(server.sql("SELECT id FROM user WHERE id = ?", ben)).toEqual([]);
  expect(
    server.sql("SELECT user_id FROM stand_in WHERE space_id = ?", other.split("/").at(-1) ?? ""),
  ).toEqual([]);
});

test("[A3] what the codebook does not ask for stands behind the note", async () => {
  const passage = marked("town", "Eve", { note: "Which?", attributes: { identifier: "Q 1" } });
  const [file] =
    (await (await formatOf("w3c")).writer?.write(markedText(TEXT, [passage]), "a")) ?? [];
  const { body } = await send(teacher, Uint8Array.from(file?.bytes ?? []), space, "a.jsonld");
  expect(body.details).toEqual(["identifier"]);
  const { body: taken } = await take(teacher, all(body));
  const { body: there } = await teacher.ask(`/api/articles/${taken.articles[0].id}/annotations`);
  const [only] = there.annotations.filter(({ note }: MarkedAnnotation) => note !== "");
  expect(only).toMatchObject({ note: "Which?\n\nidentifier: Q 1", attributes: {} });
});
