import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";

type Known = Caller & { readonly id: string };

let server: TestServer;
let ada: Known;
let ben: Known;
let editor: Known;
let article: string;
let his: string;

beforeAll(async () => {
  server = await TestServer.start();
  [ada, ben] = [await server.guest("Ada"), await server.guest("Ben")];
  editor = await server.member("editor");
  article = `/api/articles/${server.sampleId}`;
  const json = { kind: "claim", start: 0, end: 10 };
  const { body } = await ben.ask(`${article}/annotations`, { json });
  his = `${article}/annotations/${ben.id}/${body.id}`;
  await editor.ask(`${his}/replies`, { json: { text: "Why?" } });
});
afterAll(() => server.stop());

const share = (caller: Caller, visibility: unknown) =>
  caller.ask(`${article}/visibility`, { method: "PUT", json: { visibility } });

const authorsFor = async (caller: Caller): Promise<unknown[]> => {
  const { body } = await caller.ask(`${article}/annotations`);
  return body.annotations.map((each: { author: unknown }) => each.author);
};

const lines = () =>
  server.sql("SELECT actor_id, subject_id, details FROM audit WHERE verb = 'article-shown'");

test("[V8] editors switch an article, others may not; what was switched is written down once", async () => {
  expect((await share(ada, "own")).status).toBe(403);
  expect((await share(editor, "secret")).status).toBe(400);
  expect((await share(editor, "own")).body).toEqual({ visibility: "own" });
  await share(editor, "own");
  expect((await ada.ask(article)).body.visibility).toBe("own");
  const line = { actor_id: editor.id, subject_id: server.sampleId };
  expect(lines()).toEqual([{ ...line, details: '{"visibility":"own"}' }]);
});

test("[V1] lists and first highlights keep to it, [V3] and so does who may be mentioned", async () => {
  await share(editor, "own");
  expect(await authorsFor(ada)).toEqual([]);
  expect(await authorsFor(ben)).toHaveLength(1);
  expect(await authorsFor(editor)).toHaveLength(1);
  expect((await ada.ask(`${article}/highlights`)).body).toEqual({ highlights: [] });
  const { body } = await ada.ask(`${article}/members`);
  expect(body.members.map(({ id }: { id: string }) => id).sort()).toEqual(
    [ada.id, editor.id].sort(),
  );
});

test("[V6] an annotation that is not seen is answered as one that is not there, whatever is tried", async () => {
  await share(editor, "own");
  const tries = [
    ["vote", { vote: "agree" }],
    ["replies", { text: "x" }],
    ["resolution", undefined],
  ] as const;
  for (const [what, json] of tries) {
    const asking = { method: what === "replies" ? "POST" : "PUT", ...(json && { json }) };
    const hidden = await ada.ask(`${his}/${what}`, asking);
    const absent = await ada.ask(`${article}/annotations/nobody/0123456789/${what}`, asking);
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual(absent.body);
  }
});

test("[V1] an article follows its space until it is switched, and again with null", async () => {
  await share(editor, null);
  expect((await ada.ask(article)).body.visibility).toBe("open");
  const [{ id = "" } = {}] = server.sql("SELECT id FROM space");
  const owner = await server.member("owner");
  const set = (json: object) => owner.ask(`/api/spaces/${id}`, { method: "PATCH", json });
  expect((await set({ visibility: "own" })).body.settings.visibility).toBe("own");
  expect(await authorsFor(ada)).toEqual([]);
  await share(editor, "open");
  expect(await authorsFor(ada)).toHaveLength(1);
  await set({ visibility: "open" });
});

test("[V4] where names are not shown peers read aliases, in notes and in mentions; the list of members leaves them out", async () => {
  await share(editor, null);
  const [{ id = "" } = {}] = server.sql("SELECT id FROM space");
  const owner = await server.member("owner");
  await owner.ask(`/api/spaces/${id}`, { method: "PATCH", json: { namesShown: false } });
  const [author] = (await authorsFor(ada)) as { id: string; name: string }[];
  expect(author?.id).toBe(ben.id);
  expect(author?.name).not.toBe("Ben");
  expect(await authorsFor(editor)).toEqual([{ id: ben.id, name: "Ben" }]);
  expect(await authorsFor(ben)).toEqual([{ id: ben.id, name: "Ben" }]);
  const [forAda, forEditor] = await Promise.all(
    [ada, editor].map(async (each) => (await each.ask(`${article}/members`)).body.members),
  );
  const named = (members: { id: string; name: string }[]) =>
    members.find((each) => each.id === ben.id)?.name;
  expect([named(forAda), named(forEditor)]).toEqual([author?.name, author?.name]);
  const { body } = await ada.ask(`/api/spaces/${id}/members`);
  const listed = body.members.map((each: { name: string }) => each.name);
  expect(listed).toContain("Ada");
  expect(listed).not.toContain("Ben");
});
