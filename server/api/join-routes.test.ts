import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestServer } from "../test-server.ts";
import {
  byCode,
  byLink,
  codeFor,
  idOf,
  type Known,
  linkFor,
  openClass,
  spaceOf,
  teacherAt,
  verbsOf,
} from "./spaces.test-kit.ts";

const DAY = 24 * 60 * 60_000;

let server: TestServer;
let teacher: Known;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
  teacher = await teacherAt(server);
});
afterAll(() => server.stop());

test("[Q10] a pupil comes in by the code and a name, and the same browser comes back to the same seat", async () => {
  const space = await openClass(teacher);
  const code = await codeFor(teacher, space);
  const pupil = server.stranger();
  const joined = await byCode(pupil, code, "Curious Otter");
  expect(joined.status).toBe(200);
  expect(`/api/spaces/${joined.body.space.id}`).toBe(space);
  const id = await idOf(pupil);
  expect((await pupil.ask("/api/session")).body.user.name).toBe("Curious Otter");
  expect((await pupil.ask("/api/spaces")).body.spaces).toHaveLength(1);
  expect((await byCode(pupil, code.toLowerCase(), "Brave Fox")).status).toBe(200);
  expect(await idOf(pupil)).toBe(id);
  expect((await teacher.ask(space)).body.people).toBe(2);
});

test.each(["", " ", "x".repeat(41), "a\u202eb", "a\u0007b"])(
  "[Q10] %j is no name to come in under",
  async (name) => {
    const code = await codeFor(teacher, await openClass(teacher));
    const answer = await server.stranger().ask("/api/joins", { json: { code, name } });
    expect([answer.status, answer.body.code]).toEqual([400, "name-refused"]);
  },
);

test("[Q10] a code is good for 14 days, until it is closed, or until there is another", async () => {
  const space = await openClass(teacher);
  const first = await codeFor(teacher, space);
  const second = await codeFor(teacher, space);
  expect((await byCode(server.stranger(), first)).status).toBe(404);
  expect((await byCode(server.stranger(), second)).status).toBe(200);
  now += 14 * DAY;
  expect((await byCode(server.stranger(), second)).status).toBe(404);
  expect((await teacher.ask(space)).body.code).toBeNull();
  const third = await codeFor(teacher, space);
  await teacher.ask(`${space}/code`, { method: "DELETE" });
  expect((await byCode(server.stranger(), third)).status).toBe(404);
  expect((await teacher.ask(`${space}/code`, { json: { days: 15 } })).status).toBe(400);
  now += DAY;
});

test("[Q10] whoever knows the code learns no more of a space than its name, and a pupil not the code", async () => {
  const space = await openClass(teacher);
  const code = await codeFor(teacher, space);
  const pupil = server.stranger();
  await byCode(pupil, code);
  expect((await pupil.ask(space)).body.code).toBeNull();
});

test("[Q10] where guests are not allowed, a code and a link want an account", async () => {
  const space = await spaceOf(teacher, "newsroom");
  const code = await codeFor(teacher, space);
  const token = await linkFor(teacher, space, "editor");
  const users = () => server.sql("SELECT count(*) AS count FROM user")[0]?.count;
  const before = users();
  for (const refused of [
    await byCode(server.stranger(), code),
    await byLink(server.stranger(), token),
  ]) {
    expect([refused.status, refused.body.code]).toEqual([403, "account-needed"]);
  }
  expect(users()).toBe(before);
  const writer = await teacherAt(server, "Writer");
  expect((await byLink(writer, token)).status).toBe(200);
  expect((await writer.ask(space)).body.role).toBe("editor");
});

test("[Q11] a link gives its role, so many times, until it is revoked or too old", async () => {
  const space = await spaceOf(teacher);
  const twice = await linkFor(teacher, space, "viewer", 2);
  const [first, second, third] = [server.stranger(), server.stranger(), server.stranger()];
  expect((await byLink(first, twice)).status).toBe(200);
  expect((await first.ask(space)).body.role).toBe("viewer");
  // who is in already uses nothing up
  expect((await byLink(first, twice)).status).toBe(200);
  expect((await byLink(second, twice)).status).toBe(200);
  expect((await byLink(third, twice)).body.code).toBe("no-such-invite");

  const { body } = await teacher.ask(`${space}/invites`, {
    json: { role: "annotator", days: 1, uses: null },
  });
  await teacher.ask(`${space}/invites/${body.id}`, { method: "DELETE" });
  expect((await byLink(third, body.token)).status).toBe(404);
  const old = await linkFor(teacher, space);
  now += DAY;
  expect((await byLink(third, old)).status).toBe(404);
});

