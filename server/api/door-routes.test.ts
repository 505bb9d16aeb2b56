import { afterAll, beforeAll, expect, test } from "vitest";
import { TestServer } from "../test-server.ts";
import { type Known, linkFor, spaceOf, teacherAt } from "./spaces.test-kit.ts";

let server: TestServer;
let editor: Known;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
  editor = await teacherAt(server, "Editor");
});
afterAll(() => server.stop());

/** How somebody without a session makes an account by a token. */
const account = (name: string, invite: string) => ({
  ...{ name, invite, email: `${name.toLowerCase()}@example.org` },
  password: "correct horse battery",
});

test("[Q15] the door to an article says whether any guest may read it, and not whether there is one", async () => {
  const space = (await spaceOf(editor)).replace("/api/spaces/", "");
  const json = { space, title: "Secret", text: "Secret" };
  const { id } = (await editor.ask("/api/articles", { json })).body;
  const told = async (articleId: string) =>
    (await server.stranger().ask(`/api/articles/${articleId}/door`)).body;
  expect(await told(server.sampleId)).toEqual({ isOpen: true });
  expect(await told(id)).toEqual({ isOpen: false });
  expect(await told("none")).toEqual({ isOpen: false });
});

test("[Q15] a link says before anybody comes by it whether it wants an account, until it is none any more", async () => {
  const [newsroom, school] = [await spaceOf(editor, "newsroom"), await spaceOf(editor)];
  const told = async (token: string) => server.stranger().ask(`/api/joins/links/${token}`);
  const token = await linkFor(editor, newsroom);
  expect((await told(token)).body).toEqual({ wantsAccount: true });
  expect((await told(await linkFor(editor, school))).body).toEqual({ wantsAccount: false });
  now += 25 * 60 * 60_000;
  expect([(await told(token)).status, (await told("none")).body.code]).toEqual([
    404,
    "no-such-invite",
  ]);
});

test("[Q15] a link lets make an account where accounts are for the invited, and leads it in with its role", async () => {
  const space = await spaceOf(editor, "newsroom");
  const token = await linkFor(editor, space, "editor", 1);
  const nora = server.stranger();
  const made = await nora.ask("/api/accounts", { json: account("Nora", token) });
  expect(made.status).toBe(201);
  expect(`/api/spaces/${made.body.space.id}`).toBe(space);
  expect((await nora.ask(space)).body.role).toBe("editor");
  const late = await server.stranger().ask("/api/accounts", { json: account("Late", token) });
  expect([late.status, late.body.code]).toEqual([404, "no-such-invite"]);
});
