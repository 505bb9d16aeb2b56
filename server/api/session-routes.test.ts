import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { ID_PATTERN } from "#domain/id.ts";
import { articlePath, CLOSE } from "#domain/wire.ts";
import { TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

test("[P1] a guest gets a session in a cookie that scripts cannot read, and nowhere else", async () => {
  const { status, headers, body } = await server
    .stranger()
    .ask("/api/guests", { json: { name: "  Ann \n Lee " } });
  expect(status).toBe(201);
  expect(body).toEqual({
    user: { id: expect.stringMatching(ID_PATTERN), name: "Ann Lee", colour: expect.any(Number) },
  });
  const [cookie = "", ...more] = headers.getSetCookie();
  expect(more).toEqual([]);
  expect(cookie).toMatch(
    /^postil\.session_token=[^;]+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const others = [...headers].filter(([name]) => name !== "set-cookie").join();
  const token = cookie.split("=")[1]?.split(".")[0] ?? "";
  expect(token.length).toBeGreaterThan(20);
  expect(others + JSON.stringify(body)).not.toContain(token);
});

test.each([[{ json: {} }], [{ method: "POST" }]])(
  "[P1] without a name, a guest gets an alias (%j)",
  async (asking) => {
    const { status, body } = await server.stranger().ask("/api/guests", asking);
    expect(status).toBe(201);
    expect(body.user.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  },
);

test.each([
  ["", "Please type a name."],
  ["  ", "Please type a name."],
  ["x".repeat(41), "A name has at most 40 characters."],
  ["\u202Eeve", "A name cannot hold hidden characters."],
])("[H5] the name %j is refused in a plain sentence", async (name, sentence) => {
  const { status, body } = await server.stranger().ask("/api/guests", { json: { name } });
  expect(status).toBe(400);
  expect(body.detail).toBe(sentence);
});

test("[S14] leaving ends the sockets of that session, and of no other", async () => {
  const [ann, bob] = [await server.guest("Ann"), await server.guest("Bob")];
  const sockets = await Promise.all(
    [ann, bob].map(async ({ cookie }) => {
      const url = `${server.url.replace("http", "ws")}${articlePath(server.sampleId)}`;
      const ws = new WebSocket(url, { headers: { cookie } });
      const closed = new Promise<number>((resolve) => ws.once("close", resolve));
      await new Promise((resolve) => ws.once("message", resolve));
      return { ws, closed };
    }),
  );
  await ann.ask("/api/session", { method: "DELETE" });
  expect(await sockets[0]?.closed).toBe(CLOSE.noSession);
  expect(sockets[1]?.ws.readyState).toBe(WebSocket.OPEN);
  sockets[1]?.ws.terminate();
});

test("[P2] a guest comes back as the same person, and may take another name", async () => {
  const guest = await server.guest("Ann");
  const back = await guest.ask("/api/guests", { json: {} });
  expect(back.status).toBe(200);
  expect(back.body.user).toMatchObject({ id: guest.id, name: "Ann" });
  const renamed = await guest.ask("/api/guests", { json: { name: "Anna" } });
  expect(renamed.body.user).toMatchObject({ id: guest.id, name: "Anna" });
  expect((await guest.ask("/api/session")).body.user).toEqual(renamed.body.user);
});

test("[P1] behind https, the cookie is bound to https and to this host", async () => {
  const secure = await TestServer.start({ settings: { POSTIL_URL: "https://postil.example" } });
  const guest = secure.stranger();
  const { headers, body } = await guest.ask("/api/guests", { json: {} });
  const [cookie = "", ...more] = headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-postil\.session_token=[^;]+; /);
  expect(cookie.split("; ").slice(1).toSorted()).toEqual([
    "HttpOnly",
    "Max-Age=7776000",
    "Path=/",
    "SameSite=Lax",
    "Secure",
  ]);
  expect(more).toEqual([]);
  expect((await guest.ask("/api/session")).body).toEqual(body);
  const plain = { cookie: guest.cookie.replace("__Host-", "") };
  expect((await secure.stranger().ask("/api/session", { headers: plain })).body.user).toBeNull();
  await secure.stop();
});

test("[P2] a browser with a worthless cookie comes in as somebody new", async () => {
  const headers = { cookie: "postil.session_token=worthless.worthless" };
  const { status } = await server.stranger().ask("/api/guests", { json: {}, headers });
  expect(status).toBe(201);
});

test("[P3] a guest is annotator where guests may go, and nowhere else", async () => {
  server.sql(
    "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES ('closed', 'Closed', 'postil-core', 0, 0)",
  );
  const guest = await server.guest();
  const { body } = await guest.ask("/api/spaces");
  expect(body.spaces).toMatchObject([{ name: "Try Postil", role: "annotator" }]);
});

test("[P3] who comes in again keeps the role they have", async () => {
  const editor = await server.member("editor");
  await editor.ask("/api/guests", { json: {} });
  expect((await editor.ask("/api/spaces")).body.spaces[0].role).toBe("editor");
});

test("[P6] without a session, nobody is there", async () => {
  const { status, body } = await server.stranger().ask("/api/session");
  expect(status).toBe(200);
  expect(body).toEqual({ user: null });
});

test("[P6] a session that was ended is nobody's, even with the old cookie", async () => {
  const guest = await server.guest();
  const { cookie } = guest;
  const bye = await guest.ask("/api/session", { method: "DELETE" });
  expect(bye.status).toBe(204);
  expect(bye.headers.getSetCookie()[0]).toMatch(/^postil\.session_token=; Max-Age=0/);
  expect(guest.cookie).toBe("");
  const again = await server.stranger().ask("/api/session", { headers: { cookie } });
  expect(again.body).toEqual({ user: null });
  expect((await server.stranger().ask("/api/articles", { headers: { cookie } })).status).toBe(401);
});

test("[P6] the session of a deleted user is nobody's", async () => {
  const guest = await server.guest();
  server.sql("DELETE FROM user WHERE id = ?", guest.id);
  expect((await guest.ask("/api/session")).body).toEqual({ user: null });
  expect((await guest.ask("/api/articles")).status).toBe(401);
});

test("[P6] a session token works as a bearer token, another text does not", async () => {
  const guest = await server.guest();
  const token = decodeURIComponent(guest.cookie.split("=")[1] ?? "");
  const ask = (bearer: string) =>
    server.stranger().ask("/api/session", { headers: { authorization: `Bearer ${bearer}` } });
  expect((await ask(token)).body.user.id).toBe(guest.id);
  expect((await ask(`${token}x`)).body.user).toBeNull();
  expect((await ask("x")).body.user).toBeNull();
});

test("[P2] a session that is used is prolonged, and its cookie with it", async () => {
  const guest = await server.guest();
  const soon = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000).toISOString();
  server.sql("UPDATE session SET expiresAt = ? WHERE userId = ?", soon, guest.id);
  const unprolonged = await guest.ask("/api/articles");
  expect(unprolonged.headers.getSetCookie()).toEqual([]);
  const { headers } = await guest.ask("/api/session", {
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(headers.getSetCookie()[0]).toMatch(/Max-Age=7776000/);
  const [session] = server.sql("SELECT expiresAt FROM session WHERE userId = ?", guest.id);
  expect(String(session?.expiresAt) > soon).toBe(true);
});

test("[P7] neither browser nor address of a guest is in the database", async () => {
  const caller = server.stranger();
  await caller.ask("/api/guests", {
    json: {},
    headers: { "user-agent": "Telltale/1.0", "x-forwarded-for": "203.0.113.77" },
  });
  const files = readdirSync(server.folder).map((name) =>
    readFileSync(join(server.folder, name), "latin1"),
  );
  expect(files.join("")).toContain("Try Postil");
  expect(files.join("")).not.toMatch(/Telltale|203\.0\.113\.77|127\.0\.0\.1/);
});

test("[P4] the owner link makes a newcomer the owner, once", async () => {
  const caller = server.stranger();
  const wrong = await caller.ask("/api/owner", { json: { token: "wrong" } });
  expect(wrong.status).toBe(403);
  expect(wrong.body.detail).toMatch(/Start Postil again/);
  const { status, body } = await caller.ask("/api/owner", {
    json: { token: server.ownerToken, name: "Head" },
  });
  expect(status).toBe(200);
  expect(body.user.name).toBe("Head");
  const roles = (await caller.ask("/api/spaces")).body.spaces.map(
    ({ role }: { role: string }) => role,
  );
  expect(new Set(roles)).toEqual(new Set(["owner"]));
  expect((await caller.ask("/api/owner", { json: { token: server.ownerToken } })).status).toBe(403);
});
