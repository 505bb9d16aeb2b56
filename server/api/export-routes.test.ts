import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WRITTEN_FORMATS } from "#domain/format-ids.ts";
import { type Caller, TestServer } from "../test-server.ts";

let server: TestServer;
let editor: Caller;
let ann: Caller & { readonly id: string };
let space = "";
let path = "";
beforeAll(async () => {
  server = await TestServer.start();
  editor = await server.member("editor");
  ann = await server.guest("Ann Archer");
  const { body } = await editor.ask("/api/articles", {
    json: { title: 'A/B: "C"', text: "One two." },
  });
  path = `/api/articles/${body.id}`;
  space = (await editor.ask(path)).body.space.id;
  for (const [start, note] of [
    [0, "first"],
    [4, "second"],
  ] as const) {
    await ann.ask(`${path}/annotations`, { json: { kind: "claim", start, end: start + 3, note } });
  }
});
afterAll(() => server.stop());

async function bytesOf(who: Caller, at: string): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const response = await fetch(server.url + at, { headers: { cookie: who.cookie } });
  expect(response.status).toBe(200);
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
}

const jsonOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

test("[EX1] an article is taken along in one file, under a safe name", async () => {
  const { bytes, headers } = await bytesOf(editor, `${path}/annotations?format=postil`);
  expect(headers.get("content-disposition")).toBe('attachment; filename="A B C.json"');
  expect(headers.get("cache-control")).toBe("private, no-store");
  const { article, annotations } = jsonOf(bytes);
  expect(article.text).toBe("One two.");
  expect(annotations.map(({ note }: { note: string }) => note)).toEqual(["first", "second"]);
});

test("[EX4] people go by aliases, unless names are asked for", async () => {
  const author = async (query: string) => {
    const { bytes } = await bytesOf(editor, `${path}/annotations?format=postil${query}`);
    expect(new TextDecoder().decode(bytes).includes("Ann Archer")).toBe(query !== "");
    return jsonOf(bytes).annotations[0].author;
  };
  const [alias, again, named] = [await author(""), await author(""), await author("&names=shown")];
  expect(alias).toEqual(again);
  expect(named.name).toBe("Ann Archer");
});

test("[EX4] kinds, people and states are chosen", async () => {
  const count = async (query: string): Promise<number> => {
    const { bytes } = await bytesOf(editor, `${path}/annotations?format=postil&${query}`);
    return jsonOf(bytes).annotations.length;
  };
  expect(await count("kinds=entity,framing")).toBe(0);
  expect(await count("kinds=claim")).toBe(2);
  expect(await count("people=nobody")).toBe(0);
  expect(await count("states=hidden")).toBe(0);
});

test("[EX4] nobody takes along what they may not see", async () => {
  await editor.ask(`${path}/visibility`, { method: "PUT", json: { visibility: "own" } });
  const other = await server.guest("Bob");
  const { bytes } = await bytesOf(other, `/api/spaces/${space}/export?format=postil`);
  expect(new TextDecoder().decode(bytes)).not.toContain("first");
  const seen = Object.values(unzipSync(bytes)).flatMap((file) => jsonOf(file).annotations);
  expect(seen).toEqual([]);
  await editor.ask(`${path}/visibility`, { method: "PUT", json: { visibility: "open" } });
});

test("[EX4] whoever is named behind an @ goes by the same alias there", async () => {
  const json = { title: "Talk", text: "One two." };
  const at = `/api/articles/${(await editor.ask("/api/articles", { json })).body.id}`;
  const marked = { kind: "claim", start: 0, end: 3, note: "as @Ann Archer said" };
  const { id, author } = (await editor.ask(`${at}/annotations`, { json: marked })).body;
  const reply = { text: "@Ann Archer, and @Ann Archers?", mentions: [ann.id] };
  await editor.ask(`${at}/annotations/${author.id}/${id}/replies`, { json: reply });
  const told = async (query: string) =>
    jsonOf((await bytesOf(editor, `${at}/annotations?format=postil${query}`)).bytes).annotations[0];

  const [aliased, named] = [await told(""), await told("&names=shown")];
  const alias = /^as @(.+) said$/.exec(aliased.note)?.[1];
  expect(alias).not.toBe("Ann Archer");
  expect(aliased.replies[0].text).toBe(`@${alias}, and @Ann Archers?`);
  expect([named.note, named.replies[0].text]).toEqual([marked.note, reply.text]);
});

