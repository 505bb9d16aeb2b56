import { afterEach, expect, test } from "vitest";
import { type MailServer, openMailServer } from "../mail-server.test-kit.ts";
import { type Caller, TestServer } from "../test-server.ts";

const ADA = { email: "ada@example.org", password: "correct horse battery" };
const NEW = "ada@newsroom.example";
const HOUR = 60 * 60_000;

let server: TestServer;
let mail: MailServer | null = null;
let now = Date.now();
afterEach(async () => {
  await server.stop();
  mail?.close();
  mail = null;
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<Caller> {
  now = Date.now();
  server = await TestServer.start({
    settings: { POSTIL_SIGN_UP: "open", ...settings },
    now: () => now,
  });
  return await withAccount(ADA.email);
}

async function startWithMail(): Promise<[Caller, MailServer]> {
  mail = await openMailServer();
  const sending = { POSTIL_SMTP_URL: mail.url, POSTIL_MAIL_FROM: "postil@example.org" };
  return [await start(sending), mail];
}

async function withAccount(email: string): Promise<Caller> {
  const caller = server.stranger();
  await caller.ask("/api/accounts", { json: { ...ADA, email } });
  return caller;
}

const change = (who: Caller, email: string, password = ADA.password) =>
  who.ask("/api/account/email", { method: "PUT", json: { email, password } });

const confirm = (token: string) =>
  server.stranger().ask("/api/account/email/confirm", { json: { token } });

const tokenIn = (letter: string): string => /\/email#([\w-]{22})/.exec(letter)?.[1] ?? "";

const signIn = async (email: string): Promise<number> =>
  (await server.stranger().ask("/api/sign-in", { json: { ...ADA, email } })).status;

test("[P21] the name that others see can be changed, and stays", async () => {
  const ada = await start();
  const put = (name: string) => ada.ask("/api/account/name", { method: "PUT", json: { name } });
  expect((await put("Ada  Lovelace")).status).toBe(204);
  expect((await ada.ask("/api/session")).body.user.name).toBe("Ada Lovelace");
  expect((await put(" ")).body.code).toBe("name-refused");
});

test("[P21] without a mail server the password changes the address at once", async () => {
  const ada = await start();
  await withAccount("bob@example.org");
  expect((await change(ada, NEW, "not the password")).body.code).toBe("password-wrong");
  expect((await change(ada, "Bob@example.org")).body.code).toBe("email-taken");
  expect((await change(ada, NEW.toUpperCase())).status).toBe(204);
  expect((await ada.ask("/api/account")).body.account.email).toBe(NEW);
  expect([await signIn(NEW), await signIn(ADA.email)]).toEqual([200, 403]);
  expect(server.sql("SELECT id FROM audit WHERE verb = 'email-changed'")).toHaveLength(1);
});

test("[P21] of two who want one address at once, one gets it", async () => {
  const ada = await start();
  const bob = await withAccount("bob@example.org");
  const answers = await Promise.all([change(ada, NEW), change(bob, NEW)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
});

test("[P21] with a mail server the link in the letter changes it, once and within an hour, and the old address is told", async () => {
  const [ada, letters] = await startWithMail();
  expect((await change(ada, NEW)).status).toBe(202);
  const token = tokenIn(await letters.next());
  expect((await ada.ask("/api/account")).body.account.email).toBe(ADA.email);
  expect((await confirm(token)).status).toBe(204);
  expect((await ada.ask("/api/account")).body.account.email).toBe(NEW);
  const told = await letters.next();
  expect(told).toMatch(/^RCPT TO:<ada@example\.org>$/m);
  expect(told).not.toContain(NEW);
  expect((await confirm(token)).body.code).toBe("recovery-spent");
  await change(ada, ADA.email);
  const late = tokenIn(await letters.next());
  now += HOUR;
  expect((await confirm(late)).body.code).toBe("recovery-spent");
});

test("[P21] nobody learns by it whether somebody has an address, and a newer link ends the older", async () => {
  const [ada, letters] = await startWithMail();
  await withAccount("bob@example.org");
  const taken = await change(ada, "bob@example.org");
  const free = await change(ada, NEW);
  expect([taken.status, taken.body]).toEqual([free.status, free.body]);
  const first = await letters.next();
  expect(first).toMatch(/^RCPT TO:<ada@newsroom\.example>$/m);
  await change(ada, "other@newsroom.example");
  const second = tokenIn(await letters.next());
  expect((await confirm(tokenIn(first))).status).toBe(403);
  await withAccount("other@newsroom.example");
  expect((await confirm(second)).body.code).toBe("email-taken");
});

test("[P21] a new password ends the link, and so does an erasure, which leaves no address behind", async () => {
  const [ada, letters] = await startWithMail();
  await change(ada, NEW);
  const token = tokenIn(await letters.next());
  const json = { current: ADA.password, password: "chosen by herself" };
  expect((await ada.ask("/api/account/password", { method: "PUT", json })).status).toBe(204);
  expect((await confirm(token)).status).toBe(403);
  await change(ada, NEW, json.password);
  await letters.next();
  expect(server.sql("SELECT value FROM ticket WHERE purpose = 'email'")).toHaveLength(1);
  const { name } = (await ada.ask("/api/session")).body.user;
  expect((await ada.ask("/api/person/erasure", { json: { name } })).status).toBe(204);
  expect(server.sql("SELECT value FROM ticket")).toEqual([]);
});
