// What a layer takes and what it refuses.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { RECORD_BYTES } from "#domain/annotation/annotation-record.ts";
import { fieldsOf, LAYER_ROOTS, recordsOf } from "#domain/annotation/layer-roots.ts";
import { admitToLayer } from "./admit-layer.ts";
import { content, handMadeUpdate } from "./hand-made-update.ts";
import { honestUpdate, hostileLayerUpdates } from "./hostile-layer-updates.ts";
import { Ledger } from "./ledger.ts";

const VICTIM = { client: 7, foreign: 900, fresh: 4000 };

const sender = {
  user: "ada",
  ownerOf: (client: number) => (client === VICTIM.foreign ? "ben" : null),
};

/** A layer in which client 7 wrote the entry `a` of `fields`. */
function layerOf(client = VICTIM.client): Y.Doc {
  const layer = new Y.Doc();
  layer.clientID = client;
  fieldsOf(layer).set("a", 1);
  return layer;
}

/** Every update that `change` causes. */
function updatesOf(layer: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const onUpdate = (update: Uint8Array): void => void updates.push(update);
  layer.on("update", onUpdate);
  change();
  layer.off("update", onUpdate);
  return updates;
}

describe("hostile updates", () => {
  test.each(hostileLayerUpdates(VICTIM))("[S6] $what is refused: $refusal", (hostile) => {
    const ledger = Ledger.of(layerOf());
    expect(admitToLayer(hostile.update, ledger, sender).refusal).toBe(hostile.refusal);
    expect(ledger.clockOf(VICTIM.client)).toBe(1);
  });

  test("[S6] every cut of an honest update is malformed", () => {
    const honest = honestUpdate(VICTIM.client, 1);
    for (let length = 0; length < honest.length; length++) {
      const { refusal } = admitToLayer(honest.slice(0, length), Ledger.of(layerOf()), sender);
      expect(refusal).toBe("malformed");
    }
  });
});

describe("the maps of a layer", () => {
  /** An entry of a map, and another value for it. */
  const entry = (root: string): Uint8Array[] => {
    const layer = new Y.Doc();
    layer.clientID = VICTIM.client;
    return updatesOf(layer, () => {
      layer.getMap(root).set("a", { at: 1, text: "x".repeat(20_000) });
      layer.getMap(root).set("a", new Uint8Array(RECORD_BYTES));
      layer.getMap(root).set("a", null);
      layer.getMap(root).delete("a");
    });
  };

  test.each(LAYER_ROOTS)("[S6] %s is admitted: entries, changes and deletions", (root) => {
    const taker = new Taker();
    for (const update of entry(root)) taker.take(update);
    expect(taker.doc.getMap(root).size).toBe(0);
  });

  test.each(["state", "article", "annotations", "", "A", "aa", "toString"])(
    "[S6] %j is none of them",
    (root) => {
      const [update = new Uint8Array()] = entry(root);
      expect(admitToLayer(update, new Ledger(), sender).refusal).toBe("malformed");
    },
  );
});

describe("honest updates", () => {
  test("[S12] what is here already brings nothing new", () => {
    const layer = layerOf();
    fieldsOf(layer).delete("a");
    const ledger = Ledger.of(layer);
    const admission = admitToLayer(Y.encodeStateAsUpdate(layer), ledger, sender);
    expect(admission.refusal).toBeNull();
    expect(admission.refusal === null && ledger.isNews(admission.update)).toBe(false);
  });

  test("[S12] of an update that overlaps, only what is new is kept", () => {
    const layer = layerOf();
    const ledger = Ledger.of(layer);
    const fields = fieldsOf(layer);
    fields.set("a", 2);
    fields.set("a", 3); // the first two values are one deleted run now
    const admission = admitToLayer(Y.encodeStateAsUpdate(layer), ledger, sender);
    if (admission.refusal !== null) throw new Error(admission.refusal);
    expect(admission.update.sections).toMatchObject([{ client: 7, clock: 1, end: 3 }]);
    const server = layerOf();
    Y.applyUpdate(server, admission.bytes);
    expect(Y.encodeStateAsUpdate(server)).toEqual(Y.encodeStateAsUpdate(layer));
  });

  test("[S6] an overlapping struct cannot move an older one to another key", () => {
    const moving = handMadeUpdate(
      [
        {
          client: VICTIM.client,
          clock: 0,
          structs: [{ parent: "a", key: "b", ...content.any(1, 2) }],
        },
      ],
      [[VICTIM.client, [[0, 2]]]],
    );
    const admission = admitToLayer(moving, Ledger.of(layerOf()), sender);
    if (admission.refusal !== null) throw new Error(admission.refusal);
    const server = layerOf();
    Y.applyUpdate(server, admission.bytes);
    expect(recordsOf(server).size).toBe(0);
  });

  test("[S6] what an undo manager keeps is admitted: a deleted run of values", () => {
    const layer = layerOf();
    const fields = fieldsOf(layer);
    const undo = new Y.UndoManager([fields], { captureTimeout: 0 });
    for (let value = 0; value < 5; value++) fields.set("note", value);
    undo.undo();
    undo.undo();
    undo.redo();
    const whole = Y.encodeStateAsUpdate(layer);
    const admission = admitToLayer(whole, new Ledger(), sender);
    expect(admission.refusal).toBeNull();
  });

  test("[S6] everything a layer goes through is admitted, update by update and as a whole", () => {
    const operation = fc.record({
      tab: fc.nat(1),
      key: fc.constantFrom("a", "b", "c/note"),
      value: fc.option(fc.oneof(fc.string(), fc.integer(), fc.double(FINITE), fc.boolean())),
    });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        const tabs = [layerOf(7), layerOf(8)];
        const taker = new Taker();
        for (const tab of tabs) taker.take(Y.encodeStateAsUpdate(tab));
        const writeOne = ({ tab, key, value }: (typeof operations)[number]): void => {
          const layer = tabs.at(tab) ?? taker.doc;
          updatesOf(layer, write(layer, key, value)).map((update) => taker.take(update));
        };
        operations.map(writeOne);
        for (const tab of tabs) Y.applyUpdate(tab, Y.encodeStateAsUpdate(taker.doc));
        for (const tab of tabs) taker.take(Y.encodeStateAsUpdate(tab));
        expect(fieldsOf(taker.doc).toJSON()).toEqual(tabs.map((tab) => fieldsOf(tab).toJSON())[0]);
      }),
      { numRuns: 100 },
    );
  });
});