test("[Q11] as many come in by a link as it is for, and nobody twice, also when all come at once", async () => {
  const space = await spaceOf(teacher);
  const token = await linkFor(teacher, space, "annotator", 3);
  const member = await server.guest();
  const twice = await Promise.all([byLink(member, token), byLink(member, token)]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  const many = await Promise.all(Array.from({ length: 6 }, () => byLink(server.stranger(), token)));
  const statuses = many.map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 200, 404, 404, 404, 404]);
  expect((await teacher.ask(`${space}/members`)).body.members).toHaveLength(4);
});

test("[Q11] nobody gives a role above their own by a link, nor keeps one", async () => {
  const space = await spaceOf(teacher);
  const editor = server.stranger();
  await byLink(editor, await linkFor(teacher, space, "editor"));
  const json = { role: "owner", days: 1, uses: 1 };
  const refused = await editor.ask(`${space}/invites`, { json });
  expect([refused.status, refused.body.code]).toEqual([403, "role-too-high"]);
  // a lower one takes nothing away
  await byLink(editor, await linkFor(teacher, space, "viewer"));
  expect((await editor.ask(space)).body.role).toBe("editor");
});

test("[Q11] the token of a link has 128 bits and is in no file", async () => {
  const token = await linkFor(teacher, await spaceOf(teacher));
  expect(token).toMatch(/^[\w-]{22}$/);
  const files = readdirSync(server.folder).map((name) => join(server.folder, name));
  expect(files.filter((file) => readFileSync(file).includes(token))).toEqual([]);
});

test("[Q9] after ten wrong codes from one address a code leads to the waiting room, and links go on working", async () => {
  const space = await openClass(teacher);
  const code = await codeFor(teacher, space);
  const token = await linkFor(teacher, space);
  now += 60 * 60_000;
  for (let number = 0; number < 10; number++) {
    expect((await byCode(server.stranger(), "23456789")).status).toBe(404);
  }
  expect((await byCode(server.stranger(), code)).status).toBe(202);
  expect((await byLink(server.stranger(), token)).status).toBe(200);
  now += 10 * 60_000;
  expect((await byCode(server.stranger(), code)).status).toBe(200);
});

test("[Q9] three hundred addresses that guess shut the door for codes everywhere; the teacher opens it, and links go on working", async () => {
  let time = Date.now();
  const proxied = await TestServer.start({
    now: () => time,
    settings: { POSTIL_TRUSTED_PROXIES: "127.0.0.1" },
  });
  const owner = await teacherAt(proxied);
  const space = await spaceOf(owner);
  await owner.ask(space, { method: "PATCH", json: { waitingRoom: false } });
  const code = await codeFor(owner, space);
  const from = (address: string, json: object, who = proxied.stranger()) =>
    who.ask("/api/joins", { json, headers: { "x-forwarded-for": address } });
  for (let number = 0; number < 300; number++) {
    const address = `2001:db8:${number.toString(16)}::1`;
    expect((await from(address, { code: "23456789" })).status).toBe(404);
  }
  const pupil = proxied.stranger();
  expect((await from("192.0.2.7", { code }, pupil)).status).toBe(202);
  const token = await linkFor(owner, space);
  expect((await from("192.0.2.8", { token })).status).toBe(200);
  const id = await idOf(pupil);
  await owner.ask(`${space}/waiting`, { json: { admit: [id] } });
  expect((await pupil.ask(space)).status).toBe(200);
  time += 60 * 60_000;
  expect((await from("192.0.2.9", { code })).status).toBe(200);
  await proxied.stop();
});

