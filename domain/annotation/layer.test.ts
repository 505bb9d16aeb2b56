import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createAnchor } from "../anchor/anchor.ts";
import { articleOf } from "../anchor/edited-article.test-kit.ts";
import { articleFragment } from "../article/article.ts";
import { readText } from "../article/article-text.ts";
import { NOTE_LENGTH } from "./annotation.ts";
import { newAnnotationId } from "./annotation-id.ts";
import {
  acceptProposal,
  addAnnotation,
  declineProposal,
  moveAnnotation,
  type NewAnnotation,
  readAnnotation,
  readLayer,
  relabel,
  removeAnnotation,
  setAttribute,
  setNote,
  watchLayer,
} from "./layer.ts";
import { fieldsOf, recordsOf, undoLayer } from "./layer-roots.ts";

const anchor = createAnchor(readText(articleFragment(articleOf("alpha beta"))), {
  start: 0,
  end: 5,
});

function annotation(id = newAnnotationId()): NewAnnotation {
  if (anchor === null) throw new Error("no anchor");
  return { id, anchor, kind: "claim", label: "fact", createdAt: 7 };
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b), "elsewhere");
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a), "elsewhere");
}

test("[L1] what is added is read back whole on another device, with the owner as author", () => {
  const layer = new Y.Doc();
  const added = { ...annotation(), note: "why" };
  addAnnotation(layer, added);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(layer));
  expect(readLayer(other, "ada")).toEqual([
    { ...added, author: "ada", attributes: {}, answered: {} },
  ]);
});

test("[L2] an id is used once, and must be one", () => {
  const layer = new Y.Doc();
  const added = annotation();
  addAnnotation(layer, added);
  expect(() => addAnnotation(layer, added)).toThrow(RangeError);
  expect(() => addAnnotation(layer, annotation("short"))).toThrow(RangeError);
  expect(readLayer(layer, "ada")).toHaveLength(1);
});

describe("[L3] an annotation", () => {
  test("[L3] may change its label and its note", () => {
    const layer = new Y.Doc();
    const { id } = annotation();
    addAnnotation(layer, annotation(id));
    relabel(layer, id, { kind: "entity", label: null });
    setNote(layer, id, "x".repeat(NOTE_LENGTH + 5));
    expect(readAnnotation(layer, "ada", id)).toMatchObject({
      kind: "entity",
      label: null,
      note: "x".repeat(NOTE_LENGTH),
    });
  });

  test("[L3] that is gone leaves nothing behind and cannot be changed", () => {
    const layer = new Y.Doc();
    const { id } = annotation();
    addAnnotation(layer, { ...annotation(id), note: "why" });
    removeAnnotation(layer, id);
    relabel(layer, id, { kind: "entity", label: null });
    setNote(layer, id, "again");
    removeAnnotation(layer, id);
    expect(readLayer(layer, "ada")).toEqual([]);
    expect(layer.toJSON()).toEqual({ a: {}, f: {} });
  });
});

test("[L4] what is malformed is not read, and harms nothing beside it", () => {
  const layer = new Y.Doc();
  const { id } = annotation();
  addAnnotation(layer, annotation(id));
  const bad = newAnnotationId();
  const junk = fc.oneof(fc.constant(null), fc.string(), fc.object(), fc.uint8Array());
  fc.assert(
    fc.property(junk, junk, (record, label) => {
      recordsOf(layer).set(bad, record);
      fieldsOf(layer).set(`${bad}/label`, label);
      expect(readLayer(layer, "ada").map((each) => each.id)).toEqual([id]);
    }),
  );
});

test("[L4] a malformed field is passed over, as if it had never been written", () => {
  const layer = new Y.Doc();
  const added = annotation();
  addAnnotation(layer, added);
  const before = readAnnotation(layer, "ada", added.id);
  const field = fc.constantFrom("label", "note", "anchor", "attributes", "answered");
  const junk = fc.oneof(fc.constant(7), fc.array(fc.nat()), fc.uint8Array());
  fc.assert(
    fc.property(field, junk, (name, value) => {
      fieldsOf(layer).set(`${added.id}/${name}`, value);
      expect(readAnnotation(layer, "ada", added.id)).toEqual(before);
    }),
  );
});

test("[L4] what lies under a name that is no id is not read", () => {
  const layer = new Y.Doc();
  addAnnotation(layer, annotation());
  const [record] = recordsOf(layer).values();
  recordsOf(layer).set("short", record);
  expect(readLayer(layer, "ada")).toHaveLength(1);
});