const FINITE = { noNaN: true, noDefaultInfinity: true } as const;

const write = (layer: Y.Doc, key: string, value: unknown) => (): void => {
  if (value === null) fieldsOf(layer).delete(key);
  else fieldsOf(layer).set(key, value);
};

/** Takes what is admitted into a document and a ledger, and sees that both agree. */
class Taker {
  readonly doc = new Y.Doc();
  readonly #ledger = new Ledger();

  take(update: Uint8Array): void {
    const admission = admitToLayer(update, this.#ledger, sender);
    if (admission.refusal !== null) throw new Error(admission.refusal);
    this.#ledger.enter(admission.update);
    Y.applyUpdate(this.doc, admission.bytes);
    expect(new Map(this.#ledger.clocks)).toEqual(Ledger.of(this.doc).clocks);
  }
}

describe("fuzz", () => {
  const VALUES = ["x", 1, null, { a: [1, 2] }, new Uint8Array(3)];
  const client = fc.constantFrom(7, 8);
  const id = fc.tuple(client, fc.nat(1));
  const struct = fc.oneof(
    fc.record({
      place: fc.oneof(
        fc.record({ origin: id }),
        fc.record({
          parent: fc.constantFrom(...LAYER_ROOTS),
          key: fc.constantFrom("a", "b"),
        }),
      ),
      what: fc.oneof(
        fc
          .array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 })
          .map((v) => content.any(...v)),
        fc.integer({ min: 1, max: 3 }).map(content.deleted),
      ),
    }),
    fc
      .integer({ min: 1, max: 3 })
      .map((length) => ({ place: {}, what: content.collected(length) })),
  );
  const section = fc.record({
    client,
    clock: fc.nat(2),
    structs: fc.array(
      struct.map(({ place, what }) => ({ ...place, ...what })),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const range = fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 2 }));
  const handMade = fc
    .tuple(
      fc.uniqueArray(section, { selector: ({ client }) => client, minLength: 1, maxLength: 2 }),
      fc.uniqueArray(fc.tuple(client, fc.tuple(range)), {
        selector: ([client]) => client,
        maxLength: 2,
      }),
    )
    .map(([sections, deletes]) => handMadeUpdate(sections, deletes));

  test("[S6] whatever is admitted, Yjs applies, and the ledger knows what came of it", () => {
    let admitted = 0;
    fc.assert(
      fc.property(fc.array(handMade, { minLength: 1, maxLength: 4 }), (updates) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(layerOf()));
        const ledger = Ledger.of(doc);
        for (const update of updates) {
          const admission = admitToLayer(update, ledger, sender);
          if (admission.refusal !== null) continue;
          admitted++;
          ledger.enter(admission.update);
          Y.applyUpdate(doc, admission.bytes);
          expect(doc.store.pendingStructs).toBeNull();
          expect(doc.store.pendingDs).toBeNull();
          expect(new Map(ledger.clocks)).toEqual(new Map(Ledger.of(doc).clocks));
        }
        const again = new Y.Doc();
        Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
        for (const root of LAYER_ROOTS) {
          expect(again.getMap(root).toJSON()).toEqual(doc.getMap(root).toJSON());
        }
      }),
      { numRuns: 1500 },
    );
    expect(admitted).toBeGreaterThan(200);
  });

  test("[S6] bytes at random never throw anything but a refusal", () => {
    const honest = Y.encodeStateAsUpdate(layerOf());
    const flips = fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(flips, fc.uint8Array({ maxLength: 3 }), (changes, tail) => {
        const update = Uint8Array.from([...honest, ...tail]);
        for (const [index, byte] of changes) update[index] = byte;
        const ledger = new Ledger();
        const admission = admitToLayer(update, ledger, sender);
        if (admission.refusal !== null) return;
        const doc = new Y.Doc();
        Y.applyUpdate(doc, admission.bytes);
        expect(doc.store.pendingStructs).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});
