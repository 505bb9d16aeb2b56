// One socket for tests of rights, which says what it likes.

import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { SYNC } from "#domain/wire.ts";
import { encodeStep1, readSync, STEP_2 } from "./sync-message.ts";
import { until } from "./test-server.ts";

/** One socket; what it is told is kept. */
export class Line {
  readonly heard: Uint8Array[] = [];
  code: number | null = null;
  readonly #ws: WebSocket;

  /** `url`: with the path. */
  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.#ws = new WebSocket(url, { headers });
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

/** An update that puts a word into the text. */
export function textUpdate(word: string): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(word)]);
  articleFragment(doc).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

/** One that puts a field into a layer. */
export function layerUpdate(): Uint8Array {
  const doc = new Y.Doc();
  fieldsOf(doc).set("smuggled", 1);
  return Y.encodeStateAsUpdate(doc);
}