test("[L5] undo takes back what was done by hand here, not what came from elsewhere", () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  const history = undoLayer(here, 0);
  const [mine, other] = [annotation(), annotation()];
  addAnnotation(here, mine);
  setNote(here, mine.id, "first");
  addAnnotation(there, other);
  exchange(here, there);
  const ids = () => readLayer(here, "ada").map(({ id }) => id);
  history.undo();
  expect(readAnnotation(here, "ada", mine.id)?.note).toBe("");
  history.undo();
  expect(ids()).toEqual([other.id]);
  history.undo();
  expect(ids()).toEqual([other.id]);
  history.redo();
  history.redo();
  expect(readAnnotation(here, "ada", mine.id)?.note).toBe("first");
});

test("[L6] a watcher hears once per transaction which annotations it touched", () => {
  const layer = new Y.Doc();
  const heard: string[][] = [];
  const stop = watchLayer(layer, (ids) => heard.push([...ids].sort()));
  const [a, b] = [annotation(), annotation()];
  layer.transact(() => {
    addAnnotation(layer, a);
    addAnnotation(layer, b);
  });
  relabel(layer, a.id, { kind: "framing", label: null });
  layer.getMap("elsewhere").set("x", 1);
  removeAnnotation(layer, b.id);
  stop();
  setNote(layer, a.id, "unheard");
  expect(heard).toEqual([[a.id, b.id].sort(), [a.id], [b.id]]);
});

type Act = (layer: Y.Doc, id: string) => void;

const acts: readonly Act[] = [
  (layer, id) => {
    if (!recordsOf(layer).has(id)) addAnnotation(layer, annotation(id));
  },
  (layer, id) => relabel(layer, id, { kind: "entity", label: null }),
  (layer, id) => setNote(layer, id, `note on ${id}`),
  removeAnnotation,
];

test("[L7] two devices that wrote apart end with the same layer", () => {
  const ids = Array.from({ length: 4 }, () => newAnnotationId());
  const step = fc.record({
    device: fc.nat(1),
    act: fc.constantFrom(...acts),
    id: fc.constantFrom(...ids),
    meet: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const [here, there] = [new Y.Doc(), new Y.Doc()];
      for (const { device, act, id, meet } of steps) {
        act(device === 0 ? here : there, id);
        if (meet) exchange(here, there);
      }
      exchange(here, there);
      const sorted = (layer: Y.Doc) =>
        readLayer(layer, "ada").toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(here)).toEqual(sorted(there));
    }),
  );
});

describe("[L8] what the author may still change", () => {
  test("[L8] the passage moves, and everything else stays", () => {
    const layer = new Y.Doc();
    const added = annotation();
    addAnnotation(layer, added);
    moveAnnotation(layer, added.id, { ...added.anchor, quote: "alph" });
    expect(readAnnotation(layer, "ada", added.id)).toMatchObject({
      label: "fact",
      anchor: { quote: "alph" },
      createdAt: 7,
    });
  });

  test("[L8] attributes are set one by one, and taken away with nothing", () => {
    const layer = new Y.Doc();
    const { id } = annotation();
    addAnnotation(layer, annotation(id));
    setAttribute(layer, id, "speaker", "The mayor");
    setAttribute(layer, id, "priority", "high");
    setAttribute(layer, id, "speaker", "");
    expect(readAnnotation(layer, "ada", id)?.attributes).toEqual({ priority: "high" });
    setAttribute(layer, newAnnotationId(), "speaker", "nobody");
    expect(readLayer(layer, "ada")).toHaveLength(1);
  });

  test("[L8] a proposal is turned down by its moment, so that a later one is heard again", () => {
    const layer = new Y.Doc();
    const { id } = annotation();
    addAnnotation(layer, annotation(id));
    declineProposal(layer, id, "ben", 5);
    declineProposal(layer, id, "cleo", 6);
    expect(readAnnotation(layer, "ada", id)?.answered).toEqual({
      ben: { at: 5, accepted: false },
      cleo: { at: 6, accepted: false },
    });
  });

  test("[L8] a proposal is accepted in one step, which undo takes back whole", () => {
    const layer = new Y.Doc();
    const { id } = annotation();
    addAnnotation(layer, annotation(id));
    const history = undoLayer(layer, 0);
    acceptProposal(layer, id, "ben", { kind: "framing", label: "loaded", at: 5 });
    expect(readAnnotation(layer, "ada", id)).toMatchObject({
      kind: "framing",
      label: "loaded",
      answered: { ben: { at: 5, accepted: true } },
    });
    history.undo();
    expect(readAnnotation(layer, "ada", id)).toMatchObject({ label: "fact", answered: {} });
  });

  test("[L8] whoever deletes an annotation leaves no field of it behind", () => {
    const layer = new Y.Doc();
    const { id } = annotation();
    addAnnotation(layer, { ...annotation(id), note: "why" });
    setAttribute(layer, id, "speaker", "The mayor");
    declineProposal(layer, id, "ben", 5);
    removeAnnotation(layer, id);
    expect(fieldsOf(layer).size).toBe(0);
  });
});
