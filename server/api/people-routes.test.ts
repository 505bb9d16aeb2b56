import { afterAll, beforeAll, expect, test } from "vitest";
import { CLOSE } from "#domain/wire.ts";
import { until } from "../sync/test-server.ts";
import { TestServer } from "../test-server.ts";
import { clientOf, type Known, memberOf, spaceOf, teacherAt, verbsOf } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
beforeAll(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server);
});
afterAll(() => server.stop());

async function articleIn(space: string): Promise<string> {
  const json = { space: space.replace("/api/spaces/", ""), title: "T", text: "The mayor lied." };
  return (await teacher.ask("/api/articles", { json })).body.id;
}

const roleOf = async (space: string, { id }: Known): Promise<string | undefined> => {
  const { body } = await teacher.ask(`${space}/members`);
  return body.members.find((member: { id: string }) => member.id === id)?.role;
};

test("[Q5] everybody in a space sees who is there, those who came first first", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const { body } = await pupil.ask(`${space}/members`);
  expect(body.members).toMatchObject([
    { id: teacher.id, name: "Teacher", role: "owner", isGuest: false },
    { id: pupil.id, role: "annotator", isGuest: true },
  ]);
});

test("[Q5] where names are not shown, or everybody works alone, members are told as they are known to each other", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const other = await memberOf(server, teacher, space);
  const id = space.replace("/api/spaces/", "");
  const { body: before } = await pupil.ask(`${space}/members`);
  server.sql("UPDATE space SET names_shown = 0 WHERE id = ?", id);
  const nameOf = ({ members }: typeof before, who: Known): string =>
    members.find((member: { id: string }) => member.id === who.id)?.name;
  const { body: aliased } = await pupil.ask(`${space}/members`);
  expect(nameOf(aliased, other)).not.toBe(nameOf(before, other));
  expect(nameOf(aliased, teacher)).toBe("Teacher");
  server.sql("UPDATE space SET visibility = 'own' WHERE id = ?", id);
  expect((await pupil.ask(`${space}/members`)).body.members).toHaveLength(2);
  expect((await pupil.ask(space)).body.people).toBe(2);
  expect((await teacher.ask(`${space}/members`)).body.members).toHaveLength(3);
});

test("[V4] who is behind an alias is told to editors, and to nobody else", async () => {
  const space = await spaceOf(teacher);
  const id = space.replace("/api/spaces/", "");
  const pupil = await memberOf(server, teacher, space);
  const other = await memberOf(server, teacher, space);
  const viewer = await memberOf(server, teacher, space, "viewer");
  const aliasesFor = (who: Known) => who.ask(`${space}/aliases`);
  expect((await aliasesFor(teacher)).body.aliases).toEqual([]); // names are shown
  server.sql("UPDATE space SET names_shown = 0 WHERE id = ?", id);
  server.sql("UPDATE user SET name = 'Canary' WHERE id = ?", other.id);
  const { aliases } = (await aliasesFor(teacher)).body;
  const ids = aliases.map((each: { id: string }) => each.id).sort();
  expect(ids).toEqual([pupil.id, other.id, viewer.id].sort());
  const entry = aliases.find((each: { id: string }) => each.id === other.id);
  const article = await articleIn(space);
  const { body: seen } = await pupil.ask(`/api/articles/${article}/members`);
  const peer = seen.members.find((each: { id: string }) => each.id === other.id);
  expect(entry).toEqual({ id: other.id, name: "Canary", alias: peer.name });
  for (const who of [pupil, viewer]) {
    const { status, body } = await aliasesFor(who);
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain("Canary");
  }
  expect((await aliasesFor(await teacherAt(server))).status).toBe(404);
  await teacher.ask(space, { method: "PATCH", json: { archived: true } });
  expect((await aliasesFor(teacher)).body.aliases).toHaveLength(3);
});

test("[Q5] editors change the roles of those below them, and give none above their own", async () => {
  const space = await spaceOf(teacher);
  const editor = await memberOf(server, teacher, space, "editor");
  const pupil = await memberOf(server, teacher, space);
  const change = async (who: Known, of: Known, role: string): Promise<number> =>
    (await who.ask(`${space}/members/${of.id}`, { method: "PATCH", json: { role } })).status;
  expect(await change(editor, pupil, "viewer")).toBe(204);
  expect(await roleOf(space, pupil)).toBe("viewer");
  expect(await change(editor, pupil, "owner")).toBe(403);
  expect(await change(editor, pupil, "editor")).toBe(204);
  // now they are equals
  expect(await change(editor, pupil, "viewer")).toBe(403);
  expect(await change(editor, teacher, "viewer")).toBe(403);
  expect(await change(teacher, pupil, "owner")).toBe(204);
  expect(await change(pupil, teacher, "viewer")).toBe(204);
  expect(await change(teacher, pupil, "viewer")).toBe(403);
});

