// A class for tests: its teacher, its code and its pupils, at a real server.

import { expect } from "vitest";
import { TestClient } from "../sync/test-client.ts";
import type { Caller, TestServer } from "../test-server.ts";

export type Known = Caller & { readonly id: string };

/** Somebody who may make spaces. */
export async function teacherAt(server: TestServer, name = "Teacher"): Promise<Known> {
  const teacher = await server.guest(name);
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", teacher.id);
  return teacher;
}

/** Has somebody make a space. Returns its path in the API. */
export async function spaceOf(teacher: Caller, template = "class"): Promise<string> {
  const { status, body } = await teacher.ask("/api/spaces", { json: { name: "8b", template } });
  expect(status).toBe(201);
  return `/api/spaces/${body.id}`;
}

/** A class into which its code leads at once. */
export async function openClass(teacher: Caller): Promise<string> {
  const space = await spaceOf(teacher);
  await teacher.ask(space, { method: "PATCH", json: { waitingRoom: false } });
  return space;
}

/** Has somebody ask to come in by a code, with or without a name. */
export const byCode = (who: Caller, code: string, name?: string) =>
  who.ask("/api/joins", { json: { code, ...(name && { name }) } });

/** Has somebody ask to come in by a link. */
export const byLink = (who: Caller, token: string) => who.ask("/api/joins", { json: { token } });

/** Who somebody is to the server. */
export const idOf = async (who: Caller): Promise<string> =>
  (await who.ask("/api/session")).body.user.id;

/** Opens the code of a space. */
export async function codeFor(teacher: Caller, space: string): Promise<string> {
  return (await teacher.ask(`${space}/code`, { json: {} })).body.code;
}

/** Makes a link into a space. */
export async function linkFor(teacher: Caller, space: string, role = "annotator", uses = 100) {
  const { status, body } = await teacher.ask(`${space}/invites`, {
    json: { role, days: 1, uses },
  });
  expect(status).toBe(201);
  return String(body.token);
}

/** A new member of a space, by a link. */
export async function memberOf(
  server: TestServer,
  teacher: Caller,
  space: string,
  role = "annotator",
): Promise<Known> {
  const caller = server.stranger();
  const token = await linkFor(teacher, space, role);
  expect((await caller.ask("/api/joins", { json: { token } })).status).toBe(200);
  const { body } = await caller.ask("/api/session");
  return Object.assign(caller, { id: String(body.user.id) });
}

/** What the audit list of a space holds, the latest first. */
export async function verbsOf(owner: Caller, space: string): Promise<string[]> {
  const { body } = await owner.ask(`${space}/audit`);
  return body.entries.map(({ verb }: { verb: string }) => verb);
}

/** A socket of somebody at an article. */
export const clientOf = (server: TestServer, articleId: string, who: Known): TestClient =>
  new TestClient({ url: server.url.replace("http", "ws") }, articleId, who.id, {
    cookie: who.cookie,
  });
