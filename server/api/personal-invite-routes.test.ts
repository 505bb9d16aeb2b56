import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { RETURN_TIME } from "#domain/return-time.ts";
import { type MailServer, openMailServer } from "../mail-server.test-kit.ts";
import { type Caller, TestServer } from "../test-server.ts";
import { type Known, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";

const PASSWORD = "correct horse battery";
const ADA = "ada@example.org";
const DAY = 24 * 60 * 60_000;

let server: TestServer;
let mail: MailServer | null = null;
let lead: Known;
let space: string;
let now = Date.now();
afterEach(async () => {
  await server.stop();
  mail?.close();
  mail = null;
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  now = Date.now();
  server = await TestServer.start({ settings, now: () => now });
  lead = await teacherAt(server, "Lea");
  space = await spaceOf(lead, "desk");
}

async function startWithMail(settings: Readonly<Record<string, string>> = {}): Promise<MailServer> {
  mail = await openMailServer();
  const sending = { POSTIL_SMTP_URL: mail.url, POSTIL_MAIL_FROM: "postil@example.org" };
  await start({ ...sending, ...settings });
  return mail;
}

const invite = (emails: readonly string[], more: object = {}, who: Caller = lead) =>
  who.ask(`${space}/invites/people`, { json: { emails, role: "annotator", days: 7, ...more } });

/** Invites somebody where no mail is sent. Returns the token. */
async function linkOf(email: string, more: object = {}): Promise<string> {
  const { status, body } = await invite([email], more);
  expect(status).toBe(201);
  return tokenIn(body.invited[0].link);
}

const tokenIn = (text: string): string => /\/invited#([\w-]{22})/.exec(text)?.[1] ?? "";

const newAccount = (email: string, token?: string, who: Caller = server.stranger()) =>
  who.ask("/api/accounts", {
    json: { email, password: PASSWORD, ...(token && { invite: token }) },
  });

const use = (who: Caller, token: string) => who.ask("/api/joins/personal", { json: { token } });

const roleOf = async (who: Caller): Promise<string | undefined> => (await who.ask(space)).body.role;

const addresses = () => server.sql("SELECT email FROM personal_invite").map(({ email }) => email);

test("[Q14] each address gets a letter of its own, and its link makes an account that is in", async () => {
  const letters = await startWithMail();
  const made = await invite([" Ada@Example.org ", "bob@example.org", ADA], { language: "de" });
  expect(made.status).toBe(201);
  expect(made.body.invited).toMatchObject([
    { email: ADA, link: null },
    { email: "bob@example.org", link: null },
  ]);
  const [toAda, toBob] = [await letters.next(), await letters.next()];
  expect(toAda).toMatch(/^RCPT TO:<ada@example\.org>$/m);
  expect(toAda).toContain("Lea lädt dich zu „8b“");
  expect(toAda).toContain("7 Tage");
  expect(toBob).not.toContain(tokenIn(toAda));
  const ada = server.stranger();
  expect((await newAccount(ADA, undefined, ada)).status).toBe(403);
  const { status, body } = await newAccount(ADA, tokenIn(toAda), ada);
  expect([status, `/api/spaces/${body.space.id}`]).toEqual([201, space]);
  expect(await roleOf(ada)).toBe("annotator");
  expect(server.sql("SELECT emailVerified AS is_ FROM user WHERE email = ?", ADA)).toEqual([
    { is_: 1 },
  ]);
  const files = readdirSync(server.folder).map((name) => readFileSync(join(server.folder, name)));
  expect(files.some((file) => file.includes(tokenIn(toBob)))).toBe(false);
});

test("[Q14] whoever invites is told that a letter could not be sent, until they invite again", async () => {
  const gone = await startWithMail();
  const list = async () => (await lead.ask(`${space}/invites`)).body.invites;
  await invite([ADA]);
  await gone.next();
  expect(await list()).toMatchObject([{ email: ADA, unsent: false }]);
  gone.close();
  await invite(["ben@example.org"]);
  await expect.poll(list).toMatchObject([
    { email: ADA, unsent: false },
    { email: "ben@example.org", unsent: true },
  ]);
});

test("[Q14] so is whoever invites an address that the mail server refuses; others have their letters", async () => {
  const letters = await startWithMail();
  const gone = "ben@refused.example";
  expect((await invite([gone, ADA])).body.invited).toMatchObject([{ link: null }, { link: null }]);
  expect(tokenIn(await letters.next())).not.toBe("");
  const unsent = async () =>
    Object.fromEntries(
      (await lead.ask(`${space}/invites`)).body.invites.map(
        (each: { email: string; unsent: boolean }) => [each.email, each.unsent],
      ),
    );
  await expect.poll(unsent).toEqual({ [gone]: true, [ADA]: false });
  expect(server.reported.join()).toContain("a letter could not be sent");
  expect(server.reported.join()).not.toContain("refused.example");
});

test("[Q14] without a mail server the links are told once, to be handed over", async () => {
  await start();
  const token = await linkOf(ADA);
  const ada = server.stranger();
  expect((await newAccount("eve@example.org", token, server.stranger())).body.code).toBe(
    "invited-another",
  );
  expect((await newAccount(ADA, token, ada)).status).toBe(201);
  expect(await roleOf(ada)).toBe("annotator");
  // whoever made the link could have used it
  expect(server.sql("SELECT emailVerified AS is_ FROM user WHERE email = ?", ADA)).toEqual([
    { is_: 0 },
  ]);
  expect(JSON.stringify((await lead.ask(`${space}/invites`)).body)).not.toContain(token);
});

test("[Q14] a link is for the account with its address only, works once, and goes on leading there", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const [ada, eve, guest] = [server.stranger(), server.stranger(), await server.guest()];
  await newAccount(ADA, undefined, ada);
  await newAccount("eve@example.org", undefined, eve);
  const token = await linkOf(ADA, { role: "editor" });
  expect((await use(server.stranger(), token)).status).toBe(401);
  expect((await use(guest, token)).body.code).toBe("no-account");
  expect((await use(eve, token)).body.code).toBe("invited-another");
  const twice = await Promise.all([use(ada, token), use(ada, token)]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect(await roleOf(ada)).toBe("editor");
  expect((await verbsOf(lead, space)).filter((verb) => verb === "joined")).toHaveLength(1);
  expect((await use(eve, token)).body.code).toBe("no-such-invite");
  await lead.ask(`${space}/members/${(await ada.ask("/api/session")).body.user.id}`, {
    method: "DELETE",
  });
  expect((await use(ada, token)).body.code).toBe("no-such-invite");
});

test("[Q14] who has shown that an address is theirs is in when they sign in", async () => {
  const letters = await startWithMail({ POSTIL_SIGN_UP: "open" });
  for (const name of ["ada", "bob"]) await newAccount(`${name}@example.org`);
  server.sql("UPDATE user SET emailVerified = 1 WHERE email = ?", ADA);
  await invite([ADA, "bob@example.org"]);
  await Promise.all([letters.next(), letters.next()]);
  const signIn = async (email: string) => {
    const caller = server.stranger();
    await caller.ask("/api/sign-in", { json: { email, password: PASSWORD } });
    return await roleOf(caller);
  };
  expect(await signIn(ADA)).toBe("annotator");
  expect(await signIn("bob@example.org")).toBeUndefined();
  expect(addresses()).toEqual([null, "bob@example.org"]);
});

test("[Q14] the answer is the same whether there is such an account, and who is in already stays it", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  await newAccount(ADA);
  const [known, unknown] = [await invite([ADA]), await invite(["nobody@example.org"])];
  const shapeOf = (answer: typeof known) => [
    answer.status,
    JSON.stringify(answer.body).replace(/"(?:id|email)":"[^"]*"|#[\w-]{22}/g, ""),
  ];
  expect(shapeOf(known)).toEqual(shapeOf(unknown));
});

test("[Q14] an address is kept until its invite was used, is too old, or was revoked and not brought back; a newer one ends the older", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const ada = server.stranger();
  await newAccount(ADA, undefined, ada);
  const old = await linkOf(ADA);
  const token = await linkOf(ADA);
  await linkOf("bob@example.org", { days: 1 });
  expect((await use(ada, old)).body.code).toBe("no-such-invite");
  const listed = (await lead.ask(`${space}/invites`)).body.invites;
  expect(listed).toHaveLength(2);
  const { id } = listed.find(({ email }: { email: string }) => email === ADA);
  expect((await lead.ask(`${space}/invites/${id}`, { method: "DELETE" })).status).toBe(204);
  expect((await use(ada, token)).body.code).toBe("no-such-invite");
  now += RETURN_TIME;
  await server.restart();
  await expect.poll(addresses).toEqual(["bob@example.org"]);
  now += DAY;
  expect((await lead.ask(`${space}/invites`)).body.invites).toEqual([]);
  await server.restart();
  await expect.poll(addresses).toEqual([]);
  expect(await verbsOf(lead, space)).toEqual([
    ...["invite-revoked", "person-invited", "person-invited", "person-invited"],
    "space-created",
  ]);
});