test("[EX1] a space is taken along as a zip with a file for each article", async () => {
  await editor.ask("/api/articles", { json: { title: "A B C", text: "Three.", space } });
  const { bytes, headers } = await bytesOf(editor, `/api/spaces/${space}/export?format=postil`);
  expect(headers.get("content-type")).toBe("application/zip");
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["A B C.json", "A B C (2).json"]));
});

test("[EX1] files that are called after people stand in a folder for each article", async () => {
  const { bytes } = await bytesOf(editor, `/api/spaces/${space}/export?format=uima-cas-json`);
  const folders = Object.keys(unzipSync(bytes)).map((name) => name.replace(/[^/]*$/, ""));
  expect(folders).toEqual(expect.arrayContaining(["A B C/", "A B C (2)/"]));
});

test("[EX3] who comes while too many files are written is told to come back", async () => {
  const takers = [await server.guest("Eve"), await server.guest("Finn")];
  const wanted = takers.flatMap((taker) =>
    Array.from({ length: 8 }, () => taker.ask(`${path}/annotations?format=postil`)),
  );
  const answers = await Promise.all(wanted);
  const refused = answers.find(({ status }) => status !== 200);
  expect([refused?.status, refused?.body.code]).toEqual([503, "too-busy"]);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
});

test("[EX4] what is taken along is written down for the owners", () => {
  const acts = server.sql("SELECT details FROM audit WHERE verb = 'exported'");
  expect(acts[0]).toEqual({ details: '{"format":"postil"}' });
});

test("[EX7] told before: whose annotations there are, of which kinds, under the codebook's names", async () => {
  const told = async (at: string) => (await editor.ask(`${at}/losses?names=shown`)).body;
  const { people, kinds } = await told(path);
  expect(people).toEqual([{ id: expect.any(String), name: "Ann Archer", annotations: 2 }]);
  expect(kinds[0]).toEqual({ id: "claim", name: "Claim", annotations: 2 });
  expect(kinds[1].annotations).toBe(0);
  const all = await told(`/api/spaces/${space}`);
  const inAll = all.people.find(({ id }: { id: string }) => id === people[0].id);
  expect(inAll).toEqual(people[0]);
  const one = await editor.ask(`${path}/losses?people=${people[0].id}&kinds=claim`);
  expect(one.body.people[0].name).not.toBe("Ann Archer");
  expect((await editor.ask(`${path}/losses?people=`)).body.annotations).toBe(0);
});

test.each([
  ["text", "txt", "text/plain; charset=utf-8"],
  ["markdown", "md", "text/markdown; charset=utf-8"],
  ["html", "html", "text/html; charset=utf-8"],
  ["docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
])("[EX6] an article alone is taken along as %s", async (format, ending, type) => {
  const taker = await server.guest("Dee");
  const { bytes, headers } = await bytesOf(taker, `${path}/text?format=${format}`);
  expect(headers.get("content-type")).toBe(type);
  expect(headers.get("content-disposition")).toBe(`attachment; filename="A B C.${ending}"`);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const words = new TextDecoder().decode(bytes);
  expect(words).not.toContain("Ann Archer");
  if (format === "text") expect(words).toBe("One two.");
  else if (format !== "docx") expect(words).toContain("One two");
});

test("[EX6] what no article can be is refused with a sentence", async () => {
  const { status, body } = await ann.ask(`${path}/text?format=csv`);
  expect(status).toBe(400);
  expect(body.detail).toContain("format");
  expect((await ann.ask(`${path}/annotations?format=hypothesis`)).status).toBe(400);
});

test.each(WRITTEN_FORMATS)(
  "[FO6] the losses of %s are told before, for an article and for its space",
  async (format) => {
    const another = await server.member("editor");
    const one = await another.ask(`${path}/losses?format=${format}`);
    expect([one.status, one.body.annotations]).toEqual([200, 2]);
    const all = await another.ask(`/api/spaces/${space}/losses?format=${format}`);
    expect([all.status, all.body.annotations >= 2]).toEqual([200, true]);
  },
);

test("[FO6] a format that is only read is not offered", async () => {
  for (const at of [`${path}/annotations`, `${path}/losses`, `/api/spaces/${space}/export`]) {
    expect((await editor.ask(`${at}?format=hypothesis`)).status).toBe(400);
  }
});
