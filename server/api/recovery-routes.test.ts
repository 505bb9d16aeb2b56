import { afterEach, expect, test } from "vitest";
import { openMailServer } from "../mail-server.test-kit.ts";
import { TestServer } from "../test-server.ts";

const ADA = { email: "ada@example.org", password: "correct horse battery" };
const OWNER = { email: "head@example.org", password: "another long password" };
const HALF_AN_HOUR = 30 * 60_000;

let server: TestServer;
let now = Date.now();
const closers: (() => void)[] = [];
afterEach(async () => {
  await server.stop();
  for (const close of closers.splice(0)) close();
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  now = Date.now();
  const owner = { POSTIL_OWNER_EMAIL: OWNER.email, POSTIL_OWNER_PASSWORD: OWNER.password };
  server = await TestServer.start({
    settings: { POSTIL_SIGN_UP: "open", ...owner, ...settings },
    now: () => now,
  });
  await server.stranger().ask("/api/accounts", { json: ADA });
}

async function signIn(account: typeof ADA) {
  const caller = server.stranger();
  const { status, body } = await caller.ask("/api/sign-in", { json: account });
  return { caller, status, user: body.user };
}

async function linkByOwner(email = ADA.email) {
  const { caller } = await signIn(OWNER);
  return await caller.ask("/api/recoveries/links", { json: { email } });
}

const tokenOf = (link: string): string => new URL(link).hash.slice(1);

const redeem = (token: string, password = "newly chosen one") =>
  server.stranger().ask("/api/recoveries/redeem", { json: { token, password } });

test("[P15] an owner makes a link; it sets a new password once, and ends all sessions", async () => {
  await start();
  const { caller: ada } = await signIn(ADA);
  const made = await linkByOwner();
  expect(made.status).toBe(201);
  expect(made.body.link).toMatch(new RegExp(`^${server.url}/recover#[\\w-]{22}$`));
  const token = tokenOf(made.body.link);
  expect((await redeem(token, "short")).body.code).toBe("password-refused");
  expect((await redeem(token)).status).toBe(204);
  expect((await ada.ask("/api/session")).body.user).toBeNull();
  expect((await signIn(ADA)).status).toBe(403);
  expect((await signIn({ ...ADA, password: "newly chosen one" })).status).toBe(200);
  const again = await redeem(token, "by somebody else");
  expect([again.status, again.body.code]).toEqual([403, "recovery-spent"]);
  const [act] = server.sql("SELECT * FROM audit WHERE verb = 'password-reset'");
  const { id } = (await signIn({ ...ADA, password: "newly chosen one" })).user;
  expect(act).toMatchObject({ space_id: null, actor_id: null, subject_id: id });
});

test("[P15] a link works for 30 minutes, a newer one ends it, and a made-up one is none", async () => {
  await start();
  const old = tokenOf((await linkByOwner()).body.link);
  const newer = tokenOf((await linkByOwner()).body.link);
  expect((await redeem(old)).status).toBe(403);
  for (const wrong of ["", "x", newer.slice(1)]) expect((await redeem(wrong)).status).toBe(403);
  now += HALF_AN_HOUR;
  expect((await redeem(newer)).status).toBe(403);
  const next = tokenOf((await linkByOwner()).body.link);
  now += HALF_AN_HOUR - 1;
  expect((await redeem(next)).status).toBe(204);
});

test("[P15] a password that its person changed ends the link", async () => {
  await start();
  const token = tokenOf((await linkByOwner()).body.link);
  const { caller: ada } = await signIn(ADA);
  const json = { current: ADA.password, password: "chosen by herself" };
  await ada.ask("/api/account/password", { method: "PUT", json });
  expect((await redeem(token)).status).toBe(403);
});

test("[P15] its token is kept as a hash only", async () => {
  await start();
  const token = tokenOf((await linkByOwner()).body.link);
  const rows = server.sql("SELECT * FROM ticket");
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(server.reported.join("")).not.toContain(token);
});

test("[P15] nobody else makes links, not even an owner of spaces", async () => {
  await start();
  const { caller: ada } = await signIn(ADA);
  const asked = { json: { email: OWNER.email } };
  for (const caller of [ada, await server.member("owner")]) {
    expect((await caller.ask("/api/recoveries/links", asked)).status).toBe(403);
  }
  expect((await linkByOwner("nobody@example.org")).body.code).toBe("no-such-account");
});

test("[P15] with a link, whoever was locked out by somebody else's guesses is in again", async () => {
  await start();
  for (let guess = 0; guess < 5; guess++) await signIn({ ...ADA, password: "guess" });
  expect((await signIn(ADA)).status).toBe(429);
  await redeem(tokenOf((await linkByOwner()).body.link));
  expect((await signIn({ ...ADA, password: "newly chosen one" })).status).toBe(200);
});

test("[P16] without a mail server, whoever forgot the password hears whom to ask", async () => {
  await start();
  const { status, body } = await server
    .stranger()
    .ask("/api/recoveries", { json: { email: ADA.email } });
  expect([status, body.code]).toEqual([422, "no-mail"]);
});

test("[P16] the link comes by mail, in the language of the page; nobody learns who has an account", async () => {
  const mail = await openMailServer();
  closers.push(mail.close);
  await start({ POSTIL_SMTP_URL: mail.url, POSTIL_MAIL_FROM: "postil@example.org" });
  const ask = (email: string) =>
    server.stranger().ask("/api/recoveries", { json: { email, language: "de" } });
  const unknown = await ask("nobody@example.org");
  const known = await ask(ADA.email);
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  const letter = await mail.next();
  expect(letter).toMatch(/^RCPT TO:<ada@example\.org>$/m);
  expect(letter).toMatch(/^From: postil@example\.org$/m);
  expect(letter).not.toContain("nobody");
  expect(letter).toContain("innerhalb von 30 Minuten");
  const link = /http:\/\/\S+\/recover#[\w-]{22}/.exec(letter)?.[0] ?? "";
  expect((await redeem(tokenOf(link))).status).toBe(204);
});

test("[P16] three letters to one address in a while, whether somebody has it or not", async () => {
  const mail = await openMailServer();
  closers.push(mail.close);
  await start({ POSTIL_SMTP_URL: mail.url, POSTIL_MAIL_FROM: "postil@example.org" });
  const statuses = [];
  for (let count = 0; count < 4; count++) {
    const asked = { json: { email: "nobody@example.org" } };
    statuses.push((await server.stranger().ask("/api/recoveries", asked)).status);
  }
  expect(statuses).toEqual([202, 202, 202, 429]);
});