test("[Q14] editors invite, up to their own role, and few in a day", async () => {
  await start();
  const editor = await server.guest();
  const spaceId = space.split("/").at(-1) ?? "";
  server.sql("INSERT INTO member VALUES (?, ?, 'editor', 1)", spaceId, editor.id);
  expect((await invite([ADA], { role: "owner" }, editor)).body.code).toBe("role-too-high");
  expect((await invite([ADA], { role: "editor" }, editor)).status).toBe(201);
  const many = (from: number) => Array.from({ length: 50 }, (_, at) => `a${from + at}@example.org`);
  for (let from = 0; from < 150; from += 50) expect((await invite(many(from))).status).toBe(201);
  const full = await invite(many(150));
  expect([full.status, full.body.code]).toEqual([429, "enough-invited"]);
  space = await spaceOf(lead, "desk");
  expect((await invite(many(150))).status).toBe(201);
  expect((await invite([ADA])).status).toBe(429);
  now += DAY;
  expect((await invite(many(150))).status).toBe(201);
  expect((await invite([])).status).toBe(400);
  expect((await invite(["ada"])).status).toBe(400);
});

test("[Q14] one address gets five letters in a day at most; then the link is told", async () => {
  await startWithMail();
  const links = [];
  for (let count = 0; count < 6; count++) links.push((await invite([ADA])).body.invited[0].link);
  expect(links.slice(0, 5)).toEqual(Array(5).fill(null));
  expect(tokenIn(links[5])).not.toBe("");
});

test("[E1] an erased person's address is in no invite any more", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const ada = server.stranger();
  const { body } = await newAccount(ADA, undefined, ada);
  await linkOf(ADA);
  const erased = await ada.ask("/api/person/erasure", { json: { name: body.user.name } });
  expect(erased.status).toBe(204);
  const files = readdirSync(server.folder).map((name) => readFileSync(join(server.folder, name)));
  expect(files.some((file) => file.includes(ADA))).toBe(false);
});
