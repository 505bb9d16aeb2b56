import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { addLabel, changeLabel, changeScheme, giveStatus } from "#domain/scheme/scheme-changes.ts";
import { type Answer, type Caller, TestServer } from "../test-server.ts";

let server: TestServer;
let editor: Caller & { readonly id: string };
let path = "";
let articlePath = "";

beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  const space = newId();
  server.sql(
    "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES (?, 'Desk', 'postil-core', 1, 0)",
    space,
  );
  editor = await server.member("editor");
  const json = { space, title: "T", text: "The minister spoke." };
  const { body } = await editor.ask("/api/articles", { json });
  path = `/api/spaces/${space}/scheme`;
  articlePath = `/api/articles/${body.id}/annotations`;
});
afterAll(() => server.stop());

const put = (who: Caller, scheme: unknown, basedOn: unknown = 1): Promise<Answer> =>
  who.ask(path, { method: "PUT", json: { basedOn, scheme } });
const read = async (who: Caller): Promise<Scheme> => (await who.ask(path)).body.scheme;

const RENAMED = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Statement" });
const RETIRED = giveStatus(POSTIL_CORE, "claim", "fact", "retired");
const HIDDEN = giveStatus(POSTIL_CORE, "claim", "fact", "hidden");

test("[H22] a space begins with the scheme that Postil opens with", async () => {
  const viewer = await server.member("viewer");
  const { status, body } = await viewer.ask(path);
  expect(status).toBe(200);
  expect(body).toEqual({ scheme: POSTIL_CORE, changedBy: null, changedAt: null });
});

test("[H22] an editor changes it for everybody, and who did it and when is kept", async () => {
  const guest = await server.guest();
  const { status, body } = await put(editor, RENAMED);
  expect(status).toBe(200);
  expect(body).toEqual({
    scheme: { ...RENAMED, version: 2 },
    changedBy: { id: editor.id, name: expect.any(String) },
    changedAt: expect.stringMatching(/Z$/),
  });
  expect((await guest.ask(path)).body).toEqual(body);
  await server.restart();
  expect((await guest.ask(path)).body).toEqual(body);
});

test("[H22] of two changes to one version the second is refused, and changes nothing", async () => {
  const [first, second] = [RENAMED, changeScheme(POSTIL_CORE, { name: "Mine" })];
  const answers = await Promise.all([put(editor, first), put(editor, second)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const late = await put(editor, second);
  expect(late.body).toMatchObject({ status: 409, code: "scheme-outdated" });
  expect(await read(editor)).toMatchObject({ version: 2 });
  expect((await put(editor, second, 2)).body.scheme).toMatchObject({ name: "Mine", version: 3 });
});

test("[P5] annotators and viewers read it only, and a stranger is told of no such space", async () => {
  for (const role of ["viewer", "annotator"]) {
    expect((await put(await server.member(role), RENAMED)).status).toBe(403);
  }
  const stranger = await server.guest();
  server.sql("DELETE FROM member WHERE user_id = ?", stranger.id);
  expect((await stranger.ask(path)).body).toMatchObject({ status: 404, code: "no-such-space" });
  expect((await put(stranger, RENAMED)).status).toBe(404);
  expect((await server.stranger().ask(path)).status).toBe(401);
  expect(await read(editor)).toEqual(POSTIL_CORE);
});

test.each([
  [null, "The scheme"],
  [{ ...POSTIL_CORE, name: "" }, '"name" of the scheme is missing or empty.'],
  [{ ...POSTIL_CORE, kinds: [] }, '"kinds" of the scheme is not as it has to be.'],
  [{ ...POSTIL_CORE, name: "a\u0000b" }, '"name" of the scheme holds characters'],
])("[H3] %j is no scheme", async (scheme, detail) => {
  const { status, body } = await put(editor, scheme);
  expect(status).toBe(422);
  expect(body.detail).toContain(detail);
  expect(await read(editor)).toEqual(POSTIL_CORE);
});

test("[H3] the version is a number, and who changed it is not taken from the body", async () => {
  expect((await put(editor, RENAMED, "1")).status).toBe(400);
  const json = { basedOn: 1, scheme: RENAMED, changedBy: "somebody" };
  expect((await editor.ask(path, { method: "PUT", json })).status).toBe(400);
});

test("[H23] a label is never left out, and a retired one never comes back", async () => {
  const [claim, ...others] = POSTIL_CORE.kinds;
  const without = { ...claim, labels: claim?.labels.slice(1) };
  expect((await put(editor, { ...POSTIL_CORE, kinds: [without, ...others] })).status).toBe(422);
  expect((await put(editor, RETIRED)).status).toBe(200);
  expect((await put(editor, POSTIL_CORE, 2)).body.detail).toContain("brings a retired one back");
});

const annotate = (who: Caller, label: string): Promise<Answer> =>
  who.ask(articlePath, { json: { kind: "claim", label, start: 0, end: 10 } });

test("[H23] annotations keep to the scheme of the space: a hidden label is taken, a retired one is not", async () => {
  const guest = await server.guest();
  expect((await annotate(guest, "rumour")).status).toBe(422);
  await put(editor, addLabel(HIDDEN, "claim", { name: "Rumour" }));
  expect((await annotate(guest, "rumour")).status).toBe(201);
  expect((await annotate(guest, "fact")).status).toBe(201);
  await put(editor, giveStatus(await read(editor), "claim", "fact", "retired"), 2);
  const refused = await annotate(guest, "fact");
  expect(refused.body).toMatchObject({ status: 422 });
  expect(refused.body.detail).toMatch(
    /"fact" was retired. The kind "claim" has number, .*, rumour/,
  );
});

test("[H23] an annotation keeps a label that was retired since, and can leave it", async () => {
  const guest = await server.guest();
  const { id } = (await annotate(guest, "fact")).body;
  await put(editor, RETIRED);
  const change = (json: object) => guest.ask(`${articlePath}/${id}`, { method: "PATCH", json });
  expect((await change({ note: "still" })).body).toMatchObject({ label: "fact", note: "still" });
  expect((await change({ label: "fact" })).status).toBe(200);
  expect((await change({ label: "number" })).status).toBe(200);
  expect((await change({ label: "fact" })).status).toBe(422);
});

test("[H11] the API describes what a scheme looks like", async () => {
  const { body } = await editor.ask("/api/openapi.json");
  expect(body.components.schemas.Scheme.properties.kinds.prefixItems).toHaveLength(3);
});

test("[H10] a scheme may have 512 KiB as JSON, and no more", async () => {
  const { status } = await put(editor, { ...POSTIL_CORE, more: "x".repeat(512 * 1024) });
  expect(status).toBe(413);
});
