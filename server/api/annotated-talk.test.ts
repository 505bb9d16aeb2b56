// Our own file comes in again, at a real server.

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addLabel } from "#domain/scheme/scheme-changes.ts";
import { goldArticle, markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation, MarkedArticle } from "../formats/marked-article.ts";
import { zipOf } from "../import/convert/zip.test-kit.ts";
import { TestServer } from "../test-server.ts";
import {
  all,
  done,
  fileOf,
  marked,
  type Person,
  sendFile,
  TEXT,
  takeOver,
} from "./annotated.test-kit.ts";
import { type Known, linkFor, memberOf, spaceOf, teacherAt } from "./spaces.test-kit.ts";

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

/** An article of three people, with all that there can be: versions, too, and words that are gone. Returns its path. */
async function spokenArticle(): Promise<string> {
  const home = await spaceOf(teacher);
  const token = await linkFor(teacher, home);
  const [ann, bob] = [await teacherAt(server, "Ann Archer"), await teacherAt(server, "Bob 😀")];
  const zed = await teacherAt(server, "Zed");
  for (const who of [ann, bob, zed]) await done(who.ask("/api/joins", { json: { token } }));
  const text = { title: "Mill", byline: "By Z", language: "en-GB", source: "https://a.example/" };
  const made = await teacher.ask("/api/articles", {
    json: { space: home.split("/").at(-1), text: TEXT, ...text },
  });
  server.sql(
    "UPDATE article SET published = '2026-01-02', fetched_at = 1767398400000, source_hash = ? WHERE id = ?",
    "ab".repeat(32),
    made.body.id,
  );
  const article = `/api/articles/${made.body.id}`;
  const mark = async (who: Known, words: string, told: object): Promise<string> => {
    const start = TEXT.indexOf(words);
    const json = { kind: "claim", label: "fact", start, end: start + words.length, ...told };
    const { body } = await done(who.ask(`${article}/annotations`, { json }));
    return `${article}/annotations/${who.id}/${body.id}`;
  };
  const first = await mark(ann, "mill closed", {
    note: "Checked 😀",
    attributes: { speaker: "Ada: said", priority: "high" },
  });
  const second = await mark(bob, "Ada 😀", { kind: "entity", label: "person" });
  const third = await mark(bob, "town", { note: "Rude" });
  const say = (who: Known, at: string, said: string, mentions: string[] = []) =>
    done(who.ask(`${at}/replies`, { json: { text: said, mentions } }));
  await say(bob, first, "@Ann Archer is it? @Zed?", [ann.id, zed.id]);
  const edited = await say(ann, first, "@Bob 😀 yes", [bob.id]);
  await done(
    ann.ask(`${article}/replies/${edited.body.id}`, {
      method: "PATCH",
      json: { text: "@Bob 😀 @Teacher no", mentions: [bob.id, teacher.id] },
    }),
  );
  const rude = await say(bob, second, "Fool");
  const put = (who: Known, at: string, json: object) => done(who.ask(at, { method: "PUT", json }));
  await put(teacher, `${article}/replies/${bob.id}/${rude.body.id}/hiding`, { reason: "@Bob 😀!" });
  await put(teacher, `${first}/vote`, { vote: "agree" });
  await put(bob, `${first}/vote`, { vote: "disagree" });
  await put(teacher, `${first}/proposal`, { kind: "claim", label: "opinion" });
  await put(teacher, `${second}/proposal`, { kind: "entity", label: "org" });
  await put(teacher, `${third}/proposal`, { kind: "claim", label: null });
  const own = (at: string) => `${article}/annotations/${at.split("/").at(-1)}`;
  await put(ann, `${own(first)}/proposals/${teacher.id}`, { accepted: false });
  await put(bob, `${own(third)}/proposals/${teacher.id}`, { accepted: true });
  await done(ann.ask(`${first}/resolution`, { method: "PUT" }));
  await put(teacher, `${third}/hiding`, { reason: "Rude" });
  await say(ann, await mark(bob, "in May", { note: "When?" }), "Last year");
  await mark(ann, "nobody had asked", { kind: "framing", label: null });
  const change = (json: object) => teacher.ask(article, { method: "PATCH", json });
  await change({ tags: ["Local", "News 😀"] });
  await change({ locked: true });
  const changed = TEXT.replace(" in May", "").replace("had asked", "had really asked");
  await done(teacher.ask(`${article}/versions`, { json: { text: changed } }));
  return article;
}

