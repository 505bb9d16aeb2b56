import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { type Anchor, createAnchor } from "#domain/anchor/anchor.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { readLayer } from "#domain/annotation/layer.ts";
import { anchorKey } from "#domain/annotation/moved-anchors.ts";
import { articleFragment } from "#domain/article/article.ts";
import { type ArticleText, readText } from "#domain/article/article-text.ts";
import { openWith } from "../sync/stock-client.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

type Member = Caller & { readonly id: string };

const TEXT = "The mayor spoke of the bridge.";

let server: TestServer;
let ann: Member;
let eve: Member;
let article = "";
let path = "";
/** Ann's annotation of "mayor", and the positions that she gave it. */
let ref = "";
let of = "";

beforeAll(async () => {
  server = await TestServer.start();
  ann = await server.guest("Ann");
  eve = await server.member("editor");
});
beforeEach(async () => {
  article = (await eve.ask("/api/articles", { json: { title: "T", text: TEXT } })).body.id;
  path = `/api/articles/${article}`;
  const annotation = { kind: "claim", start: 4, end: 9 };
  ref = refTo(ann.id, (await ann.ask(`${path}/annotations`, { json: annotation })).body.id);
  const [own] = readLayer(await download(`${article}/layer/${ann.id}`), ann.id);
  of = own ? anchorKey(own.anchor) : "";
});
afterAll(() => server.stop());

/** A copy of a document as the server has it. */
async function download(room: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const provider = openWith({ cookie: ann.cookie }, server, room, doc);
  await new Promise((resolve) => provider.once("sync", resolve));
  provider.destroy();
  return doc;
}

const textNow = async (): Promise<ArticleText> =>
  readText(articleFragment(await download(article)));

async function keyOf(words: string): Promise<string> {
  const text = await textNow();
  const start = text.text.indexOf(words);
  return anchorKey(createAnchor(text, { start, end: start + words.length }) as Anchor);
}

const tell = (who: Caller, ...moves: object[]) => who.ask(`${path}/anchors`, { json: { moves } });
const told = async () => (await ann.ask(`${path}/annotations`)).body.annotations[0];

test("[H25] where an editor's device saw an annotation go, it lies for everybody, also after a restart", async () => {
  const to = await keyOf("bridge");
  expect(await tell(eve, { ref, of, to })).toMatchObject({ status: 200, body: { moved: [ref] } });
  expect(await told()).toMatchObject({ quote: "mayor", start: 23, end: 29, orphan: false });
  const { highlights } = (await ann.ask(`${path}/highlights`)).body;
  expect(highlights).toMatchObject([[0, 23, 29, "claim"]]);
  await server.restart();
  expect(await told()).toMatchObject({ start: 23, end: 29 });
  const note = { method: "PATCH", json: { note: "Who?" } };
  const { body } = await ann.ask(`${path}/annotations/${ref.split("/")[1]}`, note);
  expect(body).toMatchObject({ note: "Who?", start: 23, end: 29 });
});

/** Deletes "ayor": its first letter looks like what is left. */
async function deleteMostOf(doc: Y.Doc): Promise<void> {
  const provider = openWith({ cookie: eve.cookie }, server, article, doc);
  await new Promise((resolve) => provider.once("sync", resolve));
  const run = readText(articleFragment(doc)).blocks[0]?.parts[0]?.node;
  if (run instanceof Y.XmlText) run.delete(5, 4);
  await until(async () => (await textNow()).text.startsWith("The m spoke"), "it is stored");
  provider.destroy();
}

test("[H25] once its letters were deleted, equal ones beside them are no rest of it", async () => {
  await deleteMostOf(new Y.Doc());
  expect(await told()).toMatchObject({ start: 4, end: 5, orphan: false });
  const { body } = await tell(eve, { ref, of, to: null });
  expect(body).toEqual({ moved: [ref] });
  expect(await told()).toMatchObject({ quote: "mayor", orphan: true });
});

test("[H25] whose letters are said to be deleted, but whose words stand, lies where it lay", async () => {
  const { body } = await tell(eve, { ref, of, to: null });
  expect(body).toEqual({ moved: [ref] });
  expect(await told()).toMatchObject({ start: 4, end: 9, orphan: false });
});

test("[H25] only editors tell it, while the text is open", async () => {
  const to = await keyOf("bridge");
  expect((await tell(ann, { ref, of, to })).status).toBe(403);
  expect((await tell(server.stranger(), { ref, of, to })).status).toBe(401);
  await eve.ask(path, { method: "PATCH", json: { locked: true } });
  expect((await tell(eve, { ref, of, to })).status).toBe(403);
  expect(await told()).toMatchObject({ start: 4, end: 9 });
});

test("[H25] what is not about an annotation as it is, or leads to no words, is passed over", async () => {
  const to = await keyOf("bridge");
  const letter = to.split(".")[0];
  const moves = [
    { ref, of: await keyOf("spoke"), to },
    { ref: refTo(eve.id, ref.split("/")[1] ?? ""), of, to },
    { ref: "nobody", of, to },
    { ref, of, to: `${to.split(".")[1]}.${letter}` },
    { ref, of, to: "AAAA.AAAA" },
    { ref, of, to: "not positions" },
  ];
  expect(await tell(eve, ...moves)).toMatchObject({ status: 200, body: { moved: [] } });
  expect(await told()).toMatchObject({ start: 4, end: 9 });
});

test.each([
  {},
  { moves: [{ ref: "a", of: "b" }] },
  { moves: Array.from({ length: 201 }, () => ({ ref: "a", of: "b", to: "c" })) },
  { moves: [{ ref: "a", of: "b", to: "c".repeat(200) }] },
])("[H3] other shapes are refused", async (json) => {
  expect((await eve.ask(`${path}/anchors`, { json })).status).toBe(400);
});
