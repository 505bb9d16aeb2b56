import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { addAnnotation, readLayer, removeAnnotation, setNote } from "#domain/annotation/layer.ts";
import { undoLayer } from "#domain/annotation/layer-roots.ts";
import { type Answer, FRAME_BYTES, type Push, readPush } from "#domain/wire.ts";
import { LayerOutbox } from "./layer-outbox.ts";

const LETTER = { client: 1, clock: 0 };
const ANCHOR = { start: LETTER, end: LETTER, quote: "word", prefix: "", suffix: "" };

/** A layer with its outbox, and the other end of the line. */
class Line {
  readonly layer = new Y.Doc();
  readonly server = new Y.Doc();
  readonly sent: Push[] = [];
  greetings = 0;
  readonly outbox = new LayerOutbox(this.layer, {
    send: (message) => {
      expect(message.length).toBeLessThanOrEqual(FRAME_BYTES);
      const decoder = decoding.createDecoder(message);
      decoding.readVarUint(decoder);
      this.sent.push(readPush(decoder));
    },
    greet: () => this.greetings++,
    onChange: () => {},
  });

  constructor() {
    undoLayer(this.layer, 0);
  }

  mark(note = ""): string {
    const id = newAnnotationId();
    const labelling = { kind: "claim", label: null } as const;
    addAnnotation(this.layer, { id, anchor: ANCHOR, ...labelling, note, createdAt: 0 });
    return id;
  }

  /** The server says what it holds. */
  ready(): void {
    this.outbox.onReady(Y.encodeStateVector(this.server));
  }

  /** The server answers the oldest request, and keeps what it calls stored. */
  answer(answer: Answer): void {
    const push = this.sent.shift();
    if (!push) throw new Error("nothing was sent");
    if (answer === "stored") Y.applyUpdate(this.server, push.update);
    this.outbox.onAnswer(push.request, answer);
  }
}

test("[N1] a note is sent without the thousands of notes that it was while it was typed", () => {
  const line = new Line();
  const id = line.mark();
  const note = "letter by letter ".repeat(100);
  for (let end = 1; end <= note.length; end++) setNote(line.layer, id, note.slice(0, end));
  expect(Y.encodeStateAsUpdate(line.layer).length).toBeGreaterThan(FRAME_BYTES);
  line.ready();
  expect(line.outbox.isStored).toBe(false);
  line.answer("stored");
  expect(line.outbox.isStored).toBe(true);
  expect(readLayer(line.server, "ada")).toEqual(readLayer(line.layer, "ada"));
});

test("[N2] what no frame can hold is sent in pieces, and is stored when all of them are", () => {
  const line = new Line();
  for (let count = 0; count < 12; count++) line.mark("語".repeat(20_000));
  line.ready();
  expect(line.sent.length).toBeGreaterThan(2);
  while (line.sent.length > 0) {
    expect(line.outbox.isStored).toBe(false);
    line.answer("stored");
  }
  expect(line.outbox.isStored).toBe(true);
  expect(readLayer(line.server, "ada")).toEqual(readLayer(line.layer, "ada"));
});

test("[N2] a piece that was refused is a refusal, whatever becomes of the others", () => {
  const line = new Line();
  for (let count = 0; count < 12; count++) line.mark("語".repeat(20_000));
  line.ready();
  line.answer("stored");
  line.answer("too-big");
  while (line.sent.length > 0) line.answer("stored");
  expect(line.outbox.refusal).toBe("too-big");
  expect(line.outbox.isStored).toBe(false);
  line.ready();
  while (line.sent.length > 0) line.answer("stored");
  expect(line.outbox.refusal).toBeNull();
});

test("[N3] when the disk refused one piece, what is said of the next ones is no refusal", async () => {
  const line = new Line();
  for (let count = 0; count < 12; count++) line.mark("語".repeat(20_000));
  line.ready();
  line.answer("not-stored");
  while (line.sent.length > 0) line.answer("gap");
  expect(line.outbox.refusal).toBeNull();
  expect(line.outbox.isWaiting).toBe(true);
  await expect.poll(() => line.greetings, { timeout: 5000 }).toBe(1);
});

test("[N2] a refusal shows until the server has everything", () => {
  const line = new Line();
  line.ready();
  const id = line.mark();
  line.answer("set-aside");
  setNote(line.layer, id, "more");
  line.answer("gap");
  line.ready();
  expect(line.outbox.refusal).toBe("set-aside");
  line.answer("stored");
  expect(line.outbox.refusal).toBeNull();
  expect(line.outbox.isWaiting).toBe(false);
});

test.each(["gap", "unknown-reference"] as const)(
  "[N3] %s is healed by sending what the server lacks",
  async (answer) => {
    const line = new Line();
    line.ready();
    const id = line.mark();
    line.answer("not-stored"); // the disk refused, and what was made then is deleted now
    line.ready();
    line.sent.pop();
    removeAnnotation(line.layer, id);
    line.answer(answer);
    await expect.poll(() => line.greetings).toBeGreaterThan(0);
    expect(line.outbox.refusal).toBeNull();
    expect(line.outbox.isStored).toBe(false);
    line.ready();
    line.answer("stored");
    expect(line.outbox.isStored).toBe(true);
  },
);

test.each(["gap", "unknown-reference"] as const)(
  "[N3] if all that the server lacks is answered with %s, that is a refusal",
  (answer) => {
    const line = new Line();
    line.mark();
    line.ready();
    line.answer(answer);
    expect(line.outbox.refusal).toBe(answer);
  },
);

test("[N16] what is done while much is unanswered goes up as one, and is stored when all is", () => {
  const line = new Line();
  line.ready();
  const ids = Array.from({ length: 500 }, () => line.mark());
  removeAnnotation(line.layer, ids[0] ?? "");
  let sent = 0;
  while (line.sent.length > 0) {
    expect(line.outbox.isStored).toBe(false);
    expect(line.outbox.isWaiting).toBe(true);
    line.answer("stored");
    sent++;
  }
  expect(sent).toBeLessThan(20);
  expect(line.outbox.isStored).toBe(true);
  expect(line.outbox.isWaiting).toBe(false);
  expect(readLayer(line.server, "ada")).toEqual(readLayer(line.layer, "ada"));
  expect(readLayer(line.server, "ada")).toHaveLength(499);
});

test("[N16] what waited to go up when the connection went is sent with the rest", () => {
  const line = new Line();
  line.ready();
  for (let count = 0; count < 100; count++) line.mark();
  const lost = line.sent.splice(0).length;
  line.outbox.onDisconnect();
  expect(line.outbox.isWaiting).toBe(true);
  line.ready();
  expect(line.sent).toHaveLength(1);
  line.answer("stored");
  expect(lost).toBeLessThan(100);
  expect(line.outbox.isStored).toBe(true);
  expect(readLayer(line.server, "ada")).toHaveLength(100);
});
