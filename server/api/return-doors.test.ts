// Codes and links that are closed and opened again, on a clock that the test moves.

import { afterAll, beforeAll, expect, test } from "vitest";
import { RETURN_TIME } from "#domain/return-time.ts";
import { TestServer } from "../test-server.ts";
import {
  byCode,
  byLink,
  type Known,
  memberOf,
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

const idIn = (space: string): string => space.replace("/api/spaces/", "");

const returnCode = (space: string, code: string, who: Known = teacher) =>
  who.ask(`${space}/code/return`, { json: { code } });

const openCode = async (space: string): Promise<{ code: string; expiresAt: string }> =>
  (await teacher.ask(`${space}/code`, { json: {} })).body;

const closeCode = (space: string) => teacher.ask(`${space}/code`, { method: "DELETE" });

/** Whether a code leads anywhere. */
const leads = async (code: string): Promise<boolean> =>
  (await byCode(server.stranger(), code, "Kim")).status === 202;

test("[Q18] a code that was closed opens again as it was, also one that was replaced", async () => {
  const space = await spaceOf(teacher);
  const first = await openCode(space);
  now += 60_000;
  await closeCode(space);
  expect(await leads(first.code)).toBe(false);
  const back = await returnCode(space, first.code);
  expect([back.status, back.body]).toEqual([200, first]);
  expect(await leads(first.code)).toBe(true);
  expect((await teacher.ask(space)).body.code).toEqual(first);

  const second = await openCode(space);
  expect((await returnCode(space, first.code)).body).toEqual(first);
  expect([await leads(first.code), await leads(second.code)]).toEqual([true, false]);
  const verbs = await verbsOf(teacher, space);
  expect(verbs.filter((verb) => verb.startsWith("code-"))).toEqual([
    ...["code-returned", "code-opened", "code-returned", "code-closed", "code-opened"],
  ]);
});

test("[Q18] it stays closed when another was opened or closed since, later, in the archive, and for who may not", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const first = await openCode(space);
  const isRefused = async (code: string): Promise<unknown> =>
    (await returnCode(space, code)).body.code;
  expect(await isRefused(first.code)).toBe("return-spent"); // it is open
  await closeCode(space);
  expect((await returnCode(space, first.code, pupil)).status).toBe(403);
  const second = await openCode(space);
  expect(await isRefused(first.code)).toBe("return-spent");
  const third = await openCode(space);
  await closeCode(space);
  expect(await isRefused(second.code)).toBe("return-spent");
  const archive = (archived: boolean) =>
    teacher.ask(space, { method: "PATCH", json: { archived } });
  await archive(true);
  expect(await isRefused(third.code)).toBe("archived");
  await archive(false);
  now += RETURN_TIME;
  expect(await isRefused(third.code)).toBe("return-spent");
  expect((await teacher.ask(space)).body.code).toBeNull();
});

test("[Q18] a link that was revoked leads on, to as many as it would have; not later, nor for who may not", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const json = { role: "viewer", days: 1, uses: 2 };
  const { id, token } = (await teacher.ask(`${space}/invites`, { json })).body;
  const one = `${space}/invites/${id}`;
  const revoke = () => teacher.ask(one, { method: "DELETE" });
  const bring = (who: Known = teacher) => who.ask(`${one}/return`, { method: "POST" });
  const comes = async (): Promise<number> => (await byLink(server.stranger(), token)).status;
  const listed = async () => (await teacher.ask(`${space}/invites`)).body.invites;
  const before = (await listed()).find((each: { id: string }) => each.id === id);
  expect([await comes(), (await bring()).status]).toEqual([200, 404]);
  expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 404]);
  expect(await comes()).toBe(404);
  expect(JSON.stringify(await listed())).not.toContain(id);
  expect((await bring(pupil)).status).toBe(403);
  expect((await bring()).status).toBe(204);
  expect(await listed()).toContainEqual({ ...before, usesLeft: 1 });
  expect([await comes(), await comes()]).toEqual([200, 404]);
  await revoke();
  now += RETURN_TIME;
  expect((await bring()).body.code).toBe("return-spent");
  const verbs = (await verbsOf(teacher, space)).filter((verb) => verb.startsWith("invite-r"));
  expect(verbs).toEqual(["invite-revoked", "invite-returned", "invite-revoked"]);
});

test("[Q18] an invitation that was revoked works again, unless its address has another by now; then it is forgotten", async () => {
  const space = await spaceOf(teacher);
  const invite = async (): Promise<string> => {
    const json = { emails: ["ada@example.org"], role: "viewer", days: 1 };
    return (await teacher.ask(`${space}/invites/people`, { json })).body.invited[0].id;
  };
  const revoke = (id: string) => teacher.ask(`${space}/invites/${id}`, { method: "DELETE" });
  const bring = async (id: string): Promise<number> =>
    (await teacher.ask(`${space}/invites/${id}/return`, { method: "POST" })).status;
  const first = await invite();
  await revoke(first);
  expect(await bring(first)).toBe(204);
  await revoke(first);
  const second = await invite();
  expect(await bring(first)).toBe(404);
  await revoke(second);
  now += RETURN_TIME;
  expect(await bring(second)).toBe(404);
  await server.restart();
  await expect
    .poll(() => server.sql("SELECT id FROM personal_invite WHERE space_id = ?", idIn(space)))
    .toEqual([]);
});
