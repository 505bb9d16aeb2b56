import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";

type Known = Caller & { readonly id: string };

let server: TestServer;
let now = Date.now();
let ann: Known;
let bob: Known;
let teacher: Known;
beforeAll(async () => {
  server = await TestServer.start({ now: () => (now += 1000) });
  ann = await server.guest("Ann");
  bob = await server.guest("Bob");
  teacher = await server.member("editor");
});
afterAll(() => server.stop());

type Told = { readonly text: string; readonly found: boolean };
type Passage = {
  readonly part: string;
  readonly ref: string | null;
  readonly author: { readonly name: string } | null;
  readonly sign: { readonly name: string } | null;
  readonly hidden: boolean;
  readonly quote: Told[];
  readonly words: Told[];
};
type Found = { readonly id: string; readonly count: number; readonly passages: Passage[] };

async function search(caller: Caller, q: string, more = ""): Promise<Found[]> {
  const { status, body } = await caller.ask(`/api/search?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body.articles;
}

async function add(title: string, text: string): Promise<string> {
  const { body } = await teacher.ask("/api/articles", { json: { title, text } });
  return body.id;
}

async function annotate(caller: Caller, article: string, note: string): Promise<string> {
  const path = `/api/articles/${article}/annotations`;
  const { body } = await caller.ask(path, { json: { kind: "claim", start: 0, end: 5, note } });
  return body.id;
}

/** The id of the reply. */
async function answer(caller: Caller, article: string, ref: string, text: string): Promise<string> {
  const path = `/api/articles/${article}/annotations/${ref}/replies`;
  const { status, body } = await caller.ask(path, { json: { text } });
  expect(status).toBe(201);
  return body.id;
}

/** Has the teacher hide something of an article. */
async function hide(article: string, what: string): Promise<void> {
  const asking = { method: "PUT", json: { reason: "x" } };
  await teacher.ask(`/api/articles/${article}/${what}/hiding`, asking);
}

const patch = (json: object) => ({ method: "PATCH", json });
const textOf = (pieces: readonly Told[]): string => pieces.map(({ text }) => text).join("");

test("[X1] titles, texts, quotes and notes are found as soon as they are stored, and not a moment longer", async () => {
  const article = await add("Ribaldry rises", "Ribaldry rises\n\nThe marmalade was late.");
  expect((await search(bob, "marmalade")).map(({ id }) => id)).toEqual([article]);
  const id = await annotate(ann, article, "Is this so? A quibble.");
  const [found] = await search(bob, "quibble");
  expect(found?.passages).toMatchObject([
    {
      part: "annotation",
      ref: `${ann.id}/${id}`,
      author: { name: "Ann" },
      hidden: false,
      sign: { kind: "claim", label: null, name: "Claim" },
    },
  ]);
  expect(found?.passages[0]?.words.filter((piece) => piece.found)).toEqual([
    { text: "quibble", found: true },
  ]);
  // the title, the headline in the text, and the annotation that begins on it
  expect(await search(bob, "ribal")).toMatchObject([
    { count: 3, passages: [{ part: "title" }, { part: "text" }, { part: "annotation" }] },
  ]);
  await ann.ask(`/api/articles/${article}/annotations/${id}`, patch({ note: "Settled." }));
  expect(await search(bob, "quibble")).toEqual([]);
  await teacher.ask(`/api/articles/${article}`, patch({ title: "Zeppelins" }));
  expect(await search(bob, "zeppelins")).toMatchObject([{ count: 1 }]);
  await ann.ask(`/api/articles/${article}/annotations/${id}`, { method: "DELETE" });
  expect(await search(bob, "settled")).toEqual([]);
});

test("[X2] whoever may not see a layer finds nothing of it, and does not learn that there is something", async () => {
  const article = await add("Own eyes", "Own eyes\n\nNobody looks.");
  await annotate(ann, article, "Xylophone");
  await annotate(teacher, article, "Xylophone of the desk");
  const visibility = `/api/articles/${article}/visibility`;
  expect(await search(bob, "xylophone")).toMatchObject([{ count: 2 }]);
  await teacher.ask(visibility, { method: "PUT", json: { visibility: "own" } });
  expect(await search(bob, "xylophone")).toMatchObject([
    { count: 1, passages: [{ ref: expect.stringContaining(teacher.id) }] },
  ]);
  expect(await search(ann, "xylophone")).toMatchObject([{ count: 2 }]);
  expect(await search(teacher, "xylophone")).toMatchObject([{ count: 2 }]);
});

test("[X2] articles of spaces that one is not in are not found, and asking there is 404", async () => {
  const article = await add("Elsewhere", "Elsewhere\n\nA gazelle.");
  const space = String(
    server.sql("SELECT space_id FROM article WHERE id = ?", article)[0]?.space_id,
  );
  const eve = await server.guest("Eve");
  expect(await search(eve, "gazelle", `&space=${space}`)).toHaveLength(1);
  server.sql("DELETE FROM member WHERE user_id = ?", eve.id);
  expect(await search(eve, "gazelle")).toEqual([]);
  const { status } = await eve.ask(`/api/search?q=gazelle&space=${space}`);
  expect(status).toBe(404);
});

test("[X2] names are told as they are known, and what is hidden is told to be", async () => {
  const article = await add("Masks", "Masks\n\nNobody knows.");
  const id = await annotate(ann, article, "Kaleidoscope");
  server.sql("UPDATE space SET names_shown = 0");
  const [masked] = await search(bob, "kaleidoscope");
  server.sql("UPDATE space SET names_shown = 1");
  expect(masked?.passages[0]?.author?.name).not.toBe("Ann");
  expect(await search(bob, "kaleidoscope")).toHaveLength(1);
  await hide(article, `annotations/${ann.id}/${id}`);
  for (const each of [ann, teacher]) {
    expect((await search(each, "kaleidoscope"))[0]?.passages[0]?.hidden).toBe(true);
  }
  expect(await search(bob, "kaleidoscope")).toEqual([]);
});

test("[X1] replies are found, and tell which annotation they are about", async () => {
  const article = await add("Thread", "Thread\n\nSomebody answers.");
  const id = await annotate(ann, article, "Who says so?");
  const reply = await answer(bob, article, `${ann.id}/${id}`, "A brouhaha, no more.");
  const [found] = await search(teacher, "brouhaha");
  expect(found?.passages).toMatchObject([
    {
      ...{ part: "reply", ref: `${ann.id}/${id}`, paragraph: null, quote: [], hidden: false },
      reply: `${bob.id}/${reply}`,
      ...{ author: { id: bob.id, name: "Bob" }, sign: { kind: "claim", name: "Claim" } },
    },
  ]);
  expect(textOf(found?.passages[0]?.words ?? [])).toBe("A brouhaha, no more.");
  await bob.ask(`/api/articles/${article}/replies/${reply}`, patch({ text: "Never mind." }));
  expect(await search(teacher, "brouhaha")).toEqual([]);
  expect(await search(teacher, '"never mind"')).toHaveLength(1);
  await ann.ask(`/api/articles/${article}/annotations/${id}`, { method: "DELETE" });
  expect(await search(bob, '"never mind"')).toEqual([]);
});

test("[X2] a reply is found by whoever sees both it and its annotation, and a hidden one by who may look", async () => {
  const article = await add("Both ends", "Both ends\n\nAnd the middle.");
  const about = {
    ann: `${ann.id}/${await annotate(ann, article, "Mine")}`,
    bob: `${bob.id}/${await annotate(bob, article, "Mine, too")}`,
  };
  const talk = "Hullabaloo";
  const reply = await answer(bob, article, about.ann, talk);
  await answer(teacher, article, about.ann, talk);
  await answer(teacher, article, about.bob, talk);
  const counts = () =>
    Promise.all([ann, bob, teacher].map(async (each) => (await search(each, talk))[0]?.count ?? 0));
  expect(await counts()).toEqual([3, 3, 3]);
  const visibility = `/api/articles/${article}/visibility`;
  await teacher.ask(visibility, { method: "PUT", json: { visibility: "own" } });
  expect(await counts()).toEqual([1, 1, 3]);
  await teacher.ask(visibility, { method: "PUT", json: { visibility: "open" } });
  await hide(article, `replies/${bob.id}/${reply}`);
  expect(await counts()).toEqual([2, 3, 3]);
  await hide(article, `annotations/${about.bob}`);
  expect(await counts()).toEqual([1, 3, 3]);
});

test("[X1] a paragraph is told by its number", async () => {
  await add("Counting", "Counting\n\nOne.\n\nTwo and a pumpernickel.");
  expect((await search(bob, "pumpernickel"))[0]?.passages).toMatchObject([
    { part: "text", paragraph: 2, ref: null },
  ]);
});

test("[X3] all words have to be there, accents and case do not count, quotation marks keep an order", async () => {
  const article = await add("Café", "Café\n\nDer Bürgermeister log über die Brücke. صباح الخير");
  const finds = async (q: string) => (await search(bob, q)).some(({ id }) => id === article);
  expect(await finds("BURGERMEISTER brück")).toBe(true);
  expect(await finds("burger brücke")).toBe(false);
  expect(await finds("cafe")).toBe(true);
  expect(await finds('"über die"')).toBe(true);
  expect(await finds('"die über"')).toBe(false);
  expect(await finds("الخير")).toBe(true);
});

test.each(['"', "*", "a AND", "NEAR(", "words:x", "- ^", "' OR 1=1 --", "\u0000x", "ß*\u0002"])(
  "[X3] %j is a question like any other",
  async (question) => {
    const { status } = await bob.ask(`/api/search?q=${encodeURIComponent(question)}`);
    expect([200, 400]).toContain(status);
  },
);

test("[X4] articles come in pages, the newest first, each with its first passages and their number", async () => {
  const ids: string[] = [];
  for (let each = 0; each < 23; each++) {
    ids.unshift(await add(`Ptarmigan ${each}`, "Nothing\n\nptarmigan".repeat(each === 22 ? 9 : 1)));
  }
  const first = (await bob.ask("/api/search?q=ptarmigan")).body;
  expect(first.articles.map(({ id }: Found) => id)).toEqual(ids.slice(0, 20));
  expect(first.articles[0].passages).toHaveLength(5);
  expect(first.articles[0].count).toBeGreaterThan(5);
  const rest = (await bob.ask(`/api/search?q=ptarmigan&from=${first.next}`)).body;
  expect(rest.articles.map(({ id }: Found) => id)).toEqual(ids.slice(20));
  expect(rest.next).toBeNull();
});

test("[X5] nothing of a word that was deleted, or of an article that is gone, stays in the index", async () => {
  const article = await add("Shredder", "Shredder\n\nAn antediluvian word.");
  const id = await annotate(ann, article, "Quixotically yours");
  expect(await search(ann, "quixotically")).toHaveLength(1);
  await ann.ask(`/api/articles/${article}/annotations/${id}`, patch({ note: "" }));
  expect(await search(ann, "quixotically")).toHaveLength(0);
  server.sql("DELETE FROM article WHERE id = ?", article);
  // as an erasure does it: rows that moved between pages may have left their words behind
  server.sql("VACUUM");
  server.sql("PRAGMA wal_checkpoint(TRUNCATE)");
  const left = ["postil.db", "postil.db-wal"]
    .map((file) => readFileSync(join(server.folder, file)).toString("latin1").toLowerCase())
    .join();
  expect(left).toContain("ptarmigan");
  const words = ["quixotic", "ixotically", "antediluvian", "iluvian"];
  expect(words.filter((word) => left.includes(word))).toEqual([]);
});

test("[X6] what was missed is made good at the next start", async () => {
  const article = await add("Comeback", "Comeback\n\nA persimmon.");
  expect(await search(bob, "persimmon")).toHaveLength(1);
  server.sql("DELETE FROM passage WHERE article_id = ?", article);
  server.sql("DELETE FROM indexed WHERE article_id = ?", article);
  await server.restart();
  await expect.poll(() => search(bob, "persimmon")).toHaveLength(1);
  expect(textOf((await search(bob, "persimmon"))[0]?.passages[0]?.words ?? [])).toBe(
    "A persimmon.",
  );
});