/** Has the codebook of its space define another label, and marks a passage with it. */
async function markWithOwnLabel(article: string): Promise<void> {
  const { body } = await teacher.ask(article);
  const path = `/api/spaces/${body.space.id}/scheme`;
  const label = { name: "Scare quotes", definition: "Words that the author keeps away from." };
  const scheme = addLabel((await teacher.ask(path)).body.scheme, "framing", label);
  await done(teacher.ask(path, { method: "PUT", json: { basedOn: 1, scheme } }));
  const json = { kind: "framing", label: "scare-quotes", start: 0, end: 8 };
  await done(teacher.ask(`${article}/annotations`, { json }));
}

/** What a file tells, with everybody by name, and without ids and what is of this place. */
function toldIn({ url: _, scheme: __, ...file }: MarkedArticle & { readonly format: string }) {
  const { id: ___, ...article } = file.article;
  const names = new Map<string, string>();
  const note = ({ id, name }: { id: string; name: string | null }) => names.set(id, String(name));
  for (const { author, replies, proposals } of file.annotations) {
    note(author);
    for (const reply of replies) note(reply.author);
    for (const { by } of proposals) note(by);
  }
  for (const person of file.mentioned) note(person);
  return JSON.parse(
    JSON.stringify({ ...file, article }, (key, value) => {
      if (key === "mentions") return value.map((id: string) => names.get(id) ?? "nobody");
      return key === "id" ? undefined : value;
    }),
  );
}

const nameIn = ({ labels }: { labels: { label: string; name: string }[] }, label: string) =>
  labels.find((each) => each.label === label)?.name;

const bytesOf = (file: object) => Uint8Array.from(Buffer.from(JSON.stringify(file)));

test("[A8] all that people made in one space is there in another, and goes out again the same", async () => {
  const article = await spokenArticle();
  await markWithOwnLabel(article);
  const file = await fileOf(teacher, article);
  const standings = file.annotations.flatMap(({ proposals }: MarkedAnnotation) => proposals);
  expect(file.annotations.at(-1)).toMatchObject({ quote: "in May", orphan: true, start: null });
  expect(file.versions).toMatchObject([
    { number: 2, text: file.article.text, by: { name: "Teacher" } },
    { number: 1, text: TEXT },
  ]);
  expect(file.locked.by.name).toBe("Teacher");
  expect(standings).toMatchObject([
    { standing: "declined" },
    { standing: "open" },
    { standing: "accepted" },
  ]);
  const other = await teacherAt(server, "Other");
  const at = await spaceOf(other);
  const { body } = await done(sendFile(other, bytesOf(file), { space: at, name: "mill.json" }));
  expect(body.leftOut).toEqual({});
  expect(body.people.map(({ name }: Person) => name).sort()).toEqual([
    "Ann Archer",
    "Bob 😀",
    "Teacher",
    "Zed",
  ]);
  const whole = all(body);
  const labels = whole.labels.map((each) =>
    each.label === "scare-quotes"
      ? { ...each, as: { kind: "framing", name: nameIn(body, "scare-quotes") } }
      : each,
  );
  const wanted = { ...whole, labels };
  const preview = await done(takeOver(other, at, { ...wanted, preview: true }));
  const { body: taken } = await done(takeOver(other, at, wanted));
  expect(taken.articles[0]).toMatchObject({ annotations: 6, unfound: 0, unsaid: 0 });
  const { kinds } = (await other.ask(`${at}/scheme`)).body.scheme;
  expect(kinds[2].labels.at(-1)).toMatchObject({
    ...{ id: "scare-quotes", name: "Scare quotes" },
    definition: "Words that the author keeps away from.",
  });
  expect(preview.body.articles).toEqual([{ ...taken.articles[0], id: null }]);
  const again = async () => fileOf(other, `/api/articles/${taken.articles[0].id}`);
  expect(toldIn(await again())).toEqual(toldIn(file));
  await server.restart();
  expect(toldIn(await again())).toEqual(toldIn(file));
});

