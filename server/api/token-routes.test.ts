import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { articlePath, CLOSE } from "#domain/wire.ts";
import { type Caller, TestServer } from "../test-server.ts";

const PASSWORD = "correct horse battery";

let server: TestServer;
let people = 0;
beforeAll(async () => {
  server = await TestServer.start({ settings: { POSTIL_SIGN_UP: "open" } });
  server.sql(
    "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES ('desk', 'Desk', 'postil-core', 0, 0)",
  );
});
afterAll(() => server.stop());

/** Somebody with an account, in the sample's space and in the desk with this role. */
async function member(role: string): Promise<Caller & { readonly id: string }> {
  const caller = server.stranger();
  people += 1;
  const account = { email: `p${people}@example.org`, password: PASSWORD };
  const { body } = await caller.ask("/api/accounts", { json: account });
  const { id } = body.user;
  server.sql("UPDATE member SET role = ? WHERE user_id = ?", role, id);
  server.sql(
    "INSERT INTO member (space_id, user_id, role, joined_at) VALUES ('desk', ?, ?, 0)",
    id,
    role,
  );
  return Object.assign(caller, { id: String(id) });
}

type Wish = { readonly access: "read" | "write"; readonly spaces: readonly string[] | null };

/** A script with a token of its own. */
async function scriptOf(caller: Caller, wish: Wish) {
  const { status, body } = await caller.ask("/api/tokens", { json: { name: "Script", ...wish } });
  expect(status).toBe(201);
  const headers = { authorization: `Bearer ${body.token}` };
  const ask = (path: string, asking: { method?: string; json?: unknown } = {}) =>
    server.stranger().ask(path, { ...asking, headers });
  return { ask, token: String(body.token), id: String(body.id) };
}

const annotations = () => `/api/articles/${server.sampleId}/annotations`;
const CLAIM = { json: { kind: "claim", start: 0, end: 5 } };

test("[P20] a script that may write writes as its person; one that may read only reads", async () => {
  const ada = await member("annotator");
  const writer = await scriptOf(ada, { access: "write", spaces: null });
  const made = await writer.ask(annotations(), CLAIM);
  expect(made.status).toBe(201);
  const { body } = await ada.ask(annotations());
  const own = body.annotations.find(({ id }: { id: string }) => id === made.body.id);
  expect(own.author.id).toBe(ada.id);
  const reader = await scriptOf(ada, { access: "read", spaces: null });
  expect((await reader.ask(annotations())).status).toBe(200);
  expect((await reader.ask(annotations(), CLAIM)).status).toBe(403);
  expect((await reader.ask(`/api/articles/${server.sampleId}`)).body.role).toBe("viewer");
  const added = await reader.ask("/api/articles", { json: { title: "T", text: "x" } });
  expect(added.status).toBe(403);
});

test("[P20] a script makes no code by which somebody becomes a guest, who may be in other spaces, too", async () => {
  const ada = await member("owner");
  const guest = await server.guest();
  server.sql("INSERT INTO member VALUES ('desk', ?, 'annotator', 0)", guest.id);
  const path = `/api/spaces/desk/members/${guest.id}/seat`;
  const script = await scriptOf(ada, { access: "write", spaces: ["desk"] });
  const { status, body } = await script.ask(path, { method: "POST" });
  expect([status, body.code]).toEqual([403, "token-refused"]);
  expect((await ada.ask(path, { method: "POST" })).status).toBe(200);
});

test("[P20] a script for one space knows of no other", async () => {
  const ada = await member("owner");
  const script = await scriptOf(ada, { access: "write", spaces: ["desk"] });
  const { spaces } = (await script.ask("/api/spaces")).body;
  expect(spaces).toMatchObject([{ id: "desk", role: "editor" }]);
  expect((await script.ask(`/api/articles/${server.sampleId}`)).status).toBe(404);
  expect((await script.ask("/api/articles")).body.articles).toEqual([]);
  const there = { title: "T", text: "x", space: "desk" };
  expect((await script.ask("/api/articles", { json: there })).status).toBe(201);
  const [sample] = server.sql("SELECT space_id FROM article WHERE id = ?", server.sampleId);
  const elsewhere = { ...there, space: sample?.space_id };
  expect((await script.ask("/api/articles", { json: elsewhere })).status).toBe(404);
  const strange = { name: "x", access: "read", spaces: ["not mine"] };
  expect((await ada.ask("/api/tokens", { json: strange })).body.code).toBe("no-such-space");
});

