import { afterEach, beforeEach, expect, test } from "vitest";
import { TestProvider } from "../accounts/open-id-provider.test-kit.ts";
import { type Caller, TestServer } from "../test-server.ts";
import {
  byCode,
  codeFor,
  idOf,
  type Known,
  openClass,
  spaceOf,
  teacherAt,
} from "./spaces.test-kit.ts";

const ADA = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };
const WRONG = "23456789";

let provider: TestProvider;
let server: TestServer;
let editor: Known;
/** A newsroom, into which its code leads at once. */
let space: string;
let code: string;
let now: number;
beforeEach(async () => {
  now = Date.now();
  provider = await TestProvider.start(() => `${server.url}/api/open-id/callback`);
});
afterEach(async () => {
  await server.stop();
  provider.stop();
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await TestServer.start({
    now: () => now,
    settings: { ...provider.settings, ...settings },
  });
  editor = await teacherAt(server, "Editor");
  space = await spaceOf(editor, "newsroom");
  await makeWait(false);
  code = await codeFor(editor, space);
}

const makeWait = (waitingRoom: boolean) =>
  editor.ask(space, { method: "PATCH", json: { waitingRoom } });

const pathOfSpace = () => space.replace("/api", "");

const makeAccount = (who: Caller, json: object) =>
  who.ask("/api/accounts", { json: { ...ADA, ...json } });

/** Adds an article to the space. Returns the path of its page. */
async function addArticle(): Promise<string> {
  const json = { space: space.replace("/api/spaces/", ""), title: "News", text: "News" };
  return `/articles/${(await editor.ask("/api/articles", { json })).body.id}`;
}

/** How many people there are. */
const users = () => server.sql("SELECT id FROM user").length;

/** Where a browser ends up that signs in at the provider on its way in. */
async function signIn(caller: Caller, name: string, wish: object): Promise<string | null> {
  const { status, body } = await caller.ask("/api/open-id", { json: wish });
  expect(status).toBe(201);
  provider.forget();
  const { pathname, search } = await provider.signIn(body.url, name);
  return (await caller.ask(pathname + search)).headers.get("location");
}

test("[Q16] whoever has the code of a space for accounts makes one, and is in by the code", async () => {
  await start();
  const ada = server.stranger();
  expect((await byCode(ada, code)).body.code).toBe("account-needed");
  const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
  const made = await makeAccount(ada, { code: typed });
  expect([made.status, made.body.user.name]).toEqual([201, "Ada"]);
  // the account alone leads nowhere
  expect((await ada.ask(space)).status).toBe(404);
  expect((await byCode(ada, code)).status).toBe(200);
  expect((await ada.ask(space)).body.role).toBe("annotator");
  const elsewhere = server.stranger();
  await elsewhere.ask("/api/sign-in", { json: { email: ADA.email, password: ADA.password } });
  expect((await byCode(elsewhere, code)).status).toBe(200);
  expect((await editor.ask(space)).body.people).toBe(2);
});

test("[Q16] where there is a waiting room, who made the account waits there", async () => {
  await start();
  await makeWait(true);
  const ada = server.stranger();
  await makeAccount(ada, { code });
  expect((await byCode(ada, code)).status).toBe(202);
  expect((await ada.ask(space)).status).toBe(404);
  const { body } = await editor.ask(`${space}/waiting`);
  expect(body.waiting.map(({ name }: { name: string }) => name)).toEqual(["Ada"]);
  await editor.ask(`${space}/waiting`, { json: { admit: [await idOf(ada)] } });
  expect((await ada.ask(space)).body.role).toBe("annotator");
});

test("[Q16] a guest from elsewhere makes the account of themself", async () => {
  await start();
  const guest = await server.guest("Gus");
  expect((await makeAccount(guest, { code })).status).toBe(201);
  expect(await idOf(guest)).toBe(guest.id);
  expect((await byCode(guest, code)).status).toBe(200);
});

test("[Q16] the code of a class lets nobody make an account", async () => {
  await start();
  const before = users();
  const ofClass = await codeFor(editor, await openClass(editor));
  const refused = await makeAccount(server.stranger(), { code: ofClass });
  expect([refused.status, refused.body.code]).toEqual([403, "sign-up-closed"]);
  expect(users()).toBe(before);
});

test("[Q16] where accounts are closed, the code helps only those who have one", async () => {
  await start({ POSTIL_SIGN_UP: "closed" });
  const refused = await makeAccount(server.stranger(), { code });
  expect([refused.status, refused.body.code]).toEqual([403, "sign-up-closed"]);
  const back = `/join?problem=sign-up-closed#${code}`;
  expect(await signIn(server.stranger(), "ada", { code })).toBe(back);
});

test("[Q16] a code that is wrong, closed, too old or of an archived space tells nothing, and makes nobody", async () => {
  await start();
  const archived = await spaceOf(editor, "newsroom");
  const ofArchived = await codeFor(editor, archived);
  await editor.ask(archived, { method: "PATCH", json: { archived: true } });
  const closed = code;
  await editor.ask(`${space}/code`, { method: "DELETE" });
  const before = users();
  const answers = [];
  for (const typed of [WRONG, "no code", closed, ofArchived]) {
    answers.push(await makeAccount(server.stranger(), { code: typed }));
    answers.push(await server.stranger().ask("/api/open-id", { json: { code: typed } }));
  }
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(answers[0]?.body.code).toBe("no-such-code");
  expect(users()).toBe(before);
});

test("[Q9] wrong codes count wherever they are typed, and while they are tried no code makes an account", async () => {
  await start();
  for (let number = 0; number < 5; number++) {
    expect((await makeAccount(server.stranger(), { code: WRONG })).status).toBe(404);
    const begun = await server.stranger().ask("/api/open-id", { json: { code: WRONG } });
    expect(begun.status).toBe(404);
  }
  const before = users();
  const refused = await makeAccount(server.stranger(), { code });
  expect([refused.status, refused.body.code]).toEqual([429, "codes-tried"]);
  expect(users()).toBe(before);
  // whoever has an account is asked to wait
  const writer = await teacherAt(server, "Writer");
  expect((await byCode(writer, code)).status).toBe(202);
  now += 10 * 60_000;
  expect((await makeAccount(server.stranger(), { code })).status).toBe(201);
});

test("[Q16] whoever signs in at the provider on the way in is where the code leads", async () => {
  await start();
  const article = await addArticle();
  const ada = server.stranger();
  expect(await signIn(ada, "ada", { code, next: "/join" })).toBe(pathOfSpace());
  expect((await ada.ask(space)).body.role).toBe("annotator");
  const ben = server.stranger();
  expect(await signIn(ben, "ben", { code, next: article })).toBe(article);
  // another article than one of the space
  const eve = server.stranger();
  expect(await signIn(eve, "eve", { code, next: "/articles/elsewhere" })).toBe(pathOfSpace());
  // who is in already
  const again = server.stranger();
  expect(await signIn(again, "ada", { code })).toBe(pathOfSpace());
  expect((await editor.ask(space)).body.people).toBe(4);
});

test("[Q16] where there is a waiting room, whoever comes back from the provider waits, and keeps their article", async () => {
  await start();
  await makeWait(true);
  const article = await addArticle();
  const cem = server.stranger();
  const waits = `/join?${new URLSearchParams({ next: article })}`;
  expect(await signIn(cem, "cem", { code, next: article })).toBe(waits);
  expect((await cem.ask("/api/joins")).body.joins).toMatchObject([{ state: "waiting" }]);
});

test("[Q16] a code that is closed while somebody is at the provider is at the door again, with its sentence", async () => {
  await start();
  const ada = server.stranger();
  const begun = await ada.ask("/api/open-id", { json: { code } });
  await editor.ask(`${space}/code`, { method: "DELETE" });
  const { pathname, search } = await provider.signIn(begun.body.url, "ada");
  const { headers } = await ada.ask(pathname + search);
  expect(headers.get("location")).toBe(`/join?problem=no-such-code#${code}`);
  expect((await ada.ask("/api/session")).body.user.name).toBe("Ada of the Newsroom");
  expect((await ada.ask(space)).status).toBe(404);
});

test("[Q16] what goes wrong at the provider leads back to the door, with the code", async () => {
  await start();
  const stranger = server.stranger();
  const unverified = `/join?problem=email-unverified#${code}`;
  expect(await signIn(stranger, "unverified", { code })).toBe(unverified);
  const begun = await stranger.ask("/api/open-id", { json: { code } });
  const { pathname, search } = await provider.signIn(begun.body.url, "ada");
  const broken = new URLSearchParams(search);
  broken.set("code", "given up");
  const { headers } = await stranger.ask(`${pathname}?${broken}`);
  expect(headers.get("location")).toBe(`/join?problem=provider-failed#${code}`);
  expect((await stranger.ask("/api/session")).body.user).toBeNull();
});