test("[A8] who takes it as their own gets what they did, and is told what stays behind", async () => {
  const file = await fileOf(teacher, await spokenArticle());
  const owner = await teacherAt(server, "Owner");
  const at = await spaceOf(owner);
  await done(owner.ask(at, { method: "PATCH", json: { articlesFrom: "annotator" } }));
  const pupil = await memberOf(server, owner, at);
  const { body } = await done(sendFile(pupil, bytesOf(file), { space: at, name: "mill.json" }));
  const bob = body.people.find(({ name }: Person) => name === "Bob 😀");
  const wanted = { ...all(body), people: [{ id: bob.id, as: "mine" }] };
  const { body: taken } = await done(takeOver(pupil, at, wanted));
  // a hidden reply, two proposals, a hiding, the reply of another, two versions and their lock
  expect(taken.articles[0]).toMatchObject({ annotations: 3, unsaid: 8 });
  expect(taken.standIns).toEqual([]);
  const { annotations } = await fileOf(owner, `/api/articles/${taken.articles[0].id}`);
  for (const { author, replies, proposals, hidden } of annotations) {
    expect(author.id).toBe(pupil.id);
    expect([replies, proposals, hidden]).toEqual([[], [], null]);
  }
});

test("[A7] a refusal on the way leaves nothing of what was said either", async () => {
  const file = await fileOf(teacher, await spokenArticle());
  const into = await teacher.ask("/api/articles", {
    json: { space: space.split("/").at(-1), title: "Kept", text: TEXT },
  });
  // more than a layer takes
  const many = Array.from({ length: 5001 }, () => marked("town", "Dora", { note: randomUUID() }));
  const { writer } = await formatOf("postil");
  const [full] = (await writer?.write(markedText(`${TEXT} Again.`, many), "b")) ?? [];
  const zip = zipOf({ "a.json": JSON.stringify(file), "b.json": full?.bytes ?? "" });
  const { body } = await done(sendFile(teacher, Uint8Array.from(zip), { space, name: "all.zip" }));
  const wanted = { ...all(body), articles: [{ index: 0, into: into.body.id }, { index: 1 }] };
  const refused = await takeOver(teacher, space, wanted);
  expect(refused.body.code).toBe("layer-full");
  const kept = `/api/articles/${into.body.id}`;
  expect((await teacher.ask(`${kept}/annotations`)).body.annotations).toEqual([]);
  const names = (await teacher.ask(`${kept}/members`)).body.members.map(({ name }: Person) => name);
  expect(names).not.toContain("Ann Archer");
});

test("[A8] hostile files say no more than people can, and what is still to come is now", async () => {
  const [ann, ben] = [
    { id: "Ann", name: "Ann" },
    { id: "Ben", name: "Ben" },
  ];
  const [at, later] = ["2026-03-01T12:00:00.000Z", "2999-01-01T00:00:00.000Z"];
  const hidden = { by: ben, at: later, reason: "r\u0000".repeat(600) };
  const reply = { mentions: Array.from({ length: 90 }, () => "Eve"), createdAt: later, hidden };
  const spoken = marked("mill closed", "Ann", {
    replies: ["x".repeat(9000), "\u0000", "\ud83d"].map((text, index) => ({
      ...{ id: `r${index}`, author: ben, text, editedAt: null, ...reply },
    })),
    voters: [
      { by: ben, at, vote: "agree" },
      { by: ben, at, vote: "disagree" },
    ],
    // nobody proposes for their own
    proposals: [{ by: ann, at, kind: "claim", label: null, standing: "open" }],
  });
  const [postil] =
    (await (await formatOf("postil")).writer?.write(markedText(TEXT, [spoken]), "a")) ?? [];
  const told = JSON.parse(Buffer.from(postil?.bytes ?? []).toString());
  told.annotations[0].replies[0].editedAt = later;
  const sent = await sendFile(teacher, bytesOf(told), { space, name: "a.json" });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  expect(sent.body.leftOut).toEqual({ talk: 100 });
  const before = Date.now();
  const { body: taken } = await done(takeOver(teacher, space, all(sent.body)));
  const { body } = await teacher.ask(`/api/articles/${taken.articles[0].id}/annotations`);
  const [{ replies, votes, proposals }] = body.annotations;
  expect(votes).toEqual({ agree: 0, disagree: 1, unsure: 0 });
  expect(proposals).toEqual([]);
  expect(replies.map((each: { text: string }) => each.text.length).sort()).toEqual([1, 5000]);
  for (const each of replies) {
    expect(each.mentions).toEqual([]);
    expect(each.hidden.reason).toBe("r".repeat(500));
    for (const time of [each.createdAt, each.hidden.at]) {
      expect(Math.abs(Date.parse(time) - before)).toBeLessThan(600_000);
    }
  }
});