test("[P20] no script reaches the account: neither password nor sessions nor tokens", async () => {
  const ada = await member("owner");
  const script = await scriptOf(ada, { access: "write", spaces: null });
  const asked = [
    await script.ask("/api/sessions"),
    await script.ask("/api/sessions", { method: "DELETE" }),
    await script.ask("/api/tokens"),
    await script.ask("/api/tokens", { json: { name: "x", access: "write", spaces: null } }),
    await script.ask("/api/account/password", {
      method: "PUT",
      json: { current: PASSWORD, password: "another long one" },
    }),
    await script.ask("/api/two-factor", { json: { password: PASSWORD } }),
    await script.ask("/api/recoveries/links", { json: { email: "p1@example.org" } }),
  ];
  expect(asked.map(({ status, body }) => [status, body.code])).toEqual(
    asked.map(() => [403, "token-refused"]),
  );
  expect((await ada.ask("/api/sessions")).status).toBe(200);
});

test("[P20] a token is told once, kept as a hash, and worthless at once when it is revoked", async () => {
  const ada = await member("annotator");
  const script = await scriptOf(ada, { access: "read", spaces: null });
  const listed = (await ada.ask("/api/tokens")).body.tokens;
  expect(listed).toEqual([
    {
      id: script.id,
      name: "Script",
      access: "read",
      spaces: null,
      created: expect.any(String),
      used: null,
    },
  ]);
  await script.ask("/api/spaces");
  expect((await ada.ask("/api/tokens")).body.tokens[0].used).not.toBeNull();
  expect(JSON.stringify(server.sql("SELECT * FROM token"))).not.toContain(script.token);
  expect(server.reported.join("")).not.toContain(script.token);
  const bob = await member("annotator");
  expect((await bob.ask(`/api/tokens/${script.id}`, { method: "DELETE" })).status).toBe(404);
  expect((await ada.ask(`/api/tokens/${script.id}`, { method: "DELETE" })).status).toBe(204);
  expect((await script.ask("/api/spaces")).status).toBe(401);
});

test("[P20] made-up tokens are nobody's, even beside a good cookie", async () => {
  const ada = await member("annotator");
  const { token } = await scriptOf(ada, { access: "read", spaces: null });
  for (const wrong of ["postil_", `${token}x`, token.slice(0, -1)]) {
    const headers = { authorization: `Bearer ${wrong}` };
    expect((await ada.ask("/api/spaces", { headers })).status).toBe(401);
  }
});

test("[P20] a guest has no tokens", async () => {
  const guest = await server.guest();
  const json = { name: "x", access: "read", spaces: null };
  expect((await guest.ask("/api/tokens", { json })).body.code).toBe("no-account");
});

test("[P20] a token opens sockets, and revoking it closes them", async () => {
  const ada = await member("annotator");
  const script = await scriptOf(ada, { access: "write", spaces: null });
  const elsewhere = await scriptOf(ada, { access: "write", spaces: ["desk"] });
  const open = ({ token }: { readonly token: string }) => {
    const url = `${server.url.replace("http", "ws")}${articlePath(server.sampleId)}`;
    const ws = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
    const closed = new Promise<number>((resolve) => ws.once("close", resolve));
    const opened = new Promise((resolve) => ws.once("message", resolve));
    return { closed, opened };
  };
  const socket = open(script);
  await socket.opened;
  expect(await open(elsewhere).closed).toBe(CLOSE.noRoom);
  await ada.ask(`/api/tokens/${script.id}`, { method: "DELETE" });
  expect(await socket.closed).toBe(CLOSE.noSession);
});

test("[P20] a new password by a link ends the tokens, too", async () => {
  const ada = await member("annotator");
  const script = await scriptOf(ada, { access: "read", spaces: null });
  const { email } = (await ada.ask("/api/account")).body.account;
  server.sql("UPDATE user SET owner = 1 WHERE id = ?", ada.id);
  const { link } = (await ada.ask("/api/recoveries/links", { json: { email } })).body;
  const json = { token: new URL(link).hash.slice(1), password: "newly chosen one" };
  expect((await server.stranger().ask("/api/recoveries/redeem", { json })).status).toBe(204);
  expect((await script.ask("/api/spaces")).status).toBe(401);
});
