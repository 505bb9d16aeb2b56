// A guest's seat that is taken to another browser.

import { afterAll, beforeAll, expect, test } from "vitest";
import { TestServer } from "../test-server.ts";
import {
  byCode,
  byLink,
  codeFor,
  idOf,
  type Known,
  linkFor,
  memberOf,
  openClass,
  spaceOf,
  teacherAt,
  verbsOf,
} from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
  teacher = await teacherAt(server);
});
afterAll(() => server.stop());

test("[Q13] a guest goes on in another browser by a code that their teacher makes, once, and the first is out", async () => {
  const space = await openClass(teacher);
  const code = await codeFor(teacher, space);
  const pupil = server.stranger();
  await byCode(pupil, code, "Curious Otter");
  const id = await idOf(pupil);
  const seat = (await teacher.ask(`${space}/members/${id}/seat`, { method: "POST" })).body.code;
  const other = server.stranger();
  expect((await byCode(other, seat.toLowerCase())).body.space.name).toBe("8b");
  expect(await idOf(other)).toBe(id);
  expect((await pupil.ask("/api/session")).body.user).toBeNull();
  expect((await byCode(server.stranger(), seat)).status).toBe(404);
  expect((await verbsOf(teacher, space))[0]).toBe("seat-moved");

  const old = (await teacher.ask(`${space}/members/${id}/seat`, { method: "POST" })).body.code;
  now += 10 * 60_000;
  expect((await byCode(server.stranger(), old)).status).toBe(404);
});

test("[Q13] whoever waits as somebody new and goes on in their own seat waits no more", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const lost = server.stranger();
  expect((await byCode(lost, await codeFor(teacher, space), "Otter")).status).toBe(202);
  const { body } = await teacher.ask(`${space}/members/${pupil.id}/seat`, { method: "POST" });
  expect((await byCode(lost, body.code, "Otter")).status).toBe(200);
  expect(await idOf(lost)).toBe(pupil.id);
  expect((await teacher.ask(`${space}/waiting`)).body.waiting).toEqual([]);
});

test("[Q13] nobody takes the seat of an account, or of a guest who also sits in somebody else's space", async () => {
  const space = await openClass(teacher);
  const writer = await teacherAt(server, "Writer");
  await byCode(writer, await codeFor(teacher, space));
  const pupil = server.stranger();
  await byCode(pupil, await codeFor(teacher, space));
  const ofWriter = await spaceOf(writer);
  await byLink(pupil, await linkFor(writer, ofWriter));
  for (const id of [writer.id, await idOf(pupil)]) {
    const { body } = await teacher.ask(`${space}/members/${id}/seat`, { method: "POST" });
    expect(body.code).toBe("seat-elsewhere");
  }
});

test("[Q13] a seat's code is worthless once its guest has an account, or its editor is none any more", async () => {
  const space = await openClass(teacher);
  const assistant = await memberOf(server, teacher, space, "editor");
  const pupil = await memberOf(server, teacher, space);
  const made = async (): Promise<string> =>
    (await assistant.ask(`${space}/members/${pupil.id}/seat`, { method: "POST" })).body.code;
  const isTaken = async (code: string): Promise<boolean> =>
    (await byCode(server.stranger(), code)).status === 200;

  const late = await made();
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", pupil.id);
  expect(await isTaken(late)).toBe(false);
  server.sql("UPDATE user SET isAnonymous = 1 WHERE id = ?", pupil.id);

  const stale = await made();
  await teacher.ask(`${space}/members/${assistant.id}`, { method: "DELETE" });
  expect(await isTaken(stale)).toBe(false);
  expect(await idOf(pupil)).toBe(pupil.id);
});
