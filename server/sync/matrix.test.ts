// What sockets may do: each thing that can be done over one, for everybody, at what is theirs,
// another's and absent. What is allowed is what `authorize` says; no message is left out.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import type { Role } from "#domain/person.ts";
import {
  ANSWER,
  AWARENESS,
  articlePath,
  CLOSE,
  encodeHello,
  encodePush,
  HELLO,
  layerPath,
  PUSH,
  READY,
  readAnswer,
  SYNC,
} from "#domain/wire.ts";
import { type Actor, authorize, type Resource, type Verb } from "../access/authorize.ts";
import { Line, layerUpdate, textUpdate } from "./line.test-kit.ts";
import { encodePresence, encodeUpdate } from "./sync-message.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

const ASKERS = ["nobody", "stranger", "viewer", "annotator", "editor", "owner"] as const;
type Asker = (typeof ASKERS)[number];
const MEMBERS = ASKERS.slice(2);

let people: TestPeople;
beforeAll(async () => {
  people = await TestPeople.at({ author: "annotator" });
  const author = await people.join("author");
  fieldsOf(author.layer()).set("a", 1);
  await until(() => author.isSaved, "the author's layer is saved");
});
afterAll(() => people.leave());

const roleOf = (asker: Asker): Role | null =>
  asker === "nobody" || asker === "stranger" ? null : asker;

/** Whether `asker`, as the user "me", may do this, and may know of the place at all. */
function may(asker: Asker, verb: Verb, resource: Resource): boolean {
  const actor: Actor = { userId: "me", role: roleOf(asker) };
  return authorize(actor, verb, resource);
}

function openLine(asker: Asker, path: string): Line {
  people.server.roles.set("me", roleOf(asker));
  const headers = asker === "nobody" ? {} : { authorization: "Bearer me" };
  return new Line(`${people.server.url}${path}`, { ...headers });
}

const ARTICLE: Resource = { type: "article", locked: false };
const layerOf = (owner: string): Resource => ({ type: "layer", owner });
const refusalFor = (asker: Asker): number => (asker === "nobody" ? CLOSE.noSession : CLOSE.noRoom);

describe.each(ASKERS)("%s", (asker) => {
  test.each([
    ["an article", articlePath("article"), may(asker, "article.read", ARTICLE)],
    ["an absent article", articlePath("absent"), false],
    ["the own layer", layerPath("article", "me"), may(asker, "layer.read", layerOf("me"))],
    [
      "another's layer",
      layerPath("article", "author"),
      may(asker, "layer.read", layerOf("author")),
    ],
    [
      "a layer that nobody wrote",
      layerPath("article", "x"),
      may(asker, "layer.read", layerOf("x")),
    ],
    ["a layer of an absent article", layerPath("absent", "me"), false],
  ])("[S22] opens %s, or cannot tell whether it is there", async (_, path, allowed) => {
    const line = openLine(asker, path);
    expect(await line.open()).toBe(allowed);
    if (!allowed) expect(line.code).toBe(refusalFor(asker));
    line.close();
  });
});

describe.each(MEMBERS)("%s", (asker) => {
  test("[S22] writes the text only as its editor", async () => {
    const line = openLine(asker, articlePath("article"));
    await line.open();
    const text = await line.contentAfter(encodeUpdate(textUpdate("SMUGGLED")));
    const arrived = String(text && articleFragment(text)).includes("SMUGGLED");
    expect(arrived).toBe(may(asker, "article.edit", ARTICLE));
    expect(line.code).toBeNull();
    line.close();
  });

  test("[S22] pushes to the own layer only as an annotator", async () => {
    const line = openLine(asker, articlePath("article"));
    await line.open();
    line.say(encodePush({ request: 1, update: layerUpdate() }));
    await until(() => line.messages(ANSWER).length > 0, "an answer");
    const { answer } = readAnswer(
      line.messages(ANSWER)[0] ?? decoding.createDecoder(new Uint8Array()),
    );
    expect(answer).toBe(may(asker, "layer.write", layerOf("me")) ? "stored" : "not-allowed");
    line.close();
  });

  test.each(["me", "author"])("[S22] writes the layer of %s only as its owner", async (owner) => {
    const line = openLine(asker, layerPath("article", owner));
    await line.open();
    const layer = await line.contentAfter(encodeUpdate(layerUpdate()));
    const allowed = may(asker, "layer.write", layerOf(owner));
    expect(layer ? fieldsOf(layer).has("smuggled") : false).toBe(allowed);
    expect(line.code).toBe(allowed ? null : CLOSE.noAccess);
    line.close();
  });

  test("[S22] says hello and is present", async () => {
    const line = openLine(asker, articlePath("article"));
    await line.open();
    line.say(encodePresence([{ client: 4711, clock: 1, json: "{}" }]));
    line.say(encodeHello(new Map()));
    await until(() => line.messages(READY).length > 0, "ready");
    expect(line.code).toBeNull();
    line.close();
  });
});

test("[S22] no other message is taken than those that are played here", async () => {
  const played = [SYNC, AWARENESS, HELLO, PUSH];
  for (let type = 0; type < 130; type++) {
    if (played.includes(type)) continue;
    const line = openLine("owner", articlePath("article"));
    await line.open();
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, type);
    line.say(encoding.toUint8Array(message));
    await until(() => line.code !== null, `message ${type} is refused`);
    expect(line.code, `message ${type}`).toBe(CLOSE.malformed);
  }
});
