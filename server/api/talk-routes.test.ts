import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { type Asking, type Caller, TestServer } from "../test-server.ts";

type Member = Caller & { readonly id: string };

let server: TestServer;
let ann: Member;
let bob: Member;
let eve: Member;
let article = "";
/** The path of Ann's annotation. */
let path = "";
beforeAll(async () => {
  server = await TestServer.start();
  ann = await server.guest("Ann");
  bob = await server.guest("Bob");
  eve = await server.member("editor");
});
beforeEach(async () => {
  const json = { title: "T", text: "The minister spoke." };
  article = `/api/articles/${(await eve.ask("/api/articles", { json })).body.id}`;
  const annotation = { kind: "claim", label: "fact", start: 4, end: 12 };
  const { body } = await ann.ask(`${article}/annotations`, { json: annotation });
  path = `${article}/annotations/${ann.id}/${body.id}`;
});
afterAll(() => server.stop());

const put = (json?: object): Asking => ({ method: "PUT", ...(json && { json }) });
const DELETE: Asking = { method: "DELETE" };
const told = async () => (await bob.ask(`${article}/annotations`)).body.annotations[0];

test("[H17] a reply is told with the annotation, also after a restart", async () => {
  const json = { text: " @Ann who says so? ", mentions: [ann.id] };
  const { status, body } = await bob.ask(`${path}/replies`, { json });
  expect(status).toBe(201);
  expect(body).toMatchObject({ author: { id: bob.id, name: "Bob" }, text: "@Ann who says so?" });
  expect(body).toMatchObject({ mentions: [ann.id], editedAt: null });
  expect((await told()).replies).toEqual([body]);
  await server.restart();
  expect((await told()).replies).toEqual([body]);
});

test("[H17] a reply is changed and deleted by whoever wrote it, and by nobody else", async () => {
  const { body } = await bob.ask(`${path}/replies`, { json: { text: "one", mentions: [ann.id] } });
  const one = `${article}/replies/${body.id}`;
  expect((await ann.ask(one, { method: "PATCH", json: { text: "mine" } })).status).toBe(404);
  expect((await eve.ask(one, DELETE)).status).toBe(404);
  const changed = await bob.ask(one, { method: "PATCH", json: { text: "two" } });
  expect(changed.body).toMatchObject({ text: "two", mentions: [ann.id] });
  expect(changed.body.editedAt).toMatch(/Z$/);
  expect((await told()).replies).toMatchObject([{ text: "two" }]);
  expect((await bob.ask(one, DELETE)).status).toBe(204);
  expect((await told()).replies).toEqual([]);
  expect((await bob.ask(one, DELETE)).status).toBe(404);
});

test.each([{}, { text: " " }, { text: "x".repeat(5001) }, { text: "x", author: "eve" }])(
  "[H3] %j is no reply",
  async (json) => {
    expect((await bob.ask(`${path}/replies`, { json })).status).toBe(400);
    expect((await told()).replies).toEqual([]);
  },
);

test("[H17] everybody has one vote, and can take it back", async () => {
  await ann.ask(`${path}/vote`, put({ vote: "unsure" }));
  await eve.ask(`${path}/vote`, put({ vote: "agree" }));
  await bob.ask(`${path}/vote`, put({ vote: "agree" }));
  const { status, body } = await bob.ask(`${path}/vote`, put({ vote: "disagree" }));
  expect([status, body.votes]).toEqual([200, { agree: 1, disagree: 1, unsure: 1 }]);
  expect(body.voters).toMatchObject([
    { by: { id: ann.id, name: "Ann" }, vote: "unsure" },
    { by: { id: eve.id }, vote: "agree" },
    { by: { id: bob.id, name: "Bob" }, vote: "disagree" },
  ]);
  expect((await bob.ask(`${path}/vote`, DELETE)).body.votes.disagree).toBe(0);
  expect((await bob.ask(`${path}/vote`, put({ vote: "maybe" }))).status).toBe(400);
});

test("[H17] an editor's proposal stands open until the author chooses that label", async () => {
  const { body } = await eve.ask(`${path}/proposal`, put({ kind: "framing", label: "loaded" }));
  expect(body.proposals).toMatchObject([{ by: { id: eve.id }, label: "loaded", standing: "open" }]);
  const own = path.replace(`${ann.id}/`, "");
  await ann.ask(own, { method: "PATCH", json: { kind: "framing", label: "loaded" } });
  expect((await told()).proposals).toMatchObject([{ standing: "accepted" }]);
  expect((await eve.ask(`${path}/proposal`, DELETE)).body.proposals).toEqual([]);
  const wrong = await eve.ask(`${path}/proposal`, put({ kind: "claim", label: "loaded" }));
  expect(wrong.status).toBe(422);
});

