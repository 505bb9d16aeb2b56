import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";

const ADA = { email: "ada@example.org", password: "correct horse battery" };

let server: TestServer;
let now = Date.now();
beforeEach(async () => {
  now = Date.now();
  server = await TestServer.start({ settings: { POSTIL_SIGN_UP: "open" }, now: () => now });
});
afterEach(() => server.stop());

/** Somebody with an account of their own, in one browser. */
async function withAccount(account = ADA): Promise<Caller & { readonly id: string }> {
  const caller = server.stranger();
  const { status, body } = await caller.ask("/api/accounts", { json: account });
  expect(status).toBe(201);
  return Object.assign(caller, { id: String(body.user.id) });
}

async function signIn(account = ADA): Promise<Caller> {
  const caller = server.stranger();
  expect((await caller.ask("/api/sign-in", { json: account })).status).toBe(200);
  return caller;
}

const whoIs = async (caller: Caller) => (await caller.ask("/api/session")).body.user;

test("[P9] an account is made and signed in to, in any spelling of the address", async () => {
  const ada = await withAccount({ ...ADA, email: " Ada@Example.ORG " });
  expect((await ada.ask("/api/account")).body).toEqual({
    account: { email: "ada@example.org", hasPassword: true, linked: false, twoFactor: false },
    isOwner: false,
    signUp: "open",
    mayMakeAccount: false,
    provider: null,
    mail: false,
  });
  const elsewhere = await signIn({ ...ADA, email: "ADA@example.org" });
  expect((await whoIs(elsewhere)).id).toBe(ada.id);
});

test("[P9] a guest who makes an account keeps id, name, colour, roles and annotations", async () => {
  const guest = await server.guest("Ann");
  const before = await whoIs(guest);
  const path = `/api/articles/${server.sampleId}/annotations`;
  const marked = await guest.ask(path, { json: { kind: "claim", start: 0, end: 5 } });
  expect((await guest.ask("/api/accounts", { json: ADA })).status).toBe(201);
  expect(await whoIs(guest)).toEqual(before);
  const elsewhere = await signIn();
  expect(await whoIs(elsewhere)).toEqual(before);
  const changed = await elsewhere.ask(`${path}/${marked.body.id}`, {
    method: "PATCH",
    json: { note: "mine" },
  });
  expect(changed.status).toBe(200);
});

test("[P9] an address has one account, and a person too", async () => {
  const ada = await withAccount();
  const again = await ada.ask("/api/accounts", { json: { ...ADA, email: "b@example.org" } });
  expect([again.status, again.body.code]).toEqual([409, "has-account"]);
  const other = await server.stranger().ask("/api/accounts", { json: ADA });
  expect([other.status, other.body.code]).toEqual([409, "email-taken"]);
});

test.each([
  ["email-refused", { email: "ada" }],
  ["email-refused", { email: `${"a".repeat(250)}@example.org` }],
  ["password-refused", { password: "too short" }],
  ["password-refused", { password: "x".repeat(129) }],
  ["malformed", { role: "owner" }],
  ["malformed", { owner: true, isAnonymous: false, emailVerified: true }],
  ["malformed", { colour: 3, id: "x" }],
])("[H3] %s: an account with %j is refused", async (code, wrong) => {
  const { status, body } = await server.stranger().ask("/api/accounts", {
    json: { ...ADA, ...wrong },
  });
  expect([status, body.code]).toEqual([400, code]);
});

