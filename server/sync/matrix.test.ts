// What sockets may do: each thing that can be done over one, for everybody, at what is theirs,
// another's and absent. What is allowed is what `authorize` says; no message is left out.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
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
import { encodePresence, encodeStep1, encodeUpdate, readSync, STEP_2 } from "./sync-message.ts";
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

/** One socket; what it is told is kept. */
class Line {
  readonly heard: Uint8Array[] = [];
  code: number | null = null;
  readonly #ws: WebSocket;

  constructor(asker: Asker, path: string) {
    people.server.roles.set("me", roleOf(asker));
    const headers = asker === "nobody" ? {} : { authorization: "Bearer me" };
    this.#ws = new WebSocket(`${people.server.url}${path}`, { headers });
    this.#ws.on("message", (data: Buffer) => this.heard.push(data));
    this.#ws.on("close", (code) => {
      this.code = code;
    });
  }

  say(message: Uint8Array): void {
    this.#ws.send(message);
  }

  /** Waits until it may speak, or was turned away; returns whether it may. */
  async open(): Promise<boolean> {
    await until(() => this.#ws.readyState !== WebSocket.CONNECTING, "the socket answers");
    if (this.#ws.readyState === WebSocket.OPEN)
      this.say(encodeStep1(Y.encodeStateVector(new Y.Doc())));
    await until(() => this.code !== null || this.content() !== null, "content or refusal");
    return this.code === null;
  }

  /** The newest content that was asked for; null before there is any. */
  content(): Y.Doc | null {
    const steps = this.messages(SYNC).map(readSync);
    const last = steps.findLast(({ step }) => step === STEP_2);
    if (!last) return null;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, last.bytes);
    return doc;
  }

  /** Says something and then asks for the content: what was said before is in it, or never will be. */
  async contentAfter(message: Uint8Array): Promise<Y.Doc | null> {
    const before = this.messages(SYNC).length;
    this.say(message);
    this.say(encodeStep1(Y.encodeStateVector(new Y.Doc())));
    await until(() => this.code !== null || this.messages(SYNC).length > before, "content");
    return this.code === null ? this.content() : null;
  }

  messages(type: number): decoding.Decoder[] {
    return this.heard
      .map((message) => decoding.createDecoder(message))
      .filter((decoder) => decoding.readVarUint(decoder) === type);
  }

  close(): void {
    this.#ws.terminate();
  }
}

/** An update that puts a word into the text, or into a layer. */
function textUpdate(): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("SMUGGLED")]);
  articleFragment(doc).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

function layerUpdate(): Uint8Array {
  const doc = new Y.Doc();
  fieldsOf(doc).set("smuggled", 1);
  return Y.encodeStateAsUpdate(doc);
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
    const line = new Line(asker, path);
    expect(await line.open()).toBe(allowed);
    if (!allowed) expect(line.code).toBe(refusalFor(asker));
    line.close();
  });
});

describe.each(MEMBERS)("%s", (asker) => {
  test("[S22] writes the text only as its editor", async () => {
    const line = new Line(asker, articlePath("article"));
    await line.open();
    const text = await line.contentAfter(encodeUpdate(textUpdate()));
    const arrived = String(text && articleFragment(text)).includes("SMUGGLED");
    expect(arrived).toBe(may(asker, "article.edit", ARTICLE));
    expect(line.code).toBeNull();
    line.close();
  });

  test("[S22] pushes to the own layer only as an annotator", async () => {
    const line = new Line(asker, articlePath("article"));
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
    const line = new Line(asker, layerPath("article", owner));
    await line.open();
    const layer = await line.contentAfter(encodeUpdate(layerUpdate()));
    const allowed = may(asker, "layer.write", layerOf(owner));
    expect(layer ? fieldsOf(layer).has("smuggled") : false).toBe(allowed);
    expect(line.code).toBe(allowed ? null : CLOSE.noAccess);
    line.close();
  });

  test("[S22] says hello and is present", async () => {
    const line = new Line(asker, articlePath("article"));
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
    const line = new Line("owner", articlePath("article"));
    await line.open();
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, type);
    line.say(encoding.toUint8Array(message));
    await until(() => line.code !== null, `message ${type} is refused`);
    expect(line.code, `message ${type}`).toBe(CLOSE.malformed);
  }
});
