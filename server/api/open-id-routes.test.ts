import { afterEach, beforeEach, expect, test } from "vitest";
import { TestProvider } from "../accounts/open-id-provider.test-kit.ts";
import { type Caller, TestServer } from "../test-server.ts";

const PASSWORD = "correct horse battery";

let provider: TestProvider;
let server: TestServer;
beforeEach(async () => {
  provider = await TestProvider.start(() => `${server.url}/api/open-id/callback`);
});
afterEach(async () => {
  await server.stop();
  provider.stop();
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await TestServer.start({ settings: { ...provider.settings, ...settings } });
}

/** Where a browser ends up that signs in at the provider under this name. */
async function signIn(
  caller: Caller,
  name: string,
  wish: { readonly next?: string; readonly link?: boolean } = {},
): Promise<string | null> {
  const { status, body } = await caller.ask("/api/open-id", { json: wish });
  expect(status).toBe(201);
  provider.forget();
  const { pathname, search } = await provider.signIn(body.url, name);
  const { headers } = await caller.ask(pathname + search);
  return headers.get("location");
}

const whoIs = async (caller: Caller) => (await caller.ask("/api/session")).body.user;

test("[P18] somebody from the newsroom is in with their name there, and is the same person next time", async () => {
  await start();
  const ada = server.stranger();
  expect(await signIn(ada, "ada", { next: "/account" })).toBe("/account");
  const person = await whoIs(ada);
  expect(person.name).toBe("Ada of the Newsroom");
  expect((await ada.ask("/api/account")).body.account).toEqual({
    email: "ada@newsroom.example",
    hasPassword: false,
    linked: true,
    twoFactor: false,
  });
  const elsewhere = server.stranger();
  expect(await signIn(elsewhere, "ada")).toBe("/");
  expect(await whoIs(elsewhere)).toEqual(person);
  const ben = server.stranger();
  await signIn(ben, "ben");
  expect((await whoIs(ben)).id).not.toBe(person.id);
});

test("[P9] a guest who signs in there for the first time keeps everything, under a new session", async () => {
  await start();
  const guest = await server.guest("Ann");
  const [before, old] = [await whoIs(guest), guest.cookie];
  await signIn(guest, "ann");
  expect(await whoIs(guest)).toEqual(before);
  const thief = await server.stranger().ask("/api/session", { headers: { cookie: old } });
  expect(thief.body.user).toBeNull();
  const other = await server.guest("Another");
  await signIn(other, "ann");
  expect(await whoIs(other)).toEqual(before);
});

test("[P19] an account with the same e-mail address is not joined: somebody else may have typed it first", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const squatter = server.stranger();
  const account = { email: "ada@newsroom.example", password: PASSWORD };
  await squatter.ask("/api/accounts", { json: account });
  const ada = server.stranger();
  expect(await signIn(ada, "ada")).toBe("/sign-in?problem=link-first");
  expect(await whoIs(ada)).toBeNull();
});

test("[P19] whoever is signed in adds the provider to their account, and then uses either", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const ada = server.stranger();
  await ada.ask("/api/accounts", { json: { email: "ada@home.example", password: PASSWORD } });
  expect(await signIn(ada, "ada", { link: true, next: "/account" })).toBe("/account");
  expect((await ada.ask("/api/account")).body.account.linked).toBe(true);
  const elsewhere = server.stranger();
  await signIn(elsewhere, "ada");
  expect(await whoIs(elsewhere)).toEqual(await whoIs(ada));
  const bob = server.stranger();
  await bob.ask("/api/accounts", { json: { email: "bob@home.example", password: PASSWORD } });
  expect(await signIn(bob, "ada", { link: true })).toBe("/account?problem=identity-taken");
  const nobody = await server.guest();
  const refused = await nobody.ask("/api/open-id", { json: { link: true } });
  expect([refused.status, refused.body.code]).toEqual([403, "no-account"]);
});

test("[P19] who comes back several times at once with one identity is one person", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const holder = server.stranger();
  await holder.ask("/api/accounts", { json: { email: "ada@home.example", password: PASSWORD } });
  const callers = [server.stranger(), holder, server.stranger(), await server.guest()];
  const ways: string[] = [];
  for (const caller of callers) {
    const { body } = await caller.ask("/api/open-id", { json: { link: caller === holder } });
    provider.forget();
    const { pathname, search } = await provider.signIn(body.url, "ann");
    ways.push(pathname + search);
  }
  const answers = await Promise.all(callers.map((caller, at) => caller.ask(ways[at] ?? "")));
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 302]);
  expect(server.sql("SELECT id FROM account WHERE providerId = 'openid'")).toHaveLength(1);
  const people = new Set<string>();
  for (const caller of callers) if (caller !== holder) people.add((await whoIs(caller)).id);
  expect(people.size).toBe(1);
});

test("[P19] an address that the provider does not vouch for makes no account and joins none", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const stranger = server.stranger();
  expect(await signIn(stranger, "unverified")).toBe("/sign-in?problem=email-unverified");
  expect(await whoIs(stranger)).toBeNull();
  const ada = server.stranger();
  await ada.ask("/api/accounts", { json: { email: "ada@home.example", password: PASSWORD } });
  const where = await signIn(ada, "unverified-ada", { link: true });
  expect(where).toBe("/account?problem=email-unverified");
});

test("[P12] where accounts are closed, only people who have one come in by the provider", async () => {
  await start({ POSTIL_SIGN_UP: "closed" });
  expect(await signIn(server.stranger(), "ada")).toBe("/sign-in?problem=sign-up-closed");
});

test("[P18] a sign-in ends in the browser where it began, once", async () => {
  await start();
  const caller = server.stranger();
  const { body } = await caller.ask("/api/open-id", { json: {} });
  const back = await provider.signIn(body.url, "ada");
  const path = back.pathname + back.search;
  const failed = "/sign-in?problem=provider-failed";
  // a link that somebody else sent: the browser has begun nothing
  const victim = server.stranger();
  expect((await victim.ask(path)).headers.get("location")).toBe(failed);
  expect(await whoIs(victim)).toBeNull();
  const forged = path.replace(/state=[^&]+/, "state=AAAAAAAAAAAAAAAAAAAAAA");
  const twice = server.stranger();
  const begun = await twice.ask("/api/open-id", { json: {} });
  expect((await twice.ask(forged)).headers.get("location")).toBe(failed);
  const own = await provider.signIn(begun.body.url, "ada");
  const mixed = path.replace(/state=[^&]+/, `state=${own.searchParams.get("state")}`);
  expect((await twice.ask(mixed)).headers.get("location")).toBe(failed);
  expect(await whoIs(twice)).toBeNull();
  expect((await caller.ask(path)).headers.get("location")).toBe("/");
  expect((await caller.ask(path)).headers.get("location")).toBe(failed);
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "/api/session"])(
  "[P18] a sign-in never goes on to %s",
  async (next) => {
    await start();
    expect(await signIn(server.stranger(), "ada", { next })).toBe("/");
  },
);

test("[P18] while the provider is away, Postil runs, and says so to whoever wants to go there", async () => {
  await start({ POSTIL_OIDC_ISSUER: "http://127.0.0.1:9" });
  const { status, body } = await server.stranger().ask("/api/open-id", { json: {} });
  expect([status, body.code]).toEqual([503, "provider-down"]);
  expect((await server.stranger().ask("/api/guests", { json: {} })).status).toBe(201);
});