test("[Q12] whoever waits sees nothing of the space, and is in when an editor lets them in", async () => {
  const space = await spaceOf(teacher);
  const json = { space: space.replace("/api/spaces/", ""), title: "Secret", text: "Secret" };
  const articleId = (await teacher.ask("/api/articles", { json })).body.id;
  const code = await codeFor(teacher, space);
  const [ann, bob] = [server.stranger(), server.stranger()];
  const asked = await byCode(ann, code, "Ann");
  expect(asked.status).toBe(202);
  expect(Object.keys(asked.body)).toEqual(["waits"]);
  now += 1;
  await byCode(bob, code, "Bob");
  // asking again is asking once
  expect((await byCode(ann, code)).body).toEqual(asked.body);

  const paths = ["/api/spaces", "/api/articles", "/api/joins", space, `/api/articles/${articleId}`];
  const seen = await Promise.all(paths.map((path) => ann.ask(path)));
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
  expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/Secret|8b/);
  expect(seen[2]?.body.joins).toEqual([{ id: asked.body.waits, state: "waiting", space: null }]);

  const { body } = await teacher.ask(`${space}/waiting`);
  expect(body.waiting.map(({ name }: { name: string }) => name)).toEqual(["Ann", "Bob"]);
  const decided = await teacher.ask(`${space}/waiting`, {
    json: { admit: [await idOf(ann)], refuse: [await idOf(bob)] },
  });
  expect(decided.body).toEqual({ waiting: [] });
  const id = space.replace("/api/spaces/", "");
  expect((await ann.ask("/api/joins")).body.joins).toMatchObject([{ state: "in", space: id }]);
  expect((await bob.ask("/api/joins")).body.joins).toMatchObject([
    { state: "refused", space: null },
  ]);
  expect((await ann.ask(space)).body.role).toBe("annotator");
  expect((await verbsOf(teacher, space)).slice(0, 4)).toEqual([
    "refused",
    "admitted",
    "waited",
    "waited",
  ]);
});

test("[Q12] whoever was removed does not wait by themselves, and may ask anew", async () => {
  const space = await spaceOf(teacher);
  const code = await codeFor(teacher, space);
  const pupil = server.stranger();
  await byCode(pupil, code);
  const id = await idOf(pupil);
  await teacher.ask(`${space}/waiting`, { json: { admit: [id] } });
  await teacher.ask(`${space}/members/${id}`, { method: "DELETE" });
  const waiting = async () => (await teacher.ask(`${space}/waiting`)).body.waiting;
  expect(await waiting()).toEqual([]);
  expect((await byCode(pupil, code)).status).toBe(202);
  expect(await waiting()).toHaveLength(1);
});

test("[Q12] a refusal is taken back: whoever was refused waits as before, and nobody else does", async () => {
  const space = await spaceOf(teacher);
  const code = await codeFor(teacher, space);
  const [ann, bob] = [server.stranger(), server.stranger()];
  const asked = await byCode(ann, code, "Ann");
  now += 1;
  await byCode(bob, code, "Bob");
  const [annId, bobId] = [await idOf(ann), await idOf(bob)];
  const decide = async (json: Record<string, string[]>): Promise<string[]> => {
    const { body } = await teacher.ask(`${space}/waiting`, { json });
    return body.waiting.map(({ name }: { name: string }) => name);
  };
  expect(await decide({ refuse: [annId] })).toEqual(["Bob"]);
  expect(await decide({ recall: [annId, bobId, teacher.id] })).toEqual(["Ann", "Bob"]);
  expect((await ann.ask("/api/joins")).body.joins).toEqual([
    { id: asked.body.waits, state: "waiting", space: null },
  ]);
  expect((await verbsOf(teacher, space)).slice(0, 3)).toEqual(["recalled", "refused", "waited"]);
  expect(await decide({ admit: [annId, bobId] })).toEqual([]);
  expect(await decide({ recall: [annId] })).toEqual([]);
});

test("[Q12] nobody is let in who does not wait", async () => {
  const space = await spaceOf(teacher);
  const stranger = await server.guest();
  await teacher.ask(`${space}/waiting`, { json: { admit: [stranger.id], refuse: [teacher.id] } });
  expect((await teacher.ask(space)).body.people).toBe(1);
});