test("[Q5] the last owner of a space neither leaves it nor is lowered", async () => {
  const space = await spaceOf(teacher);
  const own = `${space}/members/${teacher.id}`;
  const lowered = await teacher.ask(own, { method: "PATCH", json: { role: "editor" } });
  const left = await teacher.ask(own, { method: "DELETE" });
  expect([lowered.status, left.status, left.body.code]).toEqual([409, 409, "last-owner"]);
  const second = await memberOf(server, teacher, space, "owner");
  expect((await teacher.ask(own, { method: "DELETE" })).status).toBe(204);
  expect((await teacher.ask(space)).status).toBe(404);
  expect((await second.ask(space)).body.people).toBe(1);
});

test("[Q6] whoever is removed, leaves or is lowered, has it at once, in the middle of a sentence, too", async () => {
  const space = await spaceOf(teacher);
  const articleId = await articleIn(space);
  for (const act of ["removed", "left"] as const) {
    const pupil = await memberOf(server, teacher, space);
    const client = clientOf(server, articleId, pupil);
    await client.connect();
    await until(() => client.isReady, "the pupil is at the article");
    const who = act === "left" ? pupil : teacher;
    const began = performance.now();
    const { status } = await who.ask(`${space}/members/${pupil.id}`, { method: "DELETE" });
    expect(status).toBe(204);
    await until(() => client.closeCode !== null, "the socket ends");
    expect(performance.now() - began).toBeLessThan(5000);
    expect(client.closeCode).toBe(CLOSE.noAccess);
    expect((await pupil.ask(`/api/articles/${articleId}`)).status).toBe(404);
    expect((await verbsOf(teacher, space))[0]).toBe(act);
  }
});

test("[Q6] a pupil removes nobody but themselves", async () => {
  const space = await spaceOf(teacher);
  const [pupil, other] = [
    await memberOf(server, teacher, space),
    await memberOf(server, teacher, space),
  ];
  for (const { id } of [other, teacher]) {
    expect((await pupil.ask(`${space}/members/${id}`, { method: "DELETE" })).status).toBe(403);
  }
});

test("[Q7] editors see how much everybody has written, over all articles; others do not", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  for (const kind of ["claim", "framing"]) {
    const articleId = await articleIn(space);
    const json = { kind, start: 0, end: 3 };
    const path = `/api/articles/${articleId}/annotations`;
    const { body } = await pupil.ask(path, { json });
    await pupil.ask(`${path}/${pupil.id}/${body.id}/replies`, { json: { text: "Why?" } });
  }
  const { body } = await teacher.ask(`${space}/progress`);
  expect(body.people).toEqual([
    {
      ...{ id: pupil.id, claim: 1, entity: 0, framing: 1, replies: 2, hidden: 0 },
      lastAt: expect.stringMatching(/^\d{4}-/),
    },
  ]);
  expect((await pupil.ask(`${space}/progress`)).status).toBe(403);
});

test("[Q8] all that somebody has written in a space is hidden at once, and shown again", async () => {
  const space = await spaceOf(teacher);
  const pupil = await memberOf(server, teacher, space);
  const other = await memberOf(server, teacher, space);
  const path = `/api/articles/${await articleIn(space)}/annotations`;
  const json = { kind: "claim", start: 0, end: 3 };
  const { body: first } = await pupil.ask(path, { json });
  await pupil.ask(`${path}/${pupil.id}/${first.id}/replies`, { json: { text: "x" } });
  await other.ask(path, { json });
  const hiding = `${space}/members/${pupil.id}/hiding`;
  const isHidden = async (): Promise<unknown[]> => {
    const { body } = await other.ask(path);
    return body.annotations.map((annotation: { author: { id: string }; hidden: unknown }) => [
      annotation.author.id === pupil.id,
      annotation.hidden !== null,
    ]);
  };
  const hidden = await teacher.ask(hiding, { method: "PUT", json: { reason: "rude" } });
  expect(hidden.body).toEqual({ changed: 2 });
  expect(await isHidden()).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, false],
    ]),
  );
  const shown = await teacher.ask(hiding, { method: "DELETE" });
  expect(shown.body).toEqual({ changed: 2 });
  expect(await isHidden()).toEqual(
    expect.arrayContaining([
      [true, false],
      [false, false],
    ]),
  );
  expect((await other.ask(hiding, { method: "PUT", json: { reason: "" } })).status).toBe(403);
});