test("[P10] whoever knows no password learns nothing: the same answer for every address", async () => {
  await withAccount();
  const guest = await server.guest();
  const [placeholder] = server.sql("SELECT email FROM user WHERE id = ?", guest.id);
  const answers = [];
  for (const email of [ADA.email, "nobody@example.org", String(placeholder?.email)]) {
    const { status, body } = await server
      .stranger()
      .ask("/api/sign-in", { json: { email, password: "wrong password" } });
    answers.push({ status, body });
  }
  expect(answers[0]?.body.code).toBe("sign-in-refused");
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test("[P10] nor from the time: each try costs one hash of a password", async () => {
  await withAccount();
  const time = async (email: string): Promise<number> => {
    const start = performance.now();
    await server.stranger().ask("/api/sign-in", { json: { email, password: "wrong password" } });
    return performance.now() - start;
  };
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 5; round++) {
    known = Math.min(known, await time(ADA.email));
    unknown = Math.min(unknown, await time("nobody@example.org"));
  }
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test.each([ADA.email, "nobody@example.org"])(
  "[P10] after five wrong passwords %s waits, also with the right one, wherever it comes from",
  async (email) => {
    await withAccount();
    const attempt = (password: string) =>
      server.stranger().ask("/api/sign-in", { json: { email, password } });
    const wrong = await Promise.all(["a", "b", "c", "d", "e"].map(attempt));
    expect(wrong.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const refused = await attempt(ADA.password);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("900");
    now += 15 * 60_000;
    expect((await attempt(ADA.password)).status).toBe(email === ADA.email ? 200 : 403);
  },
);

test("[P10] one address tries twenty times a minute", async () => {
  const statuses = [];
  for (let count = 0; count < 21; count++) {
    const json = { email: `p${count}@example.org`, password: "x" };
    statuses.push((await server.stranger().ask("/api/sign-in", { json })).status);
  }
  expect(statuses).toEqual([...Array<number>(20).fill(403), 429]);
});

test("[P11] signing in begins a new session and ends the one that the browser had", async () => {
  const ada = await withAccount();
  const old = ada.cookie;
  await ada.ask("/api/sign-in", { json: ADA });
  expect(ada.cookie).not.toBe(old);
  expect((await whoIs(ada)).id).toBe(ada.id);
  const withOld = await server.stranger().ask("/api/session", { headers: { cookie: old } });
  expect(withOld.body.user).toBeNull();
});

test("[P11] a session that was given to a guest is worthless once they have an account", async () => {
  const guest = await server.guest();
  const planted = guest.cookie;
  await guest.ask("/api/accounts", { json: ADA });
  const thief = await server.stranger().ask("/api/session", { headers: { cookie: planted } });
  expect(thief.body.user).toBeNull();
  expect(await whoIs(guest)).not.toBeNull();
});

test("[P11] a new password ends all other sessions, and the old password", async () => {
  const ada = await withAccount();
  const [elsewhere, before] = [await signIn(), ada.cookie];
  const change = { current: ADA.password, password: "another long one" };
  const wrong = await ada.ask("/api/account/password", {
    method: "PUT",
    json: { ...change, current: "not this one" },
  });
  expect([wrong.status, wrong.body.code]).toEqual([403, "password-wrong"]);
  const { status } = await ada.ask("/api/account/password", { method: "PUT", json: change });
  expect(status).toBe(204);
  expect(ada.cookie).not.toBe(before);
  expect((await whoIs(ada)).id).toBe(ada.id);
  expect(await whoIs(elsewhere)).toBeNull();
  expect((await server.stranger().ask("/api/sign-in", { json: ADA })).status).toBe(403);
  await signIn({ ...ADA, password: change.password });
});

test("[P11] a person sees their sessions and ends one, or all; never another's", async () => {
  const ada = await withAccount();
  const elsewhere = await signIn();
  const bob = await withAccount({ ...ADA, email: "bob@example.org" });
  const { sessions } = (await ada.ask("/api/sessions")).body;
  expect(sessions).toHaveLength(2);
  expect(Object.keys(sessions[0]).sort()).toEqual(["begun", "current", "id", "used"]);
  const theirs = sessions.find(({ current }: { current: boolean }) => !current);
  const byBob = await bob.ask(`/api/sessions/${theirs.id}`, { method: "DELETE" });
  expect(byBob.status).toBe(404);
  const ended = await ada.ask(`/api/sessions/${theirs.id}`, { method: "DELETE" });
  expect(ended.status).toBe(204);
  expect(await whoIs(elsewhere)).toBeNull();
  const third = await signIn();
  expect((await ada.ask("/api/sessions", { method: "DELETE" })).status).toBe(204);
  expect(await whoIs(ada)).toBeNull();
  expect(await whoIs(third)).toBeNull();
  expect(await whoIs(bob)).not.toBeNull();
});

test("[P7] no password and no address of a browser is in any file", async () => {
  await withAccount();
  await signIn();
  const files = readdirSync(server.folder).map((name) =>
    readFileSync(join(server.folder, name), "latin1"),
  );
  expect(files.join("")).toContain(ADA.email);
  expect(files.join("")).not.toMatch(/correct horse battery|127\.0\.0\.1/);
  expect(server.reported.join("")).not.toMatch(/correct horse battery|ada@example/);
});