test("[H17] the author accepts a proposal or declines it, and nobody else answers", async () => {
  const label = { kind: "framing", label: "loaded" };
  await eve.ask(`${path}/proposal`, put(label));
  const own = `${path.replace(`${ann.id}/`, "")}/proposals`;
  const answer = (accepted: boolean) => put({ accepted });
  expect((await bob.ask(`${own}/${eve.id}`, answer(true))).status).toBe(403);
  expect((await ann.ask(`${own}/${bob.id}`, answer(true))).status).toBe(404);
  const declined = await ann.ask(`${own}/${eve.id}`, answer(false));
  expect(declined.body).toMatchObject({ label: "fact", proposals: [{ standing: "declined" }] });
  expect((await ann.ask(`${own}/${eve.id}`, answer(false))).status).toBe(200);
  const accepted = await ann.ask(`${own}/${eve.id}`, answer(true));
  expect(accepted.body).toMatchObject({ ...label, proposals: [{ standing: "accepted" }] });
});

test("[H17] what is not there, or is somebody else's, is not found", async () => {
  const id = path.split("/").at(-1);
  for (const wrong of [
    `${article}/annotations/${bob.id}/${id}`,
    `${article}/annotations/${ann.id}/${newAnnotationId()}`,
    `${article}/annotations/nobody/${id}`,
  ]) {
    expect((await bob.ask(`${wrong}/vote`, put({ vote: "agree" }))).status).toBe(404);
    expect((await eve.ask(`${wrong}/resolution`, put())).status).toBe(404);
  }
});

test("[H18] the author and editors settle a thread and open it again; the first settling stands", async () => {
  expect((await bob.ask(`${path}/resolution`, put())).status).toBe(403);
  const { status, body } = await ann.ask(`${path}/resolution`, put());
  expect([status, body.resolved.by]).toEqual([200, { id: ann.id, name: "Ann" }]);
  expect((await eve.ask(`${path}/resolution`, put())).body.resolved).toEqual(body.resolved);
  await server.restart();
  expect((await told()).resolved).toEqual(body.resolved);
  expect((await eve.ask(`${path}/resolution`, DELETE)).body.resolved).toBeNull();
});

test("[H18] editors hide with a reason, [H19] and what is hidden is told but not painted first", async () => {
  const hiding = put({ reason: " Names a pupil " });
  expect((await ann.ask(`${path}/hiding`, hiding)).status).toBe(403);
  expect((await eve.ask(`${path}/hiding`, put({ reason: " " }))).status).toBe(400);
  const { body } = await eve.ask(`${path}/hiding`, hiding);
  expect(body.hidden).toMatchObject({ by: { id: eve.id }, reason: "Names a pupil" });
  expect((await told()).hidden).toEqual(body.hidden);
  const highlights = async () => (await bob.ask(`${article}/highlights`)).body.highlights;
  expect(await highlights()).toEqual([]);
  expect((await eve.ask(`${path}/hiding`, DELETE)).body.hidden).toBeNull();
  expect(await highlights()).toHaveLength(1);
});

test("[H18] editors hide a reply with a reason, and show it again", async () => {
  const { body } = await bob.ask(`${path}/replies`, { json: { text: "She is in 7b." } });
  const hiding = `${article}/replies/${bob.id}/${body.id}/hiding`;
  expect((await ann.ask(hiding, put({ reason: "x" }))).status).toBe(403);
  expect((await eve.ask(hiding, put({ reason: "" }))).status).toBe(400);
  const hidden = await eve.ask(hiding, put({ reason: "Names a pupil" }));
  expect(hidden.body.hidden).toMatchObject({ by: { id: eve.id }, reason: "Names a pupil" });
  await server.restart();
  expect((await told()).replies).toEqual([hidden.body]);
  const changed = await bob.ask(`${article}/replies/${body.id}`, {
    method: "PATCH",
    json: { text: "She is." },
  });
  expect(changed.body.hidden).toEqual(hidden.body.hidden);
  expect((await eve.ask(hiding, DELETE)).body.hidden).toBeNull();
  const lost = `${article}/replies/${ann.id}/${body.id}/hiding`;
  expect((await eve.ask(lost, put({ reason: "x" }))).status).toBe(404);
});

test("[H17] a reply of somebody who was removed stays, without a name", async () => {
  const cleo = await server.guest("Cleo");
  await cleo.ask(`${path}/replies`, { json: { text: "still here" } });
  server.sql("DELETE FROM user WHERE id = ?", cleo.id);
  expect((await told()).replies).toMatchObject([
    { text: "still here", author: { id: cleo.id, name: null } },
  ]);
});

test("[H21] members are told to members: id, name and colour", async () => {
  const { body } = await bob.ask(`${article}/members`);
  expect(body.members).toContainEqual({ id: ann.id, name: "Ann", colour: expect.any(Number) });
  expect(body.members.length).toBeGreaterThanOrEqual(3);
  const stranger = await server.guest();
  server.sql("DELETE FROM member WHERE user_id = ?", stranger.id);
  expect((await stranger.ask(`${article}/members`)).status).toBe(404);
});
