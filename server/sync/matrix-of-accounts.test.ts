// The same sockets for people with an account and for their scripts, at a whole server.

import * as decoding from "lib0/decoding";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import type { Role } from "#domain/person.ts";
import { ANSWER, articlePath, CLOSE, encodePush, layerPath, readAnswer } from "#domain/wire.ts";
import { authorize, type Resource, type Verb } from "../access/authorize.ts";
import { type Caller, TestServer } from "../test-server.ts";
import { Line, layerUpdate, textUpdate } from "./line.test-kit.ts";
import { encodeUpdate } from "./sync-message.ts";
import { until } from "./test-server.ts";

const PASSWORD = "a long password";

let server: TestServer;
let author: string;
beforeAll(async () => {
  server = await TestServer.start({ settings: { POSTIL_SIGN_UP: "open" } });
  const guest = await server.guest();
  author = guest.id;
  const json = { kind: "claim", start: 0, end: 5 };
  await guest.ask(`/api/articles/${server.sampleId}/annotations`, { json });
});
afterAll(() => server.stop());

type Known = { readonly caller: Caller; readonly id: string };
type Headers = Readonly<Record<string, string>>;

let people = 0;
async function personAs(role: Role): Promise<Known> {
  const caller = server.stranger();
  people += 1;
  const account = { email: `p${people}@example.org`, password: PASSWORD };
  const { body } = await caller.ask("/api/accounts", { json: account });
  server.sql("UPDATE member SET role = ? WHERE user_id = ?", role, body.user.id);
  return { caller, id: String(body.user.id) };
}

const byAccount = async ({ caller }: Known): Promise<Headers> => ({ cookie: caller.cookie });

const byToken =
  (access: "read" | "write", { elsewhere = false, isRevoked = false } = {}) =>
  async ({ caller }: Known): Promise<Headers> => {
    const space = elsewhere
      ? (await caller.ask("/api/spaces", { json: { name: "Desk", template: "desk" } })).body.id
      : null;
    const json = { name: "Script", access, spaces: space && [space] };
    const { status, body } = await caller.ask("/api/tokens", { json });
    expect(status).toBe(201);
    if (isRevoked) await caller.ask(`/api/tokens/${body.id}`, { method: "DELETE" });
    return { authorization: `Bearer ${body.token}` };
  };

const ARTICLE: Resource = { type: "article", locked: false };

/** What the one who opens a line stands as, or the code they are told. */
type Stands = Role | number;

function may(stands: Stands, verb: Verb, resource: Resource): boolean {
  return typeof stands === "string" && authorize({ userId: "me", role: stands }, verb, resource);
}

const CASES: readonly (readonly [string, Role, (person: Known) => Promise<Headers>, Stands])[] = [
  ["an account", "viewer", byAccount, "viewer"],
  ["an account", "annotator", byAccount, "annotator"],
  ["an account", "editor", byAccount, "editor"],
  ["an account", "owner", byAccount, "owner"],
  ["a token for writing", "viewer", byToken("write"), "viewer"],
  ["a token for writing", "annotator", byToken("write"), "annotator"],
  ["a token for writing", "owner", byToken("write"), "editor"],
  ["a token for reading", "annotator", byToken("read"), "viewer"],
  ["a token for reading", "owner", byToken("read"), "viewer"],
  ["a token for another space", "owner", byToken("write", { elsewhere: true }), CLOSE.noRoom],
  ["a revoked token", "owner", byToken("write", { isRevoked: true }), CLOSE.noSession],
];

test.each(CASES)("[S22] [P20] %s of a person who is %s", async (_, role, shows, stands) => {
  const person = await personAs(role);
  const headers = await shows(person);
  const article = server.sampleId;
  const layerOf = (owner: string): Resource => ({ type: "layer", owner });
  const line = (path: string): Line => new Line(server.url.replace("http", "ws") + path, headers);
  const opens = async (path: string): Promise<number | null> => {
    const opened = line(path);
    await opened.open();
    opened.close();
    return opened.code;
  };
  const refusal = typeof stands === "number" ? stands : CLOSE.noRoom;
  expect(await opens(articlePath("absent"))).toBe(refusal);
  expect(await opens(layerPath("absent", person.id))).toBe(refusal);

  const text = line(articlePath(article));
  expect(await text.open()).toBe(may(stands, "article.read", ARTICLE));
  if (typeof stands === "number") {
    expect(text.code).toBe(stands);
    expect(await opens(layerPath(article, person.id))).toBe(stands);
    expect(await opens(layerPath(article, author))).toBe(stands);
    return;
  }
  text.say(encodePush({ request: 1, update: layerUpdate() }));
  await until(() => text.messages(ANSWER).length > 0, "an answer");
  const { answer } = readAnswer(
    text.messages(ANSWER)[0] ?? decoding.createDecoder(new Uint8Array()),
  );
  expect(answer).toBe(may(stands, "layer.write", layerOf("me")) ? "stored" : "not-allowed");
  const after = await text.contentAfter(encodeUpdate(textUpdate(person.id)));
  const hasArrived = String(after && articleFragment(after)).includes(person.id);
  expect(hasArrived).toBe(may(stands, "article.edit", ARTICLE));
  text.close();

  for (const [owner, whose] of [
    [person.id, "me"],
    [author, "author"],
  ] as const) {
    const layer = line(layerPath(article, owner));
    expect(await layer.open()).toBe(may(stands, "layer.read", layerOf(whose)));
    const written = await layer.contentAfter(encodeUpdate(layerUpdate()));
    const isAllowed = may(stands, "layer.write", layerOf(whose));
    expect(written ? fieldsOf(written).has("smuggled") : false).toBe(isAllowed);
    expect(layer.code).toBe(isAllowed ? null : CLOSE.noAccess);
    layer.close();
  }
});
